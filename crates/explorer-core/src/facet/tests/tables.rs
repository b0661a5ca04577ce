//! What places and kinds asked for and excluded give, by small sets.

use super::{
    Content, FacetId, Filtering, NOT_STATED, PlaceKind, Query, Record, Unit, agrees, hits, impacts,
    matches, open,
};
use crate::facet::values;
use crate::statement::StatementKind;
use crate::testing::{content, evaluation, place, statement};

/// One evaluation in Peru, one in Mexico, one in Aruba, one in Czechia and one of the whole world.
fn five_places() -> Content {
    use PlaceKind::{Country, Global, Territory};
    let places =
        [(Country, "pe"), (Country, "mx"), (Territory, "aw"), (Country, "cz"), (Global, "global")];
    let records = places.into_iter().map(|(kind, id)| {
        let mut evaluation = evaluation(&format!("in-{id}"), "Bridges");
        evaluation.places = vec![place(kind, id)];
        Record { evaluation, statements: Vec::new() }
    });
    content(records.collect())
}

#[track_caller]
fn check_places(asked: &[(FacetId, &str)], excluded: &[(FacetId, &str)], expected: &[&str]) {
    let mut query = Query::default();
    asked.iter().for_each(|(facet, value)| query.picks.toggle(*facet, value));
    excluded.iter().for_each(|(facet, value)| query.picks.toggle_excluded(*facet, value));
    let content = five_places();
    agrees(&content, &query, None);
    let found = hits(&content, &query, None).0;
    assert_eq!(found.into_iter().collect::<Vec<_>>(), expected, "{asked:?} {excluded:?}");
}

#[test]
fn countries_and_regions_are_alternatives_of_one_facet() {
    use FacetId::{Country, Region};
    check_places(&[(Country, "aw")], &[], &["in-aw"]);
    check_places(&[(Region, "south-america")], &[], &["in-pe"]);
    check_places(&[(Country, "aw"), (Region, "south-america")], &[], &["in-aw", "in-pe"]);
    check_places(&[(Country, "pe"), (Region, "south-america")], &[], &["in-pe"]);
    check_places(&[(Country, "cz"), (Region, "global")], &[], &["in-cz", "in-global"]);
    check_places(&[(Country, "nowhere"), (Region, "south-america")], &[], &["in-pe"]);
}

#[test]
fn an_excluded_place_is_out_whatever_the_other_facet_asks_for() {
    use FacetId::{Country, Region};
    check_places(&[(Region, "americas")], &[(Country, "pe")], &["in-aw", "in-mx"]);
    check_places(&[(Country, "pe"), (Country, "mx")], &[(Region, "south-america")], &["in-mx"]);
    check_places(
        &[],
        &[(Country, "mx"), (Region, "south-america")],
        &["in-aw", "in-cz", "in-global"],
    );
}

#[test]
fn a_country_never_implies_the_world_whatever_the_vocabulary_calls_it() {
    let mut of_peru = evaluation("in-pe", "Bridges");
    of_peru.places = vec![place(PlaceKind::Country, "pe")];
    for world in ["global", "world"] {
        let mut vocabulary = content(Vec::new()).vocabulary;
        for term in &mut vocabulary.places.0 {
            term.broader.iter_mut().filter(|id| id.as_str() == "global").for_each(|id| {
                *id = world.into();
            });
            if term.id.as_str() == "global" {
                term.id = world.into();
            }
        }
        // The term that the place would lie in need not be there.
        if world == "global" {
            vocabulary.places.0.retain(|term| term.id.as_str() != "global");
        }
        let found = values::of_evaluation(FacetId::Region, &of_peru, &vocabulary);
        let ids: Vec<_> = found.iter().map(|(id, _)| &**id).collect();
        assert!(!ids.contains(&world) && ids.contains(&"south-america"), "{ids:?}");
    }
}

#[test]
fn beside_a_picked_country_its_region_counts_no_less_than_the_country() {
    let dataset = open(&five_places());
    let mut query = Query::default();
    query.picks.toggle(FacetId::Country, "aw");
    let counts = matches(&dataset, &query, None).counts;
    let count = |facet, value| counts.get(&dataset, facet, value);
    assert_eq!(count(FacetId::Region, "americas"), 3);
    assert_eq!(count(FacetId::Region, "south-america"), 1);
    assert_eq!(count(FacetId::Country, "pe"), 1);
}

#[test]
fn asking_for_a_country_and_a_region_is_one_filter_to_drop() {
    let mut query = Query::default();
    query.picks.toggle(FacetId::Country, "atlantis");
    query.picks.toggle(FacetId::Region, "mu");
    let impacts = impacts(&open(&five_places()), &query, None);
    let told: Vec<_> = impacts.iter().map(|impact| (&impact.filter, impact.results)).collect();
    assert_eq!(told, [(&Filtering::Included(FacetId::Country), 5)]);
}

/// Evaluations with lessons alone, with both, with findings alone, and with nothing said.
fn four_kinds() -> Content {
    use StatementKind::{Finding, Lesson};
    let kinds: [(&str, &[StatementKind]); 4] = [
        ("lessons", &[Lesson, Lesson]),
        ("both", &[Finding, Lesson]),
        ("findings", &[Finding]),
        ("silent", &[]),
    ];
    let records = kinds.into_iter().map(|(id, kinds)| {
        let said = kinds.iter().zip(1..).map(|(kind, at)| statement(id, *kind, at, "It is so."));
        Record { statements: said.collect(), evaluation: evaluation(id, "Bridges") }
    });
    content(records.collect())
}

#[track_caller]
fn check_kinds(unit: Unit, asked: &[&str], excluded: &[&str], evaluations: &[&str]) {
    let mut query = Query { unit, ..Query::default() };
    asked.iter().for_each(|kind| query.picks.toggle(FacetId::Kind, kind));
    excluded.iter().for_each(|kind| query.picks.toggle_excluded(FacetId::Kind, kind));
    let content = four_kinds();
    agrees(&content, &query, None);
    let found = hits(&content, &query, None).0;
    assert_eq!(found.into_iter().collect::<Vec<_>>(), evaluations, "{asked:?} {excluded:?}");
}

#[test]
fn an_evaluation_without_a_kind_has_no_statement_of_it() {
    for unit in [Unit::Evaluations, Unit::Statements] {
        check_kinds(unit, &[], &["lesson"], &["findings", "silent"]);
        check_kinds(unit, &["finding"], &["lesson"], &["findings"]);
        check_kinds(unit, &[], &["lesson", "finding"], &["silent"]);
        check_kinds(unit, &["finding"], &[], &["both", "findings"]);
        check_kinds(unit, &[], &["unheard-of"], &["both", "findings", "lessons", "silent"]);
    }
}

#[test]
fn of_statements_only_those_of_an_excluded_kind_are_left_out() {
    let mut query = Query { unit: Unit::Statements, ..Query::default() };
    query.picks.toggle_excluded(FacetId::Kind, "lesson");
    let found = hits(&four_kinds(), &query, None).1;
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["both-f1", "findings-f1"]);
}

#[test]
fn an_excluded_kind_counts_no_evaluation_that_the_words_do_not_find() {
    let mut query = Query::default();
    query.picks.toggle_excluded(FacetId::Kind, "lesson");
    let content = four_kinds();
    let said = |ids: &[&str]| ids.iter().map(|&id| id.to_owned()).collect();
    agrees(&content, &query, Some(&said(&["both-f1", "both-l2"])));
    agrees(&content, &query, Some(&said(&["both", "both-f1", "both-l2"])));
}

#[test]
fn closed_lists_have_their_codes_in_order_without_not_stated() {
    let kinds = FacetId::Kind.codes();
    assert!(kinds.starts_with(&["finding"]) && kinds.len() == StatementKind::ALL.len());
    let timings = FacetId::Timing.codes();
    assert!(timings.contains(&"final") && !timings.contains(&NOT_STATED), "{timings:?}");
    assert_eq!(FacetId::Scope.codes(), ["project", "cluster"]);
    assert_eq!(FacetId::Status.codes(), ["planned", "active", "ended"]);
    assert!(FacetId::Country.codes().is_empty());
}

#[test]
fn of_countries_and_regions_one_stands_for_both() {
    let firsts = FacetId::ALL.iter().filter(|facet| facet.is_first_of_twins());
    let others: Vec<_> = FacetId::ALL.iter().filter(|facet| **facet != FacetId::Region).collect();
    assert_eq!(firsts.collect::<Vec<_>>(), others);
}
