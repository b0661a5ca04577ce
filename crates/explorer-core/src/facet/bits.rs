//! A set of small numbers.

use std::ops::Range;

/// A set of numbers below a bound, one bit each.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    pub fn insert(&mut self, number: usize) {
        if let Some(word) = self.0.get_mut(number / 64) {
            *word |= 1 << (number % 64);
        }
    }

    /// How many numbers are in the set.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// True when the number is in the set.
    #[must_use]
    pub fn has(&self, number: usize) -> bool {
        self.0.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    /// True when a number of the range is in the set.
    #[must_use]
    pub fn has_any(&self, range: Range<usize>) -> bool {
        self.words(range).any(|(_, word)| word != 0)
    }

    /// Hands the numbers of a range that are in the set to `each`, rising.
    pub fn each_within(&self, range: Range<usize>, mut each: impl FnMut(u32)) {
        for (start, mut word) in self.words(range) {
            while word != 0 {
                each(start as u32 + word.trailing_zeros());
                word &= word - 1;
            }
        }
    }

    /// How many numbers of a range are in the set.
    #[must_use]
    pub fn count_within(&self, range: Range<usize>) -> usize {
        self.words(range).map(|(_, word)| word.count_ones() as usize).sum()
    }

    /// The words over which a range reaches, each from a number on, without what is not of it.
    fn words(&self, range: Range<usize>) -> impl Iterator<Item = (usize, u64)> {
        let mut start = range.start;
        std::iter::from_fn(move || {
            let end = range.end.min((start / 64 + 1) * 64);
            if start >= end {
                return None;
            }
            let word = self.0.get(start / 64).copied().unwrap_or(0) >> (start % 64);
            let beyond = 64 - (end - start);
            let of = (start, word << beyond >> beyond);
            start = end;
            Some(of)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn a_set_has_what_was_put_in() {
        let bits = Bits::of(70, [0, 63, 64, 69, 500].into_iter());
        let found: Vec<usize> = (0..600).filter(|&number| bits.has(number)).collect();
        assert_eq!(found, [0, 63, 64, 69]);
        assert!(bits.has_any(60..64) && !bits.has_any(1..63));
        for (start, end) in (0..140).flat_map(|start| (0..140).map(move |end| (start, end))) {
            let any = (start..end).any(|number| bits.has(number));
            assert_eq!(bits.has_any(start..end), any, "{start}..{end}");
            let mut within = Vec::new();
            bits.each_within(start..end, |number| within.push(number));
            assert_eq!(bits.count_within(start..end), within.len());
            let expected = found.iter().filter(|&&number| (start..end).contains(&number));
            assert_eq!(within, expected.map(|&number| number as u32).collect::<Vec<_>>());
        }
    }
}
