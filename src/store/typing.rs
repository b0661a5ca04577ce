//! What a reader types: noted at once, answered in one task and searched in the next.

use std::sync::Arc;

use explorer_core::query::Query;
use explorer_core::state::{Action, State};
use leptos::prelude::*;

use super::{Answer, Explorer};

/// What was typed and is not searched yet, and whether typing was the last that a reader did.
#[derive(Default)]
pub struct Typing {
    text: Option<String>,
    foreseen: Option<(Query, Answer)>,
    is_last: bool,
}

impl Typing {
    /// The answer to a query, if it was worked out before the query was asked.
    pub(super) fn foreseen(&mut self, query: &Query) -> Option<Answer> {
        let (asked, answer) = self.foreseen.take()?;
        (asked == *query).then_some(answer)
    }
}

impl Explorer {
    /// Notes what the search field holds; [`Explorer::settle`] searches it.
    pub fn note_typed(self, text: String) {
        self.typing.update_value(|typing| typing.text = Some(text));
    }

    /// Answers what was typed, and keeps the answer until it is searched: a search and what is
    /// drawn of it together would keep the page from answering its reader for too long.
    pub fn foresee(self) {
        let Some(text) = self.typing.with_value(|typing| typing.text.clone()) else { return };
        let Some(engine) = self.engine_now() else { return };
        let state = self.peek(State::clone).after(Action::Type(text));
        let query = self.with_lock(|lock| state.query().locked(lock));
        let answer = (engine.answer)(Some(&self.answer_now()), &self.dataset(), &query);
        let foreseen = Some((query, Answer(Arc::new(answer))));
        self.typing.update_value(|typing| typing.foreseen = foreseen);
    }

    /// Searches what was typed, unless it is done. Every other act and whatever the host page asks
    /// does so first, so that nothing overtakes a letter and none is lost.
    pub fn settle(self) {
        let typed = self.typing.try_update_value(|typing| {
            typing.is_last = typing.is_last || typing.text.is_some();
            typing.text.take()
        });
        if let Some(text) = typed.flatten() {
            self.perform(Action::Type(text));
        }
    }

    /// True when the last that the reader did was to type, not followed.
    #[must_use]
    pub fn is_typing(self) -> bool {
        self.typing.with_value(|typing| typing.is_last)
    }

    /// What is typed is no longer the last that the reader did.
    pub(super) fn end_typing(self) {
        self.settle();
        self.typing.update_value(|typing| typing.is_last = false);
    }
}
