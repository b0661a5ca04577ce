//! Statements that match, put in order as far as somebody looks.

use std::ops::Range;

use crate::bits::Bits;
use crate::dataset::StatementIx;

/// All statements that match. The first letter of a word finds nearly every statement of a set,
/// and a page shows twenty: only those that are asked for are put in order, and none while
/// evaluations are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranking {
    records: Bits,
    count: usize,
    /// By record: the least comes first; equal ones by record. Empty while evaluations are listed.
    keys: Vec<u64>,
}

/// A key with its record.
type Keyed = (u64, u32);

impl Ranking {
    pub(super) fn new(records: Bits, keys: Vec<u64>) -> Self {
        Self { count: records.count(), records, keys }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// True when nothing matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// True when a statement is among them.
    #[must_use]
    pub fn contains(&self, statement: StatementIx) -> bool {
        self.records.has(statement.at())
    }

    /// True when one of some neighbours is among them.
    #[must_use]
    pub fn has_any(&self, statements: Range<usize>) -> bool {
        self.records.has_any(statements)
    }

    /// All of them, in the order of the set.
    pub fn in_set_order(&self) -> impl Iterator<Item = StatementIx> {
        self.records.iter().map(StatementIx)
    }

    /// The first results, the very first one first: so many, or all there are. None when they were
    /// not put in order.
    pub(crate) fn first(&self, count: usize) -> Vec<StatementIx> {
        let keyed = self.keys.iter().copied().zip(self.records.iter());
        let first = if count < self.len() / 64 {
            least(keyed, count)
        } else {
            let mut all: Vec<Keyed> = keyed.collect();
            sort_by_key(&mut all);
            all.truncate(count);
            all
        };
        first.into_iter().map(|(_, record)| StatementIx(record)).collect()
    }
}

/// The least of many, in order.
fn least(all: impl Iterator<Item = Keyed>, count: usize) -> Vec<Keyed> {
    let mut least: Vec<Keyed> = Vec::with_capacity(count + 1);
    for one in all {
        if least.len() < count || least.last().is_some_and(|last| one < *last) {
            let at = least.partition_point(|known| *known < one);
            least.insert(at, one);
            least.truncate(count);
        }
    }
    least
}

/// Sorts by key and leaves ties as they came, digit by digit: for hundreds of thousands that takes
/// a fraction of comparing them.
fn sort_by_key(items: &mut Vec<Keyed>) {
    const DIGIT: u32 = 11;
    let mut sorted = vec![(0, 0); items.len()];
    for shift in (0..u64::BITS).step_by(DIGIT as usize) {
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
    use super::{Bits, Ranking, StatementIx};
    use crate::testing::Dice;

    #[test]
    fn the_first_of_many_are_those_of_sorting_all() {
        let mut dice = Dice::new(7);
        let mut key = || (dice.throw(3) as u64) << 56 | (dice.throw(50) as u64) << dice.throw(50);
        let keys: Vec<u64> = (0..5_000).map(|_| key()).collect();
        let records: Vec<u32> = (0..5_000).map(|record| 3 * record).collect();
        let mut expected: Vec<(u64, u32)> = keys.iter().copied().zip(records.clone()).collect();
        expected.sort_unstable();
        let expected: Vec<StatementIx> = expected.iter().map(|one| StatementIx(one.1)).collect();
        let ranking = Ranking::new(Bits::of(15_000, records.into_iter()), keys);
        for count in [0, 1, 20, 77, 78, 79, 4_999, 5_000, usize::MAX] {
            let end = count.min(expected.len());
            assert_eq!(ranking.first(count), expected[..end], "{count}");
        }
    }
}
