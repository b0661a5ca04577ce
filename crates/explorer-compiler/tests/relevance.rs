//! What readers type against the evaluations that should come first; `relevance.toml` says why.

#![allow(clippy::expect_used, reason = "a test stops at the first thing that is not there")]

use std::fmt::Write as _;
use std::path::Path;

use explorer_core::query::Unit;
use explorer_core::search::{
    Lookup, Match, Searcher, Source, SynonymTable, TextIndex, build, parse,
};
use toml_edit::DocumentMut;

struct Query {
    typed: String,
    /// The first results.
    first: Vec<String>,
    /// True when which of them stands before which is not judged.
    in_any_order: bool,
    why: String,
}

fn judged(text: &str) -> Vec<Query> {
    let document: DocumentMut = text.parse().expect("a list of queries");
    let queries = document["queries"].as_array_of_tables().expect("tables named queries");
    let text = |item: &toml_edit::Item| item.as_str().expect("a text").to_owned();
    let query = |table: &toml_edit::Table| {
        let in_any_order = table.contains_key("any_order");
        let first = &table[if in_any_order { "any_order" } else { "first" }];
        let first = first.as_array().expect("a list of ids").iter();
        Query {
            typed: text(&table["typed"]),
            first: first.map(|id| id.as_str().expect("an id").to_owned()).collect(),
            in_any_order,
            why: text(&table["why"]),
        }
    };
    queries.iter().map(query).collect()
}

#[test]
fn what_readers_type_finds_what_they_mean_first() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let compiled = explorer_compiler::compile(&folder.join("../../data")).expect("the data");
    let content = compiled.content.expect("the data of this project compile without a problem");
    let text = std::fs::read_to_string(folder.join("tests/relevance.toml")).expect("the queries");
    let judged = judged(&text);
    assert!(judged.len() >= 90, "at least 90 queries are judged");

    let source = Source::of(&content);
    let bytes = build(&source);
    let index = TextIndex::open(&bytes).expect("an index just built");
    let synonyms = SynonymTable::new(&content.synonyms);
    let searcher = Searcher { index, synonyms: &synonyms, texts: &source };

    let mut misses = String::new();
    for Query { typed, first, in_any_order, why } in judged {
        let lookup = Lookup::of(Unit::Evaluations);
        let mut found = searcher.search(&parse(&typed), lookup).evaluations.found;
        found.sort_by(Match::rank);
        let id = |found: &Match| content.records[found.id as usize].evaluation.id.to_string();
        let mut ids: Vec<String> = found.iter().take(first.len()).map(id).collect();
        if in_any_order {
            ids.sort();
        }
        if ids != first {
            writeln!(misses, "{typed}: expected {first:?} ({why}), found {ids:?}").unwrap();
        }
    }
    assert!(misses.is_empty(), "\n{misses}");
}
