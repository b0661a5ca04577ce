//! A draft record from the text of a published brief.
//!
//! Facts are found by the labels that briefs print, each with the line it came from and how sure
//! that is; what is not found stays a marked question. Nothing is made up, and no sentence of the
//! document is copied: a statement is a prompt with its line and its first words, for an officer
//! to put into own words.

mod columns;
mod facts;
mod find;
mod head;
mod labels;
mod lines;
mod paragraphs;
mod parts;
mod prose;
mod statements;
mod suggest;
mod write;

use explorer_core::vocabulary::Vocabulary;

pub use facts::{DonorFound, Facts, Found, Period, Sureness};
pub use find::Money;
pub use labels::Field;
pub use statements::Prompt;
pub use suggest::PlaceFound;

/// What a text gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The header facts.
    pub facts: Facts,
    /// The statements to be put into own words.
    pub prompts: Vec<Prompt>,
}

/// Reads the text of a brief. Terms are suggested for what the vocabularies know by name.
#[must_use]
pub fn read(text: &str, vocabulary: &Vocabulary) -> Draft {
    let lines = lines::lines(text);
    let mut facts = facts::facts(&lines);
    suggest::take(&lines, vocabulary, &mut facts);
    Draft { facts, prompts: statements::prompts(&lines) }
}

/// The draft as an authoring file, with a comment at each fact and question.
#[must_use]
pub fn toml(draft: &Draft) -> String {
    write::toml(draft)
}
