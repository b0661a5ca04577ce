//! Why a record was found, and how its score came about.

use std::ops::Range;

use super::run::{Matches, Prepared, Searcher};
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

impl Prepared {
    /// The fields in the header of an evaluation that have words of the question which none of some
    /// of its statements says: why it was found, though they do not show it. Of the fields that have
    /// the same word the first is told, each once.
    pub(crate) fn named_in(&self, evaluation: u32, statements: Range<u32>) -> Vec<Field> {
        let mut named = 0;
        for clause in self.clauses.iter().filter(|clause| !clause.optional) {
            let (headers, said) = (&clause.lists.headers, &clause.lists.statements);
            let first = said.partition_point(|hit| hit.statement < statements.start);
            if said.get(first).is_some_and(|hit| statements.contains(&hit.statement)) {
                continue;
            }
            let hit = headers.binary_search_by_key(&evaluation, |hit| hit.evaluation);
            let fields = hit.ok().and_then(|at| headers.get(at)).map_or(0, |hit| hit.fields);
            // The lowest bit is the first field.
            named |= fields & fields.wrapping_neg();
        }
        Field::ALL.iter().filter(|field| named & field.bit() != 0).copied().collect()
    }

    /// Of some neighbours the statements that say anything of the question, each with how many
    /// clauses it has, in the order of the set.
    pub(crate) fn said_by(&self, statements: Range<u32>) -> Vec<(u32, u32)> {
        let mut clauses = vec![0; statements.len()];
        for clause in self.clauses.iter().filter(|clause| !clause.optional) {
            let said = &clause.lists.statements;
            let first = said.partition_point(|hit| hit.statement < statements.start);
            let hits = said.get(first..).unwrap_or_default().iter();
            for hit in hits.take_while(|hit| hit.statement < statements.end) {
                let at = (hit.statement - statements.start) as usize;
                clauses.get_mut(at).into_iter().for_each(|clauses| *clauses += 1);
            }
        }
        statements.zip(clauses).filter(|(_, clauses)| *clauses > 0).collect()
    }
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
        let prepared = self.prepare(self.gather(parsed.clone(), true), &mut Matches::default());
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
