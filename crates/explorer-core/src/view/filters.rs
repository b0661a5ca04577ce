//! The filters that are on, one by one.

use crate::dataset::Dataset;
use crate::facet::impact::Filtering;
use crate::facet::picks::Picks;
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

    /// True for a filter that the host of the page has locked.
    #[must_use]
    pub fn is_locked(&self, lock: &Picks) -> bool {
        match self {
            Self::Value { facet, excluded: false, .. } => lock.settles(*facet),
            Self::Value { facet, value, excluded: true, .. } => lock.excludes(*facet, value),
            Self::Period(_) | Self::Budget(_) | Self::Unread(_) => false,
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

/// True for a filter of a question that the host of the page has locked, so that nobody can drop
/// it.
#[must_use]
pub fn is_locked(filter: &Filtering, lock: &Picks) -> bool {
    match filter {
        Filtering::Included(facet) => lock.settles(*facet),
        Filtering::Excluded(facet, value) => lock.excludes(*facet, value),
        Filtering::Words | Filtering::Period | Filtering::Budget => false,
    }
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
            let included = |facet| query.picks.included(facet).iter().map(move |it| (facet, it));
            let values = facet.and_twin().flat_map(included);
            Action::Do(values.map(|(facet, value)| Action::Toggle(facet, value.clone())).collect())
        }
    }
}

/// The act that asks a question again, whatever is asked now: words, picks and ranges. How it is
/// listed and ordered stays.
#[must_use]
pub fn asking_again(query: &Query) -> Action {
    let mut acts = vec![Action::ClearAll, Action::Type(query.text.clone())];
    for (facet, picks) in query.picks.iter() {
        acts.extend(picks.included.iter().map(|value| Action::Toggle(facet, value.clone())));
        acts.extend(picks.excluded.iter().map(|it| Action::ToggleExcluded(facet, it.clone())));
    }
    acts.push(Action::SetPeriod(query.period));
    acts.push(Action::SetBudget(query.budget.clone()));
    acts.push(Action::SetStatusOn(query.status_on));
    Action::Do(acts)
}

#[cfg(test)]
mod tests {
    use super::{Chip, Dataset, Filtering, Picks, asking_again, chips, drop, is_locked};
    use crate::address::{Settings, decode};
    use crate::artifact::pack;
    use crate::facet::FacetId;
    use crate::outcome;
    use crate::state::{Action, State};
    use crate::testing::content_of_seed;

    const COUNTRY: FacetId = FacetId::Country;

    fn dataset(seed: u64) -> Dataset {
        Dataset::open(pack(&content_of_seed(seed, 6)).unwrap()).unwrap()
    }

    /// A host that shows Peru alone, and nothing of a kind.
    fn lock() -> Picks {
        let mut lock = Picks::default();
        lock.toggle(COUNTRY, "pe");
        lock.toggle_excluded(FacetId::Kind, "finding");
        lock
    }

    #[test]
    fn what_the_host_locks_is_a_chip_like_any_other_but_stays() {
        let state = State::default().after(Action::ToggleExcluded(FacetId::Kind, "lesson".into()));
        let dataset = dataset(1);
        let all = chips(&state.locked(&lock()), &dataset);
        let names: Vec<(&str, bool)> = all
            .iter()
            .filter_map(|chip| match chip {
                Chip::Value { value, .. } => Some((&**value, chip.is_locked(&lock()))),
                _ => None,
            })
            .collect();
        assert_eq!(names, [("pe", true), ("finding", true), ("lesson", false)]);
    }

    #[test]
    fn a_lock_is_no_way_out_of_an_empty_result() {
        assert!(is_locked(&Filtering::Included(COUNTRY), &lock()));
        assert!(is_locked(&Filtering::Excluded(FacetId::Kind, "finding".into()), &lock()));
        assert!(!is_locked(&Filtering::Excluded(FacetId::Kind, "lesson".into()), &lock()));
        assert!(!is_locked(&Filtering::Included(FacetId::Theme), &lock()));
        assert!(!is_locked(&Filtering::Words, &lock()));
    }

    #[test]
    fn a_dropped_filter_comes_back_with_the_question_that_had_it() {
        let links = [
            "?ee-q=ask&ee-country=pe&ee-not-kind=lesson&ee-v=1",
            "?ee-status=active.2018-06-30&ee-period=2017..2021&ee-budget=usd-5..&ee-v=1",
            "?ee-v=1",
        ];
        for link in links {
            let state = decode(link, &Settings::default()).state;
            for dropped in [Action::ClearAll, Action::Type("other".into())] {
                let other = state.clone().after(dropped);
                assert_eq!(other.after(asking_again(state.query())), state, "{link}");
            }
        }
    }

    #[test]
    fn whatever_a_reader_does_a_locked_answer_holds_nothing_from_outside_the_lock() {
        let mut narrowed = 0;
        for seed in 0..20 {
            let dataset = dataset(seed);
            let found = |state: &State| outcome::run(&dataset, &state.query().locked(&lock()));
            let inside = found(&State::default());
            narrowed += usize::from(
                !inside.evaluations.is_empty()
                    && inside.evaluations.len() < dataset.evaluation_count(),
            );
            for action in [
                Action::ClearAll,
                Action::Toggle(COUNTRY, "mx".into()),
                Action::ToggleExcluded(COUNTRY, "pe".into()),
                Action::Toggle(FacetId::Kind, "finding".into()),
                drop(State::default().query(), &Filtering::Included(COUNTRY)),
            ] {
                let outcome = found(&State::default().after(action));
                assert!(outcome.evaluations.iter().all(|ix| inside.evaluations.contains(ix)));
                let mut statements = outcome.statements.in_set_order();
                assert!(statements.all(|ix| inside.statements.contains(ix)));
            }
        }
        assert!(narrowed > 0, "no set of these is narrowed by the lock, so nothing was tested");
    }
}
