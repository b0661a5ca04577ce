//! A dialog whose content is in the module of pages.

use leptos::prelude::*;

use super::{Pages, Shelf};
use crate::el::{El, dynamic, el};
use crate::store::Explorer;
use crate::ui::modal::{Modal, modal};

/// What opens a dialog and fills it. Its content is made when it opens and dropped when it closes,
/// so that it shows the view of that moment.
#[derive(Clone, Copy)]
pub struct LateDialog {
    explorer: Explorer,
    shelf: Shelf,
    modal: Modal,
    is_open: RwSignal<bool>,
}

impl LateDialog {
    /// A dialog, not yet in the page.
    pub fn new(explorer: Explorer, shelf: Shelf) -> Self {
        Self { explorer, shelf, modal: Modal::new(), is_open: RwSignal::new(false) }
    }

    /// Opens it.
    pub fn open(self) {
        self.is_open.set(true);
        self.modal.open();
    }

    /// The dialog; `content` finds in the module of pages what it holds.
    pub fn view(
        self,
        class: &'static str,
        title: &'static str,
        content: fn(&Pages) -> fn(Explorer) -> El,
    ) -> El {
        let Self { explorer, shelf, modal: opener, is_open } = self;
        let made = move |pages: &'static Pages| untrack(|| content(pages)(explorer));
        modal(explorer, opener, class, title)
            .on("close", move |_| is_open.set(false))
            .child(dynamic(move || is_open.get().then(|| el("div").child(shelf.show(made)))))
    }
}
