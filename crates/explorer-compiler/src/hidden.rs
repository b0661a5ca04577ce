//! What may stand in files that cannot be read, so that nothing is called missing that a mistake
//! only hides.

use std::collections::BTreeSet;

use explorer_core::statement::StatementKind;

use crate::authored::AuthoredRecord;
use crate::shape::VocabularyName;
use crate::source::{EVALUATIONS, PUBLISHED_IDS, REDIRECTS, TENSIONS};

/// Which ids may exist although they were not read.
#[derive(Debug, Default)]
pub struct Hidden {
    /// The evaluations whose records could not be read. That they exist is known by their files.
    pub evaluations: BTreeSet<String>,
    /// The evaluations that were read but for the kind or number of some statements.
    unclear_statements: BTreeSet<String>,
    /// True when the tensions between evaluations may be more than those read.
    tensions: bool,
    /// True when a vocabulary may have more terms than those read.
    terms: bool,
    /// True when there may be more redirects than those read.
    pub redirects: bool,
    /// True when the list of published ids may be longer than what was read of it.
    pub published: bool,
}

impl Hidden {
    /// What is hidden when these files are malformed and these records were read all the same.
    #[must_use]
    pub fn new(malformed: &BTreeSet<String>, records: &[AuthoredRecord]) -> Self {
        let is_malformed = |name: &str| malformed.contains(name);
        let id = |file: &str| {
            let id = file.strip_prefix(EVALUATIONS)?.strip_prefix('/')?.strip_suffix(".toml")?;
            records.iter().all(|record| record.file != file).then(|| id.to_owned())
        };
        let unclear = records.iter().filter(|record| !record.ids_known);
        Self {
            evaluations: malformed.iter().filter_map(|file| id(file)).collect(),
            unclear_statements: unclear
                .map(|record| record.record.evaluation.id.to_string())
                .collect(),
            tensions: is_malformed(TENSIONS),
            terms: VocabularyName::ALL.iter().any(|name| is_malformed(name.file())),
            redirects: is_malformed(REDIRECTS),
            published: is_malformed(PUBLISHED_IDS),
        }
    }

    /// True when a statement of this id may exist although it was not read.
    #[must_use]
    pub fn statement(&self, id: &str) -> bool {
        let hides =
            |owner| self.evaluations.contains(owner) || self.unclear_statements.contains(owner);
        owner(id).is_some_and(hides)
    }

    /// True when anything of this id may exist although it was not read. Tensions and terms have
    /// ids of any form, and tensions stand in records too.
    #[must_use]
    pub fn anything(&self, id: &str) -> bool {
        match owner(id) {
            Some(_) => self.statement(id),
            None => self.tensions || self.terms || !self.evaluations.is_empty(),
        }
    }
}

/// The evaluation of a statement, by the statement's id: `unodc-river-2020` of
/// `unodc-river-2020-lg12`. `None` for ids of another form.
#[must_use]
pub fn owner(id: &str) -> Option<&str> {
    let (owner, number) = id.rsplit_once('-')?;
    let letter = number.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_letter = StatementKind::ALL.iter().any(|kind| kind.letter() == letter);
    (is_letter && letter.len() < number.len()).then_some(owner)
}

#[cfg(test)]
mod tests {
    use super::owner;

    #[test]
    fn a_statement_names_its_evaluation() {
        assert_eq!(owner("unodc-river-2020-lg12"), Some("unodc-river-2020"));
        assert_eq!(owner("a-f1"), Some("a"));
        for other in ["unodc-river-2020", "training-of-trainers", "a-f", "a-x1", "", "f1"] {
            assert_eq!(owner(other), None, "{other}");
        }
    }
}
