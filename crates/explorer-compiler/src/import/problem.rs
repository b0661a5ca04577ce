//! What is wrong with a sheet, and in which cell.

use std::fmt;

/// A cell of a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Where {
    /// The sheet; empty for the package as a whole.
    pub sheet: &'static str,
    /// The row as a spreadsheet counts, the header being 1; `None` for the sheet as a whole.
    pub row: Option<usize>,
    /// The column by name; `None` for the row as a whole.
    pub column: Option<&'static str>,
}

impl fmt::Display for Where {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.sheet.is_empty() { "the package" } else { self.sheet })?;
        if let Some(row) = self.row {
            write!(f, ", row {row}")?;
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
    pub hint: Option<String>,
}

impl CellProblem {
    /// A problem at a place.
    pub(super) fn new(at: Where, expected: impl Into<String>, found: impl Into<String>) -> Self {
        Self { at, expected: expected.into(), found: found.into(), hint: None }
    }

    /// A problem of the package as a whole.
    pub(super) fn of_package(expected: &str, found: &str) -> Self {
        Self::new(Where { sheet: "", row: None, column: None }, expected, found)
    }

    /// The same with a hint.
    pub(super) fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for CellProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "error: {}", self.at)?;
        writeln!(f, "  expected: {}", self.expected)?;
        writeln!(f, "     found: {}", self.found)?;
        if let Some(hint) = &self.hint {
            writeln!(f, "      hint: {hint}")?;
        }
        Ok(())
    }
}
