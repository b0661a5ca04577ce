//! Changes of authoring files that keep comments, order and layout of all else.

use std::collections::BTreeMap;

use explorer_core::content::Content;
use explorer_core::id::EvaluationId;
use explorer_core::statement::StatementKind;
use toml_edit::{
    Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value, value,
};

use super::place::{self, Column, Place, Step};
use super::problem::CellProblem;
use super::rows::{CellChange, Row, RowChange};
use super::tree::{descend, put, put_value};
use crate::decimal;
use crate::export::cell::split;
use crate::export::sheet::Holds;
use crate::shape::NOT_STATED;

/// The lists to which rows may be added and from which they may be taken.
const LISTS: [&str; 9] = [
    "budgets",
    "donors",
    "places",
    "field_missions",
    "reach",
    "institutions",
    "sample_groups",
    "mentioned_projects",
    "statement_figures",
];

/// The files that change.
pub struct Editor<'e, 'a> {
    content: &'e Content,
    source: &'e dyn Fn(&str) -> Option<&'a str>,
    documents: BTreeMap<String, DocumentMut>,
}

/// Whether a change could be made.
pub type Outcome = Result<(), CellProblem>;

impl<'e, 'a> Editor<'e, 'a> {
    /// An editor of the files of a set.
    pub fn new(content: &'e Content, source: &'e dyn Fn(&str) -> Option<&'a str>) -> Self {
        Self { content, source, documents: BTreeMap::new() }
    }

    /// The whole texts of the files that change.
    pub fn finish(self) -> BTreeMap<String, String> {
        self.documents.into_iter().map(|(name, document)| (name, document.to_string())).collect()
    }

    /// Gives a cell's value to its key.
    pub fn set(&mut self, change: &CellChange) -> Outcome {
        let row = &change.row;
        let fixed = |reason: &str| {
            let before = row.cell(change.column.name);
            let at = row.at(Some(change.column.name));
            Err(CellProblem::new(
                at,
                format!("{before:?}, as exported"),
                format!("{:?}", change.to),
            )
            .with_hint(reason))
        };
        let place = match place::of(row, self.content) {
            Ok(place) => place,
            Err(reason) => return fixed(reason),
        };
        let own = [change.column.name];
        let keys = match place::column(row, change.column.name) {
            Column::Keys(keys) => keys,
            Column::Own => &own,
            Column::Derived(reason) => return fixed(reason),
        };
        let new = self.toml_value(row, change.column.name, change.column.holds, &change.to)?;
        put(self.table(&place, row)?, keys, new);
        if (row.sheet.name, change.column.name) == ("projects", "code")
            && let Some(document) = self.documents.get_mut(&place.file)
        {
            rename_project(document, row.cell("code"), &change.to);
        }
        Ok(())
    }

    /// Takes a row's table out of its list.
    pub fn remove(&mut self, change: &RowChange) -> Outcome {
        let row = &change.row;
        let in_list = LISTS.contains(&row.sheet.name)
            || row.sheet.name == "people" && row.cell("part") == "team";
        let place = place::of(row, self.content);
        if let ("fact_sources", Ok(place)) = (row.sheet.name, &place) {
            self.table(place, row)?.remove(row.cell("group"));
            return Ok(());
        }
        let (true, Ok(place)) = (in_list, place) else {
            let found = "no such row";
            return Err(CellProblem::new(row.at(None), format!("the row {}", row.name()), found)
                .with_hint("rows of this sheet are not removed by an import; change the files"));
        };
        let (list, steps) = list_of(&place);
        let at_project = row.cell("phase").is_empty() && !row.cell("project").is_empty();
        let parent = self.table(&Place { file: place.file.clone(), steps }, row)?;
        let emptied = match parent.get_mut(list) {
            Some(Item::ArrayOfTables(tables)) if row.nth < tables.len() => {
                tables.remove(row.nth);
                tables.is_empty()
            }
            Some(Item::Value(Value::Array(values))) if row.nth < values.len() => {
                values.remove(row.nth);
                values.is_empty()
            }
            _ => return Err(lost(row)),
        };
        if emptied && at_project {
            parent.insert(list, value(NOT_STATED));
        } else if emptied {
            parent.remove(list);
        }
        Ok(())
    }

    /// Adds a row's table at the end of its list.
    pub fn add(&mut self, change: &RowChange) -> Outcome {
        let row = &change.row;
        let in_list = LISTS.contains(&row.sheet.name)
            || row.sheet.name == "people" && row.cell("part") == "team";
        match (row.sheet.name, place::of(row, self.content)) {
            ("statements", Ok(place)) => {
                self.check_statement(row)?;
                self.append(row, &place)
            }
            ("fact_sources", Ok(place)) => {
                put_value(self.table(&place, row)?, row.cell("group"), row.cell("section").into());
                Ok(())
            }
            (_, Ok(place)) if in_list => self.append(row, &place),
            (_, Err(reason)) => Err(refused(row).with_hint(reason)),
            _ => Err(refused(row).with_hint("rows of this sheet are added in the files")),
        }
    }

    /// A new statement continues its kind, and its id says so.
    fn check_statement(&self, row: &Row) -> Outcome {
        let evaluation = row.cell("evaluation");
        let Some(record) =
            self.content.records.iter().find(|record| record.evaluation.id.as_str() == evaluation)
        else {
            let at = row.at(Some("evaluation"));
            return Err(CellProblem::new(at, "an evaluation of the set", evaluation));
        };
        let Some(kind) = StatementKind::from_code(row.cell("kind")) else {
            return Err(lost(row));
        };
        let before = record.statements.iter().filter(|statement| statement.kind == kind).count();
        let pending = self
            .documents
            .get(&place::of(row, self.content).map_or_else(|_| String::new(), |place| place.file));
        let ordinal = pending.map_or(before, |document| statements_of(document, kind)) + 1;
        let id = format!("{evaluation}-{}{ordinal}", kind.letter());
        for (column, expected) in [("ordinal", ordinal.to_string()), ("id", id)] {
            if row.cell(column) != expected {
                let at = row.at(Some(column));
                return Err(CellProblem::new(at, expected, row.cell(column))
                    .with_hint("a new statement is the next of its kind"));
            }
        }
        Ok(())
    }

    fn append(&mut self, row: &Row, place: &Place) -> Outcome {
        let mut table = InlineTable::new();
        for (column, cell) in row.sheet.columns.iter().zip(&row.cells) {
            let column_place = place::column(row, column.name);
            // The key of a new statement is derived for the rows there are, not for this one.
            let own = row.sheet.name == "statements" && matches!(column.name, "kind" | "ordinal");
            let wanted = own || column_place == Column::Own;
            let said =
                !cell.is_empty() && (cell != "false" || !matches!(column.holds, Holds::Boolean));
            if wanted && said {
                let new = self.toml_value(row, column.name, column.holds, cell)?;
                table.extend(new.map(|new| (column.name, new)));
            }
        }
        let (list, steps) = list_of(place);
        let parent = self.table(&Place { file: place.file.clone(), steps }, row)?;
        match parent.get_mut(list) {
            Some(Item::ArrayOfTables(tables)) => tables.push(table.into_table()),
            Some(Item::Value(Value::Array(values))) => values.push(table),
            None | Some(Item::None | Item::Value(Value::String(_))) => {
                let mut tables = ArrayOfTables::new();
                tables.push(table.into_table());
                parent.insert(list, Item::ArrayOfTables(tables));
            }
            Some(_) => return Err(lost(row)),
        }
        Ok(())
    }

    /// The value for the file; `None` when the cell is empty.
    fn toml_value(
        &self,
        row: &Row,
        column: &'static str,
        holds: Holds,
        cell: &str,
    ) -> Result<Option<Value>, CellProblem> {
        if cell.is_empty() && !matches!(holds, Holds::List) {
            return Ok(None);
        }
        let wrong =
            |expected: &str| CellProblem::new(row.at(Some(column)), expected, format!("{cell:?}"));
        Ok(Some(match holds {
            Holds::Integer => {
                Value::from(cell.parse::<i64>().map_err(|_| wrong("a whole number"))?)
            }
            Holds::Boolean => Value::from(cell == "true"),
            Holds::Amount => {
                let cents = decimal::parse(cell).ok_or_else(|| wrong("an amount"))?;
                Value::from(decimal::format(cents))
            }
            Holds::List => match (row.sheet.name, column) {
                ("places" | "field_missions", "phases") => numbers(cell, wrong)?,
                ("statements", "projects") => self.codes(row, cell, wrong)?,
                ("tension_sides", "statements") => self.local_ids(row, cell, wrong)?,
                ("tension_sides", "evaluations") if self.within(row).is_some() => {
                    let expected = "an empty cell: a contradiction stands inside one evaluation";
                    return Err(wrong(expected));
                }
                _ => Value::Array(split(cell).into_iter().collect()),
            },
            Holds::Text | Holds::Url | Holds::Date | Holds::Code(_) => Value::from(cell),
        }))
    }

    /// Positions of projects as the codes by which a file names them.
    fn codes(
        &self,
        row: &Row,
        cell: &str,
        wrong: impl Fn(&str) -> CellProblem,
    ) -> Result<Value, CellProblem> {
        let evaluation = row.cell("evaluation");
        let mut records = self.content.records.iter();
        let record = records.find(|record| record.evaluation.id.as_str() == evaluation);
        let code = |position: String| {
            let index = position.parse::<usize>().ok()?.checked_sub(1)?;
            record?.evaluation.projects.get(index)?.code.clone()
        };
        let codes: Option<Array> = split(cell).into_iter().map(code).collect();
        let expected = "positions of projects that have a code, such as 1 | 2";
        codes.map(Value::Array).ok_or_else(|| wrong(expected))
    }

    /// Statements of a disagreement inside one document are named there without its id.
    fn local_ids(
        &self,
        row: &Row,
        cell: &str,
        wrong: impl Fn(&str) -> CellProblem,
    ) -> Result<Value, CellProblem> {
        let ids = split(cell);
        let Some(within) = self.within(row) else {
            return Ok(Value::Array(ids.into_iter().collect()));
        };
        let prefix = format!("{within}-");
        let local: Option<Array> =
            ids.iter().map(|id| id.strip_prefix(&prefix).map(str::to_owned)).collect();
        local.map(Value::Array).ok_or_else(|| wrong(&format!("statements of {within}")))
    }

    /// The evaluation inside which the disagreement of a side stands.
    fn within(&self, row: &Row) -> Option<&EvaluationId> {
        let mut tensions = self.content.tensions.iter();
        let tension = tensions.find(|tension| tension.id.as_str() == row.cell("tension"));
        tension?.within.as_ref()
    }

    fn table(&mut self, place: &Place, row: &Row) -> Result<&mut dyn TableLike, CellProblem> {
        if !self.documents.contains_key(&place.file) {
            let text = (self.source)(&place.file).ok_or_else(|| lost(row))?;
            let document = text.parse::<DocumentMut>().map_err(|_| lost(row))?;
            self.documents.insert(place.file.clone(), document);
        }
        let document = self.documents.get_mut(&place.file).ok_or_else(|| lost(row))?;
        descend(document.as_table_mut(), &place.steps).ok_or_else(|| lost(row))
    }
}

/// Statements name the projects that they concern by code, in sheets by position.
fn rename_project(document: &mut DocumentMut, from: &str, to: &str) {
    let statements = document.get_mut("statements").and_then(Item::as_array_of_tables_mut);
    let statements = statements.into_iter().flat_map(ArrayOfTables::iter_mut);
    let lists = statements.filter_map(|statement| statement.get_mut("projects")?.as_array_mut());
    for code in lists.flat_map(Array::iter_mut).filter(|code| code.as_str() == Some(from)) {
        let decor = code.decor().clone();
        *code = Value::from(to);
        *code.decor_mut() = decor;
    }
}

fn refused(row: &Row) -> CellProblem {
    CellProblem::new(row.at(None), "a row of the export", row.name())
}

fn lost(row: &Row) -> CellProblem {
    CellProblem::new(row.at(None), "a row that the files of the set have", row.name())
        .with_hint("the files may have changed since the export; export again")
}

fn numbers(cell: &str, wrong: impl Fn(&str) -> CellProblem) -> Result<Value, CellProblem> {
    let numbers: Result<Array, _> = split(cell).iter().map(|text| text.parse::<i64>()).collect();
    numbers.map(Value::Array).map_err(|_| wrong("whole numbers, such as 1 | 2"))
}

fn statements_of(document: &DocumentMut, kind: StatementKind) -> usize {
    let is_of_kind = |table: &&Table| table.get("kind").and_then(Item::as_str) == Some(kind.code());
    let statements = document.get("statements").and_then(Item::as_array_of_tables);
    statements.map_or(0, |tables| tables.iter().filter(is_of_kind).count())
}

/// The list of a row's place: its key and the way to the table that has it.
fn list_of(place: &Place) -> (&'static str, Vec<Step>) {
    let lists = place.steps.iter().rposition(|step| matches!(step, Step::Key(_)));
    match lists.map(|position| (&place.steps[position], position)) {
        Some((Step::Key(list), position)) => (list, place.steps[..position].to_vec()),
        _ => ("", place.steps.clone()),
    }
}
