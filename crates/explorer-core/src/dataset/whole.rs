//! A set that is complete: what is filtered, searched and read in full.

use std::borrow::Cow;
use std::ops::Range;

use super::places::Places;
use super::{Dataset, EvaluationIx, FIELDS, RISING, malformed, sound};
use crate::artifact::arrays::Starts;
use crate::artifact::column::Column;
use crate::artifact::decode::{self, Bytes};
use crate::artifact::fact::{Budgets, Spans};
use crate::artifact::head::Relations;
use crate::artifact::pieces::Pieces;
use crate::artifact::section::Container;
use crate::artifact::{ArtifactError, Section};
use crate::facet::FacetId;
use crate::search::{Sections, TextIndex};

/// What a list of all evaluations does without.
#[derive(Clone, Debug)]
pub(super) struct Rest {
    /// What comes after the bytes that the set was opened with; nothing where those were all.
    bytes: Cow<'static, [u8]>,
    places: Places,
    pub(super) relations: Relations,
    pub(super) pieces: Pieces,
}

impl Rest {
    /// Compares checksums and decodes what is decoded at once.
    pub(super) fn of(
        container: &Container,
        first: &[u8],
        bytes: Cow<'static, [u8]>,
    ) -> Result<Self, ArtifactError> {
        container.check_rest(&bytes, first.len())?;
        let places = Places::of(container)?;
        let relations = part(first, &bytes, &places.relations).and_then(decode::whole);
        let relations: Relations = relations.ok_or(malformed(Section::Relations, FIELDS))?;
        let pieces = part(first, &bytes, &places.pieces).and_then(Pieces::new);
        let pieces = pieces.ok_or(malformed(Section::Pieces, "words that begin like others"))?;
        Ok(Self { bytes, places, relations, pieces })
    }
}

/// The bytes of a section, which lies in one of two parts as a whole.
fn part<'b>(first: &'b [u8], rest: &'b [u8], range: &Range<usize>) -> Option<&'b [u8]> {
    match range.start.checked_sub(first.len()) {
        Some(start) => rest.get(start..start + range.len()),
        None => first.get(range.clone()),
    }
}

/// A set and what completes it.
#[derive(Clone, Copy)]
pub(super) struct Whole<'a> {
    pub(super) set: &'a Dataset,
    pub(super) rest: &'a Rest,
}

impl<'a> Whole<'a> {
    /// Checks once what the accessors rely on afterwards.
    pub(super) fn check(self) -> Result<(), ArtifactError> {
        let whole = self.statement_starts().is_some_and(|it| it.end_at(self.set.statements));
        sound(Section::StatementStarts, whole, RISING)?;
        sound(Section::Spans, self.spans().is_some_and(Spans::is_sound), RISING)?;
        sound(Section::Budgets, self.budgets().is_some_and(Budgets::is_sound), RISING)?;
        let lists = self.rest.relations.values.len() == FacetId::ALL.len();
        sound(Section::Relations, lists, "one list of values for each facet")?;
        for &facet in FacetId::ALL.iter().filter(|&&facet| facet != FacetId::Status) {
            let values = self.rest.relations.values.get(facet as usize).map_or(0, Vec::len);
            let column = self.column(facet).is_some_and(|column| column.is_sound(values));
            sound(Section::Column(facet), column, "numbers of the facet's values")?;
            let summary = self.column_of_evaluations(facet).is_some_and(|c| c.is_sound(values));
            sound(Section::Summary(facet), summary, "numbers of the facet's values")?;
        }
        let whole = self.records().is_some_and(|(starts, all)| starts.end_at(all.len()));
        sound(Section::RecordStarts, whole, RISING)?;
        let whole = self.texts().is_some_and(|(starts, all)| starts.end_at(all.len()));
        sound(Section::TextStarts, whole, RISING)?;
        self.text_index().map(drop)
    }

    fn section(self, range: &Range<usize>) -> Option<&'a [u8]> {
        part(&self.set.bytes, &self.rest.bytes, range)
    }

    fn column(self, facet: FacetId) -> Option<Column<'a>> {
        let range = self.rest.places.columns.get(facet as usize)?;
        let statements = if facet.is_of_statements() { self.set.statements } else { 0 };
        Column::new(self.section(range)?, self.set.evaluations, statements)
    }

    fn column_of_evaluations(self, facet: FacetId) -> Option<Column<'a>> {
        if !facet.is_of_statements() {
            return self.column(facet);
        }
        let range = self.rest.places.summaries.get(facet as usize)?;
        Column::new(self.section(range)?, self.set.evaluations, 0)
    }

    fn spans(self) -> Option<Spans<'a>> {
        Spans::new(self.section(&self.rest.places.spans)?, self.set.evaluations)
    }

    fn budgets(self) -> Option<Budgets<'a>> {
        Budgets::new(self.section(&self.rest.places.budgets)?, self.set.evaluations)
    }

    fn statement_starts(self) -> Option<Starts<'a>> {
        let bytes = self.section(&self.rest.places.statements)?;
        Starts::split(bytes, self.set.evaluations).map(|(starts, _)| starts)
    }

    /// Where each record begins, and all of them.
    pub(super) fn records(self) -> Option<(Starts<'a>, &'a [u8])> {
        self.lists(&self.rest.places.record_starts, &self.rest.places.records)
    }

    /// Where the statements of each evaluation begin, and all of them.
    fn texts(self) -> Option<(Starts<'a>, &'a [u8])> {
        self.lists(&self.rest.places.text_starts, &self.rest.places.texts)
    }

    fn lists(self, starts: &Range<usize>, all: &Range<usize>) -> Option<(Starts<'a>, &'a [u8])> {
        let (starts, _) = Starts::split(self.section(starts)?, self.set.evaluations)?;
        Some((starts, self.section(all)?))
    }

    /// The index of words; fails when it is damaged or of another set.
    pub(super) fn text_index(self) -> Result<TextIndex<'a>, ArtifactError> {
        let section = |range| self.section(range).unwrap_or(&[]);
        let [dictionary, headers, statements, norms] = &self.rest.places.words;
        let sections = Sections {
            dictionary: section(dictionary),
            headers: section(headers),
            statements: section(statements),
            norms: section(norms),
        };
        let index = TextIndex::of_sections(sections).map_err(|_| {
            malformed(Section::Dictionary, "an index of the version of this program")
        })?;
        let same = (index.evaluations() as usize, index.statements() as usize)
            == (self.set.evaluations, self.set.statements);
        let expected = "one length for each evaluation and statement";
        sound(Section::WordLengths, same, expected).map(|()| index)
    }
}

impl Dataset {
    /// The set with what completes it, once that has come.
    pub(super) fn whole(&self) -> Option<Whole<'_>> {
        self.rest.get().map(|rest| Whole { set: self, rest })
    }

    pub(super) fn relations(&self) -> Option<&Relations> {
        self.rest.get().map(|rest| &rest.relations)
    }

    pub(crate) fn column(&self, facet: FacetId) -> Option<Column<'_>> {
        self.whole()?.column(facet)
    }

    /// The values of evaluations; in a facet of statements, those that any of theirs has.
    pub(crate) fn column_of_evaluations(&self, facet: FacetId) -> Option<Column<'_>> {
        self.whole()?.column_of_evaluations(facet)
    }

    pub(crate) fn spans(&self) -> Option<Spans<'_>> {
        self.whole()?.spans()
    }

    pub(crate) fn budgets(&self) -> Option<Budgets<'_>> {
        self.whole()?.budgets()
    }

    pub(crate) fn statement_starts(&self) -> Option<Starts<'_>> {
        self.whole()?.statement_starts()
    }

    pub(crate) fn statement_range(&self, ix: EvaluationIx) -> Range<usize> {
        self.statement_starts().map_or(0..0, |starts| starts.range(ix.at()))
    }

    /// The bytes of each of an evaluation's statements without its text, and after them all texts.
    pub(super) fn texts_of(&self, ix: EvaluationIx) -> Option<impl Iterator<Item = &[u8]>> {
        let (starts, texts) = self.whole()?.texts()?;
        let mut texts = Bytes::new(texts.get(starts.range(ix.at()))?);
        Some(std::iter::from_fn(move || texts.piece()))
    }
}
