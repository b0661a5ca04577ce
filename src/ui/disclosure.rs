//! A group of controls under a heading that opens and closes it.

use leptos::prelude::*;

use super::parts::{Icon, bare_button, icon, span};
use crate::el::{El, dynamic, el};

/// A fieldset whose legend is the button that opens it. `chosen` is how many of its values are
/// picked. What is inside is made when it is first opened.
pub fn disclosure(
    id: String,
    name: &'static str,
    open: RwSignal<bool>,
    chosen: impl Fn() -> usize + 'static,
    body: impl Fn() -> El + 'static,
) -> El {
    let body_id = format!("{id}-body");
    let number = move || match chosen() {
        0 => String::new(),
        number => number.to_string(),
    };
    let toggle = bare_button("facet-group-toggle", move || open.update(|open| *open = !*open))
        .id(id)
        .state("aria-expanded", move || open.get())
        .attr("aria-controls", body_id.clone())
        .child(span(name))
        .child(el("span").class("facet-group-chosen").text(number))
        .child(icon(Icon::Down));
    let content = el("div")
        .id(body_id)
        .class("facet-group-body")
        .hidden(move || !open.get())
        .child(dynamic(move || open.get().then(&body)));
    el("fieldset")
        .class("facet-group")
        .child(el("legend").class("facet-group-legend").child(toggle))
        .child(content)
}
