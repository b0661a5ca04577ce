//! Search: which evaluations and statements have the words that a reader typed, how well each
//! fits, and why.

mod build;
mod bytes;
mod index;
mod source;
mod typed;

pub use build::build;
pub use index::{BadIndex, Sections, TextIndex};
pub use source::{
    Field, Source, SourceEvaluation, Texts, evaluation_texts, field_texts, statement_texts,
};
pub use typed::{Alternative, Clause, Note, Parsed, Scope, Word, parse};
