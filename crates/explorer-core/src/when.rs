//! Dates and spans of time, each as precise as it was printed and no more.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::artifact::decode::{Bytes, Decode};
use crate::codes::codes;

codes! {
    /// How exactly a date is known.
    pub enum Precision {
        /// Only the year.
        Year = "year",
        /// Year and month.
        Month = "month",
        /// Year, month and day.
        Day = "day",
    }
}

/// A date of the Gregorian calendar with the precision that was printed.
///
/// Written as in ISO 8601: `2017`, `2017-10`, `2017-10-31`. Years 1000 to 9999.
/// The order is by the first day that the date may mean, then by precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// A date from its printed parts; `None` when there is no such day, month or year.
    #[must_use]
    pub fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let date = Self { year, month: month.unwrap_or(0), day: day.unwrap_or(0) };
        let real = (1000..=9999).contains(&year)
            && month.is_none_or(|m| (1..=12).contains(&m))
            && day.is_none_or(|d| month.is_some_and(|m| (1..=days_in(year, m)).contains(&d)));
        real.then_some(date)
    }

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `None` for anything else and for unreal days.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map(|p| digits(p, 2).ok_or(()));
        let day = parts.next().map(|p| digits(p, 2).ok_or(()));
        if parts.next().is_some() {
            return None;
        }
        let small = |part: Option<Result<u16, ()>>| match part {
            None => Ok(None),
            Some(Ok(number)) => u8::try_from(number).map(Some).map_err(|_| ()),
            Some(Err(())) => Err(()),
        };
        Self::new(year, small(month).ok()?, small(day).ok()?)
    }

    /// How exactly the date is known.
    #[must_use]
    pub fn precision(self) -> Precision {
        match (self.month, self.day) {
            (0, _) => Precision::Year,
            (_, 0) => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, if known.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day of the month, if known.
    #[must_use]
    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    /// The first day that the date may mean.
    #[must_use]
    pub fn first_day(self) -> Self {
        Self { year: self.year, month: self.month.max(1), day: self.day.max(1) }
    }

    /// The last day that the date may mean.
    #[must_use]
    pub fn last_day(self) -> Self {
        let month = self.month().unwrap_or(12);
        let day = self.day().unwrap_or_else(|| days_in(self.year, month));
        Self { year: self.year, month, day }
    }

    /// The number of days from 0000-03-01 to the first day that the date may mean.
    ///
    /// Differences of two such numbers are lengths in days.
    #[must_use]
    pub fn day_number(self) -> i32 {
        let first = self.first_day();
        let (year, month) = (i32::from(first.year), i32::from(first.month));
        // The year is counted from March, so that the leap day is the last of its year.
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        365 * year + year / 4 - year / 100
            + year / 400
            + (153 * month + 2) / 5
            + i32::from(first.day)
            - 1
    }

    fn packed(self) -> u32 {
        u32::from(self.year) * 10_000 + u32::from(self.month) * 100 + u32::from(self.day)
    }

    fn from_packed(packed: u32) -> Option<Self> {
        let part = |number: u32| u8::try_from(number).ok().filter(|&n| n > 0);
        let (month, day) = (part(packed / 100 % 100), part(packed % 100));
        let date = Self::new(u16::try_from(packed / 10_000).ok()?, month, day)?;
        (date.packed() == packed).then_some(date)
    }
}

fn digits(text: &str, count: usize) -> Option<u16> {
    let plain = text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month() {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day() {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl Decode for Date {
    fn decode(bytes: &mut Bytes<'_>) -> Self {
        Self::from_packed(u32::decode(bytes)).unwrap_or_else(|| {
            bytes.fail();
            Self { year: 1000, month: 0, day: 0 }
        })
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_str(&self.to_string())
        } else {
            serializer.serialize_u32(self.packed())
        }
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let date = if deserializer.is_human_readable() {
            Self::parse(&<Cow<'de, str>>::deserialize(deserializer)?)
        } else {
            Self::from_packed(u32::deserialize(deserializer)?)
        };
        date.ok_or_else(|| de::Error::custom("not a date: expected YYYY, YYYY-MM or YYYY-MM-DD"))
    }
}

/// A span of time; an end that is not known or not stated is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// When it began, if stated.
    pub start: Option<Date>,
    /// When it ended or is to end, if stated.
    pub end: Option<Date>,
}

impl Span {
    /// True when neither end is stated.
    #[must_use]
    pub fn is_unstated(self) -> bool {
        self.start.is_none() && self.end.is_none()
    }

    /// True when both may have a day in common. A missing end reaches as far as it can;
    /// a span without any end shares nothing, since nothing is known of it.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.common(other).is_some()
    }

    /// The time that both have in common: `None` when there is none or one of them is unstated.
    #[must_use]
    pub fn common(self, other: Self) -> Option<Self> {
        if self.is_unstated() || other.is_unstated() {
            return None;
        }
        let start = later(self.start, other.start);
        let end = earlier(self.end, other.end);
        let real = match (start, end) {
            (Some(start), Some(end)) => start.first_day() <= end.last_day(),
            _ => true,
        };
        real.then_some(Self { start, end })
    }

    /// True when the day lies in the span: for sure with both ends stated, as far as is known
    /// with one.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        self.overlaps(Self { start: Some(day), end: Some(day) })
    }
}

fn later(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.first_day() > a.first_day() { b } else { a }),
        (one, other) => one.or(other),
    }
}

fn earlier(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.last_day() < a.last_day() { b } else { a }),
        (one, other) => one.or(other),
    }
}

/// A value as normalised by us beside what the document prints.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Printed<T> {
    /// The normalised value.
    pub value: T,
    /// The words of the document.
    pub as_printed: String,
}

#[cfg(test)]
mod tests {
    use super::{Date, Precision, Span};

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn span(start: &str, end: &str) -> Span {
        Span { start: Date::parse(start), end: Date::parse(end) }
    }

    #[test]
    fn dates_keep_the_precision_they_were_written_with() {
        for (text, precision) in [
            ("2017", Precision::Year),
            ("2017-10", Precision::Month),
            ("2016-02-29", Precision::Day),
        ] {
            assert_eq!(date(text).precision(), precision);
            assert_eq!(date(text).to_string(), text);
            assert_eq!(Date::from_packed(date(text).packed()), Some(date(text)));
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in ["2017-02-29", "2017-13", "2017-00", "2017-1-1", "17", "2017-10-31-1", "x", ""]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        for packed in [0, 20_170_001, 20_171_301, u32::MAX] {
            assert_eq!(Date::from_packed(packed), None, "{packed}");
        }
    }

    #[test]
    fn a_year_means_all_of_its_days() {
        assert_eq!(date("2016").first_day(), date("2016-01-01"));
        assert_eq!(date("2016").last_day(), date("2016-12-31"));
        assert_eq!(date("2016-02").last_day(), date("2016-02-29"));
    }

    #[test]
    fn day_numbers_count_days() {
        let days = |a, b| date(b).day_number() - date(a).day_number();
        assert_eq!(days("2016-02-28", "2016-03-01"), 2);
        assert_eq!(days("2017-01-01", "2018-01-01"), 365);
        assert_eq!(days("1900-02-28", "1900-03-01"), 1);
        assert_eq!(days("2000-01-01", "2400-01-01"), 146_097);
    }

    #[test]
    fn spans_overlap_where_they_share_a_day() {
        let cases = [
            (span("2016-04", "2018-03"), span("2018", ""), true),
            (span("2016", "2017"), span("2018", "2019"), false),
            (span("2008", ""), span("2017-10", "2020-07"), true),
            (span("", ""), span("2017", "2020"), false),
        ];
        for (a, b, expected) in cases {
            assert_eq!(a.overlaps(b), expected, "{a:?} {b:?}");
            assert_eq!(b.overlaps(a), expected, "{b:?} {a:?}");
        }
        assert_eq!(
            span("2016-04", "2018-03").common(span("2017-12-12", "2021-12-12")),
            Some(span("2017-12-12", "2018-03")),
        );
    }
}
