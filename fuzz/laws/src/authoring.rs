//! Authoring files.

use std::collections::BTreeMap;

use explorer_compiler::packed::packed;
use explorer_compiler::source::{SET, Sources, TENSIONS};
use explorer_compiler::{Compiled, compile_since};
use explorer_core::dataset::Dataset;

use crate::sound::sound;

/// Any text in the place of any authoring file is refused with problems that have a place, or
/// makes a set that can be packed and opened.
pub fn authoring(text: &str) {
    for name in [
        "evaluations/unodc-river-2020.toml",
        "vocabulary/places.toml",
        "published-ids.txt",
        "redirects.toml",
        TENSIONS,
        SET,
    ] {
        checks(&sound().with_texts(&BTreeMap::from([(name.to_owned(), text.to_owned())])), text);
    }
}

fn checks(sources: &Sources, text: &str) {
    let Compiled { content, report, .. } = compile_since(sources, Some(text));
    assert_eq!(content.is_none(), report.has_errors(), "{report}");
    for problem in report.problems() {
        let Some(file) = sources.get(&problem.location.file) else { continue };
        let lines = file.text().split('\n').count();
        assert!((1..=lines).contains(&problem.location.line), "{problem}");
    }
    if let Some(content) = content {
        let bytes = packed(&content).expect("a set without errors can be packed");
        assert!(Dataset::open(bytes).is_ok());
    }
}
