//! Links: https or http, with a host, without anything that would have to be guessed at.

use crate::problem::Rule;

/// The rule of this file.
pub const BAD_LINK: Rule = Rule::error("bad-link", "this is not a web address");

/// The rules of this file.
pub const RULES: &[&Rule] = &[&BAD_LINK];

/// What a link should have been; `None` when it is well-formed.
#[must_use]
pub fn fault(link: &str) -> Option<&'static str> {
    let Some(rest) = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://")) else {
        return Some("an address that begins with https:// or http://");
    };
    if !link.chars().all(|c| c.is_ascii_graphic() && !"\"<>\\^`{|}".contains(c)) {
        return Some("an address without spaces, quotation marks and letters beyond ASCII");
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Some("an address without a user name");
    }
    let (host, port) = authority.split_once(':').map_or((authority, None), |(h, p)| (h, Some(p)));
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    if !host.contains('.') || !host.split('.').all(label) {
        return Some("an address with the name of a host, such as www.example.org");
    }
    if port.is_some_and(|port| port.parse::<u16>().is_err()) {
        return Some("an address without a port, or with one from 0 to 65535");
    }
    let bytes = link.as_bytes();
    let escaped = |at: usize| {
        bytes.get(at + 1..at + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit))
    };
    let broken = bytes.iter().enumerate().any(|(at, &b)| b == b'%' && !escaped(at));
    broken.then_some("an address in which each % is followed by two hexadecimal digits")
}

#[cfg(test)]
mod tests {
    use super::fault;

    #[test]
    fn web_addresses_pass() {
        for link in [
            "https://www.example.org/a/b_c.html?x=1&y=%20#z",
            "http://example.org",
            "https://example.org:8443/~a/(b)",
        ] {
            assert_eq!(fault(link), None, "{link}");
        }
    }

    #[test]
    fn everything_else_is_refused() {
        for link in [
            "",
            "www.example.org",
            "javascript:alert(1)",
            "ftp://example.org",
            "https://",
            "https:///path",
            "https://localhost",
            "https://exa mple.org",
            "https://user@example.org",
            "https://example..org",
            "https://example.org:99999",
            "https://example.org/%zz",
            "https://example.org/é",
        ] {
            assert!(fault(link).is_some(), "{link}");
        }
    }
}
