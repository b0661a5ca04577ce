//! A statement in the document.

use explorer_core::id::{StatementId, TermId};
use explorer_core::statement::{self, Basis, Enumeration, StatementKind};
use serde::{Deserialize, Serialize};

use crate::mirror::{Mirror, shapes};

shapes! {
    /// A criterion of a statement.
    CriterionOf of statement::Criterion {
        /// A term of the criteria.
        term: TermId,
        /// `printed` or `inferred`.
        basis: Basis,
    }

    /// A figure that a statement gives.
    Figure of statement::KeyFigure {
        /// The figure as printed.
        figure: String,
        /// What it counts.
        unit: String,
    }

    /// One statement.
    Statement of statement::Statement {
        /// Its lasting name.
        id: StatementId,
        /// `finding`, `lesson`, `recommendation` and so on.
        kind: StatementKind,
        /// Its place among the statements of its kind, from 1.
        ordinal: u16,
        /// How the document sets it apart.
        enumeration: Enumeration,
        /// The number or bullet as printed.
        number_as_printed: Option<String>,
        /// The label as printed.
        label_as_printed: Option<String>,
        /// What it says, in our words.
        text: String,
        /// The criteria it speaks to.
        #[serde(default)]
        criteria: Vec<CriterionOf>,
        /// Terms of the themes.
        #[serde(default)]
        themes: Vec<TermId>,
        /// The positions, from 0, of the projects concerned; empty means all.
        #[serde(default)]
        projects: Vec<u8>,
        /// Terms of the places.
        #[serde(default)]
        places: Vec<TermId>,
        /// Whom it asks, as printed.
        addressee: Option<String>,
        /// The figures it gives.
        #[serde(default)]
        figures: Vec<Figure>,
        /// True when it asks for action without being a recommendation.
        asks_for_action: bool,
        /// Our note.
        note: Option<String>,
        /// The section of the document.
        section: String,
    }
}
