//! The way back: a data package that was edited in a spreadsheet becomes changes of the authoring
//! files.
//!
//! What changed is found by comparing the package with a fresh export of the same set, so an
//! untouched package changes nothing and an edited cell changes only its value: comments, order
//! and layout of a file stay. What a spreadsheet may have reformatted is taken for unchanged when
//! it can still mean the old value, and reported when it cannot be told what it means.

mod edit;
mod place;
mod problem;
mod reading;
mod rows;
mod table;
mod tree;

use std::collections::BTreeMap;

use explorer_core::content::Content;

use crate::export::sheets;
use crate::export::{File, datapackage};

pub use problem::{CellProblem, Where};

/// A value that an import gives to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Where it stood in the package.
    pub at: Where,
    /// What the set says now; empty when it says nothing.
    pub from: String,
    /// What it is to say; empty when it is to say nothing.
    pub to: String,
}

/// What an import is to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The files to write, whole, by their names inside the folder of the set.
    pub files: BTreeMap<String, String>,
    /// The values that change.
    pub edits: Vec<Edit>,
    /// Cells that a spreadsheet wrote in another form and that are left as they were.
    pub reshaped: Vec<Edit>,
}

/// Finds what an edited package changes.
///
/// `files` are those of the package's folder; `source` gives the text of a file of the set from
/// which `content` was read. Sheets that are missing from the package are left alone.
///
/// # Errors
/// Every problem of the package, none of which changes anything.
pub fn plan<'a>(
    files: &[File],
    content: &Content,
    source: &dyn Fn(&str) -> Option<&'a str>,
) -> Result<Plan, Vec<CellProblem>> {
    let mut problems = Vec::new();
    let mut changes = rows::Changes::default();
    let mut found = false;
    for sheet in sheets::all() {
        let name = datapackage::file_name(sheet);
        let Some(file) = files.iter().find(|file| file.name == name) else { continue };
        found = true;
        let fresh: Vec<_> = (sheet.rows)(content).collect();
        match table::read(sheet, &file.bytes) {
            Ok(rows) => rows::compare(sheet, &fresh, rows, &mut changes, &mut problems),
            Err(of_table) => problems.extend(of_table),
        }
    }
    if !found {
        problems.push(CellProblem::of_package("the sheets of a data package", "none of them"));
    }
    let mut plan = Plan { reshaped: changes.reshaped, ..Plan::default() };
    let mut editor = edit::Editor::new(content, source);
    for change in &changes.values {
        match editor.set(change) {
            Ok(()) => plan.edits.push(change.edit()),
            Err(problem) => problems.push(problem),
        }
    }
    for change in changes.removed.iter().rev() {
        match editor.remove(change) {
            Ok(()) => plan.edits.push(change.edit()),
            Err(problem) => problems.push(problem),
        }
    }
    for change in &changes.added {
        match editor.add(change) {
            Ok(()) => plan.edits.push(change.edit()),
            Err(problem) => problems.push(problem),
        }
    }
    plan.files = editor.finish();
    if problems.is_empty() { Ok(plan) } else { Err(problems) }
}
