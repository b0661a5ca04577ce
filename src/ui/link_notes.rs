//! What a reader should know about the link that was opened or about the page around the explorer.

use crate::el::{El, el};
use crate::store::Explorer;

/// Notes that stay until the reader acts; nothing when there are none.
pub fn link_notes(explorer: Explorer, notes: Vec<String>) -> Option<El> {
    let opened = explorer.peek(Clone::clone);
    let items = notes.into_iter().map(|note| el("li").words(note));
    let list = el("ul").class("explorer-notice no-print").all(items);
    let is_there = !list.is_empty();
    is_there.then(|| list.hidden(move || explorer.read(|state| *state != opened)))
}
