//! The laws of state and address, tried on random acts, texts and links.

use explorer_core::address::keys::Key;
use explorer_core::address::{
    Address, Decoded, Place, Prefix, Settings, decode, encode, encode_in_full, has_own,
};
use explorer_core::facet::FacetId;
use explorer_core::id::{EvaluationId, StatementId};
use explorer_core::money::Currency;
use explorer_core::query::{BudgetRange, Sort, Unit};
use explorer_core::state::{
    Action, CompareSet, Form, MatrixAxes, MatrixColumns, MatrixRows, Opened, State, TEXT_MAX,
    Topic, View,
};
use explorer_core::when::{Date, Span};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Pieces of text that have broken address code: separators, escapes, marks that combine, letters
/// whose case depends on the language, right-to-left text, emoji with joiners.
const PIECES: &[&str] = &[
    "%",
    "+",
    "~",
    "&",
    "=",
    "#",
    ".",
    "..",
    ":",
    "-",
    "_",
    "'",
    "\"",
    "<",
    ">",
    "`",
    "?",
    "/",
    ";",
    " ",
    "  ",
    "\t",
    "\n",
    "\0",
    "%2",
    "%20",
    "%25",
    "%2520",
    "%FF",
    "%C3",
    "%3D",
    "%26",
    "&amp;",
    "amp;",
    "ee-",
    "EE-",
    "ee-q",
    "ee-v=1",
    "not-",
    "a",
    "Z",
    "9",
    "0",
    "pe",
    "r1",
    "-r1",
    "2017",
    "e\u{301}",
    "\u{301}",
    "İ",
    "ı",
    "ß",
    "مصر",
    "שלום",
    "\u{202e}",
    "👩‍👩‍👧",
    "\u{200b}",
    "\u{fffd}",
    "漢字",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![vec(select(PIECES), 0..12).prop_map(|parts| parts.concat()), any::<String>()]
}

fn id() -> impl Strategy<Value = String> {
    const TELLING: &[&str] = &[
        "unodc-glot59-2024",
        "unodc-glot59-2024-r1",
        "pe",
        "2017",
        "not-stated",
        "tension",
        "cell",
    ];
    prop_oneof![
        4 => "[a-z0-9]{1,3}(-[a-z0-9]{1,2}){0,2}",
        2 => select(TELLING).prop_map(str::to_owned),
        1 => text(),
    ]
}

fn date() -> impl Strategy<Value = Date> {
    let parts = (1000u16..=9999, option::of(1u8..=12), option::of(1u8..=31));
    parts.prop_filter_map("a day that there is", |(year, month, day)| Date::new(year, month, day))
}

fn span() -> impl Strategy<Value = Span> {
    (option::of(date()), option::of(date())).prop_map(|(start, end)| Span { start, end })
}

fn budget() -> impl Strategy<Value = BudgetRange> {
    let end = || option::of(prop_oneof![0u64..10_000_000_000, any::<u64>()]);
    let currencies: Vec<_> = ["USD", "EUR", "XAF"].into_iter().filter_map(Currency::new).collect();
    (select(currencies), end(), end()).prop_map(|(currency, from, to)| BudgetRange {
        currency,
        from,
        to,
    })
}

fn facet() -> impl Strategy<Value = FacetId> {
    select(FacetId::ALL)
}

fn evaluation() -> impl Strategy<Value = EvaluationId> {
    id().prop_map(|id| id.as_str().into())
}

fn statement() -> impl Strategy<Value = StatementId> {
    id().prop_map(|id| id.as_str().into())
}

fn opened() -> impl Strategy<Value = Opened> {
    prop_oneof![
        evaluation().prop_map(Opened::Evaluation),
        statement().prop_map(Opened::Statement),
        id().prop_map(|id| Opened::Tension(id.as_str().into())),
        (id(), id()).prop_map(|(row, column)| Opened::Cell {
            row: row.as_str().into(),
            column: column.into(),
        }),
    ]
}

fn asking() -> impl Strategy<Value = Action> {
    prop_oneof![
        text().prop_map(Action::Type),
        select(Unit::ALL).prop_map(Action::SearchIn),
        (facet(), id()).prop_map(|(facet, value)| Action::Toggle(facet, value.into())),
        (facet(), id()).prop_map(|(facet, value)| Action::ToggleExcluded(facet, value.into())),
        option::of(span()).prop_map(Action::SetPeriod),
        option::of(budget()).prop_map(Action::SetBudget),
        option::of(date()).prop_map(Action::SetStatusOn),
        facet().prop_map(Action::Clear),
        Just(Action::ClearAll),
        select(Sort::ALL).prop_map(Action::SortBy),
    ]
}

fn looking() -> impl Strategy<Value = Action> {
    let axes = (select(MatrixRows::ALL), select(MatrixColumns::ALL));
    prop_oneof![
        opened().prop_map(Action::Open),
        Just(Action::Close),
        select(View::ALL).prop_map(Action::Show),
        evaluation().prop_map(Action::Compare),
        evaluation().prop_map(Action::Uncompare),
        (evaluation(), 0usize..6).prop_map(|(id, at)| Action::MoveCompared(id, at)),
        (evaluation(), evaluation()).prop_map(|(old, new)| Action::ReplaceCompared(old, new)),
        evaluation().prop_map(Action::PutBeside),
        option::of((select(&[FacetId::Criterion, FacetId::Theme][..]), id()))
            .prop_map(|on| Action::Narrow(on.and_then(|(facet, term)| Topic::new(facet, &term)))),
        any::<bool>().prop_map(Action::DifferencesOnly),
        (id(), any::<bool>()).prop_map(|(row, on)| Action::PinRow(row.into(), on)),
        (id(), any::<bool>()).prop_map(|(row, on)| Action::FoldRow(row.into(), on)),
        select(Form::ALL).prop_map(Action::ShowAs),
        axes.prop_map(|(rows, columns)| Action::SetMatrix(MatrixAxes { rows, columns })),
        statement().prop_map(Action::Keep),
        statement().prop_map(Action::Unkeep),
        any::<u32>().prop_map(Action::ShowMore),
        option::of(id()).prop_map(Action::Speak),
    ]
}

fn act() -> impl Strategy<Value = Action> {
    prop_oneof![
        6 => asking(),
        6 => looking(),
        1 => vec(prop_oneof![asking(), looking()], 0..4).prop_map(Action::Do),
    ]
}

/// Queries as links have them, and as they should not.
fn link() -> impl Strategy<Value = String> {
    const READABLE: &[&str] = &[
        "2017..2021",
        "usd-1..5",
        "usd",
        "1",
        "..",
        "themes.kinds",
        "theme.a",
        "statements",
        "matrix",
        "tension.a",
        "cell.impact.pe",
        "2026-11-22",
    ];
    let names = |key: &Key| [key.code().to_owned(), format!("not-{}", key.code())];
    let keys: Vec<String> = Key::ALL.iter().flat_map(names).collect();
    let value = prop_oneof![
        text(),
        id(),
        vec(id(), 0..6).prop_map(|ids| ids.join(".")),
        select(READABLE).prop_map(str::to_owned),
    ];
    let own = (select(keys), value).prop_map(|(key, value)| format!("ee-{key}={value}"));
    let pair = prop_oneof![6 => own, 2 => text()];
    (vec(pair, 0..8), any::<bool>()).prop_map(|(pairs, versioned)| {
        format!("?{}{}", pairs.join("&"), if versioned { "&ee-v=1" } else { "" })
    })
}

fn state() -> impl Strategy<Value = State> {
    let start = prop_oneof![Just(State::default()), link().prop_map(|link| read(&link).state)];
    (start, vec(act(), 0..12), option::of(date())).prop_map(|(start, acts, seen)| {
        let state = acts.into_iter().fold(start, State::after);
        if seen.is_some() { state.seen_on(seen) } else { state }
    })
}

fn read(text: &str) -> Decoded {
    decode(text, &Settings::default())
}

fn write(state: &State) -> String {
    encode(state, &Settings::default())
}

fn without_repetition<T: PartialEq>(list: &[T]) -> bool {
    list.iter().enumerate().all(|(at, item)| !list[..at].contains(item))
}

/// What the types promise of every state, checked without the code that makes it so.
fn assert_normal(state: &State) {
    let tidy = |text: &str| {
        let sign = |c: char| c.is_ascii_punctuation() || c.is_ascii_whitespace() || c == '\u{201d}';
        let edge = |c: Option<char>| c.is_some_and(|c| c == '-' || !sign(c));
        let small = !text.bytes().any(|b| b.is_ascii_uppercase() || b == b'.');
        small && edge(text.chars().next()) && edge(text.chars().last())
    };
    assert!(state.query().text.chars().count() <= TEXT_MAX);
    for (facet, picks) in state.query().picks.iter() {
        assert!(!picks.is_empty(), "{facet:?} is empty");
        for values in [&picks.included, &picks.excluded] {
            assert!(values.iter().all(|value| tidy(value)), "{facet:?}: {values:?}");
            assert!(values.is_sorted_by(|a, b| a < b), "{facet:?}: {values:?}");
        }
        assert!(!picks.included.iter().any(|value| picks.excluded.contains(value)));
    }
    if let Some(Span { start: Some(start), end: Some(end) }) = state.query().period {
        assert!(start.first_day() <= end.last_day());
    }
    let budget = state.query().budget.as_ref();
    for cents in budget.iter().flat_map(|range| [range.from, range.to]).flatten() {
        assert_eq!(cents % 100, 0);
    }
    let compared = state.compare().ids();
    assert!(compared.len() <= CompareSet::MAX && compared.iter().all(|id| tidy(id.as_str())));
    assert!(without_repetition(compared), "{compared:?}");
    let kept = state.list().ids();
    assert!(without_repetition(kept) && kept.iter().all(|id| tidy(id.as_str())), "{kept:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// L1, and with it L5: reading runs all migrations, and they leave what is written today alone.
    #[test]
    fn a_link_gives_back_the_state_it_was_made_from(state in state()) {
        let shared = encode_in_full(&state, &Prefix::default());
        prop_assert_eq!(&read(&shared).state, &state.shareable(), "{}", shared);
    }

    /// L1 for the address bar, in the fragment, with another prefix, on a page of a host.
    #[test]
    fn the_address_bar_gives_back_the_state(
        state in state(),
        opening in state(),
        hash in any::<bool>(),
    ) {
        let place = if hash { Place::Hash } else { Place::Query };
        let prefix = Prefix::new("facts_").unwrap();
        let opening = opening.shareable();
        let settings = Settings { prefix, place, opening, ..Settings::default() };
        let page = Address::of("https://a.org/p?ee-q=other&x#top");
        let url = page.with(&encode(&state, &settings), &settings);
        let decoded = decode(Address::of(&url).part(place), &settings);
        prop_assert_eq!(decoded.state, state.shareable(), "{}", url);
    }

    /// L2.
    #[test]
    fn reading_any_text_and_writing_it_is_stable(text in prop_oneof![link(), text()]) {
        let once = read(&text);
        prop_assert_eq!(has_own(&text, &Prefix::default()), once.found, "{}", text);
        assert_normal(&once.state);
        let written = write(&once.state);
        let again = read(&written);
        prop_assert_eq!(&again.state, &once.state, "{} became {}", text, written);
        prop_assert_eq!(write(&again.state), written);
    }

    /// L3. Acting again and again does not fill the host's address.
    #[test]
    fn writing_twice_writes_nothing_more(
        state in state(),
        prefix in select(vec!["", "ee-", "facts_"]),
        place in select(vec![Place::Query, Place::Hash, Place::Off]),
        query in "[a-z=&%]{0,9}",
    ) {
        let prefix = Prefix::new(prefix).unwrap();
        let settings = Settings { prefix, place, ..Settings::default() };
        let own = encode(&state, &settings);
        let once = Address::of(&format!("/p?{query}#{query}")).with(&own, &settings);
        prop_assert_eq!(Address::of(&once).with(&own, &settings), once);
    }

    /// L3. What is foreign is judged by its first letter, without our code.
    #[test]
    fn foreign_pairs_and_the_fragment_stay(
        segments in vec((any::<bool>(), "[a-z%+;.:=~é]{0,6}"), 1..6),
        fragment in "(#[ -~é]{0,8})?",
        state in state(),
    ) {
        let line = |with_ours: bool| {
            let shown = segments.iter().filter(|(ours, _)| with_ours || !ours);
            let parts = shown.map(|(ours, text)| format!("{}{text}", if *ours { "ee-" } else { "x" }));
            parts.collect::<Vec<_>>().join("&")
        };
        let (all, foreign) = (line(true), line(false));
        let own = write(&state);
        let url = Address::of(&format!("/p?{all}{fragment}")).with(&own, &Settings::default());
        let sign = if foreign.is_empty() && own.is_empty() { "" } else { "?" };
        let joint = if foreign.is_empty() || own.is_empty() { "" } else { "&" };
        prop_assert_eq!(url, format!("/p{sign}{foreign}{joint}{own}{fragment}"));
    }

    /// L4.
    #[test]
    fn only_the_opening_state_is_written_as_nothing(state in state(), opening in state()) {
        let settings = Settings { opening: opening.clone(), ..Settings::default() };
        prop_assert_eq!(encode(&opening, &settings), "");
        let written = encode(&state, &settings);
        prop_assert_eq!(written.is_empty(), state.shareable() == opening.shareable());
        prop_assert!(written.is_empty() || written.ends_with("ee-v=1"), "{}", written);
    }

    /// What is written needs no care from whoever carries it.
    #[test]
    fn links_hold_only_characters_that_survive(state in state()) {
        let fine = |b: u8| b.is_ascii_alphanumeric() || b"-._%&=+".contains(&b);
        let written = encode_in_full(&state, &Prefix::default());
        prop_assert!(written.bytes().all(fine), "{}", written);
    }

    /// L6.
    #[test]
    fn every_act_leaves_normal_form(state in state(), act in act()) {
        assert_normal(&state.after(act));
    }

    /// L6. Of a value that is excluded, the first turn takes the exclusion away.
    #[test]
    fn toggling_twice_changes_nothing(state in state(), facet in facet(), value in id()) {
        let picked = |state: &State| state.query().picks.of(facet).cloned().unwrap_or_default();
        let toggle = Action::Toggle(facet, value.as_str().into());
        let once = state.clone().after(toggle.clone());
        if picked(&once).excluded == picked(&state).excluded {
            let twice = once.after(toggle);
            prop_assert_eq!(&twice.query().picks, &state.query().picks);
        }
        let toggle = Action::ToggleExcluded(facet, value.into());
        let once = state.clone().after(toggle.clone());
        if picked(&once).included == picked(&state).included {
            let twice = once.after(toggle);
            prop_assert_eq!(&twice.query().picks, &state.query().picks);
        }
    }

    /// L10, the part that needs no dataset: what a link asks for stays asked for.
    #[test]
    fn values_of_other_editions_survive(
        facet in facet(),
        value in "[a-z]{1,8}(-[a-z0-9]{1,4})?",
    ) {
        let code = facet.code();
        let link = format!("?ee-{code}={value}&ee-not-{code}=x{value}&ee-v=1");
        let Decoded { state, issues, .. } = read(&link);
        prop_assert_eq!(issues, vec![]);
        let picks = state.query().picks.of(facet).cloned().unwrap_or_default();
        prop_assert_eq!(picks.included, vec![Box::from(value.as_str())]);
        prop_assert_eq!(format!("?{}", write(&state)), link);
    }

    /// L10 for keys of other editions.
    #[test]
    fn keys_of_other_editions_survive(name in "x[a-z]{1,8}", value in "[a-zA-Z0-9+._-]{0,9}") {
        let link = format!("?ee-{name}={value}&ee-v=1");
        let Decoded { state, issues, .. } = read(&link);
        prop_assert_eq!(issues.len(), 1);
        prop_assert_eq!(format!("?{}", write(&state)), link);
    }
}
