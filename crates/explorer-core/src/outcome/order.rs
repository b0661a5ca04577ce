//! The order of results. Ties are broken by date, newest first, then by id.

use crate::dataset::{Dataset, EvaluationIx, StatementIx};
use crate::query::{Query, Sort};
use crate::search::{Match, Matches as Found};
use crate::sorted::{self, Keyed};

use super::Statements;
use super::ranking::Ranking;

/// Bits of a key that hold the place of an evaluation in an order of all of them.
const PLACE_BITS: u32 = 24;
const PLACE: u64 = (1 << PLACE_BITS) - 1;

/// Evaluations in the order asked for.
pub(super) fn evaluations(
    dataset: &Dataset,
    query: &Query,
    matches: &[u32],
    found: Option<&Found>,
) -> Vec<EvaluationIx> {
    let order = all_evaluations(dataset, query);
    let places = places(&order);
    let mut scores =
        Scores::new(found.filter(|_| is_by_fit(query)).map(|it| &*it.evaluations.found));
    let place = |evaluation: u32| places.get(evaluation as usize).copied().unwrap_or(0);
    let keyed = matches.iter().map(|&ix| (scores.key(ix, place(ix)), ix));
    let mut keyed: Vec<Keyed> = keyed.collect();
    sorted::by_key(&mut keyed);
    keyed.into_iter().map(|(_, ix)| EvaluationIx(ix)).collect()
}

/// True when the words decide the order.
pub(super) fn is_by_fit(query: &Query) -> bool {
    query.sort == Sort::Relevance
}

/// The first of some statements in the order of their evaluations.
pub(super) fn first_by_evaluation(
    dataset: &Dataset,
    query: &Query,
    statements: &Statements,
    count: usize,
) -> Vec<StatementIx> {
    let mut first = Vec::new();
    for evaluation in all_evaluations(dataset, query) {
        if first.len() >= count {
            break;
        }
        first.extend(statements.within(dataset.statement_range(EvaluationIx(evaluation))));
    }
    first.truncate(count);
    first
}

/// The first of some statements by how well each fits.
pub(super) fn first_by_fit(
    dataset: &Dataset,
    query: &Query,
    statements: &Statements,
    found: &[Match],
    count: usize,
) -> Vec<StatementIx> {
    let places = places(&all_evaluations(dataset, query));
    let mut own = dataset.evaluations().map(|ix| dataset.statement_range(ix)).zip(places);
    let (mut end, mut place) = (0, 0);
    let mut ranking = Ranking::new(count, statements.len());
    // An index that was made to deceive may name a statement twice.
    let mut least = 0;
    let mut is_next = |id: u32| {
        let is_next = id >= least;
        least = least.max(id.saturating_add(1));
        is_next
    };
    let found = found.iter().filter(|found| is_next(found.id));
    for found in found.filter(|found| statements.contains(StatementIx(found.id))) {
        // Both rise: the statements found, and the ends of the evaluations.
        while found.id as usize >= end {
            let Some((range, next)) = own.next() else { break };
            (end, place) = (range.end, next);
        }
        ranking.see((key(Some(found), place), found.id));
    }
    ranking.first().into_iter().map(StatementIx).collect()
}

/// The place of each evaluation in an order of all of them.
fn places(order: &[u32]) -> Vec<u32> {
    let mut places = vec![0; order.len()];
    for (place, &evaluation) in (0..).zip(order) {
        places.get_mut(evaluation as usize).into_iter().for_each(|slot| *slot = place);
    }
    places
}

/// All evaluations in the order asked for, or newest first where words decide.
pub(super) fn all_evaluations(dataset: &Dataset, query: &Query) -> Vec<u32> {
    match query.sort {
        Sort::Budget => largest(dataset, query),
        sort => by_day_or_title(dataset, sort),
    }
}

/// All evaluations by title, or else newest first.
pub(super) fn by_day_or_title(dataset: &Dataset, sort: Sort) -> Vec<u32> {
    let Some(order) = dataset.order() else { return Vec::new() };
    if sort == Sort::Title { order.by_title().collect() } else { order.by_newest().collect() }
}

/// All evaluations, the largest budget in the currency asked for, or in the commonest one, first.
fn largest(dataset: &Dataset, query: &Query) -> Vec<u32> {
    let asked = query.budget.as_ref().map(|range| &range.currency);
    let currency = dataset.currencies().iter().position(|known| asked.is_none_or(|c| c == known));
    let totals = currency.and_then(|at| u16::try_from(at).ok()).zip(dataset.budgets());
    let total = |evaluation: u32| {
        totals.and_then(|(currency, budgets)| budgets.total(evaluation as usize, currency))
    };
    let newest = by_day_or_title(dataset, Sort::Newest).into_iter();
    let mut all: Vec<(Option<u64>, u32)> =
        newest.map(|evaluation| (total(evaluation), evaluation)).collect();
    sorted::by(&mut all, |(a, _), (b, _)| b.cmp(a));
    all.into_iter().map(|(_, evaluation)| evaluation).collect()
}

/// How well each of some rising records fits.
struct Scores<'f> {
    /// Rising by record too; none where words do not decide.
    rest: &'f [Match],
}

impl<'f> Scores<'f> {
    fn new(scores: Option<&'f [Match]>) -> Self {
        Self { rest: scores.unwrap_or_default() }
    }

    fn key(&mut self, record: u32, place: u32) -> u64 {
        while let [passed, rest @ ..] = self.rest
            && passed.id < record
        {
            self.rest = rest;
        }
        key(self.rest.first(), place)
    }
}

/// A number, the least for the first result: the slips, how little it fits, the place of its
/// evaluation.
#[inline(always)]
fn key(fit: Option<&Match>, place: u32) -> u64 {
    let fit = match fit {
        Some(fit) => u64::from(fit.slips) << 32 | u64::from(!rising_bits(fit.score)),
        None => 0,
    };
    fit << PLACE_BITS | u64::from(place) & PLACE
}

/// A number whose order is that of the scores.
#[inline(always)]
fn rising_bits(score: f32) -> u32 {
    let bits = score.to_bits();
    if bits >> 31 == 0 { bits | 1 << 31 } else { !bits }
}

#[cfg(test)]
mod tests {
    use super::rising_bits;

    #[test]
    fn scores_keep_their_order_as_bits() {
        let scores = [f32::NEG_INFINITY, -2.5, -0.0, 0.0, 1e-30, 1.0, 1.5, f32::INFINITY];
        assert!(scores.map(rising_bits).is_sorted());
    }
}
