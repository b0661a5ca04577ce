//! Text analysis: one pipeline for index, query and highlight.

pub mod fold;
