//! The rules of the house that text can show. `ARCHITECTURE.md` lists the invariants; each that is
//! enforced here carries its number.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Longer files (in lines of code) and functions are refused; an exception needs a reason.
const LONGEST_FILE: usize = 400;
const LONGEST_UI_FILE: usize = 200;
const LONGEST_SCRIPT: usize = 200;
const LONGEST_FUNCTION: usize = 60;
const LONG_FOR_A_REASON: &[(&str, &str)] = &[(
    "crates/explorer-compiler/src/shape/record.rs",
    "the authoring file, field by field; it reads as one table and has no logic to split off",
)];

/// Files outside `src/browser` and `src/element` that name the web, and why.
const NAMES_THE_WEB_FOR_A_REASON: &[(&str, &str)] = &[
    ("src/address_sync.rs", "it owns the listeners of popstate and pagehide, which end with it"),
    ("src/ui/live_region.rs", "it is handed the live region, which stands in the host's own tree"),
];

const GENERATED: [&str; 8] = [
    "target",
    "node_modules",
    "dist",
    "dist-trunk",
    "test-results",
    ".git",
    ".tools",
    "Cargo.lock",
];

struct Source {
    /// Path from the top level, with slashes.
    path: String,
    text: String,
}

impl Source {
    /// What is not a test: tests may say and do more.
    fn shipped(&self) -> &str {
        self.text.split("#[cfg(test)]").next().unwrap_or_default()
    }

    /// Lines that are neither empty nor a comment: documentation is no reason to split a file.
    fn code_lines(&self) -> usize {
        let is_code = |line: &&str| !line.trim().is_empty() && !line.trim().starts_with("//");
        self.shipped().lines().filter(is_code).count()
    }

    fn is_below(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    /// The lines outside comments that hold one of the words, as `path:line: text`.
    fn lines_with(&self, words: &[&str]) -> Vec<String> {
        self.shipped()
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
            .filter(|(_, line)| words.iter().any(|word| line.contains(word)))
            .map(|(number, line)| format!("{}:{}: {}", self.path, number + 1, line.trim()))
            .collect()
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// Every text file of the project that people write.
fn sources() -> Vec<Source> {
    let root = root();
    let mut sources = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if GENERATED.contains(&name.as_str()) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                let path = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                sources.push(Source { path, text });
            }
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(sources.iter().any(|source| source.path == "src/lib.rs"), "no sources found");
    sources
}

fn rust_below(folder: &str) -> Vec<Source> {
    let found: Vec<Source> = sources()
        .into_iter()
        .filter(|source| source.is_below(folder) && source.path.ends_with(".rs"))
        .collect();
    assert!(!found.is_empty(), "{folder} holds no Rust");
    found
}

#[track_caller]
fn none(found: &[String], rule: &str) {
    assert!(found.is_empty(), "{rule}\n{}", found.join("\n"));
}

fn cargo_tree(arguments: &[&str]) -> Vec<String> {
    let output = Command::new(env!("CARGO"))
        .current_dir(root())
        .args(["tree", "--locked", "--prefix=none"])
        .args(arguments)
        .output()
        .unwrap();
    let failure = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo tree {}: {failure}", arguments.join(" "));
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn i1_the_pure_crates_know_neither_web_nor_clock_nor_chance() {
    let refused =
        ["wasm-bindgen", "js-sys", "web-sys", "gloo", "leptos", "getrandom", "rand", "chrono"];
    for package in ["explorer-core", "explorer-lang", "explorer-exchange"] {
        let tree = cargo_tree(&["--package", package, "--edges=normal", "--target=all"]);
        let found: Vec<String> = tree
            .iter()
            .filter(|line| {
                refused.contains(&line.split([' ', '-']).next().unwrap_or_default())
                    || refused.contains(&line.split(' ').next().unwrap_or_default())
            })
            .cloned()
            .collect();
        none(&found, &format!("{package} must not depend on these"));
    }
    let mut found = Vec::new();
    for folder in ["crates/explorer-core/src", "crates/explorer-lang/src"] {
        for source in rust_below(folder) {
            found.extend(source.lines_with(&[
                "std::fs",
                "std::net",
                "std::time",
                "std::env",
                "std::process",
                "HashMap",
                "HashSet",
            ]));
        }
    }
    none(&found, "the pure crates are deterministic and touch nothing outside");
}

#[test]
fn i5_only_browser_and_element_name_the_web() {
    let mut found = Vec::new();
    for source in rust_below("src/") {
        let is_exempt = NAMES_THE_WEB_FOR_A_REASON.iter().any(|(path, _)| *path == source.path);
        let is_web_side = ["src/browser/", "src/el/", "src/element/"]
            .iter()
            .any(|folder| source.is_below(folder));
        if is_exempt || is_web_side {
            continue;
        }
        found.extend(
            source
                .lines_with(&["web_sys", "js_sys", "gloo"])
                .into_iter()
                // A component may say which event it hears.
                .filter(|line| !(source.is_below("src/ui/") && line.contains("Event"))),
        );
    }
    none(&found, "use a function of src/browser instead");
}

#[test]
fn the_browser_side_knows_nothing_of_ours() {
    let mut found = Vec::new();
    for source in rust_below("src/browser/") {
        found.extend(source.lines_with(&[
            "crate::app",
            "crate::element",
            "crate::store",
            "crate::ui",
            "explorer_core",
        ]));
    }
    none(&found, "src/browser is called, it does not call");
}

#[test]
fn i6_only_one_file_changes_history() {
    let mut found = Vec::new();
    for source in rust_below("src/") {
        if source.path != "src/browser/address.rs" {
            found.extend(source.lines_with(&["push_state", "replace_state"]));
        }
        let may_write = ["src/address_sync.rs", "src/browser/address.rs"];
        if !may_write.contains(&source.path.as_str()) {
            found.extend(source.lines_with(&["address::push", "address::replace"]));
        }
    }
    none(&found, "history is written by address_sync.rs, through browser/address.rs");
}

#[test]
fn i9_nothing_becomes_html() {
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| source.is_below("src/")) {
        found.extend(source.lines_with(&[
            "inner_html",
            "innerHTML",
            "outer_html",
            "outerHTML",
            "insert_adjacent",
            "insertAdjacent",
            "document.write",
            "DOMParser",
        ]));
    }
    none(&found, "texts are text nodes");
}

#[test]
fn i12_no_words_stand_in_the_interface_itself() {
    let mut found = Vec::new();
    for source in rust_below("src/ui/") {
        for opening in [".child(\"", ".attr(\"aria-label\", \"", ".attr(\"title\", \""] {
            found.extend(source.lines_with(&[opening]).into_iter().filter(|line| {
                let after = line.split(opening).nth(1).unwrap_or_default();
                after.chars().take_while(|c| *c != '"').any(char::is_alphabetic)
            }));
        }
    }
    none(&found, "words come from explorer-lang");
}

#[test]
fn i15_no_view_macro_because_it_writes_html_for_static_parts() {
    let mut found = Vec::new();
    for source in rust_below("src/") {
        found.extend(source.lines_with(&["view!", "template!"]));
    }
    none(&found, "build with leptos::html, which works under trusted types");
}

#[test]
fn no_style_attribute_is_written() {
    let mut found = Vec::new();
    for source in rust_below("src/") {
        found.extend(source.lines_with(&[".attr(\"style\"", ".style(\"", "\"style\","]));
    }
    none(&found, "a strict policy refuses style attributes; use a class or set one property");
}

#[test]
fn i16_leptos_runs_in_the_browser_alone_and_without_delegation() {
    let tree = cargo_tree(&[
        "--package=evaluation-explorer",
        "--edges=normal",
        "--target=wasm32-unknown-unknown",
        "--format={p} features={f}",
    ]);
    let leptos = |line: &&String| line.starts_with("leptos ") || line.starts_with("tachys ");
    let lines: Vec<&String> = tree.iter().filter(leptos).collect();
    assert!(lines.iter().any(|line| line.contains("csr")), "leptos must run with csr");
    let refused = ["delegation", "nightly", "ssr", "hydrate"];
    let found: Vec<String> = lines
        .into_iter()
        .filter(|line| {
            let features = line.split("features=").nth(1).unwrap_or_default();
            let features = features.split([',', ' ']).collect::<Vec<_>>();
            refused.iter().any(|feature| features.contains(feature))
        })
        .cloned()
        .collect();
    none(&found, "these features of leptos break shadow roots or need a server");
}

#[test]
fn files_and_functions_stay_small() {
    let mut found = Vec::new();
    for source in sources() {
        let is_exempt = LONG_FOR_A_REASON.iter().any(|(path, _)| *path == source.path);
        let is_test = source.path.split('/').any(|part| part == "tests" || part == "benches");
        if is_exempt || is_test {
            continue;
        }
        let limit = match source.path.rsplit('.').next() {
            Some("rs") if source.is_below("src/ui/") => LONGEST_UI_FILE,
            Some("rs") => LONGEST_FILE,
            Some("js") => LONGEST_SCRIPT,
            _ => continue,
        };
        let lines = source.code_lines();
        if lines > limit {
            found.push(format!("{}: {lines} lines of {limit}", source.path));
        }
        if source.path.ends_with(".rs") {
            found.extend(long_functions(&source));
        }
    }
    none(&found, "split them, or give a reason in LONG_FOR_A_REASON");
}

/// Functions are laid out by rustfmt, so the closing brace stands under the first letter.
fn long_functions(source: &Source) -> Vec<String> {
    let lines: Vec<&str> = source.shipped().lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let head = line.trim_start();
        let is_function = [
            "fn ",
            "pub fn ",
            "pub(crate) fn ",
            "pub(super) fn ",
            "const fn ",
            "pub const fn ",
            "async fn ",
            "pub async fn ",
        ]
        .iter()
        .any(|opening| head.starts_with(opening));
        if !is_function || head.ends_with('}') || head.ends_with(';') {
            continue;
        }
        let end = format!("{}}}", " ".repeat(indent));
        let length = lines[start..].iter().position(|line| *line == end).unwrap_or(0) + 1;
        if length > LONGEST_FUNCTION {
            found.push(format!("{}:{}: {length} lines: {head}", source.path, start + 1));
        }
    }
    found
}

#[test]
fn nothing_is_left_to_do_later() {
    let marks = [["TO", "DO"].concat(), ["FIX", "ME"].concat(), ["XX", "X:"].concat()];
    let mut found = Vec::new();
    for source in sources() {
        for (number, line) in source.text.lines().enumerate() {
            if marks.iter().any(|mark| line.contains(mark.as_str())) {
                found.push(format!("{}:{}: {}", source.path, number + 1, line.trim()));
            }
        }
    }
    none(&found, "do it now, or write it down where it is decided");
}

#[test]
fn no_path_of_one_machine_is_written_down() {
    let paths = [["/ho", "me/"], ["/ro", "ot/"], ["/tm", "p/"], ["/wo", "rk/"], ["/Us", "ers/"]];
    let paths: Vec<String> = paths.iter().map(|parts| parts.concat()).collect();
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| source.path != "package-lock.json") {
        for (number, line) in source.text.lines().enumerate() {
            let is_path = |path: &String| {
                line.match_indices(path.as_str()).any(|(at, _)| {
                    // Part of an address or of a relative path is something else.
                    !line[..at].ends_with(|before: char| before.is_alphanumeric() || before == '.')
                })
            };
            if paths.iter().any(is_path) {
                found.push(format!("{}:{}: {}", source.path, number + 1, line.trim()));
            }
        }
    }
    none(&found, "the project must work anywhere");
}

#[test]
fn every_exception_is_still_needed() {
    for (path, reason) in LONG_FOR_A_REASON {
        assert!(reason.len() > 20, "{path}: say why");
        let text = fs::read_to_string(root().join(path)).unwrap_or_default();
        assert!(text.lines().count() > LONGEST_UI_FILE, "{path} is not long; remove the exception");
    }
}
