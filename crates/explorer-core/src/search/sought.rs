//! What was looked for of what was typed.

use super::run::Correction;
use super::typed::{Lexeme, lexemes, parse};

/// A word or a phrase that was looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// What stands before it: a minus, the name of a field.
    pub before: String,
    /// The words.
    pub text: String,
    /// True when they were quoted.
    pub is_phrase: bool,
}

/// What was looked for, in the order typed: corrected words in place of mistyped ones, and nothing
/// of what was left out.
#[must_use]
pub fn sought(typed: &str, corrections: &[Correction], dropped: &[String]) -> Vec<Sought> {
    // What is offered for a word of a sentence was not searched.
    let corrections = if parse(typed).sentence { &[] } else { corrections };
    let dropped: Vec<&str> = dropped.iter().flat_map(|clause| clause.split(" OR ")).collect();
    let mut kept: Vec<Sought> = Vec::new();
    let mut after_dropped = false;
    for lexeme in lexemes(typed) {
        let text = typed.get(lexeme.range.clone()).unwrap_or_default();
        if after_dropped && is_or(text, lexeme.quoted) {
            continue;
        }
        let text = if lexeme.minus {
            Some(text.to_owned())
        } else {
            left_of(text, &lexeme, corrections, &dropped)
        };
        after_dropped = text.is_none();
        match text {
            Some(text) => {
                let before = before(typed, &lexeme);
                kept.push(Sought { before, text, is_phrase: lexeme.quoted });
            }
            None => {
                kept.pop_if(|last| is_or(&last.text, last.is_phrase));
            }
        }
    }
    kept
}

fn is_or(text: &str, is_quoted: bool) -> bool {
    matches!(text, "OR" | "|") && !is_quoted
}

fn before(typed: &str, lexeme: &Lexeme) -> String {
    let minus = if lexeme.minus { "-" } else { "" };
    let field = lexeme.field.clone().and_then(|field| typed.get(field));
    field.map_or_else(|| minus.to_owned(), |field| format!("{minus}{field}:"))
}

/// What is left of a piece; `None` where it had words and has none any more.
fn left_of(
    text: &str,
    lexeme: &Lexeme,
    corrections: &[Correction],
    dropped: &[&str],
) -> Option<String> {
    if lexeme.quoted {
        return (!dropped.contains(&text)).then(|| text.to_owned());
    }
    let without = dropped.iter().fold(text.to_owned(), |text, word| replaced(&text, word, ""));
    let has_words = |text: &str| text.chars().any(char::is_alphanumeric);
    if has_words(text) && !has_words(&without) {
        return None;
    }
    let correct = |text: String, it: &Correction| replaced(&text, &it.typed, &it.meant);
    Some(corrections.iter().fold(without, correct))
}

/// A text with another word in place of one, wherever it stands as a whole.
fn replaced(text: &str, word: &str, by: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(word).filter(|_| !word.is_empty()) {
        out.push_str(before);
        let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_part = joins(out.chars().last()) || joins(after.chars().next());
        out.push_str(if is_part { word } else { by });
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::{Correction, sought};

    #[track_caller]
    fn check(typed: &str, corrected: &[(&str, &str)], dropped: &[&str], expected: &str) {
        let correction = |&(typed, meant): &(&str, &str)| Correction {
            typed: typed.into(),
            meant: meant.into(),
        };
        let corrections: Vec<Correction> = corrected.iter().map(correction).collect();
        let dropped: Vec<String> = dropped.iter().map(|&word| word.to_owned()).collect();
        let shown = sought(typed, &corrections, &dropped).into_iter().map(|it| {
            let text = if it.is_phrase { format!("<{}>", it.text) } else { it.text };
            format!("{}{text}", it.before)
        });
        assert_eq!(shown.collect::<Vec<_>>().join(" "), expected, "{typed}");
    }

    #[test]
    fn what_was_taken_as_typed_stays_as_typed() {
        check(" Training  of trainers, ", &[], &[], "Training of trainers,");
        check("\"training of trainers\"", &[], &[], "<training of trainers>");
        check(
            "“plan nacional” -title:\"old way\" peru",
            &[],
            &[],
            "<plan nacional> -title:<old way> peru",
        );
        check("peru OR colombia", &[], &[], "peru OR colombia");
        check("", &[], &[], "");
        check(" - ", &[], &[], "-");
    }

    #[test]
    fn mistyped_words_give_way_to_those_that_were_meant() {
        let shelters = ("shelterr", "shelters");
        check("shelterr", &[shelters], &[], "shelters");
        check(
            "old shelterr, polise",
            &[shelters, ("polise", "police")],
            &[],
            "old shelters, police",
        );
        check("title:shelterr -shelterr", &[shelters], &[], "title:shelters -shelterr");
        check("shelterrs", &[shelters], &[], "shelterrs");
        check("shelterr OR peru", &[shelters], &[], "shelters OR peru");
    }

    #[test]
    fn what_was_left_out_is_gone_with_its_signs() {
        check("shelters quibble", &[], &["quibble"], "shelters");
        check(
            "quibble (title:quibble) shelterr",
            &[("shelterr", "shelters")],
            &["quibble"],
            "shelters",
        );
        check("\"a b\" c", &[], &["a b"], "c");
        check("a OR b c", &[], &["a OR b"], "c");
        check("c a OR b", &[], &["a OR b"], "c");
        check("mid-term x", &[], &["mid-term"], "x");
    }

    #[test]
    fn of_a_sentence_every_word_was_searched_as_typed() {
        let sentence = "which shelterr gave children food clothes lessons comfort";
        check(sentence, &[("shelterr", "shelters")], &[], sentence);
    }
}
