//! The engine behind the plain interface of benchmarks: words and filters in, ids, totals and
//! counts out, all as JSON, so that engines written in JavaScript can be measured beside it.
//!
//! [`Engine`] reads a packed set; [`pack`] makes one of flat records. A page loads this module
//! twice, once to pack and once to read, as a set is never packed where it is read: the memory of
//! the reading module is then what readers pay. `engine.js` does that.

mod answer;

use explorer_core::artifact;
use explorer_core::dataset::Dataset;
use wasm_bindgen::prelude::*;

/// A packed set, open for questions.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    dataset: Dataset,
    names: answer::Names,
}

/// Packs flat records ([`explorer_flat::content`]).
///
/// # Errors
/// When the JSON is of another shape, or the records have no ids of their own.
#[wasm_bindgen]
pub fn pack(json: &[u8]) -> Result<Vec<u8>, JsError> {
    Ok(artifact::pack(&explorer_flat::content(json)?)?)
}

#[wasm_bindgen]
impl Engine {
    /// Opens a packed set.
    ///
    /// # Errors
    /// When the bytes are no packed set, or damaged.
    pub fn open(bytes: Vec<u8>) -> Result<Self, JsError> {
        let dataset = Dataset::open(bytes)?;
        Ok(Self { names: answer::Names::new(&dataset), dataset })
    }

    /// The first evaluations for words and filters, how many there are, and the counts of the
    /// facets: `{ids, total, counts}`. Words that are not in the set are looked for with slips when
    /// it `forgives`.
    #[must_use]
    pub fn search(&self, words: &str, filters: &str, limit: usize, forgives: bool) -> String {
        answer::search(&self.dataset, &self.names, words, filters, limit, forgives)
    }

    /// The titles and best passages of evaluations with `<mark>` around what words look for.
    #[must_use]
    pub fn highlight(&self, words: &str, ids: &str) -> String {
        answer::highlight(&self.dataset, words, ids)
    }

    /// All that a page shows for words: ranked pages of both units, the counts of all facets, and
    /// passages with marks. Gives how many bytes of ids and text that is.
    #[must_use]
    pub fn answer(&self, words: &str, limit: usize) -> usize {
        answer::complete(&self.dataset, words, limit)
    }
}
