//! The results: what they are, in which order, and as many as are unfolded.

use explorer_core::query::{Sort, Unit};
use explorer_core::state::Action;
use explorer_lang::fill;
use explorer_lang::number::grouped;
use leptos::prelude::*;
use leptos::{ev, html};

use super::empty_state::empty_state;
use super::parts::button;
use super::result_card::result_card;
use super::statement_card::statement_card;
use crate::browser::focus;
use crate::store::Explorer;

/// The heading, the switches, and the list.
pub fn result_list(explorer: Explorer, heading: NodeRef<html::H2>) -> AnyView {
    let items = NodeRef::<html::Ul>::new();
    html::div()
        .class("results")
        .child((
            sentence_heading(explorer, heading),
            html::div().class("result-tools").class("no-print").child((
                unit_switch(explorer),
                sort_menu(explorer),
            )),
            move || match explorer.found() {
                0 => empty_state(explorer),
                _ => ().into_any(),
            },
            list(explorer, items),
            more(explorer, items),
        ))
        .into_any()
}

fn sentence_heading(explorer: Explorer, heading: NodeRef<html::H2>) -> AnyView {
    html::h2()
        .node_ref(heading)
        .id("results-heading")
        .class("result-heading")
        .attr("tabindex", "-1")
        .attr("aria-level", explorer.layout.heading_level.to_string())
        .prop("textContent", move || explorer.sentence())
        .into_any()
}

fn unit_switch(explorer: Explorer) -> AnyView {
    let words = explorer.words;
    let unit = explorer.slice(|state| state.query().unit);
    let buttons: Vec<AnyView> = Unit::ALL
        .iter()
        .map(|&it| {
            html::button()
                .r#type("button")
                .class("button")
                .attr("aria-pressed", move || if unit.get() == it { "true" } else { "false" })
                .on(ev::click, move |_| explorer.act(Action::SearchIn(it)))
                .child(words.unit(it))
                .into_any()
        })
        .collect();
    html::div()
        .class("unit-switch")
        .attr("role", "group")
        .attr("aria-label", words.unit_label)
        .child(buttons)
        .into_any()
}

fn sort_menu(explorer: Explorer) -> AnyView {
    let words = explorer.words;
    let sort = explorer.slice(|state| state.query().sort);
    let options: Vec<AnyView> = Sort::ALL
        .iter()
        .map(|&it| {
            html::option()
                .attr("value", it.code())
                .prop("selected", move || sort.get() == it)
                .child(words.sort(it))
                .into_any()
        })
        .collect();
    html::label()
        .class("sort-menu")
        .child((
            words.sort_label,
            html::select()
                .class("sort-menu-select")
                .on(ev::change, move |event| {
                    if let Some(sort) = Sort::from_code(&event_target_value(&event)) {
                        explorer.act(Action::SortBy(sort));
                    }
                })
                .child(options),
        ))
        .into_any()
}

/// One result: which record, and the words that its passage is chosen by.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Row {
    Evaluation(u32, String),
    Statement(u32, String),
}

fn rows(explorer: Explorer) -> Vec<Row> {
    let answer = explorer.answer();
    let limit = explorer.read(|state| state.shown(explorer.layout.page_size)) as usize;
    explorer.query(|query| {
        let text = || query.text.clone();
        match query.unit {
            Unit::Evaluations => {
                let shown = answer.evaluations.iter().take(limit);
                shown.map(|ix| Row::Evaluation(ix.0, text())).collect()
            }
            Unit::Statements => {
                let shown = answer.statements.iter().take(limit);
                shown.map(|ix| Row::Statement(ix.0, text())).collect()
            }
        }
    })
}

fn list(explorer: Explorer, items: NodeRef<html::Ul>) -> AnyView {
    let rows = For(ForProps {
        each: move || rows(explorer),
        key: Clone::clone,
        children: move |row| match row {
            Row::Evaluation(ix, _) => result_card(explorer, ix),
            Row::Statement(ix, _) => statement_card(explorer, ix),
        },
    });
    html::ul()
        .node_ref(items)
        .id("results")
        .class("result-items")
        .attr("aria-label", explorer.words.results)
        .child(rows)
        .into_any()
}

fn more(explorer: Explorer, items: NodeRef<html::Ul>) -> AnyView {
    let words = explorer.words;
    let page = explorer.layout.page_size;
    let shown = Memo::new(move |_| explorer.read(|state| state.shown(page)) as usize);
    let left = Memo::new(move |_| explorer.found().saturating_sub(shown.get()));
    let unfold = move || {
        let at = shown.get_untracked();
        explorer.act(Action::ShowMore(u32::try_from(at).unwrap_or(u32::MAX).saturating_add(page)));
        request_animation_frame(move || {
            if let Some(items) = items.get_untracked() {
                focus::nth(&items, "article a", at);
            }
        });
    };
    (move || {
        (left.get() > 0).then(|| {
            let step = left.get().min(page as usize);
            let progress = fill(
                words.shown_of,
                &[
                    ("shown", &grouped(shown.get() as u64, words)),
                    ("total", &grouped(explorer.found() as u64, words)),
                ],
            );
            html::div().class("result-more").class("no-print").child((
                button("button", fill(words.show_more, &[("n", &step.to_string())]), unfold),
                html::span().class("secondary").child(progress),
            ))
        })
    })
    .into_any()
}
