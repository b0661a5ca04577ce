//! What the product costs: counted where a count can be exact, timed beside something else where it
//! cannot.

pub mod document;
pub mod engines;
pub mod instructions;
mod plot;
mod site;
pub mod start_up;
pub mod widget;
