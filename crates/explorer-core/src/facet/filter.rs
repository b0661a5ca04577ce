//! A question made ready for a set: which records fail it, and by which filter.
//!
//! A record that fails no filter is a result. One that fails exactly one facet would be a result
//! if that facet asked for something else, and so is counted in that facet and in no other.

use std::ops::Range;

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

/// The bit of a facet; twins fail together.
pub(super) const fn bit(facet: FacetId) -> Fails {
    match facet.twin() {
        Some(twin) if !facet.is_first_of_twins() => 1 << twin as u16,
        _ => 1 << facet as u16,
    }
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
    /// It has several excluded values, or one of the facet's twin: no value of this facet would
    /// count.
    Shut,
}

/// The picks of one facet, by the numbers of its values.
#[derive(Debug)]
pub(super) struct FacetTest<'d> {
    pub(super) column: Option<Column<'d>>,
    /// The values of evaluations; in a facet of statements, those that any of theirs has.
    of_evaluations: Option<Column<'d>>,
    /// True when anything is picked.
    pub(super) is_active: bool,
    /// True when values are asked for, not only excluded, here or in the facet's twin.
    pub(super) wants: bool,
    /// True when a value of the set is excluded.
    excludes: bool,
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
            of_evaluations: dataset.column_of_evaluations(facet),
            is_active: picks.is_some(),
            wants: query.picks.settles(facet),
            excludes: marks.iter().any(|mark| mark & EXCLUDED != 0),
            marks,
        }
    }

    /// Judges the values that lie at a place of the facet's column.
    #[inline(always)]
    pub(super) fn judge(&self, place: Range<usize>) -> Verdict {
        let mut judging = Judging::new(self);
        if let Some(column) = self.column {
            column.each(place, |number| judging.see(number));
        }
        judging.verdict()
    }
}

/// Which excluded values the statements of an evaluation have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bar {
    /// None.
    Open,
    /// One, in the facet of this place among [`OF_STATEMENTS`]: the evaluation would count if that
    /// value were asked for instead.
    One(usize),
    /// Several.
    Several,
}

/// A verdict in the making.
struct Judging<'a> {
    marks: &'a [u8],
    included: bool,
    excluded: u32,
    last_excluded: u16,
}

impl<'a> Judging<'a> {
    fn new(test: &'a FacetTest<'_>) -> Self {
        Self { marks: &test.marks, included: !test.wants, excluded: 0, last_excluded: 0 }
    }

    #[inline(always)]
    fn see(&mut self, number: u16) {
        let mark = self.marks.get(usize::from(number)).copied().unwrap_or(0);
        self.included |= mark & INCLUDED != 0;
        if mark & EXCLUDED != 0 {
            self.excluded += 1;
            self.last_excluded = number;
        }
    }

    /// The verdict of twins together on the values of this one.
    fn verdict_beside(&self, twin: &Self) -> Verdict {
        match twin.excluded {
            0 => Self { included: self.included || twin.included, ..*self }.verdict(),
            _ => Verdict::Shut,
        }
    }

    #[inline(always)]
    fn verdict(&self) -> Verdict {
        match (self.included, self.excluded) {
            (true, 0) => Verdict::Passes,
            (false, 0) => Verdict::Misses,
            (_, 1) => Verdict::Barred(self.last_excluded),
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
    /// The facets of evaluations in which anything is picked; of twins the first.
    asked: Vec<FacetId>,
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
    /// True when values are asked for in a facet of statements, not only excluded.
    pub(super) wants_of_statements: bool,
    /// True when a value of the set is excluded in a facet of statements.
    excludes_of_statements: bool,
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
        let is_asked = |facet: &FacetId| {
            let mut both = facet.and_twin();
            !facet.is_of_statements()
                && facet.is_first_of_twins()
                && both.any(|facet| query.picks.of(facet).is_some())
        };
        let excludes = |facet: &FacetId| {
            facets.get(*facet as usize).is_some_and(|test: &FacetTest<'_>| test.excludes)
        };
        let excludes_of_statements = OF_STATEMENTS.iter().any(excludes);
        Self {
            facets,
            asked: FacetId::ALL.iter().copied().filter(is_asked).collect(),
            spans: dataset.spans(),
            budgets: dataset.budgets(),
            statements: dataset.statement_starts(),
            evaluations: dataset.evaluation_count(),
            period: query.period.map(Days::of),
            budget,
            status_on: Days::of_date(query.status_on.unwrap_or(dataset.data_date())),
            asks_of_statements,
            excludes_of_statements,
            wants_of_statements: OF_STATEMENTS.iter().any(|&facet| query.picks.settles(facet)),
        }
    }

    pub(super) fn test(&self, facet: FacetId) -> Option<&FacetTest<'d>> {
        self.facets.get(facet as usize)
    }

    /// The filters of evaluations that an evaluation fails.
    pub(super) fn fails(&self, evaluation: usize) -> Fails {
        let mut fails = 0;
        for &facet in &self.asked {
            if self.verdict(facet, evaluation) != Verdict::Passes {
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

    /// What the picks of a facet and its twin say about an evaluation.
    pub(super) fn verdict(&self, facet: FacetId, evaluation: usize) -> Verdict {
        let Some(own) = self.judge(facet, evaluation) else { return Verdict::Misses };
        let active = |twin: &FacetId| self.test(*twin).is_some_and(|test| test.is_active);
        let twin = facet.twin().filter(active);
        match twin.and_then(|twin| self.judge(twin, evaluation)) {
            Some(twin) => own.verdict_beside(&twin),
            None => own.verdict(),
        }
    }

    #[inline(always)]
    fn judge(&self, facet: FacetId, evaluation: usize) -> Option<Judging<'_>> {
        let mut judging = Judging::new(self.test(facet)?);
        self.each_value(facet, evaluation..evaluation + 1, |number| judging.see(number));
        Some(judging)
    }

    /// What the exclusions of facets of statements say about an evaluation.
    pub(super) fn bar(&self, evaluation: usize) -> Bar {
        let mut bar = Bar::Open;
        if !self.excludes_of_statements {
            return bar;
        }
        for (slot, &facet) in OF_STATEMENTS.iter().enumerate() {
            if !self.test(facet).is_some_and(|test| test.excludes) {
                continue;
            }
            bar = match (self.verdict(facet, evaluation), bar) {
                (Verdict::Passes | Verdict::Misses, bar) => bar,
                (Verdict::Barred(_), Bar::Open) => Bar::One(slot),
                _ => return Bar::Several,
            };
        }
        bar
    }

    /// Hands the numbers of the values of neighbouring evaluations to `each`.
    pub(super) fn each_value(
        &self,
        facet: FacetId,
        evaluations: Range<usize>,
        mut each: impl FnMut(u16),
    ) {
        if facet == FacetId::Status {
            evaluations.for_each(|evaluation| self.each_status(evaluation, &mut each));
        } else if let Some(column) = self.test(facet).and_then(|test| test.of_evaluations) {
            column.each(column.of_evaluations(evaluations), each);
        }
    }

    /// The statuses of an evaluation's projects; their numbers are those of [`Status::ALL`].
    fn each_status(&self, evaluation: usize, mut each: impl FnMut(u16)) {
        let mut found = [false; Status::ALL.len()];
        let mut any = false;
        let Some(spans) = self.spans else { return };
        for days in spans.of(evaluation) {
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
        let overlaps = |spans: Spans<'_>, period| {
            spans.of(evaluation).any(|days| days.is_some_and(|days| days.overlaps(period)))
        };
        self.spans.zip(period).is_some_and(|(spans, period)| overlaps(spans, period))
    }

    fn costs(&self, budget: &BudgetTest, evaluation: usize) -> bool {
        let total = budget.currency.zip(self.budgets);
        let total = total.and_then(|(currency, budgets)| budgets.total(evaluation, currency));
        total.is_some_and(|cents| (budget.from..=budget.to).contains(&cents))
    }
}
