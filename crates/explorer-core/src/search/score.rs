//! How well a record fits: field-weighted BM25 (BM25F), the same for every record and machine.
//!
//! For each clause the times its words occur are added up over fields and statements, each field
//! with its weight and less in long ones, then levelled, so that the tenth mention adds little,
//! and multiplied by how rare the clause is. Only adding, multiplying and dividing are used, in a
//! fixed order, so that every machine ranks alike.

use super::index::TextIndex;
use super::lists::{Lists, StatementHit};
use super::source::Field;
use super::typed::Clause;
use super::weights;

/// Fields that name an evaluation: a statement is found by them even if it says none of the words.
const NAMES: u8 = Field::Code.bit() | Field::Person.bit() | Field::Country.bit();

/// A record that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    /// The number of the evaluation or statement in its set.
    pub id: u32,
    /// How well it fits; compares within one question only.
    pub score: f32,
    /// How many words were found with slips only. Fewer always come first.
    pub slips: u8,
}

impl Match {
    /// The order of results: fewer slips, then the higher score, then the order of the set.
    #[must_use]
    pub fn rank(&self, other: &Self) -> std::cmp::Ordering {
        let score = other.score.total_cmp(&self.score);
        self.slips.cmp(&other.slips).then(score).then(self.id.cmp(&other.id))
    }
}

/// An evaluation with a clause in its header or statements.
#[derive(Clone, Copy, Debug)]
pub(super) struct EvaluationHit {
    pub(super) evaluation: u32,
    /// Weighted times in the header.
    pub(super) header: f32,
    /// Weighted times in the statements.
    said: f32,
    pub(super) fields: u8,
    pub(super) header_slipped: bool,
    /// Where its statements lie in the list of statements.
    from: u32,
    to: u32,
    pub(super) slipped: bool,
}

/// A clause with its hits, ready to rank.
#[derive(Debug)]
pub(super) struct Ready {
    pub(super) typed: String,
    pub(super) lists: Lists,
    pub(super) evaluations: Vec<EvaluationHit>,
    /// True when it carries little meaning and is not insisted on.
    pub(super) optional: bool,
    /// True when only certain fields were asked for.
    pub(super) fields_only: bool,
    pub(super) rarity: f32,
    pub(super) statement_rarity: f32,
}

impl Ready {
    pub(super) fn new(
        index: &TextIndex<'_>,
        clause: &Clause,
        lists: Lists,
        optional: bool,
    ) -> Self {
        let evaluations = by_evaluation(index, &lists);
        let weight = f32::from(clause.times) * if optional { weights::STOP } else { 1.0 };
        let rarity = weight * rarity(index.evaluations(), evaluations.len());
        let statement_rarity = weight * self::rarity(index.statements(), lists.statements.len());
        let (typed, fields_only) = (clause.typed.clone(), !clause.scope.statements);
        Self { typed, lists, evaluations, optional, fields_only, rarity, statement_rarity }
    }

    /// The part of this clause in the score of an evaluation.
    pub(super) fn evaluation_part(&self, index: &TextIndex<'_>, hit: &EvaluationHit) -> f32 {
        let mut times = hit.said;
        if times > 0.0 {
            let ratio = index.length_ratio(Field::COUNT, hit.evaluation);
            times /= weights::length(weights::EVALUATION_LENGTH, ratio);
        }
        self.rarity * level(times + hit.header)
    }

    /// True when a hit is one of all statements of its evaluation, whatever they say.
    #[inline(always)]
    pub(super) fn names(&self, hit: &EvaluationHit) -> bool {
        hit.fields & NAMES != 0 || hit.fields != 0 && self.fields_only
    }

    #[inline(always)]
    pub(super) fn statements(&self, hit: &EvaluationHit) -> &[StatementHit] {
        self.lists.statements.get(hit.from as usize..hit.to as usize).unwrap_or_default()
    }
}

/// Groups the hits of a clause by evaluation.
fn by_evaluation(index: &TextIndex<'_>, lists: &Lists) -> Vec<EvaluationHit> {
    let mut hits: Vec<EvaluationHit> = Vec::new();
    let mut headers = lists.headers.iter().peekable();
    let mut at = 0;
    let mut evaluation = 0;
    loop {
        let statement = lists.statements.get(at);
        if let Some(hit) = statement {
            evaluation = owner(index, hit.statement, evaluation);
        }
        let header =
            headers.next_if(|header| statement.is_none() || header.evaluation <= evaluation);
        let owner_of_hit = match (header, statement) {
            (Some(header), _) => header.evaluation,
            (None, Some(_)) => evaluation,
            (None, None) => return hits,
        };
        let from = at;
        let mut exact = header.is_some_and(|header| !header.slipped);
        let mut said = 0.0;
        if statement.is_some() && owner_of_hit == evaluation {
            let end = index.statements_of(evaluation).end;
            while let Some(hit) = lists.statements.get(at).filter(|hit| hit.statement < end) {
                exact |= !hit.slipped();
                said += hit.times();
                at += 1;
            }
            // Bytes that contradict themselves must not keep us here.
            at = at.max(from + usize::from(header.is_none()));
        }
        hits.push(EvaluationHit {
            evaluation: owner_of_hit,
            header: header.map_or(0.0, |header| header.times),
            said,
            fields: header.map_or(0, |header| header.fields),
            header_slipped: header.is_some_and(|header| header.slipped),
            from: from as u32,
            to: at as u32,
            slipped: !exact,
        });
    }
}

/// The evaluation of a statement, at or after an evaluation known to be near.
fn owner(index: &TextIndex<'_>, statement: u32, near: u32) -> u32 {
    let holds = |evaluation: &u32| index.statements_of(*evaluation).contains(&statement);
    let found = [near, near + 1].into_iter().find(holds);
    found.or_else(|| index.evaluation_of(statement)).unwrap_or(near)
}

/// How much a mention says: more for what few records have. Never below nothing.
fn rarity(records: u32, with: usize) -> f32 {
    let (records, with) = (records as f32, with as f32);
    natural_log(1.0 + (records - with + 0.5).max(0.0) / (with + 0.5))
}

/// The natural logarithm of a number from 1 on, the same on every machine: the exponent, and the
/// series of the inverse hyperbolic tangent for the rest.
fn natural_log(number: f32) -> f32 {
    let bits = number.to_bits();
    let exponent = (bits >> 23) as i32 - 127;
    let mantissa = f32::from_bits(bits & 0x007f_ffff | 0x3f80_0000);
    let t = (mantissa - 1.0) / (mantissa + 1.0);
    let square = t * t;
    let series = 1.0 + square * (1.0 / 3.0 + square * (0.2 + square * (1.0 / 7.0 + square / 9.0)));
    exponent as f32 * std::f32::consts::LN_2 + 2.0 * t * series
}

/// Levels off many mentions: 1 stays 1, and no number of them gives more than `LEVEL + 1`.
#[inline(always)]
pub(super) fn level(times: f32) -> f32 {
    times * (weights::LEVEL + 1.0) / (times + weights::LEVEL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_is_near_that_of_the_machine() {
        for number in [1.0, 1.5, 2.0, 3.0, 10.0, 12345.6, 3.0e5_f32] {
            let (ours, theirs) = (natural_log(number), number.ln());
            assert!((ours - theirs).abs() < 2.0e-5 * theirs.max(1.0), "{number}: {ours} {theirs}");
        }
    }

    #[test]
    fn more_mentions_count_more_but_level_off() {
        assert!(level(0.0) == 0.0 && (level(1.0) - 1.0).abs() < 1e-6);
        assert!(level(2.0) > level(1.0) && level(1000.0) < weights::LEVEL + 1.0);
    }

    #[test]
    fn what_few_records_have_says_more() {
        assert!(rarity(1000, 1) > rarity(1000, 100));
        assert!(rarity(1000, 1000) > 0.0);
    }
}
