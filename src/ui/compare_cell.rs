//! A cell of the comparison.

use explorer_core::compare::{Cell, RowId};
use explorer_core::dataset::StatementIx;
use explorer_core::state::Opened;
use explorer_core::statement::Basis;
use explorer_lang::comparison::cell_lines;
use leptos::html;
use leptos::prelude::*;

use super::links::record_link;
use super::parts::line;
use crate::store::Explorer;

/// What stands where a row and an evaluation meet.
pub fn compare_cell(explorer: Explorer, row: &RowId, cell: &Cell) -> AnyView {
    if let Cell::Statements(statements) = cell {
        let items = statements.iter().map(|&ix| said(explorer, row, ix));
        return html::ul().class("cell-list").child(items.collect::<Vec<_>>()).into_any();
    }
    let lines = cell_lines(row, cell, &explorer.dataset(), explorer.words);
    let items = lines.into_iter().map(|it| html::div().child(line(it)).into_any());
    items.collect::<Vec<_>>().into_any()
}

fn said(explorer: Explorer, row: &RowId, ix: StatementIx) -> AnyView {
    let words = explorer.words;
    let Some(statement) = explorer.dataset().statement(ix) else { return ().into_any() };
    let is_inferred = matches!(row, RowId::Topic(_, term) if statement
        .criteria
        .iter()
        .any(|criterion| criterion.term == *term && criterion.basis == Basis::Inferred));
    let kind = words.statement(statement.kind).singular;
    let name = format!("{kind} {}", statement.ordinal);
    let link = record_link(
        explorer,
        Opened::Statement(statement.id.clone()),
        format!("cell-{}-{}", row.code(), statement.id),
        html::span().child(name).into_any(),
    );
    html::li()
        .class("statement")
        .attr("data-kind", statement.kind.code())
        .child((
            html::span()
                .class("statement-label")
                .child((link, is_inferred.then(|| html::span().child(words.inferred_basis)))),
            html::span().child(statement.text),
        ))
        .into_any()
}
