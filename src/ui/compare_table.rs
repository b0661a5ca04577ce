//! The table of a comparison.

use explorer_core::compare::{Cell, Comparison, Row, RowId};
use explorer_core::dataset::StatementIx;
use explorer_core::evaluation::Evaluation;
use explorer_core::state::{Action, Opened};
use explorer_core::statement::Basis;
use explorer_core::view::compare::{Section, sections};
use explorer_lang::comparison::{cell_lines, group_name, row_name};
use explorer_lang::{fill, number};
use leptos::prelude::*;

use super::links::record_link;
use super::parts::{Icon, bare_button, hidden, icon, line, span};
use crate::el::{El, el};
use crate::store::Explorer;

/// The rows that are shown, in groups; nothing with less than two evaluations.
pub fn compare_table(
    explorer: Explorer,
    comparison: &Comparison,
    differences_only: bool,
    second: RwSignal<usize>,
) -> Option<El> {
    let words = explorer.words;
    let columns = comparison.evaluations.len();
    if columns < 2 {
        return None;
    }
    let marks = explorer.peek(|state| state.rows().clone());
    let shown = sections(comparison, differences_only, &marks);
    let heads = comparison.evaluations.iter().enumerate();
    let heads =
        heads.map(|(at, (_, it))| aside(column_head(explorer, it, at, columns), at, second));
    let corner = el("th").attr("scope", "col").child(hidden(words.facts));
    let bodies = shown.sections.iter().map(|it| table_body(explorer, it, comparison, second));
    let table = el("table")
        .class("compare-table")
        .attr("part", "table")
        .child(el("caption").class("visually-hidden").words(explorer.summary()))
        .child(el("thead").child(el("tr").child(corner).all(heads)))
        .all(bodies);
    let nothing = shown.sections.is_empty().then(|| el("p").words(words.nothing_differs));
    let left_out = (shown.hidden > 0).then(|| {
        el("p").class("secondary").words(words.differences_hidden.of(shown.hidden, words))
    });
    Some(
        el("div")
            .class("compare-scroller")
            .attr("role", "region")
            .attr("aria-label", words.comparison)
            .attr("tabindex", "0")
            .child(table)
            .maybe(nothing)
            .maybe(left_out),
    )
}

/// Narrow screens leave a cell out that is neither of the first column nor of the second chosen.
fn aside(cell: El, at: usize, second: RwSignal<usize>) -> El {
    cell.toggle("aside", move || at > 0 && at != second.get())
}

fn table_body(
    explorer: Explorer,
    section: &Section<'_>,
    comparison: &Comparison,
    second: RwSignal<usize>,
) -> El {
    let name = el("th")
        .class("compare-group")
        .attr("colspan", (comparison.evaluations.len() + 1).to_string())
        .attr("scope", "rowgroup")
        .words(group_name(section.group, explorer.words));
    let rows = section.rows.iter().map(|row| table_row(explorer, row, comparison, second));
    el("tbody").child(el("tr").child(name)).all(rows)
}

fn table_row(
    explorer: Explorer,
    row: &Row,
    comparison: &Comparison,
    second: RwSignal<usize>,
) -> El {
    let words = explorer.words;
    let mark = row.differs.then(|| hidden(format!(" ({})", words.differs)));
    let label = el("th")
        .class("compare-label")
        .attr("scope", "row")
        .words(row_name(&row.id, &explorer.dataset(), words))
        .maybe(mark);
    let cells = row.cells.iter().zip(&comparison.evaluations).enumerate();
    let cells = cells.map(|(at, (it, (_, evaluation)))| {
        let content = cell(explorer, &row.id, it);
        let place = el("td").attr("lang", evaluation.language.clone()).child(content);
        aside(place, at, second)
    });
    let class = if row.differs { "compare-row differs" } else { "compare-row" };
    el("tr").class(class).child(label).all(cells)
}

fn cell(explorer: Explorer, row: &RowId, cell: &Cell) -> El {
    if let Cell::Statements(statements) = cell {
        let items = statements.iter().filter_map(|&ix| said(explorer, row, ix));
        return el("ul").class("cell-list").all(items);
    }
    let lines = cell_lines(row, cell, &explorer.dataset(), explorer.words);
    el("div").all(lines.into_iter().map(|it| el("div").child(line(it))))
}

fn said(explorer: Explorer, row: &RowId, ix: StatementIx) -> Option<El> {
    let words = explorer.words;
    let statement = explorer.dataset().statement(ix)?;
    let inferred = matches!(row, RowId::Topic(_, term) if statement
        .criteria
        .iter()
        .any(|criterion| criterion.term == *term && criterion.basis == Basis::Inferred));
    let id = format!("cell-{}-{}", row.code(), statement.id);
    let name = span(words.statement_number(&statement));
    let link = record_link(explorer, Opened::Statement(statement.id.clone()), id, name);
    let label = el("span")
        .class("statement-label")
        .child(link)
        .maybe(inferred.then(|| span(words.inferred_basis)));
    Some(
        el("li")
            .class("statement")
            .attr("data-kind", statement.kind.code())
            .child(label)
            .child(span(statement.text)),
    )
}

/// The head of the column at a position among so many.
fn column_head(explorer: Explorer, evaluation: &Evaluation, at: usize, columns: usize) -> El {
    let words = explorer.words;
    let id = &evaluation.id;
    let name = span(&*evaluation.short_title).class("compare-name");
    let link = record_link(explorer, Opened::Evaluation(id.clone()), format!("column-{id}"), name);
    let to = |to: usize| Action::MoveCompared(id.clone(), to);
    let left = at.checked_sub(1).map(to);
    let right = Some(at + 1).filter(|&to| to < columns).map(to);
    let remove = Some(Action::Uncompare(id.clone()));
    let control = |icon, template, act| control(explorer, evaluation, icon, template, act);
    let controls = el("span")
        .class("compare-controls no-print")
        .child(control(Icon::Back, words.move_left, left))
        .child(control(Icon::Forward, words.move_right, right))
        .child(control(Icon::Cross, words.remove_from_comparison, remove));
    let years = number::years(evaluation.whole_span(), words);
    el("th").attr("scope", "col").child(link).child(span(years).class("cell-note")).child(controls)
}

fn control(
    explorer: Explorer,
    evaluation: &Evaluation,
    picture: Icon,
    template: &str,
    action: Option<Action>,
) -> El {
    let label = fill(template, &[("name", &evaluation.short_title)]);
    let off = action.is_none();
    let button = bare_button("compare-control", move || {
        if let Some(action) = action.clone() {
            explorer.act(action);
        }
    });
    let button = if off { button.attr("aria-disabled", "true") } else { button };
    button.child(icon(picture)).child(hidden(label))
}
