//! The first of many, put in order as far as somebody looks: the first letter of a word finds nearly
//! every statement of a set, and a page shows twenty.

use crate::sorted::{self, Keyed};

/// The records of the first of so many keys, the least key first: so many, or all there are.
pub(super) fn first(keyed: impl Iterator<Item = Keyed>, of: usize, count: usize) -> Vec<u32> {
    let first = if count < of / 64 {
        least(keyed, count)
    } else {
        let mut all: Vec<Keyed> = keyed.collect();
        sorted::by_key(&mut all);
        all.truncate(count);
        all
    };
    first.into_iter().map(|(_, record)| record).collect()
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

#[cfg(test)]
mod tests {
    use super::{Keyed, first};
    use crate::testing::Dice;

    #[test]
    fn the_first_of_many_are_those_of_sorting_all() {
        let mut dice = Dice::new(7);
        let mut key = || (dice.throw(3) as u64) << 56 | (dice.throw(50) as u64) << dice.throw(50);
        let keyed: Vec<Keyed> = (0..5_000).map(|record| (key(), 3 * record)).collect();
        let mut sorted = keyed.clone();
        sorted.sort_unstable();
        let expected: Vec<u32> = sorted.into_iter().map(|(_, record)| record).collect();
        for count in [0, 1, 20, 77, 78, 79, 4_999, 5_000, usize::MAX] {
            let end = count.min(expected.len());
            assert_eq!(
                first(keyed.iter().copied(), keyed.len(), count),
                expected[..end],
                "{count}"
            );
        }
    }
}
