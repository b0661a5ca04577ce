//! The answer before anything was asked, for which neither index nor filters are needed.

use super::{Outcome, Statements, order};
use crate::bits::Bits;
use crate::dataset::{Dataset, EvaluationIx};
use crate::query::Query;

/// All evaluations in the order asked for, without counts; `None` when something is asked
/// ([`Query::asks`]).
#[must_use]
pub fn unasked(dataset: &Dataset, query: &Query) -> Option<Outcome> {
    if query.asks() {
        return None;
    }
    let evaluations = order::by_day_or_title(dataset, query.sort);
    let mut statements = Bits::new(dataset.statement_count());
    statements.insert_all(0..dataset.statement_count(), None);
    Some(Outcome {
        evaluations: evaluations.into_iter().map(EvaluationIx).collect(),
        statements: Statements::new(statements),
        ..Outcome::default()
    })
}
