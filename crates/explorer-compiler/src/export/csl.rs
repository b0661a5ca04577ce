//! References as CSL-JSON, for Zotero, pandoc and other citation processors.
//!
//! Names are given whole (`literal`): which part is a family name, no document says.

use std::io::{self, Write};

use explorer_core::content::Content;
use explorer_core::evaluation::Evaluation;
use explorer_core::when::Date;
use serde_json::{Map, Value, json};

use super::facts;

/// Writes one array with an item for each evaluation.
///
/// # Errors
/// When the writer fails.
pub fn write(content: &Content, out: &mut dyn Write) -> io::Result<()> {
    let items: Vec<_> =
        content.records.iter().map(|record| item(content, &record.evaluation)).collect();
    serde_json::to_writer_pretty(&mut *out, &items)?;
    writeln!(out)
}

fn item(content: &Content, evaluation: &Evaluation) -> Value {
    let mut item = Map::new();
    let mut put = |key: &str, value: Value| drop(item.insert(key.to_owned(), value));
    put("id", json!(evaluation.id));
    put("type", json!("report"));
    put("title", json!(evaluation.title));
    put("title-short", json!(evaluation.short_title));
    if !evaluation.team.is_empty() {
        let names = evaluation.team.iter().map(|party| json!({ "literal": party.name }));
        put("author", names.collect());
    }
    if let Some(published) = &evaluation.published {
        put("issued", json!({ "date-parts": [date_parts(published.value)] }));
    }
    put("genre", json!(evaluation.kind.as_printed));
    let codes = facts::codes(evaluation);
    if !codes.is_empty() {
        put("number", json!(codes.join(", ")));
    }
    put("publisher", json!(facts::publisher(&content.vocabulary, evaluation)));
    put("language", json!(evaluation.language));
    if !evaluation.keywords.is_empty() {
        put("keyword", json!(evaluation.keywords.join(", ")));
    }
    if let Some(report) = &evaluation.report {
        put("URL", json!(report.url));
    }
    if let Some(note) = facts::reference_note(evaluation) {
        put("note", json!(note));
    }
    put("source", json!(format!("{}, data of {}", content.title, content.data_date)));
    Value::Object(item)
}

fn date_parts(date: Date) -> Vec<u16> {
    let parts = [Some(date.year()), date.month().map(u16::from), date.day().map(u16::from)];
    parts.into_iter().flatten().collect()
}
