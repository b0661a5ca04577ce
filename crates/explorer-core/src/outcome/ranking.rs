//! The first of many, put in order as far as somebody looks: the first letter of a word finds nearly
//! every statement of a set, and a page shows twenty.

use crate::sorted::{self, Keyed};

/// The first of many records, the least key first: so many, or all there are.
pub(super) struct Ranking {
    count: usize,
    /// True when so many are asked for that all are kept and sorted at the end.
    keeps_all: bool,
    kept: Vec<Keyed>,
}

impl Ranking {
    /// Ready to rank so many records `of` so many.
    pub(super) fn new(count: usize, of: usize) -> Self {
        Self { count, keeps_all: count >= of / 64, kept: Vec::new() }
    }

    /// Takes a record into account.
    #[inline(always)]
    pub(super) fn see(&mut self, one: Keyed) {
        if self.keeps_all {
            self.kept.push(one);
        } else if self.kept.len() < self.count || self.kept.last().is_some_and(|last| one < *last) {
            self.keep(one);
        }
    }

    fn keep(&mut self, one: Keyed) {
        let at = self.kept.partition_point(|known| *known < one);
        self.kept.insert(at, one);
        self.kept.truncate(self.count);
    }

    /// The first records.
    pub(super) fn first(mut self) -> Vec<u32> {
        if self.keeps_all {
            sorted::by_key(&mut self.kept);
            self.kept.truncate(self.count);
        }
        self.kept.into_iter().map(|(_, record)| record).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Keyed, Ranking};
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
            let mut ranking = Ranking::new(count, keyed.len());
            keyed.iter().for_each(|&one| ranking.see(one));
            assert_eq!(ranking.first(), expected[..end], "{count}");
        }
    }
}
