//! The columns and the rows of a comparison as they are shown.

use crate::compare::{Comparison, Group, Row};
use crate::dataset::{Dataset, EvaluationIx};
use crate::id::EvaluationId;
use crate::state::{Action, CompareSet, RowMarks, State};
use crate::text::fold::fold;

/// The chosen evaluations that the set has, in the reader's order: the columns.
#[must_use]
pub fn columns(dataset: &Dataset, chosen: &CompareSet) -> Vec<EvaluationIx> {
    let find = |id: &EvaluationId| dataset.find_evaluation(id.as_str());
    chosen.ids().iter().filter_map(find).collect()
}

/// Which of the columns, from 0, stands beside the first where there is room for two only. It is
/// never the first; 1 even if there is one column.
#[must_use]
pub fn second_column(dataset: &Dataset, chosen: &CompareSet) -> usize {
    let second = chosen.second().and_then(|id| dataset.find_evaluation(id.as_str()));
    let place = columns(dataset, chosen).into_iter().position(|ix| Some(ix) == second);
    place.filter(|&at| at > 0).unwrap_or(1)
}

/// What chooses again all that was chosen, when clearing it is all that happened between two
/// states. `None` for a single evaluation, which is as quickly chosen as brought back.
#[must_use]
pub fn undo_clearing(before: &State, now: &State) -> Option<Action> {
    let chosen = before.compare();
    let has_lost_all = chosen.ids().len() > 1 && now.compare().is_empty();
    let is_all = || before.clone().after(Action::ClearCompared) == *now;
    (has_lost_all && is_all()).then(|| {
        let again = chosen.ids().iter().cloned().map(Action::Compare);
        Action::Do(again.chain(chosen.second().cloned().map(Action::PutBeside)).collect())
    })
}

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
    use super::{columns, second_column, sections, undo_clearing};
    use crate::artifact::pack;
    use crate::compare::{Comparison, Row};
    use crate::content::Record;
    use crate::dataset::Dataset;
    use crate::evaluation::{Evaluation, Timing};
    use crate::state::{Action, State};
    use crate::testing::{content, evaluation};

    fn dataset(evaluations: Vec<Evaluation>) -> Dataset {
        let record = |evaluation| Record { evaluation, statements: Vec::new() };
        let records = evaluations.into_iter().map(record).collect();
        Dataset::open(pack(&content(records)).unwrap()).unwrap()
    }

    /// Two evaluations that differ in title and timing.
    fn comparison() -> Comparison {
        let mut first = evaluation("e0", "Bridges");
        first.kind.timing = Timing::Final;
        let dataset = dataset(vec![first, evaluation("e1", "Roads")]);
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

    fn comparing(ids: &[&str], beside: Option<&str>) -> State {
        let choose = ids.iter().map(|&id| Action::Compare(id.into()));
        let put = beside.map(|id| Action::PutBeside(id.into()));
        choose.chain(put).fold(State::default(), State::after)
    }

    #[test]
    fn what_the_set_has_not_is_no_column_and_the_others_keep_their_order() {
        let dataset = dataset(["a", "b", "c"].map(|id| evaluation(id, id)).to_vec());
        for (ids, beside, expected, second) in [
            (&["c", "a", "b"][..], None, &["c", "a", "b"][..], 1),
            (&["c", "a", "b"], Some("b"), &["c", "a", "b"], 2),
            (&["gone", "c", "a", "b"], Some("b"), &["c", "a", "b"], 2),
            // What stands first where another is gone cannot stand beside itself.
            (&["gone", "c", "a"], None, &["c", "a"], 1),
            (&["c", "gone", "a"], Some("gone"), &["c", "a"], 1),
            (&["c"], None, &["c"], 1),
        ] {
            let state = comparing(ids, beside);
            let columns = columns(&dataset, state.compare()).into_iter();
            let shown: Vec<_> = columns.filter_map(|ix| dataset.evaluation_id(ix)).collect();
            assert_eq!(shown, expected, "{ids:?}");
            assert_eq!(second_column(&dataset, state.compare()), second, "{ids:?} {beside:?}");
        }
    }

    #[test]
    fn clearing_is_taken_back_with_order_and_second_column() {
        for beside in [None, Some("c")] {
            let before = comparing(&["b", "a", "c"], beside);
            let now = before.clone().after(Action::ClearCompared);
            let undo = undo_clearing(&before, &now).unwrap();
            assert_eq!(now.after(undo), before, "{beside:?}");
        }
    }

    #[test]
    fn only_clearing_of_several_is_taken_back() {
        let several = comparing(&["a", "b"], None);
        let cleared = several.clone().after(Action::ClearCompared);
        let one = comparing(&["a"], None);
        let searched = Action::Type("judges".into());
        for (before, now) in [
            (&several, &several),
            (&cleared, &several),
            (&one, &one.clone().after(Action::ClearCompared)),
            (&several, &several.clone().after(Action::Uncompare("b".into()))),
            // Something else happened as well: Back in the history, or a link.
            (&several, &cleared.clone().after(searched)),
        ] {
            assert_eq!(undo_clearing(before, now), None);
        }
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
    fn differences_are_all_that_is_shown_where_they_are_asked_for() {
        let comparison = comparison();
        let codes = |differs: &[bool]| -> Vec<String> {
            let rows = comparison.rows.iter().filter(|row| differs.contains(&row.differs));
            rows.map(|row| row.id.code()).collect()
        };
        let state = State::default();
        assert_eq!(shown(false, "", &state), codes(&[true, false]));
        assert_eq!(shown(true, "", &state), codes(&[true]));
        assert!(!codes(&[true]).is_empty() && !codes(&[false]).is_empty());
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
