//! The questions of `docs/questions.md`: every link is in its shortest form and is answered with
//! the sentence that the page promises.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first thing that is not there"
)]

use std::path::Path;

use explorer_compiler::answer::{Wish, answer};
use explorer_core::address::{self, Prefix};
use explorer_core::artifact::pack;
use explorer_core::dataset::Dataset;

const QUESTIONS: &str = include_str!("../../../docs/questions.md");

fn dataset() -> Dataset {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let compiled = explorer_compiler::compile(&data).expect("the folder of the data");
    let content = compiled.content.expect("the data compile without a problem");
    Dataset::open(pack(&content).expect("a set that can be packed")).expect("a set that opens")
}

/// The links and sentences of the table.
fn promised() -> Vec<(&'static str, &'static str)> {
    let rows = QUESTIONS.lines().filter(|line| line.contains("`?ee-"));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let [_, _, link, sentence] = cells.as_slice() else {
            panic!("a row has four cells: {row}")
        };
        (link.trim_matches('`').trim_start_matches('?'), *sentence)
    })
    .collect()
}

#[test]
fn every_question_is_answered_as_the_page_says() {
    let dataset = dataset();
    let promised = promised();
    assert_eq!(promised.len(), 10);
    for (link, sentence) in promised {
        let answer = answer(&dataset, link, Wish::default());
        // A date does not break over lines in the explorer; in the table it may.
        assert_eq!(answer.sentence.replace('\u{a0}', " "), sentence, "{link}");
        assert!(answer.issues.is_empty(), "{link}: {:?}", answer.issues);
    }
}

#[test]
fn every_link_is_the_one_that_the_explorer_writes() {
    for (link, _) in promised() {
        let decoded = address::decode(link, &address::Settings::default());
        assert_eq!(address::encode_in_full(&decoded.state, &Prefix::default()), link);
    }
}
