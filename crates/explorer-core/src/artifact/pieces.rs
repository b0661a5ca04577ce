//! The words of all statements, each once, and statements written with them.
//!
//! Statements are most of a set, and most of a statement are words that others have too. A text is
//! cut into words and what stands between them; each piece that occurs twice or more has a place
//! in one table, the commoner ones first, and a text is the string of their places as characters: the
//! commonest 127 take a byte, two thousand two bytes, all others three. Any text can be spelled out
//! alone, which a general compressor could not do.
//!
//! ```text
//! pieces, one after the other:
//!   shared  u8     how many bytes it begins with that the piece before begins with too
//!   length  LEB128 of what follows
//!   rest    UTF-8, together with what is shared
//! ```
//!
//! - A character is the number of a piece, from 1 on; the gap of surrogates is passed over.
//! - `U+0000` begins and ends a piece that is written out.
//! - Between two words that follow each other stands one space.

use std::collections::BTreeMap;

use super::decode::Bytes;
use super::pack::encoded;
use crate::id::TermId;
use crate::statement::Statement;

/// Around a piece that is written out.
const WRITTEN_OUT: char = '\0';

const SURROGATES: std::ops::Range<u32> = 0xd800..0xe000;

/// The table, unfolded.
#[derive(Clone, Debug)]
pub(crate) struct Pieces {
    /// Where each piece begins, and where the last one ends.
    starts: Vec<u32>,
    text: String,
}

impl Pieces {
    /// `None` when the bytes are no table.
    pub(crate) fn new(bytes: &[u8]) -> Option<Self> {
        let (mut starts, mut unfolded) = (vec![0], Vec::new());
        let mut rest = Bytes::new(bytes);
        let mut before = 0..0;
        while !rest.is_empty() {
            let shared = usize::from(rest.byte());
            let suffix = rest.piece()?;
            if shared > before.len() {
                return None;
            }
            let start = unfolded.len();
            unfolded.extend_from_within(before.start..before.start + shared);
            unfolded.extend(suffix);
            before = start..unfolded.len();
            starts.push(u32::try_from(before.end).ok()?);
        }
        Some(Self { starts, text: String::from_utf8(unfolded).ok()? })
    }

    /// The text that was written with the table.
    pub(crate) fn spelled_out(&self, coded: &str) -> String {
        let mut text = String::with_capacity(4 * coded.len());
        let mut after_word = false;
        for piece in self.each(coded) {
            let is_word = piece.starts_with(char::is_alphanumeric);
            if is_word && after_word {
                text.push(' ');
            }
            text.push_str(piece);
            after_word = is_word;
        }
        text
    }

    /// The pieces of a text that was written with the table, without the single spaces between words.
    fn each<'t>(&'t self, coded: &'t str) -> impl Iterator<Item = &'t str> {
        each_written(coded).map(|written| self.text(written))
    }

    /// How many pieces the table has.
    pub(crate) fn count(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// A piece as text; nothing for a place that the table does not have.
    pub(crate) fn text<'t>(&'t self, written: Written<'t>) -> &'t str {
        let place = match written {
            Written::Out(piece) => return piece,
            Written::At(place) => self.starts.get(place..),
        };
        let Some(&[start, end, ..]) = place else { return "" };
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }
}

/// A piece as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written<'t> {
    /// By its place in the table.
    At(usize),
    /// Letter by letter.
    Out(&'t str),
}

/// The pieces of a text that was written with a table.
#[inline(always)]
pub(crate) fn each_written(coded: &str) -> impl Iterator<Item = Written<'_>> {
    let mut rest = coded.chars();
    std::iter::from_fn(move || {
        let c = rest.next()?;
        if c == WRITTEN_OUT {
            let (piece, others) = rest.as_str().split_once(WRITTEN_OUT).unwrap_or_default();
            rest = others.chars();
            return Some(Written::Out(piece));
        }
        let number = u32::from(c);
        let gap = if number >= SURROGATES.end { SURROGATES.end - SURROGATES.start } else { 0 };
        Some(Written::At((number - gap) as usize - 1))
    })
}

/// Puts something else in the place of each text and term of a statement, all but its id.
pub(crate) fn rewrite(statement: &mut Statement, rewrite: &mut dyn FnMut(&str, Kind) -> String) {
    let optional = [
        &mut statement.number_as_printed,
        &mut statement.label_as_printed,
        &mut statement.addressee,
        &mut statement.note,
    ];
    let figures = statement.figures.iter_mut();
    let figures = figures.flat_map(|figure| [&mut figure.figure, &mut figure.unit]);
    let always = [&mut statement.text, &mut statement.section].into_iter().chain(figures);
    for text in optional.into_iter().flatten().chain(always) {
        *text = rewrite(text, Kind::Text);
    }
    let criteria = statement.criteria.iter_mut().map(|criterion| &mut criterion.term);
    for term in criteria.chain(&mut statement.themes).chain(&mut statement.places) {
        *term = TermId::from(rewrite(term.as_str(), Kind::Term).as_str());
    }
}

/// What a string is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Running text, cut into pieces.
    Text,
    /// The id of a term, which is one piece.
    Term,
}

/// The pieces of a string, without the single spaces between words.
fn each_piece<'t>(text: &'t str, kind: Kind, each: &mut dyn FnMut(&'t str)) {
    if kind == Kind::Term {
        return each(text);
    }
    let mut rest = text;
    let mut after_word = false;
    while let Some(first) = rest.chars().next() {
        let is_word = first.is_alphanumeric();
        let end = rest.find(|c: char| c.is_alphanumeric() != is_word).unwrap_or(rest.len());
        let (piece, others) = rest.split_at(end);
        if !(piece == " " && after_word && !others.is_empty()) {
            each(piece);
        }
        after_word = is_word;
        rest = others;
    }
}

/// Makes the table, and writes with it.
#[derive(Debug, Default)]
pub(crate) struct PiecesWriter {
    codes: BTreeMap<String, char>,
    bytes: Vec<u8>,
}

impl PiecesWriter {
    /// The table for some statements.
    pub(crate) fn new<'s>(statements: impl Iterator<Item = &'s Statement>) -> Self {
        let mut uses: BTreeMap<String, u32> = BTreeMap::new();
        for statement in statements {
            rewrite(&mut statement.clone(), &mut |text, kind| {
                each_piece(text, kind, &mut |piece| match uses.get_mut(piece) {
                    Some(uses) => *uses += 1,
                    None => drop(uses.insert(piece.to_owned(), 1)),
                });
                String::new()
            });
        }
        // What cannot be written out must be in the table.
        let in_table = |piece: &str, uses: u32| uses > 1 || piece.contains(WRITTEN_OUT);
        let mut pieces: Vec<(String, u32)> =
            uses.into_iter().filter(|(piece, uses)| in_table(piece, *uses)).collect();
        // Pieces that are about as common stay in the order of their letters, which compresses well.
        let rarity = |uses: u32| uses.leading_zeros();
        pieces.sort_by_key(|(piece, uses)| (!piece.contains(WRITTEN_OUT), rarity(*uses)));
        let codes = (1..=u32::from(char::MAX)).filter_map(char::from_u32);
        let codes: BTreeMap<String, char> =
            pieces.into_iter().map(|(piece, _)| piece).zip(codes).collect();
        Self { bytes: Self::table(&codes), codes }
    }

    fn table(codes: &BTreeMap<String, char>) -> Vec<u8> {
        let mut pieces: Vec<(&char, &str)> =
            codes.iter().map(|(piece, code)| (code, piece.as_str())).collect();
        pieces.sort_unstable();
        let (mut out, mut before) = (Vec::new(), "");
        for (_, piece) in pieces {
            let same = before.bytes().zip(piece.bytes()).take_while(|(a, b)| a == b);
            let shared = same.take(usize::from(u8::MAX)).count();
            let suffix = piece.as_bytes().get(shared..).unwrap_or_default();
            out.push(shared as u8);
            out.extend(encoded(&suffix));
            before = piece;
        }
        out
    }

    /// The bytes of the table.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// A string, written with the table.
    pub(crate) fn coded(&self, text: &str, kind: Kind) -> String {
        let mut coded = String::new();
        each_piece(text, kind, &mut |piece| match self.codes.get(piece) {
            Some(&code) => coded.push(code),
            None => {
                coded.push(WRITTEN_OUT);
                coded.push_str(piece);
                coded.push(WRITTEN_OUT);
            }
        });
        coded
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Kind, Pieces, PiecesWriter, rewrite};
    use crate::statement::{Statement, StatementKind};
    use crate::testing::statement;

    fn statements(texts: &[&str]) -> Vec<Statement> {
        let of = |text: &&str| statement("a", StatementKind::Lesson, 1, text);
        texts.iter().map(of).collect()
    }

    #[track_caller]
    fn survive(texts: &[&str]) {
        let statements = statements(texts);
        let writer = PiecesWriter::new(statements.iter());
        let pieces = Pieces::new(writer.bytes()).unwrap();
        for original in statements {
            let mut changed = original.clone();
            rewrite(&mut changed, &mut |text, kind| writer.coded(text, kind));
            rewrite(&mut changed, &mut |coded, _| pieces.spelled_out(coded));
            assert_eq!(changed, original);
        }
    }

    #[test]
    fn texts_come_back_as_they_went_in() {
        survive(&[
            "",
            " ",
            "a  b",
            " a b ",
            "a, b. a, b.",
            "mid-term\u{a0}x",
            "e\u{301}te\u{301} é",
        ]);
        survive(&["\0", "a\0b a\0b", "\0\0 \0", "x\0"]);
    }

    #[test]
    fn common_words_take_a_byte() {
        let statements = statements(&["the plan of the court"; 3]);
        let writer = PiecesWriter::new(statements.iter());
        assert_eq!(writer.coded("the court of the plan", Kind::Text).len(), 5);
        assert_eq!(writer.coded("the judge", Kind::Text).len(), "?\0judge\0".len());
    }

    #[test]
    fn more_pieces_than_there_are_characters_before_surrogates_survive() {
        let words: String = (0..70_000).map(|n| format!("{n} ")).collect();
        survive(&[&words, &words]);
    }

    proptest! {
        #[test]
        fn any_texts_come_back(texts in proptest::collection::vec("([ab ,\0]|\\PC){0,12}", 0..6)) {
            survive(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        }

        #[test]
        fn any_bytes_can_be_read(bytes: Vec<u8>, coded in "\\PC{0,9}") {
            if let Some(pieces) = Pieces::new(&bytes) {
                pieces.spelled_out(&coded);
            }
        }
    }
}
