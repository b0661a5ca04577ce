//! The values of one facet for every record, as numbers of the facet's list of values.
//!
//! ```text
//! width    u32             1 or 2: bytes of a number
//! starts   u32 × (E + 1)   where the numbers of each evaluation begin
//! lengths  u8 × S          only for facets of statements: how many each statement has
//! numbers  u8 or u16 each
//! ```
//!
//! Lists rather than bitmaps: records have one to four values out of dozens, so a list is both
//! smaller than a row of bits and faster to count than a column of them.

use std::ops::Range;

use super::arrays::{Starts, StartsWriter};

/// The most values that a statement may have in a facet: they are counted by one byte.
pub(crate) const MOST_OF_STATEMENT: usize = u8::MAX as usize;

/// A column, read where it lies.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column<'a> {
    starts: Starts<'a>,
    lengths: &'a [u8],
    numbers: &'a [u8],
    wide: bool,
}

impl<'a> Column<'a> {
    /// Reads a column of `evaluations` evaluations and, for a facet of statements, `statements`
    /// statements; zero otherwise.
    pub(crate) fn new(bytes: &'a [u8], evaluations: usize, statements: usize) -> Option<Self> {
        let (width, rest) = bytes.split_first_chunk()?;
        let wide = u32::from_le_bytes(*width) == 2;
        let (starts, rest) = Starts::split(rest, evaluations)?;
        let (lengths, numbers) = rest.split_at_checked(statements)?;
        Some(Self { starts, lengths, numbers, wide })
    }

    /// True when the lists fill the numbers, and every number is below `values`.
    pub(crate) fn is_sound(self, values: usize) -> bool {
        let count = if self.wide { self.numbers.len() / 2 } else { self.numbers.len() };
        let mut sound = self.starts.end_at(count);
        self.each(0..count, |number| sound &= usize::from(number) < values);
        sound
    }

    /// Where the numbers of an evaluation lie; of a facet of statements, those of all its
    /// statements, one after the other.
    #[inline(always)]
    pub(crate) fn of_evaluation(self, evaluation: usize) -> Range<usize> {
        self.starts.range(evaluation)
    }

    /// Where the numbers of neighbouring evaluations lie.
    #[inline(always)]
    pub(crate) fn of_evaluations(self, evaluations: Range<usize>) -> Range<usize> {
        let Some(last) = evaluations.end.checked_sub(1) else { return 0..0 };
        self.starts.range(evaluations.start).start..self.starts.range(last).end
    }

    /// How many numbers a statement has.
    #[inline(always)]
    pub(crate) fn length(self, statement: usize) -> usize {
        self.lengths.get(statement).map_or(0, |&length| usize::from(length))
    }

    /// Hands the numbers that lie there to `each`.
    #[inline(always)]
    pub(crate) fn each(self, place: Range<usize>, mut each: impl FnMut(u16)) {
        if self.wide {
            let (numbers, _) = self.numbers.as_chunks::<2>();
            let numbers = numbers.get(place).unwrap_or(&[]);
            for number in numbers {
                each(u16::from_le_bytes(*number));
            }
        } else {
            let numbers = self.numbers.get(place).unwrap_or(&[]);
            for &number in numbers {
                each(u16::from(number));
            }
        }
    }
}

/// Writes a column, one record after the other.
#[derive(Debug)]
pub(crate) struct ColumnWriter {
    starts: StartsWriter,
    lengths: Vec<u8>,
    numbers: Vec<u16>,
}

impl ColumnWriter {
    pub(crate) fn new() -> Self {
        Self { starts: StartsWriter::new(), lengths: Vec::new(), numbers: Vec::new() }
    }

    /// Adds the numbers of a statement; at most [`MOST_OF_STATEMENT`] of them are kept.
    pub(crate) fn statement(&mut self, numbers: impl Iterator<Item = u16>) {
        let before = self.numbers.len();
        self.numbers.extend(numbers.take(MOST_OF_STATEMENT));
        self.lengths.push((self.numbers.len() - before) as u8);
    }

    /// Adds numbers of an evaluation itself.
    pub(crate) fn evaluation(&mut self, numbers: impl Iterator<Item = u16>) {
        self.numbers.extend(numbers);
    }

    /// Ends the evaluation.
    pub(crate) fn end(&mut self) {
        self.starts.end(self.numbers.len());
    }

    /// The bytes of the column of a facet that has so many values.
    pub(crate) fn write(&self, values: usize) -> Vec<u8> {
        let wide = values > 256;
        let mut out = if wide { 2_u32 } else { 1 }.to_le_bytes().to_vec();
        self.starts.write(&mut out);
        out.extend(&self.lengths);
        for number in &self.numbers {
            let [low, high] = number.to_le_bytes();
            out.push(low);
            if wide {
                out.push(high);
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, ColumnWriter};

    #[test]
    fn numbers_come_back_in_both_widths() {
        for values in [200, 300] {
            let mut writer = ColumnWriter::new();
            writer.statement([3, 7].into_iter());
            writer.statement([].into_iter());
            writer.end();
            writer.statement([199].into_iter());
            writer.end();
            let bytes = writer.write(values);
            let column = Column::new(&bytes, 2, 3).unwrap();
            assert!(column.is_sound(values) && !column.is_sound(199));
            let numbers = |place| {
                let mut numbers = Vec::new();
                column.each(place, |number| numbers.push(number));
                numbers
            };
            assert_eq!(numbers(column.of_evaluation(0)), [3, 7]);
            assert_eq!(numbers(column.of_evaluation(1)), [199]);
            assert_eq!([0, 1, 2, 3].map(|statement| column.length(statement)), [2, 0, 1, 0]);
            assert_eq!(numbers(2..9), []);
        }
    }
}
