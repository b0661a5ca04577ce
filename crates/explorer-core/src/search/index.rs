//! The index of words as bytes, read where they lie.
//!
//! Four sections, so that they can be served apart: the *dictionary* (all words in order,
//! front-coded in blocks, each with the way to the next word of its family), *headers* (for each
//! word the evaluations whose header has it, with the fields), *statements* (for each word the
//! statements that have it) and *norms* (how many words each evaluation and statement has).
//! A dictionary block knows where its postings lie in the other sections, so any block and any
//! list can be read alone. Opening checks sizes only; whatever the bytes say, reading them gives
//! an answer, never a panic and never a number out of range.

use std::fmt;

use super::bytes::{Reader, fixed, unzigzag};
use super::source::Field;

/// The first number of an index.
pub(super) const VERSION: u32 = 3;

/// Words in a block of the dictionary.
pub(super) const BLOCK: usize = 32;

/// No family has more words than this; what a builder puts beyond is not followed.
const MAX_FAMILY: usize = 64;

/// Offsets that a block has in the table of blocks: of entries, headers, statements.
const OFFSETS: usize = 3;

/// Why bytes are not an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadIndex {
    /// The format is of another version; this one was found.
    Version(u32),
    /// A section is shorter than its own numbers say.
    Truncated,
}

impl fmt::Display for BadIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Version(found) => {
                write!(f, "expected an index of words of version {VERSION}, found {found}")
            }
            Self::Truncated => f.write_str("the index of words is shorter than it says"),
        }
    }
}

/// The sections of an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sections<'i> {
    /// All words.
    pub dictionary: &'i [u8],
    /// Where words occur in headers.
    pub headers: &'i [u8],
    /// Where words occur in statements.
    pub statements: &'i [u8],
    /// How many words there are, and which statements are whose.
    pub norms: &'i [u8],
}

/// An opened index. Opening is a matter of reading a few numbers, so a holder of the bytes can
/// open them for each question.
#[derive(Clone, Copy, Debug)]
pub struct TextIndex<'i> {
    sections: Sections<'i>,
    terms: u32,
    evaluations: u32,
    statements: u32,
}

/// What the dictionary says of a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'i> {
    pub(super) term: u32,
    /// Bytes at the start that the word has in common with the word before it.
    pub(super) shared: usize,
    /// The way to the next word of its family.
    link: i32,
    pub(super) headers: &'i [u8],
    pub(super) statements: &'i [u8],
}

impl<'i> TextIndex<'i> {
    /// Opens the bytes that [`super::build`] made.
    ///
    /// # Errors
    /// When the version is another or a section is cut short.
    pub fn open(bytes: &'i [u8]) -> Result<Self, BadIndex> {
        let version = fixed(bytes, 0).ok_or(BadIndex::Truncated)?;
        if version != VERSION {
            return Err(BadIndex::Version(version));
        }
        let mut rest = Reader::new(bytes.get(20..).ok_or(BadIndex::Truncated)?);
        let mut section = |place| {
            let length = fixed(bytes, place).ok_or(BadIndex::Truncated)?;
            rest.slice(length as usize).ok_or(BadIndex::Truncated)
        };
        let (dictionary, headers) = (section(1)?, section(2)?);
        let (statements, norms) = (section(3)?, section(4)?);
        Self::of_sections(Sections { dictionary, headers, statements, norms })
    }

    /// Opens sections that were kept apart.
    ///
    /// # Errors
    /// When a section is cut short.
    pub fn of_sections(sections: Sections<'i>) -> Result<Self, BadIndex> {
        let number = |bytes, place| fixed(bytes, place).ok_or(BadIndex::Truncated);
        let terms = number(sections.dictionary, 0)?;
        let (evaluations, statements) = (number(sections.norms, 0)?, number(sections.norms, 1)?);
        let index = Self { sections, terms, evaluations, statements };
        let table = index.blocks().checked_mul(OFFSETS * 4).and_then(|size| size.checked_add(4));
        let dictionary_fits = table.is_some_and(|size| size <= sections.dictionary.len());
        let norms = 4 * (NUMBERS as u64 + u64::from(evaluations) + 1)
            + u64::from(evaluations) * (Field::COUNT as u64 + 1)
            + u64::from(statements);
        if dictionary_fits && norms == sections.norms.len() as u64 {
            Ok(index)
        } else {
            Err(BadIndex::Truncated)
        }
    }

    /// The sections.
    #[must_use]
    pub const fn sections(&self) -> Sections<'i> {
        self.sections
    }

    /// How many different words there are.
    #[must_use]
    pub const fn terms(&self) -> u32 {
        self.terms
    }

    /// How many evaluations there are.
    #[must_use]
    pub const fn evaluations(&self) -> u32 {
        self.evaluations
    }

    /// How many statements there are.
    #[must_use]
    pub const fn statements(&self) -> u32 {
        self.statements
    }

    /// How many blocks the dictionary has.
    pub(super) fn blocks(&self) -> usize {
        (self.terms as usize).div_ceil(BLOCK)
    }

    fn offset(&self, block: usize, of: usize) -> Option<usize> {
        if block >= self.blocks() {
            return None;
        }
        fixed(self.sections.dictionary, 1 + block * OFFSETS + of).map(|offset| offset as usize)
    }

    /// The words from the start of a block on.
    pub(super) fn words_from(&self, block: usize) -> Words<'i> {
        self.try_words_from(block).unwrap_or_default()
    }

    fn try_words_from(&self, block: usize) -> Option<Words<'i>> {
        let entries = 4 + self.blocks() * OFFSETS * 4 + self.offset(block, 0)?;
        let of = |section: &'i [u8], from: usize| section.get(from..).map(Reader::new);
        Some(Words {
            entries: of(self.sections.dictionary, entries)?,
            headers: of(self.sections.headers, self.offset(block, 1)?)?,
            statements: of(self.sections.statements, self.offset(block, 2)?)?,
            term: (block * BLOCK) as u32,
            terms: self.terms,
            word: Vec::new(),
        })
    }

    /// The last block whose first word is not after a word.
    fn block_of(&self, word: &[u8]) -> usize {
        let (mut low, mut high) = (0, self.blocks());
        while low < high {
            let middle = low.midpoint(high);
            let mut words = self.words_from(middle);
            let before = words.advance().is_some() && words.word() <= word;
            if before {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low.saturating_sub(1)
    }

    /// The entry of a word.
    pub(super) fn find(&self, word: &str) -> Option<Entry<'i>> {
        let mut words = self.words_from(self.block_of(word.as_bytes()));
        while let Some(entry) = words.advance() {
            if words.word() >= word.as_bytes() {
                return (words.word() == word.as_bytes()).then_some(entry);
            }
        }
        None
    }

    /// Hands each word with a prefix to `each`, in order.
    pub(super) fn with_prefix(&self, prefix: &str, each: &mut dyn FnMut(&[u8], Entry<'i>)) {
        let prefix = prefix.as_bytes();
        let mut words = self.words_from(self.block_of(prefix));
        while let Some(entry) = words.advance() {
            if words.word().starts_with(prefix) {
                each(words.word(), entry);
            } else if words.word() > prefix {
                return;
            }
        }
    }

    /// Hands the word with a number to `each`, if there is one.
    pub(super) fn at(
        &self,
        term: u32,
        each: &mut dyn FnMut(&[u8], Entry<'i>),
    ) -> Option<Entry<'i>> {
        let mut words = self.words_from(term as usize / BLOCK);
        while let Some(entry) = words.advance() {
            if entry.term == term {
                each(words.word(), entry);
                return Some(entry);
            }
        }
        None
    }

    /// Hands the other words of a word's family to `each`.
    pub(super) fn family(&self, of: Entry<'i>, each: &mut dyn FnMut(&[u8], Entry<'i>)) {
        let mut entry = of;
        // A damaged circle of links may never come back.
        for _ in 0..MAX_FAMILY {
            match entry.term.checked_add_signed(entry.link) {
                Some(next) if next != of.term => match self.at(next, each) {
                    Some(found) => entry = found,
                    None => return,
                },
                _ => return,
            }
        }
    }

    /// The statements of an evaluation, by their numbers in the whole set.
    #[must_use]
    #[inline(always)]
    pub fn statements_of(&self, evaluation: u32) -> std::ops::Range<u32> {
        let place = NUMBERS + evaluation as usize;
        if evaluation >= self.evaluations {
            return self.statements..self.statements;
        }
        self.statement_at(place)..self.statement_at(place + 1)
    }

    #[inline(always)]
    fn statement_at(&self, place: usize) -> u32 {
        fixed(self.sections.norms, place).unwrap_or(0).min(self.statements)
    }

    /// The evaluation that a statement belongs to.
    #[must_use]
    pub fn evaluation_of(&self, statement: u32) -> Option<u32> {
        let (mut low, mut high) = (0, self.evaluations);
        while low < high {
            let middle = low.midpoint(high);
            if self.statements_of(middle).end <= statement {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        (low < self.evaluations).then_some(low)
    }

    /// The number of words of a part of an evaluation against the average, 1 where nothing is
    /// known. Part [`Field::COUNT`] is all its statements.
    pub(super) fn length_ratio(&self, part: usize, evaluation: u32) -> f32 {
        let row = part * self.evaluations as usize;
        let length = self.sections.norms.get(self.lengths() + row + evaluation as usize);
        length.map_or(1.0, |length| self.against_average(*length, part))
    }

    /// The byte of the number of words of a field of an evaluation.
    #[inline(always)]
    pub(super) fn field_length_byte(&self, field: usize, evaluation: u32) -> u8 {
        let place = self.lengths() + field * self.evaluations as usize + evaluation as usize;
        self.sections.norms.get(place).copied().unwrap_or(0)
    }

    /// One word against the average number of words of a field.
    pub(super) fn length_ratio_of_one(&self, field: usize) -> f32 {
        self.against_average(length_byte(1), field)
    }

    /// The bytes of the numbers of words of all statements.
    pub(super) fn statement_lengths(&self) -> &'i [u8] {
        let row = (Field::COUNT + 1) * self.evaluations as usize;
        self.sections.norms.get(self.lengths() + row..).unwrap_or_default()
    }

    /// The number of words of a statement, by its byte, against the average.
    pub(super) fn statement_length_ratio(&self, byte: u8) -> f32 {
        self.against_average(byte, Field::COUNT + 1)
    }

    /// Where lengths begin in the norms.
    const fn lengths(&self) -> usize {
        4 * (NUMBERS + self.evaluations as usize + 1)
    }

    fn against_average(&self, length: u8, part: usize) -> f32 {
        match fixed(self.sections.norms, 2 + part) {
            Some(average) if average > 0 => length_of(length) as f32 * 256.0 / average as f32,
            _ => 1.0,
        }
    }
}

/// Numbers at the start of the norms: of evaluations, of statements, and the averages of fields,
/// of all statements together and of one statement.
const NUMBERS: usize = 2 + Field::COUNT + 2;

/// A walk along the dictionary.
#[derive(Clone, Debug)]
pub(super) struct Words<'i> {
    entries: Reader<'i>,
    headers: Reader<'i>,
    statements: Reader<'i>,
    term: u32,
    terms: u32,
    word: Vec<u8>,
}

impl Default for Words<'_> {
    fn default() -> Self {
        let nothing = Reader::new(&[]);
        let word = Vec::new();
        Self { entries: nothing, headers: nothing, statements: nothing, term: 0, terms: 0, word }
    }
}

impl<'i> Words<'i> {
    /// Goes to the next word.
    #[inline]
    pub(super) fn advance(&mut self) -> Option<Entry<'i>> {
        if self.term >= self.terms {
            return None;
        }
        let shared = usize::from(self.entries.byte()?);
        let suffix = self.entries.byte()?;
        self.word.truncate(shared);
        self.word.extend_from_slice(self.entries.slice(usize::from(suffix))?);
        let link = unzigzag(self.entries.number()?);
        let headers = self.headers.slice(self.entries.number()? as usize)?;
        let statements = self.statements.slice(self.entries.number()? as usize)?;
        let term = self.term;
        self.term += 1;
        Some(Entry { term, shared, link, headers, statements })
    }

    /// The bytes of the word that [`Words::advance`] went to.
    pub(super) fn word(&self) -> &[u8] {
        &self.word
    }
}

impl Entry<'_> {
    /// Hands the evaluations with the word in their header to `each`, with the fields as bits.
    #[inline(always)]
    pub(super) fn each_header(&self, index: &TextIndex<'_>, mut each: impl FnMut(u32, u8)) {
        let mut postings = Reader::new(self.headers);
        let mut next = 0_u32;
        while let (Some(gap), Some(fields)) = (postings.number(), postings.byte()) {
            let evaluation = next.saturating_add(gap);
            if evaluation >= index.evaluations {
                return;
            }
            each(evaluation, fields);
            next = evaluation + 1;
        }
    }

    /// Hands the statements with the word to `each`, with the number of times.
    #[inline(always)]
    pub(super) fn each_statement(&self, index: &TextIndex<'_>, mut each: impl FnMut(u32, f32)) {
        let (mut repeated, all) = self.postings();
        all.each_rising(|statement| {
            let times = repeated.next_times();
            let is_known = statement < index.statements;
            if is_known {
                each(statement, times);
            }
            is_known
        });
    }

    /// Adds the times of the word to the sums of its statements.
    pub(super) fn add_statements(&self, weight: f32, sums: &mut [f32]) {
        let (mut repeated, all) = self.postings();
        all.each_rising(|statement| {
            let times = repeated.next_times();
            let sum = sums.get_mut(statement as usize);
            let is_known = sum.is_some();
            sum.into_iter().for_each(|sum| *sum += weight * times);
            is_known
        });
    }

    /// Which statements have the word more than once, and all.
    fn postings(&self) -> (Repeated<'_>, Reader<'_>) {
        let mut all = Reader::new(self.statements);
        let count = all.number().unwrap_or(0);
        let mut repeated = Repeated { pairs: all, left: count, single: 0, times: 1.0 };
        repeated.advance();
        for _ in 0..count {
            // Skipped here, read apart.
            if all.number().is_none() || all.number().is_none() {
                break;
            }
        }
        (repeated, all)
    }
}

/// How often a word stands in each of its statements; most have it once.
struct Repeated<'i> {
    pairs: Reader<'i>,
    left: u32,
    /// So many statements have it once before one has it more often.
    single: u32,
    /// How often that one has it.
    times: f32,
}

impl Repeated<'_> {
    /// How often the next statement has the word.
    #[inline(always)]
    fn next_times(&mut self) -> f32 {
        if let Some(single) = self.single.checked_sub(1) {
            self.single = single;
            return 1.0;
        }
        let times = self.times;
        self.advance();
        times
    }

    fn advance(&mut self) {
        let next = self.left.checked_sub(1).and_then(|left| {
            self.left = left;
            Some((self.pairs.number()?, self.pairs.number()?))
        });
        let (single, more) = next.unwrap_or((u32::MAX, 0));
        (self.single, self.times) = (single, more as f32 + 2.0);
    }
}

/// A length as one byte: exact below 16, then in eight steps to the double.
pub(super) const fn length_byte(length: u32) -> u8 {
    if length < 16 {
        return length as u8;
    }
    let octave = 31 - length.leading_zeros();
    (16 + (octave - 4) * 8 + (length >> (octave - 3) & 7)) as u8
}

/// The length that a byte of [`length_byte`] stands for.
#[inline(always)]
pub(super) const fn length_of(byte: u8) -> u32 {
    if byte < 16 {
        return byte as u32;
    }
    let step = byte as u32 - 16;
    let octave = step / 8 + 4;
    if octave > 31 {
        return u32::MAX;
    }
    (8 + step % 8) << (octave - 3)
}
