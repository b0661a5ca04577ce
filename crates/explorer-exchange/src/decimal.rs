//! Amounts of money as decimal texts, without floating point.

pub use explorer_lang::export::facts::decimal as format;

/// The hundredths of a plain decimal text with at most two decimals; `None` for signs, grouping
/// and anything else.
#[must_use]
pub fn parse(text: &str) -> Option<u64> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, "00"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(rest) || rest.len() > 2 {
        return None;
    }
    let hundredths: u64 = format!("{rest:0<2}").parse().ok()?;
    whole.parse::<u64>().ok()?.checked_mul(100)?.checked_add(hundredths)
}

#[cfg(test)]
mod tests {
    use super::{format, parse};

    #[test]
    fn amounts_are_written_and_read_to_the_cent() {
        for (cents, text) in [(0, "0"), (75_211_031, "752110.31"), (312_000_000, "3120000")] {
            assert_eq!(format(cents), text);
            assert_eq!(parse(text), Some(cents), "{text}");
        }
        assert_eq!(parse("5.7"), Some(570));
        assert_eq!(parse(&format(u64::MAX)), Some(u64::MAX));
    }

    #[test]
    fn what_is_not_a_plain_amount_is_refused() {
        for text in ["", ".", "1.", ".5", "1.234", "1,5", "-1", "+1", "1e3", "٣", "1 000"] {
            assert_eq!(parse(text), None, "{text}");
        }
        for beyond in ["99999999999999999999", "184467440737095517"] {
            assert_eq!(parse(beyond), None, "{beyond}");
        }
    }
}
