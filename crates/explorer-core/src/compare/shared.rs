//! What the chosen evaluations share and where they part: values, time and money.

use crate::dataset::{Dataset, EvaluationIx};
use crate::evaluation::Evaluation;
use crate::facet::{FacetId, NOT_STATED};
use crate::money::{Currency, Exactness, Total};
use crate::sorted;
use crate::when::Span;

/// The facets that are looked at for what is common.
const COMPARED: [FacetId; 5] =
    [FacetId::Country, FacetId::Donor, FacetId::Theme, FacetId::Person, FacetId::Code];

/// What the chosen have in a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The facet.
    pub facet: FacetId,
    /// The values that all of them have, in the order of display.
    pub common: Vec<Box<str>>,
    /// The values that some have, but not all, by who has them: the positions of those, most first.
    pub some: Vec<(Vec<usize>, Vec<Box<str>>)>,
    /// For each of them the values that no other has.
    pub only_here: Vec<Vec<Box<str>>>,
}

/// What each compared facet has in common and apart.
pub(super) fn shared(dataset: &Dataset, chosen: &[EvaluationIx]) -> Vec<Shared> {
    COMPARED.iter().map(|&facet| in_facet(dataset, chosen, facet)).collect()
}

fn in_facet(dataset: &Dataset, chosen: &[EvaluationIx], facet: FacetId) -> Shared {
    let values = dataset.facet_values(facet);
    let of = |&ix: &EvaluationIx| {
        let mut has = vec![false; values.len()];
        if let Some(column) = dataset.column(facet) {
            column.each(column.of_evaluation(ix.at()), |number| {
                has.get_mut(usize::from(number)).into_iter().for_each(|has| *has = true);
            });
        }
        has
    };
    let sets: Vec<Vec<bool>> = chosen.iter().map(of).collect();
    let has = |set: &[bool], number: usize| set.get(number) == Some(&true);
    let owners = |number: usize| sets.iter().filter(|set| has(set, number)).count();
    let ids = |is_wanted: &dyn Fn(usize) -> bool| -> Vec<Box<str>> {
        let listed = values.iter().enumerate().filter(|(_, value)| &*value.id != NOT_STATED);
        let wanted = listed.filter(|(number, _)| chosen.len() > 1 && is_wanted(*number));
        wanted.map(|(_, value)| value.id.clone()).collect()
    };
    let alone = |set: &Vec<bool>| ids(&|number| has(set, number) && owners(number) == 1);
    let who = |number: usize| -> Vec<usize> {
        (0..sets.len()).filter(|&at| sets.get(at).is_some_and(|set| has(set, number))).collect()
    };
    let is_of_some = |number: &usize| (2..chosen.len()).contains(&owners(*number));
    let mut groups = sorted::each_once((0..values.len()).filter(is_of_some).map(who).collect());
    sorted::by(&mut groups, |a, b| b.len().cmp(&a.len()));
    let of_group = |group: Vec<usize>| {
        let values = ids(&|number| who(number) == group);
        (group, values)
    };
    let some = groups.into_iter().map(of_group).filter(|(_, values)| !values.is_empty());
    Shared {
        facet,
        common: ids(&|number| owners(number) == chosen.len()),
        some: some.collect(),
        only_here: sets.iter().map(alone).collect(),
    }
}

/// The time that the projects of all chosen evaluations have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommonTime {
    /// All ran in this time.
    Common {
        /// The time.
        span: Span,
        /// False when an end that is not stated might change it.
        certain: bool,
    },
    /// They did not run at the same time.
    Apart,
    /// Not all state when their projects ran.
    NotStated,
}

/// The time from the first start to the last end of the projects. An end that one project does
/// not state is open for all.
pub(super) fn time(evaluation: &Evaluation) -> Span {
    let spans = || evaluation.projects.iter().map(|p| p.span).filter(|span| !span.is_unstated());
    let starts: Option<Vec<_>> = spans().map(|span| span.start).collect();
    let ends: Option<Vec<_>> = spans().map(|span| span.end).collect();
    Span {
        start: starts.and_then(|starts| starts.into_iter().min_by_key(|date| date.first_day())),
        end: ends.and_then(|ends| ends.into_iter().max_by_key(|date| date.last_day())),
    }
}

/// What the times have in common.
pub(super) fn common_time(spans: &[Span]) -> CommonTime {
    let Some((&first, others)) = spans.split_first() else { return CommonTime::NotStated };
    if spans.iter().any(|span| span.is_unstated()) {
        return CommonTime::NotStated;
    }
    let certain = spans.iter().all(|span| span.start.is_some() && span.end.is_some());
    let common = others.iter().try_fold(first, |common, &span| common.common(span));
    common.map_or(CommonTime::Apart, |span| CommonTime::Common { span, certain })
}

/// Why a budget is not set against the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Incomparable {
    /// None is stated.
    NotStated,
    /// It is stated in another currency, and amounts are never converted.
    OtherCurrency,
    /// Amounts are stated for some parts only, or several for one part.
    NoTotal,
    /// It is stated for several projects together, perhaps with other purposes.
    Combined,
}

/// How a budget relates to the largest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proportion {
    /// It is the largest.
    Largest,
    /// So many parts of so many, in lowest terms, both at most 12.
    Parts(u64, u64),
    /// Per cent of the largest, to the nearest whole number.
    Percent {
        /// The number.
        percent: u64,
        /// True when one of the two is printed rounded.
        about: bool,
    },
    /// It cannot be said.
    Not(Incomparable),
}

/// The budgets side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// The currency in which they are compared: the one in which most can be.
    pub currency: Option<Currency>,
    /// For each evaluation its total in that currency and how it relates to the largest.
    pub sides: Vec<(Option<Total>, Proportion)>,
}

/// Sets the budgets against each other.
pub(super) fn money(dataset: &Dataset, chosen: &[Evaluation]) -> Money {
    let comparable =
        |evaluation: &Evaluation, currency: &Currency| total_alone(evaluation, currency).is_some();
    let uses = |currency: &&Currency| chosen.iter().filter(|e| comparable(e, currency)).count();
    // Of currencies used equally often the first counts: the commonest of the set.
    let currency = dataset.currencies().iter().rev().max_by_key(uses);
    let currency = currency.filter(|currency| uses(currency) > 0);
    let total =
        |evaluation: &Evaluation| currency.and_then(|currency| total_alone(evaluation, currency));
    let largest = chosen.iter().filter_map(total).max_by_key(|total| total.cents);
    let side = |evaluation: &Evaluation| {
        let own = currency.and_then(|currency| evaluation.total_budget(currency));
        let proportion = match (total(evaluation), largest) {
            (Some(total), Some(largest)) => proportion(total, largest),
            _ => Proportion::Not(why_not(evaluation, own)),
        };
        (own, proportion)
    };
    Money { currency: currency.cloned(), sides: chosen.iter().map(side).collect() }
}

/// The total, unless it is stated for several projects together.
fn total_alone(evaluation: &Evaluation, currency: &Currency) -> Option<Total> {
    evaluation.total_budget(currency).filter(|total| !total.combined)
}

fn why_not(evaluation: &Evaluation, own: Option<Total>) -> Incomparable {
    let mut currencies = evaluation.budgets().map(|budget| &budget.currency).peekable();
    if currencies.peek().is_none() {
        Incomparable::NotStated
    } else if own.is_some() || !evaluation.combined_budgets.is_empty() {
        Incomparable::Combined
    } else if currencies.any(|currency| evaluation.total_budget(currency).is_some()) {
        Incomparable::OtherCurrency
    } else {
        Incomparable::NoTotal
    }
}

fn proportion(total: Total, largest: Total) -> Proportion {
    if total.cents == largest.cents {
        return Proportion::Largest;
    }
    let exact = |total: Total| total.exactness == Exactness::Exact;
    let divisor = greatest_common_divisor(total.cents, largest.cents).max(1);
    let (parts, of) = (total.cents / divisor, largest.cents / divisor);
    let about = !(exact(total) && exact(largest));
    if of <= 12 && !about {
        return Proportion::Parts(parts, of);
    }
    let (part, whole) = (u128::from(total.cents), u128::from(largest.cents.max(1)));
    let percent = (part * 100 + whole / 2) / whole;
    Proportion::Percent { percent: u64::try_from(percent).unwrap_or(u64::MAX), about }
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}
