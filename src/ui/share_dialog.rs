//! The link to what a reader sees, and ways to pass it on.

use leptos::prelude::*;
use leptos::{ev, html};

use super::parts::{Icon, button, hidden, icon};
use crate::browser::{clipboard, dialog, focus};
use crate::store::Explorer;

/// From how many characters on some programs cut a link.
const LONG: usize = 2_000;

/// The dialog and what opens it.
#[derive(Clone, Copy)]
pub struct ShareDialog {
    explorer: Explorer,
    dialog: NodeRef<html::Dialog>,
    field: NodeRef<html::Input>,
    title: NodeRef<html::H2>,
    link: RwSignal<String>,
    said: RwSignal<&'static str>,
}

impl ShareDialog {
    /// A dialog, not yet in the page.
    pub fn new(explorer: Explorer) -> Self {
        Self {
            explorer,
            dialog: NodeRef::new(),
            field: NodeRef::new(),
            title: NodeRef::new(),
            link: RwSignal::new(String::new()),
            said: RwSignal::new(""),
        }
    }

    /// Opens the dialog with the link of the present view.
    pub fn open(self) {
        self.link.set(self.explorer.link());
        self.said.set("");
        if let (Some(dialog), Some(title)) =
            (self.dialog.get_untracked(), self.title.get_untracked())
        {
            dialog::open(&dialog);
            focus::on(&title);
        }
    }

    fn close(self) {
        if let Some(dialog) = self.dialog.get_untracked() {
            dialog::close(&dialog);
        }
    }

    fn copy(self) {
        let words = self.explorer.words;
        clipboard::copy(&self.link.get_untracked(), move |copied| {
            self.said.set(if copied { words.copied } else { words.copy_failed });
            if let (false, Some(field)) = (copied, self.field.get_untracked()) {
                clipboard::select(&field);
            }
        });
    }

    /// The dialog.
    pub fn view(self) -> AnyView {
        let words = self.explorer.words;
        let explorer = self.explorer;
        html::dialog()
            .node_ref(self.dialog)
            .class("share-dialog")
            .attr("aria-labelledby", "share-title")
            .child((
                html::div().class("share-head").child((
                    html::h2()
                        .node_ref(self.title)
                        .id("share-title")
                        .class("sheet-title")
                        .attr("tabindex", "-1")
                        .attr("aria-level", explorer.layout.heading_level.to_string())
                        .child(words.share_title),
                    html::button()
                        .r#type("button")
                        .class("button")
                        .on(ev::click, move |_| self.close())
                        .child((icon(Icon::Cross), hidden(words.close))),
                )),
                html::p().child(words.share_shows),
                html::p().class("share-summary").prop("textContent", move || explorer.summary()),
                html::label().r#for("share-link").class("fact-name").child(words.link),
                html::input()
                    .node_ref(self.field)
                    .id("share-link")
                    .r#type("text")
                    .class("share-link")
                    .prop("readOnly", true)
                    .prop("value", move || self.link.get())
                    .on(ev::focus, move |_| {
                        if let Some(field) = self.field.get_untracked() {
                            field.select();
                        }
                    }),
                html::div().class("share-actions").child((
                    html::button()
                        .r#type("button")
                        .class("button")
                        .class("primary")
                        .on(ev::click, move |_| self.copy())
                        .child(words.copy_link),
                    clipboard::can_send().then(|| {
                        button("button", words.share_system, move || {
                            clipboard::send(&explorer.summary(), &self.link.get_untracked());
                        })
                    }),
                    html::span().class("secondary").prop("textContent", move || {
                        words.link_length.of(self.link.with(|link| link.chars().count()), words)
                    }),
                )),
                html::p()
                    .class("secondary")
                    .prop("hidden", move || self.link.with(|link| link.chars().count() <= LONG))
                    .child(words.link_long),
                html::p().attr("role", "status").prop("textContent", move || self.said.get()),
            ))
            .into_any()
    }
}
