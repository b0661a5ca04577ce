//! Sorting for a program that is downloaded.
//!
//! The sorts of the standard library are fast and large: each type and each order that is sorted
//! compiles to several kilobytes of its own. Here all types share two sorts, one by numbers and
//! one by comparing, of which only the exchange of items is compiled for each. Both leave equals
//! as they came. Code that runs only where a set is packed does not need this.

use std::cmp::Ordering;

/// Sorts items by a number.
pub(crate) fn by_number<T>(items: &mut [T], number: impl Fn(&T) -> u32) {
    let mut keyed: Vec<Keyed> =
        items.iter().zip(0..).map(|(item, at)| (number(item).into(), at)).collect();
    by_key(&mut keyed);
    arrange(items, &mut keyed.into_iter().map(|(_, at)| at).collect::<Vec<u32>>());
}

/// A record with what it is sorted by.
pub(crate) type Keyed = (u64, u32);

/// Sorts records by their keys, byte by byte: for hundreds of thousands that takes a fraction of
/// comparing them.
pub(crate) fn by_key(items: &mut Vec<Keyed>) {
    let mut sorted = vec![(0, 0); items.len()];
    let first = items.first().map_or(0, |(key, _)| *key);
    let differs = items.iter().fold(0, |differs, (key, _)| differs | (key ^ first));
    for shift in (0..u64::BITS).step_by(8) {
        let digit = |key: u64| (key >> shift & 0xff) as usize;
        if digit(differs) == 0 {
            continue;
        }
        let mut places = [0_usize; 0x100];
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

/// Sorts items by comparing them.
pub(crate) fn by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let is_after = |a: u32, b: u32| match (items.get(a as usize), items.get(b as usize)) {
        (Some(a), Some(b)) => compare(a, b).is_gt(),
        _ => false,
    };
    let mut order = merged(items.len() as u32, &is_after);
    arrange(items, &mut order);
}

/// The items in their order, each once.
pub(crate) fn each_once<T: Ord>(mut items: Vec<T>) -> Vec<T> {
    by(&mut items, T::cmp);
    items.dedup();
    items
}

/// The numbers below `count` in an order, by merging ever longer stretches.
fn merged(count: u32, is_after: &dyn Fn(u32, u32) -> bool) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count).collect();
    let mut merged = Vec::with_capacity(order.len());
    let mut width = 1;
    while width < order.len() {
        merged.clear();
        for pair in order.chunks(2 * width) {
            let (mut left, mut right) = pair.split_at(width.min(pair.len()));
            while let ([first, left_rest @ ..], [second, right_rest @ ..]) = (left, right) {
                if is_after(*first, *second) {
                    merged.push(*second);
                    right = right_rest;
                } else {
                    merged.push(*first);
                    left = left_rest;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut order, &mut merged);
        width *= 2;
    }
    order
}

/// Puts at each place the item that `order` names, one cycle of exchanges after the other. Places
/// that are done name themselves.
fn arrange<T>(items: &mut [T], order: &mut [u32]) {
    for start in 0..order.len() {
        let mut at = start;
        while let Some(from) = order.get_mut(at) {
            let from = std::mem::replace(from, at as u32) as usize;
            if from == start || from >= items.len() {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{by, by_number, each_once};

    proptest! {
        #[test]
        fn items_are_sorted_as_the_standard_library_sorts_them(
            items in proptest::collection::vec((0_u32..9, any::<u8>()), 0..70)
        ) {
            let mut expected = items.clone();
            expected.sort_by_key(|&(key, _)| key);
            let mut numbered = items.clone();
            by_number(&mut numbered, |&(key, _)| key);
            prop_assert_eq!(&numbered, &expected);
            let mut compared = items.clone();
            by(&mut compared, |(a, _), (b, _)| a.cmp(b));
            prop_assert_eq!(&compared, &expected);
            let once: std::collections::BTreeSet<_> = items.iter().copied().collect();
            prop_assert_eq!(each_once(items), once.into_iter().collect::<Vec<_>>());
        }
    }
}
