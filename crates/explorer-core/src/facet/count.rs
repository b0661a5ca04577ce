//! Results and the counts of all facets, in one pass over the columns.
//!
//! # What a count says
//!
//! The count of a value is the number of results, in the unit that is listed, if its facet asked
//! for that value and nothing else, while all other filters and the facet's own exclusions stay
//! (for an excluded value, all but its own exclusion). Twins count as one facet: with a country
//! picked, a region counts as if it stood in the country's place.
//!
//! For a facet in which nothing is asked for, that is exactly what a click on the value gives.
//! Where something is asked for already, the values of a facet are alternatives: a click adds the
//! records counted here to those that are there, and the records that have both are not doubled.
//! Unlike "how many would be added", this number does not change while a reader ticks several
//! values of one facet, and it says of a ticked value how much of the results it stands for.

use std::ops::Range;

use super::FacetId;
use super::filter::{Bar, Fails, Filter, OF_STATEMENTS, Verdict, bit, can_count};
use crate::artifact::column::Column;
use crate::bits::Bits;
use crate::dataset::Dataset;
use crate::query::{Query, Unit};

/// The numbers beside the values of all facets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts(Vec<Vec<u32>>);

impl Counts {
    /// The counts of a facet, one for each of [`Dataset::facet_values`].
    #[must_use]
    pub fn of(&self, facet: FacetId) -> &[u32] {
        self.0.get(facet as usize).map_or(&[], Vec::as_slice)
    }

    /// The count of one value; zero when the set does not know it.
    #[must_use]
    pub fn get(&self, dataset: &Dataset, facet: FacetId, value: &str) -> u32 {
        let at = dataset.facet_values(facet).iter().position(|listed| &*listed.id == value);
        at.and_then(|at| self.of(facet).get(at)).copied().unwrap_or(0)
    }
}

/// Which records the words of a question match.
#[derive(Clone, Copy, Debug)]
pub struct Words<'w> {
    /// The numbers of the evaluations.
    pub evaluations: &'w Bits,
    /// The numbers of the statements.
    pub statements: &'w Bits,
}

/// What a question gives, before it is put in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// The numbers of the evaluations, rising.
    pub evaluations: Vec<u32>,
    /// The numbers of the statements.
    pub statements: Bits,
    /// The counts of the unit asked for.
    pub counts: Counts,
}

/// Finds all records that match the filters and, if there are words, the words; and counts.
#[must_use]
pub fn matches(dataset: &Dataset, query: &Query, words: Option<Words<'_>>) -> Matches {
    let filter = Filter::new(dataset, query);
    let mut pass = Pass::new(dataset, &filter, query.unit, words);
    for evaluation in 0..filter.evaluations {
        pass.visit(evaluation);
    }
    pass.count_results();
    pass.matches
}

/// One walk over all evaluations.
struct Pass<'a> {
    filter: &'a Filter<'a>,
    unit: Unit,
    words: Option<Words<'a>>,
    /// The columns of [`OF_STATEMENTS`].
    columns: [Option<Column<'a>>; 3],
    matches: Matches,
    /// For each value of the facets of statements, the evaluation (plus one) that was counted
    /// last, so that an evaluation counts once however many of its statements have the value.
    stamps: [Vec<u32>; 3],
    /// Evaluations that fail nothing, with what each counts, to be counted facet by facet.
    results: Vec<(usize, u32)>,
    /// Kept between evaluations, so that visiting one allocates nothing.
    fails_of_statements: Vec<u8>,
}

/// An evaluation that fails at most one facet.
#[derive(Clone, Copy)]
struct Visited {
    evaluation: usize,
    fails: Fails,
    /// True when the words match it, or there are none.
    is_named: bool,
}

impl<'a> Pass<'a> {
    fn new(
        dataset: &Dataset,
        filter: &'a Filter<'a>,
        unit: Unit,
        words: Option<Words<'a>>,
    ) -> Self {
        let zeros = |&facet: &FacetId| vec![0; dataset.facet_values(facet).len()];
        let counts = Counts(FacetId::ALL.iter().map(zeros).collect());
        Self {
            filter,
            unit,
            words,
            columns: OF_STATEMENTS.map(|facet| filter.test(facet).and_then(|test| test.column)),
            matches: Matches {
                evaluations: Vec::new(),
                statements: Bits::new(dataset.statement_count()),
                counts,
            },
            stamps: OF_STATEMENTS.map(|facet| zeros(&facet)),
            results: Vec::new(),
            fails_of_statements: Vec::new(),
        }
    }

    fn visit(&mut self, evaluation: usize) {
        let statements = self.filter.statements.map_or(0..0, |starts| starts.range(evaluation));
        let is_named = self.words.is_none_or(|words| words.evaluations.has(evaluation));
        let is_said =
            || self.words.is_none_or(|words| words.statements.has_any(statements.clone()));
        if !is_named && !is_said() {
            return;
        }
        let fails = self.filter.fails(evaluation);
        if !can_count(fails) {
            return;
        }
        let visited = Visited { evaluation, fails, is_named };
        let (found, any) = if self.filter.asks_of_statements {
            self.take_passing(visited, statements)
        } else {
            (self.take_said(visited, statements), true)
        };
        if fails == 0 && is_named && any {
            self.matches.evaluations.push(evaluation as u32);
        }
        let weight = match self.unit {
            Unit::Evaluations => u32::from(is_named && any),
            Unit::Statements => found,
        };
        if weight > 0 && fails == 0 {
            self.results.push((evaluation, weight));
        } else if weight > 0 {
            self.count_missed(fails, evaluation, weight);
        }
    }

    /// Where nothing is asked of statements: takes those that the words match, or all. Returns
    /// how many.
    fn take_said(&mut self, visited: Visited, statements: Range<usize>) -> u32 {
        let Visited { evaluation, fails, .. } = visited;
        let said = self.words.map(|words| words.statements);
        if fails != 0 {
            let within = |said: &Bits| said.count_within(statements.clone());
            return said.map_or(statements.len(), within) as u32;
        }
        let found = self.matches.statements.insert_all(statements.clone(), said);
        // The values of evaluations are counted by evaluation.
        if self.unit == Unit::Statements && found == statements.len() {
            // All statements count, so that their values can be read in one go.
            for slot in 0..OF_STATEMENTS.len() {
                let place = self.column(slot).map(|column| column.of_evaluation(evaluation));
                self.count_values(slot, place.unwrap_or(0..0), evaluation);
            }
        } else if self.unit == Unit::Statements && found > 0 {
            self.count_said(evaluation, statements);
        }
        found as u32
    }

    /// Counts the values of the statements that the words match.
    fn count_said(&mut self, evaluation: usize, statements: Range<usize>) {
        for slot in 0..OF_STATEMENTS.len() {
            for (statement, place) in self.places(slot, evaluation, statements.clone()) {
                if self.is_said(statement) {
                    self.count_values(slot, place, evaluation);
                }
            }
        }
    }

    /// Statements of an evaluation, each with the place of its values in a column.
    fn places(
        &self,
        slot: usize,
        evaluation: usize,
        statements: Range<usize>,
    ) -> impl Iterator<Item = (usize, Range<usize>)> + use<'a> {
        let column = self.column(slot);
        let mut start = column.map_or(0, |column| column.of_evaluation(evaluation).start);
        statements.map(move |statement| {
            let place = start..start + column.map_or(0, |column| column.length(statement));
            start = place.end;
            (statement, place)
        })
    }

    /// Where something is asked of statements: takes those that pass and that the words match.
    /// Returns how many, and whether the evaluation passes by what its statements say, whatever the
    /// words.
    fn take_passing(&mut self, visited: Visited, statements: Range<usize>) -> (u32, bool) {
        let bar = self.filter.bar(visited.evaluation);
        if visited.fails != 0 && self.unit == Unit::Evaluations {
            // Nothing is taken: all that is asked is whether the evaluation counts elsewhere.
            match self.verdict_of_all(visited.evaluation) {
                _ if bar != Bar::Open => return (0, false),
                _ if !self.filter.wants_of_statements => return (0, true),
                Some(Verdict::Passes) => return (0, true),
                Some(Verdict::Misses) => return (0, false),
                _ => {}
            }
        }
        let fails = self.fails_of_statements(visited.evaluation, statements.clone());
        let (mut found, mut any) = (0, false);
        for (statement, &fails) in statements.clone().zip(&fails) {
            any |= fails == 0;
            if fails == 0 && self.is_said(statement) {
                found += 1;
                if visited.fails == 0 {
                    self.matches.statements.insert(statement);
                }
            }
        }
        if visited.fails == 0 {
            for slot in self.counting(bar, visited.is_named) {
                self.count_passing(slot, visited.evaluation, statements.clone(), &fails);
            }
        }
        self.fails_of_statements = fails;
        (found, bar == Bar::Open && (any || !self.filter.wants_of_statements))
    }

    /// The facets of statements in which an evaluation that fails no other counts: where evaluations
    /// are counted, one with an excluded value does so only in the facet of that value.
    fn counting(&self, bar: Bar, is_named: bool) -> Range<usize> {
        match (self.unit, bar) {
            (Unit::Statements, _) => 0..OF_STATEMENTS.len(),
            (Unit::Evaluations, Bar::Open) if is_named => 0..OF_STATEMENTS.len(),
            (Unit::Evaluations, Bar::One(slot)) if is_named => slot..slot + 1,
            (Unit::Evaluations, _) => 0..0,
        }
    }

    /// What the values that any statement of an evaluation has say, where one facet of statements
    /// asks: if it passes, one of them does.
    fn verdict_of_all(&self, evaluation: usize) -> Option<Verdict> {
        let asks = |facet: &&FacetId| self.filter.test(**facet).is_some_and(|test| test.is_active);
        let mut asking = OF_STATEMENTS.iter().filter(asks);
        let (only, None) = (asking.next()?, asking.next()) else { return None };
        self.filter.test(*only).filter(|test| test.wants)?;
        Some(self.filter.verdict(*only, evaluation))
    }

    /// The facets that each statement fails, one bit a slot.
    fn fails_of_statements(&mut self, evaluation: usize, statements: Range<usize>) -> Vec<u8> {
        let mut all = std::mem::take(&mut self.fails_of_statements);
        all.clear();
        all.resize(statements.len(), 0);
        for (slot, &facet) in OF_STATEMENTS.iter().enumerate() {
            let Some(test) = self.filter.test(facet).filter(|test| test.is_active) else {
                continue;
            };
            match self.filter.verdict(facet, evaluation) {
                // What none of its statements has, each of them lacks.
                Verdict::Misses => {
                    all.iter_mut().for_each(|fails| *fails |= 1 << slot);
                    continue;
                }
                Verdict::Passes if !test.wants => continue,
                _ => {}
            }
            let places = self.places(slot, evaluation, statements.clone());
            for (fails, (_, place)) in all.iter_mut().zip(places) {
                *fails |= u8::from(test.judge(place) != Verdict::Passes) << slot;
            }
        }
        all
    }

    /// Counts the values of the statements that fail no other facet than that of the slot.
    fn count_passing(
        &mut self,
        slot: usize,
        evaluation: usize,
        statements: Range<usize>,
        fails: &[u8],
    ) {
        let others = |fails: &u8| fails & !(1 << slot) != 0;
        if fails.iter().all(others) {
            return;
        }
        let barred = self.unit == Unit::Evaluations && self.filter.bar(evaluation) != Bar::Open;
        if self.unit == Unit::Evaluations && !barred && !fails.iter().any(others) {
            // Every statement counts here, and the values of all of them are known.
            return self.count_summary(slot, evaluation);
        }
        let said = if self.unit == Unit::Statements { self.words } else { None };
        let places = self.places(slot, evaluation, statements);
        for ((statement, place), &fails) in places.zip(fails) {
            let is_said = said.is_none_or(|words| words.statements.has(statement));
            if fails & !(1 << slot) != 0 || !is_said {
                continue;
            }
            match self.verdict(slot, fails, &place) {
                // Of a barred evaluation only the value that bars it counts.
                Verdict::Passes | Verdict::Misses if barred => {}
                Verdict::Passes | Verdict::Misses => self.count_values(slot, place, evaluation),
                Verdict::Barred(number) => {
                    if let Some(mut tally) = self.tally(slot, evaluation) {
                        tally.count(number);
                    }
                }
                Verdict::Shut => {}
            }
        }
    }

    /// Counts the values that any statement of an evaluation has.
    fn count_summary(&mut self, slot: usize, evaluation: usize) {
        let Some(&facet) = OF_STATEMENTS.get(slot) else { return };
        if let Some(counts) = self.matches.counts.0.get_mut(facet as usize) {
            self.filter.each_value(facet, evaluation..evaluation + 1, adding(counts, 1));
        }
    }

    fn verdict(&self, slot: usize, fails: u8, place: &Range<usize>) -> Verdict {
        let test = OF_STATEMENTS.get(slot).and_then(|&facet| self.filter.test(facet));
        match test {
            Some(test) if fails != 0 => test.judge(place.clone()),
            _ => Verdict::Passes,
        }
    }

    #[inline(always)]
    fn is_said(&self, statement: usize) -> bool {
        self.words.is_none_or(|words| words.statements.has(statement))
    }

    #[inline(always)]
    fn column(&self, slot: usize) -> Option<Column<'a>> {
        self.columns.get(slot).copied().flatten()
    }

    /// Counts the values of statements that lie at a place of a column.
    fn count_values(&mut self, slot: usize, place: Range<usize>, evaluation: usize) {
        let column = self.column(slot);
        if let (Some(column), Some(mut tally)) = (column, self.tally(slot, evaluation)) {
            column.each(place, |number| tally.count(number));
        }
    }

    fn tally(&mut self, slot: usize, evaluation: usize) -> Option<Tally<'_>> {
        let facet = OF_STATEMENTS.get(slot)?;
        let counts = self.matches.counts.0.get_mut(*facet as usize)?;
        let stamps = self.stamps.get_mut(slot).filter(|_| self.unit == Unit::Evaluations);
        Some(Tally { counts, stamps, stamp: evaluation as u32 + 1 })
    }

    /// Counts the evaluations that fail nothing in every facet. Neighbours of one weight are read
    /// in one go: where everything matches, a facet is one walk along its column.
    fn count_results(&mut self) {
        let filter = self.filter;
        // Where statements are counted, or must pass, theirs were counted one by one.
        let by_statement = self.unit == Unit::Statements || filter.asks_of_statements;
        for (&facet, counts) in FacetId::ALL.iter().zip(&mut self.matches.counts.0) {
            if by_statement && facet.is_of_statements() {
                continue;
            }
            let alike = |a: &(usize, u32), b: &(usize, u32)| a.0 + 1 == b.0 && a.1 == b.1;
            for run in self.results.chunk_by(alike) {
                let Some(&(first, weight)) = run.first() else { continue };
                filter.each_value(facet, first..first + run.len(), adding(counts, weight));
            }
        }
    }

    /// Counts an evaluation in the one facet that it fails.
    fn count_missed(&mut self, fails: Fails, evaluation: usize, weight: u32) {
        for (&facet, counts) in FacetId::ALL.iter().zip(&mut self.matches.counts.0) {
            if fails != bit(facet) {
                continue;
            }
            let mut add = adding(counts, weight);
            match self.filter.verdict(facet, evaluation) {
                Verdict::Passes | Verdict::Misses => {
                    self.filter.each_value(facet, evaluation..evaluation + 1, add);
                }
                Verdict::Barred(number) => add(number),
                Verdict::Shut => {}
            }
        }
    }
}

/// Adds a weight to the count of each value that it is given.
#[inline(always)]
fn adding(counts: &mut [u32], weight: u32) -> impl FnMut(u16) {
    move |number| {
        if let Some(count) = counts.get_mut(usize::from(number)) {
            *count += weight;
        }
    }
}

/// The counts of one facet of statements while one evaluation is visited.
struct Tally<'c> {
    counts: &'c mut Vec<u32>,
    /// Only where evaluations are counted.
    stamps: Option<&'c mut Vec<u32>>,
    stamp: u32,
}

impl Tally<'_> {
    #[inline(always)]
    fn count(&mut self, number: u16) {
        let number = usize::from(number);
        if let Some(stamp) = self.stamps.as_mut().and_then(|stamps| stamps.get_mut(number)) {
            if *stamp == self.stamp {
                return;
            }
            *stamp = self.stamp;
        }
        if let Some(count) = self.counts.get_mut(number) {
            *count += 1;
        }
    }
}
