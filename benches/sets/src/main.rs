//! Synthetic sets in the forms that measuring needs: packed as readers get them, as the flat
//! records that search engines of others take, and those flat records packed.
//!
//! The records are those of `evaluations synth`: the same number gives the same set.

mod flat;

use std::fs;

use anyhow::{Context, bail};
use explorer_compiler::packed::packed;
use explorer_compiler::synth::{Options, content, records};
use explorer_core::artifact;

const STATEMENTS: usize = 30;
const SEED: u64 = 1;

const HELP: &str = "\
explorer-sets packed N FILE     N evaluations, packed
explorer-sets flat N FILE       the same as one JSON array of flat records
explorer-sets pack FLAT FILE    flat records, packed for the engine's plain interface";

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (bytes, to) = match *arguments.as_slice() {
        ["packed", number, to] => (packed(&content(options(number)?))?, to),
        ["flat", number, to] => (flat_records(options(number)?)?, to),
        ["pack", from, to] => {
            let json = fs::read(from).with_context(|| format!("cannot read {from}"))?;
            let content =
                explorer_flat::content(&json).with_context(|| format!("cannot read {from}"))?;
            (artifact::pack(&content)?, to)
        }
        _ => bail!("{HELP}"),
    };
    fs::write(to, bytes).with_context(|| format!("cannot write {to}"))
}

/// An array, written record by record: as values all at once they would take gigabytes.
fn flat_records(options: Options) -> anyhow::Result<Vec<u8>> {
    let mut json = vec![b'['];
    for record in records(options) {
        if json.len() > 1 {
            json.extend(b",\n");
        }
        serde_json::to_writer(&mut json, &flat::flat(&record))?;
    }
    json.push(b']');
    Ok(json)
}

fn options(evaluations: &str) -> anyhow::Result<Options> {
    let evaluations = evaluations.parse().with_context(|| format!("`{evaluations}`: no number"))?;
    Ok(Options { evaluations, statements: STATEMENTS, seed: SEED })
}
