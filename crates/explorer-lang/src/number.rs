//! Numbers, dates and money in words: digits are always Latin, the calendar always Gregorian.

use explorer_core::money::{Budget, Currency, Exactness};
use explorer_core::when::{Date, Span};

use crate::Messages;

/// Groups the digits of a number by threes: `20000833` gives `20,000,833`.
#[must_use]
pub fn grouped(number: u64, words: &Messages) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push_str(words.group_separator);
        }
        text.push(digit);
    }
    text
}

/// An amount with its currency: `USD 752,110.31`, cents only where there are any.
#[must_use]
pub fn amount(cents: u64, currency: &Currency, words: &Messages) -> String {
    let mut text = format!("{currency}\u{a0}{}", grouped(cents / 100, words));
    if !cents.is_multiple_of(100) {
        text.push_str(words.decimal_separator);
        text.push_str(&format!("{:02}", cents % 100));
    }
    text
}

/// A budget with its exactness: `USD 5,700,000 (rounded)`.
#[must_use]
pub fn budget(budget: &Budget, words: &Messages) -> String {
    let plain = amount(budget.cents, &budget.currency, words);
    match budget.exactness {
        Exactness::Exact => plain,
        Exactness::Rounded => format!("{plain} ({})", words.rounded),
    }
}

/// A date as far as it is known: `2017`, `October 2017`, `31 October 2017`.
#[must_use]
pub fn date(date: Date, words: &Messages) -> String {
    let month = date.month().and_then(|month| words.months.get(usize::from(month) - 1));
    match (month, date.day()) {
        (Some(month), Some(day)) => format!("{day}\u{a0}{month} {}", date.year()),
        (Some(month), None) => format!("{month} {}", date.year()),
        _ => date.year().to_string(),
    }
}

/// A span: `October 2019 – September 2024`, `since 2008`, `until March 2018`, or `not stated`.
#[must_use]
pub fn span(span: Span, words: &Messages) -> String {
    match (span.start, span.end) {
        (Some(start), Some(end)) if start == end => date(start, words),
        (Some(start), Some(end)) => format!("{} – {}", date(start, words), date(end, words)),
        (Some(start), None) => crate::fill(words.since, &[("date", &date(start, words))]),
        (None, Some(end)) => crate::fill(words.until, &[("date", &date(end, words))]),
        (None, None) => words.not_stated.into(),
    }
}

/// Two years of a span, for narrow places: `2019–2024`, `since 2008`.
#[must_use]
pub fn years(span: Span, words: &Messages) -> String {
    let year = |date: Option<Date>| date.and_then(|date| Date::new(date.year(), None, None));
    let rough = Span { start: year(span.start), end: year(span.end) };
    match (rough.start, rough.end) {
        (Some(start), Some(end)) if start != end => format!("{start}–{end}"),
        _ => self::span(rough, words),
    }
}

#[cfg(test)]
mod tests {
    use explorer_core::money::Currency;
    use explorer_core::when::{Date, Span};

    use super::{amount, grouped, span, years};
    use crate::EN;

    #[test]
    fn digits_stand_in_groups_of_three() {
        for (number, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (20_000_833, "20,000,833")]
        {
            assert_eq!(grouped(number, &EN), text);
        }
    }

    #[test]
    fn amounts_show_cents_only_where_there_are_any() {
        let usd = Currency::new("USD").unwrap();
        assert_eq!(amount(75_211_031, &usd, &EN), "USD\u{a0}752,110.31");
        assert_eq!(amount(312_000_000, &usd, &EN), "USD\u{a0}3,120,000");
    }

    #[test]
    fn spans_say_no_more_than_is_known() {
        let of = |start, end| Span { start: Date::parse(start), end: Date::parse(end) };
        for (given, long, short) in [
            (of("2019-10", "2024-09"), "October 2019 – September 2024", "2019–2024"),
            (of("2008", ""), "since 2008", "since 2008"),
            (of("", "2018-03"), "until March 2018", "until 2018"),
            (of("2017-12-12", "2017-12-12"), "12\u{a0}December 2017", "2017"),
            (of("", ""), "not stated", "not stated"),
        ] {
            assert_eq!(span(given, &EN), long);
            assert_eq!(years(given, &EN), short);
        }
    }
}
