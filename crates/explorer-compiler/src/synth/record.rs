//! One synthetic record.

use explorer_core::content::Record;
use explorer_core::evaluation::{
    Depth, Donor, Evaluation, EvaluationKind, FactSource, Independence, Institution,
    InstitutionRole, Method, Party, PartyKind, Project, Provenance, ReportLink, ReportTarget,
    Sample, SampleUnit, Scope, Timing,
};
use explorer_core::id::TermId;
use explorer_core::money::{Budget, BudgetScope, Currency, Exactness};
use explorer_core::place::{Place, PlaceKind};
use explorer_core::statement::{
    Basis, Criterion, Enumeration, KeyFigure, Statement, StatementKind,
};
use explorer_core::when::{Date, Printed, Span};

use super::chance::Chance;
use super::lists::{AGENCIES, COUNTRIES, CRITERIA, DONORS, FAMILY, GIVEN, THEMES};
use super::words::Words;
use crate::decimal;

/// The kinds, each as often as in real briefs, in the order of documents.
const KINDS: &[(StatementKind, usize)] = &[
    (StatementKind::Finding, 45),
    (StatementKind::Conclusion, 9),
    (StatementKind::Accomplishment, 2),
    (StatementKind::Lesson, 11),
    (StatementKind::GoodPractice, 9),
    (StatementKind::LessonOrGoodPractice, 3),
    (StatementKind::Recommendation, 21),
];

const CURRENCIES: &[&str] = &["USD", "USD", "USD", "USD", "EUR", "AUD", "CAD", "SEK"];

pub fn record(number: usize, statements: usize, words: &Words, chance: &mut Chance) -> Record {
    let evaluation = evaluation(number, words, chance);
    let statements = self::statements(&evaluation, statements, words, chance);
    Record { evaluation, statements }
}

/// A day that exists, for dates that are the same in all records.
#[expect(clippy::expect_used, reason = "a constant that every test of this module reads")]
pub fn some_day() -> Date {
    Date::new(2026, Some(1), Some(1)).expect("a day that exists")
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn evaluation(number: usize, words: &Words, chance: &mut Chance) -> Evaluation {
    let (agency, _) = AGENCIES[chance.rank(AGENCIES.len())];
    let year = chance.between(2004, 2025);
    let count = if chance.percent(80) { 1 } else { chance.between(2, 4) };
    let title = words.title(chance);
    let short_title = title.split(' ').take(3).collect::<Vec<_>>().join(" ");
    let projects: Vec<_> =
        (0..count).map(|position| project(number, position, year, count, words, chance)).collect();
    let combined = count > 1;
    Evaluation {
        id: format!("{agency}-{number:05}-{year}").as_str().into(),
        title,
        short_title,
        title_as_printed: None,
        language: text(chance.one::<&str>(&["en", "en", "en", "en", "es", "fr", "pt", "ar"])),
        agency: agency.into(),
        unit: chance.sometimes(70, |_| text("Evaluation section")),
        document_type: text(chance.one::<&str>(&["Evaluation brief", "Evaluation summary"])),
        kind: kind(combined, chance),
        published: chance.sometimes(40, |chance| published(year, chance)),
        conducted: None,
        period_evaluated: None,
        report: chance.sometimes(90, |_| report(number, year)),
        projects,
        combined_budgets: budgets(combined, BudgetScope::Combined, chance),
        combined_donors: if combined { donors(chance) } else { Vec::new() },
        places: places(chance),
        region_as_printed: None,
        country_count_as_printed: None,
        reach: Vec::new(),
        team: (0..chance.between(1, 3)).map(|_| person(chance)).collect(),
        manager: chance.sometimes(30, person),
        supervisor: None,
        institutions: institutions(words, chance),
        method: method(chance),
        criteria_listed: CRITERIA
            .iter()
            .take(chance.below(7))
            .map(|(id, _)| (*id).into())
            .collect(),
        keywords: Vec::new(),
        mentioned_projects: Vec::new(),
        notes: Vec::new(),
        provenance: provenance(number),
    }
}

fn kind(cluster: bool, chance: &mut Chance) -> EvaluationKind {
    let timing = *chance.one(Timing::ALL);
    let independence = *chance.one(Independence::ALL);
    EvaluationKind {
        as_printed: format!("{} evaluation", timing.code()),
        timing,
        scope: if cluster { Scope::Cluster } else { Scope::Project },
        depth: if chance.percent(10) { Depth::InDepth } else { Depth::NotStated },
        independence,
    }
}

/// A date of a year, as precise as chance has it.
fn date(year: usize, chance: &mut Chance) -> Option<Date> {
    let month = u8::try_from(chance.between(1, 12)).ok();
    let day = u8::try_from(chance.between(1, 28)).ok();
    let year = u16::try_from(year).ok()?;
    match chance.below(3) {
        0 => Date::new(year, None, None),
        1 => Date::new(year, month, None),
        _ => Date::new(year, month, day),
    }
}

fn published(year: usize, chance: &mut Chance) -> Printed<Date> {
    let value = date(year, chance).unwrap_or(some_day());
    Printed { value, as_printed: value.to_string() }
}

fn report(number: usize, year: usize) -> ReportLink {
    ReportLink {
        url: format!("https://example.org/reports/{year}/{number}"),
        target: ReportTarget::Report,
        listing_year: None,
        language: None,
    }
}

fn project(
    number: usize,
    position: usize,
    year: usize,
    of: usize,
    words: &Words,
    chance: &mut Chance,
) -> Project {
    let length = chance.between(1, 5);
    let single = of == 1;
    Project {
        code: chance.sometimes(90, |_| format!("SYN/{number:05}/{}", position + 1)),
        title: words.title(chance),
        short_title: None,
        span: Span { start: date(year - length, chance), end: date(year, chance) },
        span_as_printed: None,
        months_stated: None,
        budgets: budgets(single && chance.percent(85), BudgetScope::Project, chance),
        donors: if single { donors(chance) } else { Vec::new() },
        phases: Vec::new(),
        objective: chance.sometimes(60, |chance| words.sentence(chance, 16)),
    }
}

fn budgets(stated: bool, scope: BudgetScope, chance: &mut Chance) -> Vec<Budget> {
    let currency = stated.then(|| Currency::new(chance.one::<&str>(CURRENCIES))).flatten();
    currency
        .into_iter()
        .map(|currency| {
            let rounded = chance.percent(40);
            let units = chance.between(50, 20_000) as u64;
            let cents = if rounded { units * 10_000_000 } else { units * 100_000 + 31 };
            Budget {
                cents,
                exactness: if rounded { Exactness::Rounded } else { Exactness::Exact },
                scope,
                as_printed: format!("{currency} {}", decimal::format(cents)),
                currency,
                as_of: None,
            }
        })
        .collect()
}

fn donors(chance: &mut Chance) -> Vec<Donor> {
    let mut positions: Vec<_> =
        (0..chance.between(1, 3)).map(|_| chance.rank(DONORS.len())).collect();
    positions.sort_unstable();
    positions.dedup();
    let donor = |position: usize| {
        let (id, label) = DONORS[position];
        Donor { as_printed: format!("Government or fund: {label}"), organisation: id.into() }
    };
    positions.into_iter().map(donor).collect()
}

fn places(chance: &mut Chance) -> Vec<Place> {
    let mut positions: Vec<_> =
        (0..chance.between(1, 6)).map(|_| chance.rank(COUNTRIES.len())).collect();
    positions.sort_unstable();
    positions.dedup();
    let place = |position: usize| {
        let (id, label, _) = COUNTRIES[position];
        Place {
            as_printed: text(label),
            kind: PlaceKind::Country,
            term: Some(id.into()),
            phases: Vec::new(),
            note: None,
        }
    };
    positions.into_iter().map(place).collect()
}

fn person(chance: &mut Chance) -> Party {
    Party {
        name: format!("{} {}", chance.one(GIVEN), chance.one(FAMILY)),
        kind: PartyKind::Person,
        role_as_printed: chance.sometimes(40, |_| text("lead evaluator")),
    }
}

fn institutions(words: &Words, chance: &mut Chance) -> Vec<Institution> {
    let count = chance.below(4);
    let institution = |_| Institution {
        name: format!("Institute of {}", words.title(chance).to_lowercase()),
        organisation: None,
        role: *chance.one(InstitutionRole::ALL),
        note: None,
    };
    (0..count).map(institution).collect()
}

fn method(chance: &mut Chance) -> Method {
    Method {
        approaches: chance.sometimes(60, |_| text("mixed methods")).into_iter().collect(),
        data_sources: vec![text("desk review"), text("interviews")],
        sample: chance.sometimes(50, |chance| {
            let women = chance.sometimes(50, |chance| chance.below(90) as u32);
            let men = women.map(|_| chance.below(90) as u32);
            let total =
                women.zip(men).map_or_else(|| chance.between(10, 200) as u32, |(w, m)| w + m);
            let unit = *chance.one(SampleUnit::ALL);
            Sample { unit, total, women, men, groups: Vec::new(), note: None }
        }),
        ..Method::default()
    }
}

fn provenance(number: usize) -> Provenance {
    let source = |group: &str| FactSource { group: text(group), section: text("Fact box") };
    Provenance {
        document: format!("Synthetic document {number}"),
        coded_by: text("Chance"),
        coded_on: some_day(),
        facts: ["identity", "projects", "money", "places", "people", "method"].map(source).into(),
    }
}

/// So many statements, in the order of kinds and ordinals.
fn statements(
    evaluation: &Evaluation,
    count: usize,
    words: &Words,
    chance: &mut Chance,
) -> Vec<Statement> {
    let mut kinds: Vec<_> = (0..count).map(|_| drawn_kind(chance)).collect();
    kinds.sort_unstable();
    let mut ordinal = 0;
    let mut last = None;
    kinds
        .into_iter()
        .map(|kind| {
            ordinal = if last == Some(kind) { ordinal + 1 } else { 1 };
            last = Some(kind);
            statement(evaluation, kind, ordinal, words, chance)
        })
        .collect()
}

fn drawn_kind(chance: &mut Chance) -> StatementKind {
    let mut left = chance.below(KINDS.iter().map(|(_, weight)| weight).sum());
    for (kind, weight) in KINDS {
        if left < *weight {
            return *kind;
        }
        left -= weight;
    }
    StatementKind::Finding
}

fn statement(
    evaluation: &Evaluation,
    kind: StatementKind,
    ordinal: u16,
    words: &Words,
    chance: &mut Chance,
) -> Statement {
    let numbered = kind == StatementKind::Recommendation;
    let length = chance.between(8, 36);
    Statement {
        id: format!("{}-{}{ordinal}", evaluation.id, kind.letter()).as_str().into(),
        kind,
        ordinal,
        enumeration: if numbered { Enumeration::Numbered } else { Enumeration::Prose },
        number_as_printed: numbered.then(|| format!("{ordinal}.")),
        label_as_printed: chance.sometimes(15, |chance| words.title(chance)),
        text: words.sentence(chance, length),
        criteria: criteria(chance),
        themes: terms(THEMES, 4, chance),
        projects: Vec::new(),
        places: chance
            .sometimes(10, |chance| chance.one(&evaluation.places).term.clone())
            .flatten()
            .into_iter()
            .collect(),
        addressee: chance.sometimes(if numbered { 60 } else { 0 }, |_| text("Project management")),
        figures: chance
            .sometimes(12, |chance| KeyFigure {
                figure: format!("{} of 100", chance.between(1, 99)),
                unit: text("people asked"),
            })
            .into_iter()
            .collect(),
        asks_for_action: !numbered && chance.percent(3),
        note: None,
        section: text(if numbered { "Recommendations" } else { "Main findings" }),
    }
}

fn criteria(chance: &mut Chance) -> Vec<Criterion> {
    let basis = if chance.percent(45) { Basis::Printed } else { Basis::Inferred };
    let terms = terms(CRITERIA, 2, chance);
    terms.into_iter().map(|term| Criterion { term, basis }).collect()
}

/// One or more different terms of a list, the first ones more often.
fn terms(list: &[(&str, &str)], most: usize, chance: &mut Chance) -> Vec<TermId> {
    let mut positions: Vec<_> =
        (0..chance.between(1, most)).map(|_| chance.rank(list.len())).collect();
    positions.sort_unstable();
    positions.dedup();
    positions.into_iter().map(|position| list[position].0.into()).collect()
}
