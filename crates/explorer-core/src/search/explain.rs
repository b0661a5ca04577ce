//! Why a record was found, and how its score came about.

use super::run::{Matches, Searcher};
use super::source::Field;
use super::typed::Parsed;

/// A record to explain, by its number in the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Explained {
    /// An evaluation.
    Evaluation(u32),
    /// A statement.
    Statement(u32),
}

/// What one clause of a question gave to a score.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The clause as typed.
    pub typed: String,
    /// Its part of the score.
    pub part: f32,
    /// The fields of the evaluation's header that have it.
    pub fields: Vec<Field>,
    /// How many statements of the evaluation have it; for a statement 1 if it says it itself.
    pub statements: u32,
}

/// How a score came about.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The score: the sum of the parts in their order, then `together`.
    pub score: f32,
    /// What each clause gave.
    pub reasons: Vec<Reason>,
    /// What an evaluation was given for saying several clauses in one statement.
    pub together: f32,
}

impl Searcher<'_> {
    /// Explains the score of a record for a question; `None` for a number that is not in the set.
    #[must_use]
    pub fn explain(&self, parsed: &Parsed, of: Explained) -> Option<Explanation> {
        let (evaluation, statement) = match of {
            Explained::Evaluation(evaluation) => (evaluation, None),
            Explained::Statement(statement) => {
                (self.index.evaluation_of(statement)?, Some(statement))
            }
        };
        if evaluation >= self.index.evaluations() {
            return None;
        }
        let prepared = self.prepare(parsed, true, &mut Matches::default());
        let (score, parts) = prepared.ranker(&self.index).parts(evaluation, statement);
        let range = match statement {
            Some(statement) => statement..statement + 1,
            None => self.index.statements_of(evaluation),
        };
        let reason = |(clause, part): (&super::score::Ready, f32)| {
            let header = clause.lists.headers.iter().find(|hit| hit.evaluation == evaluation);
            let fields = header.map_or(0, |hit| hit.fields);
            let has = |field: &&Field| fields & field.bit() != 0;
            let said = clause.lists.statements.iter();
            Reason {
                typed: clause.typed.clone(),
                part,
                fields: Field::ALL.iter().filter(has).copied().collect(),
                statements: said.filter(|hit| range.contains(&hit.statement)).count() as u32,
            }
        };
        let reasons = prepared.clauses.iter().zip(parts.clauses).map(reason).collect();
        Some(Explanation { score, reasons, together: parts.together })
    }
}
