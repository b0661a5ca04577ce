//! The order of results. Ties are broken by date, newest first, then by id.

use crate::artifact::fact::Order;
use crate::dataset::{Dataset, EvaluationIx};
use crate::facet::count::Matches;
use crate::query::{Query, Sort, Unit};
use crate::search::{Match, Matches as Found};
use crate::sorted;

/// Bits of a key that hold the place of an evaluation in an order of all of them.
const PLACE_BITS: u32 = 24;
const PLACE: u64 = (1 << PLACE_BITS) - 1;

/// Puts matches in the order asked for; statements only where they are listed. They follow their
/// evaluations, except by relevance, where each has its own place. Statements as the keys of
/// [`super::Ranking`].
pub(super) fn in_order(
    dataset: &Dataset,
    query: &Query,
    matches: &Matches,
    found: Option<&Found>,
) -> (Vec<EvaluationIx>, Vec<u64>) {
    let order = all_evaluations(dataset, query);
    let mut places = vec![0; order.len()];
    for (place, &evaluation) in (0..).zip(&order) {
        places.get_mut(evaluation as usize).into_iter().for_each(|slot| *slot = place);
    }
    let found = found.filter(|_| query.sort == Sort::Relevance);
    let mut evaluations = Keys::new(found.map(|found| &*found.evaluations.found));
    for &evaluation in &matches.evaluations {
        evaluations.push(evaluation, places.get(evaluation as usize).copied().unwrap_or(0));
    }
    let mut statements = Keys::new(found.map(|found| &*found.statements.found));
    if query.unit == Unit::Statements {
        for (evaluation, &place) in (0..).zip(&places) {
            let own = dataset.statement_range(EvaluationIx(evaluation));
            let own = matches.statements.iter_within(own);
            own.for_each(|statement| statements.push(statement, place));
        }
    }
    evaluations.keys.sort_unstable();
    let at = |key: u64| order.get((key & PLACE) as usize).map(|&ix| EvaluationIx(ix));
    (evaluations.keys.into_iter().filter_map(at).collect(), statements.keys)
}

/// All evaluations in the order asked for, or newest first where words decide.
fn all_evaluations(dataset: &Dataset, query: &Query) -> Vec<u32> {
    let order = dataset.order();
    match query.sort {
        Sort::Relevance | Sort::Newest => {
            order.map(Order::by_newest).into_iter().flatten().collect()
        }
        Sort::Title => order.map(Order::by_title).into_iter().flatten().collect(),
        Sort::Budget => largest(dataset, query),
    }
}

/// All evaluations, the largest budget in the currency asked for, or in the commonest one, first.
fn largest(dataset: &Dataset, query: &Query) -> Vec<u32> {
    let asked = query.budget.as_ref().map(|range| &range.currency);
    let currency = dataset.currencies().iter().position(|known| asked.is_none_or(|c| c == known));
    let totals = currency.and_then(|at| u16::try_from(at).ok()).zip(dataset.budgets());
    let total = |evaluation: u32| {
        totals.and_then(|(currency, budgets)| budgets.total(evaluation as usize, currency))
    };
    let newest = dataset.order().map(Order::by_newest).into_iter().flatten();
    let mut all: Vec<(Option<u64>, u32)> =
        newest.map(|evaluation| (total(evaluation), evaluation)).collect();
    sorted::by(&mut all, |(a, _), (b, _)| b.cmp(a));
    all.into_iter().map(|(_, evaluation)| evaluation).collect()
}

/// A number for each of some rising records, the least for the first result: the slips, how little
/// it fits, the place of its evaluation.
struct Keys<'f> {
    /// Rising by record too; no scores where words do not decide.
    scores: &'f [Match],
    keys: Vec<u64>,
}

impl<'f> Keys<'f> {
    fn new(scores: Option<&'f [Match]>) -> Self {
        Self { scores: scores.unwrap_or_default(), keys: Vec::new() }
    }

    fn push(&mut self, record: u32, place: u32) {
        while let [passed, rest @ ..] = self.scores
            && passed.id < record
        {
            self.scores = rest;
        }
        let score = self
            .scores
            .first()
            .map_or(0, |score| u64::from(score.slips) << 32 | u64::from(!rising_bits(score.score)));
        self.keys.push(score << PLACE_BITS | u64::from(place) & PLACE);
    }
}

/// A number whose order is that of the scores.
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
