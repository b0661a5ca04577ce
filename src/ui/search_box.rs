//! The words that a reader searches.

use explorer_core::state::Action;
use leptos::prelude::Get;
use web_sys::Event;

use super::parts::{Icon, bare_button, hidden, icon};
use crate::browser::focus;
use crate::el::{El, Slot, dynamic, el, is_key, value_of};
use crate::store::Explorer;

/// A labelled field whose results follow each letter, with a button that empties it. The field
/// goes to the slot.
pub fn search_box(explorer: Explorer, field: Slot) -> El {
    let words = explorer.words;
    let text = move || explorer.query(|query| query.text.clone());
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
        .on("input", move |event| explorer.act(Action::Type(value_of(event))))
        .on("keydown", move |event| {
            if is_key(event, "Escape") && !explorer.query_now(|query| query.text.is_empty()) {
                event.prevent_default();
                explorer.act(Action::Type(String::new()));
            }
        });
    let clear = move || {
        explorer.act(Action::Type(String::new()));
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
