//! The statements that match, in no order.

use std::ops::Range;

use crate::bits::Bits;
use crate::dataset::StatementIx;

/// All statements that match; [`super::Outcome::first_statements`] puts in order those that
/// somebody looks at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statements {
    records: Bits,
    count: usize,
}

impl Statements {
    pub(super) fn new(records: Bits) -> Self {
        Self { count: records.count(), records }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// True when nothing matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// True when a statement is among them.
    #[must_use]
    pub fn contains(&self, statement: StatementIx) -> bool {
        self.records.has(statement.at())
    }

    /// True when one of some neighbours is among them.
    #[must_use]
    pub fn has_any(&self, statements: Range<usize>) -> bool {
        self.records.has_any(statements)
    }

    /// All of them, in the order of the set.
    pub fn in_set_order(&self) -> impl Iterator<Item = StatementIx> {
        self.records.iter().map(StatementIx)
    }

    /// Those of some neighbours, in the order of the set.
    pub(super) fn within(&self, statements: Range<usize>) -> impl Iterator<Item = StatementIx> {
        self.records.iter_within(statements).map(StatementIx)
    }
}
