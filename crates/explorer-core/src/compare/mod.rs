//! Chosen evaluations side by side.
//!
//! Plain data: which rows there are, what stands in each cell, whether a row's cells differ in
//! meaning, what all have in common, and where they disagree. How many evaluations may be chosen
//! and which rows are shown is decided elsewhere.

mod alike;
mod cell;
mod row;
mod shared;

use std::collections::{BTreeMap, BTreeSet};

pub use cell::Cell;
pub use row::{Fact, Group, RowId, Topic};
pub use shared::{CommonTime, Incomparable, Money, Proportion, Shared};

use crate::dataset::{Dataset, EvaluationIx, StatementIx};
use crate::evaluation::Evaluation;
use crate::facet::NOT_STATED;
use crate::id::{EvaluationId, TermId};
use crate::statement::Statement;
use crate::tension::Tension;
use crate::vocabulary::Terms;
use crate::when::Span;

/// A row of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub id: RowId,
    /// One cell for each evaluation.
    pub cells: Vec<Cell>,
    /// True when not all cells mean the same.
    pub differs: bool,
    /// Statements of different evaluations that say nearly the same, in groups of two or more.
    pub alike: Vec<Vec<StatementIx>>,
}

/// A disagreement that concerns the chosen evaluations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// Its place in [`Dataset::tensions`].
    pub tension: usize,
    /// For each evaluation the places of the sides that it takes.
    pub sides: Vec<Vec<usize>>,
    /// True when two of the evaluations take different sides; false inside a single one, and
    /// where all stand on the same side against others.
    pub between: bool,
}

/// Chosen evaluations side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The evaluations, in the order chosen; numbers of another set are left out.
    pub evaluations: Vec<(EvaluationIx, Evaluation)>,
    /// Disagreements: those between the chosen first, then those inside one of them.
    pub disagreements: Vec<Disagreement>,
    /// What they share and where they part.
    pub shared: Vec<Shared>,
    /// When the projects of each ran, from the first start to the last end.
    pub times: Vec<Span>,
    /// When all ran.
    pub common_time: CommonTime,
    /// Their budgets.
    pub money: Money,
    /// All rows in the order of reading, those without any content left out.
    pub rows: Vec<Row>,
}

impl Comparison {
    /// Sets evaluations side by side, in the order given, each once.
    #[must_use]
    pub fn of(dataset: &Dataset, chosen: &[EvaluationIx]) -> Self {
        let mut seen = BTreeSet::new();
        let chosen = chosen.iter().filter(|ix| seen.insert(**ix));
        let chosen: Vec<(EvaluationIx, Evaluation)> =
            chosen.filter_map(|&ix| Some((ix, dataset.evaluation(ix)?))).collect();
        let (numbers, evaluations): (Vec<EvaluationIx>, Vec<Evaluation>) =
            chosen.iter().cloned().unzip();
        let times: Vec<Span> = evaluations.iter().map(shared::time).collect();
        Self {
            disagreements: disagreements(dataset.tensions(), &evaluations),
            shared: shared::shared(dataset, &numbers),
            common_time: shared::common_time(&times),
            times,
            money: shared::money(dataset, &evaluations),
            rows: rows(dataset, &numbers, &evaluations),
            evaluations: chosen,
        }
    }
}

fn rows(dataset: &Dataset, numbers: &[EvaluationIx], evaluations: &[Evaluation]) -> Vec<Row> {
    let vocabulary = dataset.vocabulary();
    let fact = |&fact: &Fact| {
        let cells = evaluations.iter().map(|one| cell::of_fact(fact, one, vocabulary)).collect();
        row(RowId::Fact(fact), cells, Vec::new())
    };
    let mut rows: Vec<Row> = Fact::ALL.iter().map(fact).collect();
    let said = Said::by(dataset, numbers);
    for &topic in Topic::ALL {
        let terms = match topic {
            Topic::Criterion => &vocabulary.criteria,
            _ => &vocabulary.themes,
        };
        for term in said.terms(topic, terms, evaluations) {
            rows.push(said.row(topic, term, evaluations));
        }
    }
    rows.retain(|row| row.cells.iter().any(|cell| *cell != Cell::NotStated));
    rows
}

fn row(id: RowId, cells: Vec<Cell>, alike: Vec<Vec<StatementIx>>) -> Row {
    let differs = cells
        .split_first()
        .is_some_and(|(first, others)| others.iter().any(|other| !first.means(other)));
    Row { id, cells, differs, alike }
}

/// What the chosen evaluations say, by topic and term.
struct Said {
    /// Which statements of each evaluation stand in a row.
    rows: BTreeMap<(Topic, TermId), Vec<Vec<StatementIx>>>,
    words: BTreeMap<StatementIx, alike::WordSet>,
}

impl Said {
    fn by(dataset: &Dataset, chosen: &[EvaluationIx]) -> Self {
        let mut said = Self { rows: BTreeMap::new(), words: BTreeMap::new() };
        for (column, &evaluation) in chosen.iter().enumerate() {
            for ix in dataset.statements_of(evaluation) {
                let Some(statement) = dataset.statement(ix) else { continue };
                said.words.insert(ix, alike::words(&statement.text));
                for key in keys(&statement) {
                    let row = said.rows.entry(key).or_insert_with(|| vec![vec![]; chosen.len()]);
                    row.get_mut(column).into_iter().for_each(|cell| cell.push(ix));
                }
            }
        }
        said
    }

    /// The terms of a topic's rows: those of statements and, for criteria, those that a document
    /// lists as assessed; in the order of the vocabulary, unknown ones and `not-stated` after it.
    fn terms(&self, topic: Topic, terms: &Terms, evaluations: &[Evaluation]) -> Vec<TermId> {
        let said = self.rows.keys().filter(|(other, _)| *other == topic).map(|(_, term)| term);
        let mut used: BTreeSet<&TermId> = said.collect();
        if topic == Topic::Criterion {
            used.extend(evaluations.iter().flat_map(|evaluation| &evaluation.criteria_listed));
        }
        let place = |id: &TermId| {
            let place = terms.0.iter().position(|term| &term.id == id);
            (id.as_str() == NOT_STATED, place.unwrap_or(terms.0.len()))
        };
        let mut used: Vec<TermId> = used.into_iter().cloned().collect();
        used.sort_by_key(place);
        used
    }

    fn row(&self, topic: Topic, term: TermId, evaluations: &[Evaluation]) -> Row {
        let key = (topic, term);
        let said = self.rows.get(&key).map_or(&[][..], Vec::as_slice);
        let (topic, term) = key.clone();
        let cell = |(column, evaluation): (usize, &Evaluation)| {
            let statements = said.get(column).filter(|statements| !statements.is_empty());
            let listed = topic == Topic::Criterion && evaluation.criteria_listed.contains(&term);
            match statements {
                Some(statements) => Cell::Statements(statements.clone()),
                None if listed => Cell::None,
                None => Cell::NotStated,
            }
        };
        let cells = evaluations.iter().enumerate().map(cell).collect();
        row(RowId::Topic(topic, term.clone()), cells, self.alike(said))
    }

    /// Groups statements of different evaluations that are alike: each joins the first group in
    /// which one of another evaluation is like it.
    fn alike(&self, said: &[Vec<StatementIx>]) -> Vec<Vec<StatementIx>> {
        let mut groups: Vec<Vec<(usize, StatementIx)>> = Vec::new();
        let words = |ix| self.words.get(&ix);
        for (column, &ix) in
            said.iter().enumerate().flat_map(|(column, all)| all.iter().map(move |ix| (column, ix)))
        {
            let is_like = |&(other, ix_of_other): &(usize, StatementIx)| {
                let both = words(ix).zip(words(ix_of_other));
                other != column && both.is_some_and(|(a, b)| alike::are_alike(a, b))
            };
            match groups.iter_mut().find(|group| group.iter().any(is_like)) {
                Some(group) => group.push((column, ix)),
                None => groups.push(vec![(column, ix)]),
            }
        }
        groups.retain(|group| group.len() > 1);
        groups.into_iter().map(|group| group.into_iter().map(|(_, ix)| ix).collect()).collect()
    }
}

/// The rows in which a statement stands: one for each of its criteria or themes.
fn keys(statement: &Statement) -> Vec<(Topic, TermId)> {
    let topic = Topic::of(statement.kind);
    let mut terms: Vec<TermId> = match topic {
        Topic::Criterion => statement.criteria.iter().map(|c| c.term.clone()).collect(),
        _ => statement.themes.clone(),
    };
    if terms.is_empty() {
        terms.push(NOT_STATED.into());
    }
    terms.sort();
    terms.dedup();
    terms.into_iter().map(|term| (topic, term)).collect()
}

fn disagreements(tensions: &[Tension], chosen: &[Evaluation]) -> Vec<Disagreement> {
    let mut found: Vec<Disagreement> = tensions
        .iter()
        .enumerate()
        .filter_map(|(place, tension)| disagreement(place, tension, chosen))
        .collect();
    found.sort_by_key(|disagreement| !disagreement.between);
    found
}

/// The part that the chosen take in a tension; `None` when it neither lies inside one of them nor
/// concerns two.
fn disagreement(place: usize, tension: &Tension, chosen: &[Evaluation]) -> Option<Disagreement> {
    let sides_of = |id: &EvaluationId| {
        let taken = tension.sides.iter().enumerate().filter(|(_, side)| side.is_taken_by(id));
        taken.map(|(place, _)| place).collect::<Vec<usize>>()
    };
    let sides: Vec<Vec<usize>> = chosen.iter().map(|one| sides_of(&one.id)).collect();
    let taking: Vec<&Vec<usize>> = sides.iter().filter(|sides| !sides.is_empty()).collect();
    let inside = chosen.iter().any(|one| tension.within.as_ref() == Some(&one.id));
    let within_one = taking.iter().any(|sides| sides.len() > 1);
    let between = taking
        .split_first()
        .is_some_and(|(first, others)| others.iter().any(|other| other != first));
    let concerns = inside || within_one || taking.len() > 1;
    concerns.then_some(Disagreement { tension: place, sides, between })
}

#[cfg(test)]
mod tests;
