//! Briefs.

use std::sync::LazyLock;

use explorer_compiler::draft::{read, toml};
use explorer_compiler::vocabulary_of;
use explorer_core::vocabulary::Vocabulary;

use crate::sound::sound;

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| vocabulary_of(&sound()));

/// Any text makes a draft: valid TOML without a statement's words, whose facts name lines that the
/// text has.
pub fn draft(text: &str) {
    let draft = read(text, &VOCABULARY);
    let lines = text.lines().count();
    assert!(draft.prompts.iter().all(|prompt| (1..=lines).contains(&prompt.line)));
    assert!(draft.facts.budgets.iter().all(|found| (1..=lines).contains(&found.line)));
    let written = toml(&draft);
    let table = written.parse::<toml_edit::DocumentMut>().expect("a draft is TOML");
    let statements = table.get("statements").and_then(|item| item.as_array_of_tables());
    assert!(statements.into_iter().flatten().all(|statement| !statement.contains_key("text")));
}
