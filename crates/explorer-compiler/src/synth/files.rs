//! Synthetic sets as authoring files, so that they go through the same checks as real ones.

use explorer_core::content::{Content, Record};
use explorer_core::id::{StatementId, TermId};
use explorer_core::tension::Tension;
use explorer_core::vocabulary::{Term, Terms};
use serde_json::{Map, Value as Json};
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value, value};

use crate::shape::{COMBINED, NOT_STATED};
use explorer_exchange::{Evaluation, Mirror};

/// Keys of a record that are `"not-stated"` when the document does not say.
const OR_NOT_STATED: [&str; 6] =
    ["published", "conducted", "period_evaluated", "report", "manager", "supervisor"];

/// A record as the text of its file.
#[must_use]
pub fn record(record: &Record) -> String {
    let mut fields = match serde_json::to_value(Evaluation::of(record)) {
        Ok(Json::Object(fields)) => fields,
        _ => Map::new(),
    };
    fields.shift_remove("id");
    for key in OR_NOT_STATED {
        let field = fields.get_mut(key).filter(|field| !field.is_null());
        match field {
            Some(field) => flatten_span(field, "value"),
            None => drop(fields.insert(key.to_owned(), NOT_STATED.into())),
        }
    }
    let several = record.evaluation.projects.len() > 1;
    for project in fields.get_mut("projects").and_then(Json::as_array_mut).into_iter().flatten() {
        flatten_span(project, "span");
        let instead = if several { COMBINED } else { NOT_STATED };
        for key in ["budgets", "donors"] {
            if project[key].as_array().is_some_and(Vec::is_empty) {
                project[key] = instead.into();
            }
        }
    }
    if fields["method"]["sample"].is_null() {
        fields["method"]["sample"] = NOT_STATED.into();
    }
    let sources = record.evaluation.provenance.facts.iter();
    fields["provenance"]["facts"] = sources
        .map(|source| (source.group.clone(), Json::from(source.section.as_str())))
        .collect::<Map<_, _>>()
        .into();
    for statement in fields.get_mut("statements").and_then(Json::as_array_mut).into_iter().flatten()
    {
        authored_statement(statement);
    }
    DocumentMut::from(table(&fields)).to_string()
}

/// A span's ends stand beside the words for it, not in a table of their own.
fn flatten_span(holder: &mut Json, key: &str) {
    let Some(fields) = holder.as_object_mut() else { return };
    if let Some(Json::Object(ends)) = fields.get(key).cloned() {
        fields.shift_remove(key);
        fields.extend(ends);
    }
}

/// A statement's id follows from its file, kind and ordinal; criteria stand in two lists.
fn authored_statement(statement: &mut Json) {
    let Some(fields) = statement.as_object_mut() else { return };
    fields.shift_remove("id");
    let criteria = fields.shift_remove("criteria").unwrap_or_default();
    for (key, basis) in [("criteria", "printed"), ("criteria_inferred", "inferred")] {
        let of_basis = criteria.as_array().into_iter().flatten();
        let terms = of_basis.filter(|c| c["basis"] == basis).map(|c| c["term"].clone());
        fields.insert(key.to_owned(), terms.collect());
    }
    if fields.get("asks_for_action") == Some(&Json::Bool(false)) {
        fields.shift_remove("asks_for_action");
    }
}

/// The files of a set beside its records: names inside the folder, and texts.
#[must_use]
pub fn beside(content: &Content) -> Vec<(&'static str, String)> {
    let mut set = Table::new();
    set.insert("title", value(&content.title));
    set.insert("data_date", value(content.data_date.to_string()));
    let words = content.synonyms.iter().map(|synonyms| {
        let mut table = Table::new();
        table.insert("words", value(synonyms.words.iter().collect::<Array>()));
        table
    });
    let vocabulary = &content.vocabulary;
    vec![
        ("set.toml", DocumentMut::from(set).to_string()),
        ("tensions.toml", list("tensions", content.tensions.iter().map(tension))),
        ("vocabulary/synonyms.toml", list("synonyms", words)),
        ("vocabulary/agencies.toml", terms(&vocabulary.agencies)),
        ("vocabulary/organisations.toml", terms(&vocabulary.organisations)),
        ("vocabulary/places.toml", terms(&vocabulary.places)),
        ("vocabulary/themes.toml", terms(&vocabulary.themes)),
        ("vocabulary/criteria.toml", terms(&vocabulary.criteria)),
    ]
}

fn list(key: &str, tables: impl Iterator<Item = Table>) -> String {
    let mut document = Table::new();
    document.insert(key, Item::ArrayOfTables(tables.collect()));
    DocumentMut::from(document).to_string()
}

fn terms(terms: &Terms) -> String {
    list("terms", terms.0.iter().map(term))
}

fn term(term: &Term) -> Table {
    let mut table = Table::new();
    table.insert("id", value(term.id.as_str()));
    let labels = term.labels.iter();
    let labels: InlineTable =
        labels.map(|label| (label.lang.as_str(), Value::from(&label.text))).collect();
    table.insert("label", value(labels));
    if let Some(kind) = term.place_kind {
        table.insert("kind", value(kind.code()));
    }
    if !term.broader.is_empty() {
        let broader = term.broader.iter().map(TermId::as_str);
        table.insert("broader", value(broader.collect::<Array>()));
    }
    if let Some(note) = &term.scope_note {
        table.insert("scope_note", value(note));
    }
    table
}

fn tension(tension: &Tension) -> Table {
    let mut table = Table::new();
    table.insert("id", value(tension.id.as_str()));
    table.insert("kind", value(tension.kind.code()));
    table.insert("question", value(&tension.question));
    table.insert("summary", value(&tension.summary));
    let sides = tension.sides.iter().map(|side| {
        let mut table = Table::new();
        table.insert("stance", value(&side.stance));
        let statements = side.statements.iter().map(StatementId::as_str);
        table.insert("statements", value(statements.collect::<Array>()));
        table
    });
    table.insert("sides", Item::ArrayOfTables(sides.collect()));
    table
}

/// A table of what an object says; keys without a value are left out.
fn table(fields: &Map<String, Json>) -> Table {
    let mut table = Table::new();
    for (key, field) in fields {
        let item = item(field);
        if !item.is_none() {
            table.insert(key, item);
        }
    }
    table
}

fn item(json: &Json) -> Item {
    match json {
        Json::Object(fields) => Item::Table(table(fields)),
        Json::Array(values) if values.is_empty() => Item::None,
        Json::Array(values) if values.iter().all(Json::is_object) => {
            let tables = values.iter().filter_map(Json::as_object).map(table);
            Item::ArrayOfTables(tables.collect::<ArrayOfTables>())
        }
        Json::Array(values) => value(values.iter().filter_map(scalar).collect::<Array>()),
        plain => scalar(plain).map_or(Item::None, Item::Value),
    }
}

fn scalar(json: &Json) -> Option<Value> {
    match json {
        Json::String(text) => Some(Value::from(text.as_str())),
        Json::Bool(flag) => Some(Value::from(*flag)),
        Json::Number(number) => number.as_i64().map(Value::from),
        _ => None,
    }
}
