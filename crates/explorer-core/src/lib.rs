//! Everything about evaluations that can be decided without a browser.
//!
//! The record ([`evaluation`], [`statement`], [`tension`], [`vocabulary`]), the question
//! ([`query`], [`facet`]) and the answer are plain data; all functions are pure and total.
//! Nothing here knows the web, the clock, files or chance.

#![forbid(unsafe_code)]
#![warn(clippy::indexing_slicing)]

mod codes;

pub mod address;
pub mod artifact;
pub mod bits;
pub mod compare;
pub mod content;
pub mod dataset;
pub mod embed;
pub mod evaluation;
pub mod facet;
pub mod id;
pub mod money;
pub mod outcome;
pub mod place;
pub mod query;
pub mod search;
pub mod share;
mod sorted;
pub mod state;
pub mod statement;
pub mod tension;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod text;
pub mod view;
pub mod vocabulary;
pub mod when;
