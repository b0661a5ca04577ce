//! The values of a facet as a list to choose from.

use crate::dataset::Dataset;
use crate::facet::picks::FacetPicks;
use crate::facet::{FacetId, NOT_STATED};
use crate::outcome;
use crate::query::Query;
use crate::sorted;
use crate::text::fold::fold;

/// A value to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The id that links carry.
    pub id: Box<str>,
    /// The name in the reader's words.
    pub label: String,
}

/// All values of a facet: closed lists in their own order, others by how many evaluations have
/// them and then by name, so that the order never changes under a reader's finger.
#[must_use]
pub fn choices(dataset: &Dataset, facet: FacetId, name: &dyn Fn(&str) -> String) -> Vec<Choice> {
    let everything = outcome::run(dataset, &Query::default());
    let mut values: Vec<(u32, Choice)> = dataset
        .facet_values(facet)
        .iter()
        .map(|value| {
            let count = everything.counts.get(dataset, facet, &value.id);
            (count, Choice { id: value.id.clone(), label: name(&value.id) })
        })
        .collect();
    if facet.codes().is_empty() {
        sorted::by(&mut values, |(a_count, a), (b_count, b)| {
            let unstated = |value: &Choice| &*value.id == NOT_STATED;
            unstated(a)
                .cmp(&unstated(b))
                .then(b_count.cmp(a_count))
                .then_with(|| fold(&a.label).cmp(&fold(&b.label)))
        });
    }
    values.into_iter().map(|(_, value)| value).collect()
}

/// The values to show: those whose name has what a reader types to find one, or else the first
/// few and all that are picked.
#[must_use]
pub fn shown(values: &[Choice], picks: &FacetPicks, find: &str, limit: usize) -> Vec<Choice> {
    let wanted = fold(find.trim());
    let is_picked =
        |value: &Choice| picks.included.contains(&value.id) || picks.excluded.contains(&value.id);
    values
        .iter()
        .enumerate()
        .filter(|(at, value)| {
            if wanted.is_empty() {
                *at < limit || is_picked(value)
            } else {
                fold(&value.label).contains(&wanted)
            }
        })
        .map(|(_, value)| value.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Choice, shown};
    use crate::facet::picks::FacetPicks;

    fn values() -> Vec<Choice> {
        ["Brazil", "Curaçao", "Peru"]
            .map(|label| Choice { id: label.to_lowercase().into(), label: label.into() })
            .into()
    }

    fn names(picks: &FacetPicks, find: &str, limit: usize) -> Vec<String> {
        shown(&values(), picks, find, limit).into_iter().map(|value| value.label).collect()
    }

    #[test]
    fn a_short_list_keeps_what_is_picked() {
        let mut picks = FacetPicks::default();
        assert_eq!(names(&picks, "", 1), ["Brazil"]);
        picks.excluded.push("peru".into());
        assert_eq!(names(&picks, " ", 1), ["Brazil", "Peru"]);
    }

    #[test]
    fn finding_a_value_needs_no_accents() {
        assert_eq!(names(&FacetPicks::default(), "CURACAO", 1), ["Curaçao"]);
    }
}
