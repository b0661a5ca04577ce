//! What a reader did to the rows of the comparison.

use crate::state::value;

/// Rows of the comparison that are pinned or folded, by their ids. They need not be known to
/// this edition. Each list is sorted and holds nothing twice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct RowMarks {
    pinned: Vec<Box<str>>,
    folded: Vec<Box<str>>,
}

impl RowMarks {
    /// How many of each fit.
    pub const MAX: usize = 200;

    /// Rows that stand first.
    #[must_use]
    pub fn pinned(&self) -> &[Box<str>] {
        &self.pinned
    }

    /// Rows of which only the name shows.
    #[must_use]
    pub fn folded(&self) -> &[Box<str>] {
        &self.folded
    }

    /// True when the row stands first.
    #[must_use]
    pub fn is_pinned(&self, row: &str) -> bool {
        place(&self.pinned, row).is_ok()
    }

    /// True when only the name of the row shows.
    #[must_use]
    pub fn is_folded(&self, row: &str) -> bool {
        place(&self.folded, row).is_ok()
    }

    pub(crate) fn set_pinned(&mut self, row: &str, on: bool) -> bool {
        set(&mut self.pinned, row, on)
    }

    pub(crate) fn set_folded(&mut self, row: &str, on: bool) -> bool {
        set(&mut self.folded, row, on)
    }
}

/// Puts a row on a list or takes it off; false when there is no room for it or it is no id.
fn set(rows: &mut Vec<Box<str>>, row: &str, on: bool) -> bool {
    let Some(row) = value::tidy(row) else { return false };
    match (place(rows, &row), on) {
        (Ok(at), false) => {
            rows.remove(at);
        }
        (Err(at), true) if rows.len() < RowMarks::MAX => rows.insert(at, row),
        (Err(_), true) => return false,
        (Ok(_), true) | (Err(_), false) => {}
    }
    true
}

fn place(rows: &[Box<str>], row: &str) -> Result<usize, usize> {
    rows.binary_search_by(|other| (**other).cmp(row))
}
