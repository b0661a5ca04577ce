//! All that a set of evaluations says, in memory: what the compiler checks and packs, and what
//! tests build. Readers work on the packed form, `Dataset`.

use serde::{Deserialize, Serialize};

use crate::evaluation::Evaluation;
use crate::statement::Statement;
use crate::tension::Tension;
use crate::vocabulary::Vocabulary;
use crate::when::Date;

/// An evaluation with its statements, in the order of the document's kinds and ordinals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The header facts.
    pub evaluation: Evaluation,
    /// What it says.
    pub statements: Vec<Statement>,
}

/// A name that an evaluation or statement or term had before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redirect {
    /// The name that links may still carry.
    pub from: String,
    /// The name that it has now.
    pub to: String,
}

/// Words that mean the same to a reader: acronyms and their long forms, names in other languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Synonyms {
    /// Each entry is a word or a phrase, as typed.
    pub words: Vec<String>,
}

/// A whole set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The name of the set, for example "Evaluations of anti-trafficking projects".
    pub title: String,
    /// The day on which the data were last changed.
    pub data_date: Date,
    /// The records, in the order of their ids.
    pub records: Vec<Record>,
    /// Where they disagree.
    pub tensions: Vec<Tension>,
    /// The terms.
    pub vocabulary: Vocabulary,
    /// Words that mean the same.
    pub synonyms: Vec<Synonyms>,
    /// Names of before.
    pub redirects: Vec<Redirect>,
}
