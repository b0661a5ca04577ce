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

    /// True when the number is in the set.
    #[must_use]
    pub fn has(&self, number: usize) -> bool {
        self.0.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    /// True when a number of the range is in the set.
    #[must_use]
    pub fn has_any(&self, mut range: Range<usize>) -> bool {
        range.any(|number| self.has(number))
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
    }
}
