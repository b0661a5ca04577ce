//! Which statements say nearly the same, by the words they share.
//!
//! Two statements are alike when at least a third of all the words that they have together are
//! words of both (the Jaccard index of their sets of words, at 1/3 or more) and they share at
//! least three. Words are those of search, by their stems, without stop words. Likeness of words
//! is not agreement: it says that two statements speak of the same, and the reader judges.

use crate::sorted;
use crate::text::{self, TokenKind};

/// The words of a text that count, in order, each once.
pub(super) type WordSet = Vec<String>;

/// The words of a text that count, each once. Our statements are in English whatever the language
/// of the document.
pub(super) fn words(text: &str) -> WordSet {
    let mut words = Vec::new();
    text::analyse(text, &mut |token| {
        let is_part = !matches!(token.kind, TokenKind::Joined(_));
        if is_part && !text::is_stop_word(token.text) {
            words.push(text::stem(token.text, "en").into_owned());
        }
    });
    sorted::each_once(words)
}

/// True when two sets of words are alike.
pub(super) fn are_alike(a: &[String], b: &[String]) -> bool {
    let shared = a.iter().filter(|word| b.binary_search(word).is_ok()).count();
    let together = a.len() + b.len() - shared;
    shared >= 3 && shared * 3 >= together
}

#[cfg(test)]
mod tests {
    use super::{are_alike, words};

    #[track_caller]
    fn check(a: &str, b: &str, expected: bool) {
        assert_eq!(are_alike(&words(a), &words(b)), expected, "{a} / {b}");
        assert_eq!(are_alike(&words(b), &words(a)), expected, "{b} / {a}");
    }

    #[test]
    fn statements_with_the_same_words_are_alike() {
        check(
            "Training trainers keeps knowledge when staff leave.",
            "Trained trainers keep the knowledge where staff have left.",
            true,
        );
        check(
            "Training trainers keeps knowledge when staff leave.",
            "Donors should fund monitoring from the start.",
            false,
        );
    }

    #[test]
    fn few_common_words_are_not_enough() {
        check("Gender mattered.", "Gender mattered.", false);
        check("", "", false);
        check("Budget data 2017", "Budget data 2018", false);
    }
}
