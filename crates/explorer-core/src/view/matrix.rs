//! The evidence matrix: how many statements stand where a criterion or a theme meets an
//! evaluation, a country, a year or a kind. What nobody says anything on is a gap and stays there.
//!
//! Counted over the columns of the set, without decoding a statement: a matrix of 300,000
//! statements is drawn while a reader types.

use crate::artifact::column::Column;
use crate::bits::Bits;
use crate::dataset::{Dataset, EvaluationIx, StatementIx};
use crate::facet::{FacetId, NOT_STATED};
use crate::id::EvaluationId;
use crate::outcome::Outcome;
use crate::query::{Query, Unit};
use crate::sorted;
use crate::state::{Action, MatrixAxes, MatrixColumns, MatrixRows, Opened, View};
use crate::statement::StatementKind;
use crate::when::Date;

/// How many shades a cell can have, besides that of a gap.
pub const SHADES: u32 = 5;

/// The matrix of a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// What it counts by.
    pub axes: MatrixAxes,
    /// Down: criteria or themes in the order of display, also those on which nothing is said.
    pub rows: Vec<Row>,
    /// Across, as many as were asked for.
    pub columns: Vec<Head>,
    /// How many columns there are, shown or not.
    pub columns_in_all: usize,
    /// The largest number in a cell.
    pub most: u32,
}

/// The head of a row or column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The id of a term or of an evaluation, a year, a code, or [`NOT_STATED`].
    pub value: Box<str>,
    /// How many statements it has among the results, each counted once.
    pub total: u32,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its head.
    pub head: Head,
    /// One cell for each column shown.
    pub cells: Vec<Cell>,
}

/// Where a row and a column meet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    kinds: [u32; StatementKind::ALL.len()],
    /// True when one of its statements takes a side in a disagreement.
    pub is_disputed: bool,
}

impl Cell {
    /// How many statements it has.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.kinds.iter().sum()
    }

    /// How many statements of each kind, without the kinds it has none of.
    pub fn kinds(&self) -> impl Iterator<Item = (StatementKind, u32)> {
        let counted = StatementKind::ALL.iter().copied().zip(self.kinds);
        counted.filter(|&(_, number)| number > 0)
    }

    /// How dark it is, from 0 for a gap to [`SHADES`] for the largest number of the matrix.
    #[must_use]
    pub fn shade(&self, most: u32) -> u32 {
        (self.total() * SHADES).div_ceil(most.max(1)).min(SHADES)
    }
}

/// The facet that the rows are values of.
#[must_use]
pub const fn row_facet(rows: MatrixRows) -> FacetId {
    match rows {
        MatrixRows::Criteria => FacetId::Criterion,
        MatrixRows::Themes => FacetId::Theme,
    }
}

/// The facet that the columns are values of; `None` for evaluations and years.
#[must_use]
pub const fn column_facet(columns: MatrixColumns) -> Option<FacetId> {
    match columns {
        MatrixColumns::Countries => Some(FacetId::Country),
        MatrixColumns::Kinds => Some(FacetId::Kind),
        MatrixColumns::Evaluations | MatrixColumns::Years => None,
    }
}

/// What a press on a column's head does: it filters by the value, or opens the evaluation. Years
/// of publication are no filter.
#[must_use]
pub fn column_action(columns: MatrixColumns, value: &str) -> Option<Action> {
    match columns {
        MatrixColumns::Evaluations => {
            Some(Action::Open(Opened::Evaluation(EvaluationId::from(value))))
        }
        _ => column_facet(columns).map(|facet| Action::Toggle(facet, value.into())),
    }
}

/// The act that makes the statements of a cell the results themselves; `None` where its column is
/// no filter, or only an alternative to what is asked for in the facet's twin.
#[must_use]
pub fn as_results(query: &Query, axes: MatrixAxes, row: &str, column: &str) -> Option<Action> {
    let across = column_facet(axes.columns)?;
    if has_alternatives(query, across) {
        return None;
    }
    let facets = [(row_facet(axes.rows), row), (across, column)];
    let mut acts = vec![Action::Show(View::List), Action::SearchIn(Unit::Statements)];
    for (facet, value) in facets {
        let others = query.picks.included(facet).iter().filter(|other| ***other != *value);
        acts.extend(others.map(|other| Action::Toggle(facet, other.clone())));
        if !is_asked_for(query, facet, value) {
            acts.push(Action::Toggle(facet, value.into()));
        }
    }
    Some(Action::Do(acts))
}

/// True when results need not have a value that is asked for in a facet, since its twin asks too.
fn has_alternatives(query: &Query, facet: FacetId) -> bool {
    facet.twin().is_some_and(|twin| !query.picks.included(twin).is_empty())
}

fn is_asked_for(query: &Query, facet: FacetId, value: &str) -> bool {
    query.picks.included(facet).iter().any(|picked| **picked == *value)
}

/// Counts the statements of the results; at most `limit` columns are shown.
#[must_use]
pub fn matrix(
    dataset: &Dataset,
    query: &Query,
    outcome: &Outcome,
    axes: MatrixAxes,
    limit: usize,
) -> Matrix {
    let grid = Grid::new(dataset, query, outcome, axes);
    let columns = grid.columns.len().min(limit);
    let blank = || vec![Cell::default(); columns];
    let mut cells: Vec<Vec<Cell>> = grid.rows.iter().map(|_| blank()).collect();
    let mut row_totals = vec![0; grid.rows.len()];
    let mut column_totals = vec![0; grid.columns.len()];
    let disputed = disputed(dataset);
    grid.each(&mut |found| {
        found.rows.iter().for_each(|&row| count(&mut row_totals, row));
        found.columns.iter().for_each(|&column| count(&mut column_totals, column));
        for &row in found.rows {
            for &column in found.columns {
                let cell = cells.get_mut(row).and_then(|row| row.get_mut(column));
                if let Some(cell) = cell {
                    count(&mut cell.kinds, found.kind);
                    cell.is_disputed |= disputed.contains(&found.statement);
                }
            }
        }
    });
    let most = cells.iter().flatten().map(Cell::total).max().unwrap_or(0);
    let heads = |values: Vec<Box<str>>, totals: Vec<u32>| {
        values.into_iter().zip(totals).map(|(value, total)| Head { value, total })
    };
    Matrix {
        axes,
        columns_in_all: grid.columns.len(),
        columns: heads(grid.columns, column_totals).take(limit).collect(),
        rows: heads(grid.rows, row_totals)
            .zip(cells)
            .map(|(head, cells)| Row { head, cells })
            .collect(),
        most,
    }
}

/// The statements of a cell, in the order of the results.
#[must_use]
pub fn statements_in(
    dataset: &Dataset,
    query: &Query,
    outcome: &Outcome,
    axes: MatrixAxes,
    row: &str,
    column: &str,
) -> Vec<StatementIx> {
    let grid = Grid::new(dataset, query, outcome, axes);
    let at = |heads: &[Box<str>], value: &str| heads.iter().position(|head| **head == *value);
    let places = at(&grid.rows, row).zip(at(&grid.columns, column));
    let Some((row, column)) = places else { return Vec::new() };
    let mut inside = Bits::new(dataset.statement_count());
    grid.each(&mut |found| {
        if found.rows.contains(&row) && found.columns.contains(&column) {
            inside.insert(found.statement.0 as usize);
        }
    });
    let results = outcome.first_statements(dataset, query, usize::MAX).into_iter();
    results.filter(|statement| inside.has(statement.0 as usize)).collect()
}

fn count(numbers: &mut [u32], at: usize) {
    if let Some(number) = numbers.get_mut(at) {
        *number += 1;
    }
}

/// The statements that take a side in a disagreement.
fn disputed(dataset: &Dataset) -> Vec<StatementIx> {
    let sides = dataset.tensions().iter().flat_map(|tension| &tension.sides);
    let statements = sides.flat_map(|side| &side.statements);
    statements.filter_map(|id| dataset.find_statement(id.as_str())).collect()
}

/// A statement of the results and the rows and columns in which it stands.
struct Found<'a> {
    statement: StatementIx,
    rows: &'a [usize],
    columns: &'a [usize],
    /// Its position among [`StatementKind::ALL`].
    kind: usize,
}

/// The columns of an evaluation's statements.
enum Across {
    /// By evaluation: the same for all its statements.
    Evaluation(Vec<Vec<usize>>),
    /// By kind: the column of each kind.
    Kind(Vec<Option<usize>>),
}

/// The axes of a matrix over a set, and the statements to count.
struct Grid<'d> {
    dataset: &'d Dataset,
    statements: Bits,
    rows: Vec<Box<str>>,
    /// The row of each value of the facet of the rows.
    row_of: Vec<Option<usize>>,
    row_facet: FacetId,
    columns: Vec<Box<str>>,
    across: Across,
}

impl<'d> Grid<'d> {
    fn new(dataset: &'d Dataset, query: &Query, outcome: &Outcome, axes: MatrixAxes) -> Self {
        let facet = row_facet(axes.rows);
        let (rows, row_of) = values(dataset, query, facet, &|_| true);
        let statements = outcome.statements.in_set_order().map(|statement| statement.0);
        let statements = Bits::of(dataset.statement_count(), statements);
        let evaluations = super::evaluations(dataset, query, outcome);
        let (columns, across) = match axes.columns {
            MatrixColumns::Evaluations => by_evaluation(dataset, &evaluations),
            MatrixColumns::Countries => by_country(dataset, query, &evaluations),
            MatrixColumns::Years => by_year(dataset, &evaluations),
            MatrixColumns::Kinds => {
                let (columns, column_of) = values(dataset, query, FacetId::Kind, &|_| true);
                (columns, Across::Kind(column_of))
            }
        };
        Self { dataset, statements, rows, row_of, row_facet: facet, columns, across }
    }

    /// Hands each statement of the results to `see`.
    fn each(&self, see: &mut dyn FnMut(&Found<'_>)) {
        let columns = self.dataset.column(self.row_facet).zip(self.dataset.column(FacetId::Kind));
        let Some((topics, kinds)) = columns else { return };
        let mut rows = Vec::new();
        for evaluation in self.dataset.evaluations() {
            let at = evaluation.0 as usize;
            let mut topic = topics.of_evaluation(at).start;
            let mut kind = kinds.of_evaluation(at).start;
            for statement in self.dataset.statement_range(evaluation) {
                let own = (topic, kind);
                topic += topics.length(statement);
                kind += kinds.length(statement);
                if !self.statements.has(statement) {
                    continue;
                }
                rows.clear();
                topics.each(own.0..topic, |value| rows.extend(of(&self.row_of, value)));
                let kind = first(kinds, own.1..kind);
                let by_kind: Vec<usize>;
                let columns = match &self.across {
                    Across::Evaluation(columns) => columns.get(at).map_or(&[][..], Vec::as_slice),
                    Across::Kind(columns) => {
                        by_kind = columns.get(kind).copied().flatten().into_iter().collect();
                        &by_kind
                    }
                };
                let statement = StatementIx(statement as u32);
                see(&Found { statement, rows: &rows, columns, kind });
            }
        }
    }
}

fn of(positions: &[Option<usize>], value: u16) -> Option<usize> {
    positions.get(usize::from(value)).copied().flatten()
}

fn first(column: Column<'_>, place: std::ops::Range<usize>) -> usize {
    let mut found = 0;
    column.each(place, |value| found = usize::from(value));
    found
}

/// The values of a facet that are heads: those asked for, or else all, and of them those that
/// `belongs` lets through; and for each value of the facet its place among the heads.
fn values(
    dataset: &Dataset,
    query: &Query,
    facet: FacetId,
    belongs: &dyn Fn(usize) -> bool,
) -> (Vec<Box<str>>, Vec<Option<usize>>) {
    let wanted = !query.picks.included(facet).is_empty() && !has_alternatives(query, facet);
    let mut heads = Vec::new();
    let mut places = Vec::new();
    for (at, value) in dataset.facet_values(facet).iter().enumerate() {
        let stays = belongs(at) && (!wanted || is_asked_for(query, facet, &value.id));
        places.push(stays.then_some(heads.len()));
        if stays {
            heads.push(value.id.clone());
        }
    }
    (heads, places)
}

fn by_evaluation(dataset: &Dataset, evaluations: &[EvaluationIx]) -> (Vec<Box<str>>, Across) {
    let mut across = vec![Vec::new(); dataset.evaluation_count()];
    let mut heads = Vec::new();
    for &evaluation in evaluations {
        let own = across.get_mut(evaluation.0 as usize);
        if let Some((own, id)) = own.zip(dataset.evaluation_id(evaluation)) {
            own.push(heads.len());
            heads.push(id.into());
        }
    }
    (heads, Across::Evaluation(across))
}

fn by_country(
    dataset: &Dataset,
    query: &Query,
    evaluations: &[EvaluationIx],
) -> (Vec<Box<str>>, Across) {
    let mut across = vec![Vec::new(); dataset.evaluation_count()];
    let Some(column) = dataset.column(FacetId::Country) else {
        return (Vec::new(), Across::Evaluation(across));
    };
    let of_evaluation = |evaluation: &EvaluationIx| column.of_evaluation(evaluation.0 as usize);
    let mut there = Bits::new(dataset.facet_values(FacetId::Country).len());
    for evaluation in evaluations {
        column.each(of_evaluation(evaluation), |country| there.insert(country.into()));
    }
    let (heads, places) = values(dataset, query, FacetId::Country, &|at| there.has(at));
    for evaluation in evaluations {
        if let Some(own) = across.get_mut(evaluation.0 as usize) {
            column.each(of_evaluation(evaluation), |country| own.extend(of(&places, country)));
        }
    }
    (heads, Across::Evaluation(across))
}

fn by_year(dataset: &Dataset, evaluations: &[EvaluationIx]) -> (Vec<Box<str>>, Across) {
    let year = |&evaluation: &EvaluationIx| {
        let dated = dataset.evaluation(evaluation).and_then(|record| record.dated());
        dated.map_or(u16::MAX, Date::year)
    };
    let years: Vec<u16> = evaluations.iter().map(year).collect();
    let heads = sorted::each_once(years.clone());
    let mut across = vec![Vec::new(); dataset.evaluation_count()];
    for (evaluation, year) in evaluations.iter().zip(&years) {
        if let Some(own) = across.get_mut(evaluation.0 as usize) {
            own.extend(heads.binary_search(year).ok());
        }
    }
    let name = |year: &u16| match *year {
        u16::MAX => NOT_STATED.into(),
        year => year.to_string().into(),
    };
    (heads.iter().map(name).collect(), Across::Evaluation(across))
}

#[cfg(test)]
mod tests;
