//! From a question to what is found.

use super::gather::{Gathered, Gatherer, Marks, Mentions};
use super::index::TextIndex;
use super::lists::Lists;
use super::rank::{Excluded, Found, Need, Ranker, bits};
use super::score::{Match, Ready};
use super::source::Texts;
use super::synonyms::SynonymTable;
use super::typed::{Alternative, Clause, Note, Parsed, Scope, Word};
use crate::bits::Bits;
use crate::query::Unit;
use crate::sorted;
use crate::text;

/// What to search with.
#[derive(Clone, Copy)]
pub struct Searcher<'a> {
    /// The index.
    pub index: TextIndex<'a>,
    /// Words that mean the same.
    pub synonyms: &'a SynonymTable,
    /// The texts, for phrases.
    pub texts: &'a dyn Texts,
}

/// What a search is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lookup {
    /// What is listed. Statements are ranked only when they are: a first letter finds nearly all
    /// of them.
    pub unit: Unit,
    /// True when words that are not in the data are looked for with slips.
    pub forgives: bool,
}

impl Lookup {
    /// The search that readers get.
    #[must_use]
    pub const fn of(unit: Unit) -> Self {
        Self { unit, forgives: true }
    }
}

/// A word that is not in the data, and what it may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// As typed.
    pub typed: String,
    /// A word of the data.
    pub meant: String,
}

/// The evaluations or the statements that were found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnitMatches {
    /// Their numbers.
    pub records: Bits,
    /// How well each fits, in the order of the set; [`Match::rank`] gives the order of results.
    /// Empty for statements when only evaluations are listed.
    pub found: Vec<Match>,
    /// What was left out of the question since nothing has all of it, as typed.
    pub dropped: Vec<String>,
}

/// The answer to a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matches {
    /// Evaluations.
    pub evaluations: UnitMatches,
    /// Statements.
    pub statements: UnitMatches,
    /// Mistyped words.
    pub corrections: Vec<Correction>,
    /// What was not taken as typed.
    pub notes: Vec<Note>,
    /// The words to mark in texts.
    pub marks: Marks,
}

/// The words of a question and where they stand, with nothing found yet.
pub(crate) struct GatheredWords {
    parsed: Parsed,
    clauses: Vec<Clause>,
    mentions: Mentions,
    gathered: Vec<Gathered>,
    forgives: bool,
}

impl<'a> Searcher<'a> {
    /// Finds the evaluations and statements that have what was asked for. A question that asks
    /// for nothing finds all.
    ///
    /// A statement is found when all clauses are in it or in the header of its evaluation, and
    /// either it says one of them itself or all of them name the evaluation (by code, person or
    /// place, or in a field that was asked for).
    #[must_use]
    pub fn search(&self, parsed: &Parsed, lookup: Lookup) -> Matches {
        self.find(self.gather(parsed.clone(), lookup.forgives), lookup.unit).0
    }

    /// The first half of a search: where the words stand as typed, and with slips those that are
    /// nowhere.
    pub(crate) fn gather(&self, parsed: Parsed, forgives: bool) -> GatheredWords {
        let clauses = self.widened(&parsed);
        let mentions = Mentions::new(&self.index);
        let exact = self.gatherer(&mentions, false);
        let forgiving = self.gatherer(&mentions, forgives);
        let gathered = clauses
            .iter()
            .map(|clause| {
                let as_typed = exact.clause(clause);
                if !forgives || !as_typed.lists.is_empty() {
                    return as_typed;
                }
                let with_slips = forgiving.clause(clause);
                // In a sentence the other words say enough: a guess is offered, not searched.
                let guess = Gathered { meant: with_slips.meant.clone(), ..Gathered::default() };
                if parsed.sentence { guess } else { with_slips }
            })
            .collect();
        GatheredWords { parsed, clauses, mentions, gathered, forgives }
    }

    /// The second half: what the words find.
    pub(crate) fn find(&self, words: GatheredWords, unit: Unit) -> (Matches, Prepared) {
        let mut matches = Matches { notes: words.parsed.notes.clone(), ..Matches::default() };
        let prepared = self.prepare(words, &mut matches);
        let ranks_statements = unit == Unit::Statements;
        let ranker = Ranker { ranks_statements, ..prepared.ranker(&self.index) };
        (matches.evaluations, matches.statements) = run(&ranker);
        (matches, prepared)
    }

    /// How well each statement fits that was found.
    pub(crate) fn ranked_statements(&self, prepared: &Prepared) -> Vec<Match> {
        run(&Ranker { ranks_evaluations: false, ..prepared.ranker(&self.index) }).1.found
    }

    /// Brings together what was gathered: all with slips when no evaluation has all as typed.
    pub(super) fn prepare(&self, words: GatheredWords, matches: &mut Matches) -> Prepared {
        let GatheredWords { parsed, clauses, mentions, mut gathered, forgives } = words;
        let exact = self.gatherer(&mentions, false);
        let found = gathered.iter().any(|gathered| !gathered.lists.is_empty());
        let mut prepared = self.ready(&parsed, &clauses, &mut gathered, &exact);
        let several = clauses.len() > 1 && found && !parsed.sentence;
        if forgives && several && !prepared.ranker(&self.index).finds_any() {
            let first = gathered;
            let forgiving = self.gatherer(&mentions, true);
            gathered = clauses.iter().map(|clause| forgiving.clause(clause)).collect();
            for (now, before) in gathered.iter_mut().zip(first) {
                now.meant = now.meant.take().or(before.meant);
            }
            prepared = self.ready(&parsed, &clauses, &mut gathered, &exact);
        }
        for (clause, gathered) in clauses.iter().zip(gathered) {
            matches.corrections.extend(gathered.meant.map(|(word, meant)| Correction {
                typed: as_it_was_typed(&clause.typed, &word),
                meant,
            }));
            let optional = clause.stop && !clauses.iter().all(|clause| clause.stop);
            if !optional {
                matches.marks.merge(gathered.marks);
            }
            if gathered.order_ignored {
                matches.notes.push(Note::OrderIgnored(clause.typed.clone()));
            }
        }
        prepared
    }

    fn gatherer<'q>(&'q self, mentions: &'q Mentions, forgive: bool) -> Gatherer<'q, 'a> {
        Gatherer { index: &self.index, texts: self.texts, mentions, forgive }
    }

    /// The clauses with synonyms, and with neighbours written as one word.
    fn widened(&self, parsed: &Parsed) -> Vec<Clause> {
        let mut clauses = parsed.clauses.clone();
        self.synonyms.widen(&mut clauses);
        if !parsed.sentence {
            self.join_neighbours(parsed, &mut clauses);
        }
        clauses
    }

    /// Lets "mid term" find "midterm" and "glot 59" find "GLOT59".
    fn join_neighbours(&self, parsed: &Parsed, clauses: &mut [Clause]) {
        for (at, pair) in parsed.clauses.windows(2).enumerate() {
            let [one, two] = pair else { continue };
            let (Some(first), Some(second)) = (only_word(one), only_word(two)) else { continue };
            if one.scope != two.scope {
                continue;
            }
            let text = format!("{}{}", first.text, second.text);
            if self.index.find(&text).is_none() {
                continue;
            }
            let word = Word { text, prefix: false, letters: false };
            let joined = Alternative { words: vec![word], in_order: false };
            let both = clauses.iter_mut().skip(at).take(2);
            both.for_each(|clause| clause.alternatives.push(joined.clone()));
        }
    }

    fn ready(
        &self,
        parsed: &Parsed,
        clauses: &[Clause],
        gathered: &mut [Gathered],
        exact: &Gatherer<'_, '_>,
    ) -> Prepared {
        let only_stops = clauses.iter().all(|clause| clause.stop);
        let ready = |(clause, gathered): (&Clause, &mut Gathered)| {
            let lists = std::mem::take(&mut gathered.lists);
            Ready::new(&self.index, clause, lists, clause.stop && !only_stops)
        };
        let clauses = clauses.iter().zip(gathered).map(ready).collect();
        // A sentence finds what has any of its words that matter; the rank tells how much.
        let need = if parsed.sentence { Need::Share(0.0) } else { Need::All };
        Prepared { clauses, excluded: self.excluded(parsed, exact), need }
    }

    fn excluded(&self, parsed: &Parsed, exact: &Gatherer<'_, '_>) -> Excluded {
        let mut excluded = Excluded::default();
        for clause in &parsed.excluded {
            let Lists { headers, statements } = exact.clause(&as_typed(clause)).lists;
            let of = |statement| self.index.evaluation_of(statement);
            excluded.headers.extend(headers.iter().map(|hit| hit.evaluation));
            excluded.statements.extend(statements.iter().map(|hit| hit.statement));
            excluded.evaluations.extend(statements.iter().filter_map(|hit| of(hit.statement)));
        }
        excluded.evaluations.extend(&excluded.headers);
        let Excluded { evaluations, headers, statements } = &mut excluded;
        for list in [evaluations, headers, statements] {
            sorted::by_number(list, |number| *number);
            list.dedup();
        }
        excluded
    }
}

/// What is found, or what has most of what was asked for where nothing has all of it.
fn run(ranker: &Ranker<'_, '_>) -> (UnitMatches, UnitMatches) {
    let (mut evaluations, mut statements) = ranker.run();
    let (no_evaluation, no_statement) =
        (evaluations.records.is_empty(), statements.records.is_empty());
    let mut dropped = (Vec::new(), Vec::new());
    // What has some of several clauses; where none has any hit there is nothing closer.
    let any = ranker.clauses.iter().any(|clause| !clause.lists.is_empty());
    if any && (no_evaluation || no_statement) {
        let closest = Ranker { need: Need::Share(0.0), ..*ranker }.run();
        if no_evaluation {
            evaluations = closest.0;
            dropped.0 = keep_closest(&mut evaluations, ranker.clauses);
        }
        if no_statement {
            statements = closest.1;
            dropped.1 = keep_closest(&mut statements, ranker.clauses);
        }
    }
    let unit = |Found { records, matches, .. }: Found, dropped| UnitMatches {
        records,
        found: matches,
        dropped,
    };
    (unit(evaluations, dropped.0), unit(statements, dropped.1))
}

/// Clauses ready to rank.
#[derive(Debug, Default)]
pub(crate) struct Prepared {
    pub(super) clauses: Vec<Ready>,
    excluded: Excluded,
    need: Need,
}

impl Prepared {
    pub(super) fn ranker<'q, 'i>(&'q self, index: &'q TextIndex<'i>) -> Ranker<'q, 'i> {
        let needed = bits(self.clauses.iter().map(|clause| !clause.optional));
        Ranker {
            index,
            clauses: &self.clauses,
            excluded: &self.excluded,
            need: self.need,
            needed,
            ranks_evaluations: true,
            ranks_statements: true,
        }
    }
}

/// A folded word as it stands in what was typed, of which it may be one of several.
fn as_it_was_typed(typed: &str, folded: &str) -> String {
    let mut found = None;
    text::analyse(typed, &mut |token| {
        if token.text == folded && found.is_none() {
            found = typed.get(token.range.clone());
        }
    });
    found.unwrap_or(typed).to_owned()
}

/// The one word that a clause is, searched everywhere or in one field.
fn only_word(clause: &Clause) -> Option<&Word> {
    match clause.alternatives.as_slice() {
        [Alternative { words, in_order: false }] if !clause.stop || clause.scope != Scope::ALL => {
            words.first().filter(|_| words.len() == 1)
        }
        _ => None,
    }
}

/// A clause whose words do not go on: what is excluded is excluded as typed.
fn as_typed(clause: &Clause) -> Clause {
    let mut clause = clause.clone();
    let words = clause.alternatives.iter_mut().flat_map(|alternative| &mut alternative.words);
    words.for_each(|word| word.prefix = false);
    clause
}

/// Keeps the records that have most of what was asked for, by rarity; gives what was left out, as
/// typed.
fn keep_closest(any: &mut Found, clauses: &[Ready]) -> Vec<String> {
    let has = |bits: u64, at: usize| bits >> at & 1 == 1;
    let needed = |at: &usize| clauses.get(*at).is_some_and(|clause| !clause.optional);
    let weight = |bits: u64| -> f32 {
        let weighed = clauses.iter().enumerate().filter(|(at, _)| needed(at) && has(bits, *at));
        weighed.map(|(_, clause)| clause.rarity).sum()
    };
    // Of sets that weigh the same, the one with what was typed first.
    let better = |a: u64, b: u64| {
        weight(a).total_cmp(&weight(b)).then(a.reverse_bits().cmp(&b.reverse_bits())).is_gt()
    };
    let sets = any.clauses.iter().map(|(_, bits)| *bits);
    let most = sets.reduce(|best, bits| if better(bits, best) { bits } else { best });
    let Some(most) = most else { return Vec::new() };
    let is_kept =
        |bits: u64| (0..clauses.len()).filter(needed).all(|at| !has(most, at) || has(bits, at));
    for &(record, bits) in &any.clauses {
        if !is_kept(bits) {
            any.records.remove(record as usize);
        }
    }
    let records = &any.records;
    any.matches.retain(|found| records.has(found.id as usize));
    let left_out = clauses.iter().enumerate().filter(|(at, _)| needed(at) && !has(most, *at));
    left_out.map(|(_, clause)| clause.typed.clone()).collect()
}
