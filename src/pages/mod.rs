//! What is not needed to show a list: it travels in two more modules.
//!
//! All evaluations as a list are the first view; every byte of it is waited for. What answers
//! questions ([`Answers`]: search, filters, counts) follows at once, or comes together with the
//! first view for a link that asks. What not every reader opens ([`Pages`]: records, comparison,
//! pictures, dialogs) is fetched when it is first wanted. These two tables are the doors: packaging
//! cuts the module at them (`xtask/src/packaging/split.rs`), so whatever is reached only through one
//! ships apart. Without the feature `split` there is one module and nothing to fetch.

mod answers;
mod dialog;

use std::cell::Cell;

use explorer_core::dataset::EvaluationIx;
use explorer_core::id::TensionId;
use explorer_core::state::View;
use leptos::prelude::*;

use crate::browser::idle::Idle;
use crate::browser::online::{Awaited, when_back};
use crate::el::{El, Slot, dynamic, el};
use crate::store::Explorer;
use crate::ui::answers::{Answering, Answers};
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

/// Everything in the module of pages, by what it makes.
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

/// A module that is fetched later.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Module {
    /// What answers questions.
    Answers,
    /// What not every reader opens. It needs the answers and brings them.
    Pages,
}

/// Where a module is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Arrival {
    Unasked,
    OnTheWay,
    Here,
    Failed,
}

/// What came with a module.
struct Fetched {
    answers: &'static Answers,
    pages: Option<&'static Pages>,
}

/// The modules that are fetched later, as one explorer knows them.
#[derive(Clone, Copy)]
pub struct Shelf {
    explorer: Explorer,
    arrivals: [RwSignal<Arrival>; 2],
    answering: Answering,
    asking: Answering,
    soon: StoredValue<Option<Idle>, LocalStorage>,
    pages: StoredValue<Option<&'static Pages>>,
    again: StoredValue<Option<Awaited>, LocalStorage>,
}

impl Shelf {
    /// A shelf on which the answers are being put.
    pub fn new(explorer: Explorer) -> Self {
        let shelf = Self {
            explorer,
            arrivals: [RwSignal::new(Arrival::Unasked), RwSignal::new(Arrival::Unasked)],
            answering: Answering(RwSignal::new(None)),
            asking: Answering(RwSignal::new(None)),
            soon: StoredValue::new_local(None),
            pages: StoredValue::new(None),
            again: StoredValue::new_local(None),
        };
        shelf.fetch(Module::Answers);
        shelf
    }

    /// The answers, once they are here.
    pub fn answering(self) -> Answering {
        self.answering
    }

    fn arrival(self, module: Module) -> RwSignal<Arrival> {
        let [answers, pages] = self.arrivals;
        match module {
            Module::Answers => answers,
            Module::Pages => pages,
        }
    }

    /// Whether the pages are here, followed.
    pub fn has_pages(self) -> bool {
        self.arrival(Module::Pages).get() == Arrival::Here
    }

    /// Fetches a module, unless it is here or on the way.
    fn fetch(self, module: Module) {
        let arrival = self.arrival(module);
        if matches!(arrival.get_untracked(), Arrival::OnTheWay | Arrival::Here) {
            return;
        }
        arrival.set(Arrival::OnTheWay);
        with(module, move |fetched| {
            let is_here = fetched.is_some_and(|fetched| self.take(&fetched));
            // The explorer may have left the page meanwhile, and its signals with it.
            if arrival.try_get_untracked() == Some(Arrival::OnTheWay) {
                let _ = arrival.try_set(if is_here { Arrival::Here } else { Arrival::Failed });
            }
            if !is_here {
                // A connection that is gone may come back.
                let again = when_back(move || self.fetch(module));
                let _ = self.again.try_update_value(|it| *it = again);
            }
        });
    }

    fn take(self, fetched: &Fetched) -> bool {
        if !self.explorer.begin(&fetched.answers.engine) {
            return false;
        }
        if self.answering.0.try_get_untracked().flatten().is_none() {
            let answers = fetched.answers;
            let _ = self.answering.0.try_set(Some(answers));
            // Nobody is told twice: what is made of the answers would be made anew.
            let _ = self.arrival(Module::Answers).try_set(Arrival::Here);
            // What a reader asked meanwhile is shown first: drawing all filters takes longer.
            let ask = move || _ = self.asking.0.try_set(Some(answers));
            let _ = self.soon.try_set_value(Some(Idle::then(ask)));
        }
        if fetched.pages.is_some() {
            let _ = self.pages.try_set_value(fetched.pages);
        }
        true
    }

    /// Shows what is made of the pages as soon as they are here; until then that they are coming,
    /// or that they could not be had and how to try again.
    pub fn show(self, make: impl Fn(&'static Pages) -> El + 'static) -> AnyView {
        self.show_made(Module::Pages, Box::new(move || self.pages.get_value().map(&make)))
    }

    /// The same with the answers, once the browser has shown what they answer.
    pub fn show_answers(self, make: impl Fn(&'static Answers) -> El + 'static) -> AnyView {
        self.show_made(Module::Answers, Box::new(move || self.asking.get().map(&make)))
    }

    fn show_made(self, module: Module, make: Box<dyn Fn() -> Option<El>>) -> AnyView {
        dynamic(move || {
            let waiting = || {
                let kind = match module {
                    Module::Answers => "secondary waiting",
                    Module::Pages => "secondary waiting waiting-page",
                };
                el("p").class(kind).words(self.explorer.words.loading)
            };
            Some(match self.arrival(module).get() {
                Arrival::Here => make().unwrap_or_else(waiting),
                Arrival::Failed => self.failed(module),
                Arrival::Unasked | Arrival::OnTheWay => {
                    // Not while an effect runs: it would be its own cause.
                    queue_microtask(move || self.fetch(module));
                    waiting()
                }
            })
        })
    }

    fn failed(self, module: Module) -> El {
        let words = self.explorer.words;
        let fault = match module {
            Module::Answers => words.fault_answers,
            Module::Pages => words.fault_pages,
        };
        el("div")
            .class("explorer-notice")
            .child(el("p").attr("role", "alert").words(fault))
            .child(button("button", words.try_again, move || self.fetch(module)))
    }
}

thread_local! {
    static HERE: Cell<Option<&'static Answers>> = const { Cell::new(None) };
}

/// What answers questions, if it is here.
pub fn answers_now() -> Option<&'static Answers> {
    HERE.get()
}

/// Hands what answers questions on as soon as it is here, or nothing when it cannot be had.
pub fn with_answers(then: impl FnOnce(Option<&'static Answers>) + 'static) {
    with(Module::Answers, |fetched| {
        let answers = fetched.map(|fetched| fetched.answers);
        HERE.set(answers.or(HERE.get()));
        then(answers);
    });
}

#[cfg(feature = "split")]
fn with(module: Module, then: impl FnOnce(Option<Fetched>) + 'static) {
    crate::browser::task::spawn(async move {
        then(match module {
            Module::Answers => modules::answers().await.ok(),
            Module::Pages => modules::pages().await.ok(),
        });
    });
}

#[cfg(not(feature = "split"))]
fn with(module: Module, then: impl FnOnce(Option<Fetched>) + 'static) {
    let pages = (module == Module::Pages).then_some(&PAGES);
    then(Some(Fetched { answers: &answers::ANSWERS, pages }));
}

#[cfg(feature = "split")]
mod modules {
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::answers::ANSWERS;
    use super::{Fetched, PAGES};

    #[wasm_split(answers, fallible)]
    pub fn answers() -> Result<Fetched, SplitLoaderError> {
        Ok(Fetched { answers: &ANSWERS, pages: None })
    }

    // Naming the answers makes them a part of what this needs, so that packaging leaves them in
    // one module and not in two with a third for what both share.
    #[wasm_split(pages, fallible)]
    pub fn pages() -> Result<Fetched, SplitLoaderError> {
        Ok(Fetched { answers: &ANSWERS, pages: Some(&PAGES) })
    }
}
