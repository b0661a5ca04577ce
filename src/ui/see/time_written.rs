//! The time line written out.

use explorer_core::state::Action;
use explorer_core::view::timeline::TimeLine;
use explorer_core::when::Date;
use explorer_lang::fill;
use explorer_lang::see::{time_rows, time_table};

use super::data_table::{Spot, data_table};
use super::parts::{evaluation_link, press_button};
use crate::el::El;
use crate::store::Explorer;

/// The table of words, with links to the evaluations and times that filter.
pub fn time_written(explorer: Explorer, line: &TimeLine, on: Date) -> El {
    let words = explorer.words;
    let rows = time_rows(line, words);
    data_table(&time_table(line, on, words), &|spot, text| match spot {
        Spot::Cell(row, 0) => {
            let line = line.evaluations.get(rows.get(row)?.line)?;
            Some(evaluation_link(explorer, &format!("time-row-{row}"), &line.record, text))
        }
        Spot::Cell(row, TIME) => {
            let span = rows.get(row)?.span.filter(|span| !span.is_unstated())?;
            let label = fill(words.pages().see.projects_in, &[("year", text)]);
            let act = Action::SetPeriod(Some(span));
            let button = press_button(explorer, format!("time-filter-{row}"), "head-button", act);
            Some(button.attr("aria-label", label).words(text))
        }
        _ => None,
    })
}

/// The column of the table that says when.
const TIME: usize = 2;
