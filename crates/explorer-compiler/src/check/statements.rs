//! Statements: counted without gaps, short, tied to projects and criteria of their record.

use std::collections::{BTreeMap, BTreeSet};

use explorer_core::id::TermId;
use explorer_core::place::PlaceKind;
use explorer_core::statement::{Basis, Statement, StatementKind};

use crate::authored::AuthoredRecord;
use crate::collector::Page;
use crate::nearest::{did_you_mean, nearest};
use crate::problem::{Rule, counted};

const ORDINAL: Rule =
    Rule::error("ordinal", "statements of a kind are not counted from 1 without gaps");
const WORDS: Rule = Rule::error("too-many-words", "this statement is longer than 40 words");
const PROJECT: Rule = Rule::error("unknown-project", "this record has no project of this code");
const TWICE: Rule = Rule::error("term-twice", "this term stands twice at one statement");
const ASKS: Rule =
    Rule::error("asks-for-action", "only what is not a recommendation can be marked as asking");
const NO_PLACE: Rule =
    Rule::warning("place-elsewhere", "this place is not among the places of the record");
const NONE: Rule = Rule::warning("no-statements", "this record has no statement");

/// The rules of this file.
pub const RULES: &[&Rule] = &[&ORDINAL, &WORDS, &PROJECT, &TWICE, &ASKS, &NO_PLACE, &NONE];

const MOST_WORDS: usize = 40;

/// Checks the statements of a record.
pub fn check(record: &AuthoredRecord, page: &mut Page<'_, '_>) {
    let statements = &record.record.statements;
    if statements.is_empty() {
        page.note(&NONE, "title", "at least one [[statements]]", "none");
    }
    for (at, statement) in statements.iter().enumerate() {
        let path = format!("statements[{at}]");
        one(statement, &path, page);
        places(record, statement, &path, page);
    }
    projects(record, page);
    // A statement of an unknown kind or ordinal may be the one that is missing elsewhere.
    if record.ids_known {
        ordinals(statements, page);
    }
}

fn one(statement: &Statement, path: &str, page: &mut Page<'_, '_>) {
    let words = statement.text.split_whitespace().count();
    if words > MOST_WORDS {
        let expected = format!("at most {MOST_WORDS} words");
        page.note(&WORDS, &format!("{path}.text"), expected, counted(words, "word"));
    }
    if statement.asks_for_action && statement.kind == StatementKind::Recommendation {
        let expected = "no such mark, since a recommendation always asks";
        page.note(&ASKS, &format!("{path}.asks_for_action"), expected, "true");
    }
    let mut seen = BTreeSet::new();
    let printed = statement.criteria.iter().filter(|c| c.basis == Basis::Printed);
    let inferred = statement.criteria.iter().filter(|c| c.basis == Basis::Inferred);
    let terms = (printed.enumerate().map(|(at, c)| ("criteria", at, &c.term)))
        .chain(inferred.enumerate().map(|(at, c)| ("criteria_inferred", at, &c.term)));
    for (key, at, term) in terms {
        if !seen.insert(term) {
            let expected = "each criterion once, as printed or as inferred";
            page.note(&TWICE, &format!("{path}.{key}[{at}]"), expected, format!("`{term}` again"));
        }
    }
    let mut seen = BTreeSet::new();
    for (at, term) in statement.themes.iter().enumerate().filter(|(_, term)| !seen.insert(*term)) {
        let expected = "each theme once";
        page.note(&TWICE, &format!("{path}.themes[{at}]"), expected, format!("`{term}` again"));
    }
}

fn places(record: &AuthoredRecord, statement: &Statement, path: &str, page: &mut Page<'_, '_>) {
    let evaluation = &record.record.evaluation;
    // Where the world or a region is the place, any country may be named.
    let listed = |term: &TermId| {
        let all = evaluation.places.iter().chain(&evaluation.method.field_missions);
        all.filter_map(|place| place.term.as_ref()).any(|known| known == term)
    };
    let open = evaluation
        .places
        .iter()
        .any(|place| matches!(place.kind, PlaceKind::Region | PlaceKind::Global));
    for (at, term) in statement.places.iter().enumerate().filter(|(_, term)| !listed(term)) {
        if !open {
            let expected = "a place of the record or of its field missions";
            page.note(&NO_PLACE, &format!("{path}.places[{at}]"), expected, format!("`{term}`"));
        }
    }
}

fn projects(record: &AuthoredRecord, page: &mut Page<'_, '_>) {
    let projects = &record.record.evaluation.projects;
    let codes: Vec<&str> = projects.iter().filter_map(|project| project.code.as_deref()).collect();
    for (statement, written) in record.statement_projects.iter().enumerate() {
        for (at, code) in written.iter().enumerate() {
            if codes.contains(&code.as_str()) {
                continue;
            }
            let hint = did_you_mean(&nearest(code, codes.iter().map(|code| vec![*code])));
            page.note_with_hint(
                &PROJECT,
                &format!("statements[{statement}].projects[{at}]"),
                "the code of a project of this record, as printed",
                format!("`{code}`"),
                hint.unwrap_or_else(|| "the projects of this record have no codes".to_owned()),
            );
        }
    }
}

fn ordinals(statements: &[Statement], page: &mut Page<'_, '_>) {
    let mut by_kind: BTreeMap<StatementKind, Vec<(u16, usize)>> = BTreeMap::new();
    for (at, statement) in statements.iter().enumerate() {
        by_kind.entry(statement.kind).or_default().push((statement.ordinal, at));
    }
    for (kind, mut ordinals) in by_kind {
        ordinals.sort_unstable();
        let mut next = 1;
        for (ordinal, at) in ordinals {
            if ordinal != next {
                let expected = format!("{} {next}", kind.code());
                let found = format!("{} {ordinal}", kind.code());
                page.note(&ORDINAL, &format!("statements[{at}].ordinal"), expected, found);
            }
            next = ordinal.saturating_add(1);
        }
    }
}
