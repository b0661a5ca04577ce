//! The reading list as it is shown, and how a change of it is undone.

use crate::dataset::{Dataset, StatementIx};
use crate::id::StatementId;
use crate::state::{Action, ReadingList};

/// A kept statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id, as kept.
    pub id: StatementId,
    /// Which statement it is; `None` when this edition does not have it.
    pub statement: Option<StatementIx>,
}

/// The kept statements, in the order of keeping.
#[must_use]
pub fn entries(dataset: &Dataset, list: &ReadingList) -> Vec<Entry> {
    let entry =
        |id: &StatementId| Entry { id: id.clone(), statement: dataset.find_statement(id.as_str()) };
    list.ids().iter().map(entry).collect()
}

/// The act that brings a list back as it was, in its order.
#[must_use]
pub fn back_to(list: &ReadingList) -> Action {
    let keep = list.ids().iter().cloned().map(Action::Keep);
    Action::Do(std::iter::once(Action::ClearList).chain(keep).collect())
}

#[cfg(test)]
mod tests {
    use super::back_to;
    use crate::state::{Action, State};

    #[test]
    fn a_list_comes_back_in_its_order() {
        let keep = |state: State, id: &str| state.after(Action::Keep(id.into()));
        let full = ["c-r1", "a-l2", "b-f1"].into_iter().fold(State::default(), keep);
        let undo = || back_to(full.list());
        let shorter = full.clone().after(Action::Unkeep("a-l2".into()));
        assert_eq!(shorter.after(undo()).list(), full.list());
        assert_eq!(full.clone().after(Action::ClearList).after(undo()).list(), full.list());
    }
}
