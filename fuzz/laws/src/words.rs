//! What readers type.

use std::sync::LazyLock;

use explorer_core::artifact::pack;
use explorer_core::dataset::Dataset;
use explorer_core::outcome;
use explorer_core::query::Query;
use explorer_core::search::{excerpt, highlights, parse, parse_sentence};
use explorer_core::testing::content_of_seed;

static SET: LazyLock<Option<Dataset>> =
    LazyLock::new(|| Dataset::open(pack(&content_of_seed(7, 6)).ok()?).ok());

/// Any text can be typed: it is understood, searched, and what it marks lies on characters.
pub fn words(typed: &str) {
    for parsed in [parse(typed), parse_sentence(typed)] {
        for clause in parsed.clauses.iter().chain(&parsed.excluded) {
            assert!(!clause.alternatives.is_empty() && clause.times > 0, "{typed}");
        }
    }
    let Some(set) = SET.as_ref() else { return };
    let outcome = outcome::run(set, &Query { text: typed.to_owned(), ..Query::default() });
    let marks = outcome.reading.map(|reading| reading.marks).unwrap_or_default();
    let mut last = 0;
    for range in highlights(typed, &marks) {
        assert!(range.start >= last && typed.get(range.clone()).is_some(), "{typed}");
        last = range.end;
    }
    assert!(typed.get(excerpt(typed, &marks, 30).range).is_some(), "{typed}");
}
