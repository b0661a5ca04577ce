//! Vocabularies: each term once, no name for two terms, broader terms that exist and end.

use std::collections::{BTreeMap, BTreeSet};

use explorer_core::place::PlaceKind;
use explorer_core::vocabulary::{Term, Terms, Vocabulary};

use crate::collector::{Collector, Page};
use crate::nearest::{did_you_mean, nearest};
use crate::problem::Rule;
use crate::shape::VocabularyName;
use crate::source::Sources;

const TWICE: Rule = Rule::error("term-id-twice", "two terms have one id");
const NAME_TWICE: Rule = Rule::error("name-twice", "one name stands for two terms");
const BROADER: Rule = Rule::error("unknown-broader", "the broader term does not exist");
const CIRCLE: Rule = Rule::error("broader-circle", "a term is broader than itself");
const COUNTRY_ID: Rule = Rule::error("country-id", "a country needs its code as an id");

/// The rules of this file.
pub const RULES: &[&Rule] = &[&TWICE, &NAME_TWICE, &BROADER, &CIRCLE, &COUNTRY_ID];

/// Checks all vocabularies that are there.
pub fn check(sources: &Sources, vocabulary: &Vocabulary, collector: &mut Collector<'_>) {
    for name in VocabularyName::ALL {
        if sources.get(name.file()).is_some() {
            let mut page = collector.page(name.file());
            let terms = name.terms(vocabulary);
            ids(terms, &mut page);
            names(terms, &mut page);
            broader(terms, &mut page);
        }
    }
}

fn ids(terms: &Terms, page: &mut Page<'_, '_>) {
    let mut seen = BTreeSet::new();
    for (at, term) in terms.0.iter().enumerate() {
        let id = term.id.as_str();
        let path = format!("terms[{at}].id");
        if !seen.insert(id) {
            page.note(&TWICE, &path, "an id that no other term has", format!("`{id}` again"));
        }
        let is_country = matches!(term.place_kind, Some(PlaceKind::Country | PlaceKind::Territory));
        if is_country && (id.len() != 2 || !id.bytes().all(|b| b.is_ascii_lowercase())) {
            let expected = "the ISO 3166-1 alpha-2 code in lower case";
            page.note(&COUNTRY_ID, &path, expected, format!("`{id}`"));
        }
    }
}

/// A name in a printed document has to lead to one term, or to one of each kind of place: there is
/// a country and a region called Micronesia.
fn names(terms: &Terms, page: &mut Page<'_, '_>) {
    let mut seen: BTreeMap<(Option<PlaceKind>, String), usize> = BTreeMap::new();
    for (at, term) in terms.0.iter().enumerate() {
        let path = format!("terms[{at}]");
        let labels =
            term.labels.iter().map(|label| (format!("{path}.label.{}", label.lang), &label.text));
        let aliases = term.aliases.iter().enumerate();
        let aliases = aliases.map(|(number, alias)| (format!("{path}.aliases[{number}]"), alias));
        for (path, name) in labels.chain(aliases) {
            let owner = *seen.entry((term.place_kind, name.to_lowercase())).or_insert(at);
            if owner != at {
                let other = terms.0.get(owner).map_or("", |term| term.id.as_str());
                let found = format!("`{name}`, which is a name of `{other}` too");
                page.note(&NAME_TWICE, &path, "a name that no other term has", found);
            }
        }
    }
}

fn broader(terms: &Terms, page: &mut Page<'_, '_>) {
    let known: BTreeMap<&str, &Term> =
        terms.0.iter().map(|term| (term.id.as_str(), term)).collect();
    for (at, term) in terms.0.iter().enumerate() {
        for (number, broader) in term.broader.iter().enumerate() {
            let path = format!("terms[{at}].broader[{number}]");
            if !known.contains_key(broader.as_str()) {
                let names = known.keys().map(|id| vec![*id]);
                let hint = did_you_mean(&nearest(broader.as_str(), names)).unwrap_or_default();
                let expected = "the id of a term of this vocabulary";
                page.note_with_hint(&BROADER, &path, expected, format!("`{broader}`"), hint);
            } else if reaches(broader.as_str(), term.id.as_str(), &known) {
                let expected = "a term that is not below this one";
                page.note(&CIRCLE, &path, expected, format!("`{broader}`"));
            }
        }
    }
}

/// True when going from a term to broader ones leads to another.
fn reaches(from: &str, to: &str, known: &BTreeMap<&str, &Term>) -> bool {
    let mut open = vec![from];
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if id == to {
            return true;
        }
        if seen.insert(id)
            && let Some(term) = known.get(id)
        {
            open.extend(term.broader.iter().map(explorer_core::id::TermId::as_str));
        }
    }
    false
}
