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
mod trace;
mod tree;

use std::collections::BTreeMap;

use explorer_core::content::Content;

use crate::compile_sources;
use crate::export::sheets;
use crate::export::{File, datapackage};
use crate::source::{SourceFile, Sources};

pub use problem::{CellProblem, RowNumber, Where};

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
/// `files` are those of the package's folder; `content` was read from `sources`. Sheets that are
/// missing from the package are left alone.
///
/// # Errors
/// Every problem of the package, and of the set as it would be after the import. None of it
/// changes anything.
pub fn plan(
    files: &[File],
    content: &Content,
    sources: &Sources,
) -> Result<Plan, Vec<CellProblem>> {
    let mut problems = Vec::new();
    let changes = changes(files, content, &mut problems);
    let source = |name: &str| sources.get(name).map(SourceFile::text);
    let mut editor = edit::Editor::new(content, &source);
    let mut edits = Vec::new();
    let mut note = |edit: Edit, outcome: edit::Outcome| match outcome {
        Ok(()) => edits.push(edit),
        Err(problem) => problems.push(problem),
    };
    for change in &changes.values {
        note(change.edit(), editor.set(change));
    }
    for change in changes.removed.iter().rev() {
        note(change.edit(), editor.remove(change));
    }
    for change in &changes.added {
        note(change.edit(), editor.add(change));
    }
    let files = editor.finish();
    if !files.is_empty() {
        let after = sources.clone().with_texts(&files);
        let report = compile_sources(&after).report;
        let partly = !problems.is_empty();
        problems.extend(trace::errors(report.problems(), &after, content, &changes, partly));
    }
    let plan = Plan { files, edits, reshaped: changes.reshaped };
    if problems.is_empty() { Ok(plan) } else { Err(problems) }
}

/// What differs between a package and a fresh export.
fn changes(files: &[File], content: &Content, problems: &mut Vec<CellProblem>) -> rows::Changes {
    let mut changes = rows::Changes::default();
    let mut found = false;
    for sheet in sheets::all() {
        let name = datapackage::file_name(sheet);
        let file = files.iter().find(|file| file.name == name);
        found |= file.is_some();
        let fresh: Vec<_> = (sheet.rows)(content).collect();
        match file.and_then(|file| table::read(sheet, &file.bytes, problems)) {
            Some(rows) => rows::compare(sheet, &fresh, rows, &mut changes, problems),
            None => rows::keep(sheet, &fresh, &mut changes),
        }
    }
    if !found {
        problems.push(CellProblem::of_package("the sheets of a data package", "none of them"));
    }
    changes
}
