//! The rows of a comparison as they are shown.

use crate::compare::{Comparison, Group, Row};
use crate::state::RowMarks;

/// Rows of one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section<'a> {
    /// The group.
    pub group: Group,
    /// Its rows: pinned ones first, each part in the order of reading.
    pub rows: Vec<&'a Row>,
}

/// What is shown of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    /// The groups that have rows, in the order of reading.
    pub sections: Vec<Section<'a>>,
    /// How many rows are left out because their cells mean the same.
    pub hidden: usize,
}

/// Groups the rows; with `differences_only` those whose cells mean the same are left out, unless
/// they are pinned.
#[must_use]
pub fn sections<'a>(
    comparison: &'a Comparison,
    differences_only: bool,
    marks: &RowMarks,
) -> Shown<'a> {
    let is_pinned = |row: &Row| marks.is_pinned(&row.id.code());
    let stays = |row: &&Row| !differences_only || row.differs || is_pinned(row);
    let hidden = comparison.rows.iter().filter(|row| !stays(row)).count();
    let section = |&group: &Group| {
        let of_group =
            || comparison.rows.iter().filter(|row| row.id.group() == group).filter(stays);
        let pinned = of_group().filter(|row| is_pinned(row));
        let rows = pinned.chain(of_group().filter(|row| !is_pinned(row))).collect();
        Section { group, rows }
    };
    let sections = Group::ALL.iter().map(section).filter(|section| !section.rows.is_empty());
    Shown { sections: sections.collect(), hidden }
}
