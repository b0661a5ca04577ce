//! What a reader should know about a link. The words for it are elsewhere.

use crate::codes::codes;

codes! {
    /// What is the matter with a part of a link.
    pub enum IssueKind {
        /// This edition does not know the key. The pair is kept.
        UnknownKey = "unknown-key",
        /// The value cannot be read; the default applies. The pair is kept.
        Unreadable = "unreadable",
        /// The link says two things under one key, or asks for a value and excludes it; the
        /// first holds, or what shows less.
        Contradictory = "contradictory",
        /// There is no room for the value: a fifth evaluation to compare, words beyond the
        /// longest text. It is dropped.
        TooMany = "too-many",
        /// The host of this page has locked the facet; the value has no effect here.
        Locked = "locked",
        /// The link does not end with its version: it may have been cut.
        Incomplete = "incomplete",
        /// The link was written by a newer edition; what it means here may differ.
        Newer = "newer",
    }
}

/// Something about a link that the reader should know. Never fatal.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Issue {
    /// The key without the host's prefix; empty for the whole link.
    pub key: Box<str>,
    /// The value concerned, readable; empty for the whole link.
    pub text: Box<str>,
    /// What is the matter.
    pub kind: IssueKind,
}
