//! The command line and the widget give the same bytes for the same link: one writes from what
//! authors wrote, the other from the packed set.

use explorer_compiler::answer::taken_by;
use explorer_compiler::export::{Export, Format, Of, Options, export, only};
use explorer_compiler::packed::packed;
use explorer_core::address::{Settings, decode};
use explorer_core::dataset::Dataset;
use explorer_core::outcome;
use explorer_core::query::Unit;
use explorer_core::view::taken::{records, taken};
use explorer_lang::export::{bibtex, csv, json_rows, ris};

use crate::small::content;

#[track_caller]
fn check(link: &str, expected_rows: usize) {
    let content = content();
    let dataset = Dataset::open(packed(&content).unwrap()).unwrap();
    let state = decode(link, &Settings::default()).state;
    let taken = taken(&dataset, &state, &outcome::run(&dataset, state.query()));
    let records = records(&dataset, &taken);
    let vocabulary = dataset.vocabulary();
    let in_widget = [
        (Format::Csv, csv(&records, vocabulary, taken.unit)),
        (Format::JsonRows, json_rows(&records, vocabulary, taken.unit)),
        (Format::Bibtex, bibtex(&records, vocabulary)),
        (Format::Ris, ris(&records, vocabulary)),
    ];
    let (evaluations, statements) = taken_by(&dataset, link);
    let part = only(&content, &evaluations, &statements);
    let of = match taken.unit {
        Unit::Evaluations => Of::Evaluations,
        Unit::Statements => Of::Statements,
    };
    let options = Options { of, ..Options::default() };
    for (format, text) in in_widget {
        let Export::One(bytes) = export(&part, format, &options).unwrap() else {
            panic!("a folder")
        };
        assert_eq!(String::from_utf8(bytes).unwrap(), text, "{} of {link}", format.code());
    }
    let rows: serde_json::Value =
        serde_json::from_str(&json_rows(&records, vocabulary, taken.unit)).unwrap();
    assert_eq!(rows.as_array().map(Vec::len), Some(expected_rows), "{link}");
}

#[test]
fn the_same_link_gives_the_same_bytes_on_the_command_line_and_in_the_widget() {
    check("?ee-v=1", 2);
    check("?ee-unit=statements&ee-v=1", 3);
    check("?ee-unit=statements&ee-kind=recommendation&ee-v=1", 1);
    check("?ee-open=acme-9-2019&ee-v=1", 1);
    check("?ee-view=reading&ee-list=acme-12-2022-f1&ee-v=1", 1);
    check("?ee-country=nowhere&ee-v=1", 0);
}

/// The evaluations of the JSON rows of a link, from the command line's part of the set.
fn listed(link: &str) -> Vec<String> {
    let content = content();
    let dataset = Dataset::open(packed(&content).unwrap()).unwrap();
    let (evaluations, statements) = taken_by(&dataset, link);
    let part = only(&content, &evaluations, &statements);
    part.records.iter().map(|record| record.evaluation.id.to_string()).collect()
}

#[test]
fn compared_evaluations_keep_the_order_in_which_they_were_chosen() {
    let [one, other] = ["acme-9-2019", "acme-12-2022"];
    for chosen in [[one, other], [other, one]] {
        let link = format!("?ee-view=compare&ee-compare={}&ee-v=1", chosen.join("."));
        check(&link, 2);
        assert_eq!(listed(&link), chosen);
    }
}
