//! Chosen evaluations side by side.

use explorer_core::compare::Comparison;
use explorer_core::dataset::EvaluationIx;
use explorer_core::evaluation::Evaluation;
use explorer_core::id::EvaluationId;
use explorer_core::query::Unit;
use explorer_core::state::{Action, State, View};
use explorer_core::view::compare::{columns, second_column};
use explorer_lang::comparison::shared_lines;
use explorer_lang::fill;
use leptos::prelude::*;

use super::compare_statements::compare_statements;
use super::compare_table::{TABLE, compare_table};
use super::links::{act_link, jump, passing_button};
use super::page_head::page_title;
use super::parts::{Icon, fact, heading, icon, span};
use super::result_list::unit_switch;
use super::tension_note::tension_note;
use crate::el::{El, Slot, dynamic, el, is_checked, value_of};
use crate::store::Explorer;

/// The chosen evaluations side by side: their facts, or what they say, as the unit is that the
/// reader looks at.
pub fn compare_page(explorer: Explorer, title: Slot) -> El {
    let dataset = explorer.dataset();
    let set = explorer.slice(|state| state.compare().clone());
    let known = dataset.clone();
    let chosen = Memo::new(move |_| set.with(|set| columns(&known, set)));
    let unit = explorer.slice(|state| state.query().unit);
    let second = Memo::new(move |_| set.with(|set| second_column(&dataset, set)));
    let is_enough = Memo::new(move |_| chosen.with(Vec::len) > 1);
    follow_order(explorer, chosen);
    let body = move || {
        if !is_enough.get() {
            return Some(chosen.with(|chosen| too_few(explorer, chosen)));
        }
        Some(match unit.get() {
            Unit::Evaluations => compare_facts(explorer, chosen, second),
            Unit::Statements => compare_statements(explorer, chosen, second),
        })
    };
    let back =
        el("span").child(icon(Icon::Back)).child(span(explorer.words.pages().back_to_results));
    let back = act_link(explorer, Action::Show(View::List), "compare-back".into(), back);
    let navigation =
        el("nav").class("page-nav no-print").attr("aria-label", explorer.words.results).child(back);
    // What they share and where they differ comes first and may be long.
    let on =
        jump(TABLE.into(), explorer.words.pages().to_table.into()).hidden(move || !is_enough.get());
    let head = el("div").class("compare-unit no-print").child(unit_switch(explorer)).child(on);
    el("div")
        .class("compare-page")
        .child(navigation)
        .child(page_title(explorer, title).text(move || explorer.summary()))
        .child(head)
        .child(dynamic(body))
}

/// Says the order of the columns when it changed.
fn follow_order(explorer: Explorer, chosen: Memo<Vec<EvaluationIx>>) {
    Effect::new(move |before: Option<Vec<EvaluationIx>>| {
        let now = chosen.get();
        if before.is_some_and(|before| before != now) {
            let title = |ix: &EvaluationIx| {
                explorer.dataset().card(*ix).map(|card| card.short_title).unwrap_or_default()
            };
            let names: Vec<String> = now.iter().map(title).collect();
            let words = explorer.words;
            let list = words.all_of(&names);
            explorer.say(fill(words.pages().order_now, &[("list", &list)]));
        }
        now
    });
}

/// One evaluation or none is no comparison: what is chosen can go, and others are in the results.
fn too_few(explorer: Explorer, chosen: &[EvaluationIx]) -> El {
    let words = explorer.words;
    let dataset = explorer.dataset();
    let choose = el("span").words(words.answers().choose_another);
    let choose = act_link(explorer, Action::Show(View::List), "compare-choose".into(), choose);
    let remove = chosen.iter().filter_map(|&ix| dataset.card(ix).zip(dataset.evaluation_id(ix)));
    let remove = remove.map(|(card, id)| {
        let name = fill(words.answers().remove_from_comparison, &[("name", &card.short_title)]);
        passing_button(explorer, "plain", name, Action::Uncompare(id.into()))
    });
    el("div").class("compare-too-few").child(choose.class("button")).all(remove)
}

/// What is shared, where the chosen disagree, and the table of facts.
fn compare_facts(explorer: Explorer, chosen: Memo<Vec<EvaluationIx>>, second: Memo<usize>) -> El {
    let dataset = explorer.dataset();
    let comparison = Memo::new(move |_| chosen.with(|chosen| Comparison::of(&dataset, chosen)));
    let only = explorer.slice(State::differences_only);
    let wanted = RwSignal::new(String::new());
    let second_menu =
        move || comparison.with(|it| second_switch(explorer, &it.evaluations, second));
    let switches = el("div")
        .class("compare-head no-print")
        .child(differences_switch(explorer))
        .child(row_finder(explorer, wanted))
        .child(dynamic(second_menu));
    el("div")
        .child(dynamic(move || Some(comparison.with(|it| summary(explorer, it)))))
        .child(dynamic(move || comparison.with(|it| disagreements(explorer, it))))
        .child(switches)
        .child(dynamic(move || {
            comparison.with(|it| compare_table(explorer, it, only.get(), &wanted.get(), second))
        }))
}

fn summary(explorer: Explorer, comparison: &Comparison) -> El {
    let name = |facet, value: &str| explorer.name(facet, value);
    let lines = shared_lines(comparison, &name, explorer.words);
    el("dl").class("facts compare-summary").all(lines.into_iter().map(|(name, lines)| {
        let lines = lines.into_iter().map(|line| el("div").words(line));
        fact(name, el("dd").class("fact-value").all(lines))
    }))
}

/// Where the chosen take different sides. What is disputed inside one of them is on its own page.
fn disagreements(explorer: Explorer, comparison: &Comparison) -> Option<El> {
    let between = comparison.disagreements.iter().filter(|it| it.between);
    tension_section(explorer, between.map(|it| it.tension), &comparison.evaluations)
}

/// Disagreements by their places in the set.
pub fn tension_section(
    explorer: Explorer,
    places: impl Iterator<Item = usize>,
    between: &[(EvaluationIx, Evaluation)],
) -> Option<El> {
    let dataset = explorer.dataset();
    let chosen: Vec<EvaluationId> = between.iter().map(|(_, it)| it.id.clone()).collect();
    let level = explorer.layout.heading_level;
    let notes: Vec<El> = places
        .filter_map(|place| dataset.tensions().get(place))
        .map(|tension| tension_note(explorer, tension, level + 2, Some(&chosen)))
        .collect();
    let is_there = !notes.is_empty();
    is_there.then(|| {
        let title = heading(level + 1, "page-heading", span(explorer.words.pages().tensions_first));
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
    el("label")
        .class("term-label")
        .child(checkbox)
        .child(span(explorer.words.pages().differences_only))
}

/// The field that narrows the rows to those whose names have what is typed.
fn row_finder(explorer: Explorer, wanted: RwSignal<String>) -> El {
    let field = el("input")
        .attr("type", "search")
        .id("row-finder")
        .class("facet-find")
        .attr("autocomplete", "off")
        .on("input", move |event| wanted.set(value_of(event)));
    el("label").class("row-finder").child(span(explorer.words.pages().find_row)).child(field)
}

/// The menu of the column that stands beside the first on narrow screens.
pub fn second_switch(
    explorer: Explorer,
    evaluations: &[(EvaluationIx, Evaluation)],
    second: Memo<usize>,
) -> Option<El> {
    let others = evaluations.iter().enumerate().skip(1);
    let options = others.map(|(at, (_, evaluation))| {
        el("option").attr("value", at.to_string()).words(&*evaluation.short_title)
    });
    let ids: Vec<EvaluationId> = evaluations.iter().map(|(_, it)| it.id.clone()).collect();
    (evaluations.len() > 2).then(|| {
        let menu = el("select")
            .class("sort-menu-select")
            .all(options)
            .value(move || second.get().to_string())
            .on("change", move |event| {
                let at = value_of(event).parse().ok();
                if let Some(id) = at.and_then(|at: usize| ids.get(at)) {
                    explorer.act(Action::PutBeside(id.clone()));
                }
            });
        el("label")
            .class("compare-second")
            .child(span(explorer.words.pages().second_column))
            .child(menu)
    })
}
