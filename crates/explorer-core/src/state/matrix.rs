//! The axes of the evidence matrix.

use crate::codes::codes;

codes! {
    /// What the rows of the matrix are.
    pub enum MatrixRows {
        /// One row for each criterion.
        Criteria = "criteria",
        /// One row for each theme.
        Themes = "themes",
    }
}

codes! {
    /// What the columns of the matrix are.
    pub enum MatrixColumns {
        /// One column for each evaluation.
        Evaluations = "evaluations",
        /// One column for each country.
        Countries = "countries",
        /// One column for each year of publication.
        Years = "years",
        /// One column for each kind of statement.
        Kinds = "kinds",
    }
}

/// The axes of the evidence matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MatrixAxes {
    /// Down.
    pub rows: MatrixRows,
    /// Across.
    pub columns: MatrixColumns,
}

impl Default for MatrixAxes {
    fn default() -> Self {
        Self { rows: MatrixRows::Criteria, columns: MatrixColumns::Evaluations }
    }
}
