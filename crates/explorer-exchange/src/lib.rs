//! The whole set as plain objects for others: the JSON export, and what pages give to the property
//! `dataset`.
//!
//! The document has the shape of [`Document`]; `docs/data.md` describes the fields. Every key is
//! always written: what a source does not state is `null` or an empty list, never left out.
//! Reading takes the same shape, tolerates missing lists, and refuses unknown keys. How texts or
//! objects of JavaScript become a [`Document`] is decided by who has them.

pub mod decimal;
mod mirror;
mod not_a_set;
mod shape;
mod ties;

pub use mirror::Mirror;
pub use not_a_set::{Head, NotASet};
pub use shape::{
    Amount, AsPrinted, Budget, CriterionOf, Document, Donor, Evaluation, Figure, Institution, Kind,
    Label, Mentioned, Method, Party, Phase, Place, Project, Provenance, Reach, Redirect, Report,
    Sample, SampleGroup, Side, Source, Span, Statement, Synonyms, Tension, Term, Vocabulary,
};
pub use ties::{LooseEnd, loose_ends};

/// The first key of every document, by which a reader knows what it holds.
pub const FORMAT: &str = "evaluation-explorer";

/// The version of the shape; a change that readers of the shape would not survive raises it.
pub const VERSION: u32 = 1;
