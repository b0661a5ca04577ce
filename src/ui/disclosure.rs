//! A group of controls under a heading that opens and closes it.

use leptos::prelude::*;
use leptos::{ev, html};

use super::parts::{Icon, icon};

/// A fieldset whose legend is the button that opens it. `chosen` is how many of its values are
/// picked. What is inside is made when it is first opened.
pub fn disclosure(
    id: String,
    name: &'static str,
    open: RwSignal<bool>,
    chosen: impl Fn() -> usize + Send + Sync + 'static,
    body: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let body_id = format!("{id}-body");
    let controls = body_id.clone();
    let chosen = Memo::new(move |_| chosen());
    html::fieldset()
        .class("facet-group")
        .child((
            html::legend().class("facet-group-legend").child(
                html::button()
                    .r#type("button")
                    .id(id)
                    .class("facet-group-toggle")
                    .attr("aria-expanded", move || if open.get() { "true" } else { "false" })
                    .attr("aria-controls", controls)
                    .on(ev::click, move |_| open.update(|open| *open = !*open))
                    .child((
                        html::span().child(name),
                        html::span().class("facet-group-chosen").prop("textContent", move || {
                            match chosen.get() {
                                0 => String::new(),
                                number => number.to_string(),
                            }
                        }),
                        icon(Icon::Down),
                    )),
            ),
            html::div()
                .id(body_id)
                .class("facet-group-body")
                .prop("hidden", move || !open.get())
                .child(move || open.get().then(&body)),
        ))
        .into_any()
}
