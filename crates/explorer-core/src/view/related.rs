//! Evaluations that have something in common with one, and what.

use crate::dataset::{Dataset, EvaluationIx};
use crate::evaluation::Evaluation;
use crate::facet::FacetId;
use crate::facet::values::of_evaluation;
use crate::sorted;

/// The facets in which evaluations may be related, the strongest tie first.
const TIES: [FacetId; 4] = [FacetId::Code, FacetId::Person, FacetId::Country, FacetId::Donor];

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

/// The evaluations that share a project code, a person, a country or a donor with one, the
/// strongest ties first; at most four.
#[must_use]
pub fn related(dataset: &Dataset, ix: EvaluationIx) -> Vec<Related> {
    let Some(own) = dataset.evaluation(ix) else { return Vec::new() };
    let own = ties_of(dataset, &own);
    let mut found: Vec<(Vec<usize>, Related)> = dataset
        .evaluations()
        .filter(|&other| other != ix)
        .filter_map(|other| {
            let theirs = ties_of(dataset, &dataset.evaluation(other)?);
            let common: Vec<Vec<Box<str>>> =
                own.iter().zip(&theirs).map(|(a, b)| in_both(a, b)).collect();
            let strength = common.iter().map(Vec::len).collect();
            let ties = TIES.iter().copied().zip(common);
            let ties: Vec<_> = ties.filter(|(_, values)| !values.is_empty()).collect();
            (!ties.is_empty()).then_some((strength, Related { evaluation: other, ties }))
        })
        .collect();
    sorted::by(&mut found, |(a, _), (b, _)| b.cmp(a));
    found.into_iter().take(MOST).map(|(_, related)| related).collect()
}

fn ties_of(dataset: &Dataset, evaluation: &Evaluation) -> Vec<Vec<Box<str>>> {
    let values = |&facet: &FacetId| {
        let found = of_evaluation(facet, evaluation, dataset.vocabulary());
        found.into_iter().map(|(value, _)| Box::from(&*value)).collect()
    };
    TIES.iter().map(values).collect()
}

fn in_both(a: &[Box<str>], b: &[Box<str>]) -> Vec<Box<str>> {
    sorted::each_once(a.iter().filter(|value| b.contains(value)).cloned().collect())
}
