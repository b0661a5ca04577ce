//! What the documents promise: links that lead somewhere, and commands that exist.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// The documents at the top level and in `docs/`, with their texts.
fn documents() -> Vec<(PathBuf, String)> {
    let mut documents = Vec::new();
    for folder in [root(), root().join("docs"), root().join("fuzz")] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|it| it == "md") {
                let text = fs::read_to_string(&path).unwrap();
                documents.push((path, text));
            }
        }
    }
    assert!(documents.len() > 5, "only {} documents found", documents.len());
    documents
}

/// The targets of links that stand outside of code.
fn targets(text: &str) -> Vec<&str> {
    let mut is_code = false;
    let mut found = Vec::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
        } else if !is_code {
            let ends = line.split("](").skip(1);
            found.extend(ends.filter_map(|rest| rest.split_once(')')).map(|(target, _)| target));
        }
    }
    found
}

/// The fragment of a heading, as hosts of repositories make it.
fn fragment(heading: &str) -> String {
    let text = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = text.chars().filter(|it| it.is_alphanumeric() || matches!(it, ' ' | '-' | '_'));
    kept.map(|it| if it == ' ' { '-' } else { it }).collect()
}

#[test]
fn links_in_the_documents_lead_to_files_and_headings_that_exist() {
    let mut broken = Vec::new();
    let mut followed = 0;
    for (path, text) in documents() {
        for target in targets(&text) {
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            followed += 1;
            let (file, part) = target.split_once('#').unwrap_or((target, ""));
            let file = if file.is_empty() { path.clone() } else { path.with_file_name(file) };
            let has_part = || {
                let text = fs::read_to_string(&file).unwrap_or_default();
                text.lines().any(|line| line.starts_with('#') && fragment(line) == part)
            };
            if !file.exists() || !(part.is_empty() || has_part()) {
                broken.push(format!("{}: {target}", path.display()));
            }
        }
    }
    assert!(followed > 10, "only {followed} links found");
    assert!(broken.is_empty(), "these lead nowhere:\n{}", broken.join("\n"));
}

#[test]
fn commands_in_the_documents_are_tasks_that_exist() {
    let main = fs::read_to_string(root().join("xtask/src/main.rs")).unwrap();
    let mut unknown = Vec::new();
    let mut seen = 0;
    for (path, text) in documents() {
        for rest in text.split("cargo xtask ").skip(1) {
            let task: String =
                rest.chars().take_while(|it| it.is_ascii_lowercase() || *it == '-').collect();
            if task.is_empty() {
                continue;
            }
            seen += 1;
            if task != "--help" && !main.contains(&format!("\"{task}\" =>")) {
                unknown.push(format!("{}: cargo xtask {task}", path.display()));
            }
        }
    }
    assert!(seen > 3, "only {seen} commands found");
    assert!(unknown.is_empty(), "there are no such tasks:\n{}", unknown.join("\n"));
}

#[test]
fn the_readme_says_to_run_what_continuous_integration_runs() {
    let ci = fs::read_to_string(root().join(".ci/run")).unwrap();
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let commands: Vec<&str> =
        ci.lines().filter_map(|line| line.trim().strip_prefix("exec ")).collect();
    assert!(!commands.is_empty(), ".ci/run executes nothing");
    for command in commands {
        let is_said = readme.lines().any(|line| line.trim_start().starts_with(command));
        assert!(is_said, "README.md does not say `{command}`");
    }
}

#[test]
fn fragments_are_made_as_hosts_make_them() {
    assert_eq!(fragment("## Messages of the frame"), "messages-of-the-frame");
    assert_eq!(fragment("# What, and why?"), "what-and-why");
}
