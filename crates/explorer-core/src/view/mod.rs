//! What is on the screen, as plain data.
//!
//! A component reads these values, lays them out and sends actions; every decision is here and
//! tested without a browser. Words are not here: they are in `explorer-lang`.

pub mod compare;
pub mod facets;
pub mod filters;
pub mod ranges;
pub mod related;
pub mod results;
pub mod since;
