//! What the cards of results say beside the record itself.

use std::ops::Range;

use crate::dataset::{Dataset, EvaluationIx};
use crate::evaluation::Evaluation;
use crate::search::{Marks, best_passage, highlights};
use crate::statement::{Statement, StatementKind};
use crate::vocabulary::Vocabulary;

/// About how many letters a passage has.
const PASSAGE: usize = 240;

/// A part of a text with what to mark in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The text to show.
    pub text: String,
    /// What to mark: byte ranges of the text, on character boundaries, sorted, disjoint.
    pub marks: Vec<Range<usize>>,
    /// True when text was left out before it.
    pub is_cut_before: bool,
    /// True when text was left out after it.
    pub is_cut_after: bool,
}

/// The statement of an evaluation that says most of what was searched, and its best passage;
/// `None` when none says any of it.
#[must_use]
pub fn best_statement(statements: &[Statement], marks: &Marks) -> Option<(usize, Passage)> {
    let texts = statements.iter().map(|statement| statement.text.as_str());
    let (at, excerpt) = best_passage(texts, marks, PASSAGE)?;
    let text = &statements.get(at)?.text;
    let start = excerpt.range.start;
    let moved = |mark: &Range<usize>| mark.start.checked_sub(start)..mark.end.checked_sub(start);
    let marks = excerpt.marks.iter().map(moved);
    let passage = Passage {
        marks: marks.filter_map(|mark| Some(mark.start?..mark.end?)).collect(),
        is_cut_before: start > 0,
        is_cut_after: excerpt.range.end < text.len(),
        text: text.get(excerpt.range)?.to_owned(),
    };
    Some((at, passage))
}

/// A whole text with what to mark in it.
#[must_use]
pub fn whole(text: &str, marks: &Marks) -> Passage {
    Passage {
        marks: highlights(text, marks),
        text: text.to_owned(),
        is_cut_before: false,
        is_cut_after: false,
    }
}

/// How many statements of each kind an evaluation has, in the order of kinds, without those it
/// has none of.
#[must_use]
pub fn kinds_of(dataset: &Dataset, ix: EvaluationIx) -> Vec<(StatementKind, usize)> {
    let statements = statements_of(dataset, ix);
    let count = |kind| statements.iter().filter(|statement| statement.kind == kind).count();
    StatementKind::ALL
        .iter()
        .map(|&kind| (kind, count(kind)))
        .filter(|&(_, number)| number > 0)
        .collect()
}

/// The statements of an evaluation, in its own order.
#[must_use]
pub fn statements_of(dataset: &Dataset, ix: EvaluationIx) -> Vec<Statement> {
    dataset.statements_of(ix).filter_map(|ix| dataset.statement(ix)).collect()
}

/// The names of the places of an evaluation that have a term, each once, in the document's order.
#[must_use]
pub fn places_of(evaluation: &Evaluation, vocabulary: &Vocabulary, lang: &str) -> Vec<String> {
    let terms = evaluation.places.iter().filter_map(|place| place.term.as_ref());
    let mut names: Vec<String> = Vec::new();
    for term in terms.filter_map(|id| vocabulary.places.get(id)) {
        let name = term.label(lang).to_owned();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
