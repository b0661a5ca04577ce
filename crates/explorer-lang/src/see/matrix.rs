//! The evidence matrix in words.

use explorer_core::dataset::Dataset;
use explorer_core::facet::{FacetId, NOT_STATED};
use explorer_core::state::{MatrixColumns, MatrixRows};
use explorer_core::view::matrix::{Cell, Matrix, row_facet};

use crate::table::{Column, Table};
use crate::{Messages, fill};

/// How the heads of a matrix are named.
pub struct MatrixNames<'a> {
    /// The set.
    pub dataset: &'a Dataset,
    /// The name of a facet's value.
    pub name: &'a dyn Fn(FacetId, &str) -> String,
    /// The words.
    pub words: &'static Messages,
}

impl MatrixNames<'_> {
    /// The name of a row.
    #[must_use]
    pub fn row(&self, rows: MatrixRows, value: &str) -> String {
        match (value, rows) {
            (NOT_STATED, MatrixRows::Criteria) => self.words.pages().no_criterion.to_owned(),
            (NOT_STATED, MatrixRows::Themes) => self.words.pages().no_theme.to_owned(),
            (value, rows) => (self.name)(row_facet(rows), value),
        }
    }

    /// The name of a column.
    #[must_use]
    pub fn column(&self, columns: MatrixColumns, value: &str) -> String {
        let see = &self.words.pages().see;
        match (columns, value) {
            (MatrixColumns::Evaluations, id) => {
                let found = self.dataset.find_evaluation(id);
                let found = found.and_then(|ix| self.dataset.evaluation(ix));
                found.map_or_else(|| id.to_owned(), |evaluation| evaluation.short_title)
            }
            (MatrixColumns::Countries, NOT_STATED) => see.no_country.to_owned(),
            (MatrixColumns::Countries, id) => (self.name)(FacetId::Country, id),
            (MatrixColumns::Years, NOT_STATED) => see.year_not_stated.to_owned(),
            (MatrixColumns::Years, year) => year.to_owned(),
            (MatrixColumns::Kinds, kind) => (self.name)(FacetId::Kind, kind),
        }
    }
}

/// What a matrix shows.
#[must_use]
pub fn matrix_caption(matrix: &Matrix, words: &Messages) -> String {
    let (rows, columns) = (matrix.axes.rows, matrix.axes.columns);
    let values = [("rows", rows_name(rows, words)), ("columns", columns_name(columns, words))];
    fill(words.pages().see.matrix_caption, &values)
}

/// The name of what the rows are.
#[must_use]
pub fn rows_name(rows: MatrixRows, words: &Messages) -> &'static str {
    match rows {
        MatrixRows::Criteria => words.pages().see.by_criteria,
        MatrixRows::Themes => words.pages().see.by_themes,
    }
}

/// The name of what the columns are.
#[must_use]
pub fn columns_name(columns: MatrixColumns, words: &Messages) -> &'static str {
    match columns {
        MatrixColumns::Evaluations => words.pages().see.by_evaluations,
        MatrixColumns::Countries => words.pages().see.by_countries,
        MatrixColumns::Years => words.pages().see.by_years,
        MatrixColumns::Kinds => words.pages().see.by_kinds,
    }
}

/// A cell in full: `4 statements: 3 findings and 1 lesson; disputed`.
#[must_use]
pub fn cell_words(cell: &Cell, words: &Messages) -> String {
    if cell.total() == 0 {
        return words.pages().says_nothing.to_owned();
    }
    let kind = |(kind, number)| words.statement(kind).counted.of(number as usize, words);
    let kinds: Vec<String> = cell.kinds().map(kind).collect();
    let disputed = if cell.is_disputed { words.pages().see.disputed } else { "" };
    match kinds.as_slice() {
        [one] => format!("{one}{disputed}"),
        _ => {
            let all = words.statements.of(cell.total() as usize, words);
            format!("{all}: {}{disputed}", words.all_of(&kinds))
        }
    }
}

/// The matrix as a table: each cell in words.
#[must_use]
pub fn matrix_table(matrix: &Matrix, names: &MatrixNames<'_>) -> Table {
    let (axes, words) = (matrix.axes, names.words);
    let caption = matrix_caption(matrix, words);
    let rows = words.facet(row_facet(axes.rows));
    let mut columns = vec![Column::text(rows), Column::number(words.pages().see.all_of_row)];
    let heads = matrix.columns.iter();
    columns.extend(heads.map(|head| Column::text(names.column(axes.columns, &head.value))));
    let row = |row: &explorer_core::view::matrix::Row| {
        let mut cells = vec![names.row(axes.rows, &row.head.value), row.head.total.to_string()];
        cells.extend(row.cells.iter().map(|cell| cell_words(cell, words)));
        cells
    };
    Table { caption, columns, rows: matrix.rows.iter().map(row).collect() }
}

#[cfg(test)]
mod tests {
    use explorer_core::artifact::pack;
    use explorer_core::content::Record;
    use explorer_core::dataset::Dataset;
    use explorer_core::outcome;
    use explorer_core::query::Query;
    use explorer_core::state::MatrixAxes;
    use explorer_core::statement::{Basis, Criterion, StatementKind};
    use explorer_core::testing::{content, evaluation, statement};
    use explorer_core::view::matrix::matrix;

    use super::{MatrixNames, matrix_table};
    use crate::EN;

    #[test]
    fn the_table_says_what_the_picture_shows() {
        let mut finding = statement("e", StatementKind::Finding, 1, "It worked.");
        let criterion = Criterion { term: "relevance".into(), basis: Basis::Printed };
        finding.criteria = vec![criterion];
        let lesson = statement("e", StatementKind::Lesson, 1, "Begin early.");
        let recommended = statement("e", StatementKind::Recommendation, 1, "Begin.");
        let statements = vec![finding, lesson, recommended];
        let record = Record { evaluation: evaluation("e", "Bridges"), statements };
        let dataset = Dataset::open(pack(&content(vec![record])).unwrap()).unwrap();
        let query = Query::default();
        let outcome = outcome::run(&dataset, &query);
        let matrix = matrix(&dataset, &query, &outcome, MatrixAxes::default(), 9);
        let name = |_, value: &str| value.to_owned();
        let names = MatrixNames { dataset: &dataset, name: &name, words: &EN };
        let table = matrix_table(&matrix, &names);
        assert_eq!(table.caption, "Number of statements. Rows: Criteria. Columns: Evaluations.");
        let heads: Vec<&str> = table.columns.iter().map(|column| &*column.name).collect();
        assert_eq!(heads, ["Criterion", "All", "Bridges"]);
        assert_eq!(
            table.rows,
            [
                ["relevance", "1", "1 finding"],
                ["Under no criterion", "2", "2 statements: 1 lesson and 1 recommendation"],
            ]
        );
    }
}
