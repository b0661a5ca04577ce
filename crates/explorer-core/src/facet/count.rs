//! Results and the counts of all facets, in one pass over the columns.
//!
//! # What a count says
//!
//! The count of a value is the number of results, in the unit that is listed, if its facet asked
//! for that value and nothing else, while all other filters and the facet's own exclusions stay
//! (for an excluded value, all but its own exclusion).
//!
//! For a facet in which nothing is asked for, that is exactly what a click on the value gives.
//! Where something is asked for already, the values of a facet are alternatives: a click adds the
//! records counted here to those that are there, and the records that have both are not doubled.
//! Unlike "how many would be added", this number does not change while a reader ticks several
//! values of one facet, and it says of a ticked value how much of the results it stands for.

use std::ops::Range;

use super::FacetId;
use super::bits::Bits;
use super::filter::{Fails, Filter, OF_STATEMENTS, Verdict, bit, can_count};
use crate::artifact::column::Column;
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The numbers of the evaluations.
    pub evaluations: Bits,
    /// The numbers of the statements.
    pub statements: Bits,
}

/// What a question gives, before it is put in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// The numbers of the evaluations, rising.
    pub evaluations: Vec<u32>,
    /// The numbers of the statements, rising.
    pub statements: Vec<u32>,
    /// The counts of the unit asked for.
    pub counts: Counts,
}

/// Finds all records that match the filters and, if there are words, the words; and counts.
#[must_use]
pub fn matches(dataset: &Dataset, query: &Query, words: Option<&Words>) -> Matches {
    let filter = Filter::new(dataset, query);
    let mut pass = Pass::new(dataset, &filter, query.unit, words);
    for evaluation in 0..filter.evaluations {
        pass.visit(evaluation);
    }
    pass.matches
}

/// One walk over all evaluations.
struct Pass<'a> {
    filter: &'a Filter<'a>,
    unit: Unit,
    words: Option<&'a Words>,
    matches: Matches,
    /// For each value of the facets of statements, the evaluation (plus one) that was counted
    /// last, so that an evaluation counts once however many of its statements have the value.
    stamps: [Vec<u32>; 3],
}

impl<'a> Pass<'a> {
    fn new(
        dataset: &Dataset,
        filter: &'a Filter<'a>,
        unit: Unit,
        words: Option<&'a Words>,
    ) -> Self {
        let zeros = |&facet: &FacetId| vec![0; dataset.facet_values(facet).len()];
        let counts = Counts(FacetId::ALL.iter().map(zeros).collect());
        let stamps = OF_STATEMENTS.map(|facet| zeros(&facet));
        Self { filter, unit, words, matches: Matches { counts, ..Matches::default() }, stamps }
    }

    fn visit(&mut self, evaluation: usize) {
        let fails = self.filter.fails(evaluation);
        if !can_count(fails) {
            return;
        }
        let statements = self.statements_of(evaluation);
        let is_named = self.words.is_none_or(|words| words.evaluations.has(evaluation));
        let (found, any) = if self.is_plain(&statements) {
            (self.take_all(fails, evaluation, statements, is_named), true)
        } else {
            self.take_some(fails, evaluation, statements, is_named)
        };
        let counts_evaluation = is_named && (any || !self.filter.asks_of_statements);
        if fails == 0 && counts_evaluation {
            self.matches.evaluations.push(evaluation as u32);
        }
        let weight = match self.unit {
            Unit::Evaluations => u32::from(counts_evaluation),
            Unit::Statements => found,
        };
        if weight > 0 {
            self.count_evaluation(fails, evaluation, weight);
        }
    }

    fn statements_of(&self, evaluation: usize) -> Range<usize> {
        self.filter.statements.map_or(0..0, |starts| starts.range(evaluation))
    }

    /// True when nothing tells the evaluation's statements apart, so that they need no walk:
    /// nothing is asked of statements, and the words match none of them or there are none.
    fn is_plain(&self, statements: &Range<usize>) -> bool {
        let told_apart = |words: &Words| words.statements.has_any(statements.clone());
        !self.filter.asks_of_statements && !self.words.is_some_and(told_apart)
    }

    /// Takes all statements of an evaluation, or none when there are words, which then match
    /// none of them. Returns how many.
    fn take_all(
        &mut self,
        fails: Fails,
        evaluation: usize,
        statements: Range<usize>,
        is_named: bool,
    ) -> u32 {
        let found = if self.words.is_none() { statements.len() as u32 } else { 0 };
        if fails != 0 {
            return found;
        }
        if found > 0 {
            self.matches.statements.extend(statements.start as u32..statements.end as u32);
        }
        let counts = match self.unit {
            Unit::Evaluations => is_named,
            Unit::Statements => found > 0,
        };
        if counts {
            for (slot, facet) in OF_STATEMENTS.into_iter().enumerate() {
                let Some(column) = self.column(facet) else { continue };
                self.count_values(
                    slot,
                    facet,
                    column,
                    column.of_evaluation(evaluation),
                    evaluation,
                );
            }
        }
        found
    }

    /// Walks over the statements of an evaluation. Returns how many match, and whether any
    /// matches apart from the words.
    fn take_some(
        &mut self,
        fails: Fails,
        evaluation: usize,
        statements: Range<usize>,
        is_named: bool,
    ) -> (u32, bool) {
        let columns = OF_STATEMENTS.map(|facet| self.column(facet));
        let mut at = columns.map(|column| column.map_or(0, |c| c.of_evaluation(evaluation).start));
        let (mut found, mut any) = (0, false);
        for statement in statements {
            let mut places = [(0, 0); 3];
            for ((place, at), column) in places.iter_mut().zip(&mut at).zip(&columns) {
                let end = *at + column.map_or(0, |column| column.length(statement));
                *place = (*at, end);
                *at = end;
            }
            let places = places.map(|(start, end)| start..end);
            let verdicts = self.verdicts(&columns, &places);
            let failing = verdicts.iter().filter(|&&verdict| verdict != Verdict::Passes).count();
            let is_said = self.words.is_none_or(|words| words.statements.has(statement));
            any |= failing == 0;
            if failing == 0 && is_said {
                found += 1;
                if fails == 0 {
                    self.matches.statements.push(statement as u32);
                }
            }
            let counts = match self.unit {
                Unit::Evaluations => is_named,
                Unit::Statements => is_said,
            };
            if fails == 0 && counts && failing < 2 {
                self.count_statement(failing, &columns, &verdicts, &places, evaluation);
            }
        }
        (found, any)
    }

    fn column(&self, facet: FacetId) -> Option<Column<'a>> {
        self.filter.test(facet).and_then(|test| test.column)
    }

    fn verdicts(
        &self,
        columns: &[Option<Column<'a>>; 3],
        places: &[Range<usize>; 3],
    ) -> [Verdict; 3] {
        let mut verdicts = [Verdict::Passes; 3];
        for (slot, verdict) in verdicts.iter_mut().enumerate() {
            let facet = OF_STATEMENTS.get(slot).and_then(|&facet| self.filter.test(facet));
            let column = columns.get(slot).copied().flatten();
            if let (Some(test), Some(column), Some(place)) = (facet, column, places.get(slot))
                && test.is_active
            {
                *verdict = test.judge(|each| column.each(place.clone(), each));
            }
        }
        verdicts
    }

    /// Counts a statement that fails at most one facet: in that one, or in all.
    fn count_statement(
        &mut self,
        failing: usize,
        columns: &[Option<Column<'a>>; 3],
        verdicts: &[Verdict; 3],
        places: &[Range<usize>; 3],
        evaluation: usize,
    ) {
        let slots = OF_STATEMENTS.into_iter().zip(columns).zip(verdicts).zip(places).enumerate();
        for (slot, (((facet, column), &verdict), place)) in slots {
            if failing == 1 && verdict == Verdict::Passes {
                continue;
            }
            match verdict {
                Verdict::Passes | Verdict::Misses => {
                    let Some(column) = *column else { continue };
                    self.count_values(slot, facet, column, place.clone(), evaluation);
                }
                Verdict::Barred(number) => self.count_value(slot, facet, number, evaluation),
                Verdict::Shut => {}
            }
        }
    }

    fn count_values(
        &mut self,
        slot: usize,
        facet: FacetId,
        column: Column<'a>,
        place: Range<usize>,
        evaluation: usize,
    ) {
        column.each(place, &mut |number| self.count_value(slot, facet, number, evaluation));
    }

    /// Counts a value of a facet of statements.
    fn count_value(&mut self, slot: usize, facet: FacetId, number: u16, evaluation: usize) {
        let number = usize::from(number);
        if self.unit == Unit::Evaluations {
            let stamp = self.stamps.get_mut(slot).and_then(|stamps| stamps.get_mut(number));
            let Some(stamp) = stamp else { return };
            if *stamp == evaluation as u32 + 1 {
                return;
            }
            *stamp = evaluation as u32 + 1;
        }
        add(&mut self.matches.counts, facet, number, 1);
    }

    /// Counts an evaluation that fails at most one filter: in that facet, or in all.
    fn count_evaluation(&mut self, fails: Fails, evaluation: usize, weight: u32) {
        let (filter, counts) = (self.filter, &mut self.matches.counts);
        for &facet in FacetId::ALL {
            if facet.is_of_statements() || (fails != 0 && fails != bit(facet)) {
                continue;
            }
            let verdict =
                if fails == 0 { Verdict::Passes } else { filter.verdict(facet, evaluation) };
            let mut add = |number: u16| add(counts, facet, usize::from(number), weight);
            match verdict {
                Verdict::Passes | Verdict::Misses => {
                    filter.each_value(facet, evaluation, &mut add);
                }
                Verdict::Barred(number) => add(number),
                Verdict::Shut => {}
            }
        }
    }
}

fn add(counts: &mut Counts, facet: FacetId, number: usize, weight: u32) {
    let count = counts.0.get_mut(facet as usize).and_then(|values| values.get_mut(number));
    if let Some(count) = count {
        *count += weight;
    }
}
