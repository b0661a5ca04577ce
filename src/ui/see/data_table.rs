//! A picture written out as a table. What acts in the picture acts in its table too.

use explorer_lang::table::{Column, Table};

use crate::el::{El, el};

/// A place in a table, counted from 0.
#[derive(Clone, Copy)]
pub enum Spot {
    /// The head of a column.
    Head(usize),
    /// A cell: its row and its column.
    Cell(usize, usize),
}

/// The table, in a frame of its own that scrolls sideways where it must. `act` gives what stands
/// at a spot instead of its words: a link or a button with the same words.
pub fn data_table(table: &Table, act: &dyn Fn(Spot, &str) -> Option<El>) -> El {
    let fill = |cell: El, spot: Spot, text: &str, column: &Column| {
        let cell = match act(spot, text) {
            Some(acting) => cell.child(acting),
            None => cell.words(text),
        };
        if column.is_number { cell.class("number") } else { cell }
    };
    let heads = table.columns.iter().enumerate().map(|(at, column)| {
        fill(el("th").attr("scope", "col"), Spot::Head(at), &column.name, column)
    });
    let rows = table.rows.iter().enumerate().map(|(row, texts)| {
        let cells = texts.iter().zip(&table.columns).enumerate().map(|(at, (text, column))| {
            let cell = if at == 0 { el("th").attr("scope", "row") } else { el("td") };
            fill(cell, Spot::Cell(row, at), text, column)
        });
        el("tr").all(cells)
    });
    let body = el("table")
        .class("data-table")
        .child(el("caption").words(&table.caption))
        .child(el("thead").child(el("tr").all(heads)))
        .child(el("tbody").all(rows));
    el("div")
        .class("table-scroller")
        .attr("role", "region")
        .attr("aria-label", table.caption.clone())
        .attr("tabindex", "0")
        .child(body)
}
