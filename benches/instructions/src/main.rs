//! Does each operation of the engine once, on a packed set, for a profiler that counts
//! instructions: `cargo xtask test instructions`.
//!
//! Each operation happens inside [`counted`], and nothing else does, so a profiler that collects
//! in that function alone, and writes down what it has at its end, has one figure an operation, in
//! the order of the names that this program prints.

use std::hint::black_box;
use std::process::ExitCode;

use explorer_core::address::{Settings, decode, encode};
use explorer_core::compare::Comparison;
use explorer_core::dataset::{Dataset, EvaluationIx};
use explorer_core::facet::FacetId;
use explorer_core::outcome;
use explorer_core::query::{Query, Unit};
use explorer_core::search::Marks;
use explorer_core::view::results::{best_statement, whole};

/// How many results a page shows.
const PAGE: usize = 20;

/// Words that synthetic sets have: one of the commonest, one in the middle, one that is rare.
const QUESTIONS: [(&str, &str); 8] = [
    ("word", "training"),
    ("rare word", "corcorcor"),
    ("two words", "border police"),
    ("first letter", "t"),
    ("half a word", "prosec"),
    ("typo", "traning"),
    ("phrase", "\"training support\""),
    ("no such word", "qqxzzkv"),
];

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("explorer-instructions SET.eep");
        return ExitCode::FAILURE;
    };
    match std::fs::read(&path) {
        Ok(bytes) => run(bytes),
        Err(error) => {
            eprintln!("cannot read {path}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(bytes: Vec<u8>) -> ExitCode {
    let mut bytes = Some(bytes);
    let mut opened = None;
    count("open", || opened = bytes.take().and_then(|bytes| Dataset::open(bytes).ok()));
    let Some(set) = opened else {
        eprintln!("this is no packed set");
        return ExitCode::FAILURE;
    };
    // What is made on first use belongs to no question.
    black_box(outcome::run(&set, &asking("a")));
    for (name, text) in QUESTIONS {
        let query = asking(text);
        count(name, || outcome::run(&set, &query));
    }
    let filtered = filtered(&set);
    count("filters and counts", || outcome::run(&set, &filtered));
    let with_words = Query { text: "training".to_owned(), ..filtered };
    count("word and filters", || outcome::run(&set, &with_words));
    count("page of evaluations", || evaluations(&set, "training"));
    count("page of statements", || statements(&set, "training"));
    let chosen: Vec<EvaluationIx> = set.evaluations().step_by(7).take(4).collect();
    count("comparison of four", || Comparison::of(&set, &chosen));
    let link = "ee-q=training&ee-v=1&ee-country=pe,br,mx&ee-theme=gender-equality&ee-sort=newest";
    count("link", || {
        let settings = Settings::default();
        encode(&decode(link, &settings).state, &settings)
    });
    ExitCode::SUCCESS
}

fn count<T>(name: &str, mut operation: impl FnMut() -> T) {
    println!("{name}");
    counted(&mut || drop(black_box(operation())));
}

/// The only function in which instructions are counted.
#[inline(never)]
fn counted(operation: &mut dyn FnMut()) {
    operation();
    // Something to do after the call, or the compiler jumps there and this function has ended.
    black_box(());
}

fn asking(text: &str) -> Query {
    Query { text: text.to_owned(), ..Query::default() }
}

/// The first two values of three facets, one of them a facet of statements.
fn filtered(set: &Dataset) -> Query {
    let mut query = Query::default();
    for facet in [FacetId::Country, FacetId::Agency, FacetId::Theme] {
        for value in set.facet_values(facet).iter().take(2) {
            query.picks.toggle(facet, &value.id);
        }
    }
    query
}

/// The first page of evaluations as cards show it: titles and best passages, marked.
fn evaluations(set: &Dataset, text: &str) -> usize {
    let outcome = outcome::run(set, &asking(text));
    let marks =
        outcome.reading.as_ref().map_or_else(Marks::default, |reading| reading.marks.clone());
    let card = |ix: &EvaluationIx| {
        let title = set.card(*ix).map_or(0, |it| whole(&it.title, &marks).marks.len());
        let passage = best_statement(set, *ix, &outcome, &marks);
        title + passage.map_or(0, |(_, passage)| passage.marks.len())
    };
    outcome.evaluations.iter().take(PAGE).map(card).sum()
}

/// The first page of statements, marked.
fn statements(set: &Dataset, text: &str) -> usize {
    let query = Query { unit: Unit::Statements, ..asking(text) };
    let outcome = outcome::run(set, &query);
    let first = outcome.first_statements(set, &query, PAGE);
    let marks = outcome.reading.map_or_else(Marks::default, |reading| reading.marks);
    let texts = first.into_iter().filter_map(|ix| set.statement(ix));
    texts.map(|statement| whole(&statement.text, &marks).marks.len()).sum()
}
