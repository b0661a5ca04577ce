//! What a reader types: noted at once, looked up in one task, answered in the next and searched in
//! the one after that.

use std::sync::Arc;

use explorer_core::outcome::LookUp;
use explorer_core::query::Query;
use explorer_core::state::{Action, State};
use leptos::prelude::*;

use super::{Answer, Engine, Explorer};

/// What was typed and is not searched yet, and whether typing was the last that a reader did.
#[derive(Default)]
pub struct Typing {
    text: Option<String>,
    looked_up: Option<LookUp>,
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

    /// Looks the words up that were typed. That, the answer and what is drawn of it together would
    /// keep the page from answering its reader for too long.
    pub fn look_up(self) {
        let Some((engine, query)) = self.asked_by_typing() else { return };
        let looked_up = (engine.look_up)(Some(&self.answer_now()), &self.dataset(), &query);
        self.typing.update_value(|typing| typing.looked_up = Some(looked_up));
    }

    /// Answers what was typed, and keeps the answer until it is searched.
    pub fn foresee(self) {
        let Some((engine, query)) = self.asked_by_typing() else { return };
        let Some(looked_up) =
            self.typing.try_update_value(|typing| typing.looked_up.take()).flatten()
        else {
            return;
        };
        let answer = (engine.answer)(looked_up, &self.dataset(), &query);
        let foreseen = Some((query, Answer(Arc::new(answer))));
        self.typing.update_value(|typing| typing.foreseen = foreseen);
    }

    /// The question that what was typed asks, and what answers it.
    fn asked_by_typing(self) -> Option<(&'static Engine, Query)> {
        let text = self.typing.with_value(|typing| typing.text.clone())?;
        let state = self.peek(State::clone).after(Action::Type(text));
        Some((self.engine_now()?, self.with_lock(|lock| state.query().locked(lock))))
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
