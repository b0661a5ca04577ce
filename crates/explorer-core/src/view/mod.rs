//! What is on the screen, as plain data.
//!
//! A component reads these values, lays them out and sends actions; every decision is here and
//! tested without a browser. Words are not here: they are in `explorer-lang`.

pub mod compare;
pub mod facets;
pub mod filters;
pub mod matrix;
pub mod money;
pub mod narrowed;
pub mod offers;
pub mod places;
pub mod ranges;
pub mod reading;
pub mod related;
pub mod results;
pub mod said;
pub mod since;
pub mod taken;
pub mod timeline;

use crate::bits::Bits;
use crate::dataset::{Dataset, EvaluationIx};
use crate::outcome::Outcome;
use crate::query::{Query, Unit};

/// The evaluations that a view is about, in the order of the results: those that are listed, or
/// those that the listed statements are from.
#[must_use]
pub fn evaluations(dataset: &Dataset, query: &Query, outcome: &Outcome) -> Vec<EvaluationIx> {
    if query.unit == Unit::Evaluations {
        return outcome.evaluations.clone();
    }
    let mut seen = Bits::new(dataset.evaluation_count());
    let mut found = Vec::new();
    let statements = outcome.first_statements(dataset, query, usize::MAX).into_iter();
    for evaluation in statements.filter_map(|ix| dataset.evaluation_of(ix)) {
        let at = evaluation.0 as usize;
        if !seen.has(at) {
            seen.insert(at);
            found.push(evaluation);
        }
    }
    found
}
