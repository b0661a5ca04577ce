//! Words side by side in a text.

use crate::text;

/// Folded words of fewer letters are not cut.
const WHOLE_LETTERS: usize = 50;

/// True when a text has words side by side in their order.
pub(super) fn has_phrase(text: &str, words: &[&str]) -> bool {
    if words.iter().all(|word| is_letters(word)) && is_plain(text) {
        return has_in_plain(text, words);
    }
    has_as_analysed(text, words)
}

/// True for words that are the same letters wherever they stand in a plain text.
fn is_letters(word: &str) -> bool {
    word.len() < WHOLE_LETTERS && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// True for a text whose words are its stretches of letters and of digits: nothing is folded but
/// case, nothing is left out (`l'`, `'s`), nothing is put together (`M&E`).
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii() && !matches!(byte, b'\'' | b'&'))
}

/// [`has_as_analysed`] of letters in a plain text, in a fraction of the time: a phrase of frequent
/// words is looked for in thousands of texts.
fn has_in_plain(text: &str, words: &[&str]) -> bool {
    let kind = |byte: &u8| (byte.is_ascii_alphabetic(), byte.is_ascii_digit());
    let stretches = text.as_bytes().chunk_by(|a, b| kind(a) == kind(b));
    let mut stretches = stretches.filter(|it| it.first().is_some_and(u8::is_ascii_alphanumeric));
    let mut open = Vec::new();
    stretches.any(|it| goes_on(&mut open, words, |word| word.as_bytes().eq_ignore_ascii_case(it)))
}

fn has_as_analysed(text: &str, words: &[&str]) -> bool {
    let (mut open, mut found) = (Vec::new(), false);
    text::analyse(text, &mut |token| {
        if !found && !matches!(token.kind, text::TokenKind::Joined(_)) {
            found = goes_on(&mut open, words, |word| word == token.text);
        }
    });
    found
}

/// Goes on by one word with all stretches of a phrase that end before it, each the number of its
/// words so far; true when one is the whole phrase.
fn goes_on(open: &mut Vec<usize>, words: &[&str], is: impl Fn(&str) -> bool) -> bool {
    open.push(0);
    open.retain_mut(|matched| {
        let goes_on = words.get(*matched).is_some_and(|word| is(word));
        *matched += 1;
        goes_on
    });
    open.contains(&words.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{has_as_analysed, has_in_plain, has_phrase, is_plain};

    #[test]
    fn words_stand_side_by_side_whatever_is_between_them() {
        let words = ["border", "police"];
        for (text, has) in [
            ("The Border police", true),
            ("border, police", true),
            ("border-police of 2019", true),
            ("border 2 police", false),
            ("police border", false),
            ("borders police", false),
            ("the border's police", true),
            ("border border police", true),
        ] {
            assert_eq!(has_phrase(text, &words), has, "{text}");
        }
    }

    proptest! {
        #[test]
        fn plain_texts_have_what_analysing_them_finds(
            text in "([abAB]{1,3}[ ,./_-]{0,2}|[12]{1,3}[ .,]?){0,12}",
            words in prop::collection::vec("[ab]{1,3}", 1..4),
        ) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            prop_assert!(is_plain(&text));
            prop_assert_eq!(has_in_plain(&text, &words), has_as_analysed(&text, &words));
        }
    }
}
