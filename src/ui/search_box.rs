//! The words that a reader searches.

use explorer_core::state::Action;
use leptos::prelude::*;
use leptos::{ev, html};

use super::parts::{Icon, hidden, icon};
use crate::store::Explorer;

/// A labelled field whose results follow each letter, with a button that empties it.
pub fn search_box(explorer: Explorer, field: NodeRef<html::Input>) -> AnyView {
    let words = explorer.words;
    let text = explorer.slice(|state| state.query().text.clone());
    let input = html::input()
        .node_ref(field)
        .r#type("search")
        .id("search")
        .class("search-box-input")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .attr("aria-describedby", "search-hint")
        .prop("value", move || text.get())
        .on(ev::input, move |event| explorer.act(Action::Type(event_target_value(&event))));
    let clear = move || {
        explorer.act(Action::Type(String::new()));
        if let Some(field) = field.get_untracked() {
            crate::browser::focus::on(&field);
        }
    };
    html::form()
        .class("search-box")
        .attr("role", "search")
        .on(ev::submit, |event| event.prevent_default())
        .child((
            html::label().r#for("search").class("search-box-label").child(words.search_label),
            html::div().class("search-box-row").child((
                html::span().class("search-box-icon").child(icon(Icon::Search)),
                input,
                move || {
                    (!text.with(String::is_empty)).then(|| {
                        html::button()
                            .r#type("button")
                            .class("search-box-clear")
                            .on(ev::click, move |_| clear())
                            .child((icon(Icon::Cross), hidden(words.clear_search)))
                    })
                },
            )),
            html::p().id("search-hint").class("search-box-hint").child(words.search_hint),
        ))
        .into_any()
}
