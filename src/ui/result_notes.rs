//! What is said above the results of a question.

use super::empty_state::{empty_state, undo};
use super::offers::offers;
use super::search_notes::search_notes;
use crate::el::{El, dynamic, el};
use crate::store::Explorer;

/// What was made of the words, filters that may be meant, and the ways out where nothing is found.
pub fn result_notes(explorer: Explorer) -> El {
    el("div")
        .child(search_notes(explorer))
        .child(offers(explorer))
        .child(undo(explorer))
        .child(dynamic(move || (explorer.found() == 0).then(|| empty_state(explorer))))
}
