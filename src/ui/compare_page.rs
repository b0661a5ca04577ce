//! Chosen evaluations side by side.

use explorer_core::compare::Comparison;
use explorer_core::dataset::EvaluationIx;
use explorer_core::state::{Action, State, View};
use explorer_lang::comparison::shared_lines;
use leptos::prelude::*;

use super::compare_table::compare_table;
use super::links::act_link;
use super::page_head::page_title;
use super::parts::{Icon, fact, heading, icon, span};
use super::tension_note::tension_note;
use crate::el::{El, Slot, dynamic, el, is_checked, value_of};
use crate::store::Explorer;

/// The comparison: what is shared, where the chosen disagree, and the table.
pub fn compare_page(explorer: Explorer, title: Slot) -> El {
    let chosen = explorer.slice(|state| state.compare().clone());
    let dataset = explorer.dataset();
    let comparison = Memo::new(move |_| {
        let known: Vec<EvaluationIx> = chosen.with(|set| {
            set.ids().iter().filter_map(|id| dataset.find_evaluation(id.as_str())).collect()
        });
        Comparison::of(&dataset, &known)
    });
    // Which of the others stands beside the first where there is room for two only.
    let second = RwSignal::new(1_usize);
    let only = explorer.slice(State::differences_only);
    let wanted = RwSignal::new(String::new());
    let switches = el("div")
        .class("compare-head no-print")
        .child(differences_switch(explorer))
        .child(row_finder(explorer, wanted))
        .child(dynamic(move || comparison.with(|it| second_switch(explorer, it, second))));
    let back = el("span").child(icon(Icon::Back)).child(span(explorer.words.back_to_results));
    let back = act_link(explorer, Action::Show(View::List), "compare-back".into(), back);
    el("div")
        .class("compare-page")
        .child(
            el("nav")
                .class("page-nav no-print")
                .attr("aria-label", explorer.words.results)
                .child(back),
        )
        .child(page_title(explorer, title).text(move || explorer.summary()))
        .child(dynamic(move || Some(comparison.with(|it| summary(explorer, it)))))
        .child(dynamic(move || comparison.with(|it| disagreements(explorer, it))))
        .child(switches)
        .child(dynamic(move || {
            comparison.with(|it| compare_table(explorer, it, only.get(), &wanted.get(), second))
        }))
}

fn summary(explorer: Explorer, comparison: &Comparison) -> El {
    if comparison.evaluations.len() < 2 {
        return el("p").words(explorer.words.choose_another);
    }
    let name = |facet, value: &str| explorer.name(facet, value);
    let lines = shared_lines(comparison, &name, explorer.words);
    el("dl").class("facts compare-summary").all(
        lines.into_iter().map(|(name, text)| fact(name, el("dd").class("fact-value").words(text))),
    )
}

/// Where the chosen take different sides. What is disputed inside one of them is on its own page.
fn disagreements(explorer: Explorer, comparison: &Comparison) -> Option<El> {
    let dataset = explorer.dataset();
    let level = explorer.layout.heading_level;
    let notes: Vec<El> = comparison
        .disagreements
        .iter()
        .filter(|it| it.between)
        .filter_map(|it| dataset.tensions().get(it.tension))
        .map(|tension| tension_note(explorer, tension, level + 2))
        .collect();
    let is_there = !notes.is_empty();
    is_there.then(|| {
        let title = heading(level + 1, "page-heading", span(explorer.words.tensions_first));
        el("section").class("page-section").child(title).all(notes)
    })
}

fn differences_switch(explorer: Explorer) -> El {
    let checkbox = el("input")
        .attr("type", "checkbox")
        .id("differences-only")
        .class("term-box")
        .checked(move || explorer.read(State::differences_only))
        .on("change", move |event| {
            explorer.act(Action::DifferencesOnly(is_checked(event)));
        });
    el("label").class("term-label").child(checkbox).child(span(explorer.words.differences_only))
}

/// The field that narrows the rows to those whose names have what is typed.
fn row_finder(explorer: Explorer, wanted: RwSignal<String>) -> El {
    let field = el("input")
        .attr("type", "search")
        .id("row-finder")
        .class("facet-find")
        .attr("autocomplete", "off")
        .on("input", move |event| wanted.set(value_of(event)));
    el("label").class("row-finder").child(span(explorer.words.find_row)).child(field)
}

/// The menu of the column that stands beside the first on narrow screens.
fn second_switch(
    explorer: Explorer,
    comparison: &Comparison,
    second: RwSignal<usize>,
) -> Option<El> {
    let others = comparison.evaluations.iter().enumerate().skip(1);
    let options = others.map(|(at, (_, evaluation))| {
        el("option").attr("value", at.to_string()).words(&*evaluation.short_title)
    });
    (comparison.evaluations.len() > 2).then(|| {
        let menu = el("select")
            .class("sort-menu-select")
            .all(options)
            .value(move || second.get().to_string())
            .on("change", move |event| second.set(value_of(event).parse().unwrap_or(1)));
        el("label").class("compare-second").child(span(explorer.words.second_column)).child(menu)
    })
}
