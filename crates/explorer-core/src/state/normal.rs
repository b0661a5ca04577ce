//! Parts of a state in normal form, so that what means the same is equal.

use super::{SHOWN_MAX, TEXT_MAX};
use crate::id::is_id;
use crate::query::BudgetRange;
use crate::when::Span;

/// Text cut to as many code points as fit.
pub(crate) fn cut(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(TEXT_MAX) {
        text.truncate(end);
    }
    text
}

/// A span with its ends in order; `None` when it has no end.
pub(crate) fn ordered(span: Span) -> Option<Span> {
    match (span.start, span.end) {
        (None, None) => None,
        (Some(start), Some(end)) if start.first_day() > end.last_day() => {
            Some(Span { start: Some(end), end: Some(start) })
        }
        _ => Some(span),
    }
}

/// A range in whole units of its currency, with its ends in order and made wider where it must
/// be: links carry no fractions.
pub(crate) fn whole_units(range: BudgetRange) -> BudgetRange {
    const UNIT: u64 = 100;
    const MAX: u64 = u64::MAX / UNIT * UNIT;
    let (from, to) = match (range.from, range.to) {
        (Some(from), Some(to)) => (Some(from.min(to)), Some(from.max(to))),
        ends => ends,
    };
    BudgetRange {
        currency: range.currency,
        from: from.map(|cents| cents / UNIT * UNIT),
        to: to.map(|cents| cents.div_ceil(UNIT).saturating_mul(UNIT).min(MAX)),
    }
}

/// A number of unfolded results that a link may ask for; `None` for none.
pub(crate) fn shown(number: u32) -> Option<u32> {
    (number > 0).then_some(number.min(SHOWN_MAX))
}

/// A language tag in lower case; `None` for text that is none.
pub(crate) fn language(tag: &str) -> Option<Box<str>> {
    let tag = tag.trim().to_ascii_lowercase();
    is_id(&tag).then(|| tag.into())
}

#[cfg(test)]
mod tests {
    use super::{BudgetRange, whole_units};
    use crate::money::Currency;

    #[track_caller]
    fn check(ends: (Option<u64>, Option<u64>), expected: (Option<u64>, Option<u64>)) {
        let currency = Currency::new("USD").unwrap();
        let range = whole_units(BudgetRange { currency, from: ends.0, to: ends.1 });
        assert_eq!((range.from, range.to), expected);
    }

    #[test]
    fn a_budget_range_widens_to_whole_units() {
        check((Some(150), Some(150)), (Some(100), Some(200)));
        check((Some(900), Some(100)), (Some(100), Some(900)));
        check((None, Some(u64::MAX)), (None, Some(u64::MAX / 100 * 100)));
        check((Some(99), None), (Some(0), None));
    }
}
