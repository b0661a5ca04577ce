//! Numbers of the small set in `tests/sound/`, counted by hand.

#![expect(clippy::unwrap_used, reason = "a test stops where its own files are not right")]

use std::path::Path;

use explorer_compiler::compile_sources;
use explorer_compiler::source::Sources;
use explorer_compiler::stats::{Coverage, Stats, stats};

fn sound() -> Stats {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sound");
    let sources = Sources::gather(&dir).unwrap();
    stats(&sources, &compile_sources(&sources).content.unwrap())
}

#[track_caller]
fn coverage<'s>(stats: &'s Stats, field: &str) -> &'s Coverage {
    stats.fields.iter().find(|coverage| coverage.field == field).unwrap()
}

#[test]
fn things_are_counted_by_kind() {
    let stats = sound();
    assert_eq!((stats.evaluations, stats.projects, stats.statements), (2, 3, 4));
    assert_eq!((stats.tensions, stats.contradictions), (1, 1));
    let kinds: Vec<usize> = stats.kinds.iter().map(|count| count.number).collect();
    assert_eq!(kinds, [2, 0, 0, 1, 0, 0, 1]);
}

#[test]
fn only_terms_in_use_are_counted() {
    let terms: Vec<(String, usize)> =
        sound().terms.into_iter().map(|count| (count.of, count.number)).collect();
    // Three countries and the region that they lie in.
    assert!(terms.contains(&("places".to_owned(), 4)));
    assert!(terms.contains(&("agencies".to_owned(), 2)));
}

#[test]
fn what_is_not_stated_is_named() {
    let stats = sound();
    let published = coverage(&stats, "published");
    assert_eq!((published.possible, published.stated), (2, 1));
    assert_eq!(published.not_stated_in, ["unodc-river-2020"]);
    let depth = coverage(&stats, "kind.depth");
    assert_eq!((depth.possible, depth.stated), (2, 0));
}

#[test]
fn money_stated_elsewhere_is_neither_stated_nor_missing() {
    let stats = sound();
    let budgets = coverage(&stats, "projects.budgets");
    assert_eq!((budgets.possible, budgets.stated, budgets.elsewhere), (3, 1, 2));
    assert!(budgets.not_stated_in.is_empty());
}
