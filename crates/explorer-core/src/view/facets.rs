//! The filters as a panel: its groups, and the values of each to choose from.

use super::places::{Entry, places};
use crate::dataset::Dataset;
use crate::facet::picks::Picks;
use crate::facet::{FacetId, NOT_STATED};
use crate::outcome::{self, Outcome};
use crate::query::Query;
use crate::sorted;
use crate::text::fold::fold;

/// A group of the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Regions with their countries.
    Place,
    /// The values of one facet.
    Values(FacetId),
    /// The time of projects.
    Period,
    /// The range of budgets.
    Budget,
}

/// The groups in the order of use.
pub const PANEL: [Group; 13] = [
    Group::Place,
    Group::Values(FacetId::Theme),
    Group::Values(FacetId::Kind),
    Group::Values(FacetId::Criterion),
    Group::Period,
    Group::Values(FacetId::Status),
    Group::Values(FacetId::Donor),
    Group::Budget,
    Group::Values(FacetId::Agency),
    Group::Values(FacetId::Timing),
    Group::Values(FacetId::Scope),
    Group::Values(FacetId::Person),
    Group::Values(FacetId::Code),
];

/// A value to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The facet that has it.
    pub facet: FacetId,
    /// The id that links carry.
    pub id: Box<str>,
    /// The name in the reader's words.
    pub label: String,
    /// In how many others of the list it lies.
    pub depth: u8,
    /// How many stand before it when the list is short.
    rank: usize,
}

/// All values that a set has, with how many evaluations have each of them.
pub struct Choices<'a> {
    dataset: &'a Dataset,
    everything: Outcome,
    name: &'a dyn Fn(FacetId, &str) -> String,
}

impl<'a> Choices<'a> {
    /// The values of a set. `name` gives the name of one.
    #[must_use]
    pub fn of(dataset: &'a Dataset, name: &'a dyn Fn(FacetId, &str) -> String) -> Self {
        Self { dataset, everything: outcome::run(dataset, &Query::default()), name }
    }

    /// The values of a group: closed lists in their own order, places by region, others by how
    /// many evaluations have them and then by name, so that the order never changes under a
    /// reader's finger. None for ranges.
    #[must_use]
    pub fn group(&self, group: Group) -> Vec<Choice> {
        match group {
            Group::Place => self.places(),
            Group::Values(facet) => self.values(facet),
            Group::Period | Group::Budget => Vec::new(),
        }
    }

    fn choice(&self, facet: FacetId, id: &str, depth: u8, rank: usize) -> Choice {
        Choice { facet, id: id.into(), label: (self.name)(facet, id), depth, rank }
    }

    fn values(&self, facet: FacetId) -> Vec<Choice> {
        let values = self.dataset.facet_values(facet).iter();
        let mut values: Vec<(u32, Choice)> = values
            .map(|value| {
                let count = self.everything.counts.get(self.dataset, facet, &value.id);
                (count, self.choice(facet, &value.id, 0, 0))
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
        let ranked = values.into_iter().enumerate();
        ranked.map(|(rank, (_, choice))| Choice { rank, ..choice }).collect()
    }

    /// Each region with its countries by name, then those inside it, then what lies in none.
    fn places(&self) -> Vec<Choice> {
        let places = places(self.dataset, &self.everything);
        let mut list = Vec::new();
        let mut counts = Vec::new();
        let mut add = |entry: &Entry, depth| {
            counts.push(entry.count);
            list.push(self.choice(entry.facet, &entry.value, depth, usize::MAX - 1));
        };
        for region in &places.regions {
            add(&region.entry, region.depth);
            let mut countries: Vec<&Entry> = region.countries.iter().collect();
            let name = |entry: &Entry| fold(&(self.name)(entry.facet, &entry.value));
            sorted::by(&mut countries, |a, b| name(a).cmp(&name(b)));
            countries.into_iter().for_each(|it| add(it, region.depth.saturating_add(1)));
        }
        places.beyond.iter().for_each(|it| add(it, 0));
        if self.dataset.facet_values(FacetId::Country).iter().any(|it| &*it.id == NOT_STATED) {
            list.push(self.choice(FacetId::Country, NOT_STATED, 0, usize::MAX - 1));
        }
        rank_countries(&mut list, &counts);
        list
    }
}

/// Countries stand in a short list by how many evaluations they have; their regions come along.
fn rank_countries(list: &mut [Choice], counts: &[u32]) {
    let mut countries: Vec<(u32, &mut Choice)> =
        counts.iter().copied().zip(list).filter(|(_, it)| it.facet == FacetId::Country).collect();
    sorted::by(&mut countries, |(a, _), (b, _)| b.cmp(a));
    for (rank, (_, country)) in countries.into_iter().enumerate() {
        country.rank = rank;
    }
}

/// The values to show: those whose name has what a reader types to find one, or else the first
/// few and all that are picked; and always those in which a shown one lies.
#[must_use]
pub fn shown(values: &[Choice], picks: &Picks, find: &str, limit: usize) -> Vec<Choice> {
    let wanted = fold(find.trim());
    let is_picked = |value: &Choice| {
        picks.of(value.facet).is_some_and(|picks| {
            picks.included.contains(&value.id) || picks.excluded.contains(&value.id)
        })
    };
    // From the end, because what lies in another stands behind it.
    let mut above = 0;
    let mut kept: Vec<&Choice> = values
        .iter()
        .rev()
        .filter(|value| {
            let is_asked = match wanted.is_empty() {
                true => value.rank < limit || is_picked(value),
                false => fold(&value.label).contains(&wanted),
            };
            let stays = is_asked || value.depth < above;
            if stays {
                above = value.depth;
            }
            stays
        })
        .collect();
    kept.reverse();
    kept.into_iter().cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::{Choice, Choices, FacetId, Group, PANEL, Picks, shown};
    use crate::artifact::pack;
    use crate::dataset::Dataset;
    use crate::testing::content_of_places;

    fn set() -> Dataset {
        Dataset::open(pack(&content_of_places()).unwrap()).unwrap()
    }

    fn choices(group: Group) -> Vec<Choice> {
        Choices::of(&set(), &|_, value| value.to_owned()).group(group)
    }

    fn told(values: &[Choice]) -> Vec<String> {
        let indent = |value: &Choice| "-".repeat(value.depth.into());
        values.iter().map(|value| format!("{}{}", indent(value), value.label)).collect()
    }

    #[track_caller]
    fn check(picks: &Picks, find: &str, limit: usize, expected: &[&str]) {
        assert_eq!(told(&shown(&choices(Group::Place), picks, find, limit)), expected);
    }

    #[test]
    fn places_stand_in_their_regions_and_what_is_not_stated_can_be_asked_for() {
        assert_eq!(
            told(&choices(Group::Place)),
            [
                "americas",
                "-aw",
                "-mx",
                "-south-america",
                "--pe",
                "global",
                "not-stated",
                "not-stated"
            ]
        );
        let unstated = choices(Group::Place).into_iter().filter(|it| &*it.id == "not-stated");
        let facets: Vec<FacetId> = unstated.map(|it| it.facet).collect();
        assert_eq!(facets, [FacetId::Region, FacetId::Country]);
    }

    #[test]
    fn a_short_list_has_the_commonest_countries_with_the_regions_above_them() {
        check(&Picks::default(), "", 1, &["americas", "-south-america", "--pe"]);
    }

    #[test]
    fn a_short_list_keeps_what_is_picked() {
        let mut picks = Picks::default();
        picks.toggle_excluded(FacetId::Country, "aw");
        picks.toggle(FacetId::Region, "global");
        check(&picks, " ", 1, &["americas", "-aw", "-south-america", "--pe", "global"]);
    }

    #[test]
    fn finding_a_value_needs_no_accents_and_shows_where_it_lies() {
        check(&Picks::default(), "MÉX", 1, &[]);
        check(&Picks::default(), "Mx", 1, &["americas", "-mx"]);
        check(&Picks::default(), "south", 1, &["americas", "-south-america"]);
    }

    #[test]
    fn every_facet_and_range_is_in_the_panel_once() {
        for &facet in FacetId::ALL {
            let groups = PANEL.iter().filter(|group| match group {
                Group::Place => matches!(facet, FacetId::Country | FacetId::Region),
                Group::Values(own) => *own == facet,
                Group::Period | Group::Budget => false,
            });
            assert_eq!(groups.count(), 1, "{facet:?}");
        }
    }
}
