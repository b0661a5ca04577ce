//! When nothing is left: which filter to drop, and how many results come back.

use super::FacetId;
use super::count::{Words, matches};
use crate::dataset::Dataset;
use crate::query::{Query, Unit};
use crate::sorted;

/// A filter that a reader may drop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filtering {
    /// The values asked for in a facet and its twin, all of them: they are alternatives, and
    /// dropping one of several would not bring anything back.
    Included(FacetId),
    /// One excluded value.
    Excluded(FacetId, Box<str>),
    /// The period.
    Period,
    /// The range of budgets.
    Budget,
    /// The words.
    Words,
}

impl Filtering {
    /// The question without this filter.
    #[must_use]
    pub fn dropped_from(&self, query: &Query) -> Query {
        let mut query = query.clone();
        match self {
            Self::Included(facet) => query.picks.ask_for_none(*facet),
            Self::Excluded(facet, value) => query.picks.toggle_excluded(*facet, value),
            Self::Period => query.period = None,
            Self::Budget => query.budget = None,
            Self::Words => query.text = String::new(),
        }
        query
    }
}

/// What dropping one filter gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Impact {
    /// The filter.
    pub filter: Filtering,
    /// How many results of the unit that is listed there are without it; never zero.
    pub results: usize,
}

/// The filters which, dropped alone, bring results back; those that bring most first, then in the
/// order of the panel.
#[must_use]
pub fn impacts(dataset: &Dataset, query: &Query, words: Option<Words<'_>>) -> Vec<Impact> {
    let says_nothing = words.is_some_and(|words| match query.unit {
        Unit::Evaluations => words.evaluations.is_empty(),
        Unit::Statements => words.statements.is_empty(),
    });
    let mut filters = filters(query, words.is_some());
    if says_nothing {
        // The words alone find nothing.
        filters.truncate(1);
    }
    let mut impacts: Vec<Impact> = filters
        .into_iter()
        .map(|filter| {
            let words = words.filter(|_| filter != Filtering::Words);
            let found = matches(dataset, &filter.dropped_from(query), words);
            let results = match query.unit {
                Unit::Evaluations => found.evaluations.len(),
                Unit::Statements => found.statements.count(),
            };
            Impact { filter, results }
        })
        .filter(|impact| impact.results > 0)
        .collect();
    sorted::by(&mut impacts, |a, b| b.results.cmp(&a.results));
    impacts
}

/// All filters of a question: the words, then the others in the order of the panel.
fn filters(query: &Query, has_words: bool) -> Vec<Filtering> {
    let mut filters = Vec::new();
    if has_words {
        filters.push(Filtering::Words);
    }
    for (facet, picks) in query.picks.iter() {
        let told = |twin| filters.contains(&Filtering::Included(twin));
        if !picks.included.is_empty() && !facet.twin().is_some_and(told) {
            filters.push(Filtering::Included(facet));
        }
        let excluded = picks.excluded.iter().cloned();
        filters.extend(excluded.map(|value| Filtering::Excluded(facet, value)));
    }
    filters.extend(query.period.is_some().then_some(Filtering::Period));
    filters.extend(query.budget.is_some().then_some(Filtering::Budget));
    filters
}
