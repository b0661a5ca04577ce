//! Sets and questions drawn from a seed.

use super::{
    budget, content, day, donor, evaluation, money, person, phase, place, project, span, statement,
};
use crate::content::{Content, Record};
use crate::evaluation::{Project, ReportLink, ReportTarget, Scope, Timing};
use crate::facet::{FacetId, NOT_STATED};
use crate::money::{Budget, BudgetScope, Exactness};
use crate::place::{Place, PlaceKind};
use crate::query::{BudgetRange, Query, Sort, Unit};
use crate::statement::{Basis, Criterion, Statement, StatementKind};
use crate::when::{Date, Printed};

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
