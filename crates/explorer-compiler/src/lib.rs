//! From authoring files to a checked set, and from a set to what others read. Host only.
//!
//! [`source`] opens the files, [`shape`] says what may stand in them, [`read`] turns them into the
//! types of [`explorer_core`], [`check`] says what is wrong and [`problem`] where. Nothing there
//! changes a file. [`export`] puts a set into other forms and [`import`] takes one of them back;
//! [`synth`] makes sets of any size for measuring.

pub mod answer;
pub mod authored;
pub mod bench_ir;
pub mod check;
pub mod collector;
pub mod draft;
pub mod export;
pub mod hidden;
pub mod import;
pub mod limits;
pub mod nearest;
pub mod packed;
pub mod problem;
pub mod read;
pub mod shape;
pub mod source;
pub mod stats;
pub mod synth;

mod compile;

pub use explorer_exchange::decimal;

pub use compile::{Compiled, compile, compile_since, compile_sources, vocabulary_of};
