//! From what `check` says of a file to the cell of the package that said it.

use std::collections::{BTreeMap, BTreeSet};

use explorer_core::content::Content;
use toml_edit::{DocumentMut, Item, TableLike, Value};

use super::place::{self, Column, Step};
use super::problem::{CellProblem, Where};
use super::rows::{Changes, Row};
use super::tree::find;
use crate::problem::{Location, Problem, Severity};
use crate::source::{Locator, Sources};

/// The errors of the set as it would be after an import, each at the cell that holds the value.
///
/// With `only_changed`, those at cells which the import leaves alone are not told: they may follow
/// from a change that was refused.
pub fn errors(
    problems: &[Problem],
    sources: &Sources,
    content: &Content,
    changes: &Changes,
    only_changed: bool,
) -> Vec<CellProblem> {
    let errors: Vec<&Problem> =
        problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
    let files: BTreeSet<&str> =
        errors.iter().map(|problem| problem.location.file.as_str()).collect();
    let cells = Cells::of(&files, sources, content, changes);
    let changed = changed(changes);
    let at_cells = errors.into_iter().map(|problem| match cells.at(problem) {
        Some(at) if at.row.is_none() => {
            let file = problem.location.file.rsplit('/').next().unwrap_or_default();
            let id = file.strip_suffix(".toml").unwrap_or(file);
            CellProblem::of_set(problem, at).with_hint(format!("add a row of {id} for it"))
        }
        Some(at) => CellProblem::of_set(problem, at),
        None => CellProblem::of_file(problem),
    });
    at_cells.filter(|problem| !only_changed || changed.contains(&problem.at)).collect()
}

/// The cells that an import changes, and all cells of the rows that it adds.
fn changed(changes: &Changes) -> BTreeSet<Where> {
    let values = changes.values.iter().map(|change| change.row.at(Some(change.column.name)));
    let added = changes.added.iter().flat_map(|change| {
        let cells = change.row.sheet.columns.iter().map(|column| Some(column.name));
        cells.chain([None]).map(|column| change.row.at(column))
    });
    values.chain(added).collect()
}

/// Which cell or row stands at a place of a file.
#[derive(Default)]
struct Cells {
    values: BTreeMap<Location, Where>,
    /// By the place of a table and a key that it has or lacks.
    keys: BTreeMap<(Location, &'static str), Where>,
}

impl Cells {
    fn of(files: &BTreeSet<&str>, sources: &Sources, content: &Content, changes: &Changes) -> Self {
        let mut rows: BTreeMap<String, Vec<(&Row, Vec<Step>)>> = BTreeMap::new();
        for (row, nth) in changes.rows_after() {
            let row_after = Row { nth, ..row.clone() };
            let Ok(place) = place::of(&row_after, content) else { continue };
            if files.contains(place.file.as_str()) {
                rows.entry(place.file).or_default().push((row, place.steps));
            }
        }
        let locator = Locator::new(sources);
        let mut cells = Self::default();
        for (file, rows) in rows {
            let text = sources.get(&file).map_or("", |source| source.text());
            let Ok(document) = text.parse::<DocumentMut>() else { continue };
            // Where facts stand is a table in a file and a row for each of its keys in a sheet.
            let sources = Where { sheet: "fact_sources", row: None, column: None };
            cells.values.insert(locator.at_path(&file, "provenance.facts"), sources);
            for (row, steps) in rows {
                let Some((path, table)) = find(document.as_table(), &steps) else { continue };
                cells.row(row, &file, &path, table, &locator);
            }
        }
        cells
    }

    fn row(
        &mut self,
        row: &Row,
        file: &str,
        path: &str,
        table: &dyn TableLike,
        locator: &Locator<'_>,
    ) {
        for column in row.sheet.columns {
            let own = [column.name];
            let keys = match place::column(row, column.name) {
                Column::Keys(keys) => keys,
                Column::Own | Column::Derived(_) => &own,
            };
            let at = row.at(Some(column.name));
            for path in paths(table, keys, path) {
                self.values.insert(locator.at_path(file, &path), at);
            }
            if let Some((key, groups)) = keys.split_last()
                && let Some(group) = paths(table, groups, path).first()
            {
                self.keys.insert((locator.at_path(file, group), key), at);
            }
        }
        if row.sheet.name != "fact_sources" {
            self.values.entry(locator.at_path(file, path)).or_insert(row.at(None));
        }
    }

    /// The cell of a problem. What is missing from a table is expected by its key.
    fn at(&self, problem: &Problem) -> Option<Where> {
        let key = problem.expected.strip_prefix('`').and_then(|rest| rest.split('`').next());
        let of_location = self.keys.range((problem.location.clone(), "")..);
        let mut of_location =
            of_location.take_while(|((location, _), _)| *location == problem.location);
        let missing = of_location.find(|((_, of_cell), _)| Some(*of_cell) == key);
        missing.map(|(_, at)| *at).or_else(|| self.values.get(&problem.location).copied())
    }
}

/// The path of the value at keys one inside the other and, if it is a list, of its elements.
fn paths(table: &dyn TableLike, keys: &[&str], path: &str) -> Vec<String> {
    let mut path = path.to_owned();
    let mut item: Option<&Item> = None;
    for key in keys {
        let inner = item.map_or(Some(table), Item::as_table_like);
        let Some(next) = inner.and_then(|table| table.get(key)) else { return Vec::new() };
        path = if path.is_empty() { (*key).to_owned() } else { format!("{path}.{key}") };
        item = Some(next);
    }
    let elements = match item.and_then(Item::as_value) {
        Some(Value::Array(array)) => array.len(),
        _ => 0,
    };
    let elements: Vec<String> = (0..elements).map(|at| format!("{path}[{at}]")).collect();
    std::iter::once(path).chain(elements).collect()
}
