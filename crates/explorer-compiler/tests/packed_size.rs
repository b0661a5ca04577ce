//! A packed set, compressed for the way, against its records as JSON, compressed alike: what the
//! index of words, the columns and the tables cost beside the texts.

#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not there")]

use std::io::Write as _;

use explorer_compiler::export::json;
use explorer_compiler::synth::{Options, content};
use explorer_core::artifact::pack;

fn compressed(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 24);
    writer.write_all(bytes).unwrap();
    drop(writer);
    out.len()
}

#[test]
fn a_packed_set_travels_in_no_more_than_1_3_times_the_bytes_of_its_records() {
    let set = content(Options { evaluations: 100, statements: 30, seed: 1 });
    let mut records = Vec::new();
    json::write(&set, &mut records).unwrap();
    let (packed, records) = (compressed(&pack(&set).unwrap()), compressed(&records));
    let ratio = packed as f64 / records as f64;
    println!("{packed} bytes packed, {records} as JSON: {ratio:.3}");
    assert!(ratio <= 1.3, "{packed} bytes packed, {records} as JSON: {ratio:.3}");
}
