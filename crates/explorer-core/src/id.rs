//! Names of things that travel in links: lower-case letters, digits and hyphens.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::artifact::decode::{Bytes, Decode};
use crate::text::fold::fold_char;

/// True for text that may stand in an address as an id: one or more of `a-z`, `0-9` and `-`.
#[must_use]
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// A name as an id: `PER/17/51/USA` becomes `per-17-51-usa`, `José Núñez` becomes `jose-nunez`.
///
/// Letters are folded as for search; those outside `a-z` are written as `u` and their code point,
/// so that a name in any script has an id of its own. Anything else parts words.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    let mut parted = false;
    for char in name.chars().flat_map(|char| fold_char(char).chars()) {
        if !char.is_alphanumeric() {
            parted = !slug.is_empty();
            continue;
        }
        if parted {
            slug.push('-');
            parted = false;
        }
        match char {
            'a'..='z' | '0'..='9' => slug.push(char),
            other => push_code_point(&mut slug, other),
        }
    }
    slug
}

fn push_code_point(slug: &mut String, char: char) {
    let code = u32::from(char);
    let digits = code.checked_ilog(16).unwrap_or(0);
    let digit = |place: u32| char::from_digit(code >> (4 * place) & 15, 16);
    slug.push('u');
    slug.extend((0..=digits).rev().filter_map(digit));
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

        impl Decode for $name {
            fn decode(bytes: &mut Bytes<'_>) -> Self {
                Self(bytes.text().into())
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

impl StatementId {
    /// True when the id says that the statement belongs to the evaluation.
    #[must_use]
    pub fn is_of(&self, evaluation: &EvaluationId) -> bool {
        self.0.rsplit_once('-').is_some_and(|(owner, _)| owner == evaluation.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{is_id, slug};

    #[test]
    fn names_become_ids() {
        for (name, id) in [
            ("PER/17/51/USA", "per-17-51-usa"),
            ("GLOT 59", "glot-59"),
            (" José  Núñez-Ávila ", "jose-nunez-avila"),
            ("Jose\u{301}", "jose"),
            ("Łukasz Çelik Žižek ÿ ſ", "lukasz-celik-zizek-y-s"),
            ("Straße × 2", "strasse-2"),
            ("علي", "u639u644u64a"),
            ("𐐀", "u10400"),
            ("—", ""),
        ] {
            assert_eq!(slug(name), id, "{name}");
            assert!(id.is_empty() || is_id(id));
        }
    }

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
