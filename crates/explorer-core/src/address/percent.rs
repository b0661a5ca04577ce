//! Percent coding, written so that a link survives mails and messengers.

use std::fmt::Write as _;

/// Text as it stands in an address.
///
/// Only letters, digits, `-`, `.` and `_` of ASCII stay bare: everything that a mailer, a
/// messenger or a server has been seen to eat, to rewrite or to read as markup is encoded. After
/// a percent sign that the text itself holds, a hexadecimal digit is encoded as well; therefore
/// `%25` before two hexadecimal digits can only come from encoding a link twice.
#[must_use]
pub(crate) fn encoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(bytes.len());
    let is_hex = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
    for (at, &byte) in bytes.iter().enumerate() {
        let after_percent = at > 0 && bytes.get(at - 1) == Some(&b'%');
        let could_be_escape = after_percent && is_hex(at) && is_hex(at + 1);
        if is_bare(byte) && !could_be_escape {
            out.push(char::from(byte));
        } else {
            push_escape(&mut out, byte);
        }
    }
    out
}

/// What a value of an address says: `+` is a space, a broken escape stands for itself, bytes that
/// are no UTF-8 become U+FFFD, and what was encoded twice is decoded twice.
#[must_use]
pub(crate) fn decoded(raw: &str) -> String {
    const TWICE: usize = 4;
    let mut raw = raw.replace('+', " ");
    for _ in 0..TWICE {
        // Nearly none is: without the question reading a link takes a third longer.
        if !is_encoded_twice(&raw) {
            break;
        }
        raw = with_bare_percents(&raw);
    }
    decoded_once(&raw)
}

/// Text with a percent sign for each escaped one.
fn with_bare_percents(raw: &str) -> String {
    let mut parts = raw.split('%');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push('%');
        out.push_str(part.strip_prefix("25").unwrap_or(part));
    }
    out
}

/// Text with one layer of escapes taken off, and nothing else changed.
#[must_use]
pub(crate) fn decoded_once(raw: &str) -> String {
    String::from_utf8_lossy(&unescaped(raw.as_bytes())).into_owned()
}

/// [`decoded`] for a value at which a link was cut: a broken escape at its end is dropped.
#[must_use]
pub(crate) fn decoded_cut(raw: &str) -> String {
    let raw = match raw.as_bytes() {
        [.., b'%'] => raw.get(..raw.len() - 1),
        [.., b'%', _] => raw.get(..raw.len() - 2),
        _ => None,
    }
    .unwrap_or(raw);
    decoded(raw).trim_end_matches(char::REPLACEMENT_CHARACTER).to_owned()
}

/// A raw value with everything encoded that cannot stand in an address; escapes stay as they are.
#[must_use]
pub(crate) fn made_safe(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    for byte in raw.bytes() {
        if is_bare(byte) || matches!(byte, b'%' | b'+' | b'=') {
            out.push(char::from(byte));
        } else {
            push_escape(&mut out, byte);
        }
    }
    out
}

fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_')
}

fn push_escape(out: &mut String, byte: u8) {
    // Writing to a string cannot fail.
    _ = write!(out, "%{byte:02X}");
}

fn is_encoded_twice(raw: &str) -> bool {
    raw.as_bytes().windows(5).any(|window| match window {
        [b'%', b'2', b'5', a, b] => a.is_ascii_hexdigit() && b.is_ascii_hexdigit(),
        _ => false,
    })
}

fn unescaped(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let [byte, tail @ ..] = rest {
        match (byte, escape(tail)) {
            (b'%', Some((value, after))) => {
                out.push(value);
                rest = after;
            }
            _ => {
                out.push(*byte);
                rest = tail;
            }
        }
    }
    out
}

fn escape(after_percent: &[u8]) -> Option<(u8, &[u8])> {
    let [high, low, rest @ ..] = after_percent else { return None };
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    Some((digit(*high)? * 16 + digit(*low)?, rest))
}

#[cfg(test)]
mod tests {
    use super::{decoded, decoded_cut, encoded, made_safe};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(encoded(text), expected);
        assert_eq!(decoded(expected), text, "read back from {expected}");
    }

    #[test]
    fn text_comes_back_as_it_was() {
        check("human rights", "human%20rights");
        check("C++ & co.", "C%2B%2B%20%26%20co.");
        check("100%", "100%25");
        check("%2x", "%252x");
        check("100%25", "100%25%325");
        check("%%20", "%25%25%320");
        check("مصر", "%D9%85%D8%B5%D8%B1");
        check("\"'`<>#&+%~*", "%22%27%60%3C%3E%23%26%2B%25%7E%2A");
    }

    #[test]
    fn other_ways_of_writing_are_read() {
        for (raw, text) in [
            ("human+rights", "human rights"),
            ("human%2520rights", "human rights"),
            ("human%252520rights", "human rights"),
            ("%d9%85", "م"),
            ("50%", "50%"),
            ("50%zz", "50%zz"),
            ("%FF", "\u{fffd}"),
            ("2017%2E%2E2021", "2017..2021"),
        ] {
            assert_eq!(decoded(raw), text, "{raw}");
        }
    }

    #[test]
    fn a_broken_escape_at_a_cut_is_dropped() {
        for (raw, text) in
            [("caf%C3%A9", "café"), ("caf%C3", "caf"), ("caf%C", "caf"), ("caf%", "caf")]
        {
            assert_eq!(decoded_cut(raw), text, "{raw}");
        }
    }

    #[test]
    fn escapes_stay_when_raw_values_are_made_safe() {
        assert_eq!(made_safe("a%20b+c d#é"), "a%20b+c%20d%23%C3%A9");
        assert_eq!(made_safe("%zz%"), "%zz%");
    }
}
