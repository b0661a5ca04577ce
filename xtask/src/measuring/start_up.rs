//! From navigation to the list, and to the results of the first typed word.
//!
//! Milliseconds hang on the machine and on what else it does. So the gate compares, within one run,
//! with the floor: a page that fetches the same files all at once and compiles them. And it is
//! exact about which files are fetched: those that the manifest calls the first answer.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::failure::{Failure, Outcome};
use crate::measuring::document::{milliseconds, table};
use crate::measuring::site;
use crate::packaging::RELEASE;
use crate::packaging::manifest::Manifest;
use crate::project::{Project, read_text};

const LIMITS: &str = "benches/start-up.toml";
/// How often the gate looks at each page.
const GLANCES: u32 = 3;

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

/// What one kind of reader waits for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reader {
    floor: Wait,
    /// A page of somebody else's, with our script and our tag.
    host: Wait,
    /// A page that announces the files of the first view, as our own do.
    announced: Wait,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wait {
    /// Until the results of the first typed word.
    milliseconds: f64,
    /// Until the list.
    list: f64,
    /// The first in times of the floor.
    ratio: f64,
}

/// `benches/start-up.toml`: times of the floor.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Limits {
    host: Limit,
    announced: Limit,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Limit {
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
    held(&limits, &manifest.first_answer.files, &found)
}

fn held(limits: &Limits, files: &[String], found: &StartUp) -> Outcome {
    let mut wrong = Vec::new();
    for (name, wait, limit) in [
        ("host, fast", &found.fast.host, limits.host.fast),
        ("host, slow", &found.slow.host, limits.host.slow),
        ("announced, fast", &found.fast.announced, limits.announced.fast),
        ("announced, slow", &found.slow.announced, limits.announced.slow),
    ] {
        if wait.ratio > limit {
            wrong.push(format!("{name}: {:.2} times the floor, of {limit} allowed", wait.ratio));
        }
    }
    let wanted: BTreeSet<String> = files.iter().map(|file| format!("/{file}")).collect();
    if wanted != found.requests {
        let differ: Vec<&str> =
            wanted.symmetric_difference(&found.requests).map(String::as_str).collect();
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
        let cell = |wait: &Wait| {
            let (list, results) = (milliseconds(wait.list), milliseconds(wait.milliseconds));
            format!("{list} / {results} ({:.2})", wait.ratio)
        };
        let row = |name: &str, reader: &Reader| {
            let floor = milliseconds(reader.floor.milliseconds);
            vec![name.to_owned(), cell(&reader.host), cell(&reader.announced), floor]
        };
        let rows = [
            row("at a desk", &self.fast),
            row("slow phone: CPU / 4, 1.6 Mbit/s, 150 ms", &self.slow),
        ];
        let heads = [
            "list / first results, ms (times the floor)",
            "a host's page",
            "a page that announces the files",
            "floor",
        ];
        format!(
            "{}\nThe middle of {} visits each, nothing cached. {:.0} bytes came over the wire, in {} \
             requests besides that of the page.\n",
            table(&heads, &rows),
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
        let wait = |ratio| Wait { milliseconds: 100.0 * ratio, list: 90.0, ratio };
        let reader = |ratio| Reader { floor: wait(1.0), host: wait(ratio), announced: wait(1.0) };
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
        let limit = |fast, slow| Limit { fast, slow };
        let limits = Limits { host: limit(3.0, 1.5), announced: limit(2.0, 1.2) };
        let files = ["a.js".to_owned(), "b.wasm".to_owned()];
        held(&limits, &files, found).err().map(|failure| failure.to_string())
    }

    #[test]
    fn what_stays_within_its_limits_passes() {
        assert_eq!(reason(&found(3.0, 1.5, &["/a.js", "/b.wasm"])), None);
    }

    #[test]
    fn a_slow_start_and_a_file_too_many_or_too_few_fail() {
        for (found, expected) in [
            (found(3.1, 1.0, &["/a.js", "/b.wasm"]), "host, fast: 3.10 times the floor"),
            (found(1.0, 1.6, &["/a.js", "/b.wasm"]), "host, slow: 1.60 times the floor"),
            (found(1.0, 1.0, &["/a.js", "/b.wasm", "/c.wasm"]), "too early: /c.wasm)"),
            (found(1.0, 1.0, &["/a.js"]), "not fetched, or fetched too early: /b.wasm"),
        ] {
            let reason = reason(&found).unwrap_or_default();
            assert!(reason.contains(expected), "{reason}");
        }
    }
}
