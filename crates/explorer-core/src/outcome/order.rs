//! The order of results. Ties are broken by date, newest first, then by id.

use std::cmp::Reverse;

use crate::artifact::fact::Order;
use crate::dataset::{Dataset, EvaluationIx, StatementIx};
use crate::facet::count::Matches;
use crate::query::{Query, Sort};
use crate::search::{Match, Matches as Found};

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
    let total = |&evaluation: &u32| {
        totals.and_then(|(currency, budgets)| budgets.total(evaluation as usize, currency))
    };
    let mut all = newest(dataset);
    all.sort_by_cached_key(|evaluation| Reverse(total(evaluation)));
    all
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

/// The matches by how well they fit.
fn by_score(dataset: &Dataset, matches: &Matches, found: &Found) -> Ordered {
    let mut places = vec![0_u32; dataset.evaluation_count()];
    for (evaluation, place) in newest(dataset).into_iter().zip(0..) {
        if let Some(slot) = places.get_mut(evaluation as usize) {
            *slot = place;
        }
    }
    let place = |evaluation: u32| places.get(evaluation as usize).copied().unwrap_or(u32::MAX);
    let of_statement = |statement: u32| {
        dataset.evaluation_of(StatementIx(statement)).map_or(u32::MAX, |ix| place(ix.0))
    };
    let evaluations = best_first(&found.evaluations.found, &matches.evaluations, place);
    let statements = best_first(&found.statements.found, &matches.statements, of_statement);
    (
        evaluations.into_iter().map(EvaluationIx).collect(),
        statements.into_iter().map(StatementIx).collect(),
    )
}

/// The records found that are among the matches, best first, then by place, then by number. Both
/// lists rise, and every match was found, since words narrow to what they find.
fn best_first(found: &[Match], matches: &[u32], place: impl Fn(u32) -> u32) -> Vec<u32> {
    let mut matches = matches.iter().copied().peekable();
    let mut ranked: Vec<(&Match, u32)> = Vec::with_capacity(matches.len());
    for one in found {
        if matches.next_if_eq(&one.id).is_some() {
            ranked.push((one, place(one.id)));
        }
    }
    ranked.sort_unstable_by(|(a, place_of_a), (b, place_of_b)| {
        let better = a.slips.cmp(&b.slips).then(b.score.total_cmp(&a.score));
        better.then(place_of_a.cmp(place_of_b)).then(a.id.cmp(&b.id))
    });
    ranked.into_iter().map(|(one, _)| one.id).collect()
}
