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

use super::arrays::{Starts, StartsWriter};

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
        self.starts.end_at(count)
            && self.numbers(0, count).all(|number| usize::from(number) < values)
    }

    /// The numbers of an evaluation; of a facet of statements, those of all its statements.
    pub(crate) fn of_evaluation(self, evaluation: usize) -> impl Iterator<Item = u16> + 'a {
        let range = self.starts.range(evaluation);
        self.numbers(range.start, range.end)
    }

    /// Where the numbers of an evaluation's statements begin, to be walked with
    /// [`Self::next_of`].
    pub(crate) fn start_of(self, evaluation: usize) -> usize {
        self.starts.range(evaluation).start
    }

    /// The numbers of a statement, given where they begin; moves on to the next statement.
    pub(crate) fn next_of(
        self,
        statement: usize,
        at: &mut usize,
    ) -> impl Iterator<Item = u16> + 'a {
        let start = *at;
        *at = start + self.lengths.get(statement).map_or(0, |&length| usize::from(length));
        self.numbers(start, *at)
    }

    fn numbers(self, start: usize, end: usize) -> impl Iterator<Item = u16> + 'a {
        let width = if self.wide { 2 } else { 1 };
        let bytes =
            self.numbers.get(start.saturating_mul(width)..end.saturating_mul(width)).unwrap_or(&[]);
        bytes.chunks_exact(width).map(|number| match *number {
            [low, high] => u16::from_le_bytes([low, high]),
            [one] => u16::from(one),
            _ => 0,
        })
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

    /// Adds the numbers of a statement; at most 255 of them are kept.
    pub(crate) fn statement(&mut self, numbers: impl Iterator<Item = u16>) {
        let before = self.numbers.len();
        self.numbers.extend(numbers.take(255));
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
            assert_eq!(column.of_evaluation(0).collect::<Vec<_>>(), [3, 7]);
            let mut at = column.start_of(0);
            assert_eq!(column.next_of(0, &mut at).count(), 2);
            assert_eq!(column.next_of(1, &mut at).count(), 0);
            assert_eq!(column.next_of(2, &mut at).collect::<Vec<_>>(), [199]);
        }
    }
}
