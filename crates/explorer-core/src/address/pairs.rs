//! The pairs of a query or a fragment: which are ours, and what they say.

use super::keys::{Key, RESERVED};
use super::percent;
use super::prefix::Prefix;

/// One pair of ours, not yet understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    /// The key without the prefix.
    pub(crate) name: String,
    /// The value as written; `None` when there is no `=`.
    pub(crate) raw: Option<String>,
}

/// All pairs of ours in a query or fragment.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Own {
    pub(crate) pairs: Vec<Pair>,
    /// True when nothing of the host's follows the last of them.
    pub(crate) at_end: bool,
}

/// How many times over a link may be encoded as a whole and still be understood.
const LAYERS: u32 = 5;

/// Our pairs in a query or fragment, whose leading `?` or `#` may be there or not.
pub(crate) fn own(text: &str, prefix: &Prefix) -> Own {
    let mut own = Own::default();
    for segment in segments(text) {
        own.at_end = is_own(segment, prefix);
        if own.at_end {
            unfold(segment, prefix, LAYERS, &mut own.pairs);
        }
    }
    own
}

/// All pairs of a host's preset, with or without the prefix.
pub(crate) fn of_preset(text: &str, prefix: &Prefix) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for segment in segments(text).filter(|segment| !segment.is_empty()) {
        if is_own(segment, prefix) {
            unfold(segment, prefix, LAYERS, &mut pairs);
        } else {
            let prefixed = [prefix.as_str(), without_entity(segment)].concat();
            unfold(&prefixed, prefix, LAYERS, &mut pairs);
        }
    }
    pairs
}

/// The parts between the `&`s.
pub(crate) fn segments(text: &str) -> impl Iterator<Item = &str> {
    text.strip_prefix(['?', '#']).unwrap_or(text).split('&')
}

/// True when a part between `&`s is ours.
pub(crate) fn is_own(segment: &str, prefix: &Prefix) -> bool {
    let name = name(without_entity(segment));
    if prefix.as_str().is_empty() {
        return Key::read(&name).is_some() && !name.bytes().any(|b| b.is_ascii_uppercase());
    }
    let is_reserved =
        |rest: &str| RESERVED.iter().any(|reserved| rest.eq_ignore_ascii_case(reserved));
    prefix.strip(&name).is_some_and(|rest| !is_reserved(rest))
}

/// Adds what a part of ours says: one pair, or several when their `&` and `=` are themselves
/// encoded, because the link was encoded as a whole. What is wrapped in more layers says nothing.
fn unfold(segment: &str, prefix: &Prefix, layers: u32, pairs: &mut Vec<Pair>) {
    let segment = without_entity(segment);
    let name = name(segment);
    if name.contains('=') {
        let inner = percent::decoded_once(segment);
        let inner = inner.split('&').filter(|segment| layers > 0 && is_own(segment, prefix));
        inner.for_each(|segment| unfold(segment, prefix, layers - 1, pairs));
    } else if let Some(rest) = prefix.strip(&name) {
        let raw = segment.split_once('=').map(|(_, raw)| raw.to_owned());
        pairs.push(Pair { name: rest.to_owned(), raw });
    }
}

fn name(segment: &str) -> String {
    percent::decoded(segment.split_once('=').map_or(segment, |(key, _)| key))
}

/// Without the rest of `&amp;`, which stands in links that were copied out of HTML.
fn without_entity(segment: &str) -> &str {
    let rest = segment.strip_prefix("amp;").or_else(|| segment.strip_prefix("amp%3B"));
    rest.unwrap_or(segment)
}

#[cfg(test)]
mod tests {
    use super::{Own, Prefix, own};

    #[track_caller]
    fn check(text: &str, expected: &[(&str, Option<&str>)]) {
        let Own { pairs, .. } = own(text, &Prefix::default());
        let found: Vec<_> =
            pairs.iter().map(|pair| (pair.name.as_str(), pair.raw.as_deref())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn only_pairs_with_the_prefix_are_ours() {
        check("?a=1&ee-q=x&b&ee-v=1", &[("q", Some("x")), ("v", Some("1"))]);
        check("#ee-q", &[("q", None)]);
        check("?ee-diagnose&q=1&xee-q=2", &[]);
        check("", &[]);
    }

    #[test]
    fn links_out_of_html_and_in_capitals_are_ours() {
        check("?ee-q=x&amp;ee-v=1", &[("q", Some("x")), ("v", Some("1"))]);
        check("?EE-Q=x&ee%2Dv=1", &[("Q", Some("x")), ("v", Some("1"))]);
    }

    #[test]
    fn a_link_that_was_encoded_as_a_whole_unfolds() {
        check("?ee-q%3Da%2520b%26ee-v%3D1", &[("q", Some("a%20b")), ("v", Some("1"))]);
        check("?ee-q%253Da%2526ee-v%253D1", &[("q", Some("a")), ("v", Some("1"))]);
        // What stands within a pair of the host's is the host's.
        check("?ee-q%3Da%26x%2526ee-v%253D1", &[("q", Some("a"))]);
    }

    #[test]
    fn without_a_prefix_only_known_keys_are_ours() {
        let found = own("?page=2&q=x&colour=red&v=1", &Prefix::new("").unwrap());
        assert_eq!(found.pairs.len(), 2);
        assert!(found.at_end);
    }
}
