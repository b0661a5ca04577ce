use explorer_core::facet::FacetId;
use explorer_core::outcome::Reading;
use explorer_core::query::{Query, Unit};
use explorer_core::search::Correction;
use explorer_core::when::{Date, Span};

use super::{Context, Totals, described_unasked, sentence};
use crate::EN;

fn name(facet: FacetId, value: &str) -> String {
    EN.facet_code_value(facet, value).map_or_else(
        || match value {
            "pe" => "Peru".into(),
            "latin-america-and-the-caribbean" => "Latin America and the Caribbean".into(),
            "gender-equality" => "Gender equality".into(),
            other => other.into(),
        },
        Into::into,
    )
}

#[track_caller]
fn check(query: &Query, evaluations: usize, statements: usize, expected: &str) {
    let context = Context {
        totals: Totals { evaluations, statements },
        name: &name,
        data_date: Date::parse("2026-11-22").unwrap(),
        reading: None,
    };
    assert_eq!(sentence(query, &context, &EN), expected);
}

#[test]
fn the_opening_view_says_that_it_is_everything() {
    check(&Query::default(), 5, 133, "All 5 evaluations");
    let statements = Query { unit: Unit::Statements, ..Query::default() };
    check(&statements, 5, 133, "All 133 statements from 5 evaluations");
}

#[test]
fn filters_are_told_in_one_sentence() {
    let mut query = Query { unit: Unit::Statements, ..Query::default() };
    query.picks.toggle(FacetId::Kind, "recommendation");
    query.picks.toggle(FacetId::Theme, "gender-equality");
    query.picks.toggle(FacetId::Region, "latin-america-and-the-caribbean");
    query.picks.toggle(FacetId::Timing, "final");
    check(
        &query,
        3,
        8,
        "8 recommendations on gender equality from 3 evaluations in Latin America and the \
         Caribbean, final evaluations only",
    );
}

#[test]
fn words_dates_and_exclusions_are_told_too() {
    let mut query = Query { text: " trainers ".into(), ..Query::default() };
    query.picks.toggle_excluded(FacetId::Country, "pe");
    query.picks.toggle(FacetId::Status, "active");
    query.status_on = Date::parse("2020-06");
    query.period = Some(Span { start: Date::parse("2017"), end: Date::parse("2021") });
    check(
        &query,
        1,
        4,
        "1 evaluation matching “trainers” of projects active in June 2020, \
         projects running 2017 – 2021, not in Peru",
    );
}

#[test]
fn nothing_found_is_told_without_an_origin() {
    let mut query = Query { unit: Unit::Statements, ..Query::default() };
    query.picks.toggle(FacetId::Kind, "lesson");
    query.picks.toggle(FacetId::Country, "pe");
    check(&query, 0, 0, "0 lessons in Peru");
}

/// The sentence of one evaluation for these choices.
#[track_caller]
fn check_picks(picks: &[(FacetId, &str)], expected: &str) {
    let mut query = Query::default();
    for &(facet, value) in picks {
        query.picks.toggle(facet, value);
    }
    check(&query, 1, 4, &format!("1 evaluation{expected}"));
}

#[test]
fn what_is_not_stated_is_asked_for_in_words() {
    use FacetId::{Code, Country, Donor, Person, Region, Status};
    check_picks(&[(Country, "not-stated")], " with no country named");
    check_picks(&[(Country, "pe"), (Country, "not-stated")], " in Peru or with no country named");
    check_picks(&[(Region, "not-stated")], " with no region named");
    check_picks(&[(Donor, "not-stated")], " with no donor stated");
    check_picks(&[(Donor, "ILO"), (Donor, "not-stated")], " funded by ILO or with no donor stated");
    check_picks(&[(Code, "not-stated")], " with no project code stated");
    check_picks(&[(Person, "not-stated")], " with no person or firm named");
    check_picks(
        &[(Status, "active"), (Status, "not-stated")],
        " of projects active or of unknown state on 22\u{a0}November 2026",
    );
}

#[test]
fn the_whole_world_is_no_place_to_be_in() {
    use FacetId::{Country, Region};
    check_picks(&[(Region, "global")], " worldwide");
    check_picks(
        &[(Region, "global"), (Region, "latin-america-and-the-caribbean")],
        " in Latin America and the Caribbean or worldwide",
    );
    check_picks(
        &[(Country, "not-stated"), (Region, "global")],
        " worldwide or with no country named",
    );
}

#[test]
fn a_country_and_a_region_are_alternatives() {
    use FacetId::{Country, Region};
    check_picks(&[(Country, "pe"), (Region, "Central America")], " in Peru or Central America");
    check_picks(
        &[(Country, "pe"), (Country, "not-stated"), (Region, "global"), (Region, "not-stated")],
        " in Peru, worldwide, with no country named or with no region named",
    );
}

#[test]
fn timing_and_scope_are_told_with_one_only() {
    use FacetId::{Scope, Timing};
    check_picks(
        &[(Timing, "final"), (Scope, "project")],
        ", final single-project evaluations only",
    );
    check_picks(
        &[(Timing, "final"), (Timing, "mid-term"), (Scope, "cluster")],
        ", final or mid-term several-project evaluations only",
    );
    check_picks(&[(Timing, "not-stated")], ", only evaluations that are of unstated timing");
    check_picks(
        &[(Timing, "final"), (Timing, "not-stated"), (Scope, "project")],
        ", only evaluations that are final or of unstated timing and single-project",
    );
}

#[test]
fn what_is_excluded_is_named_as_what_it_is() {
    let mut query = Query::default();
    for (facet, value) in [
        (FacetId::Theme, "gender-equality"),
        (FacetId::Timing, "mid-term"),
        (FacetId::Status, "ended"),
        (FacetId::Country, "not-stated"),
    ] {
        query.picks.toggle_excluded(facet, value);
    }
    check(
        &query,
        1,
        4,
        "1 evaluation, not on gender equality, without mid-term evaluations or projects ended, \
         with country named",
    );
}

#[test]
fn what_is_excluded_says_of_what() {
    use FacetId::{
        Agency, Code, Country, Criterion, Donor, Kind, Person, Region, Scope, Status, Theme, Timing,
    };
    let cases: [(&[(FacetId, &str)], &str); 15] = [
        (&[(Theme, "gender-equality")], "not on gender equality"),
        (&[(Criterion, "gender-equality")], "not under the criterion gender equality"),
        (&[(Agency, "ILO")], "not by ILO"),
        (&[(Donor, "ILO")], "not funded by ILO"),
        (&[(Donor, "Canada"), (Donor, "ILO")], "not funded by Canada or ILO"),
        (&[(Country, "pe")], "not in Peru"),
        (&[(Country, "pe"), (Region, "Europe")], "not in Peru or Europe"),
        (&[(Region, "global")], "not worldwide"),
        (&[(Country, "pe"), (Region, "global")], "not in Peru, not worldwide"),
        (&[(Kind, "recommendation")], "without recommendations"),
        (&[(Person, "Ana Díaz")], "not involving Ana Díaz"),
        (&[(Code, "GLOT59")], "without project code GLOT59"),
        (&[(Timing, "final"), (Kind, "lesson")], "without lessons or final evaluations"),
        (&[(Scope, "cluster")], "without several-project evaluations"),
        (
            &[(Status, "active"), (Donor, "not-stated")],
            "without projects active, with donor stated",
        ),
    ];
    for (excluded, expected) in cases {
        let mut query = Query::default();
        excluded.iter().for_each(|(facet, value)| query.picks.toggle_excluded(*facet, value));
        check(&query, 1, 4, &format!("1 evaluation, {expected}"));
    }
}

#[test]
fn who_was_involved_need_not_have_been_in_the_team() {
    check_picks(&[(FacetId::Person, "Ana Díaz")], ", involving Ana Díaz");
}

#[test]
fn kinds_that_a_brief_does_not_tell_apart_are_not_named_like_the_others() {
    let mut query = Query { unit: Unit::Statements, ..Query::default() };
    query.picks.toggle(FacetId::Kind, "lesson-or-good-practice");
    check(&query, 2, 3, "3 lessons or good practices from 2 evaluations");
    query.picks.toggle(FacetId::Kind, "lesson");
    check(
        &query,
        2,
        7,
        "7 statements (lessons or undivided lessons/good practices) from 2 evaluations",
    );
    query.unit = Unit::Evaluations;
    query.picks.toggle(FacetId::Kind, "good-practice");
    check(
        &query,
        2,
        7,
        "2 evaluations with good practices, lessons or undivided lessons/good practices",
    );
}

/// What can be asked in a facet: nothing, a value, two, what is not stated, both, and the same
/// left out.
const ASKED: [(&[usize], &[usize]); 8] = [
    (&[], &[]),
    (&[0], &[]),
    (&[0, 1], &[]),
    (&[2], &[]),
    (&[0, 2], &[]),
    (&[], &[0]),
    (&[], &[2]),
    (&[1], &[0, 2]),
];

/// Two values of a facet, and that it is not stated.
fn values(facet: FacetId) -> [&'static str; 3] {
    let [first, second] = match facet {
        FacetId::Country => ["pe", "mx"],
        FacetId::Region => ["latin-america-and-the-caribbean", "global"],
        FacetId::Kind => ["lesson", "lesson-or-good-practice"],
        FacetId::Timing => ["final", "mid-term"],
        FacetId::Scope => ["project", "cluster"],
        FacetId::Status => ["active", "ended"],
        _ => ["One", "Two"],
    };
    [first, second, "not-stated"]
}

fn ask(query: &mut Query, facet: FacetId, asked: (&[usize], &[usize])) {
    let values = values(facet);
    asked.0.iter().for_each(|&at| query.picks.toggle(facet, values[at]));
    asked.1.iter().for_each(|&at| query.picks.toggle_excluded(facet, values[at]));
}

/// What no sentence may have, whatever is asked.
fn faults(text: &str) -> Vec<&'static str> {
    let words: Vec<&str> = text.split(' ').collect();
    let is_conjunction = |word: &str| matches!(word, "or" | "and" | "with" | "in" | "on" | "of");
    let doubled = words.windows(2).any(|two| two[0] == two[1]);
    let stranded =
        words.windows(2).any(|two| is_conjunction(two[0]) && matches!(two[1], "or" | "and"));
    let found = [
        ("a place that was not filled", text.contains(['{', '}'])),
        ("a gap", text.contains("  ") || text.contains(" ,") || text.trim() != text),
        ("a doubled comma", text.contains(",,") || text.contains(", ,")),
        ("a word twice", doubled),
        ("a conjunction without what it joins", stranded),
        ("a conjunction at the end", words.last().is_some_and(|last| is_conjunction(last))),
        ("kinds that sound alike", text.contains("lessons or lessons or")),
        ("a double negation", text.contains("without with") || text.contains("not no ")),
    ];
    found.into_iter().filter(|(_, is_so)| *is_so).map(|(fault, _)| fault).collect()
}

#[test]
fn every_pair_of_filters_is_told_in_a_sentence_without_a_flaw() {
    let mut told = 0;
    for unit in Unit::ALL {
        for (at, &first) in FacetId::ALL.iter().enumerate() {
            for &second in FacetId::ALL.iter().skip(at + 1) {
                for asked in ASKED {
                    for also in ASKED {
                        for (evaluations, statements) in [(0, 0), (1, 1), (3, 8)] {
                            let mut query = Query { unit: *unit, ..Query::default() };
                            ask(&mut query, first, asked);
                            ask(&mut query, second, also);
                            query.period = Some(Span { start: Date::parse("2017"), end: None });
                            let context = Context {
                                totals: Totals { evaluations, statements },
                                name: &name,
                                data_date: Date::parse("2026-11-22").unwrap(),
                                reading: None,
                            };
                            let text = sentence(&query, &context, &EN);
                            assert_eq!(faults(&text), [""; 0], "{text}");
                            told += 1;
                        }
                    }
                }
            }
        }
    }
    assert_eq!(told, 2 * 66 * 64 * 3);
}

#[test]
fn all_evaluations_are_told_as_any_other_answer_is() {
    for evaluations in 0..4 {
        let totals = Totals { evaluations, statements: 7 };
        let data_date = Date::parse("2026-11-22").unwrap();
        let context = Context { totals, name: &name, data_date, reading: None };
        let asked = sentence(&Query::default(), &context, &EN);
        assert_eq!(described_unasked(evaluations, &EN), asked);
    }
}

#[track_caller]
fn check_words(typed: &str, reading: &Reading, unit: Unit, expected: &str) {
    let query = Query { unit, text: typed.into(), ..Query::default() };
    let totals = Totals { evaluations: 1, statements: 0 };
    let data_date = Date::parse("2026-11-22").unwrap();
    let context = Context { totals, name: &name, data_date, reading: Some(reading) };
    let text = sentence(&query, &context, &EN);
    assert_eq!(text.split_once(" matching ").unwrap().1, expected, "{typed}");
}

#[test]
fn the_words_told_are_those_that_were_searched() {
    let correction =
        |typed: &str, meant: &str| Correction { typed: typed.into(), meant: meant.into() };
    let reading = Reading {
        corrections: vec![correction("shelterr", "shelters"), correction("polise", "police")],
        dropped_for_statements: vec!["quibble".into()],
        ..Reading::default()
    };
    let (evaluations, statements) = (Unit::Evaluations, Unit::Statements);
    check_words("shelterr", &reading, evaluations, "“shelters”");
    check_words("the shelterr of polise", &reading, evaluations, "“the shelters of police”");
    check_words("shelterr quibble", &reading, evaluations, "“shelters quibble”");
    check_words("shelterr quibble", &reading, statements, "“shelters”");
}

#[test]
fn quotation_marks_are_not_doubled() {
    let reading = Reading::default();
    let check = |typed, expected| check_words(typed, &reading, Unit::Evaluations, expected);
    check("\"training of trainers\"", "“training of trainers”");
    check("“training of trainers", "“training of trainers”");
    check("\"training of trainers\" peru", "“‘training of trainers’ peru”");
    check("title:\"national plan\" -peru", "“title:‘national plan’ -peru”");
}
