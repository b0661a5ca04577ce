//! A set of small numbers.

use std::ops::Range;

/// A set of numbers below a bound, one bit each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bits(Vec<u64>);

impl Bits {
    /// The empty set of numbers below `bound`.
    #[must_use]
    pub fn new(bound: usize) -> Self {
        Self(vec![0; bound.div_ceil(64)])
    }

    /// The set of the numbers that lie below `bound`.
    pub fn of(bound: usize, numbers: impl Iterator<Item = u32>) -> Self {
        let mut bits = Self::new(bound);
        numbers.for_each(|number| bits.insert(number as usize));
        bits
    }

    /// Adds a number; nothing happens when it lies beyond the bound.
    #[inline(always)]
    pub fn insert(&mut self, number: usize) {
        if let Some(word) = self.0.get_mut(number / 64) {
            *word |= 1 << (number % 64);
        }
    }

    /// Takes a number away.
    pub fn remove(&mut self, number: usize) {
        if let Some(word) = self.0.get_mut(number / 64) {
            *word &= !(1 << (number % 64));
        }
    }

    /// Adds the numbers of a range, or those of them that are in another set. Gives how many the
    /// range, or the other set in the range, has.
    pub fn insert_all(&mut self, range: Range<usize>, of: Option<&Self>) -> usize {
        let mut added = 0;
        for (start, within) in words(range) {
            let word = of.map_or(within, |of| of.word(start) & within);
            if let Some(own) = self.0.get_mut(start / 64) {
                *own |= word;
                added += word.count_ones() as usize;
            }
        }
        added
    }

    /// How many numbers are in the set.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// True when no number is in the set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// True when the number is in the set.
    #[must_use]
    #[inline(always)]
    pub fn has(&self, number: usize) -> bool {
        self.word(number) >> (number % 64) & 1 == 1
    }

    /// True when a number of the range is in the set.
    #[must_use]
    pub fn has_any(&self, range: Range<usize>) -> bool {
        words(range).any(|(start, within)| self.word(start) & within != 0)
    }

    /// All numbers of the set, rising.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        (0_u32..).zip(&self.0).flat_map(|(at, &word)| ones(64 * at, word))
    }

    /// The numbers of a range that are in the set, rising.
    pub fn iter_within(&self, range: Range<usize>) -> impl Iterator<Item = u32> {
        words(range).flat_map(move |(start, within)| {
            ones((start - start % 64) as u32, self.word(start) & within)
        })
    }

    /// How many numbers of a range are in the set.
    #[must_use]
    pub fn count_within(&self, range: Range<usize>) -> usize {
        words(range).map(|(at, within)| (self.word(at) & within).count_ones() as usize).sum()
    }

    /// The word that holds a number.
    #[inline(always)]
    fn word(&self, number: usize) -> u64 {
        self.0.get(number / 64).copied().unwrap_or(0)
    }
}

/// The words over which a range reaches: a number of each, and the bits of the range in it.
fn words(range: Range<usize>) -> impl Iterator<Item = (usize, u64)> {
    let mut start = range.start;
    std::iter::from_fn(move || {
        let from = start;
        let end = range.end.min((from / 64 + 1) * 64);
        if from >= end {
            return None;
        }
        start = end;
        Some((from, u64::MAX >> (64 - (end - from)) << (from % 64)))
    })
}

/// The numbers that the ones of a word stand for.
fn ones(first: u32, mut word: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let next = (word != 0).then(|| first + word.trailing_zeros());
        word &= word.wrapping_sub(1);
        next
    })
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn a_set_has_what_was_put_in() {
        let bits = Bits::of(70, [0, 63, 64, 69, 500].into_iter());
        let found: Vec<usize> = (0..600).filter(|&number| bits.has(number)).collect();
        assert_eq!(found, [0, 63, 64, 69]);
        assert_eq!(bits.iter().collect::<Vec<_>>(), [0, 63, 64, 69]);
        assert_eq!((bits.count(), bits.is_empty(), Bits::new(70).is_empty()), (4, false, true));
        let mut fewer = bits;
        [63, 64, 65, 500].into_iter().for_each(|number| fewer.remove(number));
        assert_eq!(fewer, Bits::of(70, [0, 69].into_iter()));
    }

    #[test]
    fn ranges_are_read_and_added_as_number_by_number() {
        let bits = Bits::of(70, [0, 63, 64, 69].into_iter());
        for (start, end) in (0..140).flat_map(|start| (0..140).map(move |end| (start, end))) {
            let within: Vec<u32> =
                (start..end).filter(|n| bits.has(*n)).map(|n| n as u32).collect();
            assert_eq!(bits.has_any(start..end), !within.is_empty(), "{start}..{end}");
            assert_eq!(bits.count_within(start..end), within.len());
            assert_eq!(bits.iter_within(start..end).collect::<Vec<_>>(), within);
            let mut some = Bits::of(140, [7].into_iter());
            assert_eq!(some.insert_all(start..end, Some(&bits)), within.len());
            assert_eq!(some, Bits::of(140, within.into_iter().chain([7])));
            let mut all = Bits::new(140);
            assert_eq!(all.insert_all(start..end, None), end.saturating_sub(start));
            assert_eq!(all, Bits::of(140, start as u32..end as u32));
        }
    }
}
