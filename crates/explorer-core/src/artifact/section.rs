//! The sections of a packed set and the container that holds them.
//!
//! ```text
//! signature   8 bytes   89 45 45 50 0d 0a 1a 0a
//! version     u32       every number is little-endian
//! sections    u32       how many
//! digest      u64       XXH64 of the table
//! table       20 bytes each: kind u32, offset u32, length u32, checksum u64 (XXH64)
//! sections              in the order of the table
//! ```
//!
//! The signature is built like PNG's, so that a transfer that treats the file as text is noticed.
//! The digest covers the checksums and so identifies the whole set.
//!
//! A table of absolute offsets makes each section a range that any static host can serve by
//! itself. What a list of all evaluations needs comes first; what is filtered, searched and read in
//! full comes behind one cut ([`cut`]) and may arrive later.

use std::fmt;
use std::ops::Range;

use super::checksum::xxh64;
use super::error::ArtifactError;
use crate::facet::FacetId;

const SIGNATURE: [u8; 8] = *b"\x89EEP\r\n\x1a\n";

/// The version of the format. It changes whenever bytes of before would be read wrongly.
pub const VERSION: u32 = 6;

const HEADER: usize = 24;
const ENTRY: usize = 20;

/// A part of a packed set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Title, data date, currencies, names of agencies and places.
    Head,
    /// The ids of the evaluations, sorted.
    EvaluationIds,
    /// Which statements belong to which evaluation.
    StatementStarts,
    /// The values of one facet for each record.
    Column(FacetId),
    /// The values of one facet of statements for each evaluation, each once.
    Summary(FacetId),
    /// The spans of the projects.
    Spans,
    /// The totals of budgets by currency.
    Budgets,
    /// What results are sorted by.
    Order,
    /// What lists say of each evaluation.
    Cards,
    /// Where each evaluation's record begins.
    RecordStarts,
    /// Where the statements of each evaluation begin.
    TextStarts,
    /// All words.
    Dictionary,
    /// Where words occur in headers.
    WordsOfHeaders,
    /// Where words occur in statements.
    WordsOfStatements,
    /// How many words each evaluation and statement has.
    WordLengths,
    /// The records of the evaluations, without what their cards say.
    Records,
    /// Vocabulary, values of facets, redirects, tensions and synonyms.
    Relations,
    /// The words that statements are written with.
    Pieces,
    /// The statements: of each evaluation all but the texts, then the texts.
    Texts,
}

impl Section {
    pub(crate) fn kind(self) -> u32 {
        match self {
            Self::Head => 1,
            Self::EvaluationIds => 2,
            Self::StatementStarts => 3,
            Self::Spans => 4,
            Self::Budgets => 5,
            Self::Order => 6,
            Self::RecordStarts => 7,
            Self::TextStarts => 8,
            Self::Dictionary => 9,
            Self::WordsOfHeaders => 10,
            Self::WordsOfStatements => 11,
            Self::WordLengths => 12,
            Self::Records => 13,
            Self::Texts => 14,
            Self::Pieces => 15,
            Self::Cards => 16,
            Self::Relations => 17,
            Self::Column(facet) => 256 + facet as u32,
            Self::Summary(facet) => 512 + facet as u32,
        }
    }
}

impl fmt::Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Head => "head",
            Self::EvaluationIds => "list of evaluations",
            Self::StatementStarts => "list of statements",
            Self::Column(facet) => return write!(f, "column of {}", facet.code()),
            Self::Summary(facet) => return write!(f, "summary of {}", facet.code()),
            Self::Spans => "spans of projects",
            Self::Budgets => "budgets",
            Self::Order => "sort keys",
            Self::Cards => "cards",
            Self::RecordStarts => "list of records",
            Self::TextStarts => "list of texts",
            Self::Dictionary => "dictionary",
            Self::WordsOfHeaders => "words of headers",
            Self::WordsOfStatements => "words of statements",
            Self::WordLengths => "numbers of words",
            Self::Records => "records",
            Self::Relations => "relations",
            Self::Pieces => "words of texts",
            Self::Texts => "texts",
        };
        f.write_str(name)
    }
}

/// Puts sections into a container.
///
/// # Errors
/// The size in bytes, when it is more than a `u32` can address.
pub(crate) fn write(sections: &[(Section, Vec<u8>)]) -> Result<Vec<u8>, usize> {
    let start = HEADER + ENTRY * sections.len();
    let total = sections.iter().fold(start, |sum, (_, bytes)| sum + bytes.len());
    if u32::try_from(total).is_err() {
        return Err(total);
    }
    let mut table = Vec::with_capacity(ENTRY * sections.len());
    let mut offset = start;
    for (section, bytes) in sections {
        table.extend(section.kind().to_le_bytes());
        table.extend((offset as u32).to_le_bytes());
        table.extend((bytes.len() as u32).to_le_bytes());
        table.extend(xxh64(bytes).to_le_bytes());
        offset += bytes.len();
    }
    let mut out = Vec::with_capacity(total);
    out.extend(SIGNATURE);
    out.extend(VERSION.to_le_bytes());
    out.extend((sections.len() as u32).to_le_bytes());
    out.extend(xxh64(&table).to_le_bytes());
    out.extend(table);
    for (_, bytes) in sections {
        out.extend(bytes);
    }
    Ok(out)
}

/// Makes the checksums right again after bytes were changed.
#[cfg(any(test, feature = "testing"))]
pub(crate) fn seal(bytes: &mut [u8]) {
    let count = word(bytes, 12) as usize;
    let end = count.saturating_mul(ENTRY).saturating_add(HEADER);
    for at in (HEADER..end.min(bytes.len())).step_by(ENTRY) {
        let (offset, length) = (word(bytes, at + 4) as usize, word(bytes, at + 8) as usize);
        let sum = bytes.get(offset..offset.saturating_add(length)).map(xxh64);
        if let (Some(sum), Some(entry)) = (sum, bytes.get_mut(at + 12..at + 20)) {
            entry.copy_from_slice(&sum.to_le_bytes());
        }
    }
    if let Some(digest) = bytes.get(HEADER..end).map(xxh64)
        && let Some(header) = bytes.get_mut(16..HEADER)
    {
        header.copy_from_slice(&digest.to_le_bytes());
    }
}

/// Where the first part of a packed set ends, which is enough for a list of all evaluations; the
/// rest is what [`crate::dataset::Dataset::complete`] takes.
///
/// # Errors
/// When the bytes are no packed set.
pub fn cut(bytes: &[u8]) -> Result<usize, ArtifactError> {
    Ok(Container::open(bytes)?.range(Section::StatementStarts)?.start)
}

/// The table of a container.
#[derive(Clone, Debug)]
pub(crate) struct Container {
    digest: u64,
    table: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    kind: u32,
    range: Range<usize>,
    checksum: u64,
}

impl Entry {
    fn read(entry: &[u8]) -> Self {
        let (kind, offset, length) = (word(entry, 0), word(entry, 4), word(entry, 8));
        let range = offset as usize..(offset as usize).saturating_add(length as usize);
        Self { kind, range, checksum: long(entry, 12) }
    }

    /// Compares the checksum. `bytes` begin at `start`.
    fn check(&self, bytes: &[u8], start: usize) -> Result<(), ArtifactError> {
        let Range { start: from, end } = self.range;
        let place = from.checked_sub(start).zip(end.checked_sub(start));
        let Some(section) = place.and_then(|(from, to)| bytes.get(from..to)) else {
            let found = (start + bytes.len()) as u64;
            return Err(ArtifactError::Truncated { expected: end as u64, found });
        };
        let (expected, found) = (self.checksum, xxh64(section));
        if found == expected {
            return Ok(());
        }
        Err(ArtifactError::Checksum { section: named(self.kind), expected, found })
    }
}

impl Container {
    /// Reads the table and compares the checksum of every section that begins in these bytes.
    pub(crate) fn open(bytes: &[u8]) -> Result<Self, ArtifactError> {
        let (digest, entries) = header(bytes)?;
        let table: Vec<Entry> = entries.iter().map(|entry| Entry::read(entry)).collect();
        let is_here = |entry: &&Entry| entry.range.start < bytes.len();
        table.iter().filter(is_here).try_for_each(|entry| entry.check(bytes, 0))?;
        Ok(Self { digest, table })
    }

    /// Compares the checksum of every section that begins behind the first `start` bytes.
    pub(crate) fn check_rest(&self, rest: &[u8], start: usize) -> Result<(), ArtifactError> {
        let is_later = |entry: &&Entry| entry.range.start >= start;
        self.table.iter().filter(is_later).try_for_each(|entry| entry.check(rest, start))
    }

    /// What identifies the whole content.
    pub(crate) fn digest(&self) -> u64 {
        self.digest
    }

    /// Where a section lies.
    pub(crate) fn range(&self, section: Section) -> Result<Range<usize>, ArtifactError> {
        let kind = section.kind();
        let found = self.table.iter().find(|entry| entry.kind == kind);
        found.map(|entry| entry.range.clone()).ok_or(ArtifactError::Missing { section })
    }
}

fn header(bytes: &[u8]) -> Result<(u64, &[[u8; ENTRY]]), ArtifactError> {
    if !bytes.starts_with(&SIGNATURE) {
        return Err(ArtifactError::NotAnArtifact);
    }
    let cut = |expected: usize| ArtifactError::Truncated {
        expected: expected as u64,
        found: bytes.len() as u64,
    };
    let header: &[u8; HEADER] = bytes.first_chunk().ok_or_else(|| cut(HEADER))?;
    let found = word(header, 8);
    if found != VERSION {
        return Err(ArtifactError::Version { expected: VERSION, found });
    }
    let size = (word(header, 12) as usize).saturating_mul(ENTRY);
    let end = HEADER.saturating_add(size);
    let table = bytes.get(HEADER..end).ok_or_else(|| cut(end))?;
    let (expected, found) = (long(header, 16), xxh64(table));
    if expected != found {
        return Err(ArtifactError::Checksum { section: None, expected, found });
    }
    Ok((expected, table.as_chunks().0))
}

fn named(kind: u32) -> Option<Section> {
    let columns = FacetId::ALL.iter().map(|&facet| Section::Column(facet));
    let summaries = FacetId::ALL.iter().map(|&facet| Section::Summary(facet));
    let plain = [
        Section::Head,
        Section::EvaluationIds,
        Section::StatementStarts,
        Section::Spans,
        Section::Budgets,
        Section::Order,
        Section::Cards,
        Section::RecordStarts,
        Section::TextStarts,
        Section::Dictionary,
        Section::WordsOfHeaders,
        Section::WordsOfStatements,
        Section::WordLengths,
        Section::Records,
        Section::Relations,
        Section::Pieces,
        Section::Texts,
    ];
    plain.into_iter().chain(columns).chain(summaries).find(|section| section.kind() == kind)
}

fn word(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..).and_then(|rest| rest.first_chunk()).map_or(0, |four| u32::from_le_bytes(*four))
}

fn long(bytes: &[u8], at: usize) -> u64 {
    bytes
        .get(at..)
        .and_then(|rest| rest.first_chunk())
        .map_or(0, |eight| u64::from_le_bytes(*eight))
}

#[cfg(test)]
mod tests {
    use super::{ArtifactError, Container, Section, VERSION, write};

    fn packed() -> Vec<u8> {
        write(&[(Section::Head, b"head".to_vec()), (Section::Texts, b"long texts".to_vec())])
            .unwrap()
    }

    #[test]
    fn sections_come_back_as_they_went_in() {
        let bytes = packed();
        let container = Container::open(&bytes).unwrap();
        assert_eq!(&bytes[container.range(Section::Head).unwrap()], b"head");
        assert_eq!(&bytes[container.range(Section::Texts).unwrap()], b"long texts");
        let missing = container.range(Section::Dictionary).unwrap_err();
        assert_eq!(missing, ArtifactError::Missing { section: Section::Dictionary });
    }

    fn opened(bytes: &[u8]) -> Result<Container, ArtifactError> {
        let container = Container::open(bytes)?;
        container.check_rest(&[], bytes.len())?;
        Ok(container)
    }

    #[test]
    fn the_rest_may_come_later() {
        let bytes = packed();
        let start = opened(&bytes).unwrap().range(Section::Texts).unwrap().start;
        let (first, rest) = bytes.split_at(start);
        let container = Container::open(first).unwrap();
        assert_eq!(container.check_rest(rest, start), Ok(()));
        let truncated = container.check_rest(&rest[1..], start).unwrap_err();
        assert!(matches!(truncated, ArtifactError::Truncated { .. }), "{truncated}");
        let damaged = [b"L", &rest[1..]].concat();
        let damaged = container.check_rest(&damaged, start).unwrap_err();
        assert!(
            matches!(damaged, ArtifactError::Checksum { section: Some(Section::Texts), .. }),
            "{damaged}"
        );
    }

    #[test]
    fn every_shorter_file_is_refused() {
        let bytes = packed();
        for length in 0..bytes.len() {
            let error = opened(&bytes[..length]).unwrap_err();
            if length >= 8 {
                assert!(matches!(error, ArtifactError::Truncated { .. }), "{length}: {error}");
            } else {
                assert_eq!(error, ArtifactError::NotAnArtifact);
            }
        }
    }

    #[test]
    fn every_changed_byte_is_noticed() {
        let bytes = packed();
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            opened(&changed).expect_err("a changed byte");
        }
    }

    #[test]
    fn another_version_is_named() {
        let mut bytes = packed();
        bytes[8] = 9;
        let error = Container::open(&bytes).unwrap_err();
        assert_eq!(error, ArtifactError::Version { expected: VERSION, found: 9 });
        assert!(error.to_string().contains("version 6, found version 9"));
    }
}
