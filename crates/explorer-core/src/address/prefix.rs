//! What stands before each of our keys, so that they never meet the host's.

/// A prefix: at most 32 letters, digits, `-` or `_` of ASCII, in lower case. The empty one is a
/// host's explicit choice; then only known keys are ours.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Prefix(Box<str>);

impl Prefix {
    /// A prefix from a host's attribute; `None` when it could not stand in an address.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        let fine = text.len() <= 32 && text.bytes().all(fits);
        fine.then(|| Self(text.to_ascii_lowercase().into()))
    }

    /// The prefix as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True when two widgets with these prefixes on one page would take each other's keys.
    #[must_use]
    pub fn clashes_with(&self, other: &Self) -> bool {
        let covers = |a: &str, b: &str| !a.is_empty() && b.starts_with(a);
        self == other || covers(&self.0, &other.0) || covers(&other.0, &self.0)
    }

    /// What follows the prefix in the name of a key; capitals are read as small letters.
    pub(crate) fn strip<'a>(&self, name: &'a str) -> Option<&'a str> {
        let (start, rest) = name.split_at_checked(self.0.len())?;
        start.eq_ignore_ascii_case(&self.0).then_some(rest)
    }
}

impl Default for Prefix {
    fn default() -> Self {
        Self("ee-".into())
    }
}

#[cfg(test)]
mod tests {
    use super::Prefix;

    fn prefix(text: &str) -> Prefix {
        Prefix::new(text).unwrap()
    }

    #[test]
    fn prefixes_clash_when_one_begins_with_the_other() {
        assert!(prefix("ee-").clashes_with(&Prefix::default()));
        assert!(prefix("a-").clashes_with(&prefix("a-b-")));
        assert!(!prefix("left-").clashes_with(&prefix("right-")));
        assert!(!prefix("").clashes_with(&prefix("ee-")));
        assert!(prefix("").clashes_with(&prefix("")));
    }

    #[test]
    fn a_prefix_needs_no_encoding() {
        assert_eq!(Prefix::new("EE_"), Prefix::new("ee_"));
        for bad in ["é", "a.", "a&", "a=b", "a b"] {
            assert_eq!(Prefix::new(bad), None, "{bad}");
        }
    }
}
