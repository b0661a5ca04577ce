//! Lists that only ever grow, against the versions of them that git knows.
//!
//! The files are compared with the last two commits of the branch, with every release (tags that
//! begin with `v`) and, where the variable `EE_BASE` names a branch to merge into, with the common
//! ancestor. Without git, or outside a checkout of it, there is nothing to compare with.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Each list, and what breaks when a line goes.
const LISTS: [(&str, &str); 2] = [
    ("data/published-ids.txt", "links and citations carry these ids for ever"),
    ("crates/explorer-core/tests/links.txt", "a link that ever worked goes on working"),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// What git prints; `None` when there is no git, no repository or no such thing in it.
fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").current_dir(root()).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The revisions whose lines must all be there still.
fn revisions() -> Vec<String> {
    let releases = git(&["tag", "--list", "v*"]).unwrap_or_default();
    let base = std::env::var("EE_BASE").ok().map(|base| {
        git(&["merge-base", "HEAD", &base])
            .unwrap_or_else(|| panic!("EE_BASE={base}: git finds no common ancestor with HEAD"))
    });
    let before = ["HEAD", "HEAD^1"].into_iter().chain(releases.lines()).chain(base.as_deref());
    before.map(|revision| revision.trim().to_owned()).collect()
}

/// The lines that say something, without comments.
fn entries(text: &str) -> Vec<&str> {
    text.lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
}

/// The first line of `before` that `now` does not have in its place.
fn lost<'t>(before: &'t str, now: &str) -> Option<&'t str> {
    let now = entries(now);
    entries(before)
        .into_iter()
        .enumerate()
        .find(|(place, line)| now.get(*place) != Some(line))
        .map(|(_, line)| line)
}

#[test]
fn lists_that_only_grow_have_all_lines_that_they_ever_had() {
    let revisions = revisions();
    for (list, reason) in LISTS {
        let now = fs::read_to_string(root().join(list)).unwrap();
        for revision in &revisions {
            // Older revisions may not have the list yet, and a shallow checkout has no parents.
            let Some(before) = git(&["show", &format!("{revision}:{list}")]) else { continue };
            let lost = lost(&before, &now);
            assert_eq!(
                lost, None,
                "{list}: this line of {revision} changed, moved or went; put it back, and add new \
                 lines at the end: {reason}"
            );
        }
    }
}

#[test]
fn a_line_that_changed_moved_or_went_is_found() {
    let before = "# ids\na\nb\n\nc\n";
    assert_eq!(lost(before, "# other words\n\na\nb\nc\nd\n"), None);
    assert_eq!(lost(before, "a\nc\n"), Some("b"));
    assert_eq!(lost(before, "a\nb\nC\n"), Some("c"));
    assert_eq!(lost(before, "new\na\nb\nc\n"), Some("a"));
    assert_eq!(lost(before, ""), Some("a"));
}
