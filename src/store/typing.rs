//! What a reader types: noted at once, then answered in steps, each in a task of its own, and
//! searched when the answer is there.

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
    foreseen: Option<Foreseen>,
    is_last: bool,
}

/// How far the answer to what was typed has come.
enum Foreseen {
    /// The words are looked up.
    LookedUp(LookUp),
    /// What they find is known.
    Found(LookUp),
    /// The question is answered.
    Answered(Query, Answer),
}

impl Typing {
    /// The answer to a query, if it was worked out before the query was asked.
    pub(super) fn foreseen(&mut self, query: &Query) -> Option<Answer> {
        match self.foreseen.take()? {
            Foreseen::Answered(asked, answer) if asked == *query => Some(answer),
            _ => None,
        }
    }
}

impl Explorer {
    /// Notes what the search field holds; [`Explorer::settle`] searches it.
    pub fn note_typed(self, text: String) {
        self.typing.update_value(|typing| {
            typing.text = Some(text);
            typing.foreseen = None;
        });
    }

    /// Does the next step towards the answer to what was typed; false when none is left. The answer
    /// is kept until it is asked for. All steps and what is drawn of the answer would together keep
    /// the page from answering its reader for too long.
    pub fn foresee(self) -> bool {
        let Some((engine, query)) = self.asked_by_typing() else { return false };
        let dataset = self.dataset();
        let before = self.typing.try_update_value(|typing| typing.foreseen.take()).flatten();
        let is_over = matches!(before, Some(Foreseen::Answered(..)));
        let next = match before {
            None => {
                let answer = self.answer_now();
                Foreseen::LookedUp((engine.look_up)(Some(&answer), &dataset, &query))
            }
            Some(Foreseen::LookedUp(words)) => Foreseen::Found((engine.find)(words, &dataset)),
            Some(Foreseen::Found(words)) => {
                let answer = (engine.answer)(words, &dataset, &query);
                Foreseen::Answered(query, Answer(Arc::new(answer)))
            }
            Some(answered) => answered,
        };
        self.typing.update_value(|typing| typing.foreseen = Some(next));
        !is_over
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
