//! Which statements say nearly the same, by the words they share.
//!
//! Two statements are alike when at least a third of all the words that they have together are
//! words of both (the Jaccard index of their sets of words, at 1/3 or more) and they share at
//! least three. Words are those of search, by their stems, without stop words. Likeness of words
//! is not agreement: it says that two statements speak of the same, and the reader judges.

use crate::dataset::StatementIx;
use crate::sorted;
use crate::text::{self, TokenKind};

/// The words of a text that count, in order, each once.
pub(crate) type WordSet = Vec<String>;

/// The words of a text that count, each once. Our statements are in English whatever the language
/// of the document.
pub(crate) fn words(text: &str) -> WordSet {
    let mut words = Vec::new();
    text::analyse(text, &mut |token| {
        let is_part = !matches!(token.kind, TokenKind::Joined(_));
        if is_part && !text::is_stop_word(token.text) {
            words.push(text::stem(token.text, "en").into_owned());
        }
    });
    sorted::each_once(words)
}

/// Groups statements of different columns that are alike: each joins the first group in which one
/// of another column is like it. A group has its statements with their columns, two or more.
pub(crate) fn groups<'a>(
    columns: &[Vec<StatementIx>],
    words: &dyn Fn(StatementIx) -> Option<&'a WordSet>,
) -> Vec<Vec<(usize, StatementIx)>> {
    let mut groups: Vec<Vec<(usize, StatementIx)>> = Vec::new();
    let all = columns.iter().enumerate();
    for (column, ix) in all.flat_map(|(column, said)| said.iter().map(move |&ix| (column, ix))) {
        let is_like = |&(other, of_other): &(usize, StatementIx)| {
            let both = words(ix).zip(words(of_other));
            other != column && both.is_some_and(|(a, b)| are_alike(a, b))
        };
        match groups.iter_mut().find(|group| group.iter().any(is_like)) {
            Some(group) => group.push((column, ix)),
            None => groups.push(vec![(column, ix)]),
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

/// True when two sets of words are alike.
fn are_alike(a: &[String], b: &[String]) -> bool {
    let shared = a.iter().filter(|word| b.binary_search(word).is_ok()).count();
    let together = a.len() + b.len() - shared;
    shared >= 3 && shared * 3 >= together
}

#[cfg(test)]
mod tests {
    use super::{WordSet, are_alike, groups, words};
    use crate::dataset::StatementIx;

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

    #[test]
    fn the_words_that_count_are_stems_of_parts_without_stop_words() {
        assert_eq!(words("The mid-term of the trainings, training"), ["mid", "term", "train"]);
    }

    #[test]
    fn a_third_of_all_words_is_enough() {
        let set = |letters: &str| letters.chars().map(String::from).collect::<WordSet>();
        assert!(are_alike(&set("abcde"), &set("cdefghi")));
        assert!(!are_alike(&set("abcde"), &set("cdefghij")));
    }

    #[test]
    fn only_like_statements_of_different_columns_are_grouped() {
        let [one, two, other, again] = [0, 1, 2, 3].map(StatementIx);
        let said = ["Donors should fund monitoring early.", "Training keeps knowledge in office."];
        let [money, training] = said.map(words);
        let of = |ix: StatementIx| Some(if ix == two || ix == other { &training } else { &money });
        let grouped = groups(&[vec![one, two], vec![other]], &of);
        assert_eq!(grouped, [vec![(0, two), (1, other)]]);
        assert!(groups(&[vec![one, again], vec![]], &of).is_empty());
    }
}
