//! Links to give away: the whole address, and advice when it is too long.
//!
//! What is said about a link, and how it reaches the clipboard or a share sheet, is decided
//! elsewhere.

use crate::address::{Address, Place, Settings, encode_in_full};
use crate::codes::codes;
use crate::facet::picks::Picks;
use crate::query::Query;
use crate::sorted;
use crate::state::{CompareSet, ReadingList, RowMarks, State};
use crate::when::Date;

/// From this many characters on, mail programs cut links.
pub const LONG: usize = 2_000;

codes! {
    /// A part of a view that a reader may leave out of a link that is too long.
    pub enum Part {
        /// The words searched for.
        Words = "words",
        /// Picks, period, budget and the day of the status.
        Filters = "filters",
        /// The evaluations chosen for comparison.
        Compare = "compare",
        /// Pinned and folded rows.
        Rows = "rows",
        /// The reading list.
        List = "list",
        /// Pairs of an earlier link that could not be read.
        Unread = "unread",
    }
}

/// How many characters a link loses when it leaves a part out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saving {
    /// What is left out.
    pub part: Part,
    /// Characters saved.
    pub characters: usize,
}

/// The link to this view on a page, whose address may carry pairs of the host, an older view and
/// a fragment. It tells the data date, so that a receiver learns what was added since.
#[must_use]
pub fn link_for(page: &str, state: &State, settings: &Settings, data_date: Option<Date>) -> String {
    let own = encode_in_full(&state.seen_on(data_date), &settings.prefix);
    // A page that reads no address gets none of our pairs in the bar, but a link must carry them.
    let place = if settings.place == Place::Off { Place::Query } else { settings.place };
    Address::of(page).with(&own, &Settings { place, ..settings.clone() })
}

/// The link to this view on another page with the product's own settings. Filters that this page
/// locks are written out, since the other page does not know of them.
#[must_use]
pub fn link_elsewhere(base: &str, state: &State, lock: &Picks, data_date: Option<Date>) -> String {
    link_for(base, &state.locked(lock), &Settings::default(), data_date)
}

/// Whether an address is one of the web, absolute: an address of another kind could run what it
/// holds when somebody follows it.
#[must_use]
pub fn is_of_the_web(address: &str) -> bool {
    let begins = |scheme: &str| {
        address.get(..scheme.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(scheme))
    };
    begins("https://") || begins("http://")
}

/// The site of an absolute address, as people name it: `example.org` of
/// `https://example.org/explorer/?page=2`.
#[must_use]
pub fn site_of(base: &str) -> &str {
    let rest = base.split_once("://").map_or(base, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    authority.rsplit('@').next().unwrap_or_default()
}

/// What to leave out of a link that is too long, the largest saving first; empty when the link
/// is short enough.
#[must_use]
pub fn savings(
    page: &str,
    state: &State,
    settings: &Settings,
    data_date: Option<Date>,
) -> Vec<Saving> {
    if link_for(page, state, settings, data_date).chars().count() <= LONG {
        return Vec::new();
    }
    let length = |state: &State| encode_in_full(state, &settings.prefix).len();
    let whole = length(state);
    let saving = |&part: &Part| {
        let characters = whole.saturating_sub(length(&without(state, part)));
        (characters > 0).then_some(Saving { part, characters })
    };
    let mut savings: Vec<Saving> = Part::ALL.iter().filter_map(saving).collect();
    sorted::by(&mut savings, |a, b| b.characters.cmp(&a.characters));
    savings
}

/// The view without a part of it.
#[must_use]
pub fn without(state: &State, part: Part) -> State {
    let mut state = state.clone();
    match part {
        Part::Words => state.query.text.clear(),
        Part::Filters => {
            let Query { unit, sort, ref text, .. } = state.query;
            state.query = Query { unit, sort, text: text.clone(), ..Query::default() };
        }
        Part::Compare => state.compare = CompareSet::default(),
        Part::Rows => state.rows = RowMarks::default(),
        Part::List => state.list = ReadingList::default(),
        Part::Unread => state.unread.clear(),
    }
    state
}

#[cfg(test)]
mod tests {
    use super::{LONG, Part, is_of_the_web, link_elsewhere, link_for, savings, site_of};
    use crate::address::{Place, Settings};
    use crate::facet::FacetId;
    use crate::facet::picks::Picks;
    use crate::state::{Action, State};
    use crate::when::Date;

    const PAGE: &str = "https://example.org/evidence?node=12&ee-q=old&ee-v=1#facts";

    fn typed(text: &str) -> State {
        State::default().after(Action::Type(text.to_owned()))
    }

    #[test]
    fn a_link_tells_the_data_date_and_keeps_what_is_the_hosts() {
        let date = Date::parse("2026-11-22");
        let settings = Settings { place: Place::Off, ..Settings::default() };
        assert_eq!(
            link_for(PAGE, &typed("peru"), &settings, date),
            "https://example.org/evidence?node=12&ee-q=peru&ee-of=2026-11-22&ee-v=1#facts",
        );
        assert_eq!(
            link_for("https://example.org/", &State::default(), &settings, None),
            "https://example.org/?ee-v=1",
        );
    }

    #[test]
    fn elsewhere_locked_filters_are_written_out() {
        let mut lock = Picks::default();
        lock.toggle(FacetId::Country, "pe");
        let state = State::default().after(Action::Toggle(FacetId::Country, "co".into()));
        assert_eq!(
            link_elsewhere("https://explorer.example/", &state, &lock, None),
            "https://explorer.example/?ee-country=pe&ee-v=1",
        );
    }

    #[test]
    fn an_address_that_could_run_is_not_of_the_web() {
        for address in ["https://example.org/", "HTTP://example.org"] {
            assert!(is_of_the_web(address), "{address}");
        }
        for address in
            ["", "/explorer/", "javascript:alert(1)", " https://example.org", "data:text/html,x"]
        {
            assert!(!is_of_the_web(address), "{address}");
        }
    }

    #[test]
    fn a_site_is_named_without_what_stands_around_it() {
        for (base, site) in [
            ("https://example.org/explorer/?page=2#top", "example.org"),
            ("http://example.org:8080", "example.org:8080"),
            ("https://example.org?x", "example.org"),
            ("https://bank.example@example.org/", "example.org"),
            ("https://example.org\\@bank.example/", "example.org"),
        ] {
            assert_eq!(site_of(base), site, "{base}");
        }
    }

    #[test]
    fn advice_on_long_links_names_the_largest_part_first() {
        let settings = Settings::default();
        let state = typed("tráfico");
        assert_eq!(savings(PAGE, &state, &settings, None), []);
        let state = (0..180).fold(state, |state, number| {
            state.after(Action::Keep(format!("unodc-glot59-2024-r{number}").as_str().into()))
        });
        let found = savings(PAGE, &state, &settings, None);
        assert_eq!(
            found.iter().map(|saving| saving.part).collect::<Vec<_>>(),
            [Part::List, Part::Words]
        );
        assert!(found[0].characters > LONG);
    }
}
