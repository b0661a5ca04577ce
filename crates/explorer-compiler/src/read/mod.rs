//! From parsed files to the types of [`explorer_core`]. Says nothing about mistakes: the checks do.

mod evaluation;
pub mod fields;
mod set;
mod statement;

pub use evaluation::record;
pub use set::{published_ids, redirects, synonyms, tensions, terms};

/// An amount such as `752110.31` in hundredths; `None` for anything but digits with at most two
/// behind a point, and for amounts beyond 64 bits.
#[must_use]
pub fn cents(amount: &str) -> Option<u64> {
    let (whole, part) = amount.split_once('.').unwrap_or((amount, "00"));
    let plain = |digits: &str| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    if !plain(whole) || !plain(part) || part.len() > 2 {
        return None;
    }
    let part: u64 = part.parse::<u64>().ok()? * if part.len() == 1 { 10 } else { 1 };
    whole.parse::<u64>().ok()?.checked_mul(100)?.checked_add(part)
}

#[cfg(test)]
mod tests {
    use super::cents;

    #[test]
    fn amounts_are_read_to_the_cent() {
        for (text, expected) in [
            ("752110.31", Some(75_211_031)),
            ("3120000", Some(312_000_000)),
            ("0.5", Some(50)),
            ("1.005", None),
            ("1,000", None),
            ("-1", None),
            ("", None),
            (".5", None),
            ("5.", None),
            ("99999999999999999999", None),
            ("184467440737095517", None),
        ] {
            assert_eq!(cents(text), expected, "{text}");
        }
    }
}
