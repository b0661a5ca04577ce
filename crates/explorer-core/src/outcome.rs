//! The answer to a question: what matches, in which order, with the counts of all facets.
//!
//! A pure function of the set and the question. What is found is told for both units whatever is
//! listed, so that the other one's total can stand beside; only what is listed is put in order.
//! Pages are cut by the view.

mod look_up;
mod order;
mod ranking;
mod statements;
mod unasked;

pub use look_up::LookUp;
pub use statements::Statements;
pub use unasked::unasked;

use std::sync::Arc;

use crate::dataset::{Dataset, EvaluationIx, StatementIx};
use crate::facet::count::{self, Counts, Words};
use crate::facet::impact::{self, Impact};
use crate::facet::{FacetId, NOT_STATED, values};
use crate::id::TermId;
use crate::query::{Query, Unit};
use crate::search::{Correction, Field, Lookup, Marks, Matches, Note, Prepared, Sought, sought};
use crate::sorted;

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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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

impl Reading {
    /// The words left out of the question for a unit, because none has all words.
    #[must_use]
    pub fn dropped(&self, unit: Unit) -> &[String] {
        match unit {
            Unit::Evaluations => &self.dropped_for_evaluations,
            Unit::Statements => &self.dropped_for_statements,
        }
    }
}

/// What was looked for of the words of a question: as typed where nothing was made of them.
#[must_use]
pub fn looked_for(query: &Query, reading: Option<&Reading>) -> Vec<Sought> {
    let (corrections, dropped) =
        reading.map_or((&[][..], &[][..]), |it| (&*it.corrections, it.dropped(query.unit)));
    sought(&query.text, corrections, dropped)
}

/// The answer to a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// All evaluations that match, the first result first.
    pub evaluations: Vec<EvaluationIx>,
    /// All statements that match; [`Outcome::first_statements`] has them in order.
    pub statements: Statements,
    /// What choosing each value of each facet would give, in the unit asked for.
    pub counts: Counts,
    /// Values that this edition does not know.
    pub unknown: Vec<UnknownValue>,
    /// What was made of the words; `None` when there are none.
    pub reading: Option<Reading>,
    /// What the words find, whatever the filters.
    found: Option<Found>,
}

/// What words find, for questions with the same words.
#[derive(Clone, Debug)]
struct Found {
    text: String,
    lookup: Lookup,
    matches: Arc<Matches>,
    prepared: Arc<Prepared>,
}

impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        // What ranks statements follows from the text.
        self.lookup == other.lookup && self.text == other.text && self.matches == other.matches
    }
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
    /// The statements of an evaluation that say any of the words, whatever the filters: first those
    /// that the words find, then those that say most, then in their own order.
    #[must_use]
    pub fn said_by(&self, dataset: &Dataset, ix: EvaluationIx) -> Vec<StatementIx> {
        let Some(found) = &self.found else { return Vec::new() };
        let range = dataset.statement_range(ix);
        let mut said = found.prepared.said_by(range.start as u32..range.end as u32);
        let is_found = |statement: u32| found.matches.statements.records.has(statement as usize);
        sorted::by(&mut said, |(a, a_says), (b, b_says)| {
            is_found(*b).cmp(&is_found(*a)).then(b_says.cmp(a_says))
        });
        said.into_iter().map(|(statement, _)| StatementIx(statement)).collect()
    }

    /// The fields in the header of an evaluation that have words which a statement of it, or none,
    /// does not say.
    #[must_use]
    pub fn named_in(&self, ix: EvaluationIx, shown: Option<StatementIx>) -> Vec<Field> {
        let statements = shown.map_or(0..0, |StatementIx(at)| at..at.saturating_add(1));
        self.found.as_ref().map_or_else(Vec::new, |it| it.prepared.named_in(ix.0, statements))
    }

    /// How many evaluations the statements are from.
    #[must_use]
    pub fn evaluations_of_statements(&self, dataset: &Dataset) -> usize {
        let has_any = |ix: &EvaluationIx| self.statements.has_any(dataset.statement_range(*ix));
        dataset.evaluations().filter(has_any).count()
    }

    /// The first statements of the answer to a question, the very first one first: so many, or all
    /// there are. While evaluations are listed, how well each fits is worked out here.
    #[must_use]
    pub fn first_statements(
        &self,
        dataset: &Dataset,
        query: &Query,
        count: usize,
    ) -> Vec<StatementIx> {
        let statements = &self.statements;
        let Some(found) = self.found.as_ref().filter(|_| order::is_by_fit(query)) else {
            return order::first_by_evaluation(dataset, query, statements, count);
        };
        let ranked = match (found.lookup.unit, dataset.searcher()) {
            (Unit::Evaluations, Ok(searcher)) => Some(searcher.ranked_statements(&found.prepared)),
            _ => None,
        };
        let fits = ranked.as_deref().unwrap_or(&found.matches.statements.found);
        order::first_by_fit(dataset, query, statements, fits, count)
    }

    /// When nothing of the unit asked for matches: what to drop. None otherwise.
    #[must_use]
    pub fn impacts(&self, dataset: &Dataset, query: &Query) -> Vec<Impact> {
        if self.total(query.unit) > 0 {
            return Vec::new();
        }
        impact::impacts(dataset, query, self.found.as_ref().map(|found| words(&found.matches)))
    }

    /// How many results another question with the same words has in its unit.
    pub(crate) fn total_with(&self, dataset: &Dataset, query: &Query) -> usize {
        let words = self.found.as_ref().map(|found| words(&found.matches));
        let matches = count::matches(dataset, query, words);
        match query.unit {
            Unit::Evaluations => matches.evaluations.len(),
            Unit::Statements => matches.statements.count(),
        }
    }
}

/// Answers a question.
#[must_use]
pub fn run(dataset: &Dataset, query: &Query) -> Outcome {
    LookUp::new(dataset, query, Lookup::of(query.unit)).answer(dataset, query)
}

/// Answers a question that takes every word as typed.
#[must_use]
pub fn run_as_typed(dataset: &Dataset, query: &Query) -> Outcome {
    let as_typed = Lookup { forgives: false, ..Lookup::of(query.unit) };
    LookUp::new(dataset, query, as_typed).answer(dataset, query)
}

fn of_found(dataset: &Dataset, query: &Query, found: Option<Found>) -> Outcome {
    let searched = found.as_ref().map(|found| &*found.matches);
    let words = searched.map(words);
    let matches = count::matches(dataset, query, words);
    Outcome {
        evaluations: order::evaluations(dataset, query, &matches.evaluations, searched),
        statements: Statements::new(matches.statements),
        counts: matches.counts,
        unknown: unknown_values(dataset, query),
        reading: searched.map(Reading::of),
        found,
    }
}

fn words(found: &Matches) -> Words<'_> {
    Words { evaluations: &found.evaluations.records, statements: &found.statements.records }
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
