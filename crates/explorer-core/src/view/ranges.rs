//! Ranges as readers type them.

use crate::money::Currency;
use crate::query::BudgetRange;
use crate::when::{Date, Span};

/// The span between two years or dates as typed; an end that cannot be read is open, ends in the
/// wrong order change places, and two open ends are no filter.
#[must_use]
pub fn period_from_text(from: &str, to: &str) -> Option<Span> {
    let (start, end) = (Date::parse(from.trim()), Date::parse(to.trim()));
    let span = match (start, end) {
        (Some(start), Some(end)) if start.first_day() > end.last_day() => {
            Span { start: Some(end), end: Some(start) }
        }
        _ => Span { start, end },
    };
    (!span.is_unstated()).then_some(span)
}

/// The range between two whole amounts as typed, with or without separators of thousands; two
/// open ends are no filter.
#[must_use]
pub fn budget_from_text(currency: &Currency, from: &str, to: &str) -> Option<BudgetRange> {
    let (from, to) = match (cents(from), cents(to)) {
        (Some(from), Some(to)) if from > to => (Some(to), Some(from)),
        ends => ends,
    };
    let asked = from.is_some() || to.is_some();
    asked.then(|| BudgetRange { currency: currency.clone(), from, to })
}

fn cents(text: &str) -> Option<u64> {
    let is_separator = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | '\'' | '’');
    let digits: String = text.chars().filter(|&c| !is_separator(c)).collect();
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse::<u64>().ok()?.checked_mul(100)).flatten()
}

#[cfg(test)]
mod tests {
    use super::{budget_from_text, period_from_text};
    use crate::money::Currency;
    use crate::when::{Date, Span};

    #[test]
    fn years_are_read_as_typed() {
        let span = |start, end| Some(Span { start: Date::parse(start), end: Date::parse(end) });
        for (from, to, expected) in [
            ("2017", "2021", span("2017", "2021")),
            (" 2017 ", "", span("2017", "")),
            ("2021", "2017", span("2017", "2021")),
            ("soon", "later", None),
            ("", "", None),
        ] {
            assert_eq!(period_from_text(from, to), expected, "{from} {to}");
        }
    }

    #[test]
    fn amounts_are_read_with_separators() {
        let usd = Currency::new("USD").unwrap();
        let ends = |from, to| budget_from_text(&usd, from, to).map(|range| (range.from, range.to));
        assert_eq!(ends("1,000,000", ""), Some((Some(100_000_000), None)));
        assert_eq!(ends("5 000", "1.000"), Some((Some(100_000), Some(500_000))));
        assert_eq!(ends("much", ""), None);
        assert_eq!(ends("99999999999999999999", ""), None);
    }
}
