//! Synthetic sets.

use std::collections::BTreeMap;

use explorer_compiler::compile_sources;
use explorer_compiler::export::json;
use explorer_compiler::source::Sources;
use explorer_compiler::synth::{Options, content, files, records};

const SMALL: Options = Options { evaluations: 60, statements: 30, seed: 7 };

#[test]
fn the_same_seed_gives_the_same_set_and_another_seed_another() {
    assert_eq!(content(SMALL), content(SMALL));
    assert_ne!(content(SMALL), content(Options { seed: 8, ..SMALL }));
}

#[test]
fn a_larger_set_begins_with_the_records_of_a_smaller_one() {
    let larger = Options { evaluations: 90, ..SMALL };
    assert!(records(larger).take(60).eq(records(SMALL)));
}

#[test]
fn a_synthetic_set_comes_back_from_its_json_document() {
    let set = content(SMALL);
    let mut text = Vec::new();
    json::write(&set, &mut text).unwrap();
    assert_eq!(json::read(std::str::from_utf8(&text).unwrap()).unwrap(), set);
}

#[test]
fn a_set_has_as_many_records_and_statements_as_asked_for_and_a_long_tail_of_words() {
    let set = content(SMALL);
    assert_eq!(set.records.len(), 60);
    assert!(set.records.iter().all(|record| record.statements.len() == 30));
    let texts = set.records.iter().flat_map(|record| &record.statements).map(|s| &s.text);
    let words: Vec<_> = texts.flat_map(|text| text.split(' ')).collect();
    let different: std::collections::BTreeSet<_> = words.iter().collect();
    assert!(different.len() > 4000 && different.len() < words.len() / 3, "{}", different.len());
}

#[test]
fn a_synthetic_set_goes_through_the_checks_as_authoring_files() {
    let set = content(Options { evaluations: 12, ..SMALL });
    let mut texts: BTreeMap<String, String> =
        files::beside(&set).into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
    for record in &set.records {
        let name = format!("evaluations/{}.toml", record.evaluation.id);
        texts.insert(name, files::record(record));
    }
    let compiled = compile_sources(&Sources::default().with_texts(&texts));
    let read = compiled.content.unwrap_or_else(|| panic!("{}", compiled.report));
    assert_eq!(read.records, set.records);
    assert_eq!(read.tensions, set.tensions);
}
