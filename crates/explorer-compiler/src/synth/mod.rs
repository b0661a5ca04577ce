//! Sets of any size that look like real ones, for measuring. The same seed gives the same set.
//!
//! Nothing in them is true: names, sentences and figures are drawn from small lists of our own.
//! Words follow Zipf's law with a long tail, so that indexes grow as they would with real texts.

mod chance;
pub mod files;
mod lists;
mod record;
mod vocabulary;
mod words;

use explorer_core::content::{Content, Record, Synonyms};
use explorer_core::id::EvaluationId;
use explorer_core::statement::StatementKind;
use explorer_core::tension::{Side, Tension, TensionKind};

use chance::Chance;

/// What to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// How many evaluations.
    pub evaluations: usize,
    /// How many statements each.
    pub statements: usize,
    /// Which set of that size.
    pub seed: u64,
}

/// The records of a set, made one at a time.
///
/// Each record depends on the seed and its own number only, so a larger set begins with the
/// records of a smaller one.
pub fn records(options: Options) -> impl Iterator<Item = Record> {
    let words = words::Words::new();
    (0..options.evaluations).map(move |number| {
        let mut chance = Chance::new(options.seed, number as u64);
        record::record(number, options.statements, &words, &mut chance)
    })
}

/// A whole set in memory.
#[must_use]
pub fn content(options: Options) -> Content {
    let mut records: Vec<Record> = records(options).collect();
    records.sort_by(|a, b| a.evaluation.id.cmp(&b.evaluation.id));
    Content { tensions: tensions(&records), records, ..frame() }
}

/// A set without records: its title, date, terms and words that mean the same.
#[must_use]
pub fn frame() -> Content {
    let words = |words: &[&str]| Synonyms { words: words.iter().map(|&w| w.into()).collect() };
    Content {
        title: "A synthetic set for measuring; nothing in it is true".to_owned(),
        data_date: record::some_day(),
        records: Vec::new(),
        tensions: Vec::new(),
        vocabulary: vocabulary::vocabulary(),
        synonyms: vec![words(&["un", "united nations"]), words(&["tip", "trafficking in persons"])],
        redirects: Vec::new(),
    }
}

/// A disagreement between the findings of neighbours, one for every twenty records.
fn tensions(records: &[Record]) -> Vec<Tension> {
    let side = |record: &Record| {
        let found = record.statements.iter().find(|s| s.kind == StatementKind::Finding);
        found.map(|statement| Side {
            stance: "As this one says".to_owned(),
            statements: vec![statement.id.clone()],
            evaluations: Vec::<EvaluationId>::new(),
        })
    };
    let pairs = records.chunks(20).filter_map(|neighbours| match neighbours {
        [a, b, ..] => Some((side(a)?, side(b)?)),
        _ => None,
    });
    (1..)
        .zip(pairs)
        .map(|(number, (a, b)): (usize, _)| Tension {
            id: format!("difference-{number}").as_str().into(),
            kind: TensionKind::Tension,
            question: format!("Do both hold? Question {number}"),
            summary: "Two findings on one matter differ.".to_owned(),
            may_come_from: None,
            sides: vec![a, b],
            silent: Vec::new(),
            within: None,
        })
        .collect()
}
