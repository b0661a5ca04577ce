//! The data package.

use std::collections::{BTreeMap, BTreeSet};

use expect_test::expect_file;
use explorer_compiler::export::{Export, File, Format, Options, export};
use explorer_core::content::Content;
use serde_json::Value;

use crate::small::content;

fn files(content: &Content) -> Vec<File> {
    match export(content, Format::Datapackage, &Options::default()).unwrap() {
        Export::Folder(files) => files,
        Export::One(_) => panic!("a package is a folder"),
    }
}

fn descriptor(files: &[File]) -> Value {
    serde_json::from_slice(&files[0].bytes).unwrap()
}

/// The rows of each sheet by column, read as the descriptor says.
fn sheets(files: &[File]) -> BTreeMap<String, Vec<BTreeMap<String, String>>> {
    let descriptor = descriptor(files);
    let resources = descriptor["resources"].as_array().unwrap();
    let rows = |resource: &Value| {
        let file = files.iter().find(|file| resource["path"] == file.name).unwrap();
        let body = file.bytes.strip_prefix("\u{feff}".as_bytes()).unwrap();
        let mut reader = csv::Reader::from_reader(body);
        let names: Vec<_> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let fields = resource["schema"]["fields"].as_array().unwrap();
        assert!(fields.iter().map(|field| &field["name"]).eq(names.iter()), "{names:?}");
        let row = |record: csv::StringRecord| {
            names.iter().cloned().zip(record.iter().map(str::to_owned)).collect()
        };
        reader.records().map(|record| row(record.unwrap())).collect()
    };
    let name = |resource: &Value| resource["name"].as_str().unwrap().to_owned();
    resources.iter().map(|resource| (name(resource), rows(resource))).collect()
}

fn key_of(row: &BTreeMap<String, String>, columns: &Value) -> Vec<String> {
    let columns = columns.as_array().unwrap().iter();
    columns.map(|column| row[column.as_str().unwrap()].clone()).collect()
}

#[test]
fn the_package_holds_every_fact_in_sheets() {
    let mut text = String::new();
    for file in files(&content()) {
        let body = String::from_utf8(file.bytes).unwrap().replace("\r\n", "\n");
        text += &format!("==> {} <==\n{}\n", file.name, body.trim_start_matches('\u{feff}'));
    }
    expect_file!["golden/package.txt"].assert_eq(&text);
}

#[test]
fn primary_keys_tell_rows_apart_and_foreign_keys_point_to_rows() {
    let files = files(&content());
    let sheets = sheets(&files);
    for resource in descriptor(&files)["resources"].as_array().unwrap() {
        let schema = &resource["schema"];
        let rows = &sheets[resource["name"].as_str().unwrap()];
        let keys: BTreeSet<_> = rows.iter().map(|row| key_of(row, &schema["primaryKey"])).collect();
        assert_eq!(keys.len(), rows.len(), "{}", resource["name"]);
        for foreign in schema["foreignKeys"].as_array().unwrap() {
            let reference = &foreign["reference"];
            let there = &sheets[reference["resource"].as_str().unwrap()];
            let keys: BTreeSet<_> =
                there.iter().map(|row| key_of(row, &reference["fields"])).collect();
            for row in rows {
                let key = key_of(row, &foreign["fields"]);
                let stated = key.iter().any(|part| !part.is_empty());
                assert!(!stated || keys.contains(&key), "{} {key:?}", resource["name"]);
            }
        }
    }
}

#[test]
fn required_cells_are_filled_and_codes_are_listed() {
    let files = files(&content());
    let sheets = sheets(&files);
    for resource in descriptor(&files)["resources"].as_array().unwrap() {
        for field in resource["schema"]["fields"].as_array().unwrap() {
            let constraints = &field["constraints"];
            let name = field["name"].as_str().unwrap();
            for row in &sheets[resource["name"].as_str().unwrap()] {
                let cell = &row[name];
                assert!(constraints["required"] != true || !cell.is_empty(), "{name}");
                if let Some(codes) = constraints["enum"].as_array().filter(|_| !cell.is_empty()) {
                    assert!(codes.contains(&Value::from(cell.as_str())), "{name} {cell}");
                }
            }
        }
    }
}
