//! Small sets and questions for tests: by hand, or drawn from a seed.
//!
//! Compiled for this crate's tests, and for others' with the feature `testing`. Drawing uses its
//! own dice rather than a library, so that the feature needs no dependency; a failing seed can be
//! typed into a test as it is.

use crate::content::{Content, Record, Redirect, Synonyms};
use crate::evaluation::{
    Depth, Donor, Evaluation, EvaluationKind, Independence, Method, Party, PartyKind, Phase,
    Project, Provenance, ReportLink, ReportTarget, Scope, Timing,
};
use crate::facet::{FacetId, NOT_STATED};
use crate::money::{Budget, BudgetScope, Currency, Exactness};
use crate::place::{Place, PlaceKind};
use crate::query::{BudgetRange, Query, Sort, Unit};
use crate::statement::{Basis, Criterion, Enumeration, Statement, StatementKind};
use crate::vocabulary::{Label, Term, Terms, Vocabulary};
use crate::when::{Date, Printed, Span};

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
        labels: vec![Label { lang: "en".into(), text: format!("The {id}") }],
        short: None,
        aliases: Vec::new(),
        scope_note: None,
        broader: Vec::new(),
        place_kind: None,
    }
}

/// Chance that can be repeated: the same seed gives the same throws (SplitMix64).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice that begin at a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `sides`; zero when there are none.
    pub fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % (sides.max(1) as u64)) as usize
    }

    /// True once in `sides` throws.
    pub fn once_in(&mut self, sides: usize) -> bool {
        self.throw(sides) == 0
    }

    /// One of the items.
    ///
    /// # Panics
    /// When there are no items.
    #[expect(clippy::indexing_slicing, reason = "a mistake in a test should be loud")]
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.throw(items.len())]
    }

    /// Up to `most` of the items, some perhaps twice.
    pub fn some<T: Copy>(&mut self, most: usize, items: &[T]) -> Vec<T> {
        (0..self.throw(most + 1)).map(|_| self.pick(items)).collect()
    }
}

const DATES: [&str; 10] = [
    "",
    "2015",
    "2016-04",
    "2017-12-12",
    "2018-03",
    "2019",
    "2020-02-29",
    "2021-06-15",
    "2022-01",
    "2024",
];

/// A set of `evaluations` small records in which every fact is sometimes missing.
#[must_use]
pub fn content_of_seed(seed: u64, evaluations: usize) -> Content {
    let mut dice = Dice::new(seed);
    content((0..evaluations).map(|number| record(&mut dice, number)).collect())
}

fn record(dice: &mut Dice, number: usize) -> Record {
    let id = format!("e{number}");
    let mut evaluation =
        evaluation(&id, dice.pick(&["Árbol", "Bridge", "arbor", "Éclair", "Zebra"]));
    evaluation.agency = dice.pick(&["unodc", "ilo"]).into();
    evaluation.kind.timing = dice.pick(Timing::ALL);
    evaluation.kind.scope = dice.pick(Scope::ALL);
    evaluation.places = places(dice);
    evaluation.team =
        dice.some(2, &["Ana Díaz", "ana diaz", "Bo Li", "علي"]).into_iter().map(person).collect();
    evaluation.manager = dice.once_in(3).then(|| person("Bo Li"));
    evaluation.projects = (0..1 + dice.throw(2)).map(|_| random_project(dice)).collect();
    if dice.once_in(3) {
        evaluation.combined_budgets.push(random_budget(dice, BudgetScope::Combined));
    }
    evaluation.combined_donors = dice.some(1, &["unodc", "us"]).into_iter().map(donor).collect();
    let published = Date::parse(dice.pick(&DATES));
    evaluation.published = published.map(|value| Printed { value, as_printed: value.to_string() });
    evaluation.report = dice.once_in(3).then(|| ReportLink {
        url: "https://example.org/reports".into(),
        target: ReportTarget::ListPage,
        listing_year: Some(2015 + dice.throw(9) as u16),
        language: None,
    });
    let statements = (1..=dice.throw(5) as u16).map(|at| random_statement(dice, &id, at)).collect();
    Record { evaluation, statements }
}

fn places(dice: &mut Dice) -> Vec<Place> {
    let known = [
        (PlaceKind::Country, "pe"),
        (PlaceKind::Country, "br"),
        (PlaceKind::Country, "mx"),
        (PlaceKind::Country, "cz"),
        (PlaceKind::Territory, "aw"),
        (PlaceKind::Region, "americas"),
        (PlaceKind::Region, "south-america"),
        (PlaceKind::Global, "global"),
        (PlaceKind::Country, "not-in-the-vocabulary"),
    ];
    let mut places: Vec<Place> =
        dice.some(3, &known).into_iter().map(|(kind, term)| place(kind, term)).collect();
    if dice.once_in(4) {
        places.push(Place { term: None, ..place(PlaceKind::City, "lima") });
    }
    places
}

fn random_project(dice: &mut Dice) -> Project {
    let mut project = project("A project");
    project.code =
        dice.once_in(2).then(|| dice.pick(&["GLOT59", "GLO T59", "PER/17/51/USA"]).into());
    project.span = span(dice.pick(&DATES), dice.pick(&DATES));
    project.donors = dice.some(2, &["us", "ca"]).into_iter().map(donor).collect();
    if dice.once_in(2) {
        project.budgets.push(random_budget(dice, BudgetScope::Project));
    }
    for number in 0..dice.throw(3) as u8 {
        let mut phase = phase(number + 1);
        phase.budgets.push(random_budget(dice, BudgetScope::Phase));
        phase.donors = dice.some(1, &["ca"]).into_iter().map(donor).collect();
        project.phases.push(phase);
    }
    project
}

fn random_budget(dice: &mut Dice, scope: BudgetScope) -> Budget {
    let units = dice.throw(6) as u64 * 1_000;
    let exactness = dice.pick(Exactness::ALL);
    Budget { exactness, ..budget(scope, units, dice.pick(&["USD", "USD", "EUR"])) }
}

fn random_statement(dice: &mut Dice, evaluation: &str, ordinal: u16) -> Statement {
    let text = dice.pick(&["Trainers were trained.", "Data were kept.", "Gender was considered."]);
    let mut statement = statement(evaluation, dice.pick(StatementKind::ALL), ordinal, text);
    statement.themes = dice
        .some(3, &["gender", "data", "funding-resources"])
        .into_iter()
        .map(Into::into)
        .collect();
    let criteria = dice.some(2, &["relevance", "effectiveness", "unlisted-criterion"]);
    statement.criteria = criteria
        .into_iter()
        .map(|term| Criterion { term: term.into(), basis: dice.pick(Basis::ALL) })
        .collect();
    statement
}

/// A question without words: some picks, known and unknown, sometimes ranges.
#[must_use]
pub fn query_of_seed(seed: u64) -> Query {
    let mut dice = Dice::new(seed);
    let mut query = Query {
        unit: dice.pick(Unit::ALL),
        sort: dice.pick(Sort::ALL),
        status_on: dice.once_in(3).then(|| day(dice.pick(DATES.split_at(1).1))),
        ..Query::default()
    };
    for _ in 0..dice.throw(5) {
        let facet = dice.pick(FacetId::ALL);
        let value = dice.pick(values(facet));
        if dice.once_in(3) {
            query.picks.toggle_excluded(facet, value);
        } else {
            query.picks.toggle(facet, value);
        }
    }
    query.period = dice.once_in(4).then(|| span(dice.pick(&DATES), dice.pick(&DATES)));
    query.budget = dice.once_in(4).then(|| BudgetRange {
        currency: money(dice.pick(&["USD", "EUR", "CHF"])),
        from: dice.once_in(2).then(|| dice.throw(6) as u64 * 100_000),
        to: dice.once_in(2).then(|| dice.throw(12) as u64 * 100_000),
    });
    query
}

fn values(facet: FacetId) -> &'static [&'static str] {
    match facet {
        FacetId::Country => &["pe", "br", "mx", "aw", NOT_STATED, "xx"],
        FacetId::Region => &["americas", "south-america", "global", "europe", NOT_STATED],
        FacetId::Theme => &["gender", "data", "funding-resources", NOT_STATED, "unheard-of"],
        FacetId::Criterion => &["relevance", "effectiveness", NOT_STATED],
        FacetId::Kind => &["finding", "lesson", "recommendation", "finding", "conclusion"],
        FacetId::Agency => &["unodc", "ilo", "nobody"],
        FacetId::Donor => &["us", "ca", "unodc", NOT_STATED],
        FacetId::Timing => &["final", "mid-term", NOT_STATED],
        FacetId::Scope => &["project", "cluster", NOT_STATED],
        FacetId::Status => &["planned", "active", "ended", NOT_STATED],
        FacetId::Person => &["ana-diaz", "bo-li", "u639u644u64a", NOT_STATED],
        FacetId::Code => &["glot59", "glo-t59", "per-17-51-usa", NOT_STATED],
    }
}
