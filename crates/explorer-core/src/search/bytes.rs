//! Reading and writing the bytes of an index: numbers of variable length, total on any input.

/// Appends a number, seven bits a byte, lowest first.
pub(super) fn push_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// A difference of either sign as a number: 0, -1, 1, -2 become 0, 1, 2, 3.
pub(super) const fn zigzag(difference: i32) -> u32 {
    ((difference << 1) ^ (difference >> 31)) as u32
}

/// The reverse of [`zigzag`].
pub(super) const fn unzigzag(number: u32) -> i32 {
    (number >> 1) as i32 ^ -((number & 1) as i32)
}

/// A place in bytes. Beyond the end it reads nothing, for ever.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'b> {
    rest: &'b [u8],
}

impl<'b> Reader<'b> {
    pub(super) const fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    #[inline(always)]
    pub(super) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    /// The next number; bits beyond 32 are dropped.
    #[inline(always)]
    pub(super) fn number(&mut self) -> Option<u32> {
        let first = self.byte()?;
        if first < 0x80 {
            return Some(u32::from(first));
        }
        let mut number = u32::from(first & 0x7f);
        let mut shift = 7;
        loop {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
            if byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
    }

    /// Hands the numbers that are left to `each` as rising ones, each packed as the difference to
    /// the one before less one, until it says no.
    #[inline(always)]
    pub(super) fn each_rising(self, mut each: impl FnMut(u32) -> bool) {
        let mut next = 0_u32;
        let mut bytes = self.rest.iter();
        while let Some(&first) = bytes.next() {
            let mut gap = u32::from(first & 0x7f);
            if first >= 0x80 {
                let mut rest = Reader { rest: bytes.as_slice() };
                let Some(more) = rest.number() else { return };
                bytes = rest.rest.iter();
                gap |= more << 7;
            }
            let number = next.saturating_add(gap);
            if !each(number) {
                return;
            }
            next = number.saturating_add(1);
        }
    }

    pub(super) fn slice(&mut self, length: usize) -> Option<&'b [u8]> {
        let (slice, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(slice)
    }
}

/// The number at a place of a table of four-byte numbers, lowest byte first.
#[inline(always)]
pub(super) fn fixed(table: &[u8], place: usize) -> Option<u32> {
    let from = place.checked_mul(4)?;
    let bytes = table.get(from..from.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_survive(number: u32, difference: i32) {
            let mut bytes = Vec::new();
            push_number(&mut bytes, number);
            push_number(&mut bytes, zigzag(difference));
            let mut reader = Reader::new(&bytes);
            prop_assert_eq!(reader.number(), Some(number));
            prop_assert_eq!(reader.number().map(unzigzag), Some(difference));
            prop_assert_eq!(reader.byte(), None);
        }

        #[test]
        fn rising_numbers_survive(numbers: std::collections::BTreeSet<u32>) {
            let (mut bytes, mut next) = (Vec::new(), 0);
            for &number in &numbers {
                push_number(&mut bytes, number - next);
                next = number.saturating_add(1);
            }
            let mut read = std::collections::BTreeSet::new();
            Reader::new(&bytes).each_rising(|number| read.insert(number));
            prop_assert_eq!(read, numbers);
        }

        #[test]
        fn any_bytes_can_be_read(bytes: Vec<u8>) {
            Reader::new(&bytes).each_rising(|_| true);
            let mut reader = Reader::new(&bytes);
            while reader.number().is_some() {}
            prop_assert!(reader.byte().is_none());
        }
    }
}
