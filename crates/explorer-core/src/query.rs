//! What a reader asks: words, filters, unit of reading and order.

use crate::codes::codes;
use crate::facet::picks::Picks;
use crate::money::Currency;
use crate::state::value;
use crate::when::{Date, Span};

codes! {
    /// What the result list is made of.
    pub enum Unit {
        /// Evaluations.
        Evaluations = "evaluations",
        /// Statements of evaluations.
        Statements = "statements",
    }
}

codes! {
    /// The order of the results.
    pub enum Sort {
        /// Best match first; newest first when there are no words.
        Relevance = "relevance",
        /// Newest first.
        Newest = "newest",
        /// By title.
        Title = "title",
        /// Largest budget first, within the currency asked for or the commonest one; evaluations
        /// without a comparable budget last.
        Budget = "budget",
    }
}

/// A range of money in one currency, in hundredths of its unit; a missing end is open.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BudgetRange {
    /// The currency; budgets in others do not match.
    pub currency: Currency,
    /// At least this.
    pub from: Option<u64>,
    /// At most this.
    pub to: Option<u64>,
}

/// A question to the dataset.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Query {
    /// What is listed.
    pub unit: Unit,
    /// The words as typed.
    pub text: String,
    /// The filters that are terms.
    pub picks: Picks,
    /// Only projects whose time overlaps with this.
    pub period: Option<Span>,
    /// Only evaluations whose budget lies in this range.
    pub budget: Option<BudgetRange>,
    /// The day for which [`crate::facet::FacetId::Status`] is judged; the dataset's data date
    /// when `None`.
    pub status_on: Option<Date>,
    /// The order.
    pub sort: Sort,
}

impl Default for Query {
    fn default() -> Self {
        Self {
            unit: Unit::Evaluations,
            text: String::new(),
            picks: Picks::default(),
            period: None,
            budget: None,
            status_on: None,
            sort: Sort::Relevance,
        }
    }
}

impl Query {
    /// False for the list that every explorer begins with: all evaluations, in an order that needs
    /// no facts but theirs.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.unit != Unit::Evaluations
            || !self.text.trim().is_empty()
            || !self.picks.is_empty()
            || self.period.is_some()
            || self.budget.is_some()
            || self.sort == Sort::Budget
    }

    /// The question with filters that the host has locked. In a locked facet and its twin the
    /// host's wishes stand in place of the reader's; exclusions of both hold.
    #[must_use]
    pub fn locked(&self, lock: &Picks) -> Self {
        let mut query = self.clone();
        let picks = &mut query.picks;
        for (facet, _) in lock.iter().filter(|(facet, _)| lock.settles(*facet)) {
            picks.ask_for_none(facet);
        }
        for (facet, locked) in lock.iter() {
            locked.included.iter().for_each(|value| value::include(picks, facet, value));
            locked.excluded.iter().for_each(|value| value::exclude(picks, facet, value));
        }
        query
    }
}
