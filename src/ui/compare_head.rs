//! The head of a column of the comparison: which evaluation, and what can be done with it.

use explorer_core::evaluation::Evaluation;
use explorer_core::state::{Action, Opened};
use explorer_lang::{fill, number};
use leptos::prelude::*;
use leptos::{ev, html};

use super::compare_page::is_aside;
use super::links::record_link;
use super::parts::{Icon, hidden, icon};
use crate::store::Explorer;

/// The head of the column at a position among so many.
pub fn column_head(
    explorer: Explorer,
    evaluation: &Evaluation,
    at: usize,
    columns: usize,
    second: RwSignal<usize>,
) -> AnyView {
    let words = explorer.words;
    let id = evaluation.id.clone();
    let name = html::span().class("compare-name").child(evaluation.short_title.clone()).into_any();
    let link = record_link(explorer, Opened::Evaluation(id.clone()), format!("column-{id}"), name);
    let years = number::years(evaluation.whole_span(), words);
    let place = |to: usize| Action::MoveCompared(id.clone(), to);
    let left = at.checked_sub(1).map(place);
    let right = Some(at + 1).filter(|&to| to < columns).map(place);
    let remove = Some(Action::Uncompare(id.clone()));
    let control = |icon, template, action| control(explorer, evaluation, icon, template, action);
    html::th()
        .attr("scope", "col")
        .class(("aside", move || is_aside(at, second)))
        .child((
            link,
            html::span().class("cell-note").child(years),
            html::span().class("compare-controls").class("no-print").child((
                control(Icon::Back, words.move_left, left),
                control(Icon::Forward, words.move_right, right),
                control(Icon::Cross, words.remove_from_comparison, remove),
            )),
        ))
        .into_any()
}

fn control(
    explorer: Explorer,
    evaluation: &Evaluation,
    picture: Icon,
    template: &str,
    action: Option<Action>,
) -> AnyView {
    let label = fill(template, &[("name", &evaluation.short_title)]);
    let is_off = action.is_none();
    html::button()
        .r#type("button")
        .class("compare-control")
        .attr("aria-disabled", is_off.then_some("true"))
        .on(ev::click, move |_| {
            if let Some(action) = action.clone() {
                explorer.act(action);
            }
        })
        .child((icon(picture), hidden(label)))
        .into_any()
}
