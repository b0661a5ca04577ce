//! The link to what a reader sees, and ways to pass it on.

use leptos::prelude::*;

use super::modal::{Modal, modal};
use super::parts::button;
use crate::browser::clipboard;
use crate::el::{El, Slot, el};
use crate::store::Explorer;

/// From how many characters on some programs cut a link.
const LONG: usize = 2_000;

/// The dialog and what opens it.
#[derive(Clone, Copy)]
pub struct ShareDialog {
    explorer: Explorer,
    dialog: Modal,
    field: Slot,
    link: RwSignal<String>,
    said: RwSignal<String>,
}

impl ShareDialog {
    /// A dialog, not yet in the page.
    pub fn new(explorer: Explorer) -> Self {
        Self {
            explorer,
            dialog: Modal::new(),
            field: Slot::new(),
            link: RwSignal::new(String::new()),
            said: RwSignal::new(String::new()),
        }
    }

    /// Opens the dialog with the link of the present view.
    pub fn open(self) {
        self.link.set(self.explorer.link());
        self.said.set(String::new());
        self.dialog.open();
    }

    fn copy(self) {
        let words = self.explorer.words;
        clipboard::copy(&self.link.get_untracked(), move |copied| {
            self.said.set(if copied { words.copied } else { words.copy_failed }.to_owned());
            if !copied {
                self.select();
            }
        });
    }

    fn select(self) {
        if let Some(field) = self.field.field() {
            clipboard::select(&field);
        }
    }

    fn length(self) -> usize {
        self.link.with(|link| link.chars().count())
    }

    /// The dialog.
    pub fn view(self) -> El {
        let (explorer, words) = (self.explorer, self.explorer.words);
        modal(explorer, self.dialog, "share-dialog", words.share_title)
            .child(el("p").words(words.share_shows))
            .child(el("p").class("share-summary").text(move || explorer.summary()))
            .child(el("label").attr("for", "share-link").class("fact-name").words(words.link))
            .child(
                el("input")
                    .keep(self.field)
                    .id("share-link")
                    .attr("type", "text")
                    .class("share-link")
                    .attr("readonly", "")
                    .value(move || self.link.get()),
            )
            .child(self.actions())
            .child(
                el("p")
                    .class("secondary")
                    .words(words.link_long)
                    .hidden(move || self.length() <= LONG),
            )
            .child(el("p").attr("role", "status").text(move || self.said.get()))
    }

    fn actions(self) -> El {
        let (explorer, words) = (self.explorer, self.explorer.words);
        let send = clipboard::can_send().then(|| {
            button("button", words.share_system, move || {
                clipboard::send(&explorer.summary(), &self.link.get_untracked());
            })
        });
        el("div")
            .class("share-actions")
            .child(button("button primary", words.copy_link, move || self.copy()))
            .maybe(send)
            .child(
                el("span")
                    .class("secondary")
                    .text(move || words.link_length.of(self.length(), words)),
            )
    }
}
