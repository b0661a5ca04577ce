//! What the laws share.

use std::collections::BTreeMap;

use explorer_compiler::source::Sources;

/// The small sound set of the compiler's tests.
#[must_use]
pub(crate) fn sound() -> Sources {
    macro_rules! files {
        ($($name:literal),+ $(,)?) => { [$( ($name, include_str!(concat!(
            "../../../crates/explorer-compiler/tests/sound/",
            $name
        ))) ),+] };
    }
    let files = files![
        "evaluations/ilo-bridge-2021.toml",
        "evaluations/unodc-river-2020.toml",
        "published-ids.txt",
        "redirects.toml",
        "set.toml",
        "tensions.toml",
        "vocabulary/agencies.toml",
        "vocabulary/criteria.toml",
        "vocabulary/organisations.toml",
        "vocabulary/places.toml",
        "vocabulary/synonyms.toml",
        "vocabulary/themes.toml",
    ];
    let texts: BTreeMap<String, String> =
        files.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
    Sources::default().with_texts(&texts)
}
