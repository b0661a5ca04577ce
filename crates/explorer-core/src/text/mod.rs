//! Text analysis: one pipeline for index, query and highlight.
//!
//! [`analyse`] is the door: folded words with their byte ranges in the original. Finding the stem
//! of a word ([`stem`]) and telling a stop word ([`is_stop_word`]) build on it. Nothing here knows
//! documents, ranks or markup.

pub mod fold;
mod fold_tables;
mod stem;
mod stop;
mod words;

pub use stem::stem;
pub use stop::is_stop_word;
pub use words::{Token, TokenKind, analyse};
