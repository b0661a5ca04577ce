//! The widget while somebody types, and what widgets hold while they are there and when they are
//! gone.

use serde::Deserialize;

use crate::failure::Outcome;
use crate::measuring::document::{grouped, megabytes, milliseconds, table};
use crate::measuring::site;
use crate::project::Project;

/// The sizes that come from a packed set; the built-in five need none.
const SETS: [&str; 2] = ["1000", "10000"];

/// What `widget.mjs` prints.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Widget {
    /// The browser's version.
    pub chromium: String,
    typing: Vec<Typing>,
    mounting: Mounting,
}

/// Typing at one size and one speed of the CPU.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Typing {
    size: u64,
    cpu: u64,
    p50: f64,
    p95: f64,
    script: f64,
    frame: f64,
    linear: f64,
}

/// Widgets that come and go.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mounting {
    mounted: u64,
    each: Each,
    rounds: u64,
    first: Held,
    last: Held,
}

/// What one more widget holds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Each {
    heap: f64,
    linear: f64,
}

/// What a page without widgets holds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Held {
    heap: f64,
    nodes: f64,
    listeners: f64,
    linear: f64,
}

/// Measures the release in `dist/`.
pub fn measure(project: &Project) -> Outcome<Widget> {
    let site = site::put_together(project)?;
    for number in SETS {
        let file = site.join("sets").join(format!("{number}.eep"));
        site::set(project, &["packed", number], &file)?;
    }
    site::measured(project, &site, "widget.mjs", 1)
}

impl Widget {
    /// The figures for people.
    pub fn tables(&self) -> String {
        let typing = self.typing.iter().map(|it| {
            vec![
                format!("{} evaluations, CPU / {}", grouped(it.size), it.cpu),
                milliseconds(it.p50),
                milliseconds(it.p95),
                milliseconds(it.script),
                milliseconds(it.frame),
                megabytes(it.linear),
            ]
        });
        let Mounting { mounted, each, rounds, first, last } = &self.mounting;
        let held = |name: &str, held: &Held| {
            vec![
                name.to_owned(),
                megabytes(held.heap),
                megabytes(held.linear),
                format!("{:.0}", held.nodes),
                format!("{:.0}", held.listeners),
            ]
        };
        let holding = [
            vec![
                "one more widget adds".to_owned(),
                megabytes(each.heap),
                megabytes(each.linear),
                "–".to_owned(),
                "–".to_owned(),
            ],
            held(&format!("left of {mounted} widgets"), first),
            held(&format!("left of {}", mounted * rounds), last),
        ];
        format!(
            "{}\n{}",
            table(
                &[
                    "while typing",
                    "keystroke to results p50, ms",
                    "p95, ms",
                    "longest task of scripts, ms",
                    "longest frame, ms",
                    "linear memory, MB"
                ],
                &typing.collect::<Vec<_>>(),
            ),
            table(&["memory", "heap, MB", "linear memory, MB", "nodes", "listeners"], &holding),
        )
    }
}
