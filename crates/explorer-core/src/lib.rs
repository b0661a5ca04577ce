//! Everything about evaluations that can be decided without a browser.
//!
//! The record ([`evaluation`], [`statement`], [`tension`], [`vocabulary`]), the question
//! ([`query`], [`facet`]) and the answer are plain data; all functions are pure and total.
//! Nothing here knows the web, the clock, files or chance.

#![forbid(unsafe_code)]
#![warn(clippy::indexing_slicing)]

mod codes;

pub mod address;
pub mod content;
pub mod evaluation;
pub mod facet;
pub mod id;
pub mod money;
pub mod place;
pub mod query;
pub mod share;
pub mod state;
pub mod statement;
pub mod tension;
pub mod text;
pub mod vocabulary;
pub mod when;
