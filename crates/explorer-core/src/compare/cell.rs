//! What stands where a row and an evaluation meet, and when two such cells mean the same.

use super::row::Fact;
use crate::dataset::StatementIx;
use crate::evaluation::{Depth, Evaluation, Independence, ReportLink, Sample, Scope, Timing};
use crate::facet::FacetId;
use crate::facet::values;
use crate::id::{TermId, slug};
use crate::money::{Budget, Currency, Total};
use crate::place::{PlaceKind, Reach};
use crate::share::is_of_the_web;
use crate::sorted;
use crate::vocabulary::Vocabulary;
use crate::when::{Date, Printed, Span};

/// A cell of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A text.
    Text(String),
    /// Several texts, whose order means nothing.
    Texts(Vec<String>),
    /// A code of a closed list.
    Code(&'static str),
    /// Terms of a vocabulary, whose order means nothing.
    Terms(Vec<TermId>),
    /// A date.
    Date(Printed<Date>),
    /// A span of time.
    Span(Printed<Span>),
    /// The span of each project.
    Spans(Vec<Span>),
    /// The total in each currency that allows one.
    Totals(Vec<(Currency, Total)>),
    /// Amounts as stated.
    Amounts(Vec<Budget>),
    /// A number of countries.
    Count(u16),
    /// Figures of reach.
    Reach(Vec<Reach>),
    /// How many were asked, of what.
    Sample(Sample),
    /// A link.
    Link(ReportLink),
    /// What is said.
    Statements(Vec<StatementIx>),
    /// The document does not say.
    NotStated,
    /// There is none: no list of countries because the work is global, no statement on a criterion
    /// or theme, whether or not the document lists it as assessed.
    None,
}

impl Cell {
    /// True when both mean the same: sets in any order, amounts by value and currency however
    /// printed, texts without regard to case, marks and spacing, links by what they lead to, since
    /// that is what is said of them. Statements of different evaluations never mean the same; that they are alike is said elsewhere.
    #[must_use]
    pub fn means(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(a), Self::Text(b)) => slug(a) == slug(b),
            (Self::Texts(a), Self::Texts(b)) => same_set(a, b, |text| slug(text)),
            (Self::Terms(a), Self::Terms(b)) => same_set(a, b, Clone::clone),
            (Self::Date(a), Self::Date(b)) => a.value == b.value,
            (Self::Span(a), Self::Span(b)) => a.value == b.value,
            (Self::Spans(a), Self::Spans(b)) => same_set(a, b, |span| *span),
            (Self::Totals(a), Self::Totals(b)) => {
                let value = |(currency, total): &(Currency, Total)| (currency.clone(), total.cents);
                same_set(a, b, value)
            }
            (Self::Amounts(a), Self::Amounts(b)) => amounts(a) == amounts(b),
            (Self::Sample(a), Self::Sample(b)) => {
                (a.unit, a.total, a.women, a.men) == (b.unit, b.total, b.women, b.men)
            }
            (Self::Link(a), Self::Link(b)) => {
                let is_shown = |link: &ReportLink| !is_of_the_web(&link.url);
                a.target == b.target && (a.url == b.url || !is_shown(a) && !is_shown(b))
            }
            (Self::Reach(a), Self::Reach(b)) => {
                let value = |reach: &Reach| (slug(&reach.what), reach.number, reach.qualifier);
                same_set(a, b, value)
            }
            (a, b) => a == b,
        }
    }
}

/// True when both have the same values, in any order and however often.
fn same_set<T, K: PartialEq>(a: &[T], b: &[T], value: impl Fn(&T) -> K) -> bool {
    let [a, b] = [a, b].map(|items| items.iter().map(&value).collect::<Vec<K>>());
    a.iter().all(|value| b.contains(value)) && b.iter().all(|value| a.contains(value))
}

/// Amounts as a sorted list: two equal amounts are two amounts.
fn amounts(budgets: &[Budget]) -> Vec<(Currency, u64, &'static str)> {
    let value = |budget: &Budget| (budget.currency.clone(), budget.cents, budget.scope.code());
    let mut amounts: Vec<_> = budgets.iter().map(value).collect();
    sorted::by(&mut amounts, Ord::cmp);
    amounts
}

/// The cell of a fact of an evaluation's header.
pub(super) fn of_fact(fact: Fact, evaluation: &Evaluation, vocabulary: &Vocabulary) -> Cell {
    let kind = &evaluation.kind;
    let method = &evaluation.method;
    match fact {
        Fact::Agency => Cell::Terms(vec![evaluation.agency.clone()]),
        Fact::Unit => stated(evaluation.unit.clone(), Cell::Text),
        Fact::DocumentType => text(&evaluation.document_type),
        Fact::Kind => text(&kind.as_printed),
        Fact::Timing => code(kind.timing.code(), kind.timing == Timing::NotStated),
        Fact::Scope => code(kind.scope.code(), kind.scope == Scope::NotStated),
        Fact::Depth => code(kind.depth.code(), kind.depth == Depth::NotStated),
        Fact::Independence => {
            code(kind.independence.code(), kind.independence == Independence::NotStated)
        }
        Fact::Published => stated(evaluation.published.clone(), Cell::Date),
        Fact::Conducted => stated(evaluation.conducted.clone(), Cell::Span),
        Fact::Report => stated(evaluation.report.clone(), Cell::Link),
        Fact::Projects => texts(evaluation.projects.iter().map(|project| &project.title)),
        Fact::Codes => texts(evaluation.projects.iter().filter_map(|p| p.code.as_ref())),
        Fact::Team => texts(evaluation.team.iter().map(|party| &party.name)),
        Fact::Manager => texts(evaluation.manager.iter().map(|party| &party.name)),
        Fact::Supervisor => texts(evaluation.supervisor.iter().map(|party| &party.name)),
        Fact::Institutions => texts(evaluation.institutions.iter().map(|i| &i.name)),
        Fact::Budget => totals(evaluation),
        Fact::Amounts => listed(evaluation.budgets().cloned().collect(), Cell::Amounts),
        Fact::Donors => terms(FacetId::Donor, evaluation, vocabulary),
        Fact::ProjectTime => {
            let spans = evaluation.projects.iter().map(|project| project.span);
            listed(spans.filter(|span| !span.is_unstated()).collect(), Cell::Spans)
        }
        Fact::PeriodEvaluated => stated(evaluation.period_evaluated.clone(), Cell::Span),
        Fact::Countries => countries(evaluation, vocabulary),
        Fact::Regions => terms(FacetId::Region, evaluation, vocabulary),
        Fact::CountryCount => stated(evaluation.country_count_as_printed, Cell::Count),
        Fact::Reach => listed(evaluation.reach.clone(), Cell::Reach),
        Fact::Approaches => texts(method.approaches.iter()),
        Fact::DataSources => texts(method.data_sources.iter()),
        Fact::Tools => texts(method.tools.iter()),
        Fact::Standards => texts(method.standards.iter()),
        Fact::Sampling => texts(method.sampling.iter()),
        Fact::Sample => stated(method.sample.clone(), Cell::Sample),
        Fact::FieldMissions => texts(method.field_missions.iter().map(|place| &place.as_printed)),
    }
}

fn stated<T>(value: Option<T>, cell: impl FnOnce(T) -> Cell) -> Cell {
    value.map_or(Cell::NotStated, cell)
}

fn listed<T>(items: Vec<T>, cell: impl FnOnce(Vec<T>) -> Cell) -> Cell {
    if items.is_empty() { Cell::NotStated } else { cell(items) }
}

fn text(text: &str) -> Cell {
    if text.is_empty() { Cell::NotStated } else { Cell::Text(text.to_owned()) }
}

fn texts<'a>(texts: impl Iterator<Item = &'a String>) -> Cell {
    listed(texts.cloned().collect(), Cell::Texts)
}

fn code(code: &'static str, is_not_stated: bool) -> Cell {
    if is_not_stated { Cell::NotStated } else { Cell::Code(code) }
}

fn totals(evaluation: &Evaluation) -> Cell {
    let currencies = evaluation.budgets().map(|budget| &budget.currency).collect();
    let total = |currency: &Currency| Some((currency.clone(), evaluation.total_budget(currency)?));
    listed(sorted::each_once(currencies).into_iter().filter_map(total).collect(), Cell::Totals)
}

fn terms(facet: FacetId, evaluation: &Evaluation, vocabulary: &Vocabulary) -> Cell {
    let found = values::of_evaluation(facet, evaluation, vocabulary);
    let mut ids: Vec<TermId> = Vec::new();
    for (id, _) in &found {
        if !ids.iter().any(|known| known.as_str() == id) {
            ids.push(TermId::from(&**id));
        }
    }
    listed(ids, Cell::Terms)
}

fn countries(evaluation: &Evaluation, vocabulary: &Vocabulary) -> Cell {
    let is_global = evaluation.places.iter().any(|place| place.kind == PlaceKind::Global);
    match terms(FacetId::Country, evaluation, vocabulary) {
        Cell::NotStated if is_global => Cell::None,
        cell => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Fact, of_fact};
    use crate::evaluation::{Depth, Evaluation, Independence, Sample, SampleUnit, Scope, Timing};
    use crate::money::BudgetScope;
    use crate::place::{Qualifier, Reach};
    use crate::testing::{budget, content, day, evaluation, project, span};
    use crate::when::Printed;

    fn printed<T>(value: T, words: &str) -> Printed<T> {
        Printed { value, as_printed: words.into() }
    }

    #[track_caller]
    fn check(a: &Cell, b: &Cell, expected: bool) {
        assert_eq!(a.means(b), expected, "{a:?} / {b:?}");
        assert_eq!(b.means(a), expected, "{b:?} / {a:?}");
    }

    #[test]
    fn what_is_written_otherwise_means_the_same() {
        let text = |text: &str| Cell::Text(text.into());
        check(&text("Final evaluation"), &text("FINAL  évaluation"), true);
        check(&text("Final evaluation"), &text("Mid-term evaluation"), false);
        let date = |value, words| Cell::Date(printed(day(value), words));
        check(&date("2019-05", "May 2019"), &date("2019-05", "05/2019"), true);
        check(&date("2019-05", "2019"), &date("2019", "2019"), false);
        let time = |start, words| Cell::Span(printed(span(start, "2020"), words));
        check(&time("2019", "2019 to 2020"), &time("2019", "2019-20"), true);
        check(&time("2018", "to 2020"), &time("2019", "to 2020"), false);
    }

    #[test]
    fn sets_mean_the_same_only_when_each_has_all_of_the_other() {
        let texts = |texts: &[&str]| Cell::Texts(texts.iter().map(|&text| text.into()).collect());
        check(&texts(&["Interviews", "Survey"]), &texts(&["survey", "interviews"]), true);
        check(&texts(&["Interviews", "Survey"]), &texts(&["Survey"]), false);
        let reach = |number| {
            let what = "People trained".into();
            Cell::Reach(vec![Reach { what, number, qualifier: Qualifier::Exactly }])
        };
        check(&reach(120), &reach(120), true);
        check(&reach(120), &reach(121), false);
    }

    #[test]
    fn two_equal_amounts_are_not_one() {
        let amounts = |units: &[u64]| {
            let amount = |&units| budget(BudgetScope::Project, units, "USD");
            Cell::Amounts(units.iter().map(amount).collect())
        };
        check(&amounts(&[5, 7]), &amounts(&[7, 5]), true);
        check(&amounts(&[5, 5]), &amounts(&[5]), false);
        check(&amounts(&[5]), &amounts(&[7]), false);
    }

    #[test]
    fn samples_mean_the_same_by_their_numbers() {
        let sample = |women, note: &str| {
            Cell::Sample(Sample {
                unit: SampleUnit::People,
                total: 40,
                women,
                men: None,
                groups: Vec::new(),
                note: Some(note.into()),
            })
        };
        check(&sample(Some(20), "In two rounds."), &sample(Some(20), ""), true);
        check(&sample(Some(20), ""), &sample(None, ""), false);
    }

    fn cell(fact: Fact, change: impl Fn(&mut Evaluation)) -> Cell {
        let mut one = evaluation("a", "A");
        change(&mut one);
        of_fact(fact, &one, &content(Vec::new()).vocabulary)
    }

    #[test]
    fn codes_stand_where_they_are_stated() {
        let facts = [Fact::Timing, Fact::Scope, Fact::Depth, Fact::Independence];
        let unstated = facts.map(|fact| cell(fact, |_| {}));
        assert_eq!(unstated, [const { Cell::NotStated }; 4]);
        let stated = facts.map(|fact| {
            cell(fact, |one| {
                one.kind.timing = Timing::Final;
                one.kind.scope = Scope::Cluster;
                one.kind.depth = Depth::InDepth;
                one.kind.independence = Independence::Independent;
            })
        });
        assert_eq!(stated, ["final", "cluster", "in-depth", "independent"].map(Cell::Code));
    }

    #[test]
    fn the_times_are_those_of_projects_that_state_one() {
        let found = cell(Fact::ProjectTime, |one| {
            one.projects = vec![project("Dated"), project("Undated")];
            one.projects[0].span = span("2017", "2019");
        });
        assert_eq!(found, Cell::Spans(vec![span("2017", "2019")]));
        assert_eq!(cell(Fact::ProjectTime, |_| {}), Cell::NotStated);
    }
}
