//! The terms of synthetic sets.

use explorer_core::place::PlaceKind;
use explorer_core::vocabulary::{Label, Term, Terms, Vocabulary};

use super::lists::{AGENCIES, COUNTRIES, CRITERIA, DONORS, REGIONS, THEMES};

pub fn vocabulary() -> Vocabulary {
    let terms =
        |list: &[(&str, &str)]| Terms(list.iter().map(|(id, label)| term(id, label)).collect());
    let countries = COUNTRIES.iter().map(|(id, label, region)| Term {
        broader: vec![(*region).into()],
        place_kind: Some(PlaceKind::Country),
        ..term(id, label)
    });
    let regions = REGIONS
        .iter()
        .map(|(id, label)| Term { place_kind: Some(PlaceKind::Region), ..term(id, label) });
    let mut places: Vec<Term> = countries.chain(regions).collect();
    places.sort_by(|a, b| a.id.cmp(&b.id));
    Vocabulary {
        agencies: terms(AGENCIES),
        organisations: terms(DONORS),
        places: Terms(places),
        themes: Terms(THEMES.iter().map(|(id, label)| theme(id, label)).collect()),
        criteria: terms(CRITERIA),
    }
}

fn theme(id: &str, label: &str) -> Term {
    let note = format!("What is said of this: {}.", label.to_lowercase());
    Term { scope_note: Some(note), ..term(id, label) }
}

fn term(id: &str, label: &str) -> Term {
    Term {
        id: id.into(),
        labels: vec![Label { lang: "en".to_owned(), text: label.to_owned() }],
        short: None,
        aliases: Vec::new(),
        scope_note: None,
        broader: Vec::new(),
        place_kind: None,
    }
}
