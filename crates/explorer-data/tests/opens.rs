//! The embedded bytes are the data, and open.

#![expect(clippy::unwrap_used, reason = "a test stops where the data are not right")]

use std::path::Path;

use explorer_compiler::compile;
use explorer_compiler::packed::packed;
use explorer_core::content::Content;

fn content() -> Content {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    compile(&data).unwrap().content.unwrap()
}

#[test]
fn packing_twice_gives_the_embedded_bytes() {
    assert!(packed(&content()).unwrap() == [explorer_data::FIRST, explorer_data::REST].concat());
}

#[test]
fn every_record_and_statement_is_found_by_its_id() {
    let dataset = explorer_data::dataset().unwrap();
    dataset.complete(explorer_data::REST).unwrap();
    let content = content();
    assert_eq!(dataset.evaluation_count(), content.records.len());
    for record in &content.records {
        let ix = dataset.find_evaluation(record.evaluation.id.as_str()).unwrap();
        assert_eq!(dataset.evaluation(ix).unwrap(), record.evaluation);
        for statement in &record.statements {
            let ix = dataset.find_statement(statement.id.as_str()).unwrap();
            assert_eq!(dataset.statement(ix).unwrap(), *statement);
        }
    }
}

#[test]
fn the_set_is_opened_once() {
    let (one, other) = (explorer_data::dataset().unwrap(), explorer_data::dataset().unwrap());
    assert!(std::sync::Arc::ptr_eq(&one, &other));
}
