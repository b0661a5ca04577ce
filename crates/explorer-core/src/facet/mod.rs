//! Facets: the axes along which readers filter.
//!
//! - A **statement** matches when it has, in each facet of statements, one of the values asked for
//!   and none of the excluded ones, and when its evaluation does the same in every other facet and
//!   lies in the ranges asked for.
//! - Countries and regions are [twins](FacetId::twin): readers see one facet of places, so what is
//!   asked for in one is an alternative to what is asked for in the other.
//! - An **evaluation** matches when it does so in the facets of evaluations and the ranges, when none
//!   of its statements has an excluded value and, if anything is asked for in a facet of statements,
//!   when at least one of them has all that together. So one that is listed "without lessons" has
//!   none, though it has statements that are no lessons.
//! - [`NOT_STATED`] is a value like others. A value that no record has matches nothing.
//! - Words narrow each unit by itself: an evaluation by all that is said in it, a statement by its
//!   own words; neither depends on the picks.

pub mod count;
mod filter;
pub mod impact;
pub mod picks;
mod status;
pub mod values;

use serde::{Deserialize, Serialize};

use crate::codes::codes;
use crate::evaluation::{Scope, Timing};
use crate::statement::StatementKind;

/// The value that asks for records in which a document does not state the fact.
pub const NOT_STATED: &str = "not-stated";

codes! {
    /// A facet whose values are terms. Ranges (`period`, `budget`) are fields of the query.
    ///
    /// The order is the order of the panel: by use.
    pub enum FacetId {
        /// Countries and territories in which the projects work.
        Country = "country",
        /// Regions; a region includes its countries, and `global` stands for work without a list
        /// of countries.
        Region = "region",
        /// Themes of statements.
        Theme = "theme",
        /// Criteria of statements.
        Criterion = "criterion",
        /// Kinds of statements.
        Kind = "kind",
        /// Publishing agency.
        Agency = "agency",
        /// Who gave money.
        Donor = "donor",
        /// Final, mid-term, not stated.
        Timing = "timing",
        /// Project, cluster, not stated.
        Scope = "scope",
        /// Whether a project was planned, active or ended on a date.
        Status = "status",
        /// Evaluators, managers and supervisors.
        Person = "person",
        /// Project codes.
        Code = "code",
    }
}

codes! {
    /// How a project stood on a date.
    pub enum Status {
        /// Its start lay ahead.
        Planned = "planned",
        /// It ran.
        Active = "active",
        /// It had ended.
        Ended = "ended",
        /// The document does not state enough to say.
        NotStated = "not-stated",
    }
}

/// A value that records of a set have in a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValue {
    /// The id that links carry: a term's id, a code, or a name as a slug.
    pub id: Box<str>,
    /// The name as printed, for people and project codes; other values are named by the
    /// vocabulary or are codes of a closed list.
    pub name: Option<Box<str>>,
}

impl FacetId {
    /// The codes of a facet whose values are a closed list, in the order of display, without
    /// [`NOT_STATED`]; empty for other facets.
    #[must_use]
    pub fn codes(self) -> Vec<&'static str> {
        let all = match self {
            Self::Kind => StatementKind::ALL.iter().map(|kind| kind.code()).collect(),
            Self::Timing => Timing::ALL.iter().map(|timing| timing.code()).collect(),
            Self::Scope => Scope::ALL.iter().map(|scope| scope.code()).collect(),
            Self::Status => Status::ALL.iter().map(|status| status.code()).collect(),
            _ => Vec::new(),
        };
        all.into_iter().filter(|&code| code != NOT_STATED).collect()
    }

    /// The facet that readers see as one with this: places are countries or regions.
    #[must_use]
    pub const fn twin(self) -> Option<Self> {
        match self {
            Self::Country => Some(Self::Region),
            Self::Region => Some(Self::Country),
            _ => None,
        }
    }

    /// The facet and its twin, if it has one.
    pub fn and_twin(self) -> impl Iterator<Item = Self> {
        std::iter::once(self).chain(self.twin())
    }

    /// True for the first of twins and for every facet that has none.
    #[must_use]
    pub const fn is_first_of_twins(self) -> bool {
        match self.twin() {
            Some(twin) => (self as u16) < twin as u16,
            None => true,
        }
    }

    /// True when the values belong to statements; an evaluation has those of its statements.
    #[must_use]
    pub const fn is_of_statements(self) -> bool {
        matches!(self, Self::Theme | Self::Criterion | Self::Kind)
    }
}

#[cfg(test)]
mod tests;
