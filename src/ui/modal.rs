//! A native dialog with a title and a button that closes it.

use super::parts::{Icon, bare_button, hidden, icon};
use crate::browser::{dialog, focus};
use crate::el::{El, Slot, el};
use crate::store::Explorer;

/// What opens and closes a dialog.
#[derive(Clone, Copy)]
pub struct Modal {
    dialog: Slot,
    title: Slot,
}

impl Modal {
    /// A dialog, not yet in the page.
    pub fn new() -> Self {
        Self { dialog: Slot::new(), title: Slot::new() }
    }

    /// Opens it; its title has focus.
    pub fn open(self) {
        if let (Some(dialog), Some(title)) = (self.dialog.dialog(), self.title.html()) {
            dialog::open(&dialog);
            focus::on(&title);
        }
    }

    /// Closes it; focus goes back to what opened it.
    pub fn close(self) {
        if let Some(dialog) = self.dialog.dialog() {
            dialog::close(&dialog);
        }
    }
}

/// The dialog with its head; what it is for is put after.
pub fn modal(explorer: Explorer, modal: Modal, class: &'static str, title: &'static str) -> El {
    let title_id = format!("{class}-title");
    let heading = el("h2")
        .keep(modal.title)
        .id(title_id.clone())
        .class("sheet-title")
        .attr("tabindex", "-1")
        .attr("aria-level", explorer.layout.heading_level.to_string())
        .words(title);
    let close = bare_button("button", move || modal.close())
        .child(icon(Icon::Cross))
        .child(hidden(explorer.words.close));
    el("dialog")
        .keep(modal.dialog)
        .class(class)
        .attr("part", "dialog")
        .attr("aria-labelledby", title_id)
        .child(el("div").class("sheet-head").child(heading).child(close))
}
