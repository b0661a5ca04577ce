//! The results: what they are, in which order, and as many as are unfolded.

use std::rc::Rc;

use explorer_core::dataset::EvaluationIx;
use explorer_core::query::{Sort, Unit};
use explorer_core::state::{Action, State, View};
use explorer_lang::fill;
use explorer_lang::number::grouped;
use leptos::prelude::{AnyView, Get, request_animation_frame};

use super::answers::Answering;
use super::pace::Pace;
use super::parts::{bare_button, button, span};
use super::result_card::result_card;
use super::see::view_switch::view_switch;
use crate::browser::focus;
use crate::el::{El, Item, Slot, dynamic, each, el, value_of};
use crate::store::Explorer;

/// The heading, the switches, and the list or what is drawn of it. `wait` says what is shown while
/// something is asked that cannot be answered yet.
pub fn result_list(
    explorer: Explorer,
    answering: Answering,
    heading: Slot,
    picture: impl Fn(View) -> AnyView + 'static,
    wait: impl Fn() -> El + 'static,
) -> El {
    let title = el("h2")
        .keep(heading)
        .id("results-heading")
        .class("result-heading")
        .attr("tabindex", "-1")
        .attr("aria-level", explorer.layout.heading_level.to_string())
        .text(move || explorer.sentence());
    let view = explorer.slice(State::view);
    let body = dynamic(move || {
        Some(match view.get() {
            View::List | View::Compare | View::Reading => list(explorer, answering),
            view => el("div").child(picture(view)),
        })
    });
    el("div")
        .class("results")
        .child(title)
        .child(view_switch(explorer))
        .child(answering.then(move |answers| (answers.notes)(explorer)))
        .child(dynamic(move || explorer.is_waiting().then(&wait)))
        .child(body)
}

fn list(explorer: Explorer, answering: Answering) -> El {
    let (items, pace) = (Slot::new(), Rc::new(Pace::default()));
    let tools = el("div")
        .class("result-tools no-print")
        .child(unit_switch(explorer))
        .child(sort_menu(explorer));
    let list = el("ul")
        .keep(items)
        .id("results")
        .class("result-items")
        .attr("aria-label", explorer.words.results)
        .child(each(move || pace.items(rows(explorer, answering), explorer.is_typing())));
    el("div").child(tools).child(list).child(more(explorer, items))
}

pub fn unit_switch(explorer: Explorer) -> El {
    let words = explorer.words;
    let buttons = Unit::ALL.iter().map(|&unit| {
        bare_button("button", move || explorer.act(Action::SearchIn(unit)))
            .state("aria-pressed", move || explorer.unworded(|query| query.unit == unit))
            .words(words.unit(unit))
    });
    el("div")
        .class("unit-switch")
        .attr("role", "group")
        .attr("aria-label", words.unit_label)
        .all(buttons)
}

fn sort_menu(explorer: Explorer) -> El {
    let words = explorer.words;
    let currencies = explorer.dataset().currencies().to_vec();
    let is_offered = |sort: &&Sort| **sort != Sort::Budget || !currencies.is_empty();
    let options = Sort::ALL.iter().filter(is_offered).map(|&sort| {
        let currency = currencies.first().cloned();
        el("option").attr("value", sort.code()).text(move || match (sort, &currency) {
            (Sort::Budget, Some(commonest)) => explorer.unworded(|query| {
                let asked = query.budget.as_ref().map_or(commonest, |range| &range.currency);
                fill(words.sort_budget_in, &[("currency", asked.code())])
            }),
            _ => words.sort(sort).to_owned(),
        })
    });
    let menu = el("select")
        .class("sort-menu-select")
        .all(options)
        .value(move || explorer.unworded(|query| query.sort.code().to_owned()))
        .on("change", move |event| {
            if let Some(sort) = Sort::from_code(&value_of(event)) {
                explorer.act(Action::SortBy(sort));
            }
        });
    el("label").class("sort-menu").child(span(words.sort_label)).child(menu)
}

/// One item for each result that is unfolded. The words are part of the key, because they choose
/// the passage that a card shows.
fn rows(explorer: Explorer, answering: Answering) -> Vec<Item> {
    let answer = explorer.answer();
    let limit = explorer.read(|state| state.shown(explorer.layout.page_size)) as usize;
    let (unit, text) = explorer.query(|query| (query.unit, query.text.clone()));
    let answers = answering.get();
    match unit {
        Unit::Evaluations => {
            let card = |&ix: &EvaluationIx| {
                let key = format!("e{} {text}", ix.0);
                Item::new(key, move || result_card(explorer, answers, ix))
            };
            answer.evaluations.iter().take(limit).map(card).collect()
        }
        Unit::Statements => {
            answers.map_or_else(Vec::new, |answers| (answers.statements)(explorer, limit))
        }
    }
}

fn more(explorer: Explorer, items: Slot) -> AnyView {
    dynamic(move || {
        let words = explorer.words;
        let page = explorer.layout.page_size;
        let shown = explorer.read(|state| state.shown(page));
        let total = explorer.found();
        let left = total.saturating_sub(shown as usize);
        let unfold = move || {
            explorer.act(Action::ShowMore(shown.saturating_add(page)));
            request_animation_frame(move || {
                if let Some(items) = items.html() {
                    focus::nth(&items, "article a", shown as usize);
                }
            });
        };
        (left > 0).then(|| {
            let step = left.min(page as usize).to_string();
            let progress = fill(
                words.shown_of,
                &[
                    ("shown", &grouped(u64::from(shown), words)),
                    ("total", &grouped(total as u64, words)),
                ],
            );
            el("div")
                .class("result-more no-print")
                .child(button("button", fill(words.show_more, &[("n", &step)]), unfold))
                .child(span(progress).class("secondary"))
        })
    })
}
