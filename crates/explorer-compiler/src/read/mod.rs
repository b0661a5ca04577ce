//! From parsed files to the types of [`explorer_core`]. Says nothing about mistakes: the checks do.

mod evaluation;
pub mod fields;
mod set;
mod statement;

pub use evaluation::record;
pub use set::{published_ids, redirects, synonyms, tensions, terms};
