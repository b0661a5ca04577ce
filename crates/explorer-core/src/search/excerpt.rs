//! What to show of a text, and which parts of it to mark: byte ranges over the original text.
//! Markup is made by those who show it.

use std::ops::Range;

use super::gather::Marks;
use crate::sorted;
use crate::text::{self, TokenKind};

/// A part of a text with its marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The part to show, in bytes of the text; the whole text when it is short enough.
    pub range: Range<usize>,
    /// What to mark, in bytes of the text: inside `range`, in order, apart from each other.
    pub marks: Vec<Range<usize>>,
    /// How many different words of the question it has.
    pub words: usize,
}

/// The parts of a text that a question looked for: on character boundaries, with combining marks
/// whole, in order, apart from each other.
#[must_use]
pub fn highlights(text: &str, marks: &Marks) -> Vec<Range<usize>> {
    joined(looked_for(text, marks).into_iter().map(|found| found.range).collect())
}

/// The best passage of a text of at most about `letters` characters: where most different words of
/// the question stand, the first of equals. It begins and ends between words.
#[must_use]
pub fn excerpt(text: &str, marks: &Marks, letters: usize) -> Excerpt {
    let found = looked_for(text, marks);
    let range = window(text, &found, letters);
    let inside = |found: &&Found| found.range.start >= range.start && found.range.end <= range.end;
    let words = distinct(found.iter().filter(inside));
    let marked = found.iter().filter(inside).map(|found| found.range.clone()).collect();
    Excerpt { marks: joined(marked), words, range }
}

/// The text that says most of a question, by its number, with its excerpt: most different words,
/// the first of equals; `None` when no text has any. What comes after a text that says all is not
/// looked at.
pub fn best_passage<T: AsRef<str>>(
    texts: impl IntoIterator<Item = T>,
    marks: &Marks,
    letters: usize,
) -> Option<(usize, T, Excerpt)> {
    let most = different_words(marks);
    let mut best: Option<(usize, T, Excerpt)> = None;
    for (at, text) in texts.into_iter().enumerate() {
        let here = excerpt(text.as_ref(), marks, letters);
        let words = here.words;
        if words > best.as_ref().map_or(0, |(_, _, best)| best.words) {
            best = Some((at, text, here));
        }
        if words >= most {
            break;
        }
    }
    best
}

/// The most different words that an excerpt can have: see [`Key`].
fn different_words(marks: &Marks) -> usize {
    let is_whole = |word: &&String| !marks.prefixes.iter().any(|prefix| word.starts_with(prefix));
    let stems = marks.words.iter().filter(is_whole).map(|word| stemmed(word)).collect();
    marks.prefixes.len() + sorted::each_once(stems).len()
}

fn stemmed(word: &str) -> String {
    text::stem(word, "en").into_owned()
}

/// A word of a text that was looked for.
struct Found {
    range: Range<usize>,
    /// The same for words that answer the same part of the question.
    word: Key,
}

#[derive(PartialEq, Eq)]
enum Key {
    Prefix(usize),
    Word(String),
}

fn looked_for(text: &str, marks: &Marks) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    text::analyse(text, &mut |token| {
        let prefix =
            marks.prefixes.iter().position(|prefix| token.text.starts_with(prefix.as_str()));
        let word = match prefix {
            Some(at) => Key::Prefix(at),
            None if marks.has(token.text) => Key::Word(stemmed(token.text)),
            None => return,
        };
        if let TokenKind::Joined(_) = token.kind {
            let Range { start, end } = token.range;
            found.retain(|part| part.range.start < start || part.range.end > end);
        }
        found.push(Found { range: token.range, word });
    });
    // What is written as one comes after all parts of its compound.
    sorted::by(&mut found, |a, b| a.range.start.cmp(&b.range.start));
    found
}

/// How many different words there are.
fn distinct<'f>(found: impl Iterator<Item = &'f Found>) -> usize {
    let mut words: Vec<&Key> = Vec::new();
    for Found { word, .. } in found {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.len()
}

/// Ranges in order, those that touch made one.
fn joined(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    sorted::by(&mut ranges, |a, b| (a.start, a.end).cmp(&(b.start, b.end)));
    ranges.dedup_by(|range, kept| {
        let touches = range.start <= kept.end;
        if touches {
            kept.end = kept.end.max(range.end);
        }
        touches
    });
    ranges
}

/// The bytes to show.
fn window(text: &str, found: &[Found], letters: usize) -> Range<usize> {
    let length = |range: Range<usize>| text.get(range).map_or(0, |part| part.chars().count());
    if length(0..text.len()) <= letters {
        return 0..text.len();
    }
    let mut best = (0, 0..0);
    for (at, first) in found.iter().enumerate() {
        let rest = found.get(at..).unwrap_or_default();
        let fits = |found: &&Found| length(first.range.start..found.range.end) <= letters;
        let words = distinct(rest.iter().take_while(fits));
        if words > best.0 {
            let last = rest.iter().take_while(fits).last();
            best = (words, first.range.start..last.map_or(first.range.end, |last| last.range.end));
        }
    }
    let (_, core) = best;
    let spare = letters.saturating_sub(length(core.clone()));
    widened(text, core, spare)
}

/// A range with as many characters more as are to spare, a third of them before it, cut between
/// words. A range that alone is too long stays.
fn widened(text: &str, core: Range<usize>, spare: usize) -> Range<usize> {
    let before = text.get(..core.start).unwrap_or_default();
    let after = text.get(core.end..).unwrap_or_default();
    let missing_after = spare.saturating_sub(after.chars().count());
    let lead = (spare / 3).max(missing_after);
    let start = match before.char_indices().rev().nth(lead) {
        None => 0,
        Some((at, c)) => {
            let cut = at + c.len_utf8();
            let space = text.get(cut..core.start).and_then(|part| part.find(char::is_whitespace));
            space.map_or(core.start, |space| next_word(text, cut + space))
        }
    };
    let used = text.get(start..core.start).map_or(0, |part| part.chars().count());
    let end = match after.char_indices().nth(spare.saturating_sub(used)) {
        None => text.len(),
        Some((at, _)) => {
            let tail = after.get(..at).unwrap_or_default();
            let space = tail.rfind(char::is_whitespace);
            space.map_or(core.end, |space| {
                core.end + tail.get(..space).map_or(0, |t| t.trim_end().len())
            })
        }
    };
    start..end.max(start)
}

/// The first byte after the spaces at a place.
fn next_word(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.len() - rest.trim_start().len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marks(words: &[&str], prefixes: &[&str]) -> Marks {
        let own = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let mut marks = Marks { words: own(words), prefixes: own(prefixes) };
        marks.words.sort();
        marks
    }

    #[track_caller]
    fn check(text: &str, marks: &Marks, shown: &str) {
        let mut with_marks = String::new();
        let mut last = 0;
        for range in highlights(text, marks) {
            with_marks += &format!("{}[{}]", &text[last..range.start], &text[range.clone()]);
            last = range.end;
        }
        assert_eq!(with_marks + &text[last..], shown);
    }

    #[test]
    fn words_are_marked_whole() {
        check("Training in Perú", &marks(&["training", "peru"], &[]), "[Training] in [Perú]");
        check("l'e\u{301}valuation", &marks(&["evaluation"], &[]), "l'[e\u{301}valuation]");
        check("Trained trainers", &marks(&[], &["train"]), "[Trained] [trainers]");
        check("PER/17/51/USA", &marks(&["per1751usa", "17"], &[]), "[PER/17/51/USA]");
        let of_parts = marks(&["midterm", "line"], &[]);
        check("mid-term/end-line", &of_parts, "[mid-term]/end-[line]");
        check("人口贩运", &marks(&["口贩"], &[]), "人[口贩]运");
        check("nothing", &marks(&[], &[]), "nothing");
    }

    #[test]
    fn the_passage_with_most_words_is_shown() {
        let text = "The plan was late. Much else is said here at some length, and only then come \
                    the courts and their plan for judges, followed by other things.";
        let found = excerpt(text, &marks(&["plan", "courts", "judges"], &[]), 60);
        assert_eq!(found.words, 3);
        assert_eq!(&text[found.range], "the courts and their plan for judges, followed by other");
        let start = excerpt(text, &marks(&[], &[]), 20);
        assert_eq!(&text[start.range], "The plan was late.");
    }

    #[test]
    fn the_text_that_says_most_is_chosen() {
        let texts = ["A plan.", "Courts and a plan.", "A plan for courts."];
        let marks = marks(&["plan", "courts"], &[]);
        assert_eq!(best_passage(texts, &marks, 80).map(|(at, ..)| at), Some(1));
        assert_eq!(best_passage(["none"], &marks, 80), None);
    }

    proptest! {
        #[test]
        fn marks_are_sorted_apart_inside_and_on_characters(
            text in "([a-c'/ .-]|é|e\u{301}|人|ß|\\PC){0,60}",
            words in proptest::collection::vec("[a-c]{1,3}", 0..4),
            prefixes in proptest::collection::vec("[a-c]", 0..2),
            letters in 0usize..40,
        ) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let prefixes: Vec<&str> = prefixes.iter().map(String::as_str).collect();
            let marks = marks(&words, &prefixes);
            let found = excerpt(&text, &marks, letters);
            prop_assert!(text.get(found.range.clone()).is_some());
            let mut last = found.range.start;
            for (at, range) in found.marks.iter().enumerate() {
                prop_assert!(range.start < range.end && range.end <= found.range.end);
                let apart = range.start > last || at == 0 && range.start == last;
                prop_assert!(apart);
                prop_assert!(text.get(range.clone()).is_some());
                last = range.end;
            }
            let all = highlights(&text, &marks);
            let covered = |mark: &Range<usize>| {
                all.iter().any(|range| range.start <= mark.start && mark.end <= range.end)
            };
            prop_assert!(found.marks.iter().all(covered));
        }
    }
}
