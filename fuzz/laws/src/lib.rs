//! What must hold for any input, whoever supplied it: one function for each reader of ours. Each
//! panics when its law is broken.
//!
//! The fuzz targets throw what a coverage-guided search finds at them, `tests/smoke.rs` a few
//! thousand changes of the seeds in `fuzz/corpus`.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "a broken law should be loud"
)]

mod authoring;
mod draft;
mod link;
mod set;
mod sheet;
mod sound;
mod words;

pub use authoring::authoring;
pub use draft::draft;
pub use link::link;
pub use set::set;
pub use sheet::sheet;
pub use words::words;
