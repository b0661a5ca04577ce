//! What was made of the words that a reader typed.

use explorer_core::query::Unit;
use explorer_core::search::Note;
use explorer_lang::fill;
use leptos::html;
use leptos::prelude::*;

use crate::store::Explorer;

/// Mistyped words and what they were taken for, words left out for the closest results, and what
/// was not taken as typed.
pub fn search_notes(explorer: Explorer) -> AnyView {
    (move || {
        let notes = notes(explorer);
        (!notes.is_empty()).then(|| {
            let items = notes.into_iter().map(|note| html::li().child(note).into_any());
            html::ul().class("explorer-notice").child(items.collect::<Vec<_>>())
        })
    })
    .into_any()
}

fn notes(explorer: Explorer) -> Vec<String> {
    let words = explorer.words;
    let answer = explorer.answer();
    let Some(reading) = &answer.reading else { return Vec::new() };
    let dropped = match explorer.query(|query| query.unit) {
        Unit::Evaluations => &reading.dropped_for_evaluations,
        Unit::Statements => &reading.dropped_for_statements,
    };
    let closest = (!dropped.is_empty()).then(|| {
        let quoted: Vec<String> = dropped.iter().map(|word| format!("“{word}”")).collect();
        fill(words.closest, &[("words", &words.any_of(&quoted))])
    });
    let corrections = reading.corrections.iter().map(|correction| {
        let values = [("typed", &*correction.typed), ("meant", &*correction.meant)];
        fill(words.corrected, &values)
    });
    let ignored = reading.notes.iter().map(|note| match note {
        Note::UnknownField(name) => fill(words.note_unknown_field, &[("name", name)]),
        Note::EmptyField(name) => fill(words.note_empty_field, &[("name", name)]),
        Note::Dangling(sign) => fill(words.note_dangling, &[("name", sign)]),
        Note::TooMany(number) => fill(words.note_too_many, &[("n", &number.to_string())]),
        Note::OrderIgnored(phrase) => fill(words.note_order_ignored, &[("name", phrase)]),
    });
    closest.into_iter().chain(corrections).chain(ignored).collect()
}
