//! The schema that editors use is the one that the program would write.

use std::path::Path;

use explorer_compiler::shape::{record::EVALUATION, schema::schema};

#[test]
fn the_schema_for_editors_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/schema.json");
    let expected = serde_json::to_string_pretty(&schema(&EVALUATION)).unwrap() + "\n";
    let found = std::fs::read_to_string(path).unwrap();
    assert!(found == expected, "run: evaluations schema -o data/schema.json --force");
}

#[test]
fn editors_find_the_schema_of_records() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let taplo = std::fs::read_to_string(root.join(".taplo.toml")).unwrap();
    assert!(taplo.contains("data/evaluations/*.toml"));
    assert!(taplo.contains("data/schema.json"));
}
