//! A part of a set, for exports of what a query finds.

use std::collections::{BTreeMap, BTreeSet};

use explorer_core::content::{Content, Record};
use explorer_core::id::{EvaluationId, StatementId};
use explorer_core::tension::Tension;

/// The set with only these evaluations, in this order, and, of them, only these statements.
///
/// A disagreement stays only if every statement and evaluation on its sides stays: it is shown
/// with all its sides or not at all.
#[must_use]
pub fn only(
    content: &Content,
    evaluations: &[EvaluationId],
    statements: &BTreeSet<StatementId>,
) -> Content {
    let places = content.records.iter().map(|record| (&record.evaluation.id, record));
    let places: BTreeMap<&EvaluationId, &Record> = places.collect();
    let records: Vec<Record> = evaluations
        .iter()
        .filter_map(|id| places.get(id))
        .map(|record| Record {
            evaluation: record.evaluation.clone(),
            statements: record
                .statements
                .iter()
                .filter(|statement| statements.contains(&statement.id))
                .cloned()
                .collect(),
        })
        .collect();
    let kept: BTreeSet<&EvaluationId> = evaluations.iter().collect();
    let stays = |tension: &&Tension| {
        tension.within.iter().all(|id| kept.contains(id))
            && tension.sides.iter().all(|side| {
                side.statements.iter().all(|id| statements.contains(id))
                    && side.evaluations.iter().all(|id| kept.contains(id))
            })
    };
    let mut tensions: Vec<_> = content.tensions.iter().filter(stays).cloned().collect();
    for tension in &mut tensions {
        tension.silent.retain(|id| kept.contains(id));
    }
    Content {
        title: content.title.clone(),
        data_date: content.data_date,
        records,
        tensions,
        vocabulary: content.vocabulary.clone(),
        synonyms: content.synonyms.clone(),
        redirects: content.redirects.clone(),
    }
}
