//! What an evaluation says, one statement at a time.

use serde::{Deserialize, Serialize};

use crate::codes::codes;
use crate::id::{StatementId, TermId};

codes! {
    /// What a statement is in its document.
    pub enum StatementKind {
        /// What was found.
        Finding = "finding",
        /// A judgement drawn from findings.
        Conclusion = "conclusion",
        /// An achievement that the document lists as such.
        Accomplishment = "accomplishment",
        /// A lesson learned.
        Lesson = "lesson",
        /// A good (or "best") practice.
        GoodPractice = "good-practice",
        /// Listed under a heading that does not divide lessons from good practices.
        LessonOrGoodPractice = "lesson-or-good-practice",
        /// What somebody is asked to do.
        Recommendation = "recommendation",
    }
}

impl StatementKind {
    /// The letter or letters in a statement's id, before its ordinal.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Finding => "f",
            Self::Conclusion => "c",
            Self::Accomplishment => "a",
            Self::Lesson => "l",
            Self::GoodPractice => "g",
            Self::LessonOrGoodPractice => "lg",
            Self::Recommendation => "r",
        }
    }
}

codes! {
    /// How a document sets its statements apart. Only the first three give a firm count.
    pub enum Enumeration {
        /// A numbered list.
        Numbered = "numbered",
        /// A list with bullets.
        Bulleted = "bulleted",
        /// Numbers inside running text.
        Inline = "inline",
        /// Running text: one sentence is one statement.
        Prose = "prose",
        /// Running text: one paragraph is one statement.
        Paragraphs = "paragraphs",
    }
}

codes! {
    /// Whether a document prints a criterion or we read it from the text.
    pub enum Basis {
        /// The document names the criterion.
        Printed = "printed",
        /// We read it from the content.
        Inferred = "inferred",
    }
}

/// A criterion that a statement speaks to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Criterion {
    /// The term in the vocabulary of criteria.
    pub term: TermId,
    /// Printed or inferred.
    pub basis: Basis,
}

/// A figure that a statement gives.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct KeyFigure {
    /// The figure as printed, for example "11 of 15" or "53 %".
    pub figure: String,
    /// What it counts, in our words, for example "critical factors of the national plan".
    pub unit: String,
}

/// One statement of an evaluation, in our own words.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Statement {
    /// Its lasting name.
    pub id: StatementId,
    /// Finding, lesson, recommendation and so on.
    pub kind: StatementKind,
    /// Its place among the statements of its kind, from 1.
    pub ordinal: u16,
    /// How the document sets it apart from its neighbours.
    pub enumeration: Enumeration,
    /// The number or bullet as printed, if there is one.
    pub number_as_printed: Option<String>,
    /// The label as printed, for example "Impact, sustainability and follow up".
    pub label_as_printed: Option<String>,
    /// What it says, in our own words: one sentence of at most 40 words.
    pub text: String,
    /// The criteria it speaks to.
    pub criteria: Vec<Criterion>,
    /// The themes it speaks to, 1 to 4 terms of the vocabulary of themes.
    pub themes: Vec<TermId>,
    /// The positions of the projects concerned in the evaluation's list; empty means all.
    pub projects: Vec<u8>,
    /// The places it concerns, terms of the vocabulary of places; empty means all.
    pub places: Vec<TermId>,
    /// Whom it asks, as printed; `None` when the document does not say.
    pub addressee: Option<String>,
    /// The figures it gives.
    pub figures: Vec<KeyFigure>,
    /// True when it stands among findings or lessons but asks for something to be done.
    pub asks_for_action: bool,
    /// What a reader should know about it, in our words.
    pub note: Option<String>,
    /// The section of the document in which it stands.
    pub section: String,
}
