//! The parts of the list that only a question needs. They travel with what answers it, in the
//! module of answers (`crate::pages`), so nothing in the first view may name their components.

use explorer_core::dataset::EvaluationIx;
use explorer_core::search::Marks;
use leptos::prelude::{AnyView, Get, RwSignal, untrack};

use crate::el::{El, Item, dynamic};
use crate::store::{Engine, Explorer};

/// What answers questions, and the parts of the list that it needs.
pub struct Answers {
    /// What answers.
    pub engine: Engine,
    /// All filters.
    pub filters: fn(Explorer) -> El,
    /// What is filtered.
    pub chips: fn(Explorer) -> El,
    /// What is chosen for comparison.
    pub tray: fn(Explorer) -> El,
    /// What was made of the words, filters that may be meant, and ways out where nothing is found.
    pub notes: fn(Explorer) -> El,
    /// The title of an evaluation with what was searched marked.
    pub title: fn(&str, &Marks) -> El,
    /// What an evaluation says of what was searched, below its title.
    pub passage: fn(Explorer, EvaluationIx, &str, &Marks) -> Vec<El>,
    /// So many of the statements found, the first one first.
    pub statements: fn(Explorer, usize) -> Vec<Item>,
}

/// The answers, once they are here.
#[derive(Clone, Copy)]
pub struct Answering(pub RwSignal<Option<&'static Answers>>);

impl Answering {
    /// The answers, followed.
    pub fn get(self) -> Option<&'static Answers> {
        self.0.get()
    }

    /// A place for what is made of the answers once, empty until they are here.
    pub fn then(self, make: impl Fn(&'static Answers) -> El + 'static) -> AnyView {
        dynamic(move || self.get().map(|answers| untrack(|| make(answers))))
    }
}
