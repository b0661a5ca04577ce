//! Search: which evaluations and statements have the words that a reader typed, how well each
//! fits, and why.

mod build;
mod bytes;
mod excerpt;
mod explain;
mod gather;
mod index;
mod lists;
mod phrase;
mod rank;
mod run;
mod score;
mod similar;
mod sought;
mod source;
mod synonyms;
mod typed;
mod weights;

pub use build::build;
pub use excerpt::{Excerpt, best_passage, excerpt, highlights};
pub use explain::{Explained, Explanation, Reason};
pub use gather::Marks;
pub use index::{BadIndex, Sections, TextIndex};
pub use phrase::Phrase;
pub(crate) use phrase::Run;
pub use run::{Correction, Lookup, Matches, Searcher, UnitMatches};
pub(crate) use run::{GatheredWords, Prepared};
pub use score::Match;
pub use sought::{Sought, sought};
pub use source::{
    Field, Source, SourceEvaluation, Texts, evaluation_texts, field_texts, statement_texts,
};
pub use synonyms::SynonymTable;
pub use typed::{Alternative, Clause, Note, Parsed, Scope, Word, parse, parse_sentence};
