//! A record as search engines of others take it: one flat object of names and texts.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use explorer_compiler::synth::frame;
use explorer_core::content::Record;
use explorer_core::id::TermId;
use explorer_core::vocabulary::{Terms, Vocabulary};
use serde_json::{Value, json};

/// How many statements the themes of a flat record are taken from: with all of them, nearly every
/// record would have every theme.
const TELL_THEMES: usize = 2;

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| frame().vocabulary);

/// The flat form of a record.
pub fn flat(record: &Record) -> Value {
    let evaluation = &record.evaluation;
    let places = || evaluation.places.iter().filter_map(|place| place.term.as_ref());
    let themes = record.statements.iter().take(TELL_THEMES).flat_map(|it| &it.themes);
    json!({
        "id": evaluation.id.as_str().to_uppercase(),
        "title": evaluation.title,
        "agency": name(&VOCABULARY.agencies, &evaluation.agency),
        "kind": evaluation.kind.as_printed,
        "year": year(evaluation.id.as_str()),
        "region": places().next().map_or_else(|| "Global".to_owned(), region),
        "countries": names(&VOCABULARY.places, places()),
        "themes": names(&VOCABULARY.themes, themes),
        "evaluators": evaluation.team.iter().map(|party| &party.name).collect::<Vec<_>>(),
        "statements": record.statements.iter().map(|statement| json!({
            "id": statement.id.as_str().to_uppercase(),
            "type": statement.kind.code(),
            "criterion": statement.criteria.first().map_or("", |it| it.term.as_str()),
            "text": statement.text,
        })).collect::<Vec<_>>(),
    })
}

/// Synthetic ids end with the year.
fn year(id: &str) -> u16 {
    id.rsplit('-').next().and_then(|year| year.parse().ok()).unwrap_or_default()
}

fn region(country: &TermId) -> String {
    let places = &VOCABULARY.places;
    let region = places.get(country).and_then(|term| term.broader.first());
    region.map_or_else(String::new, |region| name(places, region))
}

fn name(terms: &Terms, id: &TermId) -> String {
    terms.get(id).map_or(id.as_str(), |term| term.label("en")).to_owned()
}

fn names<'r>(terms: &Terms, ids: impl Iterator<Item = &'r TermId>) -> Vec<String> {
    let names: BTreeSet<String> = ids.map(|id| name(terms, id)).collect();
    names.into_iter().collect()
}
