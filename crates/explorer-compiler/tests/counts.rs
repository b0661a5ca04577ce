//! Results and counts of a synthetic set, against reading every record by hand: this file shares no
//! code with the columns and the index of words.

#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not there")]

use std::collections::BTreeSet;

use explorer_compiler::synth::{Options, content};
use explorer_core::artifact::pack;
use explorer_core::content::{Content, Record};
use explorer_core::dataset::Dataset;
use explorer_core::evaluation::Evaluation;
use explorer_core::facet::{FacetId, NOT_STATED};
use explorer_core::outcome;
use explorer_core::place::PlaceKind;
use explorer_core::query::{Query, Unit};
use explorer_core::statement::Statement;

const FACETS: [FacetId; 6] = [
    FacetId::Agency,
    FacetId::Country,
    FacetId::Donor,
    FacetId::Theme,
    FacetId::Criterion,
    FacetId::Kind,
];

fn values_of_evaluation(evaluation: &Evaluation, facet: FacetId) -> BTreeSet<String> {
    let mut values = BTreeSet::new();
    match facet {
        FacetId::Agency => drop(values.insert(evaluation.agency.to_string())),
        FacetId::Country => {
            let in_a_country = [PlaceKind::Country, PlaceKind::Territory];
            let places = evaluation.places.iter();
            let places = places.filter(|place| in_a_country.contains(&place.kind));
            values.extend(places.filter_map(|place| place.term.as_ref()).map(ToString::to_string));
        }
        _ => {
            let phases = evaluation.projects.iter().flat_map(|project| &project.phases);
            let donors = evaluation.projects.iter().flat_map(|project| &project.donors);
            let donors = donors.chain(phases.flat_map(|phase| &phase.donors));
            let donors = donors.chain(&evaluation.combined_donors);
            values.extend(donors.map(|donor| donor.organisation.to_string()));
        }
    }
    or_not_stated(values)
}

fn values_of_statement(statement: &Statement, facet: FacetId) -> BTreeSet<String> {
    or_not_stated(match facet {
        FacetId::Theme => statement.themes.iter().map(ToString::to_string).collect(),
        FacetId::Criterion => statement.criteria.iter().map(|c| c.term.to_string()).collect(),
        _ => BTreeSet::from([statement.kind.code().to_owned()]),
    })
}

fn or_not_stated(values: BTreeSet<String>) -> BTreeSet<String> {
    if values.is_empty() { BTreeSet::from([NOT_STATED.to_owned()]) } else { values }
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

fn says(statement: &Statement, phrase: [&str; 2]) -> bool {
    words(&statement.text).windows(2).any(|pair| pair == phrase)
}

/// How many results picks (one value a facet) and two words side by side in a statement have.
fn results(
    set: &Content,
    picks: &[(FacetId, &str)],
    phrase: Option<[&str; 2]>,
    unit: Unit,
) -> usize {
    let of_statements = |picked: &&(FacetId, &str)| picked.0.is_of_statements();
    let passes = |statement: &Statement| {
        let mut asked = picks.iter().filter(of_statements);
        asked.all(|(facet, value)| values_of_statement(statement, *facet).contains(*value))
    };
    let said = |statement: &Statement| phrase.is_none_or(|phrase| says(statement, phrase));
    let is_in = |record: &&Record| {
        let mut asked = picks.iter().filter(|picked| !of_statements(picked));
        asked
            .all(|(facet, value)| values_of_evaluation(&record.evaluation, *facet).contains(*value))
    };
    let records = set.records.iter().filter(is_in);
    match unit {
        Unit::Evaluations => records
            .filter(|record| record.statements.iter().any(passes))
            .filter(|record| record.statements.iter().any(said))
            .count(),
        Unit::Statements => {
            let statements = records.flat_map(|record| &record.statements);
            statements.filter(|statement| passes(statement) && said(statement)).count()
        }
    }
}

#[test]
fn results_and_counts_of_a_synthetic_set_are_those_of_reading_every_record() {
    let set = content(Options { evaluations: 60, statements: 30, seed: 11 });
    let dataset = Dataset::open(pack(&set).unwrap()).unwrap();
    let plain = |word: &str| word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let text = &set.records[7].statements[3].text;
    let words = words(text);
    let phrase = words.windows(2).find(|pair| pair.iter().all(|word| plain(word))).unwrap();
    let phrase = [phrase[0], phrase[1]];
    let country = values_of_evaluation(&set.records[7].evaluation, FacetId::Country);
    let theme = values_of_statement(&set.records[7].statements[3], FacetId::Theme);
    let country = (FacetId::Country, country.first().unwrap().as_str());
    let theme = (FacetId::Theme, theme.first().unwrap().as_str());
    for unit in [Unit::Evaluations, Unit::Statements] {
        for phrase in [None, Some(phrase)] {
            for picks in [&[][..], &[country], &[theme], &[country, theme]] {
                let mut query = Query { unit, ..Query::default() };
                if let Some([one, two]) = phrase {
                    query.text = format!("text:\"{one} {two}\"");
                }
                picks.iter().for_each(|(facet, value)| query.picks.toggle(*facet, value));
                let outcome = outcome::run(&dataset, &query);
                assert_eq!(outcome.total(unit), results(&set, picks, phrase, unit), "{query:?}");
                for facet in FACETS {
                    let others = picks.iter().filter(|picked| picked.0 != facet);
                    let others: Vec<(FacetId, &str)> = others.copied().collect();
                    for value in dataset.facet_values(facet) {
                        let picks = [&others[..], &[(facet, &*value.id)]].concat();
                        let expected = results(&set, &picks, phrase, unit);
                        let count = outcome.counts.get(&dataset, facet, &value.id) as usize;
                        assert_eq!(count, expected, "{facet:?} {} of {query:?}", value.id);
                    }
                }
            }
        }
    }
}
