//! Holds a release to `size-budget.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::failure::{Failure, Outcome};
use crate::packaging::manifest::{Manifest, Part};
use crate::project::{Project, read_text};

/// `size-budget.toml`: Brotli bytes that must not be exceeded.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    first_view: usize,
    files: BTreeMap<String, usize>,
}

/// One line of the comparison.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// What is measured.
    pub what: String,
    /// Brotli bytes of the release.
    pub used: usize,
    /// Brotli bytes allowed.
    pub allowed: usize,
}

/// Fails if any part of the release is larger than its budget.
pub fn check(project: &Project, manifest: &Manifest) -> Outcome {
    let over: Vec<String> = lines(project, manifest)?
        .into_iter()
        .filter(|line| line.used > line.allowed)
        .map(|line| format!("{} has {} of {} bytes", line.what, line.used, line.allowed))
        .collect();
    if over.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "over the budget of size-budget.toml: {}; make it smaller, or raise the number and say why",
        over.join(", ")
    )))
}

/// The parts of the release against what is allowed.
pub fn lines(project: &Project, manifest: &Manifest) -> Outcome<Vec<Line>> {
    let path = project.path("size-budget.toml");
    let budget: Budget = toml::from_str(&read_text(&path)?)
        .map_err(|error| Failure::file("understand", &path, error))?;
    compared(&budget, manifest)
}

fn compared(budget: &Budget, manifest: &Manifest) -> Outcome<Vec<Line>> {
    let mut lines = Vec::new();
    for file in &manifest.files {
        let Some(part) = Part::of(&file.name) else { continue };
        let allowed = *budget.files.get(part.name()).ok_or_else(|| {
            Failure::new(format!("size-budget.toml has no line for {}", part.name()))
        })?;
        lines.push(Line { what: part.name().to_owned(), used: file.bytes.brotli, allowed });
    }
    lines.push(Line {
        what: "first view".to_owned(),
        used: manifest.first_view.bytes.brotli,
        allowed: budget.first_view,
    });
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_the_first_view_has_its_own_line_and_the_sum_has_one() {
        let budget: Budget =
            toml::from_str("first_view = 9\n[files]\nloader = 3\nglue = 2\nwasm = 8").unwrap();
        let manifest: Manifest = serde_json::from_str(
            r#"{"version":"1","first_view":{"files":[],"raw":0,"gzip":0,"brotli":11},
                "first_answer":{"files":[],"raw":0,"gzip":0,"brotli":11},"files":[
                {"name":"evaluation-explorer.js","raw":9,"gzip":5,"brotli":4,"sha384":""},
                {"name":"index.html","raw":9,"gzip":5,"brotli":4,"sha384":""}]}"#,
        )
        .unwrap();
        assert_eq!(
            compared(&budget, &manifest).unwrap(),
            [
                Line { what: "loader".to_owned(), used: 4, allowed: 3 },
                Line { what: "first view".to_owned(), used: 11, allowed: 9 },
            ]
        );
    }
}
