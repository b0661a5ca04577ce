//! A question made ready for a set: which records fail it, and by which filter.
//!
//! A record that fails no filter is a result. One that fails exactly one facet would be a result
//! if that facet asked for something else, and so is counted in that facet and in no other.

use super::{FacetId, Status};
use crate::artifact::arrays::Starts;
use crate::artifact::column::Column;
use crate::artifact::fact::{Budgets, Days, Spans};
use crate::dataset::Dataset;
use crate::query::Query;

/// The facets of statements, in the order of [`FacetId::ALL`].
pub(super) const OF_STATEMENTS: [FacetId; 3] = [FacetId::Theme, FacetId::Criterion, FacetId::Kind];

const INCLUDED: u8 = 1;
const EXCLUDED: u8 = 2;

/// Which filters a record fails: a bit for each facet, and one each for period and budget.
pub(super) type Fails = u16;
const PERIOD: Fails = 1 << 14;
const BUDGET: Fails = 1 << 15;

/// The bit of a facet.
pub(super) const fn bit(facet: FacetId) -> Fails {
    1 << facet as u16
}

/// True when a record that fails so is a result, or is counted in one facet.
pub(super) const fn can_count(fails: Fails) -> bool {
    fails == 0 || (fails.is_power_of_two() && fails & (PERIOD | BUDGET) == 0)
}

/// What a facet's picks say about the values of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It has what is asked for and nothing that is excluded.
    Passes,
    /// It has nothing that is asked for.
    Misses,
    /// It has exactly one excluded value, which would count if it were asked for instead.
    Barred(u16),
    /// It has several excluded values.
    Shut,
}

/// The picks of one facet, by the numbers of its values.
#[derive(Debug)]
pub(super) struct FacetTest<'d> {
    pub(super) column: Option<Column<'d>>,
    /// True when anything is picked.
    pub(super) is_active: bool,
    wants: bool,
    marks: Vec<u8>,
}

impl<'d> FacetTest<'d> {
    fn new(dataset: &'d Dataset, query: &Query, facet: FacetId) -> Self {
        let values = dataset.facet_values(facet);
        let mut marks = vec![0; values.len()];
        let picks = query.picks.of(facet);
        let mut mark = |ids: &[Box<str>], with: u8| {
            for id in ids {
                let listed = values.iter().position(|value| value.id == *id);
                if let Some(mark) = listed.and_then(|at| marks.get_mut(at)) {
                    *mark |= with;
                }
            }
        };
        if let Some(picks) = picks {
            mark(&picks.included, INCLUDED);
            mark(&picks.excluded, EXCLUDED);
        }
        Self {
            column: dataset.column(facet),
            is_active: picks.is_some(),
            wants: picks.is_some_and(|picks| !picks.included.is_empty()),
            marks,
        }
    }

    /// Judges the values that `each` hands out.
    pub(super) fn judge(&self, each: impl FnOnce(&mut dyn FnMut(u16))) -> Verdict {
        let (mut included, mut excluded, mut last) = (!self.wants, 0, 0);
        each(&mut |number| {
            let mark = self.marks.get(usize::from(number)).copied().unwrap_or(0);
            included |= mark & INCLUDED != 0;
            if mark & EXCLUDED != 0 {
                excluded += 1;
                last = number;
            }
        });
        match (included, excluded) {
            (true, 0) => Verdict::Passes,
            (false, 0) => Verdict::Misses,
            (_, 1) => Verdict::Barred(last),
            _ => Verdict::Shut,
        }
    }
}

/// The range of budgets asked for, by the number of its currency.
#[derive(Debug)]
struct BudgetTest {
    /// `None` when no evaluation has a total in the currency.
    currency: Option<u16>,
    from: u64,
    to: u64,
}

/// A question made ready for a set.
#[derive(Debug)]
pub(super) struct Filter<'d> {
    facets: Vec<FacetTest<'d>>,
    spans: Option<Spans<'d>>,
    budgets: Option<Budgets<'d>>,
    pub(super) statements: Option<Starts<'d>>,
    pub(super) evaluations: usize,
    /// The outer `None` asks for nothing, the inner one for what nothing can give.
    period: Option<Option<Days>>,
    budget: Option<BudgetTest>,
    status_on: Days,
    /// True when anything is picked in a facet of statements.
    pub(super) asks_of_statements: bool,
}

impl<'d> Filter<'d> {
    pub(super) fn new(dataset: &'d Dataset, query: &Query) -> Self {
        let facets: Vec<FacetTest<'d>> =
            FacetId::ALL.iter().map(|&facet| FacetTest::new(dataset, query, facet)).collect();
        let number = |currency| dataset.currencies().iter().position(|known| known == currency);
        let budget = query.budget.as_ref().map(|range| BudgetTest {
            currency: number(&range.currency).and_then(|at| u16::try_from(at).ok()),
            from: range.from.unwrap_or(0),
            to: range.to.unwrap_or(u64::MAX),
        });
        let asks_of_statements = OF_STATEMENTS.iter().any(|&facet| query.picks.of(facet).is_some());
        Self {
            facets,
            spans: dataset.spans(),
            budgets: dataset.budgets(),
            statements: dataset.statement_starts(),
            evaluations: dataset.evaluation_count(),
            period: query.period.map(Days::of),
            budget,
            status_on: Days::of_date(query.status_on.unwrap_or(dataset.data_date())),
            asks_of_statements,
        }
    }

    pub(super) fn test(&self, facet: FacetId) -> Option<&FacetTest<'d>> {
        self.facets.get(facet as usize)
    }

    /// The filters of evaluations that an evaluation fails.
    pub(super) fn fails(&self, evaluation: usize) -> Fails {
        let mut fails = 0;
        for (&facet, test) in FacetId::ALL.iter().zip(&self.facets) {
            if test.is_active
                && !facet.is_of_statements()
                && self.verdict(facet, evaluation) != Verdict::Passes
            {
                fails |= bit(facet);
            }
        }
        if self.period.is_some_and(|period| !self.is_in(period, evaluation)) {
            fails |= PERIOD;
        }
        if self.budget.as_ref().is_some_and(|budget| !self.costs(budget, evaluation)) {
            fails |= BUDGET;
        }
        fails
    }

    /// What the picks of a facet of evaluations say about an evaluation.
    pub(super) fn verdict(&self, facet: FacetId, evaluation: usize) -> Verdict {
        let Some(test) = self.test(facet) else { return Verdict::Misses };
        test.judge(|each| self.each_value(facet, evaluation, each))
    }

    /// Hands the numbers of an evaluation's values to `each`.
    pub(super) fn each_value(&self, facet: FacetId, evaluation: usize, each: &mut dyn FnMut(u16)) {
        if facet == FacetId::Status {
            return self.each_status(evaluation, each);
        }
        if let Some(column) = self.test(facet).and_then(|test| test.column) {
            column.each(column.of_evaluation(evaluation), each);
        }
    }

    /// The statuses of an evaluation's projects; their numbers are those of [`Status::ALL`].
    fn each_status(&self, evaluation: usize, each: &mut dyn FnMut(u16)) {
        let mut found = [false; Status::ALL.len()];
        let mut any = false;
        for days in self.spans.iter().flat_map(|spans| spans.of(evaluation)) {
            any = true;
            if let Some(found) = found.get_mut(Status::of_days(days, self.status_on) as usize) {
                *found = true;
            }
        }
        if !any {
            each(Status::NotStated as u16);
        }
        found.iter().zip(0..).filter(|(found, _)| **found).for_each(|(_, number)| each(number));
    }

    fn is_in(&self, period: Option<Days>, evaluation: usize) -> bool {
        let mut spans = self.spans.iter().flat_map(|spans| spans.of(evaluation)).flatten();
        period.is_some_and(|period| spans.any(|days| days.overlaps(period)))
    }

    fn costs(&self, budget: &BudgetTest, evaluation: usize) -> bool {
        let total = budget.currency.zip(self.budgets);
        let total = total.and_then(|(currency, budgets)| budgets.total(evaluation, currency));
        total.is_some_and(|cents| (budget.from..=budget.to).contains(&cents))
    }
}
