//! Numbers of records in a set.

/// The number of an evaluation in a set, in the order of ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EvaluationIx(pub u32);

/// The number of a statement in a set: evaluation after evaluation, each in its own order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementIx(pub u32);

impl EvaluationIx {
    pub(crate) fn at(self) -> usize {
        self.0 as usize
    }
}

impl StatementIx {
    pub(crate) fn at(self) -> usize {
        self.0 as usize
    }
}
