//! Numbers read where they lie in a section, without copying and at any alignment.
//!
//! Reading outside gives zero or an empty range: sections are checked once, when a set is opened,
//! and after that no accessor can fail.

use std::ops::Range;

/// An array of `u32`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct U32s<'a>(pub(crate) &'a [[u8; 4]]);

impl<'a> U32s<'a> {
    /// The first `count` numbers of the bytes, and the bytes after them.
    pub(crate) fn split(bytes: &'a [u8], count: usize) -> Option<(Self, &'a [u8])> {
        let (head, rest) = bytes.split_at_checked(count.checked_mul(4)?)?;
        Some((Self(head.as_chunks().0), rest))
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = u32> + 'a {
        self.0.iter().map(|four| u32::from_le_bytes(*four))
    }

    #[inline(always)]
    pub(crate) fn get(self, at: usize) -> u32 {
        self.0.get(at).map_or(0, |four| u32::from_le_bytes(*four))
    }
}

/// Where each of several lists begins in one array: `count + 1` numbers that never fall.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Starts<'a>(U32s<'a>);

impl<'a> Starts<'a> {
    /// The starts of `count` lists, and the bytes after them.
    pub(crate) fn split(bytes: &'a [u8], count: usize) -> Option<(Self, &'a [u8])> {
        let (starts, rest) = U32s::split(bytes, count.checked_add(1)?)?;
        Some((Self(starts), rest))
    }

    /// True when the numbers begin with zero, never fall and end with `total`.
    pub(crate) fn end_at(self, total: usize) -> bool {
        self.0.get(0) == 0 && self.0.iter().is_sorted() && self.total() == total
    }

    /// How many entries all lists have together.
    pub(crate) fn total(self) -> usize {
        self.0.0.last().map_or(0, |four| u32::from_le_bytes(*four) as usize)
    }

    /// How many lists there are.
    #[inline(always)]
    pub(crate) fn count(self) -> usize {
        self.0.0.len().saturating_sub(1)
    }

    /// Where the list lies.
    #[inline(always)]
    pub(crate) fn range(self, at: usize) -> Range<usize> {
        if at >= self.count() {
            return 0..0;
        }
        self.0.get(at) as usize..self.0.get(at + 1) as usize
    }

    /// The list in which the entry lies.
    pub(crate) fn list_of(self, entry: usize) -> Option<usize> {
        if entry >= self.total() {
            return None;
        }
        let after = self.0.0.partition_point(|four| u32::from_le_bytes(*four) as usize <= entry);
        after.checked_sub(1)
    }
}

/// Writes the starts of lists as they are added.
#[derive(Debug)]
pub(crate) struct StartsWriter(Vec<u32>);

impl StartsWriter {
    pub(crate) fn new() -> Self {
        Self(vec![0])
    }

    /// Notes that a list ended when `total` entries had been written.
    pub(crate) fn end(&mut self, total: usize) {
        // The container refuses more bytes than a `u32` counts, and an entry has at least one.
        self.0.push(total as u32);
    }

    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        out.extend(self.0.iter().flat_map(|start| start.to_le_bytes()));
    }
}

#[cfg(test)]
mod tests {
    use super::{Starts, StartsWriter};

    fn bytes(ends: &[usize]) -> Vec<u8> {
        let mut writer = StartsWriter::new();
        ends.iter().for_each(|&end| writer.end(end));
        let mut bytes = Vec::new();
        writer.write(&mut bytes);
        bytes
    }

    #[test]
    fn lists_lie_where_they_were_written() {
        let bytes = bytes(&[2, 2, 5]);
        let (starts, rest) = Starts::split(&bytes, 3).unwrap();
        assert!(rest.is_empty() && starts.end_at(5));
        let ranges: Vec<_> = (0..4).map(|at| starts.range(at)).collect();
        assert_eq!(ranges, [0..2, 2..2, 2..5, 0..0]);
        let owners: Vec<_> = (0..6).map(|entry| starts.list_of(entry)).collect();
        assert_eq!(owners, [Some(0), Some(0), Some(2), Some(2), Some(2), None]);
    }

    #[test]
    fn falling_or_overlong_starts_are_noticed() {
        let bytes = bytes(&[3, 2]);
        let (starts, _) = Starts::split(&bytes, 2).unwrap();
        assert!(!starts.end_at(2));
        assert!(Starts::split(&bytes, 3).is_none());
        assert!(Starts::split(&bytes, usize::MAX).is_none());
    }
}
