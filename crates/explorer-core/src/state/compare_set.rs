//! The evaluations chosen for comparison.

use crate::id::EvaluationId;
use crate::state::value;

/// At most four evaluations, in the reader's order, none twice. They need not be known to this
/// edition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct CompareSet(Vec<EvaluationId>);

impl CompareSet {
    /// How many fit. A link must mean the same on every page, so no host changes this.
    pub const MAX: usize = 4;

    /// The chosen, in order.
    #[must_use]
    pub fn ids(&self) -> &[EvaluationId] {
        &self.0
    }

    /// True when nothing is chosen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// True when no other fits.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.0.len() >= Self::MAX
    }

    /// True when the evaluation is chosen.
    #[must_use]
    pub fn contains(&self, id: &EvaluationId) -> bool {
        self.0.contains(id)
    }

    /// Adds one at the end. Returns false, and changes nothing, when it is there already, when
    /// the set is full, or when the text cannot be an id.
    pub(crate) fn add(&mut self, id: &EvaluationId) -> bool {
        let Some(id) = value::id(id.as_str()) else { return false };
        let fits = !self.is_full() && !self.contains(&id);
        if fits {
            self.0.push(id);
        }
        fits
    }

    pub(super) fn remove(&mut self, id: &EvaluationId) {
        self.0.retain(|other| other != id);
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Moves one to a position from 0; past the end means to the end.
    pub(super) fn place(&mut self, id: &EvaluationId, position: usize) {
        if let Some(from) = self.0.iter().position(|other| other == id) {
            let id = self.0.remove(from);
            self.0.insert(position.min(self.0.len()), id);
        }
    }

    /// Puts another evaluation into the place of one; when the other is chosen already, the two
    /// change places.
    pub(super) fn replace(&mut self, old: &EvaluationId, new: &EvaluationId) {
        let Some(new) = value::id(new.as_str()) else { return };
        let Some(at) = self.0.iter().position(|other| other == old) else { return };
        match self.0.iter().position(|other| *other == new) {
            Some(other) => self.0.swap(at, other),
            None => {
                if let Some(slot) = self.0.get_mut(at) {
                    *slot = new;
                }
            }
        }
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
    fn it_holds_four_different_evaluations() {
        assert_eq!(set(&["a", "b", "a", "c", "d", "e"]), set(&["a", "b", "c", "d"]));
        assert!(set(&["a", "b", "c", "d"]).is_full());
    }

    #[test]
    fn moving_past_the_end_moves_to_the_end() {
        let mut chosen = set(&["a", "b", "c"]);
        chosen.place(&"a".into(), 9);
        assert_eq!(chosen, set(&["b", "c", "a"]));
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
        assert_eq!(chosen, set(&["c", "b", "d"]));
    }
}
