//! The evaluations chosen for comparison.

use crate::id::EvaluationId;
use crate::state::value;

/// At most four evaluations, in the reader's order, none twice. They need not be known to this
/// edition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct CompareSet {
    ids: Vec<EvaluationId>,
    /// One of the chosen from the third on, see [`CompareSet::second`].
    beside: Option<EvaluationId>,
}

impl CompareSet {
    /// How many fit. A link must mean the same on every page, so no host changes this.
    pub const MAX: usize = 4;

    /// The chosen, in order.
    #[must_use]
    pub fn ids(&self) -> &[EvaluationId] {
        &self.ids
    }

    /// The one that stands beside the first where two have room: the reader's choice, or else the
    /// second.
    #[must_use]
    pub fn second(&self) -> Option<&EvaluationId> {
        self.beside.as_ref().or(self.ids.get(1))
    }

    /// The reader's choice of what stands beside the first, if it is not the second.
    pub(crate) fn beside(&self) -> Option<&EvaluationId> {
        self.beside.as_ref()
    }

    /// True when nothing is chosen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// True when no other fits.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.ids.len() >= Self::MAX
    }

    /// True when the evaluation is chosen.
    #[must_use]
    pub fn contains(&self, id: &EvaluationId) -> bool {
        self.ids.contains(id)
    }

    /// Adds one at the end. Returns false, and changes nothing, when it is there already, when
    /// the set is full, or when the text cannot be an id.
    pub(crate) fn add(&mut self, id: &EvaluationId) -> bool {
        let Some(id) = value::id(id.as_str()) else { return false };
        let fits = !self.is_full() && !self.contains(&id);
        if fits {
            self.ids.push(id);
        }
        fits
    }

    /// Puts one of the chosen beside the first.
    pub(crate) fn put_beside(&mut self, id: Option<EvaluationId>) {
        let place = id.as_ref().and_then(|id| self.place_of(id));
        self.beside = id.filter(|_| place.is_some_and(|at| at > 1));
    }

    /// Notes a choice of what stands beside the first while the chosen are still being read.
    pub(crate) fn wish_beside(&mut self, id: Option<EvaluationId>) {
        self.beside = id;
    }

    /// Ends reading: a choice that is none of the chosen is none.
    pub(crate) fn settle(&mut self) {
        let wished = self.beside.take();
        self.put_beside(wished);
    }

    pub(super) fn remove(&mut self, id: &EvaluationId) {
        self.reorder(|ids| ids.retain(|other| other != id));
    }

    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Moves one to a position from 0; past the end means to the end.
    pub(super) fn place(&mut self, id: &EvaluationId, position: usize) {
        self.reorder(|ids| {
            if let Some(from) = ids.iter().position(|other| other == id) {
                let id = ids.remove(from);
                ids.insert(position.min(ids.len()), id);
            }
        });
    }

    /// Puts another evaluation into the place of one; when the other is chosen already, the two
    /// change places.
    pub(super) fn replace(&mut self, old: &EvaluationId, new: &EvaluationId) {
        let Some(new) = value::id(new.as_str()) else { return };
        let Some(at) = self.place_of(old) else { return };
        match self.place_of(&new) {
            Some(other) => self.reorder(|ids| ids.swap(at, other)),
            None => {
                if self.beside.as_ref() == Some(old) {
                    self.beside = Some(new.clone());
                }
                self.ids.get_mut(at).into_iter().for_each(|slot| *slot = new.clone());
            }
        }
    }

    fn place_of(&self, id: &EvaluationId) -> Option<usize> {
        self.ids.iter().position(|other| other == id)
    }

    /// Changes the order, or who is in it. What stood in sight stays there: the second beside the
    /// first, and a first that moved on beside the new one.
    fn reorder(&mut self, change: impl FnOnce(&mut Vec<EvaluationId>)) {
        let (first, second) = (self.ids.first().cloned(), self.second().cloned());
        change(&mut self.ids);
        let moved = first.filter(|id| self.place_of(id).is_some_and(|at| at > 0));
        self.put_beside(moved.or(second));
    }
}

impl<'a> FromIterator<&'a EvaluationId> for CompareSet {
    /// The first four that differ.
    fn from_iter<I: IntoIterator<Item = &'a EvaluationId>>(ids: I) -> Self {
        let mut set = Self::default();
        for id in ids {
            set.add(id);
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::{CompareSet, EvaluationId};

    fn set(ids: &[&str]) -> CompareSet {
        let ids: Vec<EvaluationId> = ids.iter().map(|&id| id.into()).collect();
        ids.iter().collect()
    }

    #[test]
    fn what_stands_beside_the_first_stays_in_sight() {
        type Act = fn(&mut CompareSet);
        let four = &["a", "b", "c", "d"];
        let acts: [(&[&str], &str, Act, &str); 10] = [
            (four, "b", |_| {}, "b"),
            (four, "d", |_| {}, "d"),
            (four, "a", |_| {}, "b"),
            (four, "e", |_| {}, "b"),
            // Another moved.
            (four, "b", |set| set.place(&"c".into(), 1), "b"),
            // The first moved on: it is what the reader is looking at.
            (four, "d", |set| set.place(&"a".into(), 1), "a"),
            // The first was removed.
            (four, "d", |set| set.remove(&"a".into()), "d"),
            (four, "b", |set| set.remove(&"a".into()), "c"),
            // The second was removed.
            (four, "d", |set| set.remove(&"d".into()), "b"),
            // The second was replaced.
            (four, "c", |set| set.replace(&"c".into(), &"e".into()), "e"),
        ];
        for (at, (ids, beside, act, expected)) in acts.into_iter().enumerate() {
            let mut chosen = set(ids);
            chosen.put_beside(Some(beside.into()));
            act(&mut chosen);
            assert_eq!(chosen.second(), Some(&expected.into()), "case {at}");
            assert!(
                chosen.beside().is_none_or(|id| chosen.ids().iter().skip(2).any(|it| it == id))
            );
        }
        assert_eq!(set(&["a"]).second(), None);
    }

    #[test]
    fn it_holds_four_different_evaluations() {
        assert_eq!(set(&["a", "b", "a", "c", "d", "e"]), set(&["a", "b", "c", "d"]));
        assert!(set(&["a", "b", "c", "d"]).is_full());
        assert!(set(&[]).is_empty() && !set(&["a"]).is_empty());
    }

    #[test]
    fn moving_past_the_end_moves_to_the_end() {
        let mut chosen = set(&["a", "b", "c"]);
        chosen.place(&"a".into(), 9);
        assert_eq!(chosen.ids(), set(&["b", "c", "a"]).ids());
        chosen.place(&"a".into(), 0);
        assert_eq!(chosen, set(&["a", "b", "c"]));
        chosen.place(&"unknown".into(), 0);
        assert_eq!(chosen, set(&["a", "b", "c"]));
    }

    #[test]
    fn replacing_by_a_chosen_one_makes_them_change_places() {
        let mut chosen = set(&["a", "b", "c"]);
        chosen.replace(&"a".into(), &"d".into());
        assert_eq!(chosen, set(&["d", "b", "c"]));
        chosen.replace(&"d".into(), &"c".into());
        assert_eq!(chosen.ids(), set(&["c", "b", "d"]).ids());
    }
}
