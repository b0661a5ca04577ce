//! The answer to a question: what matches, in which order, with the counts of all facets.
//!
//! A pure function of the set and the question. Everything is listed whatever the unit, since a
//! reader who switches the unit must not wait; pages are cut by the view.

mod order;
mod ranking;

pub use ranking::Ranking;

use crate::dataset::{Dataset, EvaluationIx};
use crate::facet::bits::Bits;
use crate::facet::count::{self, Counts, Words};
use crate::facet::impact::{self, Impact};
use crate::facet::{FacetId, NOT_STATED, values};
use crate::id::TermId;
use crate::query::{Query, Unit};
use crate::search::{Correction, Marks, Matches, Note, UnitMatches, parse};

/// A value that the question names and this edition of the set does not know. It matches nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownValue {
    /// The facet.
    pub facet: FacetId,
    /// The value as it stands in the question.
    pub value: Box<str>,
    /// True when it is excluded rather than asked for.
    pub excluded: bool,
}

/// What was made of the words of a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Mistyped words and what they were taken for.
    pub corrections: Vec<Correction>,
    /// What was not taken as typed.
    pub notes: Vec<Note>,
    /// The words to mark in texts.
    pub marks: Marks,
    /// Words left out for evaluations, because none has all words.
    pub dropped_for_evaluations: Vec<String>,
    /// Words left out for statements, because none has all words.
    pub dropped_for_statements: Vec<String>,
}

impl Reading {
    fn of(found: &Matches) -> Self {
        Self {
            corrections: found.corrections.clone(),
            notes: found.notes.clone(),
            marks: found.marks.clone(),
            dropped_for_evaluations: found.evaluations.dropped.clone(),
            dropped_for_statements: found.statements.dropped.clone(),
        }
    }
}

/// The answer to a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// All evaluations that match, the first result first.
    pub evaluations: Vec<EvaluationIx>,
    /// All statements that match.
    pub statements: Ranking,
    /// What choosing each value of each facet would give, in the unit asked for.
    pub counts: Counts,
    /// Values that this edition does not know.
    pub unknown: Vec<UnknownValue>,
    /// When nothing of the unit asked for matches: what to drop. Empty otherwise.
    pub impacts: Vec<Impact>,
    /// What was made of the words; `None` when there are none.
    pub reading: Option<Reading>,
}

impl Outcome {
    /// How many results there are in a unit.
    #[must_use]
    pub fn total(&self, unit: Unit) -> usize {
        match unit {
            Unit::Evaluations => self.evaluations.len(),
            Unit::Statements => self.statements.len(),
        }
    }
}

impl Outcome {
    /// How many evaluations the statements are from.
    #[must_use]
    pub fn evaluations_of_statements(&self, dataset: &Dataset) -> usize {
        let mut statements = self.statements.in_set_order().peekable();
        let mut has_any = |ix: &EvaluationIx| {
            let end = dataset.statement_range(*ix).end;
            let mut any = false;
            while statements.next_if(|statement| statement.at() < end).is_some() {
                any = true;
            }
            any
        };
        dataset.evaluations().filter(|ix| has_any(ix)).count()
    }
}

/// Answers a question.
#[must_use]
pub fn run(dataset: &Dataset, query: &Query) -> Outcome {
    of_found(dataset, query, search(dataset, &query.text).as_ref())
}

/// Looks the words of a question up; `None` when it asks for no word. Depends on the text alone,
/// so that a change of filters need not search again.
#[must_use]
pub fn search(dataset: &Dataset, text: &str) -> Option<Matches> {
    let parsed = parse(text);
    let searcher = dataset.searcher().ok()?;
    (!parsed.is_empty()).then(|| searcher.search(&parsed))
}

/// Answers a question whose words were looked up by [`search`].
#[must_use]
pub fn of_found(dataset: &Dataset, query: &Query, found: Option<&Matches>) -> Outcome {
    let words = found.map(|found| words(dataset, found));
    let matches = count::matches(dataset, query, words.as_ref());
    let (evaluations, statements) = order::in_order(dataset, query, &matches, found);
    let mut outcome = Outcome {
        evaluations,
        statements,
        counts: matches.counts,
        unknown: unknown_values(dataset, query),
        impacts: Vec::new(),
        reading: found.map(Reading::of),
    };
    if outcome.total(query.unit) == 0 {
        outcome.impacts = impact::impacts(dataset, query, words.as_ref());
    }
    outcome
}

fn words(dataset: &Dataset, found: &Matches) -> Words {
    let numbers = |unit: &UnitMatches, bound| Bits::of(bound, unit.found.iter().map(|one| one.id));
    Words {
        evaluations: numbers(&found.evaluations, dataset.evaluation_count()),
        statements: numbers(&found.statements, dataset.statement_count()),
    }
}

fn unknown_values(dataset: &Dataset, query: &Query) -> Vec<UnknownValue> {
    let mut unknown = Vec::new();
    for (facet, picks) in query.picks.iter() {
        let included = picks.included.iter().map(|value| (value, false));
        let picked = included.chain(picks.excluded.iter().map(|value| (value, true)));
        for (value, excluded) in picked.filter(|(value, _)| !is_known(dataset, facet, value)) {
            unknown.push(UnknownValue { facet, value: value.clone(), excluded });
        }
    }
    unknown
}

/// True when records have the value, or when the vocabulary names it though no record has it.
fn is_known(dataset: &Dataset, facet: FacetId, value: &str) -> bool {
    let terms = values::terms_of(facet, dataset.vocabulary());
    value == NOT_STATED
        || dataset.facet_values(facet).iter().any(|listed| &*listed.id == value)
        || terms.is_some_and(|terms| terms.get(&TermId::from(value)).is_some())
}

#[cfg(test)]
mod tests;
