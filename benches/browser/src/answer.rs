//! Answers in the shape that benchmarks compare.

use std::collections::BTreeMap;

use explorer_core::dataset::{Dataset, EvaluationIx};
use explorer_core::facet::FacetId;
use explorer_core::id::slug;
use explorer_core::outcome::{self, Outcome};
use explorer_core::query::Query;
use explorer_core::search::Marks;
use explorer_core::view::results::{Passage, best_statement, whole};
use serde_json::Value;

/// The facets of flat records, and the facets of ours that hold them.
const FACETS: [(&str, FacetId); 6] = [
    ("agency", FacetId::Agency),
    ("kind", FacetId::Donor),
    ("year", FacetId::Code),
    ("region", FacetId::Person),
    ("countries", FacetId::Country),
    ("themes", FacetId::Theme),
];

/// Values of filters: texts, or numbers for years.
type Filters = BTreeMap<String, Vec<Value>>;

/// The names of the values of each of [`FACETS`], as flat records have them, in JSON; nothing for
/// people that are no regions.
#[derive(Debug)]
pub struct Names([Vec<String>; FACETS.len()]);

impl Names {
    /// Looks them up once.
    pub fn new(dataset: &Dataset) -> Self {
        Self(FACETS.map(|(_, facet)| {
            let values = dataset.facet_values(facet).iter();
            let label = |id| dataset.facet_label(facet, id, "en").unwrap_or(id);
            let name = |id| match facet {
                FacetId::Person => label(id).strip_suffix(explorer_flat::REGION),
                _ => Some(label(id)),
            };
            let json = |name: &str| Value::from(name).to_string();
            values.map(|value| name(&value.id).map(json).unwrap_or_default()).collect()
        }))
    }
}

pub fn search(
    dataset: &Dataset,
    names: &Names,
    words: &str,
    filters: &str,
    limit: usize,
    forgives: bool,
) -> String {
    let query = question(words, filters);
    let run = if forgives { outcome::run } else { outcome::run_as_typed };
    let outcome = run(dataset, &query);
    let ids = outcome.evaluations.iter().take(limit);
    // Flat records print ids in capitals; ids need no escaping.
    let ids = ids.filter_map(|&ix| dataset.evaluation_id(ix)).map(str::to_uppercase);
    let ids: Vec<String> = ids.map(|id| format!("\"{id}\"")).collect();
    let (ids, total) = (ids.join(","), outcome.evaluations.len());
    let counts = counts(names, &outcome);
    format!("{{\"ids\":[{ids}],\"total\":{total},\"counts\":{{{counts}}}}}")
}

fn question(words: &str, filters: &str) -> Query {
    let filters: Filters = serde_json::from_str(filters).unwrap_or_default();
    let mut query = Query { text: words.to_owned(), ..Query::default() };
    for (name, facet) in FACETS {
        for value in filters.get(name).into_iter().flatten() {
            let value = value.as_str().map_or_else(|| value.to_string(), slug);
            query.picks.toggle(facet, &value);
        }
    }
    query
}

/// The counts that are not zero, as the inside of an object.
fn counts(names: &Names, outcome: &Outcome) -> String {
    let mut json = String::new();
    for ((facet_name, facet), names) in FACETS.iter().zip(&names.0) {
        let comma = if json.is_empty() { "" } else { "," };
        json += &format!("{comma}\"{facet_name}\":{{");
        let mut comma = "";
        for (name, count) in names.iter().zip(outcome.counts.of(*facet)) {
            if *count > 0 && !name.is_empty() {
                json += comma;
                json += name;
                json += ":";
                json += &count.to_string();
                comma = ",";
            }
        }
        json += "}";
    }
    json
}

pub fn highlight(dataset: &Dataset, words: &str, ids: &str) -> String {
    let ids: Vec<String> = serde_json::from_str(ids).unwrap_or_default();
    let outcome = outcome::run(dataset, &question(words, ""));
    let of = |id: &String| dataset.find_evaluation(&slug(id));
    let texts =
        ids.iter().filter_map(of).map(|ix| excerpt(dataset, ix, &outcome, &marks(&outcome)));
    Value::from(texts.collect::<Vec<String>>()).to_string()
}

/// The title and the best passage of an evaluation, as a card shows them.
fn excerpt(dataset: &Dataset, ix: EvaluationIx, outcome: &Outcome, marks: &Marks) -> String {
    let title = dataset.card(ix).map(|card| marked(&whole(&card.title, marks)));
    let passage = best_statement(dataset, ix, outcome, marks);
    let passage = passage.map(|(_, passage)| marked(&passage));
    title.into_iter().chain(passage).collect::<Vec<String>>().join(" ")
}

fn marks(outcome: &Outcome) -> Marks {
    outcome.reading.as_ref().map(|reading| reading.marks.clone()).unwrap_or_default()
}

fn marked(passage: &Passage) -> String {
    let (mut out, mut last) = (String::new(), 0);
    let mut push = |until: usize, tag: &str| {
        out.push_str(passage.text.get(last..until).unwrap_or_default());
        out.push_str(tag);
        last = until;
    };
    for mark in &passage.marks {
        push(mark.start, "<mark>");
        push(mark.end, "</mark>");
    }
    push(passage.text.len(), "");
    out
}

pub fn complete(dataset: &Dataset, words: &str, limit: usize) -> usize {
    let query = question(words, "");
    let outcome = outcome::run(dataset, &query);
    let marks = marks(&outcome);
    let shown = outcome.evaluations.iter().take(limit);
    let mut bytes: usize = shown.map(|&ix| excerpt(dataset, ix, &outcome, &marks).len()).sum();
    for ix in outcome.first_statements(dataset, &query, limit) {
        let statement = dataset.statement(ix);
        bytes += statement.map_or(0, |statement| marked(&whole(&statement.text, &marks)).len());
    }
    bytes + FacetId::ALL.iter().map(|&facet| outcome.counts.of(facet).len()).sum::<usize>()
}
