//! The statements behind a cell of the matrix.

use explorer_core::dataset::StatementIx;
use explorer_core::state::{Action, Opened};
use explorer_core::view::matrix::{as_results, statements_in};
use explorer_lang::fill;
use explorer_lang::number::grouped;

use super::parts::more;
use crate::el::{El, Slot, dynamic, el};
use crate::store::Explorer;
use crate::ui::links::act_link;
use crate::ui::page_head::page_title;
use crate::ui::parts::{Icon, button, icon, span};
use crate::ui::statement_card::statement_card;

/// The page of a cell. Its title takes focus when the page opens.
pub fn cell_page(explorer: Explorer, title: Slot) -> El {
    let words = explorer.words;
    let back = el("span").child(icon(Icon::Back)).child(span(words.pages().see.cell_back));
    let back = act_link(explorer, Action::Close, "page-back".into(), back);
    let name = move || place(explorer).map(|(row, column)| explorer.cell_title(&row, &column));
    el("div")
        .class("cell-page")
        .child(
            el("nav").class("page-nav no-print").attr("aria-label", words.view_matrix).child(back),
        )
        .child(page_title(explorer, title).text(move || name().unwrap_or_default()))
        .child(el("p").class("page-identity").text(move || explorer.sentence()))
        .child(dynamic(move || {
            place(explorer).map(|(row, column)| content(explorer, &row, &column))
        }))
}

fn place(explorer: Explorer) -> Option<(String, String)> {
    explorer.read(|state| match state.opened() {
        Some(Opened::Cell { row, column }) => Some((row.to_string(), column.to_string())),
        _ => None,
    })
}

fn content(explorer: Explorer, row: &str, column: &str) -> El {
    let words = explorer.words;
    let (dataset, outcome) = (explorer.dataset(), explorer.answer());
    let (axes, shown) =
        explorer.read(|state| (state.matrix(), state.shown(explorer.layout.page_size) as usize));
    let found: Vec<StatementIx> =
        explorer.query(|query| statements_in(&dataset, query, &outcome, axes, row, column));
    if found.is_empty() {
        return el("p").words(words.pages().see.cell_empty);
    }
    let filter = explorer.query(|query| as_results(query, axes, row, column)).map(|act| {
        button("button no-print", words.pages().see.cell_results, move || explorer.act(act.clone()))
    });
    let number = words.statements.of(found.len(), words);
    let cards = found.iter().take(shown).map(|&ix| el("li").child(statement_card(explorer, ix)));
    let left = found.len().saturating_sub(shown);
    let rest = (left > 0).then(|| {
        let step = left.min(explorer.layout.page_size as usize).to_string();
        let values = [
            ("shown", &*grouped(shown as u64, words)),
            ("total", &*grouped(found.len() as u64, words)),
        ];
        let progress = fill(words.shown_of, &values);
        more(explorer, shown, fill(words.show_more, &[("n", &step)]), progress)
    });
    el("div")
        .child(el("div").class("cell-head").child(span(number)).maybe(filter))
        .child(el("ul").class("result-items").attr("aria-label", words.results).all(cards))
        .maybe(rest)
}
