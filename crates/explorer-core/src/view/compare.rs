//! The rows of a comparison as they are shown.

use crate::compare::{Comparison, Group, Row};
use crate::dataset::EvaluationIx;
use crate::state::RowMarks;
use crate::text::fold::fold;

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
/// they are pinned. Of the others those stay of which the name or a cell holds what is wanted,
/// however it is accented or capitalised; `text` gives what a row says, asked only when something
/// is wanted.
#[must_use]
pub fn sections<'a>(
    comparison: &'a Comparison,
    differences_only: bool,
    wanted: &str,
    text: &dyn Fn(&Row) -> String,
    marks: &RowMarks,
) -> Shown<'a> {
    let is_pinned = |row: &Row| marks.is_pinned(&row.id.code());
    let tells = |row: &Row| !differences_only || row.differs || is_pinned(row);
    let wanted = fold(wanted.trim());
    let stays =
        |row: &&Row| tells(row) && (wanted.is_empty() || fold(&text(row)).contains(&wanted));
    let hidden = comparison.rows.iter().filter(|row| !tells(row)).count();
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

/// Where two columns have room, the first stands beside another, by its place in the order. This
/// is the place of the other after the order changed: a first column that moved on stays in sight,
/// and one that is gone gives way to the nearest.
#[must_use]
pub fn second_after(before: &[EvaluationIx], now: &[EvaluationIx], second: usize) -> usize {
    let place = |of: Option<&EvaluationIx>| now.iter().position(|it| Some(it) == of);
    let moved = place(before.first()).filter(|&at| at > 0);
    let kept = || place(before.get(second)).filter(|&at| at > 0);
    moved.or_else(kept).unwrap_or_else(|| second.min(now.len().saturating_sub(1)).max(1))
}

#[cfg(test)]
mod tests {
    use super::{second_after, sections};
    use crate::artifact::pack;
    use crate::compare::{Comparison, Row};
    use crate::content::Record;
    use crate::dataset::{Dataset, EvaluationIx};
    use crate::evaluation::Timing;
    use crate::state::{Action, State};
    use crate::testing::{content, evaluation};

    /// Two evaluations that differ in title and timing.
    fn comparison() -> Comparison {
        let mut first = evaluation("e0", "Bridges");
        first.kind.timing = Timing::Final;
        let records = [first, evaluation("e1", "Roads")];
        let records = records.map(|evaluation| Record { evaluation, statements: Vec::new() });
        let dataset = Dataset::open(pack(&content(records.to_vec())).unwrap()).unwrap();
        let all: Vec<_> = dataset.evaluations().collect();
        Comparison::of(&dataset, &all)
    }

    fn name(row: &Row) -> String {
        row.id.code()
    }

    /// The codes of the rows that are shown.
    fn shown(differences_only: bool, wanted: &str, state: &State) -> Vec<String> {
        let comparison = comparison();
        let shown = sections(&comparison, differences_only, wanted, &name, state.rows());
        shown.sections.iter().flat_map(|it| it.rows.iter().map(|row| row.id.code())).collect()
    }

    #[test]
    fn a_row_is_found_by_what_it_says_however_it_is_written() {
        let all = shown(false, "", &State::default());
        let found = shown(false, " TIMÍNG ", &State::default());
        assert!(all.len() > found.len() && !found.is_empty());
        assert!(found.iter().all(|code| code.contains("timing")), "{found:?}");
        assert_eq!(shown(false, "no such row", &State::default()), Vec::<String>::new());
    }

    #[test]
    fn a_pinned_row_stands_first_and_stays_among_the_differences() {
        let alike: Vec<String> = {
            let comparison = comparison();
            let alike = comparison.rows.iter().filter(|row| !row.differs);
            alike.map(|row| row.id.code()).collect()
        };
        let pinned = alike.last().unwrap();
        let state = State::default().after(Action::PinRow(pinned.as_str().into(), true));
        assert!(!shown(true, "", &State::default()).contains(pinned));
        assert!(shown(true, "", &state).contains(pinned));
    }

    #[test]
    fn the_second_column_stays_the_same_evaluation_as_far_as_it_can() {
        let order = |places: &[u32]| places.iter().copied().map(EvaluationIx).collect::<Vec<_>>();
        for (before, now, second, expected) in [
            // Another moved.
            (&[1, 2, 3, 4][..], &[1, 3, 2, 4][..], 1, 2),
            // The first moved on: it is what the reader is looking at.
            (&[1, 2, 3, 4], &[2, 1, 3, 4], 3, 1),
            // The first was removed, and the second took its place.
            (&[1, 2, 3, 4], &[2, 3, 4], 1, 1),
            (&[1, 2, 3, 4], &[2, 3, 4], 3, 2),
            // The second was removed.
            (&[1, 2, 3, 4], &[1, 2, 3], 3, 2),
            (&[1, 2, 3], &[1, 3], 1, 1),
            // One was replaced, one remains.
            (&[1, 2, 3], &[1, 5, 3], 1, 1),
            (&[1, 2], &[1], 1, 1),
        ] {
            let found = second_after(&order(before), &order(now), second);
            assert_eq!(found, expected, "{before:?} {now:?} {second}");
        }
    }
}
