//! The order of results. Ties are broken by date, newest first, then by id.

use crate::artifact::fact::Order;
use crate::dataset::{Dataset, EvaluationIx, StatementIx};
use crate::facet::count::Matches;
use crate::query::{Query, Sort};
use crate::search::{Match, Matches as Found};
use crate::sorted;

type Ordered = (Vec<EvaluationIx>, Vec<StatementIx>);

/// Puts matches in the order asked for. Statements follow their evaluations, except by relevance,
/// where each has its own.
pub(super) fn in_order(
    dataset: &Dataset,
    query: &Query,
    matches: &Matches,
    found: Option<&Found>,
) -> Ordered {
    match (query.sort, found) {
        (Sort::Relevance, Some(found)) => by_score(dataset, matches, found),
        (Sort::Relevance, None) | (Sort::Newest, _) => follow(dataset, matches, &newest(dataset)),
        (Sort::Title, _) => {
            let by_title = dataset.order().map(Order::by_title).into_iter().flatten();
            follow(dataset, matches, &by_title.collect::<Vec<u32>>())
        }
        (Sort::Budget, _) => follow(dataset, matches, &largest(dataset, query)),
    }
}

/// All evaluations, newest first.
fn newest(dataset: &Dataset) -> Vec<u32> {
    dataset.order().map(Order::by_newest).into_iter().flatten().collect()
}

/// All evaluations, the largest budget in the currency asked for, or in the commonest one, first.
fn largest(dataset: &Dataset, query: &Query) -> Vec<u32> {
    let asked = query.budget.as_ref().map(|range| &range.currency);
    let currency = dataset.currencies().iter().position(|known| asked.is_none_or(|c| c == known));
    let totals = currency.and_then(|at| u16::try_from(at).ok()).zip(dataset.budgets());
    let total = |evaluation: u32| {
        totals.and_then(|(currency, budgets)| budgets.total(evaluation as usize, currency))
    };
    let mut all: Vec<(Option<u64>, u32)> =
        newest(dataset).into_iter().map(|evaluation| (total(evaluation), evaluation)).collect();
    sorted::by(&mut all, |(a, _), (b, _)| b.cmp(a));
    all.into_iter().map(|(_, evaluation)| evaluation).collect()
}

/// The matches in the order of a list of all evaluations.
fn follow(dataset: &Dataset, matches: &Matches, order: &[u32]) -> Ordered {
    let mut is_match = vec![false; dataset.evaluation_count()];
    for &evaluation in &matches.evaluations {
        if let Some(is_match) = is_match.get_mut(evaluation as usize) {
            *is_match = true;
        }
    }
    let is_match = |&&evaluation: &&u32| is_match.get(evaluation as usize) == Some(&true);
    let evaluations = order.iter().filter(is_match).map(|&ix| EvaluationIx(ix)).collect();
    let ends = ends_by_evaluation(dataset, &matches.statements);
    let mut statements = Vec::with_capacity(matches.statements.len());
    for &evaluation in order {
        let evaluation = evaluation as usize;
        let end = ends.get(evaluation).copied().unwrap_or(0);
        let start = evaluation.checked_sub(1).and_then(|before| ends.get(before)).copied();
        let own = matches.statements.get(start.unwrap_or(0)..end).unwrap_or(&[]);
        statements.extend(own.iter().map(|&ix| StatementIx(ix)));
    }
    (evaluations, statements)
}

/// For each evaluation, how many of the rising statements belong to it or to one before it.
fn ends_by_evaluation(dataset: &Dataset, statements: &[u32]) -> Vec<usize> {
    let Some(starts) = dataset.statement_starts() else { return Vec::new() };
    let mut at = 0;
    let end_of = |evaluation| {
        let end = starts.range(evaluation).end;
        while statements.get(at).is_some_and(|&statement| (statement as usize) < end) {
            at += 1;
        }
        at
    };
    (0..dataset.evaluation_count()).map(end_of).collect()
}

/// The matches by how well they fit. Both lists are walked in their order by date first, so that a
/// stable sort leaves ties so.
fn by_score(dataset: &Dataset, matches: &Matches, found: &Found) -> Ordered {
    let (evaluations, statements) = follow(dataset, matches, &newest(dataset));
    let evaluations = evaluations.into_iter().map(|ix| ix.0);
    let statements = statements.into_iter().map(|ix| ix.0);
    let evaluations = best_first(evaluations, &found.evaluations.found, dataset.evaluation_count());
    let statements = best_first(statements, &found.statements.found, dataset.statement_count());
    (
        evaluations.into_iter().map(EvaluationIx).collect(),
        statements.into_iter().map(StatementIx).collect(),
    )
}

/// Puts records in the order of how well they fit, ties as they came.
fn best_first(records: impl Iterator<Item = u32>, found: &[Match], bound: usize) -> Vec<u32> {
    let mut keys = vec![u64::MAX; bound];
    for one in found {
        if let Some(key) = keys.get_mut(one.id as usize) {
            *key = u64::from(one.slips) << 32 | u64::from(!rising_bits(one.score));
        }
    }
    let key = |record: u32| keys.get(record as usize).copied().unwrap_or(u64::MAX);
    let mut ranked: Vec<(u64, u32)> = records.map(|record| (key(record), record)).collect();
    sort_by_key(&mut ranked);
    ranked.into_iter().map(|(_, record)| record).collect()
}

/// A number whose order is that of the scores.
fn rising_bits(score: f32) -> u32 {
    let bits = score.to_bits();
    if bits >> 31 == 0 { bits | 1 << 31 } else { !bits }
}

/// Sorts by keys of 40 bits and leaves ties as they came, digit by digit: the first letter of a
/// word finds nearly every statement, and comparing them would take several times as long.
fn sort_by_key(items: &mut Vec<(u64, u32)>) {
    const DIGIT: u32 = 10;
    let mut sorted = vec![(0, 0); items.len()];
    for shift in [0, DIGIT, 2 * DIGIT, 3 * DIGIT] {
        let digit = |key: u64| (key >> shift & ((1 << DIGIT) - 1)) as usize;
        let mut places = [0_usize; 1 << DIGIT];
        for &(key, _) in items.iter() {
            places.get_mut(digit(key)).into_iter().for_each(|count| *count += 1);
        }
        let mut before = 0;
        for place in &mut places {
            before += std::mem::replace(place, before);
        }
        for &item in items.iter() {
            let Some(place) = places.get_mut(digit(item.0)) else { continue };
            sorted.get_mut(*place).into_iter().for_each(|slot| *slot = item);
            *place += 1;
        }
        std::mem::swap(items, &mut sorted);
    }
}

#[cfg(test)]
mod tests {
    use super::{rising_bits, sort_by_key};
    use crate::testing::Dice;

    #[test]
    fn sorting_by_digits_is_sorting_by_keys() {
        let mut dice = Dice::new(7);
        let mut key = || (dice.throw(3) as u64) << 32 | dice.throw(50_000_000) as u64 * 80;
        let mut items: Vec<(u64, u32)> = (0..5_000).map(|record| (key(), record)).collect();
        items.extend_from_within(..500);
        let mut expected = items.clone();
        expected.sort_by_key(|&(key, _)| key);
        sort_by_key(&mut items);
        assert_eq!(items, expected);
    }

    #[test]
    fn scores_keep_their_order_as_bits() {
        let scores = [f32::NEG_INFINITY, -2.5, -0.0, 0.0, 1e-30, 1.0, 1.5, f32::INFINITY];
        assert!(scores.map(rising_bits).is_sorted());
    }
}
