//! A set that commands other than `check` work on: refused when it has errors.

use std::fs;
use std::io::{IsTerminal, stderr};
use std::path::Path;

use anyhow::Context;
use explorer_compiler::packed::packed;
use explorer_compiler::source::Sources;
use explorer_compiler::{Compiled, compile_since};
use explorer_core::content::Content;
use explorer_core::dataset::Dataset;

/// Reads and checks a set.
pub fn opened(dir: &Path) -> anyhow::Result<Compiled> {
    opened_since(dir, None)
}

/// Reads and checks a set, also against an earlier list of published ids.
pub fn opened_since(dir: &Path, earlier_ids: Option<&str>) -> anyhow::Result<Compiled> {
    let sources = Sources::gather(dir);
    let sources = sources.with_context(|| format!("cannot read the folder {}", dir.display()))?;
    Ok(compile_since(&sources, earlier_ids))
}

/// Reads and checks a set; prints its problems and gives nothing when there are errors.
pub fn checked(dir: &Path) -> anyhow::Result<Option<Content>> {
    let Compiled { content, report, .. } = opened(dir)?;
    if content.is_none() {
        eprint!("{report}");
    }
    Ok(content)
}

/// Opens a packed file, or checks and packs a folder; prints its problems and gives nothing when
/// there are errors.
pub fn dataset(data: &Path) -> anyhow::Result<Option<Dataset>> {
    let bytes = if data.is_file() {
        fs::read(data).with_context(|| format!("cannot read {}", data.display()))?
    } else {
        let Some(content) = checked(data)? else { return Ok(None) };
        packed(&content)?
    };
    let dataset = Dataset::open(bytes);
    dataset.map(Some).with_context(|| format!("cannot open {}", data.display()))
}

/// Says what is being done, where somebody looks on.
pub fn say(what: &str) {
    if stderr().is_terminal() {
        eprintln!("{what} …");
    }
}
