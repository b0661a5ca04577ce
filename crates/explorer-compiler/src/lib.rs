//! From authoring files to a checked and packed dataset. Host only.
//!
//! [`source`] opens the files, [`problem`] says what is wrong with them and where.

pub mod problem;
pub mod shape;
pub mod source;
