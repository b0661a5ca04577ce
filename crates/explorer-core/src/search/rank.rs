//! Which records are found, and in which order: the clauses of a question brought together.

use crate::bits::Bits;

use super::index::TextIndex;
use super::lists::StatementHit;
use super::score::{EvaluationHit, Match, Ready, level};
use super::weights;

/// What a record must have.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Need {
    /// All clauses that are not optional.
    #[default]
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

/// Found records.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) records: Bits,
    /// How well each fits, unless they are not ranked.
    pub(super) matches: Vec<Match>,
    /// Where not all clauses are needed: each record with those that it has, as bits.
    pub(super) clauses: Vec<(u32, u64)>,
}

impl Found {
    fn new(bound: u32) -> Self {
        Self { records: Bits::new(bound as usize), matches: Vec::new(), clauses: Vec::new() }
    }
}

/// Ranks the records of an index for some clauses.
#[derive(Debug)]
pub(super) struct Ranker<'q, 'i> {
    pub(super) index: &'q TextIndex<'i>,
    pub(super) clauses: &'q [Ready],
    pub(super) excluded: &'q Excluded,
    pub(super) need: Need,
    /// The clauses that are not optional, as bits.
    pub(super) needed: u64,
    /// False when only statements are listed: which evaluations are found is told all the same,
    /// how well each fits may be left out.
    pub(super) ranks_evaluations: bool,
    /// The same for statements.
    pub(super) ranks_statements: bool,
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
        match self.clauses {
            [only] if self.need == Need::All => self.run_one(only),
            _ => self.run_several(),
        }
    }

    /// One clause, the commonest question and that of a first letter, which nearly everything
    /// has: there is nothing to bring together.
    fn run_one(&self, clause: &Ready) -> (Found, Found) {
        let (mut evaluations, mut statements) = self.nothing();
        evaluations.matches.reserve(clause.evaluations.len());
        if self.ranks_statements {
            statements.matches.reserve(clause.lists.statements.len());
        }
        let scratch = self.scratch();
        for hit in &clause.evaluations {
            let id = hit.evaluation;
            if !includes(&self.excluded.evaluations, id) {
                evaluations.records.insert(id as usize);
                if self.ranks_evaluations {
                    let score = clause.evaluation_part(self.index, hit);
                    evaluations.matches.push(Match { id, score, slips: hit.slipped.into() });
                }
            }
            match (includes(&self.excluded.headers, id), self.ranks_statements) {
                (true, _) => {}
                (false, true) => {
                    self.push_statements_of_one(clause, hit, &scratch, &mut statements);
                }
                (false, false) => {
                    self.note_statements_of_one(clause, hit, &mut statements.records);
                }
            }
        }
        for &statement in &self.excluded.statements {
            statements.records.remove(statement as usize);
        }
        if !self.excluded.statements.is_empty() {
            statements.matches.retain(|found| statements.records.has(found.id as usize));
        }
        (evaluations, statements)
    }

    fn scratch(&self) -> Scratch<'i> {
        let bytes = if self.ranks_statements { 256 } else { 0 };
        Scratch::new(self.index, bytes)
    }

    fn nothing(&self) -> (Found, Found) {
        (Found::new(self.index.evaluations()), Found::new(self.index.statements()))
    }

    /// Adds the numbers of the statements that are found, excluded ones too.
    fn note_statements_of_one(&self, clause: &Ready, hit: &EvaluationHit, records: &mut Bits) {
        if clause.names(hit) {
            let all = self.index.statements_of(hit.evaluation);
            records.insert_all(all.start as usize..all.end as usize, None);
        } else {
            clause.statements(hit).iter().for_each(|said| records.insert(said.statement as usize));
        }
    }

    /// Adds the statements that are found, excluded ones too, with how well each fits.
    fn push_statements_of_one(
        &self,
        clause: &Ready,
        hit: &EvaluationHit,
        scratch: &Scratch<'_>,
        found: &mut Found,
    ) {
        let header = weights::CONTEXT * hit.header;
        self.note_statements_of_one(clause, hit, &mut found.records);
        let (said, from) = (clause.statements(hit), found.matches.len());
        // Filled in place: a first letter is in hundreds of thousands of statements.
        if !clause.names(hit) {
            found.matches.resize(from + said.len(), Match { id: 0, score: 0.0, slips: 0 });
            let places = found.matches.get_mut(from..).unwrap_or_default();
            for (place, said) in places.iter_mut().zip(said) {
                *place = as_said(clause, said, header, scratch);
            }
            return;
        }
        let unsaid = clause.statement_rarity * level(header);
        let as_named = Match { id: 0, score: unsaid, slips: hit.header_slipped.into() };
        let all = self.index.statements_of(hit.evaluation);
        found.matches.resize(from + all.len(), as_named);
        let places = found.matches.get_mut(from..).unwrap_or_default();
        for (place, id) in places.iter_mut().zip(all.clone()) {
            place.id = id;
        }
        for said in said {
            if let Some(place) = places.get_mut(said.statement.wrapping_sub(all.start) as usize) {
                *place = as_said(clause, said, header, scratch);
            }
        }
    }

    fn run_several(&self) -> (Found, Found) {
        let (mut evaluations, mut statements) = self.nothing();
        let mut scratch = self.scratch();
        self.candidates(&mut |evaluation, hits, has| {
            self.tally(evaluation, hits, &mut scratch, None);
            self.push_statements(evaluation, &scratch, &mut statements);
            if !includes(&self.excluded.evaluations, evaluation) {
                let (score, slips) = self.evaluation(hits, &scratch, None);
                evaluations.records.insert(evaluation as usize);
                evaluations.matches.push(Match { id: evaluation, score, slips });
                if self.need != Need::All {
                    evaluations.clauses.push((evaluation, has));
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
        let mut scratch = self.scratch();
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

    #[inline(always)]
    fn is_enough(&self, has: u64) -> bool {
        let needed = self.needed;
        match self.need {
            Need::All => has & needed == needed,
            Need::Share(share) => {
                has & needed != 0 && self.rarity(has & needed) >= share * self.rarity(needed)
            }
        }
    }

    /// How rare some clauses are together, given as bits.
    fn rarity(&self, of: u64) -> f32 {
        let weighed = (0_u32..).zip(self.clauses);
        let counts = weighed.filter(|(at, c)| of >> at & 1 == 1 && !c.evaluations.is_empty());
        counts.map(|(_, c)| c.rarity).sum()
    }

    /// The score of an evaluation whose statements were tallied, and its slips.
    fn evaluation(
        &self,
        hits: &[Option<&EvaluationHit>],
        scratch: &Scratch<'_>,
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
        let together = weights::TOGETHER * said_together.fold(0.0, larger);
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
        scratch: &mut Scratch<'_>,
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
                let shortness = scratch.shortness(said.statement);
                let Some(tally) = scratch.tallies.get_mut(place) else { continue };
                let part = if self.ranks_statements {
                    clause.statement_rarity * level(said.times() * shortness + header)
                } else {
                    0.0
                };
                tally.says |= bit;
                tally.score += part;
                tally.rarity += clause.rarity;
                tally.rarest = larger(tally.rarest, clause.rarity);
                tally.slips += u8::from(said.slipped());
                if explained.as_ref().is_some_and(|(of, _)| *of == said.statement) {
                    part_explained = part;
                }
            }
            if hit.fields != 0 {
                let of = explained.as_ref().map(|(of, _)| *of);
                let part = tally_header(clause, hit, bit, range.start, scratch, of);
                part_explained = part.unwrap_or(part_explained);
            }
            if let Some((_, parts)) = &mut explained {
                parts.clauses.push(part_explained);
            }
        }
    }

    /// Adds the statements of a tallied evaluation that are found.
    fn push_statements(&self, evaluation: u32, scratch: &Scratch<'_>, found: &mut Found) {
        let needed = self.needed;
        let all_name = scratch.named & needed == needed;
        if includes(&self.excluded.headers, evaluation) {
            return;
        }
        for (statement, tally) in self.index.statements_of(evaluation).zip(&scratch.tallies) {
            let has = tally.says | scratch.context;
            // It says one of the clauses itself, or all of them name its evaluation.
            let is_about = tally.says & needed != 0 || all_name;
            if is_about && self.is_enough(has) && !includes(&self.excluded.statements, statement) {
                let Tally { score, slips, .. } = *tally;
                found.records.insert(statement as usize);
                if self.ranks_statements {
                    found.matches.push(Match { id: statement, score, slips });
                }
                if self.need != Need::All {
                    found.clauses.push((statement, has));
                }
            }
        }
    }
}

/// Adds what the header of an evaluation has of a clause to the statements that have none of it
/// themselves, the first of which is `start`; returns the part of the statement asked for.
fn tally_header(
    clause: &Ready,
    hit: &EvaluationHit,
    bit: u64,
    start: u32,
    scratch: &mut Scratch<'_>,
    of: Option<u32>,
) -> Option<f32> {
    scratch.context |= bit;
    if clause.names(hit) {
        scratch.named |= bit;
    }
    let part = clause.statement_rarity * level(weights::CONTEXT * hit.header);
    let mut part_asked_for = None;
    for (statement, tally) in (start..).zip(&mut scratch.tallies) {
        if tally.says & bit != 0 {
            continue;
        }
        tally.score += part;
        tally.slips += u8::from(hit.header_slipped);
        if of == Some(statement) {
            part_asked_for = Some(part);
        }
    }
    part_asked_for
}

/// What is worked out for one evaluation after the other.
struct Scratch<'i> {
    /// By statement of the evaluation.
    tallies: Vec<Tally>,
    /// Clauses in the header, as bits.
    context: u64,
    /// Clauses that name the evaluation, as bits.
    named: u64,
    /// What times are multiplied by, by the byte of a statement's length.
    inverse: Vec<f32>,
    lengths: &'i [u8],
}

impl<'i> Scratch<'i> {
    /// For statements whose lengths are of so many bytes.
    fn new(index: &TextIndex<'i>, bytes: usize) -> Self {
        let inverse = |byte: u8| {
            1.0 / weights::length(weights::STATEMENT_LENGTH, index.statement_length_ratio(byte))
        };
        let inverse = (0..=u8::MAX).map(inverse).take(bytes).collect();
        let lengths = index.statement_lengths();
        Self { tallies: Vec::new(), context: 0, named: 0, inverse, lengths }
    }

    /// What the times of words in a statement are multiplied by: less in a long one.
    #[inline(always)]
    fn shortness(&self, statement: u32) -> f32 {
        let length = self.lengths.get(statement as usize).copied().unwrap_or(0);
        self.inverse.get(usize::from(length)).copied().unwrap_or(1.0)
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

/// True when a sorted list, empty for most questions, has a number.
#[inline(always)]
fn includes(list: &[u32], number: u32) -> bool {
    !list.is_empty() && list.binary_search(&number).is_ok()
}

pub(super) fn bits(flags: impl Iterator<Item = bool>) -> u64 {
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

/// The larger of two numbers. `f32::max` is a call, since it heeds what is no number.
#[inline(always)]
fn larger(a: f32, b: f32) -> f32 {
    if a < b { b } else { a }
}

/// How well a statement fits that says the only clause itself.
#[inline(always)]
fn as_said(clause: &Ready, said: &StatementHit, header: f32, scratch: &Scratch<'_>) -> Match {
    let times = said.times() * scratch.shortness(said.statement);
    let score = clause.statement_rarity * level(times + header);
    Match { id: said.statement, score, slips: said.slipped().into() }
}
