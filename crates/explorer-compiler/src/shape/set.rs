//! The shapes of the files beside the records.

use explorer_core::place::PlaceKind;
use explorer_core::tension::TensionKind;

use super::{Form, Shape, VocabularyName, code_of, optional, required};

const NAME: Form = Form::Text(200);
const NOTE: Form = Form::Text(600);

/// `set.toml`.
pub static SET: Shape = Shape {
    name: "a set",
    fields: &[
        required("title", NAME, "The name of the set."),
        required("data_date", Form::Date, "The day on which the data were last changed."),
    ],
};

/// `tensions.toml`.
pub static TENSIONS: Shape = Shape {
    name: "the list of tensions",
    fields: &[optional("tensions", Form::Tables(&TENSION), "Where evaluations disagree.")],
};

static TENSION: Shape = Shape {
    name: "a tension",
    fields: &[
        required("id", Form::Id, "Its lasting name."),
        required("kind", code_of!(TensionKind), "What kind of disagreement it is."),
        required("question", Form::Text(400), "The neutral question on which the sides differ."),
        required("summary", NOTE, "What they differ in, neutrally, in your words."),
        optional("may_come_from", NOTE, "What the difference may come from, in your words."),
        optional(
            "silent",
            Form::List(&Form::Id, 0, 1000),
            "Evaluations that might be expected to speak to it and do not.",
        ),
        required("sides", Form::Tables(&SIDE), "The sides, at least two."),
    ],
};

static SIDE: Shape = Shape {
    name: "a side",
    fields: &[
        required("stance", NOTE, "The stance, short, in your words."),
        optional(
            "statements",
            Form::List(&Form::Id, 0, 1000),
            "The ids of the statements that take it.",
        ),
        optional(
            "evaluations",
            Form::List(&Form::Id, 0, 1000),
            "Evaluations that take it by their header facts rather than by a statement.",
        ),
    ],
};

/// A file of a vocabulary.
#[must_use]
pub const fn vocabulary(name: VocabularyName) -> &'static Shape {
    match name {
        VocabularyName::Places => &PLACES,
        VocabularyName::Themes => &THEMES,
        _ => &TERMS,
    }
}

static TERMS: Shape = Shape {
    name: "a vocabulary",
    fields: &[required("terms", Form::Tables(&TERM), "Its terms in the order of display.")],
};

static PLACES: Shape = Shape {
    name: "the vocabulary of places",
    fields: &[required("terms", Form::Tables(&PLACE_TERM), "Its terms in the order of display.")],
};

static THEMES: Shape = Shape {
    name: "the vocabulary of themes",
    fields: &[required("terms", Form::Tables(&THEME_TERM), "Its terms in the order of display.")],
};

const LABEL_ABOUT: &str = "Its label in each language; English must be there.";
const ALIAS_ABOUT: &str = "Other names under which documents print it.";
const SCOPE_ABOUT: &str = "What it covers and what not, in English.";

static TERM: Shape = Shape {
    name: "a term",
    fields: &[
        required("id", Form::Id, "Its lasting name."),
        required("label", Form::Labels, LABEL_ABOUT),
        optional("short", Form::Text(60), "A short form such as an acronym."),
        optional("aliases", Form::List(&NAME, 0, 100), ALIAS_ABOUT),
        optional("scope_note", NOTE, SCOPE_ABOUT),
        optional("broader", Form::List(&Form::Id, 0, 10), "The broader terms."),
    ],
};

static PLACE_TERM: Shape = Shape {
    name: "a term for a place",
    fields: &[
        required(
            "id",
            Form::Id,
            "Its lasting name; the ISO 3166-1 alpha-2 code for countries and territories.",
        ),
        required("kind", code_of!(PlaceKind), "Country, territory, region or global."),
        required("label", Form::Labels, LABEL_ABOUT),
        optional("short", Form::Text(60), "A short form."),
        optional("aliases", Form::List(&NAME, 0, 100), ALIAS_ABOUT),
        optional("scope_note", NOTE, SCOPE_ABOUT),
        optional(
            "broader",
            Form::List(&Form::Id, 0, 10),
            "The regions it lies in, outermost last.",
        ),
        optional("m49", Form::M49, "Its code in the UN's M49 list, three digits."),
    ],
};

static THEME_TERM: Shape = Shape {
    name: "a theme",
    fields: &[
        required("id", Form::Id, "Its lasting name."),
        required("label", Form::Labels, LABEL_ABOUT),
        optional("short", Form::Text(60), "A short form."),
        optional("aliases", Form::List(&NAME, 0, 100), ALIAS_ABOUT),
        required("scope_note", NOTE, SCOPE_ABOUT),
        optional("broader", Form::List(&Form::Id, 0, 10), "The broader terms."),
    ],
};

/// `vocabulary/synonyms.toml`.
pub static SYNONYMS: Shape = Shape {
    name: "the list of synonyms",
    fields: &[optional(
        "synonyms",
        Form::Tables(&SYNONYM),
        "Words that mean the same to a reader.",
    )],
};

static SYNONYM: Shape = Shape {
    name: "a group of synonyms",
    fields: &[required(
        "words",
        Form::List(&Form::Text(100), 2, 40),
        "Words or phrases, two or more.",
    )],
};

/// `redirects.toml`.
pub static REDIRECTS: Shape = Shape {
    name: "the list of redirects",
    fields: &[optional("redirects", Form::Tables(&REDIRECT), "Names of before.")],
};

static REDIRECT: Shape = Shape {
    name: "a redirect",
    fields: &[
        required("from", Form::Id, "The name that links may still carry."),
        required("to", Form::Id, "The name that it has now."),
    ],
};
