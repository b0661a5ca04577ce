//! Words side by side in a text.

use crate::text;

/// Folded words of fewer letters are not cut.
const WHOLE_LETTERS: usize = 50;

/// Folded words that are to stand side by side in their order.
#[derive(Debug)]
pub struct Phrase<'w> {
    words: Vec<&'w str>,
    /// True when all are the same letters wherever they stand in a plain text.
    is_letters: bool,
}

impl<'w> Phrase<'w> {
    /// A phrase of folded words.
    #[must_use]
    pub fn new(words: Vec<&'w str>) -> Self {
        let is_letters = words.iter().all(|word| is_letters(word));
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
        let found = self.is_in_runs(runs);
        found.unwrap_or_else(|| self.is_in_analysed(text))
    }

    /// The same of a text that is cut into runs of letters and digits and runs of what stands
    /// between them, in a fraction of the time: a phrase of frequent words is looked for in thousands
    /// of texts. `None` when the text has to be analysed to tell.
    #[must_use]
    #[inline(always)]
    pub fn is_in_runs<'t>(&self, mut runs: impl Iterator<Item = &'t [u8]>) -> Option<bool> {
        let (mut open, mut found) = (Vec::new(), false);
        let is_plain = runs.all(|run| {
            if !found && run.first().is_some_and(is_alphanumeric) {
                let mut parts = run.chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit());
                found = parts.any(|part| {
                    self.goes_on(&mut open, |word| word.as_bytes().eq_ignore_ascii_case(part))
                });
            }
            is_plain(run)
        });
        (self.is_letters && is_plain).then_some(found)
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

/// True for a part of a text whose words are its stretches of letters and of digits: nothing is
/// folded but case, nothing is left out (`l'`, `'s`), nothing is put together (`M&E`).
#[inline(always)]
fn is_plain(run: &[u8]) -> bool {
    run.iter().all(|byte| byte.is_ascii() && !matches!(byte, b'\'' | b'&'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Phrase;

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
        let runs = |text: &'static str| [text].into_iter().map(str::as_bytes);
        assert_eq!(phrase.is_in_runs(runs("border")), Some(false));
        assert_eq!(phrase.is_in_runs(runs("é")), None);
        assert_eq!(phrase.is_in_runs(runs("'")), None);
        assert_eq!(Phrase::new(vec!["17", "51"]).is_in_runs(runs("border")), None);
    }

    proptest! {
        #[test]
        fn plain_texts_have_what_analysing_them_finds(
            text in "([abAB]{1,3}[ ,./_-]{0,2}|[12]{1,3}[ .,]?){0,12}",
            words in prop::collection::vec("[ab]{1,3}", 1..4),
        ) {
            let phrase = Phrase::new(words.iter().map(String::as_str).collect());
            let alike = |a: &u8, b: &u8| a.is_ascii_alphanumeric() == b.is_ascii_alphanumeric();
            let found = phrase.is_in_runs(text.as_bytes().chunk_by(alike));
            prop_assert_eq!(found, Some(phrase.is_in_analysed(&text)));
        }
    }
}
