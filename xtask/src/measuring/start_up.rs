//! From navigation to the results of the first typed word.
//!
//! Milliseconds hang on the machine and on what else it does. So the gate compares, within one run,
//! with the floor: a page that fetches the same files all at once and compiles them. And it is
//! exact about which files are fetched: those that the manifest calls the first view.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::failure::{Failure, Outcome};
use crate::measuring::document::{milliseconds, table};
use crate::measuring::site;
use crate::packaging::RELEASE;
use crate::packaging::manifest::Manifest;
use crate::project::{Project, read_text};

const LIMITS: &str = "benches/start-up.toml";
const PAGE: &str = "/measure/ours.html";
/// How often the gate looks at each page.
const GLANCES: u32 = 5;

/// What `start-up.mjs` prints.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StartUp {
    /// The browser's version.
    pub chromium: String,
    repetitions: u32,
    fast: Reader,
    slow: Reader,
    bytes: f64,
    requests: BTreeSet<String>,
}

/// Milliseconds of one kind of reader.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reader {
    ours: f64,
    floor: f64,
    /// The middle one of the ratios of neighbours, which is steadier than that of the middles.
    ratio: f64,
}

/// `benches/start-up.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Limits {
    fast: f64,
    slow: f64,
}

/// Measures the release in `dist/`.
pub fn measure(project: &Project, repetitions: u32) -> Outcome<StartUp> {
    let site = site::put_together(project)?;
    site::measured(project, &site, "start-up.mjs", repetitions)
}

/// Fails if the release takes longer than it may beside the floor, or fetches other files.
pub fn check(project: &Project) -> Outcome {
    let path = project.path(LIMITS);
    let limits: Limits = toml::from_str(&read_text(&path)?)
        .map_err(|error| Failure::file("understand", &path, error))?;
    let manifest = Manifest::read(&project.path(RELEASE))?;
    let found = measure(project, GLANCES)?;
    print!("{}", found.table());
    held(&limits, &manifest.first_view.files, &found)
}

fn held(limits: &Limits, first_view: &[String], found: &StartUp) -> Outcome {
    let mut wrong = Vec::new();
    for (name, reader, limit) in
        [("fast", &found.fast, limits.fast), ("slow", &found.slow, limits.slow)]
    {
        if reader.ratio > limit {
            wrong.push(format!("{name}: {:.2} times the floor, of {limit} allowed", reader.ratio));
        }
    }
    let wanted: BTreeSet<String> = first_view.iter().map(|file| format!("/{file}")).collect();
    let fetched: BTreeSet<String> =
        found.requests.iter().filter(|path| *path != PAGE).cloned().collect();
    if wanted != fetched {
        let differ: Vec<&str> = wanted.symmetric_difference(&fetched).map(String::as_str).collect();
        wrong.push(format!("not fetched, or fetched too early: {}", differ.join(", ")));
    }
    if wrong.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "the first results take too long ({}); make it faster, or raise {LIMITS} and say why",
        wrong.join("; ")
    )))
}

impl StartUp {
    /// The figures for people.
    pub fn table(&self) -> String {
        let row = |name: &str, reader: &Reader| {
            let times = format!("{:.2}", reader.ratio);
            vec![name.to_owned(), milliseconds(reader.ours), milliseconds(reader.floor), times]
        };
        let rows = [
            row("at a desk", &self.fast),
            row("slow phone: CPU / 4, 1.6 Mbit/s, 150 ms", &self.slow),
        ];
        format!(
            "{}\nThe middle of {} visits each, nothing cached. {:.0} bytes came over the wire, in {} \
             requests with that of the page.\n",
            table(&["reader", "first results, ms", "floor, ms", "times the floor"], &rows),
            self.repetitions,
            self.bytes,
            self.requests.len(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(fast: f64, slow: f64, requests: &[&str]) -> StartUp {
        let reader = |ratio| Reader { ours: 100.0 * ratio, floor: 100.0, ratio };
        StartUp {
            chromium: String::new(),
            repetitions: 1,
            fast: reader(fast),
            slow: reader(slow),
            bytes: 1.0,
            requests: requests.iter().map(|path| (*path).to_owned()).collect(),
        }
    }

    fn reason(found: &StartUp) -> Option<String> {
        let limits = Limits { fast: 3.0, slow: 1.5 };
        let files = ["a.js".to_owned(), "b.wasm".to_owned()];
        held(&limits, &files, found).err().map(|failure| failure.to_string())
    }

    #[test]
    fn what_stays_within_its_limits_passes() {
        assert_eq!(reason(&found(3.0, 1.5, &[PAGE, "/a.js", "/b.wasm"])), None);
    }

    #[test]
    fn a_slow_start_and_a_file_too_many_or_too_few_fail() {
        for (found, expected) in [
            (found(3.1, 1.0, &[PAGE, "/a.js", "/b.wasm"]), "fast: 3.10 times the floor"),
            (found(1.0, 1.6, &[PAGE, "/a.js", "/b.wasm"]), "slow: 1.60 times the floor"),
            (found(1.0, 1.0, &[PAGE, "/a.js", "/b.wasm", "/c.wasm"]), "too early: /c.wasm)"),
            (found(1.0, 1.0, &[PAGE, "/a.js"]), "not fetched, or fetched too early: /b.wasm"),
        ] {
            let reason = reason(&found).unwrap_or_default();
            assert!(reason.contains(expected), "{reason}");
        }
    }
}
