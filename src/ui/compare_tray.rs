//! The evaluations chosen for comparison, always in reach.

use std::rc::Rc;

use explorer_core::id::EvaluationId;
use explorer_core::state::{Action, View};
use explorer_lang::fill;
use leptos::prelude::*;

use super::links::{act_button, passing_button};
use super::parts::{Icon, bare_button, icon, span};
use crate::el::{El, Item, dynamic, each, el};
use crate::store::Explorer;

/// The id of the button that leads to the comparison.
const OPEN: &str = "compare-open";

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

/// The tray: what is chosen, and the way to the comparison. Gone when nothing is chosen or the
/// comparison is shown.
pub fn compare_tray(explorer: Explorer) -> AnyView {
    let is_there = explorer.slice(|state| {
        let is_shown = state.view() == View::Compare && state.opened().is_none();
        !is_shown && !state.compare().is_empty()
    });
    dynamic(move || is_there.get().then(|| tray(explorer)))
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
            1 => words.choose_another.to_owned(),
            number => words.compare_n.of(number, words),
        });
    el("section")
        .class("tray no-print")
        .attr("aria-label", words.tray)
        .child(el("ul").class("tray-chosen").child(each(names)))
        .child(open)
        .child(passing_button(explorer, "plain", words.clear_comparison, Action::ClearCompared))
}

fn tray_item(explorer: Explorer, id: EvaluationId) -> El {
    let name = explorer.short_title(id.as_str());
    let label = fill(explorer.words.remove_from_comparison, &[("name", &name)]);
    let (own, action) = (format!("tray-{id}"), Action::Uncompare(id));
    let remove = act_button(explorer, "chip", own, OPEN.into(), action)
        .attr("aria-label", label)
        .child(span(name))
        .child(icon(Icon::Cross));
    el("li").child(remove)
}
