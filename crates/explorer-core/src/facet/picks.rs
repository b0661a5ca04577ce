//! What a reader has picked in the facets: values asked for and values excluded.

use super::FacetId;

/// The picks of one facet. A value is an id that need not be known to this edition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FacetPicks {
    /// At least one of these, if there are any.
    pub included: Vec<Box<str>>,
    /// None of these.
    pub excluded: Vec<Box<str>>,
}

impl FacetPicks {
    /// True when nothing is picked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.included.is_empty() && self.excluded.is_empty()
    }
}

/// The picks of all facets, in the order of [`FacetId::ALL`]. Holds no empty entry and no value
/// twice, and the values sorted, so that equal picks are equal values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Picks(Vec<(FacetId, FacetPicks)>);

impl Picks {
    /// The picks of a facet, if any.
    #[must_use]
    pub fn of(&self, facet: FacetId) -> Option<&FacetPicks> {
        self.place(facet).ok().and_then(|at| self.0.get(at)).map(|(_, picks)| picks)
    }

    /// All facets that have picks, in the order of [`FacetId::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (FacetId, &FacetPicks)> {
        self.0.iter().map(|(facet, picks)| (*facet, picks))
    }

    /// True when nothing is picked in any facet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// True when a facet or its twin is narrowed to values asked for. As the lock of a host:
    /// readers can ask for no others.
    #[must_use]
    pub fn settles(&self, facet: FacetId) -> bool {
        facet.and_twin().any(|facet| !self.included(facet).is_empty())
    }

    /// The values asked for in a facet.
    #[must_use]
    pub fn included(&self, facet: FacetId) -> &[Box<str>] {
        self.of(facet).map_or(&[], |picks| &picks.included)
    }

    /// True when a value is excluded.
    #[must_use]
    pub fn excludes(&self, facet: FacetId, value: &str) -> bool {
        self.of(facet).is_some_and(|picks| picks.excluded.iter().any(|it| **it == *value))
    }

    /// How many values are asked for or excluded in a facet.
    #[must_use]
    pub fn count(&self, facet: FacetId) -> usize {
        self.of(facet).map_or(0, |picks| picks.included.len() + picks.excluded.len())
    }

    /// Asks for a value, or takes the wish back. Asking for an excluded value includes it.
    pub fn toggle(&mut self, facet: FacetId, value: &str) {
        self.change(facet, |picks| turn(&mut picks.included, &mut picks.excluded, value));
    }

    /// Excludes a value, or takes that back. Excluding a value asked for excludes it.
    pub fn toggle_excluded(&mut self, facet: FacetId, value: &str) {
        self.change(facet, |picks| turn(&mut picks.excluded, &mut picks.included, value));
    }

    /// Asks for no value of a facet and its twin any more; what is excluded stays.
    pub fn ask_for_none(&mut self, facet: FacetId) {
        for facet in facet.and_twin() {
            self.change(facet, |picks| picks.included.clear());
        }
    }

    /// Forgets a facet's picks.
    pub fn clear(&mut self, facet: FacetId) {
        self.0.retain(|(other, _)| *other != facet);
    }

    fn place(&self, facet: FacetId) -> Result<usize, usize> {
        self.0.binary_search_by_key(&facet, |(other, _)| *other)
    }

    fn change(&mut self, facet: FacetId, change: impl FnOnce(&mut FacetPicks)) {
        let at = self.place(facet).unwrap_or_else(|at| {
            self.0.insert(at, (facet, FacetPicks::default()));
            at
        });
        if let Some((_, picks)) = self.0.get_mut(at) {
            change(picks);
        }
        self.0.retain(|(_, picks)| !picks.is_empty());
    }
}

fn turn(wanted: &mut Vec<Box<str>>, opposite: &mut Vec<Box<str>>, value: &str) {
    opposite.retain(|other| &**other != value);
    match wanted.binary_search_by(|other| (**other).cmp(value)) {
        Ok(at) => {
            wanted.remove(at);
        }
        Err(at) => wanted.insert(at, value.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::{FacetId, Picks};

    #[test]
    fn toggling_twice_changes_nothing() {
        let mut picks = Picks::default();
        picks.toggle(FacetId::Country, "pe");
        assert!(!picks.is_empty());
        picks.toggle(FacetId::Country, "pe");
        assert_eq!(picks, Picks::default());
    }

    #[test]
    fn the_order_of_picking_does_not_matter() {
        let mut picks = Picks::default();
        picks.toggle(FacetId::Country, "pe");
        picks.toggle(FacetId::Country, "co");
        let before = picks.clone();
        picks.toggle(FacetId::Country, "co");
        picks.toggle(FacetId::Country, "co");
        assert_eq!(picks, before);
    }

    #[test]
    fn a_value_is_never_both_asked_for_and_excluded() {
        let mut picks = Picks::default();
        picks.toggle(FacetId::Country, "pe");
        picks.toggle_excluded(FacetId::Country, "pe");
        let country = picks.of(FacetId::Country).unwrap();
        assert!(country.included.is_empty());
        assert_eq!(country.excluded, [Box::from("pe")]);
    }

    #[test]
    fn what_is_asked_for_and_what_is_excluded_count_alike() {
        let mut picks = Picks::default();
        picks.toggle(FacetId::Country, "pe");
        picks.toggle(FacetId::Country, "co");
        picks.toggle_excluded(FacetId::Country, "mx");
        assert_eq!([FacetId::Country, FacetId::Theme].map(|facet| picks.count(facet)), [3, 0]);
    }
}
