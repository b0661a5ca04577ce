//! What the cards of results say beside the record itself.

use crate::dataset::{Dataset, EvaluationIx};
use crate::evaluation::Evaluation;
use crate::statement::{Statement, StatementKind};
use crate::vocabulary::Vocabulary;

/// How many statements of each kind an evaluation has, in the order of kinds, without those it
/// has none of.
#[must_use]
pub fn kinds_of(dataset: &Dataset, ix: EvaluationIx) -> Vec<(StatementKind, usize)> {
    let statements = statements_of(dataset, ix);
    let count = |kind| statements.iter().filter(|statement| statement.kind == kind).count();
    StatementKind::ALL
        .iter()
        .map(|&kind| (kind, count(kind)))
        .filter(|&(_, number)| number > 0)
        .collect()
}

/// The statements of an evaluation, in its own order.
#[must_use]
pub fn statements_of(dataset: &Dataset, ix: EvaluationIx) -> Vec<Statement> {
    dataset.statements_of(ix).filter_map(|ix| dataset.statement(ix)).collect()
}

/// The names of the places of an evaluation that have a term, each once, in the document's order.
#[must_use]
pub fn places_of(evaluation: &Evaluation, vocabulary: &Vocabulary, lang: &str) -> Vec<String> {
    let terms = evaluation.places.iter().filter_map(|place| place.term.as_ref());
    let mut names: Vec<String> = Vec::new();
    for term in terms.filter_map(|id| vocabulary.places.get(id)) {
        let name = term.label(lang).to_owned();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
