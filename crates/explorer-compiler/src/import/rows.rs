//! Which rows and cells of a package differ from a fresh export.

use std::collections::BTreeMap;

use super::Edit;
use super::problem::{CellProblem, Where};
use super::reading::{Reading, read};
use super::table::Incoming;
use crate::export::sheet::{Column, Holds, Sheet};

/// A row of the export, or one to be added.
#[derive(Clone, Debug)]
pub struct Row {
    /// The sheet.
    pub sheet: &'static Sheet,
    /// Its row in the package; `None` when it is there no longer.
    pub number: Option<usize>,
    /// Its cells, in the order of the sheet's columns.
    pub cells: Vec<String>,
    /// Its position, from 0, in the list to which it belongs in the file.
    pub nth: usize,
}

impl Row {
    /// The cell of a column; empty when the sheet has no such column.
    pub fn cell(&self, column: &str) -> &str {
        let position = self.sheet.columns.iter().position(|known| known.name == column);
        position.and_then(|position| self.cells.get(position)).map_or("", String::as_str)
    }

    /// The place of one of its cells, or of the whole row.
    pub fn at(&self, column: Option<&'static str>) -> Where {
        Where { sheet: self.sheet.name, row: self.number, column }
    }

    /// Its key in words.
    pub fn name(&self) -> String {
        self.sheet.key.iter().map(|key| self.cell(key)).collect::<Vec<_>>().join(" ")
    }
}

/// A cell that says something new.
#[derive(Clone, Debug)]
pub struct CellChange {
    /// The row as the set has it.
    pub row: Row,
    /// The column.
    pub column: &'static Column,
    /// What it is to say.
    pub to: String,
}

impl CellChange {
    /// The change in words.
    pub fn edit(&self) -> Edit {
        Edit {
            at: self.row.at(Some(self.column.name)),
            from: self.row.cell(self.column.name).to_owned(),
            to: self.to.clone(),
        }
    }
}

/// A row that came or went.
#[derive(Clone, Debug)]
pub struct RowChange {
    /// The row.
    pub row: Row,
    /// True when it came.
    pub added: bool,
}

impl RowChange {
    /// The change in words.
    pub fn edit(&self) -> Edit {
        let name = self.row.name();
        let (from, to) = if self.added { (String::new(), name) } else { (name, String::new()) };
        Edit { at: self.row.at(None), from, to }
    }
}

/// All that differs.
#[derive(Debug, Default)]
pub struct Changes {
    /// Cells.
    pub values: Vec<CellChange>,
    /// Rows that went, in the order of the export.
    pub removed: Vec<RowChange>,
    /// Rows that came, in the order of the package.
    pub added: Vec<RowChange>,
    /// Cells that a spreadsheet wrote in another form.
    pub reshaped: Vec<Edit>,
}

/// Compares the rows of a sheet with a fresh export of it.
pub fn compare(
    sheet: &'static Sheet,
    fresh: &[Vec<String>],
    incoming: Vec<Incoming>,
    changes: &mut Changes,
    problems: &mut Vec<CellProblem>,
) {
    let mut known = known_rows(sheet, fresh);
    let mut seen: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for row in incoming {
        let key = key_of(sheet, &row);
        if let Some(first) = seen.insert(key.clone(), row.row) {
            let at = Row { sheet, number: Some(row.row), cells: vec![], nth: 0 }.at(None);
            let expected = format!("another {} than in row {first}", sheet.key.join(" and "));
            problems.push(CellProblem::new(at, expected, key.join(" ")));
        } else if let Some(mut old) = known.remove(&key) {
            old.number = Some(row.row);
            compare_row(&old, &row, changes, problems);
        } else {
            added_row(sheet, &row, changes, problems);
        }
    }
    let mut removed: Vec<_> = known.into_values().collect();
    removed.sort_by_key(|row| fresh.iter().position(|cells| *cells == row.cells));
    changes.removed.extend(removed.into_iter().map(|row| RowChange { row, added: false }));
}

/// The rows of an export by key, each with its position in the list that the file has.
fn known_rows(sheet: &'static Sheet, fresh: &[Vec<String>]) -> BTreeMap<Vec<String>, Row> {
    let mut counts: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let keys = sheet.key_positions();
    let rows = fresh.iter().map(|cells| {
        let mut row = Row { sheet, number: None, cells: cells.clone(), nth: 0 };
        let list = ["evaluation", "statement", "tension", "project", "phase", "part"];
        let list = list.map(|column| row.cell(column).to_owned()).to_vec();
        let next = counts.entry(list).or_default();
        row.nth = *next;
        *next += 1;
        (keys.iter().map(|&position| cells[position].clone()).collect(), row)
    });
    rows.collect()
}

fn key_of(sheet: &Sheet, row: &Incoming) -> Vec<String> {
    let part = |position: usize| {
        let cell = row.cells[position].as_deref().unwrap_or_default().trim();
        match read(sheet.columns[position].holds, "", cell) {
            Reading::New(text) => text,
            _ => cell.to_owned(),
        }
    };
    sheet.key_positions().into_iter().map(part).collect()
}

fn compare_row(
    old: &Row,
    incoming: &Incoming,
    changes: &mut Changes,
    problems: &mut Vec<CellProblem>,
) {
    let columns = old.sheet.columns.iter().zip(&old.cells).zip(&incoming.cells);
    for ((column, before), cell) in columns {
        let Some(cell) = cell else { continue };
        let at = || old.at(Some(column.name));
        match read(column.holds, before, cell) {
            Reading::Same => {}
            Reading::Reshaped => {
                changes.reshaped.push(Edit { at: at(), from: before.clone(), to: cell.clone() });
            }
            Reading::New(to) if to.is_empty() && column.required => {
                problems.push(CellProblem::new(at(), column.about, "an empty cell"));
            }
            Reading::New(to) => {
                changes.values.push(CellChange { row: old.clone(), column, to });
            }
            Reading::Unclear { expected, hint } => {
                problems.push(unclear(at(), expected, cell, hint));
            }
        }
    }
}

fn unclear(at: Where, expected: String, cell: &str, hint: Option<&str>) -> CellProblem {
    let problem = CellProblem::new(at, expected, format!("{cell:?}"));
    match hint {
        Some(hint) => problem.with_hint(hint),
        None => problem,
    }
}

fn added_row(
    sheet: &'static Sheet,
    incoming: &Incoming,
    changes: &mut Changes,
    problems: &mut Vec<CellProblem>,
) {
    let mut row = Row { sheet, number: Some(incoming.row), cells: vec![], nth: 0 };
    let before = problems.len();
    for (column, cell) in sheet.columns.iter().zip(&incoming.cells) {
        let cell = cell.as_deref().unwrap_or_default();
        let text = match read(column.holds, "", cell) {
            Reading::New(text) => text,
            Reading::Same | Reading::Reshaped => cell.to_owned(),
            Reading::Unclear { expected, hint } => {
                problems.push(unclear(row.at(Some(column.name)), expected, cell, hint));
                String::new()
            }
        };
        // A position may be left to us; a boolean that is left empty is false.
        let may_be_empty = matches!(column.holds, Holds::Boolean)
            || matches!(column.holds, Holds::Integer) && sheet.key.contains(&column.name);
        if column.required && text.is_empty() && !may_be_empty && problems.len() == before {
            let at = row.at(Some(column.name));
            problems.push(CellProblem::new(at, column.about, "an empty cell"));
        }
        row.cells.push(text);
    }
    if problems.len() == before {
        changes.added.push(RowChange { row, added: true });
    }
}
