//! A packed set of evaluations, open for reading.
//!
//! Owns the bytes and decodes from them what is asked for. Everything is found by number
//! ([`EvaluationIx`], [`StatementIx`]) and is immutable; numbers are of this set only, links carry
//! ids.

mod ix;
mod places;
mod whole;
mod words;

use std::borrow::Cow;
use std::sync::OnceLock;

pub use ix::{EvaluationIx, StatementIx};

use crate::artifact::arrays::Starts;
use crate::artifact::decode::{self, Bytes};
use crate::artifact::fact::Order;
use crate::artifact::head::{Head, Name};
use crate::artifact::pieces;
use crate::artifact::section::Container;
use crate::artifact::{ArtifactError, Section, usual_suffix};
use crate::content::{Redirect, Synonyms};
use crate::evaluation::{Card, Evaluation};
use crate::facet::{FacetId, FacetValue, values};
use crate::id::{EvaluationId, StatementId, TermId};
use crate::money::Currency;
use crate::search::SynonymTable;
use crate::statement::{Statement, StatementKind};
use crate::tension::Tension;
use crate::vocabulary::{Vocabulary, label};
use crate::when::Date;
use places::FirstPlaces;
use whole::{Rest, Whole};

/// A set of evaluations.
#[derive(Clone, Debug)]
pub struct Dataset {
    bytes: Cow<'static, [u8]>,
    container: Container,
    head: Head,
    evaluations: usize,
    statements: usize,
    places: FirstPlaces,
    /// Made for the first question with words.
    synonyms: OnceLock<SynonymTable>,
    rest: OnceLock<Rest>,
}

impl Dataset {
    /// Opens packed bytes, comparing every checksum.
    ///
    /// # Errors
    /// When the bytes are something else, of another version, cut off or damaged.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, ArtifactError> {
        let dataset = Self::open_first(bytes)?;
        dataset.complete(&[][..])?;
        Ok(dataset)
    }

    /// Opens the first part of packed bytes ([`crate::artifact::cut`]). Until it is completed
    /// there is nothing to filter or search by, and neither records nor statements to read.
    ///
    /// # Errors
    /// As of [`Dataset::open`].
    pub fn open_first(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, ArtifactError> {
        let bytes = bytes.into();
        let container = Container::open(&bytes)?;
        let places = FirstPlaces::of(&container)?;
        let head = bytes.get(container.range(Section::Head)?).and_then(decode::whole);
        let head: Head = head.ok_or(malformed(Section::Head, FIELDS))?;
        let evaluations = places.order.len() / 8;
        let statements = head.statements as usize;
        let (synonyms, rest) = (OnceLock::new(), OnceLock::new());
        let dataset =
            Self { bytes, container, head, evaluations, statements, places, synonyms, rest };
        dataset.check()?;
        Ok(dataset)
    }

    /// Adds what comes after the bytes that the set was opened with. A set that is complete stays
    /// as it is.
    ///
    /// # Errors
    /// When the bytes are something else, cut off or damaged.
    pub fn complete(&self, rest: impl Into<Cow<'static, [u8]>>) -> Result<(), ArtifactError> {
        if self.is_complete() {
            return Ok(());
        }
        let rest = Rest::of(&self.container, &self.bytes, rest.into())?;
        Whole { set: self, rest: &rest }.check()?;
        self.rest.get_or_init(|| rest);
        Ok(())
    }

    /// True when records and statements can be read and searched.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.rest.get().is_some()
    }

    /// Checks once what the accessors rely on afterwards.
    fn check(&self) -> Result<(), ArtifactError> {
        let one_each = "one entry for each evaluation";
        sound(Section::Order, self.order().is_some_and(Order::is_sound), one_each)?;
        let order = self.order().is_some_and(Order::is_sound);
        sound(Section::Order, order, "one entry for each evaluation")?;
        let ids = self.ids().is_some_and(|(starts, ids)| starts.end_at(ids.len()));
        sound(Section::EvaluationIds, ids, RISING)?;
        let cards = self.cards().is_some_and(|(starts, cards)| starts.end_at(cards.len()));
        sound(Section::Cards, cards, RISING)
    }

    /// The name of the set.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.head.title
    }

    /// The day on which the data were last changed.
    #[must_use]
    pub fn data_date(&self) -> Date {
        self.head.data_date
    }

    /// What identifies the content: equal for equal bytes.
    #[must_use]
    pub fn digest(&self) -> u64 {
        self.container.digest()
    }

    /// The terms as readers see them, see [`crate::artifact::as_shown`]: without aliases and
    /// without labels of languages that the interface does not speak.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        const NONE: &Vocabulary = &Vocabulary::new();
        self.relations().map_or(NONE, |relations| &relations.vocabulary)
    }

    /// Words that mean the same.
    #[must_use]
    pub fn synonyms(&self) -> &[Synonyms] {
        self.relations().map_or(&[], |relations| &relations.synonyms)
    }

    /// How many evaluations there are.
    #[must_use]
    pub fn evaluation_count(&self) -> usize {
        self.evaluations
    }

    /// How many statements there are.
    #[must_use]
    pub fn statement_count(&self) -> usize {
        self.statements
    }

    /// All evaluations, in the order of ids.
    pub fn evaluations(&self) -> impl ExactSizeIterator<Item = EvaluationIx> + use<> {
        (0..self.evaluations as u32).map(EvaluationIx)
    }

    /// The record of an evaluation, decoded now; `None` for a number of another set.
    #[must_use]
    pub fn evaluation(&self, ix: EvaluationIx) -> Option<Evaluation> {
        let (starts, records) = self.whole()?.records()?;
        let record = records.get(starts.range(ix.at()))?;
        let mut evaluation: Evaluation = decode::whole(record)?;
        evaluation.id = self.evaluation_id(ix)?.into();
        self.card(ix)?.fill(&mut evaluation);
        Some(evaluation)
    }

    /// What a list says of an evaluation, without decoding its record.
    #[must_use]
    pub fn card(&self, ix: EvaluationIx) -> Option<Card> {
        let (starts, cards) = self.cards()?;
        decode::whole(cards.get(starts.range(ix.at()))?)
    }

    /// What a card says for its agency: the short form, or else the label in a language. The bare
    /// id where the vocabulary has no such term.
    #[must_use]
    pub fn agency_name<'a>(&'a self, card: &'a Card, lang: &str) -> &'a str {
        let name = self.head.agencies.iter().find(|name| name.id == card.agency);
        let said =
            |name: &'a Name| name.short.as_deref().unwrap_or_else(|| label(&name.labels, lang));
        name.map_or(card.agency.as_str(), said)
    }

    /// The names of a card's places in a language, each once.
    #[must_use]
    pub fn place_names(&self, card: &Card, lang: &str) -> Vec<String> {
        let named = |id| self.head.places.iter().find(|name| &name.id == id);
        let mut names: Vec<String> = Vec::new();
        for name in card.places.iter().filter_map(named).map(|name| label(&name.labels, lang)) {
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
        names
    }

    /// The id of an evaluation, without decoding its record.
    #[must_use]
    pub fn evaluation_id(&self, ix: EvaluationIx) -> Option<&str> {
        let (starts, ids) = self.ids()?;
        (ix.at() < self.evaluations).then_some(())?;
        str::from_utf8(ids.get(starts.range(ix.at()))?).ok()
    }

    /// A statement, decoded now; `None` for a number of another set.
    #[must_use]
    pub fn statement(&self, ix: StatementIx) -> Option<Statement> {
        let mut statement = self.coded(ix)?;
        let pieces = &self.whole()?.rest.pieces;
        pieces::rewrite(&mut statement, &mut |coded, _| pieces.spelled_out(coded));
        statement.text = self.text_of(ix)?;
        let evaluation = self.evaluation_of(ix)?;
        let mut suffix = statement.id.as_str().to_owned();
        if suffix.is_empty() {
            suffix = usual_suffix(statement.kind, statement.ordinal.into());
        }
        statement.id = self.full_id(evaluation, &suffix)?;
        Some(statement)
    }

    /// A statement without its text, as it was written with the table of pieces.
    fn coded(&self, ix: StatementIx) -> Option<Statement> {
        let evaluation = self.evaluation_of(ix)?;
        let at = ix.at() - self.statement_range(evaluation).start;
        decode::whole(self.texts_of(evaluation)?.nth(at)?)
    }

    /// What a statement says, and nothing else of it; `None` for a number of another set.
    #[must_use]
    pub fn text_of(&self, ix: StatementIx) -> Option<String> {
        let evaluation = self.evaluation_of(ix)?;
        let range = self.statement_range(evaluation);
        let text = self.texts_of(evaluation)?.nth(range.len() + ix.at() - range.start)?;
        Some(self.whole()?.rest.pieces.spelled_out(str::from_utf8(text).ok()?))
    }

    /// The evaluation of an id.
    #[must_use]
    pub fn find_evaluation(&self, id: &str) -> Option<EvaluationIx> {
        let (starts, ids) = self.ids()?;
        let id_at = |at| ids.get(starts.range(at)).unwrap_or(&[]);
        let (mut low, mut high) = (0, self.evaluations);
        while low < high {
            let middle = low.midpoint(high);
            match id_at(middle).cmp(id.as_bytes()) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Equal => return Some(EvaluationIx(middle as u32)),
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// The statement of an id.
    #[must_use]
    pub fn find_statement(&self, id: &str) -> Option<StatementIx> {
        let (evaluation, suffix) = id.rsplit_once('-')?;
        let evaluation = self.find_evaluation(evaluation)?;
        let is_own = |bytes| match beginning(bytes) {
            ("", Some(kind), ordinal) => usual_suffix(kind, ordinal) == suffix,
            (written, ..) => written == suffix,
        };
        let range = self.statement_range(evaluation);
        let at = self.texts_of(evaluation)?.take(range.len()).position(is_own)?;
        Some(StatementIx((range.start + at) as u32))
    }

    /// The statements of an evaluation, in their order; none for a number of another set.
    pub fn statements_of(
        &self,
        ix: EvaluationIx,
    ) -> impl ExactSizeIterator<Item = StatementIx> + use<> {
        let range = self.statement_range(ix);
        (range.start as u32..range.end as u32).map(StatementIx)
    }

    /// The evaluation that a statement belongs to.
    #[must_use]
    pub fn evaluation_of(&self, ix: StatementIx) -> Option<EvaluationIx> {
        let evaluation = self.statement_starts()?.list_of(ix.at())?;
        Some(EvaluationIx(evaluation as u32))
    }

    /// The values of a facet that records of this set have, in the order of display. Those of a
    /// closed list are all there; `not-stated` is the last, where some record lacks the fact.
    #[must_use]
    pub fn facet_values(&self, facet: FacetId) -> &[FacetValue] {
        let values = self.relations().and_then(|relations| relations.values.get(facet as usize));
        values.map_or(&[], Vec::as_slice)
    }

    /// The name of a facet's value in a language: a term's label, or a name as printed. `None`
    /// for codes of closed lists, whose words are not data, and for values not in this set.
    #[must_use]
    pub fn facet_label(&self, facet: FacetId, value: &str, lang: &str) -> Option<&str> {
        let id = TermId::from(value);
        let term = values::terms_of(facet, self.vocabulary()).and_then(|terms| terms.get(&id));
        let listed = || self.facet_values(facet).iter().find(|listed| &*listed.id == value);
        term.map(|term| term.label(lang)).or_else(|| listed()?.name.as_deref())
    }

    /// The currencies in which evaluations have a total, the commonest first.
    #[must_use]
    pub fn currencies(&self) -> &[Currency] {
        &self.head.currencies
    }

    /// All places where evaluations disagree.
    #[must_use]
    pub fn tensions(&self) -> &[Tension] {
        self.relations().map_or(&[], |relations| &relations.tensions)
    }

    /// The tensions in which a statement takes a side.
    pub fn tensions_of_statement<'a>(
        &'a self,
        id: &'a StatementId,
    ) -> impl Iterator<Item = &'a Tension> {
        self.tensions()
            .iter()
            .filter(move |tension| tension.sides.iter().any(|side| side.statements.contains(id)))
    }

    /// The tensions in which an evaluation takes a side, by itself or by a statement, or inside
    /// which they lie. Those on which it is silent are not among them.
    pub fn tensions_of_evaluation<'a>(
        &'a self,
        id: &'a EvaluationId,
    ) -> impl Iterator<Item = &'a Tension> {
        self.tensions().iter().filter(move |tension| tension.concerns(id))
    }

    /// Names of before and what they are now, by the name of before.
    #[must_use]
    pub fn redirects(&self) -> &[Redirect] {
        self.relations().map_or(&[], |relations| &relations.redirects)
    }

    /// The name that something has now, given a name of before.
    #[must_use]
    pub fn redirect(&self, old: &str) -> Option<&str> {
        let redirects = self.redirects();
        let next = |name: &str| {
            let at =
                redirects.binary_search_by(|redirect| redirect.from.as_str().cmp(name)).ok()?;
            redirects.get(at).map(|redirect| redirect.to.as_str())
        };
        // Names that were changed twice lead on; a ring of names, which the compiler refuses,
        // ends after as many steps as there are redirects.
        let steps = std::iter::successors(next(old), |name| next(name));
        steps.take(redirects.len()).last()
    }

    pub(crate) fn order(&self) -> Option<Order<'_>> {
        Order::new(self.bytes.get(self.places.order.clone())?, self.evaluations)
    }

    fn ids(&self) -> Option<(Starts<'_>, &[u8])> {
        Starts::split(self.bytes.get(self.places.ids.clone())?, self.evaluations)
    }

    fn cards(&self) -> Option<(Starts<'_>, &[u8])> {
        Starts::split(self.bytes.get(self.places.cards.clone())?, self.evaluations)
    }

    fn full_id(&self, evaluation: EvaluationIx, suffix: &str) -> Option<StatementId> {
        let evaluation = self.evaluation_id(evaluation)?;
        Some(StatementId::from(format!("{evaluation}-{suffix}").as_str()))
    }
}

const RISING: &str = "starts that rise to the end";
const FIELDS: &str = "its own fields";

fn sound(section: Section, sound: bool, expected: &'static str) -> Result<(), ArtifactError> {
    if sound { Ok(()) } else { Err(malformed(section, expected)) }
}

fn malformed(section: Section, expected: &'static str) -> ArtifactError {
    ArtifactError::Malformed { section, expected }
}

/// What a statement begins with: the end of its id where that is not the usual one, its kind and
/// its number. The rest need not be decoded for them.
fn beginning(bytes: &[u8]) -> (&str, Option<StatementKind>, u64) {
    let mut bytes = Bytes::new(bytes);
    let suffix = bytes.text();
    let kind = StatementKind::ALL.get(usize::from(bytes.byte()));
    (suffix, kind.copied(), bytes.number())
}

#[cfg(test)]
mod tests;
