//! The rows of a comparison as they are shown.

use crate::compare::{Comparison, Group, Row};
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

#[cfg(test)]
mod tests {
    use super::sections;
    use crate::artifact::pack;
    use crate::compare::{Comparison, Row};
    use crate::content::Record;
    use crate::dataset::Dataset;
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
}
