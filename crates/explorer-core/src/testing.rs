//! Small sets and questions for tests: by hand, or drawn from a seed.
//!
//! Compiled for this crate's tests, and for others' with the feature `testing`. Drawing uses its
//! own dice rather than a library, so that the feature needs no dependency; a failing seed can be
//! typed into a test as it is.

mod random;

pub use random::{Dice, content_of_seed, query_of_seed};

use crate::content::{Content, Record, Redirect, Synonyms};
use crate::evaluation::{
    Depth, Donor, Evaluation, EvaluationKind, Independence, Method, Party, PartyKind, Phase,
    Project, Provenance, Scope, Timing,
};
use crate::money::{Budget, BudgetScope, Currency, Exactness};
use crate::place::{Place, PlaceKind};
use crate::statement::{Enumeration, Statement, StatementKind};
use crate::vocabulary::{Label, Term, Terms, Vocabulary};
use crate::when::{Date, Span};

/// Makes the checksums of a packed set right again after bytes were changed, so that a test sees
/// what lies behind them.
pub fn seal(bytes: &mut [u8]) {
    crate::artifact::seal(bytes);
}

/// An evaluation of which only id and title are stated, with one project.
#[must_use]
pub fn evaluation(id: &str, title: &str) -> Evaluation {
    Evaluation {
        id: id.into(),
        title: title.into(),
        short_title: title.into(),
        title_as_printed: None,
        language: "en".into(),
        agency: "unodc".into(),
        unit: None,
        document_type: "Evaluation brief".into(),
        kind: EvaluationKind {
            as_printed: String::new(),
            timing: Timing::NotStated,
            scope: Scope::NotStated,
            depth: Depth::NotStated,
            independence: Independence::NotStated,
        },
        published: None,
        conducted: None,
        period_evaluated: None,
        report: None,
        projects: vec![project(title)],
        combined_budgets: Vec::new(),
        combined_donors: Vec::new(),
        places: Vec::new(),
        region_as_printed: None,
        country_count_as_printed: None,
        reach: Vec::new(),
        team: Vec::new(),
        manager: None,
        supervisor: None,
        institutions: Vec::new(),
        method: Method::default(),
        criteria_listed: Vec::new(),
        keywords: Vec::new(),
        mentioned_projects: Vec::new(),
        notes: Vec::new(),
        provenance: Provenance {
            document: "A brief".into(),
            coded_by: "Tests".into(),
            coded_on: day("2024-01-01"),
            facts: Vec::new(),
        },
    }
}

/// A project of which only the title is stated.
#[must_use]
pub fn project(title: &str) -> Project {
    Project {
        code: None,
        title: title.into(),
        short_title: None,
        span: Span::default(),
        span_as_printed: None,
        months_stated: None,
        budgets: Vec::new(),
        donors: Vec::new(),
        phases: Vec::new(),
        objective: None,
    }
}

/// A phase of which only the number is stated.
#[must_use]
pub fn phase(number: u8) -> Phase {
    Phase {
        number,
        span: Span::default(),
        budgets: Vec::new(),
        donors: Vec::new(),
        country_count_as_printed: None,
        note: None,
    }
}

/// A statement of an evaluation without criteria and themes.
#[must_use]
pub fn statement(evaluation: &str, kind: StatementKind, ordinal: u16, text: &str) -> Statement {
    Statement {
        id: format!("{evaluation}-{}{ordinal}", kind.letter()).as_str().into(),
        kind,
        ordinal,
        enumeration: Enumeration::Numbered,
        number_as_printed: None,
        label_as_printed: None,
        text: text.into(),
        criteria: Vec::new(),
        themes: Vec::new(),
        projects: Vec::new(),
        places: Vec::new(),
        addressee: None,
        figures: Vec::new(),
        asks_for_action: false,
        note: None,
        section: "Findings".into(),
    }
}

/// A place with a term.
#[must_use]
pub fn place(kind: PlaceKind, term: &str) -> Place {
    let as_printed = term.to_uppercase();
    Place { as_printed, kind, term: Some(term.into()), phases: Vec::new(), note: None }
}

/// A person.
#[must_use]
pub fn person(name: &str) -> Party {
    Party { name: name.into(), kind: PartyKind::Person, role_as_printed: None }
}

/// A donor whose printed name is its id.
#[must_use]
pub fn donor(organisation: &str) -> Donor {
    Donor { as_printed: organisation.into(), organisation: organisation.into() }
}

/// An exact amount in whole units of a currency.
///
/// # Panics
/// When the currency is not three capitals.
#[must_use]
pub fn budget(scope: BudgetScope, units: u64, currency: &str) -> Budget {
    Budget {
        cents: units * 100,
        currency: money(currency),
        exactness: Exactness::Exact,
        scope,
        as_printed: format!("{currency} {units}"),
        as_of: None,
    }
}

/// A currency.
///
/// # Panics
/// When it is not three capitals.
#[must_use]
#[expect(clippy::expect_used, reason = "a mistake in a test should be loud")]
pub fn money(code: &str) -> Currency {
    Currency::new(code).expect("three capitals")
}

/// A date.
///
/// # Panics
/// When there is no such date.
#[must_use]
#[expect(clippy::expect_used, reason = "a mistake in a test should be loud")]
pub fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

/// A span; an empty text leaves its end open.
#[must_use]
pub fn span(start: &str, end: &str) -> Span {
    Span { start: Date::parse(start), end: Date::parse(end) }
}

/// A set of records with the vocabulary of the tests.
#[must_use]
pub fn content(records: Vec<Record>) -> Content {
    Content {
        title: "A set for tests".into(),
        data_date: day("2021-06-15"),
        records,
        tensions: Vec::new(),
        vocabulary: vocabulary(),
        synonyms: vec![Synonyms { words: vec!["ToT".into(), "training of trainers".into()] }],
        redirects: vec![
            Redirect { from: "old".into(), to: "older".into() },
            Redirect { from: "older".into(), to: "e0".into() },
        ],
    }
}

fn vocabulary() -> Vocabulary {
    let place = |id: &str, kind, broader: &[&str]| Term {
        broader: broader.iter().map(|&id| id.into()).collect(),
        place_kind: Some(kind),
        ..term(id)
    };
    let terms = |ids: &[&str]| Terms(ids.iter().map(|id| term(id)).collect());
    Vocabulary {
        agencies: terms(&["unodc", "ilo"]),
        organisations: terms(&["us", "ca", "unodc"]),
        places: Terms(vec![
            place("global", PlaceKind::Global, &[]),
            place("americas", PlaceKind::Region, &["global"]),
            place("south-america", PlaceKind::Region, &["americas", "global"]),
            place("pe", PlaceKind::Country, &["south-america", "americas", "global"]),
            place("br", PlaceKind::Country, &["south-america", "americas"]),
            place("aw", PlaceKind::Territory, &["americas"]),
            place("mx", PlaceKind::Country, &["americas"]),
            place("cz", PlaceKind::Country, &["europe"]),
            place("europe", PlaceKind::Region, &[]),
        ]),
        themes: terms(&["training-of-trainers", "gender", "data", "funding-resources"]),
        criteria: terms(&["relevance", "effectiveness", "sustainability"]),
    }
}

fn term(id: &str) -> Term {
    Term {
        id: id.into(),
        labels: vec![
            Label { lang: "en".into(), text: format!("The {id}") },
            Label { lang: "es".into(), text: format!("El {id}") },
        ],
        short: None,
        aliases: vec![format!("Alias {id}")],
        scope_note: None,
        broader: Vec::new(),
        place_kind: None,
    }
}

/// Content of five evaluations: of two countries, a territory, the world, one country, and no place.
#[must_use]
pub fn content_of_places() -> Content {
    let record = |id: &str, kind, places: &[&str]| {
        let mut evaluation = evaluation(id, id);
        evaluation.places = places.iter().map(|term| place(kind, term)).collect();
        Record { evaluation, statements: Vec::new() }
    };
    content(vec![
        record("a", PlaceKind::Country, &["pe", "mx"]),
        record("b", PlaceKind::Territory, &["aw"]),
        record("c", PlaceKind::Global, &["global"]),
        record("d", PlaceKind::Country, &["pe"]),
        record("e", PlaceKind::Country, &[]),
    ])
}
