//! What the document has beside the evaluations: disagreements, terms, names of before.

use explorer_core::id::{EvaluationId, StatementId, TensionId, TermId};
use explorer_core::place::PlaceKind;
use explorer_core::tension::{self, TensionKind};
use explorer_core::{content, vocabulary};
use serde::{Deserialize, Serialize};

use crate::mirror::{Mirror, shapes};

shapes! {
    /// One side of a disagreement.
    Side of tension::Side {
        /// The stance.
        stance: String,
        /// The statements that take it.
        #[serde(default)]
        statements: Vec<StatementId>,
        /// Evaluations that take it by their header facts.
        #[serde(default)]
        evaluations: Vec<EvaluationId>,
    }

    /// A disagreement.
    Tension of tension::Tension {
        /// Its lasting name.
        id: TensionId,
        /// `tension`, `contradiction`, `emphasis` or `ambiguity`.
        kind: TensionKind,
        /// The neutral question.
        question: String,
        /// What the sides differ in.
        summary: String,
        /// What the difference may come from.
        may_come_from: Option<String>,
        /// The sides.
        #[serde(default)]
        sides: Vec<Side>,
        /// Evaluations that do not speak to it.
        #[serde(default)]
        silent: Vec<EvaluationId>,
        /// The one evaluation inside which it lies.
        within: Option<EvaluationId>,
    }

    /// A word for a term in one language.
    Label of vocabulary::Label {
        /// BCP 47 tag.
        lang: String,
        /// The word.
        text: String,
    }

    /// A term.
    Term of vocabulary::Term {
        /// Its lasting name.
        id: TermId,
        /// Its labels, English first.
        labels: Vec<Label>,
        /// A short form.
        short: Option<String>,
        /// Other names.
        #[serde(default)]
        aliases: Vec<String>,
        /// What it covers.
        scope_note: Option<String>,
        /// The broader terms.
        #[serde(default)]
        broader: Vec<TermId>,
        /// For places: what kind.
        place_kind: Option<PlaceKind>,
    }

    /// The terms.
    Vocabulary of vocabulary::Vocabulary {
        /// Publishing agencies.
        agencies: Vec<Term>,
        /// Governments and organisations.
        organisations: Vec<Term>,
        /// Countries, territories, regions.
        places: Vec<Term>,
        /// Themes.
        themes: Vec<Term>,
        /// Criteria.
        criteria: Vec<Term>,
    }

    /// Words that mean the same.
    Synonyms of content::Synonyms {
        /// The words.
        words: Vec<String>,
    }

    /// A name of before.
    Redirect of content::Redirect {
        /// The name that links may still carry.
        from: String,
        /// The name that it has now.
        to: String,
    }
}
