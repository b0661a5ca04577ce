//! The embedded dataset.
//!
//! The bytes are made from `data/` when this crate is built, checked and opened by the reader's
//! own decoder before they are written. Nothing outside this crate knows that they are embedded.

use std::sync::{Arc, OnceLock};

use explorer_core::artifact::ArtifactError;
use explorer_core::dataset::Dataset;

/// The first part of the packed set, enough for lists and filters.
pub static FIRST: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/first.eep"));

/// What comes after [`FIRST`]: what is searched and read in full.
pub static REST: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rest.eep"));

/// The embedded set, opened once and shared; [`REST`] completes it.
///
/// # Errors
///
/// When the bytes were damaged after they were built.
pub fn dataset() -> Result<Arc<Dataset>, ArtifactError> {
    static DATASET: OnceLock<Result<Arc<Dataset>, ArtifactError>> = OnceLock::new();
    DATASET.get_or_init(|| Dataset::open_first(FIRST).map(Arc::new)).clone()
}
