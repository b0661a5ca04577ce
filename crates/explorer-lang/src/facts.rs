//! The facts of an evaluation in words: what is printed beside what it means, and what is not
//! stated said plainly.

mod identity;
mod method;
mod projects;

use explorer_core::evaluation::Evaluation;
use explorer_core::id::TermId;
use explorer_core::vocabulary::{Terms, Vocabulary};

use crate::Messages;

/// One line of a fact's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A value.
    Text(String),
    /// What the document prints, where it says more than the value.
    AsPrinted(String),
    /// That the document does not state the fact.
    Unstated(&'static str),
    /// A link with what a reader should know before following it.
    Link {
        /// The address.
        url: String,
        /// The words of the link.
        text: &'static str,
        /// A warning, if there is one.
        warning: Option<&'static str>,
    },
}

/// A fact: its name and its value, at least one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The name.
    pub name: String,
    /// The value.
    pub lines: Vec<Line>,
}

/// Facts that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactGroup {
    /// The heading.
    pub heading: &'static str,
    /// The facts, each with a heading of its own where there is one.
    pub parts: Vec<(Option<String>, Vec<Fact>)>,
}

/// Says all header facts of an evaluation.
#[must_use]
pub fn facts(evaluation: &Evaluation, vocabulary: &Vocabulary, words: &Messages) -> Vec<FactGroup> {
    let says = Says { evaluation, vocabulary, words };
    vec![says.identity(), says.projects(), says.people(), says.method()]
}

struct Says<'a> {
    evaluation: &'a Evaluation,
    vocabulary: &'a Vocabulary,
    words: &'a Messages,
}

impl Says<'_> {
    fn label(&self, terms: &Terms, id: &TermId) -> String {
        terms.get(id).map_or_else(|| id.to_string(), |term| term.label(self.words.tag).into())
    }

    /// A fact that a document may leave out.
    fn fact(&self, name: &str, lines: Vec<Line>) -> Fact {
        let lines =
            if lines.is_empty() { vec![Line::Unstated(self.words.not_stated)] } else { lines };
        Fact { name: name.into(), lines }
    }

    fn list(&self, name: &str, texts: &[String]) -> Fact {
        self.fact(name, texts.iter().cloned().map(Line::Text).collect())
    }

    fn as_printed(&self, text: &str) -> Line {
        Line::AsPrinted(crate::fill(self.words.pages().as_printed, &[("text", text)]))
    }
}
