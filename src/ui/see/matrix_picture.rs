//! The evidence matrix.

use explorer_core::state::{Action, MatrixAxes, MatrixColumns, MatrixRows, Opened, State};
use explorer_core::statement::StatementKind;
use explorer_core::view::matrix::{
    Cell, Head, Matrix, Row, column_action, column_facet, matrix, row_facet,
};
use explorer_lang::fill;
use explorer_lang::see::{
    MatrixNames, cell_words, columns_name, matrix_caption, matrix_table, rows_name,
};
use explorer_lang::table::Table;

use super::data_table::{Spot, data_table};
use super::parts::{filter_button, kinds_key, more};
use crate::el::{El, el, value_of};
use crate::store::Explorer;
use crate::ui::links::{act_anchor, act_link};
use crate::ui::parts::{hidden, span};

/// The matrix of the results, or the same as a table of words.
pub fn matrix_picture(explorer: Explorer, is_table: bool) -> El {
    let matrix = counted(explorer);
    let body = if is_table { written(explorer, &matrix) } else { drawn(explorer, &matrix) };
    el("div").child(body).maybe(more_columns(explorer, &matrix))
}

/// The matrix of the results in words.
pub fn table(explorer: Explorer) -> Table {
    told(explorer, &counted(explorer))
}

fn told(explorer: Explorer, matrix: &Matrix) -> Table {
    let dataset = explorer.dataset();
    let name = |facet, value: &str| explorer.name(facet, value);
    matrix_table(matrix, &MatrixNames { dataset: &dataset, name: &name, words: explorer.words })
}

/// The table of words, whose heads filter and whose cells open their statements.
fn written(explorer: Explorer, matrix: &Matrix) -> El {
    let axes = matrix.axes;
    data_table(&told(explorer, matrix), &|spot, text| match spot {
        Spot::Head(at) => {
            let head = matrix.columns.get(at.checked_sub(BEFORE_COLUMNS)?)?;
            Some(column_name(explorer, head, axes, text))
        }
        Spot::Cell(row, 0) => Some(row_name(explorer, matrix.rows.get(row)?, axes, text)),
        Spot::Cell(row, at) => {
            let (row, at) = (matrix.rows.get(row)?, at.checked_sub(BEFORE_COLUMNS)?);
            let (cell, column) = (row.cells.get(at)?, matrix.columns.get(at)?);
            cell_link(explorer, cell, &row.head.value, &column.value).map(|it| it.child(span(text)))
        }
    })
}

/// How many columns stand in the table before those of the matrix: the names and totals of rows.
const BEFORE_COLUMNS: usize = 2;

fn counted(explorer: Explorer) -> Matrix {
    let (dataset, outcome) = (explorer.dataset(), explorer.answer());
    let (axes, shown) =
        explorer.read(|state| (state.matrix(), state.shown(explorer.layout.page_size)));
    explorer.query(|query| matrix(&dataset, query, &outcome, axes, shown as usize))
}

/// The menus of what stands down and across.
pub fn axes_menus(explorer: Explorer) -> El {
    let words = explorer.words;
    let rows = MatrixRows::ALL.iter().map(|&it| (it.code(), rows_name(it, words)));
    let columns = MatrixColumns::ALL.iter().map(|&it| (it.code(), columns_name(it, words)));
    let down = menu(words.pages().see.rows, rows.collect(), move || axes(explorer).rows.code(), {
        move |code| {
            if let Some(rows) = MatrixRows::from_code(code) {
                explorer.act(Action::SetMatrix(MatrixAxes { rows, ..axes(explorer) }));
            }
        }
    });
    let across = menu(
        words.pages().see.columns,
        columns.collect(),
        move || axes(explorer).columns.code(),
        {
            move |code| {
                if let Some(columns) = MatrixColumns::from_code(code) {
                    explorer.act(Action::SetMatrix(MatrixAxes { columns, ..axes(explorer) }));
                }
            }
        },
    );
    el("div").class("picture-menus").child(down).child(across)
}

fn axes(explorer: Explorer) -> MatrixAxes {
    explorer.read(State::matrix)
}

fn menu(
    label: &'static str,
    options: Vec<(&'static str, &'static str)>,
    chosen: impl Fn() -> &'static str + 'static,
    choose: impl Fn(&str) + 'static,
) -> El {
    let options =
        options.into_iter().map(|(code, name)| el("option").attr("value", code).words(name));
    let menu = el("select")
        .class("sort-menu-select")
        .all(options)
        .value(move || chosen().to_owned())
        .on("change", move |event| choose(&value_of(event)));
    el("label").class("sort-menu").child(span(label)).child(menu)
}

fn drawn(explorer: Explorer, matrix: &Matrix) -> El {
    let words = explorer.words;
    let dataset = explorer.dataset();
    let name = |facet, value: &str| explorer.name(facet, value);
    let names = &MatrixNames { dataset: &dataset, name: &name, words };
    let axes = matrix.axes;
    let caption = matrix_caption(matrix, words);
    let heads = matrix.columns.iter().map(|head| column_head(explorer, head, axes, names));
    let corner = el("th")
        .attr("scope", "col")
        .class("matrix-corner")
        .words(words.facet(row_facet(axes.rows)));
    let rows = matrix.rows.iter().map(|row| matrix_row(explorer, row, matrix, names));
    let table = el("table")
        .class("matrix")
        .child(el("caption").words(&caption))
        .child(el("thead").child(el("tr").child(corner).all(heads)))
        .child(el("tbody").all(rows));
    let scroller = el("div")
        .class("table-scroller")
        .attr("role", "region")
        .attr("aria-label", caption)
        .attr("tabindex", "0")
        .child(table);
    let help = el("p").class("secondary").words(words.pages().see.matrix_help);
    let twice = el("p").class("secondary").words(words.pages().see.matrix_twice);
    el("div").child(help).child(key(explorer, matrix)).child(scroller).child(twice)
}

/// What the colours and marks mean, of those that the matrix has.
fn key(explorer: Explorer, matrix: &Matrix) -> El {
    let cells = || matrix.rows.iter().flat_map(|row| &row.cells);
    let has = |kind: &&StatementKind| cells().any(|cell| cell.kinds().any(|(it, _)| it == **kind));
    let kinds: Vec<StatementKind> = StatementKind::ALL.iter().filter(has).copied().collect();
    let disputed = cells().any(|cell| cell.is_disputed).then(|| {
        el("li")
            .child(el("span").class("matrix-mark").attr("aria-hidden", "true"))
            .child(span(explorer.words.pages().see.disputed_key))
    });
    kinds_key(explorer, &kinds).maybe(disputed)
}

fn column_head(explorer: Explorer, head: &Head, axes: MatrixAxes, names: &MatrixNames<'_>) -> El {
    let name = names.column(axes.columns, &head.value);
    let named = column_name(explorer, head, axes, &name);
    el("th").attr("scope", "col").child(named).child(total(head))
}

/// The name of a column, which filters by it or opens it.
fn column_name(explorer: Explorer, head: &Head, axes: MatrixAxes, name: &str) -> El {
    let id = format!("matrix-column-{}", head.value);
    match column_action(axes.columns, &head.value) {
        Some(action) if column_facet(axes.columns).is_some() => {
            filter_button(explorer, id, name.to_owned(), action)
        }
        Some(action) => act_link(explorer, action, id, span(name)),
        None => span(name),
    }
}

/// The name of a row, which filters by it.
fn row_name(explorer: Explorer, row: &Row, axes: MatrixAxes, name: &str) -> El {
    let action = Action::Toggle(row_facet(axes.rows), row.head.value.clone());
    filter_button(explorer, format!("matrix-row-{}", row.head.value), name.to_owned(), action)
}

fn matrix_row(explorer: Explorer, row: &Row, matrix: &Matrix, names: &MatrixNames<'_>) -> El {
    let axes = matrix.axes;
    let name = names.row(axes.rows, &row.head.value);
    let name = row_name(explorer, row, axes, &name);
    let head = el("th").attr("scope", "row").child(name).child(total(&row.head));
    let cells = row.cells.iter().zip(&matrix.columns);
    let cells = cells.map(|(cell, column)| {
        el("td").child(drawn_cell(explorer, cell, matrix.most, &row.head.value, &column.value))
    });
    el("tr").child(head).all(cells)
}

fn total(head: &Head) -> El {
    span(format!(" {}", head.total)).class("head-total")
}

/// A number that opens its statements, or the frame of a gap.
fn drawn_cell(explorer: Explorer, cell: &Cell, most: u32, row: &str, column: &str) -> El {
    let words = explorer.words;
    let Some(link) = cell_link(explorer, cell, row, column) else {
        return el("span").class("matrix-gap").child(hidden(words.pages().says_nothing));
    };
    let parts = cell.kinds().map(|(kind, number)| {
        el("span").attr("data-kind", kind.code()).property("--n", number.to_string())
    });
    let strip = el("span").class("matrix-strip").attr("aria-hidden", "true").all(parts);
    let mark =
        cell.is_disputed.then(|| el("span").class("matrix-mark").attr("aria-hidden", "true"));
    let number = span(cell.total().to_string()).class("matrix-number");
    link.class("matrix-cell")
        .attr("data-shade", cell.shade(most).to_string())
        .attr("aria-label", cell_words(cell, words))
        .child(el("span").child(number).maybe(mark))
        .child(strip)
}

/// A link to the statements of a cell; none where there are none.
fn cell_link(explorer: Explorer, cell: &Cell, row: &str, column: &str) -> Option<El> {
    let opened = Opened::cell(row, column).filter(|_| cell.total() > 0)?;
    Some(act_anchor(explorer, Action::Open(opened), format!("cell-{row}-{column}")))
}

fn more_columns(explorer: Explorer, matrix: &Matrix) -> Option<El> {
    let words = explorer.words;
    let (shown, all) = (matrix.columns.len(), matrix.columns_in_all);
    (shown < all).then(|| {
        let step = (all - shown).min(explorer.layout.page_size as usize).to_string();
        let label = fill(words.pages().see.show_more_columns, &[("n", &step)]);
        let shown_of =
            words.pages().see.columns_of.with(all, &[("shown", &shown.to_string())], words);
        more(explorer, shown, label, shown_of)
    })
}
