//! The filters that are on, one by one.

use crate::dataset::Dataset;
use crate::facet::impact::Filtering;
use crate::facet::{FacetId, NOT_STATED};
use crate::query::{BudgetRange, Query};
use crate::state::{Action, State, Unread};
use crate::when::Span;

/// A filter that is on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Chip {
    /// A picked value of a facet.
    Value {
        /// The facet.
        facet: FacetId,
        /// The value.
        value: Box<str>,
        /// Excluded rather than asked for.
        excluded: bool,
        /// Whether this edition has it.
        known: bool,
    },
    /// The time of projects.
    Period(Span),
    /// The range of budgets.
    Budget(BudgetRange),
    /// A part of the link that could not be read.
    Unread(Unread),
}

impl Chip {
    /// The act that takes the filter away.
    #[must_use]
    pub fn removal(&self) -> Action {
        match self {
            Self::Value { facet, value, excluded: false, .. } => {
                Action::Toggle(*facet, value.clone())
            }
            Self::Value { facet, value, excluded: true, .. } => {
                Action::ToggleExcluded(*facet, value.clone())
            }
            Self::Period(_) => Action::SetPeriod(None),
            Self::Budget(_) => Action::SetBudget(None),
            Self::Unread(unread) => Action::Forget(unread.clone()),
        }
    }

    /// True for what this edition does not have or cannot read.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Value { known: false, .. } | Self::Unread(_))
    }
}

/// All filters of a state, in the order of the panel; the words are not among them.
#[must_use]
pub fn chips(state: &State, dataset: &Dataset) -> Vec<Chip> {
    let query = state.query();
    let mut chips = Vec::new();
    for (facet, picks) in query.picks.iter() {
        let values = dataset.facet_values(facet);
        let codes = facet.codes();
        let known = |value: &str| {
            value == NOT_STATED
                || codes.contains(&value)
                || values.iter().any(|known| &*known.id == value)
        };
        let chip = |value: &str, excluded| Chip::Value {
            facet,
            value: value.into(),
            excluded,
            known: known(value),
        };
        chips.extend(picks.included.iter().map(|value| chip(value, false)));
        chips.extend(picks.excluded.iter().map(|value| chip(value, true)));
    }
    chips.extend(query.period.map(Chip::Period));
    chips.extend(query.budget.clone().map(Chip::Budget));
    chips.extend(state.unread().iter().cloned().map(Chip::Unread));
    chips
}

/// The act that drops a filter from a question: one gesture, whatever it consists of.
#[must_use]
pub fn drop(query: &Query, filter: &Filtering) -> Action {
    match filter {
        Filtering::Words => Action::Type(String::new()),
        Filtering::Period => Action::SetPeriod(None),
        Filtering::Budget => Action::SetBudget(None),
        Filtering::Excluded(facet, value) => Action::ToggleExcluded(*facet, value.clone()),
        Filtering::Included(facet) => {
            let values = query.picks.of(*facet).map_or(&[][..], |picks| &picks.included);
            Action::Do(values.iter().map(|value| Action::Toggle(*facet, value.clone())).collect())
        }
    }
}
