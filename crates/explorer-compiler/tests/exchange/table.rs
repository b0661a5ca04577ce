//! The flat table.

use expect_test::expect_file;
use explorer_compiler::export::cell::unguard;
use explorer_compiler::export::{Format, Of, Options};

use crate::small::{HOSTILE, content, content_saying};
use crate::{plain_text_of, text_of};

/// The records of a table, by a reader of its own.
fn records(text: &str) -> Vec<Vec<String>> {
    let body = text.strip_prefix('\u{feff}').expect("a byte-order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(body.as_bytes());
    let records = reader.records().map(|record| record.unwrap().iter().map(Into::into).collect());
    records.collect()
}

#[test]
fn a_row_for_each_statement_with_the_header_facts_beside_it() {
    let text = plain_text_of(&content(), Format::Csv);
    expect_file!["golden/statements.csv.txt"].assert_eq(&text.replace("\r\n", "<CRLF>\n"));
    let rows = records(&text);
    assert_eq!(rows.len(), 1 + 3);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
}

#[test]
fn a_row_for_each_evaluation() {
    let options = Options { of: Of::Evaluations, ..Options::default() };
    let text = text_of(&content(), Format::Csv, &options);
    expect_file!["golden/evaluations.csv.txt"].assert_eq(&text.replace("\r\n", "<CRLF>\n"));
    assert_eq!(records(&text).len(), 1 + 2);
}

#[test]
fn no_cell_begins_a_formula_and_every_text_comes_back() {
    for hostile in HOSTILE {
        let rows = records(&plain_text_of(&content_saying(hostile), Format::Csv));
        let column = rows[0].iter().position(|name| name == "text").unwrap();
        assert_eq!(unguard(&rows[1][column]), *hostile);
        for cell in rows.iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
        }
    }
}

#[test]
fn every_line_ends_with_cr_and_lf_outside_quotes() {
    let text = plain_text_of(&content(), Format::Csv);
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert!(text.ends_with("\r\n"));
}
