//! Chosen evaluations side by side.
//!
//! Plain data: which rows there are, what stands in each cell, whether a row's cells differ in
//! meaning, what all have in common, and where they disagree. How many evaluations may be chosen
//! and which rows are shown is decided elsewhere.

pub(crate) mod alike;
mod cell;
mod row;
mod shared;

pub use cell::Cell;
pub use row::{Fact, Group, RowId, Topic};
pub use shared::{CommonTime, Incomparable, Money, Proportion, Shared};

use crate::dataset::{Dataset, EvaluationIx, StatementIx};
use crate::evaluation::Evaluation;
use crate::facet::NOT_STATED;
use crate::id::{EvaluationId, TermId};
use crate::sorted;
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
        let (mut numbers, mut evaluations) = (Vec::new(), Vec::new());
        for &ix in chosen {
            if !numbers.contains(&ix)
                && let Some(evaluation) = dataset.evaluation(ix)
            {
                numbers.push(ix);
                evaluations.push(evaluation);
            }
        }
        let times: Vec<Span> = evaluations.iter().map(shared::time).collect();
        Self {
            disagreements: disagreements(dataset.tensions(), &evaluations),
            shared: shared::shared(dataset, &numbers),
            common_time: shared::common_time(&times),
            times,
            money: shared::money(dataset, &evaluations),
            rows: rows(dataset, &numbers, &evaluations),
            evaluations: numbers.into_iter().zip(evaluations).collect(),
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
            rows.push(said.row(topic, term, evaluations.len()));
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

type RowKey = (Topic, TermId);

/// What the chosen evaluations say, by topic and term.
struct Said {
    /// Which statements of each evaluation stand in a row, by topic and term.
    rows: Vec<(RowKey, Vec<Vec<StatementIx>>)>,
    /// The words of each statement, by its number.
    words: Vec<(StatementIx, alike::WordSet)>,
}

impl Said {
    fn by(dataset: &Dataset, chosen: &[EvaluationIx]) -> Self {
        let mut said = Self { rows: Vec::new(), words: Vec::new() };
        for (column, &evaluation) in chosen.iter().enumerate() {
            for ix in dataset.statements_of(evaluation) {
                let Some(statement) = dataset.statement(ix) else { continue };
                said.words.push((ix, alike::words(&statement.text)));
                for key in keys(&statement) {
                    let row = said.row_of(key, chosen.len());
                    row.and_then(|row| row.get_mut(column)).into_iter().for_each(|c| c.push(ix));
                }
            }
        }
        sorted::by_number(&mut said.words, |(ix, _)| ix.0);
        said
    }

    fn place(&self, key: &RowKey) -> Result<usize, usize> {
        self.rows.binary_search_by(|(other, _)| other.cmp(key))
    }

    /// The cells of a row, made when it is new.
    fn row_of(&mut self, key: RowKey, columns: usize) -> Option<&mut Vec<Vec<StatementIx>>> {
        let at = self.place(&key).unwrap_or_else(|at| {
            self.rows.insert(at, (key, vec![vec![]; columns]));
            at
        });
        self.rows.get_mut(at).map(|(_, cells)| cells)
    }

    /// The terms of a topic's rows: those of statements and, for criteria, those that a document
    /// lists as assessed; in the order of the vocabulary, unknown ones and `not-stated` after it.
    fn terms(&self, topic: Topic, terms: &Terms, evaluations: &[Evaluation]) -> Vec<TermId> {
        let said = self.rows.iter().filter(|((other, _), _)| *other == topic);
        let mut used: Vec<TermId> = said.map(|((_, term), _)| term.clone()).collect();
        if topic == Topic::Criterion {
            let listed = evaluations.iter().flat_map(|evaluation| &evaluation.criteria_listed);
            used.extend(listed.cloned());
        }
        let place = |id: &TermId| {
            let place = terms.0.iter().position(|term| &term.id == id);
            (id.as_str() == NOT_STATED, place.unwrap_or(terms.0.len()))
        };
        sorted::by(&mut used, |a, b| place(a).cmp(&place(b)).then_with(|| a.cmp(b)));
        used.dedup();
        used
    }

    fn row(&self, topic: Topic, term: TermId, columns: usize) -> Row {
        let key = (topic, term);
        let found = self.place(&key).ok().and_then(|at| self.rows.get(at));
        let said = found.map_or(&[][..], |(_, cells)| cells.as_slice());
        let (topic, term) = key;
        let cell = |column: usize| {
            let statements = said.get(column).filter(|statements| !statements.is_empty());
            statements.map_or(Cell::None, |statements| Cell::Statements(statements.clone()))
        };
        let cells = (0..columns).map(cell).collect();
        row(RowId::Topic(topic, term), cells, self.alike(said))
    }

    fn alike(&self, said: &[Vec<StatementIx>]) -> Vec<Vec<StatementIx>> {
        let words = |ix| {
            let at = self.words.binary_search_by_key(&ix, |(other, _)| *other).ok()?;
            self.words.get(at).map(|(_, words)| words)
        };
        let groups = alike::groups(said, &words).into_iter();
        groups.map(|group| group.into_iter().map(|(_, ix)| ix).collect()).collect()
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
    sorted::each_once(terms).into_iter().map(|term| (topic, term)).collect()
}

/// Disagreements that concern the chosen: those between them first, then those inside one.
pub(crate) fn disagreements(tensions: &[Tension], chosen: &[Evaluation]) -> Vec<Disagreement> {
    let mut found: Vec<Disagreement> = tensions
        .iter()
        .enumerate()
        .filter_map(|(place, tension)| disagreement(place, tension, chosen))
        .collect();
    sorted::by_number(&mut found, |disagreement| u32::from(!disagreement.between));
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
