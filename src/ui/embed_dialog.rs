//! The markup that puts this view into another page, to copy.

use explorer_core::embed::{Embed, Filters, Way};
use leptos::prelude::*;

use super::parts::{button, span};
use crate::browser::clipboard;
use crate::el::{El, Slot, el, value_of};
use crate::store::Explorer;

/// What the reader chose in the dialog.
#[derive(Clone, Copy)]
struct Choice {
    explorer: Explorer,
    way: RwSignal<Way>,
    filters: RwSignal<Filters>,
    code: Slot,
    said: RwSignal<&'static str>,
}

/// What the dialog holds: how, with which freedom, and the markup for the present view.
pub fn embed_dialog(explorer: Explorer) -> El {
    let words = explorer.words;
    let choice = Choice {
        explorer,
        way: RwSignal::new(Way::Tag),
        filters: RwSignal::new(Filters::Live),
        code: Slot::new(),
        said: RwSignal::new(""),
    };
    let ways = Way::ALL.iter().map(|&way| {
        let name = match way {
            Way::Tag => words.pages().embed_tag,
            Way::Placeholder => words.pages().embed_placeholder,
            Way::Frame => words.pages().embed_frame,
        };
        (way.code(), name)
    });
    let filters = Filters::ALL.iter().map(|&filters| {
        let name = match filters {
            Filters::Live => words.pages().embed_live,
            Filters::Locked => words.pages().embed_locked,
        };
        (filters.code(), name)
    });
    let set_way = move |code: &str| choice.way.set(Way::from_code(code).unwrap_or(Way::Tag));
    let set_filters =
        move |code: &str| choice.filters.set(Filters::from_code(code).unwrap_or(Filters::Live));
    el("div")
        .class("embed")
        .child(el("p").words(words.pages().embed_intro))
        .child(el("p").class("share-summary").text(move || explorer.sentence()))
        .child(radios("embed-way", words.pages().embed_way, ways, set_way))
        .child(radios("embed-filters", words.pages().embed_filters, filters, set_filters))
        .child(
            el("label")
                .attr("for", "embed-code")
                .class("fact-name")
                .words(words.pages().embed_code),
        )
        .child(
            el("textarea")
                .keep(choice.code)
                .id("embed-code")
                .class("embed-code")
                .attr("readonly", "")
                .attr("rows", "6")
                .attr("spellcheck", "false")
                .attr("dir", "ltr")
                .value(move || choice.markup()),
        )
        .child(el("div").class("share-actions").child(button(
            "button primary",
            words.pages().embed_copy,
            move || choice.copy(),
        )))
        .child(el("p").attr("role", "status").text(move || choice.said.get().to_owned()))
}

/// One of several, of which the first is chosen.
fn radios(
    name: &'static str,
    legend: &'static str,
    options: impl Iterator<Item = (&'static str, &'static str)>,
    choose: impl Fn(&str) + Copy + 'static,
) -> El {
    let options = options.enumerate().map(|(at, (code, words))| {
        let radio = el("input")
            .attr("type", "radio")
            .attr("name", name)
            .attr("value", code)
            .class("term-box")
            .checked(move || at == 0)
            .on("change", move |event| choose(&value_of(event)));
        el("label").class("term-label").child(radio).child(span(words))
    });
    el("fieldset").child(el("legend").class("fact-name").words(legend)).all(options)
}

impl Choice {
    fn markup(self) -> String {
        let (way, filters) = (self.way.get(), self.filters.get());
        let explorer = self.explorer;
        explorer.embedded(|folder, src, state, lock| {
            Embed { folder, src, state, lock, title: explorer.words.explorer }.markup(way, filters)
        })
    }

    fn copy(self) {
        let words = self.explorer.words;
        clipboard::copy(&untrack(|| self.markup()), move |copied| {
            self.said.set(if copied { words.pages().copied } else { words.pages().copy_failed });
            if !copied && let Some(code) = self.code.html() {
                clipboard::select_text(&code);
            }
        });
    }
}
