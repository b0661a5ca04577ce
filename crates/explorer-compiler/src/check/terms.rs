//! Every term that is used stands in its vocabulary.

use std::collections::{BTreeMap, BTreeSet};

use explorer_core::vocabulary::{Term, Vocabulary};

use super::shape::Breach;
use crate::nearest::{did_you_mean, nearest};
use crate::problem::Rule;
use crate::shape::VocabularyName;

const UNKNOWN_TERM: Rule = Rule::error("unknown-term", "this term is not in its vocabulary");

/// The rules of this file.
pub const RULES: &[&Rule] = &[&UNKNOWN_TERM];

/// The terms that are known. A vocabulary that could not be read knows nothing and is not asked.
pub struct Known<'v> {
    terms: BTreeMap<VocabularyName, BTreeSet<&'v str>>,
    vocabulary: &'v Vocabulary,
}

impl<'v> Known<'v> {
    /// The terms of the vocabularies that were read.
    #[must_use]
    pub fn new(vocabulary: &'v Vocabulary, read: &[VocabularyName]) -> Self {
        let ids = |name: &VocabularyName| {
            (*name, name.terms(vocabulary).0.iter().map(|term| term.id.as_str()).collect())
        };
        Self { terms: read.iter().map(ids).collect(), vocabulary }
    }

    /// The breach of an id that its vocabulary does not have.
    #[must_use]
    pub fn unknown(&self, name: VocabularyName, id: &str) -> Option<Breach> {
        let known = self.terms.get(&name)?;
        if known.contains(id) {
            return None;
        }
        let terms = &name.terms(self.vocabulary).0;
        Some(Breach {
            rule: &UNKNOWN_TERM,
            expected: format!("the id of a term in {}", name.file()),
            found: format!("`{id}`"),
            hint: did_you_mean(&nearest(id, terms.iter().map(names))),
        })
    }
}

/// The id, by which a term is shown, and all other names by which it may be meant.
fn names(term: &Term) -> Vec<&str> {
    let labels = term.labels.iter().map(|label| label.text.as_str());
    let others = term.aliases.iter().chain(&term.short).map(String::as_str);
    std::iter::once(term.id.as_str()).chain(labels).chain(others).collect()
}
