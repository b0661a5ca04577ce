//! Countries and regions with counts, small territories like any other. The counts are those of
//! the facets: what the results would be if only that place were asked for, so that nothing
//! vanishes when a reader has chosen one.

use crate::dataset::Dataset;
use crate::facet::values::GLOBAL;
use crate::facet::{FacetId, NOT_STATED};
use crate::id::TermId;
use crate::outcome::Outcome;
use crate::vocabulary::Term;

/// The places of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// Regions in the order of the vocabulary, each after the one in which it lies.
    pub regions: Vec<Region>,
    /// Work that is placed in no region: in the whole world, or not stated.
    pub beyond: Vec<Entry>,
    /// The largest count of a country.
    pub most: u32,
}

/// A region and the countries that lie in it and in no smaller region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// The region.
    pub entry: Entry,
    /// In how many regions it lies.
    pub depth: u8,
    /// Its countries and territories.
    pub countries: Vec<Entry>,
}

/// A place that can be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Country or region.
    pub facet: FacetId,
    /// The value of the facet.
    pub value: Box<str>,
    /// How many results it would give, in the unit that is listed.
    pub count: u32,
}

impl Places {
    /// All that can be asked for, in the order of a table: each region, its countries after it with
    /// it, and what lies beyond.
    pub fn entries(&self) -> impl Iterator<Item = (Option<&Region>, &Entry)> {
        let regions = self.regions.iter().flat_map(|region| {
            let countries = region.countries.iter().map(move |it| (Some(region), it));
            std::iter::once((None, &region.entry)).chain(countries)
        });
        regions.chain(self.beyond.iter().map(|it| (None, it)))
    }
}

/// The places of the set with the counts of the present results.
#[must_use]
pub fn places(dataset: &Dataset, outcome: &Outcome) -> Places {
    let entry = |facet: FacetId, value: &str| Entry {
        facet,
        value: value.into(),
        count: outcome.counts.get(dataset, facet, value),
    };
    let all = |facet| dataset.facet_values(facet).iter().map(|value| &*value.id);
    let is_beyond = |value: &&str| matches!(*value, GLOBAL | NOT_STATED);
    let known: Vec<&str> = all(FacetId::Region).filter(|value| !is_beyond(value)).collect();
    let countries: Vec<(Option<&str>, Entry)> = all(FacetId::Country)
        .filter(|value| !is_beyond(value))
        .map(|value| (inside(dataset, value, &known), entry(FacetId::Country, value)))
        .collect();
    let most = countries.iter().map(|(_, country)| country.count).max().unwrap_or(0);
    let mut regions = Vec::new();
    let tree = Tree { dataset, known: &known };
    tree.walk(None, 0, &mut |value, depth| {
        let own = countries.iter().filter(|(region, _)| *region == Some(value));
        let countries = own.map(|(_, country)| country.clone()).collect();
        regions.push(Region { entry: entry(FacetId::Region, value), depth, countries });
    });
    let mut beyond: Vec<Entry> = countries
        .iter()
        .filter(|(region, _)| region.is_none())
        .map(|(_, country)| country.clone())
        .collect();
    let unplaced = all(FacetId::Region).filter(is_beyond);
    beyond.extend(unplaced.map(|value| entry(FacetId::Region, value)));
    Places { regions, beyond, most }
}

/// The innermost region of a place among those of the set.
fn inside<'a>(dataset: &Dataset, place: &str, known: &[&'a str]) -> Option<&'a str> {
    let term: &Term = dataset.vocabulary().places.get(&TermId::from(place))?;
    let find = |broader: &TermId| known.iter().find(|region| **region == broader.as_str());
    term.broader.iter().find_map(find).copied()
}

/// The regions of a set, each inside another or on top.
struct Tree<'a> {
    dataset: &'a Dataset,
    known: &'a [&'a str],
}

impl Tree<'_> {
    /// Visits the regions inside one, each before those inside it. A vocabulary in which regions
    /// lie inside each other, which the compiler refuses, ends at as many levels as there are
    /// regions.
    fn walk(&self, parent: Option<&str>, depth: u8, visit: &mut dyn FnMut(&str, u8)) {
        if usize::from(depth) > self.known.len() || depth == u8::MAX {
            return;
        }
        for region in self.known {
            if inside(self.dataset, region, self.known) == parent {
                visit(region, depth);
                self.walk(Some(region), depth + 1, visit);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Entry, places};
    use crate::artifact::pack;
    use crate::dataset::Dataset;
    use crate::facet::FacetId;
    use crate::outcome;
    use crate::query::Query;
    use crate::testing::content_of_places;

    fn set() -> Dataset {
        Dataset::open(pack(&content_of_places()).unwrap()).unwrap()
    }

    fn told(entries: &[Entry]) -> String {
        let told = entries.iter().map(|it| format!("{} {}", it.value, it.count));
        told.collect::<Vec<_>>().join(", ")
    }

    fn drawn(query: &Query) -> Vec<String> {
        let dataset = set();
        let places = places(&dataset, &outcome::run(&dataset, query));
        let mut lines: Vec<String> = places
            .regions
            .iter()
            .map(|region| {
                let indent = "-".repeat(region.depth.into());
                let entry = &region.entry;
                let countries = told(&region.countries);
                format!("{indent}{} {}: {countries}", entry.value, entry.count).trim_end().into()
            })
            .collect();
        lines.push(format!("beyond: {}", told(&places.beyond)));
        lines.push(format!("most {}", places.most));
        lines
    }

    #[test]
    fn countries_stand_in_their_smallest_region_and_territories_with_them() {
        assert_eq!(
            drawn(&Query::default()),
            [
                "americas 3: aw 1, mx 1",
                "-south-america 2: pe 2",
                "beyond: global 1, not-stated 1",
                "most 2",
            ]
        );
    }

    #[test]
    fn a_chosen_country_leaves_the_others_and_its_region_where_they_are() {
        let mut query = Query::default();
        query.picks.toggle(FacetId::Country, "aw");
        assert_eq!(drawn(&query)[0], "americas 3: aw 1, mx 1");
    }
}
