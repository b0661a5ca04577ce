//! The link to what a reader sees, and ways to pass it on.

use explorer_core::share::{LONG, Part, Saving};
use explorer_lang::fill;
use leptos::prelude::*;

use super::parts::{button, span};
use super::qr_code::qr_code;
use crate::browser::clipboard;
use crate::el::{El, Slot, dynamic, el};
use crate::store::Explorer;

/// What the dialog holds: the link to the view at the moment when it opens.
pub fn share_dialog(explorer: Explorer) -> El {
    let words = explorer.words;
    let link = explorer.link();
    let length = link.chars().count();
    let too_long = (length > LONG).then(|| advice(explorer));
    let said = RwSignal::new("");
    let field = Slot::new();
    el("div")
        .child(el("p").words(words.pages().share_shows))
        .child(el("p").class("share-summary").words(explorer.summary()))
        .child(el("label").attr("for", "share-link").class("fact-name").words(words.pages().link))
        .child(
            el("input")
                .keep(field)
                .id("share-link")
                .attr("type", "text")
                .class("share-link")
                .attr("readonly", "")
                .attr("value", link.clone()),
        )
        .child(actions(explorer, &link, length, field, said))
        .maybe(elsewhere(explorer))
        .maybe(too_long)
        .child(el("p").attr("role", "status").text(move || said.get().to_owned()))
        .child(as_qr_code(explorer, link))
}

fn actions(
    explorer: Explorer,
    link: &str,
    length: usize,
    field: Slot,
    said: RwSignal<&'static str>,
) -> El {
    let words = explorer.words;
    let (copied, sent) = (link.to_owned(), link.to_owned());
    let copy = button("button primary", words.pages().copy_link, move || {
        copy(explorer, &copied, field, said);
    });
    let send = clipboard::can_send().then(|| {
        button("button", words.pages().share_system, move || {
            clipboard::send(&explorer.summary(), &sent);
        })
    });
    el("div")
        .class("share-actions")
        .child(copy)
        .maybe(send)
        .child(span(words.pages().link_length.of(length, words)).class("secondary"))
}

/// The way to the same view on the page that the host names for it.
fn elsewhere(explorer: Explorer) -> Option<El> {
    let (link, site) = explorer.link_elsewhere()?;
    let words = fill(explorer.words.pages().share_elsewhere, &[("site", &site)]);
    let anchor = el("a").attr("href", link).attr("target", "_blank").attr("rel", "noopener");
    Some(el("p").child(anchor.words(words)))
}

fn copy(explorer: Explorer, link: &str, field: Slot, said: RwSignal<&'static str>) {
    let words = explorer.words;
    clipboard::copy(link, move |copied| {
        said.set(if copied { words.pages().copied } else { words.pages().copy_failed });
        if !copied && let Some(field) = field.field() {
            clipboard::select(&field);
        }
    });
}

/// What to leave out of a long link, the largest saving first.
fn advice(explorer: Explorer) -> El {
    let words = explorer.words;
    let item = |saving: Saving| {
        let name = match saving.part {
            Part::Words => words.pages().part_words,
            Part::Filters => words.filters,
            Part::Compare => words.answers().tray,
            Part::Rows => words.pages().part_rows,
            Part::List => words.pages().reading_list,
            Part::Unread => words.pages().part_unread,
        };
        el("li").words(words.pages().link_saving.with(saving.characters, &[("name", name)], words))
    };
    el("div")
        .class("secondary")
        .child(el("p").words(words.pages().link_long))
        .child(el("ul").all(explorer.savings().into_iter().map(item)))
}

/// The button that shows the code, then the code in its place.
fn as_qr_code(explorer: Explorer, link: String) -> El {
    let words = explorer.words;
    let is_shown = RwSignal::new(false);
    let picture = move || {
        let code = qr_code(&link, words.pages().qr_code_of);
        code.unwrap_or_else(|| el("p").class("secondary").words(words.pages().qr_code_too_long))
    };
    let toggle = button("plain", words.pages().qr_code, move || is_shown.update(|it| *it = !*it))
        .state("aria-expanded", move || is_shown.get());
    el("div")
        .class("share-qr-code")
        .child(toggle)
        .child(dynamic(move || is_shown.get().then(&picture)))
}
