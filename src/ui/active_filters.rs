//! What is filtered, as chips that one tap removes.

use explorer_core::state::Action;
use explorer_core::view::filters::Chip;
use explorer_lang::chip::chip_words;
use explorer_lang::fill;
use leptos::prelude::*;

use super::links::TITLES;
use super::parts::{Icon, bare_button, button, hidden, icon, span};
use crate::browser::focus;
use crate::el::{El, Item, Slot, each, el};
use crate::store::Explorer;

/// The chips, and a button that clears them all. When a chip goes, the one that takes its place
/// has focus, or else the title of what is shown.
pub fn active_filters(explorer: Explorer) -> El {
    let list = Slot::new();
    let fixed = move |chip: &Chip| explorer.with_lock(|lock| chip.is_locked(lock));
    let refocus = move |at: usize| {
        request_animation_frame(move || {
            let Some(list) = list.html() else { return };
            if !focus::nth(&list, "button", at)
                && let Some(root) = focus::root_of(&list)
            {
                focus::to_first(&root, &TITLES);
            }
        });
    };
    let items = move || {
        let (locked, free): (Vec<Chip>, Vec<Chip>) = explorer.chips().into_iter().partition(fixed);
        let locked = locked.into_iter().map(|it| {
            let name = chip_name(explorer, &it);
            Item::new(format!("{name} fixed"), move || fixed_chip(explorer, name))
        });
        let free = free.into_iter().enumerate().map(|(at, it)| {
            let name = chip_name(explorer, &it);
            Item::new(name.clone(), move || {
                let removal = it.removal();
                chip(explorer, &it, name, move || {
                    explorer.act(removal.clone());
                    refocus(at);
                })
            })
        });
        locked.chain(free).collect()
    };
    el("div")
        .class("active-filters no-print")
        .hidden(move || explorer.chips().is_empty())
        .child(
            el("ul")
                .keep(list)
                .class("chip-list")
                .attr("aria-label", explorer.words.answers().active_filters)
                .child(each(items)),
        )
        .child(
            button("plain", explorer.words.clear_all, move || {
                explorer.act(Action::ClearAll);
                refocus(0);
            })
            .hidden(move || explorer.chips().iter().all(fixed)),
        )
}

fn chip(explorer: Explorer, chip: &Chip, name: String, remove: impl FnMut() + 'static) -> El {
    let words = explorer.words;
    let unknown = chip.is_unknown();
    let note =
        unknown.then(|| el("span").class("chip-note").words(words.answers().not_in_this_edition));
    let class = if unknown { "chip unknown" } else { "chip" };
    let button = bare_button(class, remove)
        .attr("part", "button chip")
        .child(hidden(fill(words.answers().remove_filter, &[("name", "")])))
        .child(span(name))
        .maybe(note)
        .child(icon(Icon::Cross));
    el("li").child(button)
}

/// A filter that the host of the page has set: it says so and cannot be removed.
fn fixed_chip(explorer: Explorer, name: String) -> El {
    let note = el("span").class("chip-note").words(explorer.words.answers().fixed_here);
    el("li")
        .child(el("span").class("chip fixed").attr("part", "chip").child(span(name)).child(note))
}

/// The words of a chip.
pub fn chip_name(explorer: Explorer, chip: &Chip) -> String {
    let on = explorer.query(|query| query.status_on);
    let on = on.unwrap_or_else(|| explorer.dataset().data_date());
    chip_words(&explorer.dataset(), chip, on, explorer.words)
}
