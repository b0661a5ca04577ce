//! Records in the forms that others read. The command line and the widget use the same functions,
//! so that they give the same bytes.
//!
//! Each form escapes what it must; none of them invents what a document does not state. Labels and
//! notes are in English, since the forms are read by programs that expect it.

mod bibtex;
pub mod cell;
mod csl;
pub mod facts;
mod json;
mod ris;
mod rows;

pub use bibtex::bibtex;
pub use csl::csl_json;
pub use ris::ris;
pub use rows::{criteria, csv, json_rows};
