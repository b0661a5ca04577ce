//! Pairs of a link that this edition could not read.

use crate::address::percent;

/// One pair of a link, kept as it came: a key that this edition does not know, or a value that it
/// cannot read. It filters nothing, is shown to the reader, and travels on in the address, so
/// that an edition that understands it still can.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Unread {
    key: Box<str>,
    raw: Option<Box<str>>,
}

impl Unread {
    /// A pair from its key, decoded and without the host's prefix, and its value as written;
    /// characters of the value that cannot stand in an address are percent-encoded.
    pub(crate) fn new(key: &str, raw: Option<&str>) -> Self {
        Self { key: key.into(), raw: raw.map(|raw| percent::made_safe(raw).into()) }
    }

    /// The key in readable form, without the host's prefix.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The value in readable form, for showing; empty when the pair had none.
    #[must_use]
    pub fn text(&self) -> String {
        percent::decoded(self.raw.as_deref().unwrap_or_default())
    }

    /// The value as written; `None` when the pair had no `=`.
    pub(crate) fn raw(&self) -> Option<&str> {
        self.raw.as_deref()
    }
}
