//! What answers questions, as the store knows it.

use explorer_core::address::{Decoded, Prefix, Settings};
use explorer_core::dataset::Dataset;
use explorer_core::outcome::{LookUp, Outcome};
use explorer_core::query::Query;
use explorer_core::state::State;
use explorer_lang::Messages;

/// Why the bytes of a set cannot be opened.
pub struct Refusal {
    /// What kind of fault it is, for programs.
    pub code: &'static str,
    /// What was expected and what was found.
    pub message: String,
    /// What can be done.
    pub hint: &'static str,
}

/// What a link says.
pub struct Said {
    /// The state, under the names of today.
    pub state: State,
    /// What the reader should know, in sentences.
    pub notes: Vec<String>,
}

/// What answers questions. It travels in a module of its own (`crate::pages`); until it is here an
/// explorer shows all evaluations and knows nothing else.
pub struct Engine {
    /// Opens the bytes of a set.
    pub open: fn(Vec<u8>) -> Result<Dataset, Refusal>,
    /// Adds to the set that comes with the widget what is searched in it. False when those bytes
    /// were damaged.
    pub complete: fn(&Dataset) -> bool,
    /// Reads a host's preset.
    pub read_preset: fn(&str, &Prefix) -> Decoded,
    /// Reads a query or a fragment for a set.
    pub read_link: fn(&str, &Settings, &Dataset, &Messages) -> Said,
    /// Looks up the words of a question that follows another.
    pub look_up: fn(Option<&Outcome>, &Dataset, &Query) -> LookUp,
    /// Works out what the words find that were looked up.
    pub find: fn(LookUp, &Dataset) -> LookUp,
    /// Answers a question whose words were looked up.
    pub answer: fn(LookUp, &Dataset, &Query) -> Outcome,
    /// The sentence that describes an answer.
    pub describe: fn(&Dataset, &Query, &Outcome, &Messages) -> String,
    /// The ids of all statements of an answer, in order.
    pub statements: fn(&Dataset, &Query, &Outcome) -> Vec<String>,
}
