//! What comes in from others, held to `deny.toml`: licences of everything, and crates that must
//! not travel to readers.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

fn rules() -> toml::Table {
    fs::read_to_string(root().join("deny.toml")).unwrap().parse().unwrap()
}

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).current_dir(root()).args(arguments).output().unwrap();
    let failure = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo {}: {failure}", arguments.join(" "));
    String::from_utf8(output.stdout).unwrap()
}

/// Whether one of the choices of each part of an SPDX expression is allowed. Older manifests
/// write a slash for OR.
fn is_allowed(expression: &str, allowed: &[&str]) -> bool {
    let expression = expression.replace('/', " OR ");
    expression.split(" AND ").all(|part| {
        let choices = part.trim_matches(['(', ')', ' ']).split(" OR ");
        choices.into_iter().any(|choice| allowed.contains(&choice.trim()))
    })
}

/// The trees of the widget and of what packs objects, as they are compiled for browsers, without what runs while compiling.
fn tree_of_the_widget(more: &[&str]) -> Vec<String> {
    let mut arguments = vec![
        "tree",
        "--locked",
        "--prefix=none",
        "--format={p}",
        "--package=evaluation-explorer",
        "--package=explorer-packer",
        "--edges=normal,no-proc-macro",
        "--target=wasm32-unknown-unknown",
    ];
    arguments.extend(more);
    let name = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
    cargo(&arguments).lines().map(name).collect()
}

#[test]
fn a_licence_is_allowed_only_if_each_of_its_parts_is() {
    let allowed = ["MIT", "Unicode-3.0"];
    for (expression, expected) in [
        ("MIT", true),
        ("GPL-3.0", false),
        ("GPL-3.0 OR MIT", true),
        ("Apache-2.0/MIT", true),
        ("MIT AND GPL-3.0", false),
        ("(MIT OR GPL-3.0) AND Unicode-3.0", true),
        ("", false),
    ] {
        assert_eq!(is_allowed(expression, &allowed), expected, "{expression}");
    }
}

#[test]
fn every_licence_of_every_crate_is_one_that_deny_toml_allows() {
    let rules = rules();
    let allowed: Vec<&str> = rules["licenses"]["allow"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it.as_str().unwrap())
        .collect();
    let metadata = cargo(&["metadata", "--format-version=1", "--locked"]);
    let metadata: serde_json::Value = serde_json::from_str(&metadata).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 50, "cargo metadata tells of {} packages", packages.len());
    let refused: Vec<String> = packages
        .iter()
        .filter(|package| !is_allowed(package["license"].as_str().unwrap_or_default(), &allowed))
        .map(|package| format!("{} {}", package["name"], package["license"]))
        .collect();
    assert!(refused.is_empty(), "not allowed by deny.toml:\n{}", refused.join("\n"));
}

#[test]
fn nothing_that_deny_toml_bans_travels_to_readers() {
    let rules = rules();
    let banned = rules["bans"]["deny"].as_array().unwrap();
    assert!(!banned.is_empty());
    let crates = tree_of_the_widget(&[]);
    assert!(crates.iter().any(|it| it == "leptos"), "this is not the widget's tree");
    for ban in banned {
        let (name, reason) = (ban["crate"].as_str().unwrap(), ban["reason"].as_str().unwrap());
        if !crates.iter().any(|it| it == name) {
            continue;
        }
        let wrappers =
            ban.get("wrappers").and_then(|it| it.as_array()).cloned().unwrap_or_default();
        let parents = tree_of_the_widget(&["--depth=1", "--invert", name]);
        let is_wrapped = |parent: &String| wrappers.iter().any(|it| it.as_str() == Some(parent));
        let found: Vec<&String> =
            parents.iter().skip(1).filter(|parent| !is_wrapped(parent)).collect();
        assert!(found.is_empty(), "{found:?} brings {name}: {reason}");
    }
}

#[test]
fn everything_comes_from_one_registry() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let lock: toml::Table = lock.parse().unwrap();
    let sources: Vec<&str> = lock["package"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|package| package.get("source")?.as_str())
        .collect();
    assert!(!sources.is_empty());
    let foreign: Vec<&&str> = sources
        .iter()
        .filter(|source| **source != "registry+https://github.com/rust-lang/crates.io-index")
        .collect();
    assert!(foreign.is_empty(), "{foreign:?}");
}
