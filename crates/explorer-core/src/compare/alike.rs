//! Which statements say nearly the same, by the words they share.
//!
//! Two statements are alike when at least a third of all the words that they have together are
//! words of both (the Jaccard index of their sets of words, at 1/3 or more) and they share at
//! least three. A word counts by its stem; words of fewer than four letters that are no numbers
//! do not count, since they are mostly grammar. Likeness of words is not agreement: it says that
//! two statements speak of the same, and the reader judges.

use std::collections::BTreeSet;

use crate::id::slug;

/// The words of a text that count.
pub(super) type WordSet = BTreeSet<String>;

/// The words of a text that count, each once.
pub(super) fn words(text: &str) -> WordSet {
    let counts = |word: &&str| word.len() >= 4 || word.bytes().all(|b| b.is_ascii_digit());
    slug(text).split('-').filter(|word| !word.is_empty()).filter(counts).map(stem).collect()
}

/// True when two sets of words are alike.
pub(super) fn are_alike(a: &WordSet, b: &WordSet) -> bool {
    let shared = a.intersection(b).count();
    let together = a.len() + b.len() - shared;
    shared >= 3 && shared * 3 >= together
}

/// The beginning of a word that its inflections share: plural and verb endings are cut.
fn stem(word: &str) -> String {
    let endings = ["ings", "ing", "ies", "ied", "es", "ed", "s", "e", "y"];
    let cut = |ending: &&str| word.strip_suffix(*ending).filter(|stem| stem.len() >= 3);
    endings.iter().find_map(cut).unwrap_or(word).to_owned()
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
