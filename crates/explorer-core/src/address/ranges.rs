//! Ranges of time and money as they stand in a link.

use crate::money::Currency;
use crate::query::BudgetRange;
use crate::state::normal::{ordered, whole_units};
use crate::when::{Date, Span};

/// Hundredths in one unit of a currency.
const CENTS: u64 = 100;

/// `2017..2021`, `2017-10..`, `..2021`.
pub(super) fn period_text(period: Span) -> String {
    let end = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    format!("{}..{}", end(period.start), end(period.end))
}

/// Reads a range of time; one date alone means just that time, and one dot will do.
pub(super) fn read_period(text: &str) -> Option<Span> {
    let (start, end) = ends(text);
    ordered(Span { start: date(start)?, end: date(end)? })
}

/// `usd-1000000..5000000` in whole units, or `usd` for any amount.
pub(super) fn budget_text(range: &BudgetRange) -> String {
    let currency = range.currency.code().to_ascii_lowercase();
    if range.from.is_none() && range.to.is_none() {
        return currency;
    }
    let end = |cents: Option<u64>| cents.map(|c| (c / CENTS).to_string()).unwrap_or_default();
    format!("{currency}-{}..{}", end(range.from), end(range.to))
}

/// Reads a range of money; one amount alone means just that amount.
pub(super) fn read_budget(text: &str) -> Option<BudgetRange> {
    let (currency, amounts) = text.split_once('-').unwrap_or((text, ".."));
    let currency = Currency::new(&currency.to_ascii_uppercase())?;
    let (from, to) = ends(amounts);
    Some(whole_units(BudgetRange { currency, from: cents(from)?, to: cents(to)? }))
}

fn ends(text: &str) -> (&str, &str) {
    // Some mailers eat one of two dots.
    let parts = text.split_once('.').map(|(from, to)| (from, to.strip_prefix('.').unwrap_or(to)));
    parts.unwrap_or((text, text))
}

/// A date or an open end; the outer `None` is for what is neither.
fn date(text: &str) -> Option<Option<Date>> {
    if text.is_empty() { Some(None) } else { Date::parse(text).map(Some) }
}

/// An amount in hundredths or an open end; the outer `None` is for what is neither.
fn cents(text: &str) -> Option<Option<u64>> {
    if text.is_empty() {
        return Some(None);
    }
    let units: u64 = text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())??;
    units.checked_mul(CENTS).map(Some)
}

#[cfg(test)]
mod tests {
    use super::{budget_text, period_text, read_budget, read_period};

    #[track_caller]
    fn check_period(text: &str, expected: Option<&str>) {
        assert_eq!(read_period(text).map(period_text).as_deref(), expected, "{text}");
    }

    #[track_caller]
    fn check_budget(text: &str, expected: Option<&str>) {
        let written = read_budget(text).as_ref().map(budget_text);
        assert_eq!(written.as_deref(), expected, "{text}");
    }

    #[test]
    fn periods_are_read_and_written() {
        check_period("2017..2021", Some("2017..2021"));
        check_period("2017-10..", Some("2017-10.."));
        check_period("..2021-12-31", Some("..2021-12-31"));
        check_period("2021..2017", Some("2017..2021"));
        check_period("2017", Some("2017..2017"));
        check_period("2017.2021", Some("2017..2021"));
        for bad in ["", "..", "2017..20", "17..21", "2017...2021", "x", "2017..2021..2022"] {
            check_period(bad, None);
        }
    }

    #[test]
    fn budgets_are_read_and_written() {
        check_budget("usd-1000000..5000000", Some("usd-1000000..5000000"));
        check_budget("USD-..5", Some("usd-..5"));
        check_budget("eur-5..", Some("eur-5.."));
        check_budget("usd-9..1", Some("usd-1..9"));
        check_budget("usd-7", Some("usd-7..7"));
        check_budget("usd", Some("usd"));
        check_budget("usd-..", Some("usd"));
        for bad in ["", "us", "1..5", "usd-1e6..", "usd--1..5", "usd-99999999999999999999..", "$-1"]
        {
            check_budget(bad, None);
        }
    }
}
