//! The sheets of the vocabularies. They are for reading and joining; terms are edited in the
//! vocabulary's own files.

use explorer_core::content::Content;
use explorer_core::place::PlaceKind;
use explorer_core::vocabulary::{Label, Term, Terms, Vocabulary};

use crate::export::facts::LANG;
use crate::export::sheet::{Rows, Sheet, columns};

const fn sheet(
    name: &'static str,
    about: &'static str,
    rows: for<'a> fn(&'a Content) -> Rows<'a>,
) -> Sheet {
    Sheet { name, about, columns: TERMS, key: &["id"], foreign: &[], rows }
}

pub(super) const SHEETS: &[Sheet] = &[
    sheet("agencies", "Publishing agencies.", |content| rows(&content.vocabulary.agencies)),
    sheet("organisations", "Governments and organisations.", |content| {
        rows(&content.vocabulary.organisations)
    }),
    sheet("place_terms", "Countries, territories and regions.", |content| {
        rows(&content.vocabulary.places)
    }),
    sheet("themes", "Themes.", |content| rows(&content.vocabulary.themes)),
    sheet("criteria", "Criteria.", |content| rows(&content.vocabulary.criteria)),
    Sheet {
        name: "term_labels",
        about: "The labels of all terms in all languages.",
        columns: LABELS,
        key: &["vocabulary", "term", "lang"],
        foreign: &[],
        rows: label_rows,
    },
];

fn rows(terms: &Terms) -> Rows<'_> {
    Box::new(terms.0.iter().map(term_cells))
}

/// The vocabularies with the names of their sheets.
fn vocabularies(vocabulary: &Vocabulary) -> [(&'static str, &Terms); 5] {
    [
        ("agencies", &vocabulary.agencies),
        ("organisations", &vocabulary.organisations),
        ("place_terms", &vocabulary.places),
        ("themes", &vocabulary.themes),
        ("criteria", &vocabulary.criteria),
    ]
}

fn label_rows(content: &Content) -> Rows<'_> {
    Box::new(vocabularies(&content.vocabulary).into_iter().flat_map(|(name, terms)| {
        terms.0.iter().flat_map(move |term| {
            term.labels.iter().map(move |label| label_cells(name, term, label))
        })
    }))
}

columns! {
    TERMS, fn term_cells(term: &Term) {
        "id" text !required, "Its lasting name." => term.id;
        "label" text !required, "Its label in English." => term.label(LANG);
        "short" text, "A short form such as an acronym." => term.short;
        "aliases" list, "Other names under which documents print it." => term.aliases;
        "scope_note" text, "What it covers and what not." => term.scope_note;
        "broader" list, "The broader terms." => term.broader;
        "place_kind" code(PlaceKind), "For places: what kind." => term.place_kind;
    }
}

columns! {
    LABELS, fn label_cells(vocabulary: &'static str, term: &Term, label: &Label) {
        "vocabulary" text !required, "The sheet of the term." => vocabulary;
        "term" text !required, "The term." => term.id;
        "lang" text !required, "BCP 47 tag." => label.lang;
        "text" text !required, "The label." => label.text;
    }
}
