//! What a reader can do, and what each act makes of the state.

use super::normal::{cut, language, ordered, shown, whole_units};
use super::{Form, MatrixAxes, Opened, State, Topic, Unread, View, value};
use crate::address::keys::{Key, NOT};
use crate::codes::codes;
use crate::facet::FacetId;
use crate::id::{EvaluationId, StatementId};
use crate::query::{BudgetRange, Query, Sort, Unit};
use crate::when::{Date, Span};

/// One act of a reader.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Types these words; what exceeds [`super::TEXT_MAX`] is cut.
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
    /// Narrows the statements of what is open to a criterion or a theme, or shows all again.
    Narrow(Option<Topic>),
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
    /// Puts one of the chosen beside the first, where two have room.
    PutBeside(EvaluationId),
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
    /// Draws pictures, or writes them out as tables.
    ShowAs(Form),
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
            | Self::Narrow(_)
            | Self::Show(_)
            | Self::Compare(_)
            | Self::Uncompare(_)
            | Self::MoveCompared(..)
            | Self::ReplaceCompared(..)
            | Self::PutBeside(_)
            | Self::ClearCompared
            | Self::DifferencesOnly(_)
            | Self::PinRow(..)
            | Self::FoldRow(..)
            | Self::SetMatrix(_)
            | Self::ShowAs(_)
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
            Action::Close => self.set_opened(None),
            Action::Narrow(topic) => self.set(Key::Topic, |state| state.topic = topic),
            Action::Show(view) => {
                self.set(Key::View, |state| state.view = view);
                self.set_opened(None);
            }
            Action::Compare(id) => _ = self.compare.add(&id),
            Action::Uncompare(id) => self.compare.remove(&id),
            Action::MoveCompared(id, position) => self.compare.place(&id, position),
            Action::ReplaceCompared(old, new) => self.compare.replace(&old, &new),
            Action::PutBeside(id) => {
                self.set(Key::Beside, |state| state.compare.put_beside(Some(id)));
            }
            Action::ClearCompared => self.compare.clear(),
            Action::DifferencesOnly(on) => {
                self.set(Key::Diff, |state| state.differences_only = on);
            }
            Action::PinRow(row, on) => _ = self.rows.set_pinned(&row, on),
            Action::FoldRow(row, on) => _ = self.rows.set_folded(&row, on),
            Action::SetMatrix(axes) => self.set(Key::Matrix, |state| state.matrix = axes),
            Action::ShowAs(form) => self.set(Key::As, |state| state.form = form),
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
    pub(super) fn set(&mut self, key: Key, set: impl FnOnce(&mut Self)) {
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
        let code = facet.code();
        self.unread.retain(|pair| pair.key() != code && pair.key().strip_prefix(NOT) != Some(code));
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
            self.set_opened(Some(opened));
        }
    }

    /// Whatever is opened is seen whole.
    fn set_opened(&mut self, opened: Option<Opened>) {
        self.set(Key::Open, |state| state.opened = opened);
        self.set(Key::Topic, |state| state.topic = None);
    }
}

#[cfg(test)]
mod tests {
    use super::{Action, Date, FacetId, History, Opened, State, View};
    use crate::address::{Settings, decode, encode};
    use crate::state::TEXT_MAX;

    /// The pairs of a state, as the shortest way to say what it is.
    #[track_caller]
    fn check(before: &str, act: Action, after: &str) {
        let settings = Settings::default();
        let state = decode(&format!("?{before}&ee-v=1"), &settings).state;
        let case = format!("{act:?} on {before}");
        let written = encode(&state.after(act), &settings);
        let written = written.strip_suffix("ee-v=1").unwrap_or(&written);
        assert_eq!(written.trim_end_matches('&'), after, "{case}");
    }

    #[test]
    fn asking_otherwise_folds_the_results_again() {
        check("ee-n=60", Action::Type("peru".into()), "ee-q=peru");
        check("ee-n=60", Action::Toggle(FacetId::Country, "pe".into()), "ee-country=pe");
        check("ee-n=60", Action::Close, "ee-n=60");
        check("ee-n=60", Action::Open(Opened::record("a").unwrap()), "ee-open=a&ee-n=60");
        check("ee-country=pe", Action::ShowMore(40), "ee-country=pe&ee-n=40");
    }

    #[test]
    fn clearing_all_keeps_how_the_reader_looks() {
        check(
            "ee-q=x&ee-unit=statements&ee-view=matrix&ee-country=pe&ee-status=active.2020\
             &ee-period=2017..2021&ee-budget=usd&ee-sort=title&ee-compare=a.b&ee-list=a-r1\
             &ee-colour=red&ee-of=2026-01-01",
            Action::ClearAll,
            "ee-unit=statements&ee-view=matrix&ee-sort=title&ee-compare=a.b&ee-list=a-r1",
        );
        check("ee-status=active.2020", Action::Clear(FacetId::Status), "");
        check("ee-country=pe&ee-country=!", Action::Clear(FacetId::Country), "");
    }

    #[test]
    fn comparing_survives_filtering_and_stops_at_four() {
        let full = "ee-compare=a.b.c.d";
        check(full, Action::Compare("e".into()), full);
        check(full, Action::ClearAll, full);
        check(full, Action::Uncompare("b".into()), "ee-compare=a.c.d");
        check(full, Action::MoveCompared("d".into(), 0), "ee-compare=d.a.b.c");
        check(full, Action::ReplaceCompared("b".into(), "e".into()), "ee-compare=a.e.c.d");
        check(full, Action::ClearCompared, "");
        check(full, Action::PutBeside("d".into()), "ee-compare=a.b.c.d&ee-beside=d");
        check("ee-compare=a.b.c&ee-beside=c", Action::PutBeside("b".into()), "ee-compare=a.b.c");
    }

    #[test]
    fn what_is_opened_next_is_seen_whole() {
        let on = "ee-open=a&ee-topic=theme.training";
        let topic = super::Topic::new(FacetId::Theme, "training");
        check("ee-open=a", Action::Narrow(topic), on);
        check(on, Action::Narrow(None), "ee-open=a");
        check(on, Action::Open(Opened::record("b").unwrap()), "ee-open=b");
        check(on, Action::Open(Opened::record("a-r1").unwrap()), "ee-open=a-r1");
        check(on, Action::Close, "");
        check(on, Action::Show(View::Time), "ee-view=time");
    }

    #[test]
    fn another_view_closes_what_is_open() {
        check("ee-open=a", Action::Show(View::Time), "ee-view=time");
    }

    #[test]
    fn a_readers_wish_takes_the_place_of_what_could_not_be_read() {
        check("ee-period=soon", Action::SetPeriod(None), "");
        check("ee-period=soon", Action::Type("x".into()), "ee-q=x&ee-period=soon");
        let settings = Settings::default();
        let state = decode("?ee-colour=red&ee-period=soon&ee-v=1", &settings).state;
        let colour = state.unread()[0].clone();
        check("ee-colour=red&ee-period=soon", Action::Forget(colour), "ee-period=soon");
    }

    #[test]
    fn a_view_cleared_to_the_default_forgets_the_date_of_its_link() {
        let of = "ee-of=2026-11-22";
        check(of, Action::Do(vec![]), of);
        check("ee-country=pe&ee-of=2026-11-22", Action::Toggle(FacetId::Country, "pe".into()), "");
        check(of, Action::NoteSeen, "");
    }

    #[test]
    fn acts_that_make_no_sense_change_nothing() {
        for act in [
            Action::Toggle(FacetId::Country, "...".into()),
            Action::Toggle(FacetId::Status, "2020".into()),
            Action::Compare("".into()),
            Action::Keep(" ".into()),
            Action::PinRow("".into(), true),
            Action::Open(Opened::Evaluation("?".into())),
            Action::Speak(Some("not a tag".into())),
            Action::Uncompare("nobody".into()),
            Action::ShowMore(0),
        ] {
            check("ee-q=x", act, "ee-q=x");
        }
    }

    #[test]
    fn several_acts_are_one() {
        let day = Date::parse("2020-06-30");
        let acts = vec![Action::ClearAll, Action::SetStatusOn(day), Action::ShowMore(40)];
        check("ee-q=x", Action::Do(acts), "ee-status=2020-06-30&ee-n=40");
    }

    #[test]
    fn words_are_cut_at_the_longest_text() {
        let state = State::default().after(Action::Type("ж".repeat(TEXT_MAX + 1)));
        assert_eq!(state.query().text.chars().count(), TEXT_MAX);
    }

    #[test]
    fn discrete_acts_are_pushed_and_typing_is_not() {
        let toggle = || Action::Toggle(FacetId::Country, "pe".into());
        for (act, expected) in [
            (Action::Type("x".into()), History::Replace),
            (Action::ShowMore(40), History::Replace),
            (Action::NoteSeen, History::Replace),
            (Action::Restore(Box::default()), History::Nothing),
            (Action::Do(vec![]), History::Nothing),
            (Action::Do(vec![Action::Type("x".into()), toggle()]), History::Push),
            (toggle(), History::Push),
            (Action::ClearAll, History::Push),
            (Action::Open(Opened::Evaluation("a".into())), History::Push),
            (Action::Close, History::Push),
            (Action::Compare("a".into()), History::Push),
        ] {
            assert_eq!(act.history(), expected, "{act:?}");
        }
    }
}
