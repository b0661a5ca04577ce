//! Facts of fixed size that ranges and sorting read in place: spans, totals, sort keys.

use super::arrays::{Starts, StartsWriter, U32s};
use crate::when::{Date, Span};

/// The days that a span reaches at most, as day numbers; an end that is not stated lies as far
/// away as a number can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Days {
    pub(crate) from: i32,
    pub(crate) to: i32,
}

impl Days {
    /// The days of a span; `None` when neither end is stated.
    pub(crate) fn of(span: Span) -> Option<Self> {
        let from = span.start.map_or(i32::MIN, |date| date.first_day().day_number());
        let to = span.end.map_or(i32::MAX, |date| date.last_day().day_number());
        (!span.is_unstated()).then_some(Self { from, to })
    }

    /// The days that a date may mean.
    pub(crate) fn of_date(date: Date) -> Self {
        Self { from: date.first_day().day_number(), to: date.last_day().day_number() }
    }

    /// True when both have a day in common, as [`Span::overlaps`] says.
    pub(crate) fn overlaps(self, other: Self) -> bool {
        self.from.max(other.from) <= self.to.min(other.to)
    }
}

/// The spans of each evaluation's projects. A project whose span is not stated has none here,
/// and the evaluation is then marked as partly unknown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spans<'a> {
    starts: Starts<'a>,
    days: &'a [[u8; 8]],
}

impl<'a> Spans<'a> {
    pub(crate) fn new(bytes: &'a [u8], evaluations: usize) -> Option<Self> {
        let (starts, rest) = Starts::split(bytes, evaluations)?;
        Some(Self { starts, days: rest.as_chunks().0 })
    }

    pub(crate) fn is_sound(self) -> bool {
        self.starts.end_at(self.days.len())
    }

    /// The days of each project; a project without any stated end reaches everywhere, which
    /// [`SpansWriter::project`] writes and `None` stands for here.
    pub(crate) fn of(self, evaluation: usize) -> impl Iterator<Item = Option<Days>> + 'a {
        let days = self.days.get(self.starts.range(evaluation)).unwrap_or(&[]);
        days.iter().map(|[a, b, c, d, e, f, g, h]| {
            let from = i32::from_le_bytes([*a, *b, *c, *d]);
            let to = i32::from_le_bytes([*e, *f, *g, *h]);
            let stated = from != i32::MIN || to != i32::MAX;
            stated.then_some(Days { from, to })
        })
    }
}

/// Writes spans, one project after the other.
#[derive(Debug)]
pub(crate) struct SpansWriter {
    starts: StartsWriter,
    days: Vec<u8>,
}

impl SpansWriter {
    pub(crate) fn new() -> Self {
        Self { starts: StartsWriter::new(), days: Vec::new() }
    }

    pub(crate) fn project(&mut self, span: Span) {
        let days = Days::of(span).unwrap_or(Days { from: i32::MIN, to: i32::MAX });
        self.days.extend(days.from.to_le_bytes());
        self.days.extend(days.to.to_le_bytes());
    }

    pub(crate) fn end(&mut self) {
        self.starts.end(self.days.len() / 8);
    }

    pub(crate) fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.starts.write(&mut out);
        out.extend(&self.days);
        out
    }
}

/// The totals of each evaluation by currency.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Budgets<'a> {
    starts: Starts<'a>,
    totals: &'a [[u8; 10]],
}

impl<'a> Budgets<'a> {
    pub(crate) fn new(bytes: &'a [u8], evaluations: usize) -> Option<Self> {
        let (starts, rest) = Starts::split(bytes, evaluations)?;
        Some(Self { starts, totals: rest.as_chunks().0 })
    }

    pub(crate) fn is_sound(self) -> bool {
        self.starts.end_at(self.totals.len())
    }

    /// The total in hundredths in the currency of a number.
    pub(crate) fn total(self, evaluation: usize, currency: u16) -> Option<u64> {
        let totals = self.totals.get(self.starts.range(evaluation))?;
        totals.iter().find_map(|entry| {
            let (number, cents) = entry.split_first_chunk()?;
            let cents = u64::from_le_bytes(*cents.first_chunk()?);
            (u16::from_le_bytes(*number) == currency).then_some(cents)
        })
    }
}

/// Writes totals, one evaluation after the other.
#[derive(Debug)]
pub(crate) struct BudgetsWriter {
    starts: StartsWriter,
    totals: Vec<u8>,
}

impl BudgetsWriter {
    pub(crate) fn new() -> Self {
        Self { starts: StartsWriter::new(), totals: Vec::new() }
    }

    pub(crate) fn total(&mut self, currency: u16, cents: u64) {
        self.totals.extend(currency.to_le_bytes());
        self.totals.extend(cents.to_le_bytes());
    }

    pub(crate) fn end(&mut self) {
        self.starts.end(self.totals.len() / 10);
    }

    pub(crate) fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.starts.write(&mut out);
        out.extend(&self.totals);
        out
    }
}

/// The orders of results: all evaluations by date and by title.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Order<'a> {
    newest: U32s<'a>,
    titles: U32s<'a>,
}

impl<'a> Order<'a> {
    pub(crate) fn new(bytes: &'a [u8], evaluations: usize) -> Option<Self> {
        let (newest, rest) = U32s::split(bytes, evaluations)?;
        let (titles, rest) = U32s::split(rest, evaluations)?;
        rest.is_empty().then_some(Self { newest, titles })
    }

    /// True when both name each evaluation once.
    pub(crate) fn is_sound(self) -> bool {
        let names_each_once = |order: U32s<'_>| {
            let mut named = vec![false; order.0.len()];
            order.iter().all(|evaluation| {
                let slot = named.get_mut(evaluation as usize);
                slot.is_some_and(|slot| !std::mem::replace(slot, true))
            })
        };
        names_each_once(self.newest) && names_each_once(self.titles)
    }

    /// The evaluations, newest first, those without a date last.
    pub(crate) fn by_newest(self) -> impl Iterator<Item = u32> + 'a {
        self.newest.iter()
    }

    /// The evaluations by title.
    pub(crate) fn by_title(self) -> impl Iterator<Item = u32> + 'a {
        self.titles.iter()
    }

    pub(crate) fn write(newest: &[u32], titles: &[u32]) -> Vec<u8> {
        newest.iter().chain(titles).flat_map(|number| number.to_le_bytes()).collect()
    }
}
