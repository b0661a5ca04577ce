//! The words that a reader searches.

use leptos::prelude::{Get, LocalStorage, StoredValue, WithValue};
use web_sys::Event;

use super::parts::{Icon, bare_button, hidden, icon};
use crate::browser::delay::Delay;
use crate::browser::focus;
use crate::el::{El, Slot, dynamic, el, is_key, value_of};
use crate::store::Explorer;

/// A labelled field whose results follow each letter, with a button that empties it. The field
/// goes to the slot.
pub fn search_box(explorer: Explorer, field: Slot) -> El {
    let words = explorer.words;
    let text = move || explorer.query(|query| query.text.clone());
    // Kept by the owner: an explorer that leaves the page searches no more.
    let next = StoredValue::new_local(Delay::default());
    let input = el("input")
        .keep(field)
        .attr("type", "search")
        .id("search")
        .class("search-box-input")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .attr("aria-describedby", "search-hint")
        .value(text)
        .on("input", move |event| {
            explorer.note_typed(value_of(event));
            follow(explorer, field, next);
        })
        .on("keydown", move |event| {
            if is_key(event, "Escape") && !value_of(event).is_empty() {
                event.prevent_default();
                empty(explorer);
            }
        });
    let clear = move || {
        empty(explorer);
        if let Some(field) = field.html() {
            focus::on(&field);
        }
    };
    let is_empty = explorer.slice(|state| state.query().text.is_empty());
    let clear = move || {
        (!is_empty.get()).then(|| {
            bare_button("search-box-clear", clear)
                .child(icon(Icon::Cross))
                .child(hidden(words.clear_search))
        })
    };
    let row = el("div")
        .class("search-box-row")
        .child(el("span").class("search-box-icon").child(icon(Icon::Search)))
        .child(input)
        .child(dynamic(clear));
    el("form")
        .class("search-box")
        .attr("role", "search")
        .attr("part", "search")
        .on("submit", Event::prevent_default)
        .child(
            el("label").attr("for", "search").class("search-box-label").words(words.search_label),
        )
        .child(row)
        .child(el("p").id("search-hint").class("search-box-hint").words(words.search_hint))
}

/// Searches what was typed in tasks behind the one in which the browser shows the letter: some
/// answer it step by step, the last draws the answer. A letter that comes before takes the place of
/// what was to be done.
fn follow(explorer: Explorer, field: Slot, next: StoredValue<Delay, LocalStorage>) {
    let step = move || {
        if explorer.foresee() {
            return follow(explorer, field, next);
        }
        explorer.settle();
        // Another act may have taken the words back before they were searched: to the state they
        // never were, so it wakes nobody.
        field.set_value(&explorer.peek(|state| state.query().text.clone()));
    };
    let _ = next.try_with_value(|next| next.start(0, step));
}

fn empty(explorer: Explorer) {
    explorer.note_typed(String::new());
    explorer.settle();
}
