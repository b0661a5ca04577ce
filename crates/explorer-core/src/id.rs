//! Names of things that travel in links: lower-case letters, digits and hyphens.

use std::fmt;

use serde::{Deserialize, Serialize};

/// True for text that may stand in an address as an id: one or more of `a-z`, `0-9` and `-`.
#[must_use]
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

macro_rules! ids {
    ($( $(#[$meta:meta])* $name:ident ),+ $(,)?) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Box<str>);

        impl $name {
            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+ };
}

ids! {
    /// The lasting name of an evaluation, for example `unodc-glot59-2024`.
    EvaluationId,
    /// The lasting name of a statement: its evaluation's id, the letter of its kind and its
    /// ordinal, for example `unodc-glot59-2024-r1`.
    StatementId,
    /// The name of a place where evaluations disagree.
    TensionId,
    /// The name of a vocabulary term: an agency, an organisation, a place, a theme, a criterion.
    TermId,
}

#[cfg(test)]
mod tests {
    use super::is_id;

    #[test]
    fn ids_are_lower_case_letters_digits_and_hyphens() {
        for good in ["pe", "ilo-per-17-51-usa-2020", "9"] {
            assert!(is_id(good), "{good}");
        }
        for bad in ["", "PE", "a.b", "a b", "é", "a_b"] {
            assert!(!is_id(bad), "{bad}");
        }
    }
}
