//! The evaluations chosen for comparison, always in reach.

use explorer_core::id::EvaluationId;
use explorer_core::state::{Action, CompareSet, View};
use explorer_lang::fill;
use leptos::prelude::*;
use leptos::{ev, html};

use super::parts::{Icon, button, hidden, icon};
use crate::store::Explorer;

/// The button that chooses an evaluation for comparison, or takes the choice back.
pub fn compare_toggle(explorer: Explorer, id: EvaluationId, name: String) -> AnyView {
    let words = explorer.words;
    let chosen = explorer.slice(|state| state.compare().clone());
    let is_chosen = {
        let id = id.clone();
        Memo::new(move |_| chosen.with(|set| set.contains(&id)))
    };
    let is_blocked = move || !is_chosen.get() && chosen.with(CompareSet::is_full);
    let toggle_id = format!("compare-{id}");
    let act = move |_| {
        if is_chosen.get_untracked() {
            explorer.act(Action::Uncompare(id.clone()));
        } else {
            explorer.act(Action::Compare(id.clone()));
        }
    };
    html::button()
        .r#type("button")
        .id(toggle_id)
        .class("button")
        .class("no-print")
        .attr("aria-pressed", move || if is_chosen.get() { "true" } else { "false" })
        .attr("aria-disabled", move || is_blocked().then_some("true"))
        .attr("title", move || is_blocked().then_some(words.compare_full))
        .on(ev::click, act)
        .child((words.compare, hidden(format!(": {name}"))))
        .into_any()
}

/// The tray: what is chosen, and the way to the comparison. Gone when nothing is chosen or the
/// comparison is shown.
pub fn compare_tray(explorer: Explorer) -> AnyView {
    let chosen = explorer.slice(|state| state.compare().clone());
    let is_shown = explorer.slice(|state| state.view() == View::Compare && state.opened().is_none());
    let is_there = Memo::new(move |_| !is_shown.get() && !chosen.with(CompareSet::is_empty));
    (move || is_there.get().then(|| tray(explorer, chosen))).into_any()
}

fn tray(explorer: Explorer, chosen: Memo<CompareSet>) -> AnyView {
    let words = explorer.words;
    let names = For(ForProps {
        each: move || chosen.with(|set| set.ids().to_vec()),
        key: |id: &EvaluationId| id.to_string(),
        children: move |id| tray_item(explorer, id),
    });
    let open = move || match chosen.with(|set| set.ids().len()) {
        1 => words.choose_another.to_owned(),
        number => words.compare_n.of(number, words),
    };
    let is_short = move || chosen.with(|set| set.ids().len() < 2);
    html::section()
        .class("tray")
        .class("no-print")
        .attr("aria-label", words.tray)
        .child((
            html::ul().class("tray-chosen").child(names),
            html::button()
                .r#type("button")
                .id("compare-open")
                .class("button")
                .class("primary")
                .attr("aria-disabled", move || is_short().then_some("true"))
                .on(ev::click, move |_| {
                    if !chosen.with_untracked(|set| set.ids().len() < 2) {
                        explorer.act(Action::Show(View::Compare));
                    }
                })
                .prop("textContent", open),
            button("plain", words.clear_comparison, move || explorer.act(Action::ClearCompared)),
        ))
        .into_any()
}

fn tray_item(explorer: Explorer, id: EvaluationId) -> AnyView {
    let name = explorer.short_title(id.as_str());
    let label = fill(explorer.words.remove_from_comparison, &[("name", &name)]);
    html::li()
        .child(
            html::button()
                .r#type("button")
                .class("chip")
                .attr("aria-label", label)
                .on(ev::click, move |_| explorer.act(Action::Uncompare(id.clone())))
                .child((html::span().child(name), icon(Icon::Cross))),
        )
        .into_any()
}
