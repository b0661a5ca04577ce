//! Where the words of a clause occur: lists in order, made from the lists of each word.

use super::index::{Entry, TextIndex, length_of};
use super::lists::{HeaderHit, Lists, StatementHit, shared, united};
use super::phrase::Phrase;
use super::similar::similar;
use super::source::{Field, Texts};
use super::typed::{Alternative, Clause, Scope, Word};
use super::weights;
use crate::sorted;
use crate::text;

/// Lists longer than this in bytes are summed in a table of all statements.
const TABLE_FROM_BYTES: usize = 2048;

/// Phrases are checked in at most so many texts; beyond, their order is not insisted on.
const MAX_PHRASE_TEXTS: usize = 4000;

/// Words of one family begin with at least so many letters alike.
const STEM_BEGINNING: usize = 3;

/// So many words are stemmed to find a family. What more words begin with is too short to be a stem.
const MAX_STEMMED: usize = 200;

/// A word of the dictionary that stands for a typed one.
struct Variant<'i> {
    entry: Entry<'i>,
    weight: f32,
}

/// The words that were looked for, for marking them in texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Whole words, folded, in order, each once.
    pub words: Vec<String>,
    /// Beginnings of words, folded.
    pub prefixes: Vec<String>,
}

impl Marks {
    fn add(&mut self, word: &[u8]) {
        if let Ok(word) = std::str::from_utf8(word)
            && let Err(at) = self.words.binary_search_by(|known| known.as_str().cmp(word))
        {
            self.words.insert(at, word.to_owned());
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        other.words.iter().for_each(|word| self.add(word.as_bytes()));
        self.prefixes.extend(other.prefixes);
    }

    /// True when a folded word was looked for.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.words.binary_search_by(|known| known.as_str().cmp(word)).is_ok()
            || self.prefixes.iter().any(|prefix| word.starts_with(prefix.as_str()))
    }
}

/// The hits of one clause, and what came up on the way.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) lists: Lists,
    pub(super) marks: Marks,
    /// A mistyped word, folded, and what it may mean.
    pub(super) meant: Option<(String, String)>,
    /// True when a phrase was too common for its order to be checked.
    pub(super) order_ignored: bool,
}

/// Gathers a clause. Words that are not there as typed are looked for with slips when `forgive`
/// allows it.
pub(super) struct Gatherer<'q, 'i> {
    pub(super) index: &'q TextIndex<'i>,
    pub(super) texts: &'q dyn Texts,
    pub(super) mentions: &'q Mentions,
    pub(super) forgive: bool,
}

/// What a mention in a field of a header counts: for each field its weight, and one by its average
/// length.
pub(super) struct Mentions([(f32, f32); Field::COUNT]);

impl Mentions {
    /// Works the numbers out once for a question.
    pub(super) fn new(index: &TextIndex<'_>) -> Self {
        Self(std::array::from_fn(|at| {
            let weight = Field::ALL.get(at).map_or(0.0, |field| weights::of_field(*field));
            (weight, index.length_ratio_of_one(at))
        }))
    }

    /// What a word in fields of a header counts: the weight of each, less in long ones.
    fn times(&self, index: &TextIndex<'_>, evaluation: u32, fields: u8) -> f32 {
        let (mut times, mut left) = (0.0, fields);
        while left != 0 {
            let field = left.trailing_zeros() as usize;
            let (weight, of_one) = self.0.get(field).copied().unwrap_or_default();
            let length = length_of(index.field_length_byte(field, evaluation)) as f32;
            times += weight / weights::length(weights::HEADER_LENGTH, length * of_one);
            left &= left - 1;
        }
        times
    }
}

impl<'i> Gatherer<'_, 'i> {
    pub(super) fn clause(&self, clause: &Clause) -> Gathered {
        let mut gathered = Gathered::default();
        for alternative in &clause.alternatives {
            let lists = self.alternative(alternative, clause.scope, &mut gathered);
            gathered.lists = united(std::mem::take(&mut gathered.lists), lists);
        }
        gathered
    }

    fn alternative(&self, wanted: &Alternative, scope: Scope, out: &mut Gathered) -> Lists {
        let mut lists: Option<Lists> = None;
        let several = wanted.words.len() > 1;
        let mut marks = Marks::default();
        for word in &wanted.words {
            let of_word = self.word(word, scope, wanted.in_order, &mut marks, &mut out.meant);
            lists = Some(match lists {
                Some(lists) => shared(&lists, &of_word),
                None => of_word,
            });
            if lists.as_ref().is_none_or(Lists::is_empty) {
                return Lists::default();
            }
        }
        for word in marks.words {
            if !(several && text::is_stop_word(&word)) {
                out.marks.add(word.as_bytes());
            }
        }
        out.marks.prefixes.append(&mut marks.prefixes);
        let lists = lists.unwrap_or_default();
        if wanted.in_order { self.in_order(wanted, lists, out) } else { lists }
    }

    fn word(
        &self,
        word: &Word,
        scope: Scope,
        literal: bool,
        marks: &mut Marks,
        meant: &mut Option<(String, String)>,
    ) -> Lists {
        let mut variants = Vec::new();
        self.like(word, literal, marks, &mut variants);
        let lists = self.sum(&variants, scope, false);
        if !self.forgive || literal || !word.letters {
            return lists;
        }
        let near = similar(self.index, &word.text, word.prefix);
        let mut slipped = Vec::new();
        let mut best = 0;
        for near in near {
            let known = Word { text: near.clone(), prefix: false, letters: true };
            let Some(entry) = self.index.find(&near) else { continue };
            let size = entry.headers.len() + entry.statements.len();
            if size > best && lists.is_empty() {
                best = size;
                *meant = Some((word.text.clone(), near));
            }
            self.like(&known, false, marks, &mut slipped);
        }
        slipped.iter_mut().for_each(|variant| variant.weight *= weights::SLIPPED);
        let mut terms: Vec<u32> = variants.iter().map(|variant| variant.entry.term).collect();
        slipped.retain(|variant| {
            let new = !terms.contains(&variant.entry.term);
            terms.push(variant.entry.term);
            new
        });
        united(lists, self.sum(&slipped, scope, true))
    }

    /// The words of the dictionary that are a typed word, are of its family, or begin with it.
    fn like(&self, word: &Word, literal: bool, marks: &mut Marks, variants: &mut Vec<Variant<'i>>) {
        let before = variants.len();
        let exact = self.index.find(&word.text);
        if let Some(entry) = exact {
            marks.add(word.text.as_bytes());
            variants.push(Variant { entry, weight: 1.0 });
        }
        if literal {
            return;
        }
        let relative =
            if word.letters { exact.or_else(|| self.relative(&word.text)) } else { None };
        if let Some(relative) = relative {
            let mut add = |word: &[u8], entry| {
                marks.add(word);
                variants.push(Variant { entry, weight: weights::FAMILY });
            };
            if exact.is_none() {
                self.index.at(relative.term, &mut add);
            }
            self.index.family(relative, &mut add);
        }
        if word.prefix {
            let known: Vec<u32> =
                variants.iter().skip(before).map(|variant| variant.entry.term).collect();
            marks.prefixes.push(word.text.clone());
            self.index.with_prefix(&word.text, &mut |_, entry| {
                if !known.contains(&entry.term) {
                    variants.push(Variant { entry, weight: weights::PREFIX });
                }
            });
        }
    }

    /// A word of the dictionary with the stem of a word that the dictionary does not have.
    fn relative(&self, word: &str) -> Option<Entry<'i>> {
        let stem = text::stem(word, "en");
        // A stem is the beginning of its words, but for its last letter: "happi" of "happy".
        let letters = stem.chars().count().saturating_sub(1).max(STEM_BEGINNING);
        let beginning: String = stem.chars().take(letters).collect();
        let (mut relative, mut stemmed) = (None, 0);
        if beginning.len() < STEM_BEGINNING {
            return None;
        }
        self.index.with_prefix(&beginning, &mut |known, entry| {
            if relative.is_some() || stemmed == MAX_STEMMED {
                return;
            }
            stemmed += 1;
            if std::str::from_utf8(known).is_ok_and(|known| text::stem(known, "en") == stem) {
                relative = Some(entry);
            }
        });
        relative
    }

    fn sum(&self, variants: &[Variant<'i>], scope: Scope, slipped: bool) -> Lists {
        let headers =
            if scope.fields == 0 { Vec::new() } else { self.headers(variants, scope, slipped) };
        let statements =
            if scope.statements { self.statements(variants, slipped) } else { Vec::new() };
        Lists { headers, statements }
    }

    fn headers(&self, variants: &[Variant<'i>], scope: Scope, slipped: bool) -> Vec<HeaderHit> {
        let mut hits: Vec<HeaderHit> = Vec::new();
        if let [Variant { entry, weight }] = variants {
            entry.each_header(self.index, |evaluation, fields| {
                let fields = fields & scope.fields;
                if fields != 0 {
                    let times = weight * self.mentions.times(self.index, evaluation, fields);
                    hits.push(HeaderHit { evaluation, times, fields, slipped });
                }
            });
            return hits;
        }
        let mut found = vec![(0.0_f32, 0_u8); self.index.evaluations() as usize];
        for Variant { entry, weight } in variants {
            entry.each_header(self.index, |evaluation, fields| {
                let fields = fields & scope.fields;
                if let Some((times, all)) = found.get_mut(evaluation as usize) {
                    *times += weight * self.mentions.times(self.index, evaluation, fields);
                    *all |= fields;
                }
            });
        }
        for (evaluation, (times, fields)) in (0..).zip(found) {
            if fields != 0 {
                hits.push(HeaderHit { evaluation, times, fields, slipped });
            }
        }
        hits
    }

    fn statements(&self, variants: &[Variant<'i>], slipped: bool) -> Vec<StatementHit> {
        let bytes: usize = variants.iter().map(|variant| variant.entry.statements.len()).sum();
        if variants.len() > 1 && bytes > TABLE_FROM_BYTES {
            return self.statements_by_table(variants, slipped);
        }
        let mut hits: Vec<StatementHit> = Vec::with_capacity(bytes);
        for Variant { entry, weight } in variants {
            entry.each_statement(self.index, |statement, times| {
                hits.push(StatementHit::new(statement, weight * times, slipped));
            });
        }
        if variants.len() > 1 {
            sorted::by_number(&mut hits, |hit| hit.statement);
            hits.dedup_by(|hit, kept| {
                let same = hit.statement == kept.statement;
                if same {
                    let times = kept.times() + hit.times();
                    *kept = StatementHit::new(kept.statement, times, slipped);
                }
                same
            });
        }
        hits
    }

    fn statements_by_table(&self, variants: &[Variant<'i>], slipped: bool) -> Vec<StatementHit> {
        let mut sums = vec![0.0_f32; self.index.statements() as usize];
        variants
            .iter()
            .for_each(|Variant { entry, weight }| entry.add_statements(*weight, &mut sums));
        // Filled in place: a list of hundreds of thousands that grows costs as much as the sums.
        let count = sums.iter().filter(|times| **times > 0.0).count();
        let mut hits = vec![StatementHit::new(0, 0.0, slipped); count];
        let found = (0..).zip(sums).filter(|(_, times)| *times > 0.0);
        for (hit, (statement, times)) in hits.iter_mut().zip(found) {
            *hit = StatementHit::new(statement, times, slipped);
        }
        hits
    }

    /// Keeps the hits whose texts have the words side by side.
    fn in_order(&self, wanted: &Alternative, mut lists: Lists, out: &mut Gathered) -> Lists {
        if lists.headers.len() + lists.statements.len() > MAX_PHRASE_TEXTS {
            out.order_ignored = true;
            return lists;
        }
        let phrase = Phrase::new(wanted.words.iter().map(|word| word.text.as_str()).collect());
        lists.headers.retain_mut(|hit| {
            let named = Field::ALL.iter().filter(|field| hit.fields & field.bit() != 0);
            let has = |field: &&Field| self.has_in_order(hit.evaluation, **field, &phrase, out);
            hit.fields = named.filter(has).fold(0, |fields, field| fields | field.bit());
            hit.times = self.mentions.times(self.index, hit.evaluation, hit.fields);
            hit.fields != 0
        });
        let statements: Vec<u32> = lists.statements.iter().map(|hit| hit.statement).collect();
        let mut says = self.texts.say(&statements, &phrase).into_iter();
        lists.statements.retain(|_| says.next().unwrap_or(false));
        lists
    }

    /// True when a field that has all words of a phrase has it.
    fn has_in_order(
        &self,
        evaluation: u32,
        field: Field,
        phrase: &Phrase<'_>,
        out: &mut Gathered,
    ) -> bool {
        let (mut found, mut unread) = (false, phrase.words().to_vec());
        self.texts.field(evaluation, field, &mut |text| {
            found = found || phrase.is_in(text);
            if !found && !unread.is_empty() {
                text::analyse(text, &mut |token| unread.retain(|it| *it != token.text));
            }
        });
        // A word that is there and cannot be read stands in a name that is not shown.
        let is_hidden = !found && !unread.is_empty();
        out.order_ignored |= is_hidden;
        found || is_hidden
    }
}
