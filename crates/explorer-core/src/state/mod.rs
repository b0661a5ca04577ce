//! What a reader sees, as one plain value: the question, the view, what is open, what is compared.
//!
//! A [`State`] changes only through [`State::after`] and is always in normal form: two states
//! that mean the same are equal. It knows no dataset; ids that this edition does not have are
//! kept like any other and judged where the dataset is at hand.

mod action;
mod compare_set;
mod matrix;
pub(crate) mod normal;
mod opened;
mod reading_list;
mod redirect;
mod rows;
mod topic;
mod unread;
pub(crate) mod value;

pub use action::{Action, History};
pub use compare_set::CompareSet;
pub use matrix::{MatrixAxes, MatrixColumns, MatrixRows};
pub use opened::Opened;
pub use reading_list::ReadingList;
pub use rows::RowMarks;
pub use topic::Topic;
pub use unread::Unread;

use crate::address::keys::Key;
use crate::codes::codes;
use crate::facet::picks::Picks;
use crate::query::Query;
use crate::when::Date;

/// The longest search text, in code points; what exceeds it is cut.
pub const TEXT_MAX: usize = 1_000;

/// The largest number of results that a link unfolds.
pub const SHOWN_MAX: u32 = 10_000;

codes! {
    /// The way in which the results are laid out.
    pub enum View {
        /// A list of cards.
        List = "list",
        /// The chosen evaluations side by side.
        Compare = "compare",
        /// The evidence matrix.
        Matrix = "matrix",
        /// The time line.
        Time = "time",
        /// Bars of money.
        Money = "money",
        /// Countries with counts.
        Places = "places",
        /// The statements that the reader keeps.
        Reading = "reading",
    }
}

codes! {
    /// How a picture is told.
    pub enum Form {
        /// Drawn.
        Picture = "picture",
        /// Written out, with every number and word of the picture.
        Table = "table",
    }
}

/// What a reader sees. The default is what the product opens with when neither a link nor the
/// host asks for something else.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct State {
    pub(crate) query: Query,
    pub(crate) view: View,
    pub(crate) opened: Option<Opened>,
    pub(crate) topic: Option<Topic>,
    pub(crate) compare: CompareSet,
    pub(crate) differences_only: bool,
    pub(crate) rows: RowMarks,
    pub(crate) matrix: MatrixAxes,
    pub(crate) form: Form,
    pub(crate) list: ReadingList,
    pub(crate) shown: Option<u32>,
    pub(crate) lang: Option<Box<str>>,
    pub(crate) seen: Option<Date>,
    pub(crate) unread: Vec<Unread>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            query: Query::default(),
            view: View::List,
            opened: None,
            topic: None,
            compare: CompareSet::default(),
            differences_only: false,
            rows: RowMarks::default(),
            matrix: MatrixAxes::default(),
            form: Form::Picture,
            list: ReadingList::default(),
            shown: None,
            lang: None,
            seen: None,
            unread: Vec::new(),
        }
    }
}

impl State {
    /// The question to the dataset.
    #[must_use]
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// How the results are laid out.
    #[must_use]
    pub fn view(&self) -> View {
        self.view
    }

    /// The page that is open above the results, if any.
    #[must_use]
    pub fn opened(&self) -> Option<&Opened> {
        self.opened.as_ref()
    }

    /// What the statements of the open evaluation are narrowed to.
    #[must_use]
    pub fn topic(&self) -> Option<&Topic> {
        self.topic.as_ref()
    }

    /// True while a page of its own is shown above the results: a record, a disagreement, a cell of
    /// the matrix, the comparison or the reading list.
    #[must_use]
    pub fn is_above_list(&self) -> bool {
        self.opened.is_some() || matches!(self.view, View::Compare | View::Reading)
    }

    /// The evaluations chosen for comparison.
    #[must_use]
    pub fn compare(&self) -> &CompareSet {
        &self.compare
    }

    /// True when the comparison leaves out rows in which all columns mean the same.
    #[must_use]
    pub fn differences_only(&self) -> bool {
        self.differences_only
    }

    /// The rows of the comparison that are pinned or folded.
    #[must_use]
    pub fn rows(&self) -> &RowMarks {
        &self.rows
    }

    /// What the evidence matrix counts by.
    #[must_use]
    pub fn matrix(&self) -> MatrixAxes {
        self.matrix
    }

    /// How pictures are told.
    #[must_use]
    pub fn form(&self) -> Form {
        self.form
    }

    /// The statements that the reader keeps.
    #[must_use]
    pub fn list(&self) -> &ReadingList {
        &self.list
    }

    /// How many results are unfolded: the reader's wish, or else one page.
    #[must_use]
    pub fn shown(&self, page_size: u32) -> u32 {
        self.shown.unwrap_or(0).max(page_size)
    }

    /// The language that the reader chose, as a BCP 47 tag in lower case; `None` for the host's.
    #[must_use]
    pub fn lang(&self) -> Option<&str> {
        self.lang.as_deref()
    }

    /// The data date of the set that the sender of the link saw, if the link tells it.
    #[must_use]
    pub fn seen(&self) -> Option<Date> {
        self.seen
    }

    /// Pairs of the link that could not be read: kept for whoever can, shown, removable.
    #[must_use]
    pub fn unread(&self) -> &[Unread] {
        &self.unread
    }

    /// The state as a link gives it back: the same without spaces around the words.
    #[must_use]
    pub fn shareable(&self) -> Self {
        let mut state = self.clone();
        state.query.text = state.query.text.trim().to_owned();
        state
    }

    /// The state as it is shared: with the data date of the set that the sender sees.
    #[must_use]
    pub fn seen_on(&self, data_date: Option<Date>) -> Self {
        let mut state = self.shareable();
        state.set(Key::Of, |state| state.seen = data_date);
        state
    }

    /// The state with filters that the host has locked, see [`Query::locked`].
    #[must_use]
    pub fn locked(&self, lock: &Picks) -> Self {
        Self { query: self.query.locked(lock), ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::{Action, Picks, Query, State};
    use crate::facet::FacetId;

    #[track_caller]
    fn check(readers: Picks, lock: &Picks, included: &[&str], excluded: &[&str]) {
        let query = Query { picks: readers, ..Query::default() };
        let state = State { query, ..State::default() };
        let locked = state.locked(lock);
        let picks = locked.query().picks.of(FacetId::Country).cloned().unwrap_or_default();
        let boxed =
            |values: &[&str]| values.iter().map(|&value| value.into()).collect::<Vec<Box<str>>>();
        assert_eq!((picks.included, picks.excluded), (boxed(included), boxed(excluded)));
    }

    fn picks(included: &[&str], excluded: &[&str]) -> Picks {
        let mut picks = Picks::default();
        included.iter().for_each(|value| picks.toggle(FacetId::Country, value));
        excluded.iter().for_each(|value| picks.toggle_excluded(FacetId::Country, value));
        picks
    }

    #[test]
    fn in_a_locked_facet_the_hosts_wishes_stand_in_place_of_the_readers() {
        check(picks(&["co"], &[]), &picks(&["pe"], &[]), &["pe"], &[]);
        check(picks(&["co"], &["pa"]), &picks(&["pe"], &[]), &["pe"], &["pa"]);
        check(picks(&[], &["pe"]), &picks(&["pe"], &[]), &["pe"], &[]);
        check(picks(&["co"], &[]), &picks(&[], &["pe"]), &["co"], &["pe"]);
        check(picks(&["pe"], &[]), &picks(&[], &["pe"]), &[], &["pe"]);
        check(picks(&["co"], &[]), &Picks::default(), &["co"], &[]);
    }

    #[test]
    fn a_lock_on_places_is_widened_by_neither_of_the_two_facets_of_places() {
        use FacetId::{Country, Region};
        type Asked<'a> = &'a [(FacetId, &'a str)];
        let asking = |asked: Asked| {
            let mut picks = Picks::default();
            asked.iter().for_each(|(facet, value)| picks.toggle(*facet, value));
            picks
        };
        let cases: [(Asked, Asked, Asked); 4] = [
            (&[(Region, "americas")], &[(Country, "pe")], &[(Country, "pe")]),
            (&[(Country, "pe")], &[(Region, "europe")], &[(Region, "europe")]),
            (
                &[(Country, "co"), (Region, "americas")],
                &[(Country, "pe"), (Region, "europe")],
                &[(Country, "pe"), (Region, "europe")],
            ),
            (&[(Country, "co")], &[], &[(Country, "co")]),
        ];
        for (readers, lock, shown) in cases {
            let query = Query { picks: asking(readers), ..Query::default() };
            assert_eq!(query.locked(&asking(lock)).picks, asking(shown), "{readers:?} {lock:?}");
        }
    }

    #[test]
    fn one_page_is_shown_at_least() {
        let state = State::default();
        assert_eq!(state.shown(20), 20);
        let unfolded = state.after(Action::ShowMore(60));
        assert_eq!((unfolded.shown(20), unfolded.shown(100)), (60, 100));
    }
}
