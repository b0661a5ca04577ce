//! Records out of bytes, as the packer's serialiser writes them: numbers in LEB128, texts and
//! lists behind their length, a byte before what may be missing, closed lists by number.
//!
//! Reading does by hand what a deserialiser would do, since this code is downloaded by every
//! reader: a failure is noted once and checked at the end, instead of after each field, which is
//! a third of the size. The packer uses the serialiser, and its bytes are always read back by
//! this module before anybody gets them.

use crate::content::{Redirect, Synonyms};
use crate::evaluation::{
    Card, Donor, Evaluation, EvaluationKind, FactSource, Institution, KindCount, MentionedProject,
    Method, Party, Phase, Project, Provenance, ReportLink, Sample, SampleGroup,
};
use crate::facet::FacetValue;
use crate::money::Budget;
use crate::place::{Place, Reach};
use crate::statement::{Criterion, KeyFigure, Statement};
use crate::tension::{Side, Tension};
use crate::vocabulary::{Label, Term, Terms, Vocabulary};
use crate::when::{Printed, Span};

use super::head::{Head, Name, Relations};

/// A value that can be read from bytes. After a failure it is any value, which nobody gets.
pub(crate) trait Decode: Sized {
    fn decode(bytes: &mut Bytes<'_>) -> Self;
}

/// The value that the bytes are, all of them.
pub(crate) fn whole<T: Decode>(bytes: &[u8]) -> Option<T> {
    let mut bytes = Bytes::new(bytes);
    let value = T::decode(&mut bytes);
    (!bytes.failed && bytes.rest.is_empty()).then_some(value)
}

/// Bytes that are read from the front.
#[derive(Debug)]
pub(crate) struct Bytes<'b> {
    rest: &'b [u8],
    failed: bool,
}

impl<'b> Bytes<'b> {
    pub(crate) fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes, failed: false }
    }

    /// Notes that the bytes are not what was expected.
    pub(crate) fn fail(&mut self) {
        self.failed = true;
        self.rest = &[];
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(crate) fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.rest.split_first() else {
            self.fail();
            return 0;
        };
        self.rest = rest;
        *first
    }

    /// A number in LEB128.
    pub(crate) fn number(&mut self) -> u64 {
        let (mut number, mut shift) = (0, 0);
        while shift < u64::BITS {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
            shift += 7;
        }
        self.fail();
        0
    }

    /// Bytes behind their length; `None` when there are fewer.
    pub(crate) fn piece(&mut self) -> Option<&'b [u8]> {
        let length = usize::try_from(self.number()).unwrap_or(usize::MAX);
        match self.rest.split_at_checked(length) {
            Some((piece, rest)) if !self.failed => {
                self.rest = rest;
                Some(piece)
            }
            _ => {
                self.fail();
                None
            }
        }
    }

    /// A text behind its length.
    pub(crate) fn text(&mut self) -> &'b str {
        let text = self.piece().and_then(|piece| str::from_utf8(piece).ok());
        text.unwrap_or_else(|| {
            self.fail();
            ""
        })
    }

    fn value<T: Decode>(&mut self) -> T {
        T::decode(self)
    }
}

impl Decode for u8 {
    fn decode(bytes: &mut Bytes<'_>) -> Self {
        bytes.byte()
    }
}

impl Decode for bool {
    fn decode(bytes: &mut Bytes<'_>) -> Self {
        let byte = bytes.byte();
        if byte > 1 {
            bytes.fail();
        }
        byte == 1
    }
}

macro_rules! numbers {
    ($($name:ident),+) => { $(
        impl Decode for $name {
            fn decode(bytes: &mut Bytes<'_>) -> Self {
                Self::try_from(bytes.number()).unwrap_or_else(|_| {
                    bytes.fail();
                    0
                })
            }
        }
    )+ };
}

numbers!(u16, u32, u64);

impl Decode for String {
    fn decode(bytes: &mut Bytes<'_>) -> Self {
        bytes.text().to_owned()
    }
}

impl Decode for Box<str> {
    fn decode(bytes: &mut Bytes<'_>) -> Self {
        bytes.text().into()
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(bytes: &mut Bytes<'_>) -> Self {
        bool::decode(bytes).then(|| bytes.value())
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(bytes: &mut Bytes<'_>) -> Self {
        let mut items = Self::new();
        // A length that lies ends with the bytes, since every item has at least one.
        for _ in 0..bytes.number() {
            if bytes.failed {
                break;
            }
            items.push(bytes.value());
        }
        items
    }
}

impl<T: Decode> Decode for Printed<T> {
    fn decode(bytes: &mut Bytes<'_>) -> Self {
        Self { value: bytes.value(), as_printed: bytes.value() }
    }
}

impl Decode for Terms {
    fn decode(bytes: &mut Bytes<'_>) -> Self {
        Self(bytes.value())
    }
}

/// Records are their fields in the order of their declaration.
macro_rules! records {
    ($( $name:ident { $($field:ident),+ } )+) => { $(
        impl Decode for $name {
            fn decode(bytes: &mut Bytes<'_>) -> Self {
                Self { $( $field: bytes.value() ),+ }
            }
        }
    )+ };
}

records! {
    Head { title, data_date, statements, currencies, agencies, places }
    Name { id, labels, short }
    Relations { vocabulary, redirects, values, tensions, synonyms }
    Card { title, short_title, language, agency, timing, span, places, coded_on, kinds }
    KindCount { kind, number }
    Vocabulary { agencies, organisations, places, themes, criteria }
    Term { id, labels, short, aliases, scope_note, broader, place_kind }
    Label { lang, text }
    Tension { id, kind, question, summary, may_come_from, sides, silent, within }
    Side { stance, statements, evaluations }
    Synonyms { words }
    Redirect { from, to }
    FacetValue { id, name }
    Evaluation {
        id, title, short_title, title_as_printed, language, agency, unit, document_type, kind,
        published, conducted, period_evaluated, report, projects, combined_budgets,
        combined_donors, places, region_as_printed, country_count_as_printed, reach, team, manager,
        supervisor, institutions, method, criteria_listed, keywords, mentioned_projects, notes,
        provenance
    }
    EvaluationKind { as_printed, timing, scope, depth, independence }
    ReportLink { url, target, listing_year, language }
    Project {
        code, title, short_title, span, span_as_printed, months_stated, budgets, donors, phases,
        objective
    }
    Phase { number, span, budgets, donors, country_count_as_printed, note }
    Donor { as_printed, organisation }
    Budget { cents, currency, exactness, scope, as_printed, as_of }
    Span { start, end }
    Place { as_printed, kind, term, phases, note }
    Reach { what, number, qualifier }
    Party { name, kind, role_as_printed }
    Institution { name, organisation, role, note }
    Method { approaches, data_sources, tools, standards, sampling, sample, field_missions }
    Sample { unit, total, women, men, groups, note }
    SampleGroup { who, number }
    MentionedProject { code, name }
    Provenance { document, coded_by, coded_on, facts }
    FactSource { group, section }
    Statement {
        id, kind, ordinal, enumeration, number_as_printed, label_as_printed, text, criteria, themes,
        projects, places, addressee, figures, asks_for_action, note, section
    }
    Criterion { term, basis }
    KeyFigure { figure, unit }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::whole;
    use crate::content::Record;
    use crate::evaluation::Evaluation;
    use crate::statement::Statement;
    use crate::testing::content_of_seed;

    fn records() -> Vec<Record> {
        content_of_seed(7, 12).records
    }

    #[test]
    fn the_bytes_of_the_serialiser_are_read() {
        for record in records() {
            let bytes = postcard::to_allocvec(&record.evaluation).unwrap();
            assert_eq!(whole(&bytes), Some(record.evaluation));
            for statement in record.statements {
                let bytes = postcard::to_allocvec(&statement).unwrap();
                assert_eq!(whole(&bytes), Some(statement));
            }
        }
    }

    #[test]
    fn bytes_that_end_early_or_late_are_refused() {
        let record = records().remove(0);
        let mut bytes = postcard::to_allocvec(&record.evaluation).unwrap();
        for end in 0..bytes.len() {
            assert_eq!(whole::<Evaluation>(&bytes[..end]), None, "{end}");
        }
        bytes.push(0);
        assert_eq!(whole::<Evaluation>(&bytes), None);
    }

    proptest! {
        #[test]
        fn what_is_read_is_what_the_deserialiser_reads(
            at in 0_usize..400, byte: u8, numbers: (u16, u32, u64, Option<bool>)
        ) {
            let records = records();
            let statement = records.iter().find_map(|record| record.statements.first()).unwrap();
            let mut bytes = postcard::to_allocvec(statement).unwrap();
            if let Some(changed) = bytes.get_mut(at) {
                *changed = byte;
            }
            let read: Option<(Statement, &[u8])> = postcard::take_from_bytes(&bytes).ok();
            let expected = read.filter(|(_, rest)| rest.is_empty()).map(|(value, _)| value);
            prop_assert_eq!(whole(&bytes), expected);
            let bytes = postcard::to_allocvec(&numbers).unwrap();
            let mut read = super::Bytes::new(&bytes);
            let (a, b, c, d) = (read.value(), read.value(), read.value(), read.value());
            prop_assert_eq!((a, b, c, d), numbers);
        }
    }
}
