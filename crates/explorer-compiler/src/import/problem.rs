//! What is wrong with a sheet, and in which cell.

use std::fmt;

use crate::problem::{Location, Problem};

/// A row of a sheet as a spreadsheet counts, the header being 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowNumber {
    /// In the package.
    Here(usize),
    /// In the export: the package does not have the row any more.
    Exported(usize),
}

/// A cell of a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Where {
    /// The sheet; empty for the package as a whole.
    pub sheet: &'static str,
    /// The row; `None` for the sheet as a whole.
    pub row: Option<RowNumber>,
    /// The column by name; `None` for the row as a whole.
    pub column: Option<&'static str>,
}

impl fmt::Display for Where {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.sheet.is_empty() { "the package" } else { self.sheet })?;
        match self.row {
            Some(RowNumber::Here(row)) => write!(f, ", row {row}")?,
            Some(RowNumber::Exported(row)) => write!(f, ", row {row} of the export")?,
            None => {}
        }
        if let Some(column) = self.column {
            write!(f, ", column {column}")?;
        }
        Ok(())
    }
}

/// Something in a package that cannot be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellProblem {
    /// Where.
    pub at: Where,
    /// What should stand there.
    pub expected: String,
    /// What stands there.
    pub found: String,
    /// What to do about it.
    pub hint: Option<Box<str>>,
    /// What `check` says of it, where it takes the whole set to see it.
    pub of_set: Option<Box<OfSet>>,
}

/// A problem that the set would have after an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfSet {
    /// What is wrong in one line.
    pub headline: &'static str,
    /// The place in the files of the set, when no cell of the package holds it.
    pub file: Option<Location>,
}

impl CellProblem {
    /// A problem at a place.
    pub(super) fn new(at: Where, expected: impl Into<String>, found: impl Into<String>) -> Self {
        let (expected, found) = (expected.into(), found.into());
        Self { at, expected, found, hint: None, of_set: None }
    }

    /// What `check` would say of the set after the import, at the cell that brings it about.
    pub(super) fn of_set(problem: &Problem, at: Where) -> Self {
        Self {
            hint: problem.hint.as_deref().map(Box::from),
            of_set: Some(Box::new(OfSet { headline: problem.headline, file: None })),
            ..Self::new(at, &*problem.expected, &*problem.found)
        }
    }

    /// What `check` would say of a file of the set that the package has no cell for.
    pub(super) fn of_file(problem: &Problem) -> Self {
        let at = Where { sheet: "", row: None, column: None };
        let file = Some(problem.location.clone());
        let of_set = Some(Box::new(OfSet { headline: problem.headline, file }));
        Self { of_set, ..Self::of_set(problem, at) }
    }

    /// A problem of the package as a whole.
    pub(super) fn of_package(expected: &str, found: &str) -> Self {
        Self::new(Where { sheet: "", row: None, column: None }, expected, found)
    }

    /// The same with a hint.
    pub(super) fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into().into_boxed_str());
        self
    }
}

impl fmt::Display for CellProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.of_set.as_deref() {
            Some(OfSet { headline, file: Some(file) }) => {
                writeln!(f, "error: {file} of the set after the import: {headline}")?;
            }
            Some(OfSet { headline, file: None }) => writeln!(f, "error: {}: {headline}", self.at)?,
            None => writeln!(f, "error: {}", self.at)?,
        }
        writeln!(f, "  expected: {}", self.expected)?;
        writeln!(f, "     found: {}", self.found)?;
        if let Some(hint) = &self.hint {
            writeln!(f, "      hint: {hint}")?;
        }
        Ok(())
    }
}
