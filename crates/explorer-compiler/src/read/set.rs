//! The files beside the records.

use explorer_core::content::{Redirect, Synonyms};
use explorer_core::id::TermId;
use explorer_core::place::PlaceKind;
use explorer_core::vocabulary::{Label, Term, Terms};

use super::fields::Fields;
use super::statement;
use crate::authored::{AuthoredTension, PublishedId};

/// Reads the tensions between evaluations.
pub fn tensions(file: &str, fields: Fields<'_>) -> Vec<AuthoredTension> {
    let tensions = fields.tables("tensions", statement::tension);
    let located = tensions.into_iter().enumerate();
    located
        .map(|(at, tension)| AuthoredTension {
            file: file.to_owned(),
            path: format!("tensions[{at}]"),
            tension,
        })
        .collect()
}

/// Reads the terms of a vocabulary.
pub fn terms(fields: Fields<'_>) -> Terms {
    Terms(fields.tables("terms", |fields| Term {
        id: TermId::from(fields.text("id").as_str()),
        labels: labels(fields),
        short: fields.optional_text("short"),
        aliases: fields.texts("aliases"),
        scope_note: fields.optional_text("scope_note"),
        broader: fields.ids("broader"),
        place_kind: fields.code("kind", |code| PlaceKind::from_code(code).map(Some), None),
    }))
}

/// English first, the others by tag.
fn labels(fields: Fields<'_>) -> Vec<Label> {
    let table = fields.table("label").into_iter().flat_map(|table| table.0.iter());
    let label = |(lang, text): (&toml::Spanned<_>, &toml::Spanned<toml::de::DeValue<'_>>)| {
        let lang: &std::borrow::Cow<'_, str> = lang.get_ref();
        Some(Label { lang: lang.to_string(), text: text.get_ref().as_str()?.to_owned() })
    };
    let mut labels: Vec<Label> = table.filter_map(label).collect();
    labels.sort_by(|a, b| (a.lang != "en", &a.lang).cmp(&(b.lang != "en", &b.lang)));
    labels
}

/// Reads the words that mean the same.
pub fn synonyms(fields: Fields<'_>) -> Vec<Synonyms> {
    fields.tables("synonyms", |fields| Synonyms { words: fields.texts("words") })
}

/// Reads the names of before.
pub fn redirects(fields: Fields<'_>) -> Vec<Redirect> {
    fields
        .tables("redirects", |fields| Redirect { from: fields.text("from"), to: fields.text("to") })
}

/// Reads the list of published ids: one a line; empty lines and those with `#` are passed over.
#[must_use]
pub fn published_ids(text: &str) -> Vec<PublishedId> {
    let lines = text.lines().map(str::trim).enumerate();
    lines
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(|(at, line)| PublishedId { line: at + 1, id: line.to_owned() })
        .collect()
}
