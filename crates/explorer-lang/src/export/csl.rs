//! References as CSL-JSON, for Zotero, pandoc and other citation processors.
//!
//! Names are given whole (`literal`): which part is a family name, no document says.

use explorer_core::content::Record;
use explorer_core::evaluation::Evaluation;
use explorer_core::vocabulary::Vocabulary;
use explorer_core::when::Date;

use super::facts;
use super::json::Value;

/// An array with an item for each evaluation. `title` and `data_date` are those of the set.
#[must_use]
pub fn csl_json(
    records: &[Record],
    vocabulary: &Vocabulary,
    title: &str,
    data_date: Date,
) -> String {
    let source = format!("{title}, data of {data_date}");
    let item = |record: &Record| {
        let mut fields = fields(vocabulary, &record.evaluation);
        fields.push(("source", Value::Text(source.clone())));
        Value::Object(fields)
    };
    Value::List(records.iter().map(item).collect()).written()
}

fn fields(vocabulary: &Vocabulary, evaluation: &Evaluation) -> Vec<(&'static str, Value)> {
    let text = |words: &str| Value::Text(words.to_owned());
    let mut fields = vec![
        ("id", text(evaluation.id.as_str())),
        ("type", text("report")),
        ("title", text(&evaluation.title)),
        ("title-short", text(&evaluation.short_title)),
    ];
    if !evaluation.team.is_empty() {
        let name = |name: &str| Value::Object(vec![("literal", text(name))]);
        let names = evaluation.team.iter().map(|party| name(&party.name));
        fields.push(("author", Value::List(names.collect())));
    }
    if let Some(published) = &evaluation.published {
        let date = Value::List(vec![date_parts(published.value)]);
        fields.push(("issued", Value::Object(vec![("date-parts", date)])));
    }
    fields.push(("genre", text(&evaluation.kind.as_printed)));
    let codes = facts::codes(evaluation);
    if !codes.is_empty() {
        fields.push(("number", text(&codes.join(", "))));
    }
    fields.push(("publisher", text(facts::publisher(vocabulary, evaluation))));
    fields.push(("language", text(&evaluation.language)));
    if !evaluation.keywords.is_empty() {
        fields.push(("keyword", text(&evaluation.keywords.join(", "))));
    }
    fields.extend(evaluation.report.iter().map(|report| ("URL", text(&report.url))));
    fields.extend(facts::reference_note(evaluation).map(|note| ("note", Value::Text(note))));
    fields
}

fn date_parts(date: Date) -> Value {
    let parts = [Some(date.year()), date.month().map(u16::from), date.day().map(u16::from)];
    Value::List(parts.into_iter().flatten().map(Value::Number).collect())
}
