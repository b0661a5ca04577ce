//! The filters: a column where there is room, a full-height sheet over the page where not.
//!
//! There is one panel. Opening the sheet lends it to the dialog, closing gives it back, so that
//! what is open, found and focused in it stays. It is made when the results are there: they are
//! what readers wait for, and the panel is two thirds of the page.

use explorer_core::state::Action;
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, StoredValue, untrack};

use super::modal::{Modal, modal};
use super::parts::{bare_button, button};
use crate::browser::idle::Idle;
use crate::browser::{dialog, focus};
use crate::el::{El, Slot, dynamic, el};
use crate::store::Explorer;

/// The column, the sheet, and what opens the sheet.
#[derive(Clone, Copy)]
pub struct FilterSheet {
    explorer: Explorer,
    column: Slot,
    panel: Slot,
    inside: Slot,
    sheet: Modal,
    is_due: RwSignal<bool>,
}

impl FilterSheet {
    /// A sheet, not yet in the page.
    pub fn new(explorer: Explorer) -> Self {
        Self {
            explorer,
            column: Slot::new(),
            panel: Slot::new(),
            inside: Slot::new(),
            sheet: Modal::new(),
            is_due: RwSignal::new(false),
        }
    }

    /// Opens the sheet.
    pub fn open(self) {
        self.make();
        self.lend(self.inside);
        self.sheet.open();
    }

    /// Makes the panel, once: made anew it would forget what is open in it.
    fn make(self) {
        if !self.is_due.get_untracked() {
            self.is_due.set(true);
        }
    }

    fn lend(self, to: Slot) {
        if let (Some(panel), Some(target)) = (self.panel.html(), to.html()) {
            dialog::move_into(&panel, &target);
        }
    }

    /// The column with the panel, which is made once. Before its many stops for the keyboard stands
    /// a way past them, to the heading in the slot.
    pub fn column(self, panel: impl Fn() -> El + 'static, results: Slot) -> El {
        let words = self.explorer.words;
        // Kept by the owner: an explorer that leaves the page before does not ask for it.
        StoredValue::new_local(Idle::then(move || self.make()));
        let made = move || untrack(&panel);
        let panel = dynamic(move || self.is_due.get().then(&made));
        let panel = el("div").keep(self.panel).child(panel);
        let skip = move || results.html().iter().for_each(focus::on);
        el("div")
            .keep(self.column)
            .class("explorer-facets")
            .attr("role", "region")
            .attr("aria-label", words.filters)
            .child(button("button skip", words.skip_to_results, skip))
            .child(panel)
    }

    /// The sheet, empty until it opens.
    pub fn dialog(self) -> El {
        let (explorer, words) = (self.explorer, self.explorer.words);
        let show = bare_button("button primary", move || self.sheet.close())
            .text(move || words.show_results.of(explorer.found(), words));
        let foot = el("div")
            .class("sheet-foot")
            .child(button("plain", words.clear_all, move || explorer.act(Action::ClearAll)))
            .child(show);
        modal(explorer, self.sheet, "filter-sheet", words.filters)
            .on("close", move |_| self.lend(self.column))
            .child(el("div").keep(self.inside).class("sheet-body"))
            .child(foot)
    }
}
