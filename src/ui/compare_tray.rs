//! The evaluations chosen for comparison, always in reach.

use explorer_core::id::EvaluationId;
use explorer_core::state::{Action, State, View};
use explorer_core::view::compare::undo_clearing;
use explorer_lang::fill;
use leptos::prelude::*;

use super::links::act_button;
use super::parts::{Icon, bare_button, icon, span};
use crate::el::{El, Item, dynamic, each, el};
use crate::store::Explorer;

/// The id of the button that leads to the comparison.
const OPEN: &str = "compare-open";

/// The id of the button that takes clearing back.
const UNDO: &str = "compare-undo";

/// The tray: what is chosen, and the way to the comparison. Gone when nothing is chosen or the
/// comparison is shown; after it was cleared, the way back stands in its place until the next act.
pub fn compare_tray(explorer: Explorer) -> El {
    let is_there = explorer.slice(|state| {
        let is_shown = state.view() == View::Compare && state.opened().is_none();
        !is_shown && !state.compare().is_empty()
    });
    let cleared = RwSignal::new(None::<Action>);
    Effect::new(move |before: Option<State>| {
        let now = explorer.read(Clone::clone);
        let back = before.and_then(|before| undo_clearing(&before, &now));
        if back.is_some() || cleared.with_untracked(Option::is_some) {
            cleared.set(back);
        }
        now
    });
    // The place has no box of its own, so that the tray sticks to the foot of the screen.
    el("div").class("tray-place").child(dynamic(move || match is_there.get() {
        true => Some(tray(explorer)),
        false => cleared.get().map(|back| undo(explorer, back)),
    }))
}

fn undo(explorer: Explorer, back: Action) -> El {
    let words = explorer.words;
    let back =
        act_button(explorer, "plain", UNDO.into(), OPEN.into(), back).words(words.answers().undo);
    el("section")
        .class("tray no-print")
        .attr("aria-label", words.answers().tray)
        .child(span(words.answers().comparison_cleared))
        .child(back)
}

fn tray(explorer: Explorer) -> El {
    let words = explorer.words;
    let number = move || explorer.read(|state| state.compare().ids().len());
    let names = move || {
        let ids = explorer.read(|state| state.compare().ids().to_vec());
        let item = |id: EvaluationId| Item::new(id.to_string(), move || tray_item(explorer, id));
        ids.into_iter().map(item).collect()
    };
    let open = move || {
        if explorer.peek(|state| state.compare().ids().len()) > 1 {
            explorer.act(Action::Show(View::Compare));
        }
    };
    let open = bare_button("button primary", open)
        .id(OPEN)
        .attr_of("aria-disabled", move || (number() < 2).then_some("true".into()))
        .text(move || match number() {
            1 => words.answers().choose_another.to_owned(),
            number => words.answers().compare_n.of(number, words),
        });
    let act = Action::ClearCompared;
    let clear = act_button(explorer, "plain", "compare-clear".into(), UNDO.into(), act)
        .words(words.answers().clear_comparison);
    el("section")
        .class("tray no-print")
        .attr("aria-label", words.answers().tray)
        .child(el("ul").class("tray-chosen").child(each(names)))
        .child(open)
        .child(clear)
}

fn tray_item(explorer: Explorer, id: EvaluationId) -> El {
    let name = explorer.short_title(id.as_str());
    let label = fill(explorer.words.answers().remove_from_comparison, &[("name", &name)]);
    let (own, action) = (format!("tray-{id}"), Action::Uncompare(id));
    let remove = act_button(explorer, "chip", own, OPEN.into(), action)
        .attr("aria-label", label)
        .child(span(name))
        .child(icon(Icon::Cross));
    el("li").child(remove)
}
