//! How well a record fits: field-weighted BM25 (BM25F), the same for every record and machine.
//!
//! For each clause the times its words occur are added up over fields and statements, each field
//! with its weight and less in long ones, then levelled, so that the tenth mention adds little,
//! and multiplied by how rare the clause is. Only adding, multiplying and dividing are used, in a
//! fixed order, so that every machine ranks alike.

use super::gather::Lists;
use super::index::TextIndex;
use super::source::Field;

/// The numbers that decide the order of results.
pub(super) mod weights {
    use super::Field;

    /// How slowly more mentions level off. Higher: long lists of mentions count more.
    pub(crate) const LEVEL: f32 = 1.2;

    /// How much a long field of a header is held against it, 0 to 1. Higher: a country alone in
    /// its list ranks further before the same country in a list of twelve.
    pub(crate) const HEADER_LENGTH: f32 = 0.4;

    /// How much many words of statements are held against an evaluation, 0 to 1. Higher: short
    /// briefs rank before long ones with as many mentions.
    pub(crate) const EVALUATION_LENGTH: f32 = 0.75;

    /// How much a long statement is held against it, 0 to 1.
    pub(crate) const STATEMENT_LENGTH: f32 = 0.5;

    /// What the header of its evaluation counts for a statement, against its own words. Higher:
    /// statements of a fitting evaluation rank before statements that say the words themselves.
    pub(crate) const CONTEXT: f32 = 0.15;

    /// What several words in one statement add to an evaluation. Higher: evaluations that say the
    /// words together rank further before those that say them here and there.
    pub(crate) const TOGETHER: f32 = 0.5;

    /// A word of the same family ("trained" for "training") against the word itself.
    pub(crate) const FAMILY: f32 = 0.8;

    /// A longer word that begins with the last word typed, against the word itself.
    pub(crate) const PREFIX: f32 = 0.6;

    /// A word with slips against the word itself. The order of results does not hang on it, since
    /// records with fewer slips always come first.
    pub(crate) const SLIPPED: f32 = 0.5;

    /// What a stop word counts against another word of the same rarity.
    pub(crate) const STOP: f32 = 0.1;

    /// A mention in a field against a mention in a statement. Higher: records named so rank
    /// further before records that mention it.
    pub(crate) const fn of_field(field: Field) -> f32 {
        match field {
            Field::Title => 4.0,
            Field::Code => 8.0,
            Field::Person | Field::Country => 5.0,
            Field::Agency | Field::Donor => 3.0,
            Field::Theme => 2.0,
            Field::Other => 1.0,
        }
    }

    /// What mentions are divided by in a text of some length against the average.
    pub(crate) fn length(share: f32, ratio: f32) -> f32 {
        1.0 - share + share * ratio
    }
}

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
        typed: &str,
        lists: Lists,
        fields_only: bool,
        optional: bool,
    ) -> Self {
        let evaluations = by_evaluation(index, &lists);
        let weight = if optional { weights::STOP } else { 1.0 };
        let rarity = weight * rarity(index.evaluations(), evaluations.len());
        let statement_rarity = weight * self::rarity(index.statements(), lists.statements.len());
        let typed = typed.to_owned();
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

    fn statements(&self, hit: &EvaluationHit) -> &[super::gather::StatementHit] {
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

/// Found records, each with the clauses it has as bits.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) matches: Vec<Match>,
    pub(super) clauses: Vec<u64>,
}

impl Found {
    fn push(&mut self, found: Match, clauses: u64) {
        self.matches.push(found);
        self.clauses.push(clauses);
    }
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

impl Ranker<'_, '_> {
    /// All evaluations and statements that are found, in the order of the set.
    pub(super) fn run(&self) -> (Found, Found) {
        let (mut evaluations, mut statements) = (Found::default(), Found::default());
        let mut hits: Vec<Option<&EvaluationHit>> = vec![None; self.clauses.len()];
        let mut places = vec![0; self.clauses.len()];
        let rarest = self.rarest();
        let mut candidates = rarest.map(|clause| clause.evaluations.iter());
        let mut all = 0..self.index.evaluations();
        loop {
            let next = match &mut candidates {
                Some(candidates) => candidates.next().map(|hit| hit.evaluation),
                None => all.next(),
            };
            let Some(evaluation) = next else { return (evaluations, statements) };
            for ((clause, place), hit) in self.clauses.iter().zip(&mut places).zip(&mut hits) {
                *hit = seek(&clause.evaluations, place, evaluation);
            }
            let has = bits(hits.iter().map(Option::is_some));
            if self.is_enough(has) {
                let (score, slips) = self.record(evaluation, &hits, Some(&mut statements), None);
                if self.excluded.evaluations.binary_search(&evaluation).is_err() {
                    evaluations.push(Match { id: evaluation, score, slips }, has);
                }
            }
        }
    }

    /// The parts of the score of an evaluation, or of one statement of it.
    pub(super) fn parts(&self, evaluation: u32, statement: Option<u32>) -> (f32, Parts) {
        let hits: Vec<Option<&EvaluationHit>> = self
            .clauses
            .iter()
            .map(|clause| seek(&clause.evaluations, &mut 0, evaluation))
            .collect();
        let mut parts = Parts::default();
        let score = match statement {
            Some(statement) => {
                self.statements(evaluation, &hits, None, Some((statement, &mut parts)));
                parts.clauses.iter().fold(0.0, |sum, part| sum + part)
            }
            None => self.record(evaluation, &hits, None, Some(&mut parts)).0,
        };
        (score, parts)
    }

    /// The clause that fewest evaluations have, when all are needed.
    fn rarest(&self) -> Option<&Ready> {
        let needed = self.clauses.iter().filter(|clause| !clause.optional);
        needed.min_by_key(|clause| clause.evaluations.len()).filter(|_| self.need == Need::All)
    }

    fn needed(&self) -> u64 {
        bits(self.clauses.iter().map(|clause| !clause.optional))
    }

    fn is_enough(&self, has: u64) -> bool {
        match self.need {
            Need::All => has & self.needed() == self.needed(),
            Need::Share(share) => {
                let sum = |of: u64| -> f32 {
                    let weighed = (0_u32..).zip(self.clauses);
                    weighed.filter(|(at, _)| of >> at & 1 == 1).map(|(_, c)| c.rarity).sum()
                };
                has & self.needed() != 0 && sum(has) >= share * sum(self.needed())
            }
        }
    }

    fn record(
        &self,
        evaluation: u32,
        hits: &[Option<&EvaluationHit>],
        statements: Option<&mut Found>,
        explained: Option<&mut Parts>,
    ) -> (f32, u8) {
        let together = weights::TOGETHER * self.statements(evaluation, hits, statements, None);
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
        if let Some(explained) = explained {
            *explained = Parts { clauses: parts, together };
        }
        (score + together, slips)
    }

    /// Finds the statements of an evaluation; gives what its best statement says together: the
    /// rarity of the clauses in it but for the rarest.
    fn statements(
        &self,
        evaluation: u32,
        hits: &[Option<&EvaluationHit>],
        found: Option<&mut Found>,
        mut explained: Option<(u32, &mut Parts)>,
    ) -> f32 {
        let range = self.index.statements_of(evaluation);
        let mut tally = vec![Tally::default(); range.len()];
        let (mut context, mut named) = (0, 0);
        for (at, (clause, hit)) in self.clauses.iter().zip(hits).enumerate() {
            let bit = 1 << at;
            let header = hit.map_or(0.0, |hit| weights::CONTEXT * hit.header);
            let from_header = clause.statement_rarity * level(header);
            if let Some(hit) = hit.filter(|hit| hit.fields != 0) {
                context |= bit;
                if hit.fields & NAMES != 0 || clause.fields_only {
                    named |= bit;
                }
            }
            let mut said = hit.map_or(&[][..], |hit| clause.statements(hit)).iter().peekable();
            for (statement, tally) in range.clone().zip(&mut tally) {
                let part = match said.next_if(|said| said.statement == statement) {
                    Some(said) => {
                        tally.says |= bit;
                        tally.rarity += clause.rarity;
                        tally.rarest = tally.rarest.max(clause.rarity);
                        tally.slips += u8::from(said.slipped);
                        let ratio = self.index.statement_length_ratio(statement);
                        let length = weights::length(weights::STATEMENT_LENGTH, ratio);
                        clause.statement_rarity * level(said.times / length + header)
                    }
                    None => {
                        tally.slips += u8::from(hit.is_some_and(|hit| hit.header_slipped));
                        from_header
                    }
                };
                tally.score += part;
                if let Some((_, parts)) = explained.as_mut().filter(|(of, _)| *of == statement) {
                    parts.clauses.push(part);
                }
            }
        }
        let excluded = self.excluded.headers.binary_search(&evaluation).is_ok();
        if let Some(found) = found.filter(|_| !excluded) {
            for (statement, tally) in range.zip(&tally) {
                let has = tally.says | context;
                if self.is_enough(has)
                    && self.is_about(tally.says, named)
                    && self.excluded.statements.binary_search(&statement).is_err()
                {
                    let (score, slips) = (tally.score, tally.slips);
                    found.push(Match { id: statement, score, slips }, has);
                }
            }
        }
        tally.iter().map(|tally| tally.rarity - tally.rarest).fold(0.0, f32::max)
    }

    /// True when a statement says a clause itself, or all that is asked for names its evaluation.
    fn is_about(&self, says: u64, named: u64) -> bool {
        let needed = self.needed();
        says & needed != 0 || named & needed == needed
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
