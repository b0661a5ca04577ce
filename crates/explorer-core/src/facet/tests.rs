//! Filters and counts against an oracle that reads records one by one and knows no columns.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::count::{Words, matches};
use super::impact::{Filtering, impacts};
use super::{FacetId, NOT_STATED};
use crate::artifact::pack;
use crate::bits::Bits;
use crate::content::{Content, Record};
use crate::dataset::Dataset;
use crate::evaluation::Evaluation;
use crate::id::TermId;
use crate::place::PlaceKind;
use crate::query::{Query, Unit};
use crate::statement::Statement;
use crate::testing::{Dice, content_of_seed, query_of_seed};
use crate::when::{Date, Span};

mod tables;

type Values = BTreeSet<String>;
type Ids = BTreeSet<String>;

fn open(content: &Content) -> Dataset {
    Dataset::open(pack(content).unwrap()).unwrap()
}

/// The slugs of the names in `testing`, typed by hand.
fn slug_of(name: &str) -> &str {
    match name {
        "Ana Díaz" | "ana diaz" => "ana-diaz",
        "Bo Li" => "bo-li",
        "علي" => "u639u644u64a",
        "GLOT59" => "glot59",
        "GLO T59" => "glo-t59",
        "PER/17/51/USA" => "per-17-51-usa",
        other => panic!("no slug for {other}"),
    }
}

fn values(facet: FacetId, content: &Content, evaluation: &Evaluation, on: Date) -> Values {
    let mut values = Values::new();
    match facet {
        FacetId::Agency => drop(values.insert(evaluation.agency.to_string())),
        FacetId::Timing => drop(values.insert(evaluation.kind.timing.code().into())),
        FacetId::Scope => drop(values.insert(evaluation.kind.scope.code().into())),
        FacetId::Country => {
            for place in &evaluation.places {
                if [PlaceKind::Country, PlaceKind::Territory].contains(&place.kind) {
                    values.extend(place.term.as_ref().map(ToString::to_string));
                }
            }
        }
        FacetId::Region => values = regions(content, evaluation),
        FacetId::Donor => {
            for project in &evaluation.projects {
                let phases = project.phases.iter().flat_map(|phase| phase.donors.iter());
                for donor in project.donors.iter().chain(phases) {
                    values.insert(donor.organisation.to_string());
                }
            }
            for donor in &evaluation.combined_donors {
                values.insert(donor.organisation.to_string());
            }
        }
        FacetId::Person => {
            let mut people: Vec<_> = evaluation.team.iter().collect();
            people.extend(&evaluation.manager);
            people.extend(&evaluation.supervisor);
            values.extend(people.iter().map(|party| slug_of(&party.name).to_owned()));
        }
        FacetId::Code => {
            let codes = evaluation.projects.iter().filter_map(|project| project.code.as_deref());
            values.extend(codes.map(|code| slug_of(code).to_owned()));
        }
        FacetId::Status => {
            values.extend(evaluation.projects.iter().map(|p| status(p.span, on).to_owned()));
        }
        FacetId::Theme | FacetId::Criterion | FacetId::Kind => unreachable!(),
    }
    or_not_stated(values)
}

fn or_not_stated(mut values: Values) -> Values {
    if values.is_empty() {
        values.insert(NOT_STATED.into());
    }
    values
}

fn regions(content: &Content, evaluation: &Evaluation) -> Values {
    let mut regions = Values::new();
    for place in &evaluation.places {
        match (place.kind, place.term.as_ref().map(TermId::as_str)) {
            (PlaceKind::Global, _) => drop(regions.insert("global".into())),
            (kind, Some(id)) => {
                if kind == PlaceKind::Region {
                    regions.insert(id.into());
                }
                for term in &content.vocabulary.places.0 {
                    if term.id.as_str() == id {
                        let above = term.broader.iter().map(ToString::to_string);
                        regions.extend(above.filter(|id| id != "global"));
                    }
                }
            }
            (_, None) => {}
        }
    }
    regions
}

fn status(span: Span, on: Date) -> &'static str {
    if span.start.is_some_and(|start| on.last_day() < start.first_day()) {
        return "planned";
    }
    if span.end.is_some_and(|end| on.first_day() > end.last_day()) {
        return "ended";
    }
    if span.start.is_some() && span.end.is_some() { "active" } else { NOT_STATED }
}

fn statement_values(facet: FacetId, statement: &Statement) -> Values {
    or_not_stated(match facet {
        FacetId::Theme => statement.themes.iter().map(ToString::to_string).collect(),
        FacetId::Criterion => statement.criteria.iter().map(|c| c.term.to_string()).collect(),
        FacetId::Kind => Values::from([statement.kind.code().to_owned()]),
        _ => unreachable!(),
    })
}

fn satisfies(query: &Query, facet: FacetId, values: &Values) -> bool {
    let Some(picks) = query.picks.of(facet) else { return true };
    let has_any = |ids: &[Box<str>]| ids.iter().any(|id| values.contains(&**id));
    (picks.included.is_empty() || has_any(&picks.included)) && !has_any(&picks.excluded)
}

/// Countries and regions are alternatives, and each excludes by itself.
fn is_in(query: &Query, countries: &Values, regions: &Values) -> bool {
    let picks = |facet| query.picks.of(facet).cloned().unwrap_or_default();
    let (country, region) = (picks(FacetId::Country), picks(FacetId::Region));
    let in_country = country.included.iter().any(|id| countries.contains(&**id));
    let in_region = region.included.iter().any(|id| regions.contains(&**id));
    let anywhere = country.included.is_empty() && region.included.is_empty();
    let shut = country.excluded.iter().any(|id| countries.contains(&**id))
        || region.excluded.iter().any(|id| regions.contains(&**id));
    (anywhere || in_country || in_region) && !shut
}

fn evaluation_passes(content: &Content, query: &Query, evaluation: &Evaluation) -> bool {
    let on = query.status_on.unwrap_or(content.data_date);
    let mut facets = FacetId::ALL.iter().filter(|facet| !facet.is_of_statements());
    let own = |facet| values(facet, content, evaluation, on);
    let picks = facets.all(|&facet| match facet {
        FacetId::Country => is_in(query, &own(FacetId::Country), &own(FacetId::Region)),
        FacetId::Region => true,
        _ => satisfies(query, facet, &own(facet)),
    });
    let period = query
        .period
        .is_none_or(|period| evaluation.projects.iter().any(|p| p.span.overlaps(period)));
    let budget = query.budget.as_ref().is_none_or(|range| {
        evaluation.total_budget(&range.currency).is_some_and(|total| {
            range.from.is_none_or(|from| total.cents >= from)
                && range.to.is_none_or(|to| total.cents <= to)
        })
    });
    picks && period && budget
}

fn statement_passes(query: &Query, statement: &Statement) -> bool {
    let mut facets = FacetId::ALL.iter().filter(|facet| facet.is_of_statements());
    facets.all(|&facet| satisfies(query, facet, &statement_values(facet, statement)))
}

/// The ids of the evaluations and of the statements that match.
fn hits(content: &Content, query: &Query, said: Option<&Ids>) -> (Ids, Ids) {
    let of_statements = || FacetId::ALL.iter().filter(|facet| facet.is_of_statements());
    let picks = |facet| query.picks.of(facet).cloned().unwrap_or_default();
    let asks = of_statements().any(|&facet| !picks(facet).included.is_empty());
    let is_barred = |statement: &Statement| {
        of_statements().any(|&facet| {
            let values = statement_values(facet, statement);
            picks(facet).excluded.iter().any(|id| values.contains(&**id))
        })
    };
    let is_said = |id: &str| said.is_none_or(|said| said.contains(id));
    let (mut evaluations, mut statements) = (Ids::new(), Ids::new());
    for Record { evaluation, statements: own } in &content.records {
        if !evaluation_passes(content, query, evaluation) {
            continue;
        }
        let passing: Vec<_> = own.iter().filter(|s| statement_passes(query, s)).collect();
        let says = !own.iter().any(is_barred) && (!asks || !passing.is_empty());
        if says && is_said(evaluation.id.as_str()) {
            evaluations.insert(evaluation.id.to_string());
        }
        let passing = passing.iter().map(|s| s.id.to_string());
        statements.extend(passing.filter(|id| is_said(id)));
    }
    (evaluations, statements)
}

/// The facets that a reader sees as one with this.
fn together(facet: FacetId) -> Vec<FacetId> {
    match facet {
        FacetId::Country | FacetId::Region => vec![FacetId::Country, FacetId::Region],
        other => vec![other],
    }
}

/// The question with only this value asked for in its facet, and in that of places in both.
fn asking_only(query: &Query, facet: FacetId, value: &str) -> Query {
    let mut query = query.clone();
    for facet in together(facet) {
        let included = query.picks.of(facet).map_or(Vec::new(), |picks| picks.included.clone());
        included.iter().for_each(|other| query.picks.toggle(facet, other));
    }
    query.picks.toggle(facet, value);
    query
}

/// A random half of all ids, as if words matched them.
fn said(content: &Content, seed: u64) -> Ids {
    let mut dice = Dice::new(seed);
    let of = |record: &Record| {
        let statements = record.statements.iter().map(|s| s.id.to_string());
        statements.chain([record.evaluation.id.to_string()]).collect::<Vec<_>>()
    };
    content.records.iter().flat_map(of).filter(|_| dice.once_in(2)).collect()
}

fn as_bits(dataset: &Dataset, said: &Ids) -> (Bits, Bits) {
    let evaluations = said.iter().filter_map(|id| dataset.find_evaluation(id)).map(|ix| ix.0);
    let statements = said.iter().filter_map(|id| dataset.find_statement(id)).map(|ix| ix.0);
    let evaluations = Bits::of(dataset.evaluation_count(), evaluations);
    (evaluations, Bits::of(dataset.statement_count(), statements))
}

fn words((evaluations, statements): &(Bits, Bits)) -> Words<'_> {
    Words { evaluations, statements }
}

#[track_caller]
fn agrees(content: &Content, query: &Query, said: Option<&Ids>) {
    let dataset = open(content);
    let bits = said.map(|said| as_bits(&dataset, said));
    let found = matches(&dataset, query, bits.as_ref().map(words));
    let (evaluations, statements) = hits(content, query, said);
    let found_evaluations: Ids = dataset
        .evaluations()
        .filter(|ix| found.evaluations.contains(&ix.0))
        .filter_map(|ix| Some(dataset.evaluation_id(ix)?.to_owned()))
        .collect();
    let found_statements: Ids = found
        .statements
        .iter()
        .map(|ix| dataset.statement(crate::dataset::StatementIx(ix)).unwrap().id.to_string())
        .collect();
    assert_eq!(found_evaluations, evaluations);
    assert_eq!(found_statements, statements);
    assert!(found.evaluations.is_sorted());
    for &facet in FacetId::ALL {
        for value in dataset.facet_values(facet) {
            let (evaluations, statements) =
                hits(content, &asking_only(query, facet, &value.id), said);
            let expected = match query.unit {
                Unit::Evaluations => evaluations.len(),
                Unit::Statements => statements.len(),
            };
            let count = found.counts.get(&dataset, facet, &value.id);
            assert_eq!(count as usize, expected, "{facet:?} {}", value.id);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn results_and_counts_are_those_of_reading_every_record(
        data: u64, question: u64, count in 0..9_usize,
    ) {
        agrees(&content_of_seed(data, count), &query_of_seed(question), None);
    }

    #[test]
    fn words_narrow_both_units(data: u64, question: u64, words: u64, count in 0..9_usize) {
        let content = content_of_seed(data, count);
        agrees(&content, &query_of_seed(question), Some(&said(&content, words)));
    }

    #[test]
    fn a_value_that_no_record_has_never_adds_results(data: u64, question: u64) {
        let dataset = open(&content_of_seed(data, 6));
        let query = query_of_seed(question);
        let before = matches(&dataset, &query, None);
        for &facet in FacetId::ALL {
            let mut query = query.clone();
            let asks = |facet| query.picks.of(facet).is_some_and(|it| !it.included.is_empty());
            let was_asked = together(facet).into_iter().any(asks);
            query.picks.toggle(facet, "no-such-value");
            let after = matches(&dataset, &query, None);
            prop_assert!(after.evaluations.iter().all(|ix| before.evaluations.contains(ix)));
            if !was_asked {
                prop_assert!(after.evaluations.is_empty() && after.statements.is_empty());
            }
        }
    }

    #[test]
    fn dropping_a_filter_brings_back_what_is_promised(data: u64, question: u64, seed: u64) {
        let content = content_of_seed(data, 6);
        let dataset = open(&content);
        let query = query_of_seed(question);
        let said = said(&content, seed);
        let bits = as_bits(&dataset, &said);
        let impacts = impacts(&dataset, &query, Some(words(&bits)));
        prop_assert!(impacts.is_sorted_by(|a, b| a.results >= b.results));
        for impact in impacts {
            let said = (impact.filter != Filtering::Words).then_some(&said);
            let (evaluations, statements) = hits(&content, &impact.filter.dropped_from(&query), said);
            let expected = match query.unit {
                Unit::Evaluations => evaluations.len(),
                Unit::Statements => statements.len(),
            };
            prop_assert_eq!(impact.results, expected);
        }
    }
}

#[test]
fn an_empty_result_names_the_filter_that_empties_it() {
    let content = content_of_seed(7, 8);
    let mut query = Query::default();
    query.picks.toggle(FacetId::Kind, "finding");
    query.picks.toggle(FacetId::Country, "atlantis");
    let impacts = impacts(&open(&content), &query, None);
    let filters: Vec<_> = impacts.iter().map(|impact| &impact.filter).collect();
    assert_eq!(filters, [&Filtering::Included(FacetId::Country)]);
    assert_eq!(
        impacts[0].results,
        hits(&content, &impacts[0].filter.dropped_from(&query), None).0.len()
    );
}
