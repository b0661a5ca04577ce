//! A set as it was read, before anybody has said that it is right.

use explorer_core::content::{Record, Redirect, Synonyms};
use explorer_core::tension::Tension;
use explorer_core::vocabulary::Vocabulary;
use explorer_core::when::Date;

use crate::hidden::Hidden;

/// A record and what of its file the record itself does not keep.
#[derive(Debug)]
pub struct AuthoredRecord {
    /// The file.
    pub file: String,
    /// The record; statements stand in the order of the file. What was malformed is empty.
    pub record: Record,
    /// The project codes as written at each statement.
    pub statement_projects: Vec<Vec<String>>,
    /// What is written instead of money and donors at each project.
    pub project_words: Vec<ProjectWords>,
    /// True when the kind and ordinal of every statement are well formed, so that all their ids
    /// are known.
    pub ids_known: bool,
}

/// The words that stand at a project instead of tables, for example `combined`.
#[derive(Debug, Default)]
pub struct ProjectWords {
    /// Instead of budgets.
    pub budgets: Option<String>,
    /// Instead of donors.
    pub donors: Option<String>,
}

/// A tension and where it was written.
#[derive(Debug)]
pub struct AuthoredTension {
    /// The file.
    pub file: String,
    /// Its path in the file.
    pub path: String,
    /// The tension.
    pub tension: Tension,
}

/// An id that was published once, and the line that says so.
#[derive(Debug, PartialEq, Eq)]
pub struct PublishedId {
    /// The line, from 1.
    pub line: usize,
    /// The id.
    pub id: String,
}

/// All that was read.
#[derive(Debug, Default)]
pub struct Authored {
    /// The name of the set; empty when it was malformed.
    pub title: String,
    /// The data date, unless it was malformed.
    pub data_date: Option<Date>,
    /// The records by file name.
    pub records: Vec<AuthoredRecord>,
    /// Tensions between evaluations, then those inside them.
    pub tensions: Vec<AuthoredTension>,
    /// All terms.
    pub vocabulary: Vocabulary,
    /// Words that mean the same.
    pub synonyms: Vec<Synonyms>,
    /// Names of before.
    pub redirects: Vec<Redirect>,
    /// The ids that were published.
    pub published: Vec<PublishedId>,
    /// What may stand in the files that could not be read.
    pub hidden: Hidden,
}
