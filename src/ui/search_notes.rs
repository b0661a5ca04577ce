//! What was made of the words that a reader typed.

use explorer_core::search::Note;
use explorer_lang::fill;
use leptos::prelude::AnyView;

use crate::el::{dynamic, el};
use crate::store::Explorer;

/// Mistyped words and what they were taken for, words left out for the closest results, and what
/// was not taken as typed.
pub fn search_notes(explorer: Explorer) -> AnyView {
    dynamic(move || {
        let notes = notes(explorer);
        let items = notes.iter().map(|note| el("li").words(note.as_str()));
        (!notes.is_empty()).then(|| el("ul").class("explorer-notice").all(items))
    })
}

fn notes(explorer: Explorer) -> Vec<String> {
    let words = explorer.words;
    let answer = explorer.answer();
    let Some(reading) = &answer.reading else { return Vec::new() };
    let dropped = reading.dropped(explorer.query(|query| query.unit));
    let mut notes = Vec::new();
    if !dropped.is_empty() {
        let quoted: Vec<String> = dropped.iter().map(|word| format!("“{word}”")).collect();
        notes.push(fill(words.answers().closest, &[("words", &words.any_of(&quoted))]));
    }
    for correction in &reading.corrections {
        let values = [("typed", &*correction.typed), ("meant", &*correction.meant)];
        notes.push(fill(words.answers().corrected, &values));
    }
    for note in &reading.notes {
        notes.push(match note {
            Note::UnknownField(name) => fill(words.answers().note_unknown_field, &[("name", name)]),
            Note::EmptyField(name) => fill(words.answers().note_empty_field, &[("name", name)]),
            Note::Dangling(sign) => fill(words.answers().note_dangling, &[("name", sign)]),
            Note::TooMany(number) => {
                fill(words.answers().note_too_many, &[("n", &number.to_string())])
            }
            Note::OrderIgnored(phrase) => {
                fill(words.answers().note_order_ignored, &[("name", phrase)])
            }
        });
    }
    notes
}
