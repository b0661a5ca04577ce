//! The statements that a reader keeps.

use crate::id::StatementId;
use crate::state::value;

/// Kept statements in the order of keeping, none twice, at most [`ReadingList::MAX`]. They need
/// not be known to this edition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ReadingList(Vec<StatementId>);

impl ReadingList {
    /// How many fit.
    pub const MAX: usize = 200;

    /// The kept statements, in order.
    #[must_use]
    pub fn ids(&self) -> &[StatementId] {
        &self.0
    }

    /// True when nothing is kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// True when the statement is kept.
    #[must_use]
    pub fn contains(&self, id: &StatementId) -> bool {
        self.0.contains(id)
    }

    /// Keeps one at the end. Returns false, and changes nothing, when it is kept already, when
    /// the list is full, or when the text cannot be an id.
    pub(crate) fn add(&mut self, id: &StatementId) -> bool {
        let Some(id) = value::id(id.as_str()) else { return false };
        let fits = self.0.len() < Self::MAX && !self.contains(&id);
        if fits {
            self.0.push(id);
        }
        fits
    }

    pub(super) fn remove(&mut self, id: &StatementId) {
        self.0.retain(|other| other != id);
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}

impl<'a> FromIterator<&'a StatementId> for ReadingList {
    /// Those that differ, as many as fit.
    fn from_iter<I: IntoIterator<Item = &'a StatementId>>(ids: I) -> Self {
        let mut list = Self::default();
        for id in ids {
            list.add(id);
        }
        list
    }
}
