//! A set that other commands work on: it must be without errors.

use std::path::Path;

use anyhow::Context;
use explorer_compiler::compile;
use explorer_core::content::Content;

/// The set of a folder; `None` after its errors have been printed.
pub fn sound(dir: &Path) -> anyhow::Result<Option<Content>> {
    let compiled =
        compile(dir).with_context(|| format!("cannot read the folder {}", dir.display()))?;
    if compiled.content.is_none() {
        eprint!("{}", compiled.report);
    }
    Ok(compiled.content)
}
