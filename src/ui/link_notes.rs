//! What a reader should know about the link that was opened or about the page around the explorer.

use leptos::html;
use leptos::prelude::*;

use crate::store::Explorer;

/// Notes that stay until the reader acts.
pub fn link_notes(explorer: Explorer, notes: Vec<String>) -> AnyView {
    let opened = explorer.peek(Clone::clone);
    let acted = Memo::new(move |_| explorer.read(|state| *state != opened));
    let items: Vec<AnyView> =
        notes.into_iter().map(|note| html::li().child(note).into_any()).collect();
    if items.is_empty() {
        return ().into_any();
    }
    html::ul()
        .class("explorer-notice")
        .class("no-print")
        .prop("hidden", move || acted.get())
        .child(items)
        .into_any()
}
