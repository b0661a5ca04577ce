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
pub(super) const NAMES: u8 = Field::Code.bit() | Field::Person.bit() | Field::Country.bit();

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
    pub(super) fields: u8,
    header_slipped: bool,
    /// Where its statements lie in the list of statements.
    from: u32,
    to: u32,
    slipped: bool,
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
    fn evaluation_part(&self, index: &TextIndex<'_>, hit: &EvaluationHit) -> f32 {
        let mut times = 0.0;
        for hit in self.statements(hit) {
            times += hit.times;
        }
        if times > 0.0 {
            let ratio = index.length_ratio(Field::COUNT, hit.evaluation);
            times /= weights::length(weights::EVALUATION_LENGTH, ratio);
        }
        self.rarity * level(times + hit.header)
    }

    fn statements(&self, hit: &EvaluationHit) -> &[StatementHit] {
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
        if statement.is_some() && owner_of_hit == evaluation {
            let end = index.statements_of(evaluation).end;
            while let Some(hit) = lists.statements.get(at).filter(|hit| hit.statement < end) {
                exact |= !hit.slipped;
                at += 1;
            }
            // Bytes that contradict themselves must not keep us here.
            at = at.max(from + usize::from(header.is_none()));
        }
        hits.push(EvaluationHit {
            evaluation: owner_of_hit,
            header: header.map_or(0.0, |header| header.times),
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
fn level(times: f32) -> f32 {
    times * (weights::LEVEL + 1.0) / (times + weights::LEVEL)
}

/// What a record must have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Need {
    /// All clauses that are not optional.
    All,
    /// So great a share of the clauses, by their rarity.
    Share(f32),
}

/// What must not be there.
#[derive(Debug, Default)]
pub(super) struct Excluded {
    pub(super) evaluations: Vec<u32>,
    pub(super) headers: Vec<u32>,
    pub(super) statements: Vec<u32>,
}

/// Found records; where not all clauses are needed, each with those it has, as bits.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) matches: Vec<Match>,
    pub(super) clauses: Vec<u64>,
}

/// Ranks the records of an index for some clauses.
#[derive(Debug)]
pub(super) struct Ranker<'q, 'i> {
    pub(super) index: &'q TextIndex<'i>,
    pub(super) clauses: &'q [Ready],
    pub(super) excluded: &'q Excluded,
    pub(super) need: Need,
}

/// The parts of a score, in the order in which they are added.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Parts {
    /// By clause.
    pub(super) clauses: Vec<f32>,
    /// For clauses in one statement.
    pub(super) together: f32,
}

/// Takes the number of an evaluation, its hits by clause, and the clauses it has as bits; says
/// whether to go on.
type Each<'f, 'q> = dyn FnMut(u32, &[Option<&'q EvaluationHit>], u64) -> bool + 'f;

impl<'q, 'i> Ranker<'q, 'i> {
    /// All evaluations and statements that are found, in the order of the set.
    pub(super) fn run(&self) -> (Found, Found) {
        let (mut evaluations, mut statements) = (Found::default(), Found::default());
        let mut scratch = Scratch::new(self.index);
        self.candidates(&mut |evaluation, hits, has| {
            self.tally(evaluation, hits, &mut scratch, None);
            self.push_statements(evaluation, &scratch, &mut statements);
            if self.excluded.evaluations.binary_search(&evaluation).is_err() {
                let (score, slips) = self.evaluation(hits, &scratch, None);
                evaluations.matches.push(Match { id: evaluation, score, slips });
                if self.need != Need::All {
                    evaluations.clauses.push(has);
                }
            }
            true
        });
        (evaluations, statements)
    }

    /// True when any evaluation is found.
    pub(super) fn finds_any(&self) -> bool {
        let mut found = false;
        self.candidates(&mut |evaluation, _, _| {
            found = self.excluded.evaluations.binary_search(&evaluation).is_err();
            !found
        });
        found
    }

    /// The parts of the score of an evaluation, or of one statement of it.
    pub(super) fn parts(&self, evaluation: u32, statement: Option<u32>) -> (f32, Parts) {
        let hit = |clause: &'q Ready| seek(&clause.evaluations, &mut 0, evaluation);
        let hits: Vec<Option<&EvaluationHit>> = self.clauses.iter().map(hit).collect();
        let mut parts = Parts::default();
        let mut scratch = Scratch::new(self.index);
        let of_statement = statement.map(|statement| (statement, &mut parts));
        self.tally(evaluation, &hits, &mut scratch, of_statement);
        let score = match statement {
            Some(_) => parts.clauses.iter().fold(0.0, |sum, part| sum + part),
            None => self.evaluation(&hits, &scratch, Some(&mut parts)).0,
        };
        (score, parts)
    }

    /// Hands each evaluation that has enough of the clauses to `each`, until it says no.
    fn candidates(&self, each: &mut Each<'_, 'q>) {
        let mut hits: Vec<Option<&EvaluationHit>> = vec![None; self.clauses.len()];
        let mut places = vec![0; self.clauses.len()];
        let mut rarest = self.rarest().map(|clause| clause.evaluations.iter());
        let mut all = 0..self.index.evaluations();
        loop {
            let next = match &mut rarest {
                Some(hits) => hits.next().map(|hit| hit.evaluation),
                None => all.next(),
            };
            let Some(evaluation) = next else { return };
            for ((clause, place), hit) in self.clauses.iter().zip(&mut places).zip(&mut hits) {
                *hit = seek(&clause.evaluations, place, evaluation);
            }
            let has = bits(hits.iter().map(Option::is_some));
            if self.is_enough(has) && !each(evaluation, &hits, has) {
                return;
            }
        }
    }

    /// The clause that fewest evaluations have, when all are needed.
    fn rarest(&self) -> Option<&'q Ready> {
        let needed = self.clauses.iter().filter(|clause| !clause.optional);
        needed.min_by_key(|clause| clause.evaluations.len()).filter(|_| self.need == Need::All)
    }

    fn needed(&self) -> u64 {
        bits(self.clauses.iter().map(|clause| !clause.optional))
    }

    fn is_enough(&self, has: u64) -> bool {
        let needed = self.needed();
        match self.need {
            Need::All => has & needed == needed,
            Need::Share(share) => {
                let sum = |of: u64| -> f32 {
                    let weighed = (0_u32..).zip(self.clauses);
                    weighed
                        .filter(|(at, c)| of >> at & 1 == 1 && !c.evaluations.is_empty())
                        .map(|(_, c)| c.rarity)
                        .sum()
                };
                has & needed != 0 && sum(has & needed) >= share * sum(needed)
            }
        }
    }

    /// The score of an evaluation whose statements were tallied, and its slips.
    fn evaluation(
        &self,
        hits: &[Option<&EvaluationHit>],
        scratch: &Scratch,
        explained: Option<&mut Parts>,
    ) -> (f32, u8) {
        let mut parts = Vec::new();
        let (mut score, mut slips) = (0.0, 0);
        for (clause, hit) in self.clauses.iter().zip(hits) {
            let part = hit.map_or(0.0, |hit| clause.evaluation_part(self.index, hit));
            score += part;
            slips += u8::from(hit.is_some_and(|hit| hit.slipped));
            if explained.is_some() {
                parts.push(part);
            }
        }
        // What the best statement says together: the rarity of its clauses but for the rarest.
        let tallies = if self.clauses.len() > 1 { scratch.tallies.as_slice() } else { &[] };
        let said_together = tallies.iter().map(|tally| tally.rarity - tally.rarest);
        let together = weights::TOGETHER * said_together.fold(0.0, f32::max);
        if let Some(explained) = explained {
            *explained = Parts { clauses: parts, together };
        }
        (score + together, slips)
    }

    /// Adds up what each statement of an evaluation has of each clause.
    fn tally(
        &self,
        evaluation: u32,
        hits: &[Option<&EvaluationHit>],
        scratch: &mut Scratch,
        mut explained: Option<(u32, &mut Parts)>,
    ) {
        let range = self.index.statements_of(evaluation);
        scratch.tallies.clear();
        scratch.tallies.resize(range.len(), Tally::default());
        (scratch.context, scratch.named) = (0, 0);
        for (at, (clause, hit)) in self.clauses.iter().zip(hits).enumerate() {
            let bit = 1 << at;
            let Some(hit) = hit else {
                if let Some((_, parts)) = &mut explained {
                    parts.clauses.push(0.0);
                }
                continue;
            };
            let header = weights::CONTEXT * hit.header;
            let mut part_explained = 0.0;
            for said in clause.statements(hit) {
                let place = said.statement.wrapping_sub(range.start) as usize;
                let Some(tally) = scratch.tallies.get_mut(place) else { continue };
                let length = self.index.statement_length_byte(said.statement);
                let inverse = scratch.lengths.get(usize::from(length)).copied().unwrap_or(1.0);
                let part = clause.statement_rarity * level(said.times * inverse + header);
                tally.says |= bit;
                tally.score += part;
                tally.rarity += clause.rarity;
                tally.rarest = tally.rarest.max(clause.rarity);
                tally.slips += u8::from(said.slipped);
                if explained.as_ref().is_some_and(|(of, _)| *of == said.statement) {
                    part_explained = part;
                }
            }
            if hit.fields != 0 {
                scratch.context |= bit;
                if hit.fields & NAMES != 0 || clause.fields_only {
                    scratch.named |= bit;
                }
                let part = clause.statement_rarity * level(header);
                for (statement, tally) in range.clone().zip(&mut scratch.tallies) {
                    if tally.says & bit != 0 {
                        continue;
                    }
                    tally.score += part;
                    tally.slips += u8::from(hit.header_slipped);
                    if explained.as_ref().is_some_and(|(of, _)| *of == statement) {
                        part_explained = part;
                    }
                }
            }
            if let Some((_, parts)) = &mut explained {
                parts.clauses.push(part_explained);
            }
        }
    }

    /// Adds the statements of a tallied evaluation that are found.
    fn push_statements(&self, evaluation: u32, scratch: &Scratch, found: &mut Found) {
        let needed = self.needed();
        let all_name = scratch.named & needed == needed;
        if self.excluded.headers.binary_search(&evaluation).is_ok() {
            return;
        }
        for (statement, tally) in self.index.statements_of(evaluation).zip(&scratch.tallies) {
            let has = tally.says | scratch.context;
            // It says one of the clauses itself, or all of them name its evaluation.
            let is_about = tally.says & needed != 0 || all_name;
            if is_about
                && self.is_enough(has)
                && self.excluded.statements.binary_search(&statement).is_err()
            {
                let Tally { score, slips, .. } = *tally;
                found.matches.push(Match { id: statement, score, slips });
                if self.need != Need::All {
                    found.clauses.push(has);
                }
            }
        }
    }
}

/// What is worked out for one evaluation after the other.
struct Scratch {
    /// By statement of the evaluation.
    tallies: Vec<Tally>,
    /// Clauses in the header, as bits.
    context: u64,
    /// Clauses that name the evaluation, as bits.
    named: u64,
    /// What times are multiplied by, by the byte of a statement's length.
    lengths: Vec<f32>,
}

impl Scratch {
    fn new(index: &TextIndex<'_>) -> Self {
        let inverse = |byte: u8| {
            1.0 / weights::length(weights::STATEMENT_LENGTH, index.statement_length_ratio(byte))
        };
        let lengths = (0..=u8::MAX).map(inverse).collect();
        Self { tallies: Vec::new(), context: 0, named: 0, lengths }
    }
}

/// What one statement has of the clauses.
#[derive(Clone, Debug, Default)]
struct Tally {
    says: u64,
    score: f32,
    slips: u8,
    rarity: f32,
    rarest: f32,
}

fn bits(flags: impl Iterator<Item = bool>) -> u64 {
    flags.zip(0_u32..64).fold(0, |bits, (flag, at)| bits | u64::from(flag) << at)
}

/// The hit of an evaluation at or after a place of a list; leaves the place there.
fn seek<'h>(
    hits: &'h [EvaluationHit],
    place: &mut usize,
    evaluation: u32,
) -> Option<&'h EvaluationHit> {
    let mut step = 1;
    while hits.get(*place + step).is_some_and(|hit| hit.evaluation <= evaluation) {
        *place += step;
        step *= 2;
    }
    let end = (*place + step + 1).min(hits.len());
    let rest = hits.get(*place..end)?;
    *place += rest.partition_point(|hit| hit.evaluation < evaluation);
    hits.get(*place).filter(|hit| hit.evaluation == evaluation)
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
