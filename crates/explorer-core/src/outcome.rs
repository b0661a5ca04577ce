//! The answer to a question: what matches, in which order, with the counts of all facets.
//!
//! A pure function of the set and the question. Everything is listed whatever the unit, since a
//! reader who switches the unit must not wait; pages are cut by the view.

mod order;

use crate::dataset::{Dataset, EvaluationIx, StatementIx};
use crate::facet::bits::Bits;
use crate::facet::count::{self, Counts, Words};
use crate::facet::impact::{self, Impact};
use crate::facet::{FacetId, NOT_STATED, values};
use crate::id::TermId;
use crate::query::{Query, Unit};

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

/// Records that words match, with how well: more is better.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scores {
    /// Evaluations, each at most once.
    pub evaluations: Vec<(EvaluationIx, f32)>,
    /// Statements, each at most once.
    pub statements: Vec<(StatementIx, f32)>,
}

impl Scores {
    fn words(&self, dataset: &Dataset) -> Words {
        let evaluations = self.evaluations.iter().map(|(ix, _)| ix.0);
        let statements = self.statements.iter().map(|(ix, _)| ix.0);
        Words {
            evaluations: Bits::of(dataset.evaluation_count(), evaluations),
            statements: Bits::of(dataset.statement_count(), statements),
        }
    }
}

/// The answer to a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// All evaluations that match, the first result first.
    pub evaluations: Vec<EvaluationIx>,
    /// All statements that match, the first result first.
    pub statements: Vec<StatementIx>,
    /// What choosing each value of each facet would give, in the unit asked for.
    pub counts: Counts,
    /// Values that this edition does not know.
    pub unknown: Vec<UnknownValue>,
    /// When nothing of the unit asked for matches: what to drop. Empty otherwise.
    pub impacts: Vec<Impact>,
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

/// Answers a question whose words were looked up already; `None` when it has no words.
#[must_use]
pub fn of_scores(dataset: &Dataset, query: &Query, scores: Option<&Scores>) -> Outcome {
    let words = scores.map(|scores| scores.words(dataset));
    let matches = count::matches(dataset, query, words.as_ref());
    let (evaluations, statements) = order::in_order(dataset, query, &matches, scores);
    let mut outcome = Outcome {
        evaluations,
        statements,
        counts: matches.counts,
        unknown: unknown_values(dataset, query),
        impacts: Vec::new(),
    };
    if outcome.total(query.unit) == 0 {
        outcome.impacts = impact::impacts(dataset, query, words.as_ref());
    }
    outcome
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
