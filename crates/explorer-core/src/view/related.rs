//! Evaluations that have something in common with one, and what.

use crate::dataset::{Dataset, EvaluationIx};
use crate::facet::{FacetId, NOT_STATED};
use crate::sorted;

/// The facets in which evaluations may be related, the strongest tie first.
const TIES: [FacetId; 5] =
    [FacetId::Code, FacetId::Person, FacetId::Country, FacetId::Donor, FacetId::Theme];

/// How many are named.
const MOST: usize = 4;

/// An evaluation and what it has in common with another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Which evaluation.
    pub evaluation: EvaluationIx,
    /// The facets and the values in common, at least one.
    pub ties: Vec<(FacetId, Vec<Box<str>>)>,
}

/// The evaluations that share a project code, a person, a country, a donor or a theme with one,
/// the strongest ties first; at most four.
#[must_use]
pub fn related(dataset: &Dataset, ix: EvaluationIx) -> Vec<Related> {
    let own = ties_of(dataset, ix);
    let mut found: Vec<(Vec<usize>, EvaluationIx)> = dataset
        .evaluations()
        .filter(|&other| other != ix)
        .map(|other| {
            let common = own.iter().zip(ties_of(dataset, other));
            (common.map(|(a, b)| in_both(a, &b).count()).collect::<Vec<usize>>(), other)
        })
        .filter(|(strength, _)| strength.iter().any(|&number| number > 0))
        .collect();
    sorted::by(&mut found, |(a, _), (b, _)| b.cmp(a));
    let named = |(_, other): (_, EvaluationIx)| {
        let theirs = ties_of(dataset, other);
        let common = TIES.iter().zip(own.iter().zip(&theirs));
        let ties = common.map(|(&facet, (a, b))| (facet, names(dataset, facet, in_both(a, b))));
        Related { evaluation: other, ties: ties.filter(|(_, names)| !names.is_empty()).collect() }
    };
    found.into_iter().take(MOST).map(named).collect()
}

/// The values of an evaluation in each of the facets, by their places among all.
fn ties_of(dataset: &Dataset, ix: EvaluationIx) -> Vec<Vec<u16>> {
    let values = |&facet: &FacetId| {
        let mut found = Vec::new();
        if let Some(column) = dataset.column_of_evaluations(facet) {
            column.each(column.of_evaluation(ix.at()), |value| found.push(value));
        }
        let all = dataset.facet_values(facet);
        found.retain(|&at| all.get(usize::from(at)).is_some_and(|it| &*it.id != NOT_STATED));
        sorted::each_once(found)
    };
    TIES.iter().map(values).collect()
}

fn in_both(a: &[u16], b: &[u16]) -> impl Iterator<Item = u16> {
    a.iter().copied().filter(move |value| b.contains(value))
}

fn names(dataset: &Dataset, facet: FacetId, values: impl Iterator<Item = u16>) -> Vec<Box<str>> {
    let all = dataset.facet_values(facet);
    values.filter_map(|at| all.get(usize::from(at))).map(|value| value.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::related;
    use crate::artifact::pack;
    use crate::content::Record;
    use crate::dataset::{Dataset, EvaluationIx};
    use crate::place::PlaceKind;
    use crate::statement::StatementKind;
    use crate::testing::{content, evaluation, place, statement};

    /// What each evaluation has in common with the first.
    #[track_caller]
    fn check(records: Vec<Record>, expected: &[(&str, &[&str])]) {
        let dataset = Dataset::open(pack(&content(records)).unwrap()).unwrap();
        let first = dataset.find_evaluation("a").unwrap();
        let told: Vec<(String, Vec<String>)> = related(&dataset, first)
            .into_iter()
            .map(|it| {
                let id = dataset.evaluation_id(it.evaluation).unwrap().to_owned();
                let ties = it
                    .ties
                    .iter()
                    .map(|(facet, values)| format!("{}: {}", facet.code(), values.join(", ")));
                (id, ties.collect())
            })
            .collect();
        let told: Vec<(&str, Vec<&str>)> = told
            .iter()
            .map(|(id, ties)| (id.as_str(), ties.iter().map(String::as_str).collect()))
            .collect();
        let expected: Vec<(&str, Vec<&str>)> =
            expected.iter().map(|(id, ties)| (*id, ties.to_vec())).collect();
        assert_eq!(told, expected);
    }

    fn record(id: &str, countries: &[&str], themes: &[&str]) -> Record {
        let mut evaluation = evaluation(id, id);
        let places = countries.iter().map(|term| place(PlaceKind::Country, term));
        evaluation.places = places.collect();
        let mut lesson = statement(id, StatementKind::Lesson, 1, "Begin early.");
        lesson.themes = themes.iter().map(|&theme| theme.into()).collect();
        Record { evaluation, statements: vec![lesson] }
    }

    #[test]
    fn a_country_ties_more_than_themes_do_and_each_tie_is_named() {
        check(
            vec![
                record("a", &["pe", "mx"], &["gender", "training"]),
                record("b", &[], &["training", "gender"]),
                record("c", &["mx"], &["training"]),
                record("d", &["co"], &[]),
            ],
            &[("c", &["country: mx", "theme: training"]), ("b", &["theme: gender, training"])],
        );
    }

    #[test]
    fn what_neither_states_is_nothing_in_common() {
        check(vec![record("a", &[], &[]), record("b", &[], &[])], &[]);
    }

    #[test]
    fn a_number_of_another_set_is_related_to_nothing() {
        let content = content(vec![record("a", &["pe"], &[])]);
        let dataset = Dataset::open(pack(&content).unwrap()).unwrap();
        assert!(related(&dataset, EvaluationIx(7)).is_empty());
    }
}
