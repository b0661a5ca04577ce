//! Choosing an evaluation for comparison where it stands.

use std::rc::Rc;

use explorer_core::id::EvaluationId;
use explorer_core::state::Action;
use explorer_lang::fill;

use super::parts::bare_button;
use crate::el::El;
use crate::store::Explorer;

/// The button that chooses an evaluation for comparison, or takes the choice back.
pub fn compare_toggle(explorer: Explorer, id: &str, short_title: &str) -> El {
    let words = explorer.words;
    let id = Rc::new(EvaluationId::from(id));
    let (asked, blocked) = (id.clone(), id.clone());
    let is_chosen = move || explorer.read(|state| state.compare().contains(&asked));
    let is_blocked = move || {
        explorer.read(|state| state.compare().is_full() && !state.compare().contains(&blocked))
    };
    let toggle_id = format!("compare-{id}");
    let act = move || {
        if explorer.peek(|state| state.compare().is_full() && !state.compare().contains(&id)) {
            explorer.say(words.compare_full);
        }
        let chosen = explorer.peek(|state| state.compare().contains(&id));
        let id = (*id).clone();
        explorer.act(if chosen { Action::Uncompare(id) } else { Action::Compare(id) });
    };
    let titled = is_blocked.clone();
    bare_button("button no-print", act)
        .id(toggle_id)
        .state("aria-pressed", is_chosen)
        .attr_of("aria-disabled", move || is_blocked().then_some("true".into()))
        .attr_of("title", move || titled().then_some(words.compare_full.into()))
        .attr("aria-label", fill(words.compare_this, &[("name", short_title)]))
        .words(words.compare)
}
