//! Chosen evaluations side by side.

use explorer_core::compare::{Comparison, Row};
use explorer_core::dataset::EvaluationIx;
use explorer_core::evaluation::Evaluation;
use explorer_core::state::{Action, State};
use explorer_core::view::compare::{Shown, sections};
use explorer_lang::comparison::{group_name, row_name, shared_lines};
use leptos::prelude::*;
use leptos::{ev, html};

use super::compare_cell::compare_cell;
use super::compare_head::column_head;
use super::links::act_link;
use super::parts::{Icon, heading, hidden, icon};
use super::tension_note::tension_note;
use crate::store::Explorer;

/// The comparison: what is shared, where the chosen disagree, and the table.
pub fn compare_page(explorer: Explorer, title: NodeRef<html::H2>) -> AnyView {
    let dataset = explorer.dataset();
    let chosen = explorer.slice(|state| state.compare().clone());
    let comparison = Memo::new(move |_| {
        let known: Vec<EvaluationIx> = chosen.with(|set| {
            set.ids().iter().filter_map(|id| dataset.find_evaluation(id.as_str())).collect()
        });
        Comparison::of(&dataset, &known)
    });
    // Which of the others stands beside the first where there is room for two only.
    let second = RwSignal::new(1_usize);
    html::div()
        .class("compare-page")
        .child((
            head(explorer, title),
            move || comparison.with(|it| summary(explorer, it)),
            move || comparison.with(|it| disagreements(explorer, it)),
            html::div()
                .class("compare-head")
                .class("no-print")
                .child((differences_switch(explorer), second_switch(explorer, comparison, second))),
            move || {
                let only = explorer.read(State::differences_only);
                comparison.with(|it| table(explorer, it, only, second))
            },
        ))
        .into_any()
}

fn head(explorer: Explorer, title: NodeRef<html::H2>) -> AnyView {
    let words = explorer.words;
    let back = act_link(
        explorer,
        Action::Show(explorer_core::state::View::List),
        "compare-back".into(),
        (icon(Icon::Back), html::span().child(words.back_to_results)).into_any(),
    );
    (
        html::nav()
            .class("page-nav")
            .class("no-print")
            .attr("aria-label", words.results)
            .child(back),
        html::h2()
            .node_ref(title)
            .id("page-title")
            .class("compare-title")
            .attr("tabindex", "-1")
            .attr("aria-level", explorer.layout.heading_level.to_string())
            .prop("textContent", move || explorer.summary()),
    )
        .into_any()
}

fn summary(explorer: Explorer, comparison: &Comparison) -> AnyView {
    if comparison.evaluations.len() < 2 {
        return html::p().child(explorer.words.choose_another).into_any();
    }
    let name = |facet, value: &str| explorer.name(facet, value);
    let lines = shared_lines(comparison, &name, explorer.words).into_iter().map(|(name, text)| {
        html::div()
            .class("fact")
            .child((
                html::dt().class("fact-name").child(name),
                html::dd().class("fact-value").child(text),
            ))
            .into_any()
    });
    html::dl().class("compare-summary").child(lines.collect::<Vec<_>>()).into_any()
}

fn disagreements(explorer: Explorer, comparison: &Comparison) -> AnyView {
    let dataset = explorer.dataset();
    let level = explorer.layout.heading_level + 2;
    let notes: Vec<AnyView> = comparison
        .disagreements
        .iter()
        .filter_map(|it| dataset.tensions().get(it.tension))
        .map(|tension| tension_note(explorer, tension, level))
        .collect();
    if notes.is_empty() {
        return ().into_any();
    }
    let title = html::span().child(explorer.words.tensions_first).into_any();
    html::section()
        .class("page-section")
        .child((heading(explorer.layout.heading_level + 1, "page-heading", title), notes))
        .into_any()
}

fn differences_switch(explorer: Explorer) -> AnyView {
    let only = explorer.slice(State::differences_only);
    html::label()
        .class("term-label")
        .child((
            html::input()
                .r#type("checkbox")
                .id("differences-only")
                .class("term-box")
                .prop("checked", move || only.get())
                .on(ev::change, move |event| {
                    explorer.act(Action::DifferencesOnly(event_target_checked(&event)));
                }),
            html::span().child(explorer.words.differences_only),
        ))
        .into_any()
}

fn second_switch(
    explorer: Explorer,
    comparison: Memo<Comparison>,
    second: RwSignal<usize>,
) -> AnyView {
    (move || {
        let names: Vec<String> = comparison
            .with(|it| it.evaluations.iter().map(|(_, one)| one.short_title.clone()).collect());
        (names.len() > 2).then(|| {
            let options = names.into_iter().enumerate().skip(1).map(|(at, name)| {
                html::option()
                    .attr("value", at.to_string())
                    .prop("selected", move || second.get() == at)
                    .child(name)
            });
            html::label().class("compare-second").child((
                explorer.words.second_column,
                html::select()
                    .class("sort-menu-select")
                    .on(ev::change, move |event| {
                        second.set(event_target_value(&event).parse().unwrap_or(1));
                    })
                    .child(options.collect::<Vec<_>>()),
            ))
        })
    })
    .into_any()
}

fn table(
    explorer: Explorer,
    comparison: &Comparison,
    differences_only: bool,
    second: RwSignal<usize>,
) -> AnyView {
    let words = explorer.words;
    let columns = comparison.evaluations.len();
    if columns < 2 {
        return ().into_any();
    }
    let pinned = explorer.peek(|state| state.rows().clone());
    let Shown { sections, hidden: left_out } = sections(comparison, differences_only, &pinned);
    let heads: Vec<AnyView> = comparison
        .evaluations
        .iter()
        .enumerate()
        .map(|(at, (_, evaluation))| column_head(explorer, evaluation, at, columns, second))
        .collect();
    let nothing = sections.is_empty().then(|| html::p().child(words.nothing_differs));
    let bodies: Vec<AnyView> = sections
        .into_iter()
        .map(|section| {
            let name = html::tr().child(
                html::th()
                    .class("compare-group")
                    .attr("colspan", (columns + 1).to_string())
                    .attr("scope", "rowgroup")
                    .child(group_name(section.group, words)),
            );
            let rows = section
                .rows
                .into_iter()
                .map(|row| table_row(explorer, row, &comparison.evaluations, second));
            html::tbody().child((name, rows.collect::<Vec<_>>())).into_any()
        })
        .collect();
    let note = (left_out > 0)
        .then(|| html::p().class("secondary").child(words.differences_hidden.of(left_out, words)));
    html::div()
        .class("compare-scroller")
        .attr("role", "region")
        .attr("aria-label", words.comparison)
        .attr("tabindex", "0")
        .child((
            html::table().class("compare-table").child((
                html::caption().class("visually-hidden").child(explorer.summary()),
                html::thead().child(
                    html::tr()
                        .child((html::th().attr("scope", "col").child(hidden(words.facts)), heads)),
                ),
                bodies,
            )),
            nothing,
            note,
        ))
        .into_any()
}

fn table_row(
    explorer: Explorer,
    row: &Row,
    evaluations: &[(EvaluationIx, Evaluation)],
    second: RwSignal<usize>,
) -> AnyView {
    let words = explorer.words;
    let name = row_name(&row.id, &explorer.dataset(), words);
    let differs = row.differs;
    let mark = differs.then(|| hidden(format!(" ({})", words.differs)));
    let cells: Vec<AnyView> = row
        .cells
        .iter()
        .zip(evaluations)
        .enumerate()
        .map(|(at, (cell, (_, evaluation)))| {
            html::td()
                .class(("aside", move || is_aside(at, second)))
                .attr("lang", evaluation.language.clone())
                .child(compare_cell(explorer, &row.id, cell))
                .into_any()
        })
        .collect();
    html::tr()
        .class("compare-row")
        .class(("differs", move || differs))
        .child((html::th().class("compare-label").attr("scope", "row").child((name, mark)), cells))
        .into_any()
}

/// True for a column that narrow screens leave out: all but the first and the one chosen.
pub fn is_aside(at: usize, second: RwSignal<usize>) -> bool {
    at > 0 && at != second.get()
}
