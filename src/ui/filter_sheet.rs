//! The filters: a column where there is room, a full-height sheet over the page where not.
//!
//! There is one panel. Opening the sheet lends it to the dialog, closing gives it back, so that
//! what is open, found and focused in it stays.

use explorer_core::state::Action;
use leptos::prelude::*;
use leptos::{ev, html};

use super::facet_panel::facet_panel;
use super::parts::{Icon, button, hidden, icon};
use crate::browser::{dialog, focus};
use crate::store::Explorer;

/// The column, the sheet, and what opens the sheet.
#[derive(Clone, Copy)]
pub struct FilterSheet {
    explorer: Explorer,
    column: NodeRef<html::Div>,
    panel: NodeRef<html::Div>,
    slot: NodeRef<html::Div>,
    sheet: NodeRef<html::Dialog>,
    title: NodeRef<html::H2>,
}

impl FilterSheet {
    /// A sheet, not yet in the page.
    pub fn new(explorer: Explorer) -> Self {
        Self {
            explorer,
            column: NodeRef::new(),
            panel: NodeRef::new(),
            slot: NodeRef::new(),
            sheet: NodeRef::new(),
            title: NodeRef::new(),
        }
    }

    /// Opens the sheet.
    pub fn open(self) {
        let (Some(panel), Some(slot)) = (self.panel.get_untracked(), self.slot.get_untracked())
        else {
            return;
        };
        dialog::move_into(&panel, &slot);
        if let (Some(sheet), Some(title)) =
            (self.sheet.get_untracked(), self.title.get_untracked())
        {
            dialog::open(&sheet);
            focus::on(&title);
        }
    }

    fn give_back(self) {
        if let (Some(panel), Some(column)) =
            (self.panel.get_untracked(), self.column.get_untracked())
        {
            dialog::move_into(&panel, &column);
        }
    }

    fn close(self) {
        if let Some(sheet) = self.sheet.get_untracked() {
            dialog::close(&sheet);
        }
    }

    /// The column with the panel.
    pub fn column(self) -> AnyView {
        html::div()
            .node_ref(self.column)
            .class("explorer-facets")
            .child(html::div().node_ref(self.panel).child(facet_panel(self.explorer)))
            .into_any()
    }

    /// The sheet, empty until it opens.
    pub fn dialog(self) -> AnyView {
        let words = self.explorer.words;
        let explorer = self.explorer;
        html::dialog()
            .node_ref(self.sheet)
            .class("filter-sheet")
            .attr("aria-labelledby", "filter-sheet-title")
            .on(ev::close, move |_| self.give_back())
            .child((
                html::div().class("sheet-head").child((
                    html::h2()
                        .node_ref(self.title)
                        .id("filter-sheet-title")
                        .class("sheet-title")
                        .attr("tabindex", "-1")
                        .attr("aria-level", explorer.layout.heading_level.to_string())
                        .child(words.filters),
                    html::button()
                        .r#type("button")
                        .class("button")
                        .on(ev::click, move |_| self.close())
                        .child((icon(Icon::Cross), hidden(words.close))),
                )),
                html::div().node_ref(self.slot).class("sheet-body"),
                html::div().class("sheet-foot").child((
                    button("plain", words.clear_all, move || explorer.act(Action::ClearAll)),
                    html::button()
                        .r#type("button")
                        .class("button")
                        .class("primary")
                        .on(ev::click, move |_| self.close())
                        .prop("textContent", move || {
                            words.show_results.of(explorer.found(), words)
                        }),
                )),
            ))
            .into_any()
    }
}
