//! What not every reader opens: pages and dialogs that travel in a second module, fetched when it
//! is first wanted.
//!
//! The list, its filters and its search are the first view; every byte of it is waited for.
//! [`Pages`] is the one door to the rest: packaging cuts the module in two at it
//! (`xtask/src/packaging/split.rs`), so whatever is reached only through it ships apart. Without
//! the feature `split` there is one module and nothing to fetch.

mod dialog;

use explorer_core::dataset::EvaluationIx;
use explorer_core::id::TensionId;
use explorer_core::state::View;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::el::{El, Slot, dynamic, el};
use crate::store::Explorer;
use crate::ui::compare_page::compare_page;
use crate::ui::embed_dialog::embed_dialog;
use crate::ui::evaluation_page::evaluation_page;
use crate::ui::parts::button;
use crate::ui::reading_page::reading_page;
use crate::ui::see::cell_page::cell_page;
use crate::ui::see::picture;
use crate::ui::share_dialog::share_dialog;
use crate::ui::take_dialog::take_dialog;
use crate::ui::tension_page::tension_page;

pub use dialog::LateDialog;

/// Everything in the second module, by what it makes.
pub struct Pages {
    /// One evaluation in full; its title goes to the slot.
    pub evaluation: fn(Explorer, EvaluationIx, Slot) -> El,
    /// The chosen evaluations side by side; its title goes to the slot.
    pub comparison: fn(Explorer, Slot) -> El,
    /// One disagreement; its title goes to the slot.
    pub tension: fn(Explorer, &TensionId, Slot) -> El,
    /// The results as a picture.
    pub picture: fn(Explorer, View) -> El,
    /// The statements of a cell of the matrix; its title goes to the slot.
    pub cell: fn(Explorer, Slot) -> El,
    /// The statements that the reader keeps; its title goes to the slot.
    pub reading: fn(Explorer, Slot) -> El,
    /// What the dialog for embedding holds.
    pub embed: fn(Explorer) -> El,
    /// What the dialog for sharing holds.
    pub share: fn(Explorer) -> El,
    /// What the dialog for taking away holds.
    pub take: fn(Explorer) -> El,
}

static PAGES: Pages = Pages {
    evaluation: evaluation_page,
    comparison: compare_page,
    tension: tension_page,
    picture,
    cell: cell_page,
    reading: reading_page,
    embed: embed_dialog,
    share: share_dialog,
    take: take_dialog,
};

/// Where the second module is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Arrival {
    Unasked,
    OnTheWay,
    Here,
    Failed,
}

/// The second module, as one explorer knows it.
#[derive(Clone, Copy)]
pub struct Shelf {
    explorer: Explorer,
    arrival: RwSignal<Arrival>,
    pages: StoredValue<Option<&'static Pages>>,
}

impl Shelf {
    /// A shelf from which nothing was taken.
    pub fn new(explorer: Explorer) -> Self {
        Self { explorer, arrival: RwSignal::new(Arrival::Unasked), pages: StoredValue::new(None) }
    }

    /// Whether the pages are here, followed.
    pub fn is_here(self) -> bool {
        self.arrival.get() == Arrival::Here
    }

    /// Fetches the pages, unless they are here or on the way.
    pub fn fetch(self) {
        if matches!(self.arrival.get_untracked(), Arrival::OnTheWay | Arrival::Here) {
            return;
        }
        self.arrival.set(Arrival::OnTheWay);
        spawn_local(async move {
            let pages = fetched().await;
            // The explorer may have left the page meanwhile, and its signals with it.
            let _ = self.pages.try_set_value(pages);
            let arrival = if pages.is_some() { Arrival::Here } else { Arrival::Failed };
            let _ = self.arrival.try_set(arrival);
        });
    }

    /// Shows what is made of the pages as soon as they are here; until then that they are coming,
    /// or that they could not be had and how to try again.
    pub fn show(self, make: impl Fn(&'static Pages) -> El + 'static) -> AnyView {
        self.show_made(Box::new(make))
    }

    fn show_made(self, make: Box<dyn Fn(&'static Pages) -> El>) -> AnyView {
        dynamic(move || {
            let waiting = || el("p").class("secondary waiting").words(self.explorer.words.loading);
            Some(match self.arrival.get() {
                Arrival::Here => self.pages.get_value().map_or_else(waiting, &make),
                Arrival::Failed => self.failed(),
                Arrival::Unasked | Arrival::OnTheWay => {
                    // Not while an effect runs: it would be its own cause.
                    queue_microtask(move || self.fetch());
                    waiting()
                }
            })
        })
    }

    fn failed(self) -> El {
        let words = self.explorer.words;
        el("div")
            .class("notice")
            .child(el("p").attr("role", "alert").words(words.fault_pages))
            .child(button("button", words.try_again, move || self.fetch()))
    }
}

#[cfg(feature = "split")]
async fn fetched() -> Option<&'static Pages> {
    second_module::pages().await.ok()
}

#[cfg(not(feature = "split"))]
async fn fetched() -> Option<&'static Pages> {
    Some(&PAGES)
}

#[cfg(feature = "split")]
mod second_module {
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{PAGES, Pages};

    #[wasm_split(pages, fallible)]
    pub fn pages() -> Result<&'static Pages, SplitLoaderError> {
        Ok(&PAGES)
    }
}
