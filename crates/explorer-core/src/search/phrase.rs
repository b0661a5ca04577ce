//! Words side by side in a text.

use crate::text;

/// The most words of a phrase that is followed as bits.
const MOST_WORDS: usize = 32;

/// Folded words of fewer letters are not cut.
const WHOLE_LETTERS: usize = 50;

/// Folded words that are to stand side by side in their order.
#[derive(Debug)]
pub struct Phrase<'w> {
    words: Vec<&'w str>,
    /// True when all are the same letters wherever they stand in a plain text, and few enough.
    is_letters: bool,
}

/// What a run of letters and digits, or of what stands between them, is for a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Run {
    /// It stands between words.
    Between,
    /// A word: the words of the phrase that it is, as bits.
    Word(u32),
    /// Only analysing the whole text tells.
    Unclear,
}

impl<'w> Phrase<'w> {
    /// A phrase of folded words.
    #[must_use]
    pub fn new(words: Vec<&'w str>) -> Self {
        let is_letters = words.len() <= MOST_WORDS && words.iter().all(|word| is_letters(word));
        Self { words, is_letters }
    }

    /// Its words.
    #[must_use]
    pub fn words(&self) -> &[&'w str] {
        &self.words
    }

    /// True when a text has it.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let runs = text.as_bytes().chunk_by(|a, b| is_alphanumeric(a) == is_alphanumeric(b));
        let found = self.is_in_runs(runs.map(|run| self.run(run)));
        found.unwrap_or_else(|| self.is_in_analysed(text))
    }

    /// The same of a text that is given by its runs, in a fraction of the time: a phrase of frequent
    /// words is looked for in thousands of texts. `None` when the text has to be analysed to tell.
    #[inline(always)]
    pub(crate) fn is_in_runs(&self, mut runs: impl Iterator<Item = Run>) -> Option<bool> {
        // The beginnings of the phrase that end with the last word, a bit for each by its last word.
        let (mut open, mut found) = (0, false);
        let whole = 1 << self.words.len().saturating_sub(1);
        let is_clear = runs.all(|run| {
            if let Run::Word(is) = run {
                open = (open << 1 | 1) & is;
                found |= open & whole != 0;
            }
            run != Run::Unclear
        });
        is_clear.then_some(found)
    }

    /// What a run is for this phrase.
    pub(crate) fn run(&self, run: &[u8]) -> Run {
        if !self.is_letters || !run.iter().all(is_plain) {
            return Run::Unclear;
        }
        if !run.first().is_some_and(is_alphanumeric) {
            return Run::Between;
        }
        // Letters and digits that follow each other are two words.
        let digits = run.iter().filter(|byte| byte.is_ascii_digit()).count();
        if digits != 0 && digits != run.len() {
            return Run::Unclear;
        }
        let is = |word: &&str| word.as_bytes().eq_ignore_ascii_case(run);
        let words = self.words.iter().zip(0_u32..);
        Run::Word(words.fold(0, |bits, (word, at)| bits | u32::from(is(word)) << at))
    }

    fn is_in_analysed(&self, text: &str) -> bool {
        let (mut open, mut found) = (Vec::new(), false);
        text::analyse(text, &mut |token| {
            if !found && !matches!(token.kind, text::TokenKind::Joined(_)) {
                found = self.goes_on(&mut open, |word| word == token.text);
            }
        });
        found
    }

    /// Goes on by one word with all stretches of the phrase that end before it, each the number of
    /// its words so far; true when one is the whole phrase.
    #[inline(always)]
    fn goes_on(&self, open: &mut Vec<usize>, is: impl Fn(&str) -> bool) -> bool {
        open.retain_mut(|matched| {
            let goes_on = self.words.get(*matched).is_some_and(|word| is(word));
            *matched += 1;
            goes_on
        });
        if self.words.first().is_some_and(|word| is(word)) {
            open.push(1);
        }
        open.contains(&self.words.len())
    }
}

/// True for words that are the same letters wherever they stand in a plain text.
fn is_letters(word: &str) -> bool {
    word.len() < WHOLE_LETTERS && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

fn is_alphanumeric(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric()
}

/// True for a byte of texts whose words are their stretches of letters and of digits: nothing is
/// folded but case, nothing is left out (`l'`, `'s`), nothing is put together (`M&E`).
#[inline(always)]
fn is_plain(byte: &u8) -> bool {
    byte.is_ascii() && !matches!(byte, b'\'' | b'&')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Phrase, Run};

    #[test]
    fn words_stand_side_by_side_whatever_is_between_them() {
        let phrase = Phrase::new(vec!["border", "police"]);
        for (text, has) in [
            ("The Border police", true),
            ("border, police", true),
            ("border-police of 2019", true),
            ("border 2 police", false),
            ("police border", false),
            ("borders police", false),
            ("the border's police", true),
            ("border border police", true),
            ("", false),
        ] {
            assert_eq!(phrase.is_in(text), has, "{text}");
        }
    }

    #[test]
    fn a_text_that_is_not_plain_is_analysed() {
        let phrase = Phrase::new(vec!["border", "police"]);
        assert_eq!(phrase.run(b"Police"), Run::Word(0b10));
        assert_eq!(phrase.run(b"judge"), Run::Word(0));
        assert_eq!(phrase.run(b", "), Run::Between);
        for unclear in ["é", "'", " & ", "police2", "2police"] {
            assert_eq!(phrase.run(unclear.as_bytes()), Run::Unclear, "{unclear}");
        }
        assert_eq!(Phrase::new(vec!["17", "51"]).run(b"border"), Run::Unclear);
        assert_eq!(phrase.is_in_runs([Run::Word(1), Run::Word(2)].into_iter()), Some(true));
        assert_eq!(phrase.is_in_runs([Run::Word(1), Run::Word(2), Run::Unclear].into_iter()), None);
    }

    proptest! {
        #[test]
        fn plain_texts_have_what_analysing_them_finds(
            text in "([abAB]{1,3}[ ,./_-]{1,2}|[12]{1,3}[ .,]){0,12}",
            words in prop::collection::vec("[ab]{1,3}", 1..4),
        ) {
            let phrase = Phrase::new(words.iter().map(String::as_str).collect());
            let alike = |a: &u8, b: &u8| a.is_ascii_alphanumeric() == b.is_ascii_alphanumeric();
            let runs = text.as_bytes().chunk_by(alike).map(|run| phrase.run(run));
            let found = phrase.is_in_runs(runs);
            prop_assert_eq!(found, Some(phrase.is_in_analysed(&text)));
        }
    }
}
