//! Tensions: sides that exist, at least two of them, about things that exist.

use std::collections::BTreeSet;

use explorer_core::id::EvaluationId;
use explorer_core::tension::{Side, Tension};

use crate::authored::{Authored, AuthoredTension};
use crate::collector::{Collector, Page};
use crate::hidden::Hidden;
use crate::nearest::{did_you_mean, nearest};
use crate::problem::Rule;

const STATEMENT: Rule = Rule::error("unknown-statement", "this statement does not exist");
const EVALUATION: Rule = Rule::error("unknown-evaluation", "this evaluation does not exist");
const SIDES: Rule = Rule::error("one-sided", "a tension has at least two sides");
const EMPTY: Rule = Rule::error("empty-side", "nothing takes this side");
const SILENT: Rule = Rule::error("silent-and-speaking", "an evaluation is silent and takes a side");
const SAME: Rule = Rule::error("statement-twice", "a statement stands twice on one side");

/// The rules of this file.
pub const RULES: &[&Rule] = &[&STATEMENT, &EVALUATION, &SIDES, &EMPTY, &SILENT, &SAME];

/// Checks all tensions, between evaluations and inside them.
pub fn check(set: &Authored, collector: &mut Collector<'_>) {
    let statements: BTreeSet<&str> = set
        .records
        .iter()
        .flat_map(|authored| authored.record.statements.iter().map(|s| s.id.as_str()))
        .collect();
    let read = set.records.iter().map(|authored| authored.record.evaluation.id.as_str());
    let unread = set.hidden.evaluations.iter().map(String::as_str);
    let known =
        Known { statements, evaluations: read.chain(unread).collect(), hidden: &set.hidden };
    for authored in &set.tensions {
        one(authored, &known, &mut collector.page(&authored.file));
    }
}

struct Known<'s> {
    statements: BTreeSet<&'s str>,
    evaluations: BTreeSet<&'s str>,
    hidden: &'s Hidden,
}

fn one(authored: &AuthoredTension, known: &Known<'_>, page: &mut Page<'_, '_>) {
    let AuthoredTension { path, tension, .. } = authored;
    let least = if tension.within.is_some() { 1 } else { 2 };
    if tension.sides.len() < least && page.is_well_formed(&format!("{path}.sides")) {
        let expected = "two sides or more";
        page.note(&SIDES, &format!("{path}.sides"), expected, tension.sides.len().to_string());
    }
    for (at, side) in tension.sides.iter().enumerate() {
        side_of(tension, side, &format!("{path}.sides[{at}]"), known, page);
    }
    for (at, id) in tension.silent.iter().enumerate() {
        let path = format!("{path}.silent[{at}]");
        evaluation(id, &path, known, page);
        if tension.sides.iter().any(|side| speaks(side, id, known)) {
            let expected = "evaluations that take no side";
            page.note(&SILENT, &path, expected, format!("`{id}`"));
        }
    }
}

fn side_of(tension: &Tension, side: &Side, path: &str, known: &Known<'_>, page: &mut Page<'_, '_>) {
    if side.statements.is_empty() && side.evaluations.is_empty() {
        page.note(&EMPTY, path, "`statements` or `evaluations`", "neither");
    }
    let mut seen = BTreeSet::new();
    for (at, id) in side.statements.iter().enumerate() {
        let path = format!("{path}.statements[{at}]");
        let written = written(tension, id.as_str());
        if !seen.insert(id) {
            page.note(&SAME, &path, "each statement once", format!("`{written}` again"));
        }
        if !known.statements.contains(id.as_str()) && !known.hidden.statement(id.as_str()) {
            let near = nearest(id.as_str(), known.statements.iter().map(|id| vec![*id]));
            let near: Vec<&str> = near.iter().map(|id| self::written(tension, id)).collect();
            let hint = did_you_mean(&near).unwrap_or_default();
            let expected = "the id of a statement";
            page.note_with_hint(&STATEMENT, &path, expected, format!("`{written}`"), hint);
        }
    }
    if tension.within.is_none() {
        for (at, id) in side.evaluations.iter().enumerate() {
            evaluation(id, &format!("{path}.evaluations[{at}]"), known, page);
        }
    }
}

/// A statement's id as its author writes it: without the evaluation's id inside its own record.
fn written<'i>(tension: &Tension, id: &'i str) -> &'i str {
    let local = |within: &EvaluationId| id.strip_prefix(within.as_str())?.strip_prefix('-');
    tension.within.as_ref().and_then(local).unwrap_or(id)
}

fn evaluation(id: &EvaluationId, path: &str, known: &Known<'_>, page: &mut Page<'_, '_>) {
    if !known.evaluations.contains(id.as_str()) {
        let near = nearest(id.as_str(), known.evaluations.iter().map(|id| vec![*id]));
        let hint = did_you_mean(&near).unwrap_or_default();
        let expected = "the id of an evaluation";
        page.note_with_hint(&EVALUATION, path, expected, format!("`{id}`"), hint);
    }
}

/// True when an evaluation takes a side, by itself or by one of its statements.
fn speaks(side: &Side, id: &EvaluationId, known: &Known<'_>) -> bool {
    let is_of = |statement: &str| {
        // Ids have hyphens inside, so one evaluation's id may begin another's.
        statement.rsplit_once('-').is_some_and(|(owner, _)| owner == id.as_str())
            && known.statements.contains(statement)
    };
    side.evaluations.contains(id) || side.statements.iter().any(|s| is_of(s.as_str()))
}
