//! A picture written out as a table.

use explorer_lang::table::Table;

use crate::el::{El, el};

/// The table, in a frame of its own that scrolls sideways where it must.
pub fn data_table(table: &Table) -> El {
    let head = |column: &explorer_lang::table::Column| {
        let head = el("th").attr("scope", "col").words(&column.name);
        if column.is_number { head.class("number") } else { head }
    };
    let heads = el("tr").all(table.columns.iter().map(head));
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter().zip(&table.columns).enumerate().map(|(at, (text, column))| {
            let cell = if at == 0 { el("th").attr("scope", "row") } else { el("td") };
            let cell = cell.words(text);
            if column.is_number { cell.class("number") } else { cell }
        });
        el("tr").all(cells)
    });
    let body = el("table")
        .class("data-table")
        .child(el("caption").words(&table.caption))
        .child(el("thead").child(heads))
        .child(el("tbody").all(rows));
    el("div")
        .class("table-scroller")
        .attr("role", "region")
        .attr("aria-label", table.caption.clone())
        .attr("tabindex", "0")
        .child(body)
}
