//! The table of a comparison.

use explorer_core::compare::{Cell, Comparison, Row, RowId};
use explorer_core::dataset::StatementIx;
use explorer_core::state::{Action, Opened, RowMarks};
use explorer_core::view::compare::{Section, sections};
use explorer_lang::comparison::{cell_lines, group_name, no_rows, row_name, row_text};
use explorer_lang::fill;
use leptos::prelude::*;

use super::compare_heads::{column_head, replace_menu};
use super::links::{act_button, record_link};
use super::parts::{Icon, hidden, icon, line, span};
use crate::el::{El, el};
use crate::store::Explorer;

/// The id of the table of a comparison, to which one can jump.
pub const TABLE: &str = "compare-rows";

/// The rows that are shown, in groups; nothing with less than two evaluations.
pub fn compare_table(
    explorer: Explorer,
    comparison: &Comparison,
    differences_only: bool,
    wanted: &str,
    second: Memo<usize>,
) -> Option<El> {
    let words = explorer.words;
    let columns = comparison.evaluations.len();
    if columns < 2 {
        return None;
    }
    let marks = explorer.read(|state| state.rows().clone());
    let dataset = explorer.dataset();
    let text = |row: &Row| row_text(row, &dataset, words);
    let shown = sections(comparison, differences_only, wanted, &text, &marks);
    let heads = comparison.evaluations.iter().enumerate();
    let heads =
        heads.map(|(at, (_, it))| aside(column_head(explorer, it, at, columns), at, second));
    let corner = el("th").attr("scope", "col").child(hidden(words.pages().facts));
    let bodies =
        shown.sections.iter().map(|it| table_body(explorer, it, comparison, &marks, second));
    let table = el("table")
        .class("compare-table")
        .attr("part", "table")
        .child(el("caption").class("visually-hidden").words(explorer.summary()))
        .child(el("thead").child(el("tr").child(corner).all(heads)))
        .maybe(replacements(explorer, comparison, second))
        .all(bodies);
    let nothing =
        shown.sections.is_empty().then(|| el("p").words(no_rows(wanted, differences_only, words)));
    let left_out = (shown.hidden > 0).then(|| {
        el("p").class("secondary").words(words.pages().differences_hidden.of(shown.hidden, words))
    });
    Some(
        el("div")
            .class(if differences_only { "compare-rows differences-only" } else { "compare-rows" })
            .id(TABLE)
            .attr("tabindex", "-1")
            .attr("role", "region")
            .attr("aria-label", words.comparison)
            .child(table)
            .maybe(nothing)
            .maybe(left_out),
    )
}

/// The menus that replace a column, in a row below the heads: those stay in sight while reading
/// and must stay small. Nothing when the results have no other evaluation.
fn replacements(explorer: Explorer, comparison: &Comparison, second: Memo<usize>) -> Option<El> {
    let menus: Vec<El> =
        comparison.evaluations.iter().filter_map(|(_, it)| replace_menu(explorer, it)).collect();
    let is_there = !menus.is_empty();
    is_there.then(|| {
        let label = el("th").class("compare-label").attr("scope", "row");
        let cells = menus.into_iter().enumerate();
        let cells = cells.map(|(at, menu)| aside(el("td").child(menu), at, second));
        let row = el("tr").child(label.words(explorer.words.pages().replace_with)).all(cells);
        el("tbody").class("no-print").child(row)
    })
}

/// Narrow screens leave a cell out that is neither of the first column nor of the second chosen.
pub fn aside(cell: El, at: usize, second: Memo<usize>) -> El {
    cell.toggle("aside", move || at > 0 && at != second.get())
}

fn table_body(
    explorer: Explorer,
    section: &Section<'_>,
    comparison: &Comparison,
    marks: &RowMarks,
    second: Memo<usize>,
) -> El {
    let name = el("th")
        .class("compare-group")
        .attr("colspan", (comparison.evaluations.len() + 1).to_string())
        .attr("scope", "rowgroup")
        .words(group_name(section.group, explorer.words));
    let rows = section.rows.iter().map(|row| table_row(explorer, row, comparison, marks, second));
    el("tbody").child(el("tr").child(name)).all(rows)
}

fn table_row(
    explorer: Explorer,
    row: &Row,
    comparison: &Comparison,
    marks: &RowMarks,
    second: Memo<usize>,
) -> El {
    let is_folded = marks.is_folded(&row.id.code());
    let label = row_label(explorer, row, marks);
    let class = match (row.differs, marks.is_pinned(&row.id.code())) {
        (true, true) => "compare-row differs pinned",
        (true, false) => "compare-row differs",
        (false, _) => "compare-row",
    };
    if is_folded {
        let columns = comparison.evaluations.len().to_string();
        return el("tr").class(class).child(label).child(el("td").attr("colspan", columns));
    }
    let cells = row.cells.iter().zip(&comparison.evaluations).enumerate();
    let cells = cells.map(|(at, (it, (_, evaluation)))| {
        let content = cell(explorer, &row.id, it);
        let place = el("td").attr("lang", evaluation.language.clone()).child(content);
        aside(place, at, second)
    });
    // Narrow screens show two columns, whose cells may mean the same where others differ.
    let means_first = |it: &Cell| row.cells.first().is_some_and(|first| first.means(it));
    let same: Vec<bool> = row.cells.iter().map(means_first).collect();
    let is_same = move || same.get(second.get()).copied().unwrap_or_default();
    el("tr").class(class).toggle("same-beside", is_same).child(label).all(cells)
}

/// The name of a row, which folds it, and the button that puts it first in its group.
fn row_label(explorer: Explorer, row: &Row, marks: &RowMarks) -> El {
    let words = explorer.words;
    let code: Box<str> = row.id.code().into();
    let name = row_name(&row.id, &explorer.dataset(), words).to_string();
    let (is_folded, is_pinned) = (marks.is_folded(&code), marks.is_pinned(&code));
    let (fold_id, pin_id) = (format!("fold-{code}"), format!("pin-{code}"));
    let folds = Action::FoldRow(code.clone(), !is_folded);
    let fold = act_button(explorer, "compare-fold", fold_id.clone(), fold_id, folds)
        .attr("aria-expanded", if is_folded { "false" } else { "true" })
        .child(icon(if is_folded { Icon::Forward } else { Icon::Down }))
        .child(span(&name));
    let pins = Action::PinRow(code, !is_pinned);
    let pin = act_button(explorer, "compare-control no-print", pin_id.clone(), pin_id, pins)
        .attr("aria-pressed", if is_pinned { "true" } else { "false" })
        .child(icon(Icon::Pin))
        .child(hidden(fill(words.pages().pin_row, &[("name", &name)])));
    el("th")
        .class("compare-label")
        .attr("scope", "row")
        .child(el("span").class("compare-label-line").child(fold).child(pin))
        .maybe(row.differs.then(|| hidden(format!(" ({})", words.pages().differs))))
}

fn cell(explorer: Explorer, row: &RowId, cell: &Cell) -> El {
    if let Cell::Statements(statements) = cell {
        let anchor = format!("cell-{}", row.code());
        let items = statements.iter().filter_map(|&ix| said_item(explorer, &anchor, ix, Some(row)));
        return el("ul").class("cell-list").all(items);
    }
    let lines = cell_lines(row, cell, &explorer.dataset(), explorer.words);
    el("div").all(lines.into_iter().map(|it| el("div").child(line(it))))
}

/// A statement in a cell, with a link to its place; in the row of a criterion it says when it
/// stands there by our reading.
pub fn said_item(
    explorer: Explorer,
    anchor: &str,
    ix: StatementIx,
    row: Option<&RowId>,
) -> Option<El> {
    let words = explorer.words;
    let statement = explorer.dataset().statement(ix)?;
    let is_inferred = row.is_some_and(|row| row.is_inferred_of(&statement));
    let id = format!("{anchor}-{}", statement.id);
    let name = span(words.statement_number(&statement));
    let link = record_link(explorer, Opened::Statement(statement.id.clone()), id, name);
    let label = el("span")
        .class("statement-label")
        .child(link)
        .maybe(is_inferred.then(|| span(words.answers().inferred_basis)));
    Some(
        el("li")
            .class("statement")
            .attr("data-kind", statement.kind.code())
            .child(label)
            .child(span(statement.text)),
    )
}
