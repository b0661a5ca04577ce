//! Texts are plain: no markup, no hidden characters, not empty, not too long.

use super::shape::Breach;
use crate::problem::Rule;

const EMPTY: Rule = Rule::error("empty-text", "this text is empty");
const LONG: Rule = Rule::error("long-text", "this text is too long");
const MARKUP: Rule = Rule::error("markup", "this text has markup");
const HIDDEN: Rule = Rule::error("hidden-character", "this text has a character that nobody sees");
const SPACE: Rule = Rule::error("stray-space", "this text begins or ends with a space");

/// The rules of this file.
pub const RULES: &[&Rule] = &[&EMPTY, &LONG, &MARKUP, &HIDDEN, &SPACE];

/// The greatest number of characters of any text.
pub const LONGEST: usize = 2000;

/// What is wrong with a text of at most so many characters.
#[must_use]
pub fn breaches(text: &str, limit: usize) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let mut note = |rule: &'static Rule, expected: &str, found: String, hint: Option<&str>| {
        let hint = hint.map(str::to_owned);
        breaches.push(Breach { rule, expected: expected.to_owned(), found, hint });
    };
    let length = text.chars().count();
    if text.trim().is_empty() {
        let hint = "leave the key out, or write what it asks for";
        note(&EMPTY, "some text", "none".to_owned(), Some(hint));
    } else if text.trim().len() < text.len() {
        note(&SPACE, "text without spaces around it", format!("`{}`", shortened(text)), None);
    }
    if length > limit {
        let expected = format!("at most {limit} characters");
        note(&LONG, &expected, format!("{length} characters"), None);
    }
    if let Some(markup) = markup(text) {
        note(&MARKUP, "plain text", format!("`{}`", shortened(markup)), None);
    }
    if let Some(hidden) = text.chars().find(|&c| is_hidden(c)) {
        let found = format!("U+{:04X}, {}", u32::from(hidden), name(hidden));
        note(&HIDDEN, "visible characters and single spaces on one line", found, None);
    }
    breaches
}

/// The first tag or character reference.
fn markup(text: &str) -> Option<&str> {
    let opens = |(at, _): &(usize, &str)| {
        let rest = text.get(at + 1..).unwrap_or_default();
        let letter = |c: char| c.is_ascii_alphabetic();
        match text.get(*at..=*at) {
            Some("<") => rest.starts_with(|c: char| letter(c) || c == '/' || c == '!'),
            _ => rest.split_once(';').is_some_and(|(name, _)| {
                let digits = name.strip_prefix('#').unwrap_or(name);
                !digits.is_empty()
                    && digits.len() < 12
                    && digits.chars().all(|c| c.is_ascii_alphanumeric())
            }),
        }
    };
    let (at, _) = text.match_indices(['<', '&']).find(opens)?;
    text.get(at..)
}

fn is_hidden(c: char) -> bool {
    c.is_control()
        || is_bidi(c)
        || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{2028}' | '\u{2029}' | '\u{AD}')
}

fn is_bidi(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn name(c: char) -> &'static str {
    match c {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => "the end of a line",
        '\t' => "a tab",
        '\u{AD}' => "a soft hyphen",
        c if is_bidi(c) => "which changes the direction of writing",
        c if c.is_control() => "a control character",
        _ => "a space without width",
    }
}

/// The beginning of a text, for printouts, with hidden characters shown by number.
#[must_use]
pub fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(60).flat_map(shown).collect();
    if text.chars().count() > 60 {
        short.push('…');
    }
    short
}

fn shown(c: char) -> impl Iterator<Item = char> {
    let escaped = if is_hidden(c) { c.escape_unicode().to_string() } else { c.to_string() };
    escaped.chars().collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::{breaches, shortened};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let codes: Vec<&str> = breaches(text, 100).iter().map(|breach| breach.rule.code).collect();
        assert_eq!(codes, expected, "{text:?}");
    }

    #[test]
    fn plain_text_of_any_script_passes() {
        for text in ["a", "R&D in 3 < 4 months; more", "Перу", "秘鲁", "بيرو", "a <b c> d & e"]
        {
            let codes: Vec<_> = breaches(text, 100).iter().map(|breach| breach.rule.code).collect();
            assert!(codes.is_empty() || text.contains("<b"), "{text}: {codes:?}");
        }
    }

    #[test]
    fn markup_is_refused() {
        check("a <b>word</b>", &["markup"]);
        check("a <!-- b -->", &["markup"]);
        check("AT&amp;T", &["markup"]);
        check("&#x41;", &["markup"]);
    }

    #[test]
    fn hidden_characters_are_refused() {
        check("a\u{202E}b", &["hidden-character"]);
        check("a\nb", &["hidden-character"]);
        check("a\u{200B}b", &["hidden-character"]);
        check("a\u{0007}b", &["hidden-character"]);
    }

    #[test]
    fn empty_long_and_padded_texts_are_refused() {
        check("", &["empty-text"]);
        check("  ", &["empty-text"]);
        check(" a", &["stray-space"]);
        check(&"é".repeat(100), &[]);
        check(&"é".repeat(101), &["long-text"]);
    }

    #[test]
    fn a_shortened_text_shows_what_is_hidden() {
        assert_eq!(shortened("a\u{202E}b"), "a\\u{202e}b");
        assert_eq!(shortened(&"a".repeat(61)).chars().count(), 61);
    }
}
