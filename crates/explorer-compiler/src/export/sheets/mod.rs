//! The sheets of the data package: every fact of a set in tables with keys.
//!
//! Positions (`project`, `budget`, `place` and so on) count from 1 inside one evaluation, in the
//! order of the record. Cells with several values separate them by ` | `.

mod evaluations;
mod groups;
mod projects;
mod statements;
mod tensions;
mod terms;

use explorer_core::content::Content;
use explorer_core::evaluation::Evaluation;

use super::sheet::{Foreign, Rows, Sheet};

/// All sheets, those that others refer to first.
#[must_use]
pub fn all() -> Vec<&'static Sheet> {
    [
        terms::SHEETS,
        evaluations::SHEETS,
        projects::SHEETS,
        groups::SHEETS,
        statements::SHEETS,
        tensions::SHEETS,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The sheet of a name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Sheet> {
    all().into_iter().find(|sheet| sheet.name == name)
}

/// The tie of a sheet's first column to the evaluations.
const TO_EVALUATION: Foreign =
    Foreign { columns: &["evaluation"], sheet: "evaluations", key: &["id"] };

/// Rows for each of several things of each evaluation, with its position from 1.
fn of_each<'a, T: 'a, I: Iterator<Item = T> + 'a>(
    content: &'a Content,
    things: fn(&'a Evaluation) -> I,
    row: fn(&'a Evaluation, usize, T) -> Vec<String>,
) -> Rows<'a> {
    Box::new(content.records.iter().flat_map(move |record| {
        let evaluation = &record.evaluation;
        things(evaluation).zip(1..).map(move |(thing, position)| row(evaluation, position, thing))
    }))
}
