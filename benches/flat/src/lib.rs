//! Flat records, as benchmarks of search engines use them, made into a set.
//!
//! A year and a kind are no facets of ours: they take the places of project codes and donors. Regions
//! and countries are two facets there and one of ours ([`REGION`]). What a filter or a count costs does
//! not hang on its name.

use std::borrow::Cow;
use std::collections::BTreeSet;

use explorer_core::content::{Content, Record};
use explorer_core::evaluation::{
    Depth, Donor, Evaluation, EvaluationKind, Independence, Method, Party, PartyKind, Project,
    Provenance, Scope, Timing,
};
use explorer_core::id::{StatementId, TermId, slug};
use explorer_core::place::{Place, PlaceKind};
use explorer_core::statement::{Basis, Criterion, Enumeration, Statement, StatementKind};
use explorer_core::vocabulary::{Label, Term, Terms, Vocabulary};
use explorer_core::when::{Date, Printed, Span};
use serde::Deserialize;

/// What follows the name of a region: it stands among the people of a set, which filter beside
/// countries, where a region of ours would be an alternative to them.
pub const REGION: &str = " ¶";

#[derive(Deserialize)]
struct FlatRecord<'j> {
    id: Cow<'j, str>,
    title: Cow<'j, str>,
    agency: Cow<'j, str>,
    kind: Cow<'j, str>,
    year: u16,
    region: Cow<'j, str>,
    countries: Vec<Cow<'j, str>>,
    themes: Vec<Cow<'j, str>>,
    evaluators: Vec<Cow<'j, str>>,
    statements: Vec<FlatStatement<'j>>,
}

#[derive(Deserialize)]
struct FlatStatement<'j> {
    #[serde(rename = "type")]
    kind: Cow<'j, str>,
    criterion: Cow<'j, str>,
    text: Cow<'j, str>,
}

/// The set that flat records are: a JSON array of `id`, `title`, `agency`, `kind`, `year`, `region`,
/// `countries`, `themes`, `evaluators` and `statements` of `id`, `type`, `criterion`, `text`.
///
/// # Errors
/// When the JSON is of another shape.
pub fn content(json: &[u8]) -> serde_json::Result<Content> {
    let flat: Vec<FlatRecord<'_>> = serde_json::from_slice(json)?;
    Ok(Content {
        title: "Flat records".to_owned(),
        data_date: a_day(),
        records: flat.iter().map(record).collect(),
        tensions: Vec::new(),
        vocabulary: vocabulary(&flat),
        synonyms: Vec::new(),
        redirects: Vec::new(),
    })
}

/// The terms of names that readers filter by.
fn vocabulary(flat: &[FlatRecord<'_>]) -> Vocabulary {
    let places = flat.iter().flat_map(|flat| &flat.countries);
    Vocabulary {
        agencies: terms(flat.iter().map(|flat| &flat.agency)),
        organisations: terms(flat.iter().map(|flat| &flat.kind)),
        places: terms(places),
        themes: terms(flat.iter().flat_map(|flat| &flat.themes)),
        criteria: Terms::default(),
    }
}

fn terms<'j>(names: impl Iterator<Item = &'j Cow<'j, str>>) -> Terms {
    let names: BTreeSet<&str> = names.map(|name| &**name).collect();
    let term = |name: &str| Term {
        id: term(name),
        labels: vec![Label { lang: "en".to_owned(), text: name.to_owned() }],
        short: None,
        aliases: Vec::new(),
        scope_note: None,
        broader: Vec::new(),
        place_kind: None,
    };
    Terms(names.into_iter().map(term).collect())
}

/// A day for facts that flat records do not have.
#[expect(clippy::expect_used, reason = "a constant")]
fn a_day() -> Date {
    Date::new(2026, None, None).expect("a year")
}

/// The id that a name has as a term. Statements are named by what follows the last hyphen of
/// their id, so an evaluation keeps its own.
fn term(name: &str) -> TermId {
    slug(name).as_str().into()
}

fn record(flat: &FlatRecord<'_>) -> Record {
    let id = slug(&flat.id);
    let themes: Vec<TermId> = flat.themes.iter().map(|theme| term(theme)).collect();
    let statements = (1..).zip(&flat.statements);
    Record {
        statements: statements.map(|(n, flat)| statement(&id, n, flat, &themes)).collect(),
        evaluation: evaluation(&id, flat),
    }
}

fn statement(of: &str, ordinal: u16, flat: &FlatStatement<'_>, themes: &[TermId]) -> Statement {
    let kind = match &*flat.kind {
        "lesson" => StatementKind::Lesson,
        "practice" => StatementKind::GoodPractice,
        "recommendation" => StatementKind::Recommendation,
        _ => StatementKind::Finding,
    };
    Statement {
        id: StatementId::from(format!("{of}-{}{ordinal}", kind.letter()).as_str()),
        kind,
        ordinal,
        enumeration: Enumeration::Prose,
        number_as_printed: None,
        label_as_printed: None,
        text: flat.text.to_string(),
        criteria: vec![Criterion { term: term(&flat.criterion), basis: Basis::Printed }],
        themes: themes.to_vec(),
        projects: Vec::new(),
        places: Vec::new(),
        addressee: None,
        figures: Vec::new(),
        asks_for_action: false,
        note: None,
        section: String::new(),
    }
}

fn evaluation(id: &str, flat: &FlatRecord<'_>) -> Evaluation {
    let countries = flat.countries.iter().map(|country| place(country));
    let title = || flat.title.to_string();
    Evaluation {
        id: id.into(),
        title: title(),
        short_title: String::new(),
        title_as_printed: None,
        language: "en".to_owned(),
        agency: term(&flat.agency),
        unit: None,
        document_type: String::new(),
        kind: EvaluationKind {
            as_printed: flat.kind.to_string(),
            timing: Timing::NotStated,
            scope: Scope::NotStated,
            depth: Depth::NotStated,
            independence: Independence::NotStated,
        },
        published: Date::new(flat.year, None, None)
            .map(|value| Printed { value, as_printed: flat.year.to_string() }),
        conducted: None,
        period_evaluated: None,
        report: None,
        projects: vec![project(flat)],
        combined_budgets: Vec::new(),
        combined_donors: Vec::new(),
        places: countries.collect(),
        region_as_printed: None,
        country_count_as_printed: None,
        reach: Vec::new(),
        team: flat.evaluators.iter().map(|name| person(name)).collect(),
        manager: None,
        supervisor: Some(person(&format!("{}{REGION}", flat.region))),
        institutions: Vec::new(),
        method: Method::default(),
        criteria_listed: Vec::new(),
        keywords: Vec::new(),
        mentioned_projects: Vec::new(),
        notes: Vec::new(),
        provenance: Provenance {
            document: String::new(),
            coded_by: String::new(),
            coded_on: a_day(),
            facts: Vec::new(),
        },
    }
}

fn project(flat: &FlatRecord<'_>) -> Project {
    Project {
        code: Some(flat.year.to_string()),
        title: String::new(),
        short_title: None,
        span: Span::default(),
        span_as_printed: None,
        months_stated: None,
        budgets: Vec::new(),
        donors: vec![Donor { as_printed: String::new(), organisation: term(&flat.kind) }],
        phases: Vec::new(),
        objective: None,
    }
}

fn place(name: &str) -> Place {
    let (as_printed, term) = (name.to_owned(), Some(term(name)));
    Place { as_printed, kind: PlaceKind::Country, term, phases: Vec::new(), note: None }
}

fn person(name: &str) -> Party {
    Party { name: name.to_owned(), kind: PartyKind::Person, role_as_printed: None }
}
