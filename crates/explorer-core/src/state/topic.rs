//! What the statements of an open evaluation are narrowed to.

use super::value;
use crate::facet::FacetId;
use crate::id::TermId;
use crate::statement::Statement;

/// A criterion or a theme. It need not be known to this edition.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Topic {
    facet: FacetId,
    term: TermId,
}

impl Topic {
    /// A value of the facet of criteria or of that of themes; `None` for any other facet, and when
    /// the text cannot be an id.
    #[must_use]
    pub fn new(facet: FacetId, term: &str) -> Option<Self> {
        let is_of_statements = matches!(facet, FacetId::Criterion | FacetId::Theme);
        let term = value::id(term).filter(|_| is_of_statements)?;
        Some(Self { facet, term })
    }

    /// Whether it is a criterion or a theme.
    #[must_use]
    pub fn facet(&self) -> FacetId {
        self.facet
    }

    /// Which one.
    #[must_use]
    pub fn term(&self) -> &TermId {
        &self.term
    }

    /// True for a statement on this.
    #[must_use]
    pub fn is_of(&self, statement: &Statement) -> bool {
        match self.facet {
            FacetId::Criterion => statement.criteria.iter().any(|it| it.term == self.term),
            _ => statement.themes.contains(&self.term),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FacetId, Topic};

    #[test]
    fn statements_are_narrowed_to_criteria_and_themes_alone() {
        for (facet, term, is_one) in [
            (FacetId::Criterion, "impact", true),
            (FacetId::Theme, "training", true),
            (FacetId::Kind, "lesson", false),
            (FacetId::Theme, "…", false),
        ] {
            assert_eq!(Topic::new(facet, term).is_some(), is_one, "{facet:?} {term}");
        }
    }
}
