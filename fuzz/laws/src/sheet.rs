//! Sheets of a data package.

use std::sync::LazyLock;

use explorer_compiler::compile_sources;
use explorer_compiler::export::{File, datapackage, sheets};
use explorer_compiler::import::plan;
use explorer_compiler::source::Sources;
use explorer_core::content::Content;

use crate::sound::sound;

static SET: LazyLock<(Sources, Content)> = LazyLock::new(|| {
    let sources = sound();
    let content = compile_sources(&sources).content.expect("the sound set has no errors");
    (sources, content)
});

/// Any bytes in the place of any sheet are refused with problems, or make a set without errors.
pub fn sheet(bytes: &[u8]) {
    let (sources, content) = &*SET;
    // The first byte chooses the sheet, so that one input is tried on one of them.
    let Some((choice, bytes)) = bytes.split_first() else { return };
    let all = sheets::all();
    let sheet = all[usize::from(*choice) % all.len()];
    let file = File { name: datapackage::file_name(sheet), bytes: bytes.to_vec() };
    match plan(&[file], content, sources) {
        Err(problems) => assert!(!problems.is_empty()),
        Ok(plan) => {
            let after = sources.clone().with_texts(&plan.files);
            assert!(!compile_sources(&after).report.has_errors());
            assert_eq!(plan.files.is_empty(), plan.edits.is_empty());
        }
    }
}
