//! The reactive heart: one signal of state, and what follows from it.
//!
//! [`Explorer`] is `Copy` and is handed to every component; there is no context and no other
//! signal of state. It knows no DOM.

mod engine;
mod naming;
mod typing;

use std::sync::Arc;

use explorer_core::address;
use explorer_core::dataset::Dataset;
use explorer_core::facet::FacetId;
use explorer_core::facet::picks::Picks;
use explorer_core::outcome::{self, Outcome};
use explorer_core::query::{Query, Unit};
use explorer_core::search::Marks;
use explorer_core::state::{Action, History, Opened, State};
use explorer_core::view::filters::{Chip, chips};
use explorer_lang::Messages;
use explorer_lang::label::value_name;
use explorer_lang::sentence::described_unasked;
use leptos::prelude::*;

pub use engine::{Engine, Refusal, Said};
use typing::Typing;

/// What is told of every act: the state before, the state after, and what the act leaves in the
/// history.
pub type Listener = Box<dyn Fn(&State, &State, History)>;

/// What a reader is about to do that the host page may take over.
pub enum Intent<'a> {
    /// To open a page above the results.
    Open(&'a Opened),
    /// To take records away as a file.
    Export {
        /// The format.
        format: &'a str,
        /// The name of the file.
        file: &'a str,
    },
}

/// Who is asked before something is done that the host page may take over; `false` prevents it.
pub type Gate = Box<dyn Fn(&Intent<'_>) -> bool>;

/// What is done as soon as questions are answered.
type Waiting = Vec<Box<dyn FnOnce()>>;

/// The answer to a query. Two answers are equal when they are the same answer.
#[derive(Clone)]
pub struct Answer(pub Arc<Outcome>);

impl PartialEq for Answer {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What the host page settled for this explorer, as far as components need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The level of the explorer's own headings, 2 to 4; what is inside goes one deeper.
    pub heading_level: u8,
    /// How many results show at first and with each further step.
    pub page_size: u32,
}

/// How links are made: where the page is, and how the host wants them.
pub struct Linking {
    /// The absolute address of the page as it is now.
    pub page: fn() -> String,
    /// The host's wishes.
    pub settings: address::Settings,
    /// The address of the folder that the widget was loaded from.
    pub folder: String,
    /// Where the set lies, if it is not the one that comes with the widget.
    pub src: Option<String>,
    /// The page on which the same view is offered.
    pub open_in: Option<String>,
}

/// One explorer: its state, its dataset and the words it speaks.
///
/// What is read in many places is shared behind an `Arc`, so that reading it is one function of the
/// reactive library and not one for each closure that reads.
#[derive(Clone, Copy)]
pub struct Explorer {
    state: RwSignal<Arc<State>>,
    dataset: StoredValue<Arc<Dataset>>,
    engine: RwSignal<Option<&'static Engine>>,
    waiting: StoredValue<Waiting, LocalStorage>,
    query: Memo<Arc<Query>>,
    unworded: Memo<Arc<Query>>,
    typing: StoredValue<Typing>,
    answer: Memo<Answer>,
    sentence: Memo<String>,
    said: RwSignal<String>,
    listener: StoredValue<Option<Listener>, LocalStorage>,
    gate: StoredValue<Option<Gate>, LocalStorage>,
    linking: StoredValue<Arc<Linking>>,
    /// The words of the interface.
    pub words: &'static Messages,
    /// What the host settled.
    pub layout: Layout,
}

impl Explorer {
    /// An explorer of a dataset, in a state. Its signals belong to the current owner.
    #[must_use]
    pub fn new(
        dataset: Arc<Dataset>,
        state: State,
        words: &'static Messages,
        layout: Layout,
        linking: Linking,
    ) -> Self {
        let state = RwSignal::new(Arc::new(state));
        let linking = Arc::new(linking);
        let locked = linking.clone();
        let query = Memo::new(move |_| Arc::new(state.get().query().locked(&locked.settings.lock)));
        let engine = RwSignal::new(None::<&'static Engine>);
        let unworded = Memo::new(move |_| {
            Arc::new(Query { text: String::new(), ..Query::clone(&query.get()) })
        });
        let typing = StoredValue::new(Typing::default());
        let searched = dataset.clone();
        let answer = Memo::new(move |before: Option<&Answer>| {
            let before = before.map(|answer| &*answer.0);
            let query = query.get();
            let foreseen = typing.try_update_value(|typing| typing.foreseen(&query)).flatten();
            if let Some(answer) = foreseen {
                engine.track();
                return answer;
            }
            Answer(Arc::new(match engine.get() {
                Some(engine) => {
                    (engine.answer)((engine.look_up)(before, &searched, &query), &searched, &query)
                }
                None => outcome::unasked(&searched, &query).unwrap_or_default(),
            }))
        });
        let named = dataset.clone();
        let sentence = Memo::new(move |_| {
            let (query, found) = (query.get(), answer.get().0);
            match engine.get() {
                Some(engine) => (engine.describe)(&named, &query, &found, words),
                // Whether it is on the way or lost is said below the heading.
                None if query.asks() => words.results.to_owned(),
                None => described_unasked(found.evaluations.len(), words),
            }
        });
        Self {
            state,
            dataset: StoredValue::new(dataset),
            engine,
            waiting: StoredValue::new_local(Vec::new()),
            query,
            unworded,
            typing,
            answer,
            sentence,
            said: RwSignal::new(String::new()),
            listener: StoredValue::new_local(None),
            gate: StoredValue::new_local(None),
            linking: StoredValue::new(linking),
            words,
            layout,
        }
    }

    /// Answers questions from now on. False when what is searched cannot be read.
    pub fn begin(self, engine: &'static Engine) -> bool {
        // The explorer may have left the page meanwhile, and its signals with it.
        let completed = self.dataset.try_with_value(|dataset| (engine.complete)(dataset));
        let is_complete = completed.unwrap_or_default();
        if is_complete && self.engine.try_get_untracked().flatten().is_none() {
            let _ = self.engine.try_set(Some(engine));
            let waiting = self.waiting.try_update_value(std::mem::take);
            waiting.into_iter().flatten().for_each(|act| act());
        }
        is_complete
    }

    /// What answers questions, not followed.
    #[must_use]
    pub fn engine_now(self) -> Option<&'static Engine> {
        self.engine.get_untracked()
    }

    /// Does something as soon as questions are answered; now, if they are.
    pub fn when_answering(self, act: impl FnOnce() + 'static) {
        if self.engine_now().is_some() {
            act();
        } else {
            self.waiting.update_value(|waiting| waiting.push(Box::new(act)));
        }
    }

    /// Hands on what a link says, as soon as it can be read.
    pub fn when_read(
        self,
        link: String,
        settings: address::Settings,
        then: impl FnOnce(State) + 'static,
    ) {
        self.when_answering(move || {
            let Some(engine) = self.engine_now() else { return };
            then((engine.read_link)(&link, &settings, &self.dataset(), self.words).state);
        });
    }

    /// Says something to readers of screen readers, beside the sentence of each new view.
    pub fn say(self, text: impl Into<String>) {
        // What was done may have been done late, when the explorer has left the page.
        let _ = self.said.try_set(text.into());
    }

    /// What was said last, followed.
    #[must_use]
    pub fn said(self) -> String {
        self.said.get()
    }

    /// True while something is asked that cannot be answered yet, followed.
    #[must_use]
    pub fn is_waiting(self) -> bool {
        self.engine.get().is_none() && self.query(Query::asks)
    }

    /// Does what a reader asks: the only way in which the state changes.
    pub fn act(self, action: Action) {
        if let Action::Open(opened) = &action
            && !self.may(&Intent::Open(opened))
        {
            return;
        }
        self.end_typing();
        self.perform(action);
    }

    fn perform(self, action: Action) {
        let history = action.history();
        let before = self.state.get_untracked();
        let after = Arc::new(State::clone(&before).after(action));
        if after == before {
            return;
        }
        self.state.set(after.clone());
        self.listener.with_value(|listener| {
            if let Some(listener) = listener {
                listener(&before, &after, history);
            }
        });
    }

    /// Goes back to what the page opens with, as one act that a reader can take back.
    pub fn reset(self) {
        let opening = self.linking().settings.opening.clone();
        self.act(Action::Do(vec![Action::ClearAll, Action::Restore(Box::new(opening))]));
    }

    /// Asks whether something may be done, or the host page takes it over.
    #[must_use]
    pub fn may(self, intent: &Intent<'_>) -> bool {
        self.gate.with_value(|gate| gate.as_ref().is_none_or(|gate| gate(intent)))
    }

    /// Sets who is asked before something is done that the host page may take over.
    pub fn ask(self, gate: Gate) {
        self.gate.set_value(Some(gate));
    }

    /// Sets who is told of every act.
    pub fn listen(self, listener: Listener) {
        self.listener.set_value(Some(listener));
    }

    /// Reads the state and follows it.
    pub fn read<T>(self, read: impl FnOnce(&State) -> T) -> T {
        read(&self.state.get())
    }

    /// Reads the state as it is now.
    pub fn peek<T>(self, read: impl FnOnce(&State) -> T) -> T {
        read(&self.state.get_untracked())
    }

    /// A part of the state that changes only when its value does.
    pub fn slice<T: PartialEq + Send + Sync + 'static>(self, read: fn(&State) -> T) -> Memo<T> {
        Memo::new(move |_| self.read(read))
    }

    /// Reads the query as it is now.
    pub fn query_now<T>(self, read: impl FnOnce(&Query) -> T) -> T {
        read(&self.query.get_untracked())
    }

    /// The query, followed.
    pub fn query<T>(self, read: impl FnOnce(&Query) -> T) -> T {
        read(&self.query.get())
    }

    /// The answer to the present query, followed.
    #[must_use]
    pub fn answer(self) -> Arc<Outcome> {
        self.answer.get().0
    }

    /// The words to mark in texts, of the present answer, not followed; `None` without words.
    #[must_use]
    pub fn marks(self) -> Option<Marks> {
        self.answer_now().reading.as_ref().map(|reading| reading.marks.clone())
    }

    /// The answer to the present query, not followed.
    #[must_use]
    pub fn answer_now(self) -> Arc<Outcome> {
        self.answer.get_untracked().0
    }

    /// Whether a value is asked for, or excluded, followed.
    #[must_use]
    pub fn is_picked(self, facet: FacetId, value: &str, excluded: bool) -> bool {
        self.unworded(|query| {
            query.picks.of(facet).is_some_and(|picks| {
                let values = if excluded { &picks.excluded } else { &picks.included };
                values.iter().any(|picked| &**picked == value)
            })
        })
    }

    /// How many values of a facet the reader has picked, followed.
    #[must_use]
    pub fn picked(self, facet: FacetId) -> usize {
        let fixed = self.with_lock(|lock| lock.count(facet));
        self.unworded(|query| query.picks.count(facet).saturating_sub(fixed))
    }

    /// The query without its words, followed: what follows it is left alone while a reader types.
    pub fn unworded<T>(self, read: impl FnOnce(&Query) -> T) -> T {
        read(&self.unworded.get())
    }

    /// Reads the filters that the host has locked.
    pub fn with_lock<T>(self, read: impl FnOnce(&Picks) -> T) -> T {
        read(&self.linking().settings.lock)
    }

    /// The filters that are on, locked ones among them, followed.
    #[must_use]
    pub fn chips(self) -> Vec<Chip> {
        let dataset = self.dataset();
        let locked = self.read(|state| self.with_lock(|lock| state.locked(lock)));
        chips(&locked, &dataset)
    }

    /// How many filters are on, followed.
    #[must_use]
    pub fn filters(self) -> usize {
        let picked: usize = FacetId::ALL.iter().map(|&facet| self.picked(facet)).sum();
        self.unworded(|query| {
            picked + usize::from(query.period.is_some()) + usize::from(query.budget.is_some())
        })
    }

    fn linking(self) -> Arc<Linking> {
        self.linking.get_value()
    }

    /// The dataset.
    #[must_use]
    pub fn dataset(self) -> Arc<Dataset> {
        self.dataset.get_value()
    }

    /// The sentence that describes the present results.
    #[must_use]
    pub fn sentence(self) -> String {
        self.sentence.get()
    }

    /// How many results there are of the present unit.
    #[must_use]
    pub fn found(self) -> usize {
        let unit = self.query(|query| query.unit);
        let answer = self.answer();
        match unit {
            Unit::Evaluations => answer.evaluations.len(),
            Unit::Statements => answer.statements.len(),
        }
    }

    /// The name of a facet's value in the reader's words.
    #[must_use]
    pub fn name(self, facet: FacetId, value: &str) -> String {
        value_name(&self.dataset(), facet, value, self.words)
    }
}
