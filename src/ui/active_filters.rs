//! What is filtered, as chips that one tap removes.

use explorer_core::state::Action;
use explorer_core::view::filters::{Chip, chips};
use explorer_lang::sentence::budget_range;
use explorer_lang::{fill, number};
use leptos::prelude::*;
use leptos::{ev, html};

use super::parts::{Icon, button, hidden, icon};
use crate::browser::focus;
use crate::store::Explorer;

/// The chips, and a button that clears them all. When a chip goes, the one that takes its place
/// has focus, or else `heading`.
pub fn active_filters(explorer: Explorer, heading: NodeRef<html::H2>) -> AnyView {
    let dataset = explorer.dataset();
    let chips = Memo::new(move |_| explorer.read(|state| chips(state, &dataset)));
    let list = NodeRef::<html::Ul>::new();
    let refocus = move |at: usize| {
        request_animation_frame(move || {
            let moved = list.get_untracked().is_some_and(|list| focus::nth(&list, "button", at));
            if !moved && let Some(heading) = heading.get_untracked() {
                focus::on(&heading);
            }
        });
    };
    let remove = move |chip: &Chip| {
        let at = chips.with_untracked(|chips| chips.iter().position(|other| other == chip));
        explorer.act(chip.removal());
        refocus(at.unwrap_or(0));
    };
    let rows = For(ForProps {
        each: move || chips.get(),
        key: Clone::clone,
        children: move |it| chip(explorer, it, remove),
    });
    html::div()
        .class("active-filters")
        .class("no-print")
        .prop("hidden", move || chips.with(Vec::is_empty))
        .child((
            html::ul()
                .node_ref(list)
                .class("chip-list")
                .attr("aria-label", explorer.words.active_filters)
                .child(rows),
            button("plain", explorer.words.clear_all, move || {
                explorer.act(Action::ClearAll);
                refocus(0);
            }),
        ))
        .into_any()
}

fn chip(explorer: Explorer, chip: Chip, remove: impl Fn(&Chip) + 'static) -> AnyView {
    let words = explorer.words;
    let name = chip_name(explorer, &chip);
    let label = fill(words.remove_filter, &[("name", &name)]);
    let unknown = chip.is_unknown();
    let note = unknown.then(|| html::span().class("chip-note").child(words.not_in_this_edition));
    html::li()
        .child(
            html::button()
                .r#type("button")
                .class("chip")
                .class(("unknown", move || unknown))
                .attr("title", label)
                .on(ev::click, move |_| remove(&chip))
                .child((
                    hidden(fill(words.remove_filter, &[("name", "")])),
                    html::span().child(name),
                    note,
                    icon(Icon::Cross),
                )),
        )
        .into_any()
}

fn chip_name(explorer: Explorer, chip: &Chip) -> String {
    let words = explorer.words;
    match chip {
        Chip::Value { facet, value, excluded, .. } => {
            let name = explorer.name(*facet, value);
            let name = if value.as_ref() == explorer_core::facet::NOT_STATED {
                fill(words.no_value_stated, &[("facet", words.facet(*facet))])
            } else {
                name
            };
            if *excluded { fill(words.excluded, &[("name", &name)]) } else { name }
        }
        Chip::Period(span) => fill(words.period_in, &[("span", &number::span(*span, words))]),
        Chip::Budget(range) => fill(words.budget_in, &[("range", &budget_range(range, words))]),
        Chip::Unread(unread) => format!("{}={}", unread.key(), unread.text()),
    }
}
