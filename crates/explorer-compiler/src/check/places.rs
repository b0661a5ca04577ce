//! Places: known by the printed name, of the right kind, as many as the document counts.

use std::collections::BTreeSet;

use explorer_core::evaluation::Evaluation;
use explorer_core::id::TermId;
use explorer_core::place::{Place, PlaceKind};
use explorer_core::vocabulary::{Term, Terms};

use crate::collector::Page;
use crate::problem::Rule;

const KIND: Rule = Rule::error("place-kind", "this place is of another kind than its term");
const NO_TERM: Rule = Rule::error("place-without-term", "this place needs a term");
const NO_CODE: Rule = Rule::error("place-with-term", "this place has no term of its own");
const NAME: Rule = Rule::error("place-name", "the vocabulary does not know this name of the place");
const TWICE: Rule = Rule::error("place-twice", "this place is listed twice");
const COUNT: Rule =
    Rule::error("country-count", "the countries are not as many as the document counts");

/// The rules of this file.
pub const RULES: &[&Rule] = &[&KIND, &NO_TERM, &NO_CODE, &NAME, &TWICE, &COUNT];

/// Checks the places of projects and of field missions.
pub fn check(evaluation: &Evaluation, terms: &Terms, page: &mut Page<'_, '_>) {
    list(&evaluation.places, "places", terms, page);
    list(&evaluation.method.field_missions, "method.field_missions", terms, page);
    counts(evaluation, page);
}

fn list(places: &[Place], key: &str, terms: &Terms, page: &mut Page<'_, '_>) {
    let mut seen: BTreeSet<&TermId> = BTreeSet::new();
    for (at, place) in places.iter().enumerate() {
        let path = format!("{key}[{at}]");
        one(place, &path, terms, page);
        if let Some(term) = &place.term
            && !seen.insert(term)
        {
            let expected = "each place once, with the phases in which it took part";
            page.note(&TWICE, &format!("{path}.term"), expected, format!("`{term}` again"));
        }
    }
}

fn one(place: &Place, path: &str, terms: &Terms, page: &mut Page<'_, '_>) {
    let has_terms = !matches!(place.kind, PlaceKind::Area | PlaceKind::City);
    match &place.term {
        None if has_terms => {
            let expected = format!("`term`: the id of the {} in the vocabulary", place.kind.code());
            page.note(&NO_TERM, path, expected, format!("`{}` without a term", place.as_printed));
        }
        Some(id) if !has_terms => {
            let expected = format!("no `term`, since the kind is {}", place.kind.code());
            page.note(&NO_CODE, &format!("{path}.term"), expected, format!("`{id}`"));
        }
        Some(id) => {
            let Some(term) = terms.get(id) else { return };
            kind(place, term, path, page);
            name(place, term, path, page);
        }
        None => {}
    }
}

fn kind(place: &Place, term: &Term, path: &str, page: &mut Page<'_, '_>) {
    if let Some(kind) = term.place_kind.filter(|&kind| kind != place.kind) {
        let expected = format!("{}, as the vocabulary says of `{}`", kind.code(), term.id);
        page.note(&KIND, &format!("{path}.kind"), expected, place.kind.code());
    }
}

fn name(place: &Place, term: &Term, path: &str, page: &mut Page<'_, '_>) {
    let plain = |name: &str| {
        let name = name.to_lowercase();
        name.strip_prefix("the ").unwrap_or(&name).to_owned()
    };
    let printed = plain(&place.as_printed);
    let labels = term.labels.iter().map(|label| &label.text);
    let mut names = labels.chain(&term.aliases).chain(&term.short);
    if !place.as_printed.is_empty() && !names.any(|name| plain(name) == printed) {
        page.note_with_hint(
            &NAME,
            &format!("{path}.as_printed"),
            format!("a name of `{}` ({})", term.id, term.label("en")),
            format!("`{}`", place.as_printed),
            "when the document prints the place so, add the name to the term's `aliases`",
        );
    }
}

fn counts(evaluation: &Evaluation, page: &mut Page<'_, '_>) {
    let countries = |number: Option<u8>| {
        let of_phase = |place: &&Place| {
            number.is_none_or(|number| place.phases.is_empty() || place.phases.contains(&number))
        };
        let is_country =
            |place: &&Place| matches!(place.kind, PlaceKind::Country | PlaceKind::Territory);
        let listed = evaluation.places.iter().filter(is_country).filter(of_phase);
        listed
            .map(|place| place.term.as_ref().map_or(place.as_printed.as_str(), TermId::as_str))
            .collect::<BTreeSet<_>>()
            .len()
    };
    // A document may print a number and name no country at all.
    if countries(None) == 0 {
        return;
    }
    let mut compare = |stated: Option<u16>, listed: usize, path: String| {
        if let Some(stated) = stated.map(usize::from).filter(|&stated| stated != listed) {
            page.note_with_hint(
                &COUNT,
                &path,
                format!("{listed}, as many countries and territories as `places` lists for it"),
                stated.to_string(),
                "look for a missing place or phase; where the document itself miscounts, leave \
                 the number out and say so in `notes`",
            );
        }
    };
    let all = "country_count_as_printed".to_owned();
    compare(evaluation.country_count_as_printed, countries(None), all);
    let phased = evaluation.projects.iter().filter(|project| !project.phases.is_empty()).count();
    // A place gives phases by number alone, so the numbers must be those of one project.
    if phased != 1 {
        return;
    }
    for (project, phase, value) in phases(evaluation) {
        let path = format!("projects[{project}].phases[{phase}].country_count_as_printed");
        compare(value.country_count_as_printed, countries(Some(value.number)), path);
    }
}

fn phases(
    evaluation: &Evaluation,
) -> impl Iterator<Item = (usize, usize, &explorer_core::evaluation::Phase)> {
    evaluation.projects.iter().enumerate().flat_map(|(at, project)| {
        project.phases.iter().enumerate().map(move |(phase, value)| (at, phase, value))
    })
}
