//! The head that all pages above the results share.

use crate::el::{El, Slot, el};
use crate::store::Explorer;

/// The title of a page, without its words. It takes focus when the page opens.
pub fn page_title(explorer: Explorer, title: Slot) -> El {
    el("h2")
        .keep(title)
        .id("page-title")
        .class("page-title")
        .attr("tabindex", "-1")
        .attr("aria-level", explorer.layout.heading_level.to_string())
}
