//! One facet: its values with what a click would give.

use std::sync::Arc;

use explorer_core::facet::FacetId;
use explorer_core::facet::picks::FacetPicks;
use explorer_core::query::Unit;
use explorer_core::state::Action;
use explorer_core::view::facets::{Choice, choices, shown};
use explorer_lang::fill;
use leptos::prelude::*;
use leptos::{ev, html};

use super::disclosure::disclosure;
use super::parts::{Icon, hidden, icon};
use crate::store::Explorer;

/// How many values a list shows before it has to be unfolded.
const SHORT: usize = 8;

/// From how many values on a list has a field to find one.
const FIND_FROM: usize = 12;

/// A facet as a group of checkboxes.
pub fn facet_group(explorer: Explorer, facet: FacetId, open: bool) -> AnyView {
    let dataset = explorer.dataset();
    let name = |value: &str| explorer.name(facet, value);
    let values: Arc<[Choice]> = choices(&dataset, facet, &name).into();
    if values.is_empty() {
        return ().into_any();
    }
    let picks = Memo::new(move |_| {
        explorer.query(|query| query.picks.of(facet).cloned().unwrap_or_default())
    });
    let chosen = move || picks.with(|picks| picks.included.len() + picks.excluded.len());
    let open = RwSignal::new(open || chosen() > 0);
    let unfolded = RwSignal::new(false);
    let find = RwSignal::new(String::new());
    let body = move || body(explorer, facet, values.clone(), picks, unfolded, find);
    disclosure(
        format!("facet-{}", facet.code()),
        explorer.words.facet(facet),
        open,
        chosen,
        body,
    )
}

fn body(
    explorer: Explorer,
    facet: FacetId,
    values: Arc<[Choice]>,
    picks: Memo<FacetPicks>,
    unfolded: RwSignal<bool>,
    find: RwSignal<String>,
) -> AnyView {
    let words = explorer.words;
    let total = values.len();
    let finder = (total >= FIND_FROM).then(|| {
        let label = fill(words.find_in, &[("facet", words.facet(facet))]);
        html::input()
            .r#type("search")
            .class("facet-find")
            .attr("aria-label", label.clone())
            .attr("placeholder", label)
            .prop("value", move || find.get())
            .on(ev::input, move |event| find.set(event_target_value(&event)))
    });
    let listed = move || {
        let limit = if unfolded.get() { total } else { SHORT };
        picks.with(|picks| find.with(|find| shown(&values, picks, find, limit)))
    };
    let rows = For(ForProps {
        each: listed,
        key: |value: &Choice| value.id.clone(),
        children: move |value| term(explorer, facet, value, picks),
    });
    let unfold = (total > SHORT).then(|| {
        html::button()
            .r#type("button")
            .class("plain")
            .on(ev::click, move |_| unfolded.update(|all| *all = !*all))
            .prop("textContent", move || {
                if unfolded.get() {
                    words.show_fewer.to_owned()
                } else {
                    fill(words.show_all, &[("n", &total.to_string())])
                }
            })
    });
    (finder, html::ul().class("term-list").child(rows), unfold).into_any()
}

fn term(explorer: Explorer, facet: FacetId, value: Choice, picks: Memo<FacetPicks>) -> AnyView {
    let words = explorer.words;
    let id = value.id.clone();
    let picked = {
        let id = id.clone();
        Memo::new(move |_| picks.with(|picks| picks.included.contains(&id)))
    };
    let excluded = {
        let id = id.clone();
        Memo::new(move |_| picks.with(|picks| picks.excluded.contains(&id)))
    };
    let count = {
        let id = id.clone();
        Memo::new(move |_| explorer.answer().counts.get(&explorer.dataset(), facet, &id))
    };
    let unit = explorer.slice(|state| state.query().unit);
    let unit_word = move || match unit.get() {
        Unit::Evaluations => words.things_evaluations,
        Unit::Statements => words.things_statements,
    };
    let toggled = id.clone();
    let exclude_label = fill(words.exclude_value, &[("name", &value.label)]);
    html::li()
        .class("term")
        .class(("empty", move || count.get() == 0))
        .class(("excluded", move || excluded.get()))
        .child((
            html::label().class("term-label").child((
                html::input()
                    .r#type("checkbox")
                    .id(format!("pick-{}-{id}", facet.code()))
                    .class("term-box")
                    .prop("checked", move || picked.get())
                    .on(ev::change, move |_| {
                        explorer.act(Action::Toggle(facet, toggled.clone()));
                    }),
                html::span().class("term-name").child(value.label),
                hidden(", "),
                html::span().class("term-count").prop("textContent", move || count.get().to_string()),
                html::span()
                    .class("visually-hidden")
                    .prop("textContent", move || format!(" {}", unit_word())),
            )),
            html::button()
                .r#type("button")
                .class("term-exclude")
                .attr("title", words.exclude)
                .attr("aria-pressed", move || if excluded.get() { "true" } else { "false" })
                .on(ev::click, move |_| {
                    explorer.act(Action::ToggleExcluded(facet, id.clone()));
                })
                .child((icon(Icon::Minus), hidden(exclude_label))),
        ))
        .into_any()
}
