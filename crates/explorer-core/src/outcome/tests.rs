use proptest::prelude::*;

use std::sync::Arc;

use super::{Found, LookUp, Lookup, Outcome, of_found, run, run_as_typed, unasked};
use crate::artifact::pack;
use crate::bits::Bits;
use crate::content::{Content, Record};
use crate::dataset::Dataset;
use crate::evaluation::Evaluation;
use crate::facet::impact::Filtering;
use crate::facet::{FacetId, count};
use crate::money::BudgetScope;
use crate::place::PlaceKind;
use crate::query::{BudgetRange, Query, Sort, Unit};
use crate::search::{Match, Matches, Note, UnitMatches};
use crate::statement::StatementKind;
use crate::testing::{
    Dice, budget, content, content_of_seed, day, evaluation, money, place, query_of_seed, span,
    statement,
};
use crate::when::Printed;

fn open(content: &Content) -> Dataset {
    Dataset::open(pack(content).unwrap()).unwrap()
}

fn published(id: &str, title: &str, on: Option<&str>, usd: Option<u64>) -> Evaluation {
    let mut evaluation = evaluation(id, title);
    evaluation.published = on.map(|on| Printed { value: day(on), as_printed: on.into() });
    let amount = |units| budget(BudgetScope::Project, units, "USD");
    evaluation.projects[0].budgets = usd.map(amount).into_iter().collect();
    evaluation
}

fn four() -> Content {
    let evaluations = [
        published("a", "Zebra crossing", Some("2019-05"), Some(10)),
        published("b", "Éclair", Some("2021"), None),
        published("c", "bridges", None, Some(30)),
        published("d", "Échelle", Some("2021"), Some(20)),
    ];
    content(
        evaluations
            .into_iter()
            .map(|evaluation| {
                let id = evaluation.id.to_string();
                let of = |ordinal| statement(&id, StatementKind::Lesson, ordinal, "A lesson.");
                Record { statements: vec![of(1), of(2)], evaluation }
            })
            .collect(),
    )
}

#[track_caller]
fn check_order(query: &Query, found: Option<Matches>, expected: [&str; 4]) {
    let dataset = open(&four());
    let outcome = of_found(&dataset, query, found.map(|found| given(query, found)));
    let ids: Vec<_> =
        outcome.evaluations.iter().filter_map(|&ix| dataset.evaluation_id(ix)).collect();
    assert_eq!(ids, expected);
}

fn sorted(sort: Sort) -> Query {
    Query { sort, ..Query::default() }
}

#[test]
fn the_newest_come_first_and_those_without_a_date_last() {
    check_order(&sorted(Sort::Newest), None, ["b", "d", "a", "c"]);
    check_order(&sorted(Sort::Relevance), None, ["b", "d", "a", "c"]);
}

#[test]
fn titles_are_sorted_without_regard_to_case_and_marks() {
    check_order(&sorted(Sort::Title), None, ["c", "d", "b", "a"]);
}

#[test]
fn the_largest_budget_comes_first_and_those_without_a_comparable_one_last() {
    check_order(&sorted(Sort::Budget), None, ["c", "d", "a", "b"]);
}

#[test]
fn budgets_of_another_currency_are_not_compared() {
    let dataset = open(&four());
    let mut query = sorted(Sort::Budget);
    query.budget = Some(BudgetRange { currency: money("EUR"), from: None, to: None });
    assert!(run(&dataset, &query).evaluations.is_empty());
}

#[test]
fn better_matches_come_first_and_equal_ones_newest_first() {
    let dataset = open(&four());
    let score = |id, score| Match { id: dataset.find_evaluation(id).unwrap().0, score, slips: 0 };
    let found = vec![score("a", 1.0), score("b", 1.0), score("c", 2.5), score("d", 1.0)];
    let found = Matches { evaluations: unit(found), ..Matches::default() };
    check_order(&sorted(Sort::Relevance), Some(found), ["c", "b", "d", "a"]);
}

#[test]
fn statements_follow_their_evaluations() {
    let dataset = open(&four());
    let query = sorted(Sort::Title);
    let ids: Vec<_> = run(&dataset, &query)
        .first_statements(&dataset, &query, usize::MAX)
        .into_iter()
        .map(|ix| dataset.statement(ix).unwrap().id.to_string())
        .collect();
    assert_eq!(ids, ["c-l1", "c-l2", "d-l1", "d-l2", "b-l1", "b-l2", "a-l1", "a-l2"]);
}

#[test]
fn values_of_another_edition_match_nothing_and_are_reported() {
    let dataset = open(&four());
    let mut query = Query::default();
    query.picks.toggle(FacetId::Country, "atlantis");
    query.picks.toggle_excluded(FacetId::Theme, "alchemy");
    query.picks.toggle(FacetId::Theme, "gender");
    let outcome = run(&dataset, &query);
    assert_eq!(outcome.total(Unit::Evaluations), 0);
    let unknown: Vec<_> = outcome.unknown.iter().map(|u| (&*u.value, u.excluded)).collect();
    assert_eq!(unknown, [("atlantis", false), ("alchemy", true)]);
}

#[test]
fn only_an_empty_answer_says_what_to_drop() {
    let dataset = open(&four());
    let mut query = Query::default();
    assert!(run(&dataset, &query).impacts(&dataset, &query).is_empty());
    query.picks.toggle(FacetId::Kind, "finding");
    assert_eq!(run(&dataset, &query).impacts(&dataset, &query)[0].results, 4);
}

#[test]
fn words_and_filters_narrow_together() {
    let mut content = four();
    content.records[0].statements[1].text = "Anchors held.".into();
    content.records[2].statements[0].text = "No anchor was needed.".into();
    let dataset = open(&content);
    let mut query = Query { text: "anchors".into(), ..Query::default() };
    let outcome = run(&dataset, &query);
    assert_eq!((outcome.evaluations.len(), outcome.statements.len()), (2, 2));
    assert!(outcome.reading.is_some());
    query.picks.toggle(FacetId::Scope, "cluster");
    let outcome = run(&dataset, &query);
    assert_eq!((outcome.evaluations.len(), outcome.statements.len()), (0, 0));
    let impacts = outcome.impacts(&dataset, &query);
    let filters: Vec<_> = impacts.iter().map(|impact| &impact.filter).collect();
    assert_eq!(filters, [&Filtering::Included(FacetId::Scope)]);
}

#[test]
fn blank_words_ask_for_nothing() {
    let dataset = open(&four());
    let outcome = run(&dataset, &Query { text: "  ".into(), ..Query::default() });
    assert_eq!(outcome.evaluations.len(), 4);
    assert_eq!(outcome.reading, None);
}

#[test]
fn phrases_are_read_in_the_packed_texts() {
    // A word that stands in one text is written out there; what two texts have is in the table.
    for (with, without) in [
        ("Anchors held well.", "Held by anchors."),
        ("The anchors held well.", "The held anchors, well."),
    ] {
        let mut content = four();
        content.records[0].statements[1].text = with.into();
        content.records[2].statements[0].text = without.into();
        let dataset = open(&content);
        let query = Query { text: "\"anchors held\"".into(), ..Query::default() };
        let id = |ix| dataset.statement(ix).unwrap().id.to_string();
        let found = run(&dataset, &query).first_statements(&dataset, &query, 9);
        let found: Vec<_> = found.into_iter().map(id).collect();
        assert_eq!(found, ["a-l2"], "{with}");
    }
}

#[test]
fn typing_goes_on_from_what_was_found_and_gives_the_same_answer() {
    let dataset = open(&four());
    let query = |text: &str, unit| Query { text: text.into(), unit, ..Query::default() };
    let asked = [
        query("lesson", Unit::Evaluations),
        Query { sort: Sort::Title, ..query("lesson", Unit::Evaluations) },
        query("lesson", Unit::Statements),
        query("bridges", Unit::Statements),
        query("", Unit::Statements),
    ];
    let mut before = None;
    for query in &asked {
        let look_up = || LookUp::after(before.as_ref(), &dataset, query);
        let after = look_up().answer(&dataset, query);
        assert_eq!(after, run(&dataset, query), "{query:?}");
        let in_steps = look_up().find(&dataset).answer(&dataset, query);
        assert_eq!(in_steps, after, "{query:?}");
        before = Some(after);
    }
}

#[test]
fn a_question_that_was_not_looked_up_gets_its_own_answer() {
    let dataset = open(&four());
    let query = |text: &str, unit| Query { text: text.into(), unit, ..Query::default() };
    let looked_up = query("bridges", Unit::Evaluations);
    for other in [
        query("lesson", Unit::Evaluations),
        query("bridges", Unit::Statements),
        query("", Unit::Evaluations),
    ] {
        let look_up = || LookUp::after(None, &dataset, &looked_up);
        for begun in [look_up(), look_up().find(&dataset)] {
            let answer = begun.answer(&dataset, &other);
            assert_eq!(answer, run(&dataset, &other), "{other:?}");
            assert_ne!(answer, run(&dataset, &looked_up), "{other:?}");
        }
    }
}

#[test]
fn slips_are_forgiven_unless_the_search_is_told_not_to() {
    let dataset = open(&four());
    let query = Query { text: "lessom".into(), ..Query::default() };
    let forgiven = run(&dataset, &query);
    assert_eq!(forgiven.evaluations.len(), 4);
    assert_eq!(forgiven.reading.as_ref().unwrap().corrections[0].meant, "lesson");
    let as_typed = run_as_typed(&dataset, &query);
    assert!(as_typed.evaluations.is_empty() && as_typed.statements.is_empty());
    assert_eq!(as_typed.reading.as_ref().unwrap().corrections, []);
    // The order of the other unit is worked out in the same way, and nothing is carried over.
    assert_eq!(forgiven.first_statements(&dataset, &query, 9).len(), 8);
    assert_eq!(as_typed.first_statements(&dataset, &query, 9), []);
    let again = LookUp::after(Some(&as_typed), &dataset, &query);
    assert_eq!(again.answer(&dataset, &query), forgiven);
}

/// What words found, given by hand.
fn given(query: &Query, matches: Matches) -> Found {
    let (text, lookup) = (query.text.clone(), Lookup::of(query.unit));
    Found { text, lookup, matches: Arc::new(matches), prepared: Arc::default() }
}

fn unit(found: Vec<Match>) -> UnitMatches {
    let records = Bits::of(1_000, found.iter().map(|found| found.id));
    UnitMatches { records, found, dropped: Vec::new() }
}

/// The names of terms in tests are "The pe" and, in Spanish and not shown, "El pe".
#[test]
fn phrases_in_names_of_another_language_are_found_and_their_order_is_not_vouched_for() {
    let mut content = four();
    content.records[0].evaluation.places = vec![place(PlaceKind::Country, "pe")];
    let dataset = open(&content);
    let asked = |text: &str| {
        let outcome = run(&dataset, &Query { text: text.into(), ..Query::default() });
        (outcome.evaluations.len(), outcome.reading.unwrap().notes)
    };
    let unchecked = |text: &str| vec![Note::OrderIgnored(text.into())];
    assert_eq!(asked("\"the pe\""), (1, vec![]));
    assert_eq!(asked("\"pe the\""), (0, vec![]));
    assert_eq!(asked("\"el pe\""), (1, unchecked("el pe")));
    assert_eq!(asked("\"el mx\""), (0, vec![]));
}

/// Random records, each at most once, in the order of the set.
fn some(count: usize, dice: &mut Dice) -> Vec<Match> {
    let mut one = |id| {
        let (score, slips) = (dice.throw(3) as f32, dice.throw(2) as u8);
        dice.once_in(2).then_some(Match { id, score, slips })
    };
    (0..count as u32).filter_map(&mut one).collect()
}

proptest! {
    #[test]
    fn every_order_lists_every_match_once(data: u64, question: u64, words: u64) {
        let dataset = open(&content_of_seed(data, 7));
        let mut dice = Dice::new(words);
        let found = Matches {
            evaluations: unit(some(dataset.evaluation_count(), &mut dice)),
            statements: unit(some(dataset.statement_count(), &mut dice)),
            ..Matches::default()
        };
        let query = Query { unit: Unit::Statements, ..query_of_seed(question) };
        for found in [None, Some(given(&query, found))] {
            let words = found.as_ref().map(|found| super::words(&found.matches));
            let matches = count::matches(&dataset, &query, words);
            for &sort in Sort::ALL {
                let query = Query { sort, ..query.clone() };
                let outcome = of_found(&dataset, &query, found.clone());
                let mut evaluations: Vec<u32> = outcome.evaluations.iter().map(|ix| ix.0).collect();
                let statements = outcome.first_statements(&dataset, &query, usize::MAX);
                let mut statements: Vec<u32> = statements.iter().map(|ix| ix.0).collect();
                evaluations.sort_unstable();
                statements.sort_unstable();
                prop_assert_eq!(&evaluations, &matches.evaluations);
                prop_assert_eq!(statements, matches.statements.iter().collect::<Vec<_>>());
            }
        }
    }
}

#[test]
fn nothing_asked_is_answered_without_searching() {
    let dataset = open(&four());
    for &sort in Sort::ALL.iter().filter(|&&sort| sort != Sort::Budget) {
        let query = Query { sort, ..Query::default() };
        let expected = Outcome { counts: count::Counts::default(), ..run(&dataset, &query) };
        assert_eq!(unasked(&dataset, &query), Some(expected), "{sort:?}");
    }
    for text in [" ", "\t"] {
        assert!(unasked(&dataset, &Query { text: text.into(), ..Query::default() }).is_some());
    }
}

#[test]
fn whatever_is_asked_is_not_answered_without_searching() {
    let dataset = open(&four());
    let plain = Query::default;
    let mut picked = plain();
    picked.picks.toggle(FacetId::Country, "pe");
    let mut excluded = plain();
    excluded.picks.toggle_excluded(FacetId::Country, "pe");
    let currency = money("USD");
    for query in [
        Query { unit: Unit::Statements, ..plain() },
        Query { sort: Sort::Budget, ..plain() },
        Query { text: "a".into(), ..plain() },
        Query { period: Some(span("2019", "")), ..plain() },
        Query { budget: Some(BudgetRange { currency, from: None, to: None }), ..plain() },
        picked,
        excluded,
    ] {
        assert_eq!(unasked(&dataset, &query), None, "{query:?}");
    }
}
