//! The button that keeps a statement on the reading list.

use explorer_core::id::StatementId;
use explorer_core::state::{Action, ReadingList};
use explorer_lang::fill;

use super::parts::bare_button;
use crate::el::El;
use crate::store::Explorer;

/// Keeps a statement, or takes it off.
pub fn keep_toggle(explorer: Explorer, id: &StatementId) -> El {
    let words = explorer.words;
    let name =
        fill(words.pages().take.keep_this, &[("name", &explorer.statement_name(id.as_str()))]);
    let (kept, blocked, own) = (id.clone(), id.clone(), id.clone());
    let is_kept = move || explorer.read(|state| state.list().contains(&kept));
    let is_blocked = move || {
        explorer.read(|state| {
            let list = state.list();
            list.ids().len() >= ReadingList::MAX && !list.contains(&blocked)
        })
    };
    let titled = is_blocked.clone();
    let act = move || {
        let kept = explorer.peek(|state| state.list().contains(&own));
        let id = own.clone();
        explorer.act(if kept { Action::Unkeep(id) } else { Action::Keep(id) });
    };
    bare_button("plain keep no-print", act)
        .id(format!("keep-{id}"))
        .state("aria-pressed", is_kept)
        .attr_of("aria-disabled", move || is_blocked().then_some("true".into()))
        .attr_of("title", move || titled().then_some(words.pages().take.keep_full.into()))
        .attr("aria-label", name)
        .words(words.pages().take.keep)
}
