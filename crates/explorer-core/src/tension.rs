//! Where evaluations, or passages of one evaluation, do not say the same.

use serde::{Deserialize, Serialize};

use crate::codes::codes;
use crate::id::{EvaluationId, StatementId, TensionId};

codes! {
    /// What kind of disagreement it is.
    pub enum TensionKind {
        /// A difference between evaluations of different things.
        Tension = "tension",
        /// Two figures or judgements of one document that cannot both hold.
        Contradiction = "contradiction",
        /// A difference of stress.
        Emphasis = "emphasis",
        /// Something left unsaid that invites a wrong link.
        Ambiguity = "ambiguity",
    }
}

/// One side of a disagreement.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Side {
    /// The stance, short, in our own words.
    pub stance: String,
    /// The statements that take it.
    pub statements: Vec<StatementId>,
    /// Evaluations that take it by their header facts rather than by a statement.
    pub evaluations: Vec<EvaluationId>,
}

/// A disagreement, shown with all its sides and never resolved by us.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Tension {
    /// Its lasting name.
    pub id: TensionId,
    /// Tension, contradiction, emphasis, ambiguity.
    pub kind: TensionKind,
    /// The neutral question on which the sides differ.
    pub question: String,
    /// What they differ in, neutrally, in our own words.
    pub summary: String,
    /// What the difference may come from, in our own words.
    pub may_come_from: Option<String>,
    /// The sides; at least two, or one for a contradiction inside a single statement.
    pub sides: Vec<Side>,
    /// Evaluations that might be expected to speak to it and do not.
    pub silent: Vec<EvaluationId>,
    /// The one evaluation inside which it lies; `None` between evaluations.
    pub within: Option<EvaluationId>,
}

impl Tension {
    /// True when the evaluation takes a side, by itself or by one of its statements, or when the
    /// tension lies inside it.
    #[must_use]
    pub fn concerns(&self, evaluation: &EvaluationId) -> bool {
        self.within.as_ref() == Some(evaluation)
            || self.sides.iter().any(|side| side.is_taken_by(evaluation))
    }
}

impl Side {
    /// True when the evaluation takes this side, by itself or by one of its statements.
    #[must_use]
    pub fn is_taken_by(&self, evaluation: &EvaluationId) -> bool {
        self.evaluations.contains(evaluation)
            || self.statements.iter().any(|statement| statement.is_of(evaluation))
    }
}
