//! What a reader can do, and what each act makes of the state.

use super::{MatrixAxes, Opened, SHOWN_MAX, State, TEXT_MAX, Unread, View, value};
use crate::address::keys::Key;
use crate::codes::codes;
use crate::facet::FacetId;
use crate::id::{EvaluationId, StatementId, is_id};
use crate::query::{BudgetRange, Query, Sort, Unit};
use crate::when::{Date, Span};

/// One act of a reader.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Types these words; what exceeds [`TEXT_MAX`] is cut.
    Type(String),
    /// Reads evaluations or statements.
    SearchIn(Unit),
    /// Asks for a value of a facet, or takes that back.
    Toggle(FacetId, Box<str>),
    /// Excludes a value of a facet, or takes that back.
    ToggleExcluded(FacetId, Box<str>),
    /// Asks for projects whose time overlaps with this.
    SetPeriod(Option<Span>),
    /// Asks for budgets in this range.
    SetBudget(Option<BudgetRange>),
    /// Judges the status of projects on this day.
    SetStatusOn(Option<Date>),
    /// Forgets what was picked in a facet; for the status also the day.
    Clear(FacetId),
    /// Forgets the words, all filters, and what could not be read. Choices of how to look, of
    /// what to compare and what to keep stay.
    ClearAll,
    /// Forgets a pair of the link that could not be read.
    Forget(Unread),
    /// Orders the results.
    SortBy(Sort),
    /// Opens a page above the results.
    Open(Opened),
    /// Closes it.
    Close,
    /// Lays the results out in another way; closes what is open.
    Show(View),
    /// Chooses an evaluation for comparison; nothing when four are chosen.
    Compare(EvaluationId),
    /// Takes it out.
    Uncompare(EvaluationId),
    /// Moves it to a position from 0.
    MoveCompared(EvaluationId, usize),
    /// Puts the second into the place of the first.
    ReplaceCompared(EvaluationId, EvaluationId),
    /// Takes all out.
    ClearCompared,
    /// Leaves out rows in which all columns mean the same, or shows them.
    DifferencesOnly(bool),
    /// Puts a row of the comparison first, or back in its place.
    PinRow(Box<str>, bool),
    /// Folds a row of the comparison, or unfolds it.
    FoldRow(Box<str>, bool),
    /// Chooses the axes of the matrix.
    SetMatrix(MatrixAxes),
    /// Keeps a statement on the reading list.
    Keep(StatementId),
    /// Takes it off.
    Unkeep(StatementId),
    /// Takes all off.
    ClearList,
    /// Unfolds results up to this number.
    ShowMore(u32),
    /// Speaks a language, by its BCP 47 tag; `None` for the host's.
    Speak(Option<String>),
    /// Has read how the set changed since the link was made.
    NoteSeen,
    /// Goes to a state that was: Back, a link, a host's property.
    Restore(Box<State>),
    /// Several acts in one gesture.
    Do(Vec<Action>),
}

codes! {
    /// What an act leaves in the history of the browser.
    pub enum History {
        /// No entry: the act comes from the history.
        Nothing = "nothing",
        /// The present entry is replaced.
        Replace = "replace",
        /// A new entry, so that Back undoes the act.
        Push = "push",
    }
}

impl Action {
    /// What the act leaves in the history; of several acts, the most that one of them leaves.
    #[must_use]
    pub fn history(&self) -> History {
        match self {
            Self::Restore(_) => History::Nothing,
            Self::Type(_) | Self::ShowMore(_) | Self::NoteSeen => History::Replace,
            Self::Do(acts) => acts.iter().map(Self::history).max().unwrap_or(History::Nothing),
            Self::SearchIn(_)
            | Self::Toggle(..)
            | Self::ToggleExcluded(..)
            | Self::SetPeriod(_)
            | Self::SetBudget(_)
            | Self::SetStatusOn(_)
            | Self::Clear(_)
            | Self::ClearAll
            | Self::Forget(_)
            | Self::SortBy(_)
            | Self::Open(_)
            | Self::Close
            | Self::Show(_)
            | Self::Compare(_)
            | Self::Uncompare(_)
            | Self::MoveCompared(..)
            | Self::ReplaceCompared(..)
            | Self::ClearCompared
            | Self::DifferencesOnly(_)
            | Self::PinRow(..)
            | Self::FoldRow(..)
            | Self::SetMatrix(_)
            | Self::Keep(_)
            | Self::Unkeep(_)
            | Self::ClearList
            | Self::Speak(_) => History::Push,
        }
    }
}

impl State {
    /// The state after an act, in normal form. An act that makes no sense changes nothing.
    #[must_use]
    pub fn after(self, action: Action) -> Self {
        match action {
            Action::Restore(state) => *state,
            Action::Do(acts) => acts.into_iter().fold(self, Self::after),
            act => {
                let asked = self.query.clone();
                let mut state = self;
                state.act(act);
                if state.query != asked {
                    state.shown = None;
                }
                state.settled()
            }
        }
    }

    /// A view that was cleared to the default owes nothing to the link that it came from.
    fn settled(self) -> Self {
        let bare = Self { seen: None, ..self.clone() };
        if bare == Self::default() { bare } else { self }
    }

    fn act(&mut self, action: Action) {
        match action {
            Action::Type(text) => self.query.text = cut(text),
            Action::SearchIn(unit) => self.set(Key::Unit, |state| state.query.unit = unit),
            Action::Toggle(facet, value) => self.toggle(facet, &value),
            Action::ToggleExcluded(facet, value) => self.toggle_excluded(facet, &value),
            Action::SetPeriod(period) => {
                self.set(Key::Period, |state| state.query.period = period.and_then(ordered));
            }
            Action::SetBudget(budget) => {
                self.set(Key::Budget, |state| state.query.budget = budget.map(whole_units));
            }
            Action::SetStatusOn(day) => self.query.status_on = day,
            Action::Clear(facet) => self.clear(facet),
            Action::ClearAll => self.clear_all(),
            Action::Forget(pair) => self.unread.retain(|other| *other != pair),
            Action::SortBy(sort) => self.set(Key::Sort, |state| state.query.sort = sort),
            Action::Open(opened) => self.open(&opened),
            Action::Close => self.set(Key::Open, |state| state.opened = None),
            Action::Show(view) => {
                self.set(Key::View, |state| state.view = view);
                self.set(Key::Open, |state| state.opened = None);
            }
            Action::Compare(id) => _ = self.compare.add(&id),
            Action::Uncompare(id) => self.compare.remove(&id),
            Action::MoveCompared(id, position) => self.compare.place(&id, position),
            Action::ReplaceCompared(old, new) => self.compare.replace(&old, &new),
            Action::ClearCompared => self.compare.clear(),
            Action::DifferencesOnly(on) => {
                self.set(Key::Diff, |state| state.differences_only = on);
            }
            Action::PinRow(row, on) => _ = self.rows.set_pinned(&row, on),
            Action::FoldRow(row, on) => _ = self.rows.set_folded(&row, on),
            Action::SetMatrix(axes) => self.set(Key::Matrix, |state| state.matrix = axes),
            Action::Keep(id) => _ = self.list.add(&id),
            Action::Unkeep(id) => self.list.remove(&id),
            Action::ClearList => self.list.clear(),
            Action::ShowMore(to) => self.set(Key::N, |state| state.shown = shown(to)),
            Action::Speak(lang) => {
                self.set(Key::Lang, |state| state.lang = lang.as_deref().and_then(language));
            }
            Action::NoteSeen => self.set(Key::Of, |state| state.seen = None),
            // Both are whole states, and `after` has dealt with them.
            Action::Restore(_) | Action::Do(_) => {}
        }
    }

    /// Sets what a key stands for; the reader's wish takes the place of what could not be read.
    fn set(&mut self, key: Key, set: impl FnOnce(&mut Self)) {
        self.unread.retain(|pair| pair.key() != key.code());
        set(self);
    }

    fn toggle(&mut self, facet: FacetId, value: &str) {
        if let Some(value) = value::of_facet(facet, value) {
            self.query.picks.toggle(facet, &value);
        }
    }

    fn toggle_excluded(&mut self, facet: FacetId, value: &str) {
        if let Some(value) = value::tidy(value) {
            self.query.picks.toggle_excluded(facet, &value);
        }
    }

    fn clear(&mut self, facet: FacetId) {
        self.query.picks.clear(facet);
        if facet == FacetId::Status {
            self.query.status_on = None;
        }
    }

    fn clear_all(&mut self) {
        let Query { unit, sort, .. } = self.query;
        self.query = Query { unit, sort, ..Query::default() };
        self.unread.clear();
        self.seen = None;
    }

    fn open(&mut self, opened: &Opened) {
        if let Some(opened) = opened.normal() {
            self.set(Key::Open, |state| state.opened = Some(opened));
        }
    }
}

/// Text cut to as many code points as fit.
pub(crate) fn cut(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(TEXT_MAX) {
        text.truncate(end);
    }
    text
}

/// A span with its ends in order; `None` when it has no end.
pub(crate) fn ordered(span: Span) -> Option<Span> {
    match (span.start, span.end) {
        (None, None) => None,
        (Some(start), Some(end)) if start.first_day() > end.last_day() => {
            Some(Span { start: Some(end), end: Some(start) })
        }
        _ => Some(span),
    }
}

/// A range in whole units of its currency, with its ends in order and made wider where it must
/// be: links carry no fractions.
pub(crate) fn whole_units(range: BudgetRange) -> BudgetRange {
    const UNIT: u64 = 100;
    const MAX: u64 = u64::MAX / UNIT * UNIT;
    let (from, to) = match (range.from, range.to) {
        (Some(from), Some(to)) => (Some(from.min(to)), Some(from.max(to))),
        ends => ends,
    };
    BudgetRange {
        currency: range.currency,
        from: from.map(|cents| cents / UNIT * UNIT),
        to: to.map(|cents| cents.div_ceil(UNIT).saturating_mul(UNIT).min(MAX)),
    }
}

/// A number of unfolded results that a link may ask for; `None` for none.
pub(crate) fn shown(number: u32) -> Option<u32> {
    (number > 0).then_some(number.min(SHOWN_MAX))
}

/// A language tag in lower case; `None` for text that is none.
pub(crate) fn language(tag: &str) -> Option<Box<str>> {
    let tag = tag.trim().to_ascii_lowercase();
    is_id(&tag).then(|| tag.into())
}
