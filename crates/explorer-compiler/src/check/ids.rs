//! Ids: of the right letters, and each of one thing only.

use std::collections::BTreeMap;

use explorer_core::id::is_id;

use super::values::bad_id;
use crate::authored::Authored;
use crate::collector::Collector;
use crate::problem::Rule;

const FILE_NAME: Rule = Rule::error("file-name", "the name of this file cannot be an id");
const ID_TWICE: Rule = Rule::error("id-twice", "two things have one id");

/// The rules of this file.
pub const RULES: &[&Rule] = &[&FILE_NAME, &ID_TWICE];

/// Checks the ids of evaluations, statements and tensions, which share one list of names.
pub fn check(set: &Authored, collector: &mut Collector<'_>) {
    let mut seen: BTreeMap<&str, &'static str> = BTreeMap::new();
    for authored in &set.records {
        let evaluation = &authored.record.evaluation;
        let id = evaluation.id.as_str();
        let mut page = collector.page(&authored.file);
        if !is_id(id) {
            let breach = bad_id(id);
            let hint = breach.hint.unwrap_or_else(|| "rename the file".to_owned());
            page.note_line(&FILE_NAME, 1, breach.expected, breach.found, hint);
        }
        if let Some(what) = seen.insert(id, "an evaluation") {
            page.note(&ID_TWICE, "title", "an id of its own", format!("`{id}`, also of {what}"));
        }
        for (at, statement) in authored.record.statements.iter().enumerate() {
            let id = statement.id.as_str();
            let path = format!("statements[{at}].ordinal");
            if let Some(what) = seen.insert(id, "a statement").filter(|_| authored.ids_known) {
                let found = format!("`{id}`, also of {what}");
                page.note(&ID_TWICE, &path, "an id of its own", found);
            }
        }
    }
    for authored in &set.tensions {
        let id = authored.tension.id.as_str();
        if let Some(what) = seen.insert(id, "a tension") {
            let found = format!("`{id}`, also of {what}");
            let path = format!("{}.id", authored.path);
            collector.page(&authored.file).note(&ID_TWICE, &path, "an id of its own", found);
        }
    }
}
