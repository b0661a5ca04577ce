//! What the chosen evaluations say on one theme or criterion, a column each.

use std::rc::Rc;

use explorer_core::dataset::EvaluationIx;
use explorer_core::facet::FacetId;
use explorer_core::view::said::{Cell, Row, SideBySide, Topic, choose, topics};
use explorer_lang::said::{common_name, empty_cell, topic_name};
use leptos::prelude::*;

use super::compare_heads::column_head;
use super::compare_page::{second_switch, tension_section};
use super::compare_table::{TABLE, aside, said_item};
use super::parts::{hidden, span};
use crate::el::{El, dynamic, el, value_of};
use crate::store::Explorer;

/// Where they differ, the choice of a topic, and the table.
pub fn compare_statements(
    explorer: Explorer,
    chosen: Memo<Vec<EvaluationIx>>,
    second: Memo<usize>,
) -> El {
    let shown = Memo::new(move |_| explorer.side_by_side(&chosen.get()));
    let dataset = explorer.dataset();
    // Whichever is chosen they stay, and with them the menu that has focus.
    let offered =
        Memo::new(move |_| explorer.query(|query| topics(&dataset, query, &chosen.get())));
    let head = el("div")
        .class("compare-head no-print")
        .child(dynamic(move || Some(topic_menu(explorer, offered.get()))))
        .child(dynamic(move || shown.with(|it| second_switch(explorer, &it.evaluations, second))));
    let tensions = move || {
        shown.with(|it| tension_section(explorer, it.tensions.iter().copied(), &it.evaluations))
    };
    el("div")
        .child(head)
        .child(dynamic(tensions))
        .child(dynamic(move || Some(shown.with(|it| table(explorer, it, second)))))
}

/// The menu of what the chosen speak to; it filters, so that the choice is in the link.
fn topic_menu(explorer: Explorer, topics: Vec<Topic>) -> El {
    let words = explorer.words;
    let topics: Rc<[Topic]> = topics.into();
    let option = |(at, topic): (usize, &Topic)| {
        let name = topic_name(topic, &explorer.name(topic.facet, &topic.term), words);
        el("option").attr("value", at.to_string()).words(name)
    };
    let group = |facet: FacetId| {
        let of_facet = topics.iter().enumerate().filter(|(_, topic)| topic.facet == facet);
        el("optgroup").attr("label", words.facet(facet)).all(of_facet.map(option))
    };
    let (criteria, themes) = (group(FacetId::Criterion), group(FacetId::Theme));
    let all = topics.clone();
    let now = move || {
        let is_asked = |topic: &Topic| explorer.is_picked(topic.facet, &topic.term, false);
        all.iter().position(is_asked).map_or_else(String::new, |at| at.to_string())
    };
    let menu = el("select")
        .id("compare-topic")
        .class("sort-menu-select")
        .child(el("option").attr("value", "").words(words.pages().all_topics))
        .child(criteria)
        .child(themes)
        .value(now)
        .on("change", move |event| {
            let at = value_of(event).parse::<usize>().ok();
            explorer.act(choose(at.and_then(|at| topics.get(at))));
        });
    el("label").class("page-topic").child(span(words.pages().statements_on)).child(menu)
}

fn table(explorer: Explorer, shown: &SideBySide, second: Memo<usize>) -> El {
    let words = explorer.words;
    if shown.rows.is_empty() {
        return el("p").id(TABLE).attr("tabindex", "-1").words(words.pages().said_none);
    }
    let columns = shown.evaluations.len();
    let heads = shown.evaluations.iter().enumerate();
    let heads =
        heads.map(|(at, (_, it))| aside(column_head(explorer, it, at, columns), at, second));
    let corner = el("th").attr("scope", "col").child(hidden(words.unit_statements));
    let rows = shown.rows.iter().enumerate();
    let rows = rows.map(|(at, it)| row(explorer, shown, it, at, second));
    let table = el("table")
        .class("compare-table")
        .attr("part", "table")
        .child(el("caption").class("visually-hidden").words(explorer.summary()))
        .child(el("thead").child(el("tr").child(corner).all(heads)))
        .child(el("tbody").all(rows));
    el("div")
        .class("compare-rows")
        .id(TABLE)
        .attr("tabindex", "-1")
        .attr("role", "region")
        .attr("aria-label", words.comparison)
        .child(el("p").class("secondary no-print").words(words.pages().said_help))
        .child(table)
}

fn row(explorer: Explorer, shown: &SideBySide, row: &Row, at: usize, second: Memo<usize>) -> El {
    let label = el("th")
        .class("compare-label")
        .attr("scope", "row")
        .words(common_name(row.of, explorer.words));
    let cells = row.cells.iter().zip(&shown.evaluations).enumerate();
    let cells = cells.map(|(column, (it, (_, record)))| {
        let place = el("td").attr("lang", record.language.clone()).child(cell(explorer, it, at));
        aside(place, column, second)
    });
    el("tr").class("compare-row").child(label).all(cells)
}

fn cell(explorer: Explorer, cell: &Cell, row: usize) -> El {
    if let Some(words) = empty_cell(cell, explorer.words) {
        return span(words).class("unstated");
    }
    let anchor = format!("said-{row}");
    let items = cell.statements().iter().filter_map(|&ix| said_item(explorer, &anchor, ix, None));
    el("ul").class("cell-list").all(items)
}
