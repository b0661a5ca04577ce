//! Names of things that travel in links: lower-case letters, digits and hyphens.

use std::fmt;

use serde::{Deserialize, Serialize};

/// True for text that may stand in an address as an id: one or more of `a-z`, `0-9` and `-`.
#[must_use]
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// A name as an id: `PER/17/51/USA` becomes `per-17-51-usa`, `José Núñez` becomes `jose-nunez`.
///
/// Links carry the result, so the rule is frozen: Latin letters lose their marks, letters of
/// other scripts are written as `u` and their code point, everything else becomes a single hyphen
/// between words.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    let mut pending = false;
    for char in name.chars().filter(|&char| !is_mark(char)) {
        if !char.is_alphanumeric() {
            pending = !slug.is_empty();
            continue;
        }
        if pending {
            slug.push('-');
            pending = false;
        }
        match base_letter(char) {
            Some(letter) => slug.push(letter),
            None => char.to_lowercase().for_each(|lower| push_code_point(&mut slug, lower)),
        }
    }
    slug
}

/// Combining marks, as in text that was decomposed.
fn is_mark(char: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&char)
}

/// The letter without marks, for ASCII, Latin-1 and Latin Extended-A (U+00C0 to U+017F).
fn base_letter(char: char) -> Option<char> {
    const BASE: &[u8; 192] = b"\
        aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty\
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
        lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
    if char.is_ascii_alphanumeric() {
        return Some(char.to_ascii_lowercase());
    }
    let at = u32::from(char).checked_sub(0xc0)? as usize;
    BASE.get(at).map(|&letter| char::from(letter))
}

fn push_code_point(slug: &mut String, char: char) {
    slug.push('u');
    let code = u32::from(char);
    let digits = (1..=6).rev().skip_while(|&digit| digit > 1 && code >> (4 * (digit - 1)) == 0);
    let hex = digits.filter_map(|digit| char::from_digit(code >> (4 * (digit - 1)) & 15, 16));
    slug.extend(hex);
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
            ("Straße × 2", "strase-2"),
            ("علي", "u639u644u64a"),
            ("𐐀", "u10428"),
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
