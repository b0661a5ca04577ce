//! Our pairs in the address of a page, among those of the host.

use super::pairs;
use super::prefix::Prefix;
use super::{Place, Settings};

/// The address of a page in its three parts, as they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address<'a> {
    page: &'a str,
    query: &'a str,
    fragment: &'a str,
}

impl<'a> Address<'a> {
    /// The parts of an address; nothing is decoded.
    #[must_use]
    pub fn of(url: &'a str) -> Self {
        let (rest, fragment) = split_before(url, url.find('#'));
        let (page, query) = split_before(rest, rest.find('?'));
        Self { page, query, fragment }
    }

    /// The part in which our pairs stand; empty when the host switched the address off.
    #[must_use]
    pub fn part(&self, place: Place) -> &'a str {
        match place {
            Place::Query => self.query,
            Place::Hash => directive_apart(self.fragment).0,
            Place::Off => "",
        }
    }

    /// The address with these pairs in place of ours, behind all others. Everything else stays
    /// byte for byte. When the host switched the address off, it stays as it is.
    #[must_use]
    pub fn with(&self, own: &str, settings: &Settings) -> String {
        let Self { page, query, fragment } = self;
        match settings.place {
            Place::Query => {
                format!("{page}{}{fragment}", with_own(query, '?', own, &settings.prefix))
            }
            Place::Hash => {
                let (fragment, directive) = directive_apart(fragment);
                let fragment = with_own(fragment, '#', own, &settings.prefix);
                let sign = if fragment.is_empty() && !directive.is_empty() { "#" } else { "" };
                format!("{page}{query}{fragment}{sign}{directive}")
            }
            Place::Off => format!("{page}{query}{fragment}"),
        }
    }
}

fn with_own(part: &str, sign: char, own: &str, prefix: &Prefix) -> String {
    let body = part.strip_prefix(sign).unwrap_or(part);
    let all = body.split('&').filter(|_| !body.is_empty());
    let foreign: Vec<&str> = all.filter(|segment| !pairs::is_own(segment, prefix)).collect();
    let foreign_text = foreign.join("&");
    if own.is_empty() && foreign_text == body {
        return part.to_owned();
    }
    match (foreign.is_empty(), own.is_empty()) {
        (true, true) => String::new(),
        (true, false) => format!("{sign}{own}"),
        (false, true) => format!("{sign}{foreign_text}"),
        (false, false) => format!("{sign}{foreign_text}&{own}"),
    }
}

/// A fragment and its directive, such as `:~:text=…`, which must stay last.
fn directive_apart(fragment: &str) -> (&str, &str) {
    split_before(fragment, fragment.as_bytes().windows(3).position(|three| three == b":~:"))
}

/// What stands before a place and what begins there; all of it where there is no such place.
fn split_before(text: &str, place: Option<usize>) -> (&str, &str) {
    place.and_then(|place| text.split_at_checked(place)).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::{Address, Place, Settings};

    #[track_caller]
    fn check(place: Place, url: &str, own: &str, expected: &str) {
        let settings = Settings { place, ..Settings::default() };
        assert_eq!(Address::of(url).with(own, &settings), expected, "{url} with {own:?}");
    }

    #[test]
    fn foreign_pairs_and_the_fragment_stay_byte_for_byte() {
        let own = "ee-q=x&ee-v=1";
        for (url, expected) in [
            ("https://a.org/p", "https://a.org/p?ee-q=x&ee-v=1"),
            ("https://a.org/p?b=%7e+&c#d?e&f", "https://a.org/p?b=%7e+&c&ee-q=x&ee-v=1#d?e&f"),
            ("/p?ee-v=1&b=1&ee-q=y&b=2", "/p?b=1&b=2&ee-q=x&ee-v=1"),
            ("/p?&&b", "/p?&&b&ee-q=x&ee-v=1"),
            ("/p?ee-diagnose", "/p?ee-diagnose&ee-q=x&ee-v=1"),
        ] {
            check(Place::Query, url, own, expected);
        }
    }

    #[test]
    fn an_address_without_our_pairs_is_as_before() {
        for (url, expected) in [
            ("/p?b=1&ee-v=1#c", "/p?b=1#c"),
            ("/p?ee-q=x&ee-v=1", "/p"),
            ("/p?", "/p?"),
            ("/p?&", "/p?&"),
            ("", ""),
        ] {
            check(Place::Query, url, "", expected);
        }
    }

    #[test]
    fn in_the_fragment_the_hosts_anchor_and_directives_stay() {
        let own = "ee-v=1";
        for (url, expected) in [
            ("/p?ee-q=1", "/p?ee-q=1#ee-v=1"),
            ("/p#top&ee-q=x", "/p#top&ee-v=1"),
            ("/p#/route?x=1", "/p#/route?x=1&ee-v=1"),
            ("/p#:~:text=a", "/p#ee-v=1:~:text=a"),
        ] {
            check(Place::Hash, url, own, expected);
        }
        check(Place::Hash, "/p#ee-v=1:~:text=a", "", "/p#:~:text=a");
        check(Place::Off, "/p?ee-q=1#ee-q=2", own, "/p?ee-q=1#ee-q=2");
    }
}
