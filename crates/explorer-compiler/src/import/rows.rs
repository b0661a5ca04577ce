//! Which rows and cells of a package differ from a fresh export.

use std::collections::BTreeMap;

use super::Edit;
use super::problem::{CellProblem, RowNumber, Where};
use super::reading::{Reading, read};
use super::table::Incoming;
use crate::export::sheet::{Column, Holds, Sheet};

/// A row of the export, or one to be added.
#[derive(Clone, Debug)]
pub struct Row {
    /// The sheet.
    pub sheet: &'static Sheet,
    /// Its row in the package, or in the export when the package has it no longer.
    pub number: RowNumber,
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
        Where { sheet: self.sheet.name, row: Some(self.number), column }
    }

    /// What tells the list of its file to which it belongs from other lists of its sheet.
    fn list(&self) -> Vec<String> {
        let owners = ["evaluation", "statement", "tension", "project", "phase", "part"];
        owners.map(|column| self.cell(column).to_owned()).to_vec()
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
    /// Rows that stayed.
    pub kept: Vec<Row>,
    /// Cells that a spreadsheet wrote in another form.
    pub reshaped: Vec<Edit>,
}

impl Changes {
    /// The rows that there will be, each with its position in its list.
    pub fn rows_after(&self) -> impl Iterator<Item = (&Row, usize)> {
        let mut gone: BTreeMap<(&str, Vec<String>), Vec<usize>> = BTreeMap::new();
        for RowChange { row, .. } in &self.removed {
            gone.entry((row.sheet.name, row.list())).or_default().push(row.nth);
        }
        let mut lengths: BTreeMap<(&str, Vec<String>), usize> = BTreeMap::new();
        let kept: Vec<_> = self
            .kept
            .iter()
            .map(|row| {
                let list = (row.sheet.name, row.list());
                let before = gone
                    .get(&list)
                    .map_or(0, |gone| gone.iter().filter(|&&position| position < row.nth).count());
                *lengths.entry(list).or_default() += 1;
                (row, row.nth - before)
            })
            .collect();
        let added = self.added.iter().map(move |RowChange { row, .. }| {
            let length = lengths.entry((row.sheet.name, row.list())).or_default();
            *length += 1;
            (row, *length - 1)
        });
        kept.into_iter().chain(added)
    }
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
            let at = Where { sheet: sheet.name, row: Some(RowNumber::Here(row.row)), column: None };
            let expected = format!("another {} than in row {first}", sheet.key.join(" and "));
            problems.push(CellProblem::new(at, expected, key.join(" ")));
        } else if let Some(mut old) = known.remove(&key) {
            old.number = RowNumber::Here(row.row);
            compare_row(&old, &row, changes, problems);
            changes.kept.push(old);
        } else {
            added_row(sheet, &row, changes, problems);
        }
    }
    let mut removed: Vec<_> = known.into_values().collect();
    removed.sort_by_key(|row| row.number);
    changes.removed.extend(removed.into_iter().map(|row| RowChange { row, added: false }));
}

/// Keeps all rows of a sheet that the package has not.
pub fn keep(sheet: &'static Sheet, fresh: &[Vec<String>], changes: &mut Changes) {
    changes.kept.extend(known_rows(sheet, fresh).into_values());
}

/// The rows of an export by key, each with its position in the list that the file has.
fn known_rows(sheet: &'static Sheet, fresh: &[Vec<String>]) -> BTreeMap<Vec<String>, Row> {
    let mut counts: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let keys = sheet.key_positions();
    let rows = fresh.iter().zip(2..).map(|(cells, number)| {
        let number = RowNumber::Exported(number);
        let mut row = Row { sheet, number, cells: cells.clone(), nth: 0 };
        let next = counts.entry(row.list()).or_default();
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
    let number = RowNumber::Here(incoming.row);
    let mut row = Row { sheet, number, cells: vec![], nth: 0 };
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
