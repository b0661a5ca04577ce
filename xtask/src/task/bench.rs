//! `cargo xtask bench`: what the product costs, beside what others would.

use crate::failure::{Failure, Outcome};
use crate::measuring::{document, engines, instructions, start_up, widget};
use crate::project::Project;
use crate::step::step;
use crate::task::dist;
use crate::tools;

/// How often each question is asked, and how often the start-up is looked at.
const ROUNDS: u32 = 5;
const VISITS: u32 = 9;

/// A part of `docs/performance.md`.
struct Part {
    name: &'static str,
    work: fn(&Project) -> Outcome,
}

const PARTS: [Part; 4] = [
    Part { name: "engines", work: engines },
    Part { name: "start-up", work: start_up },
    Part { name: "widget", work: widget },
    Part { name: "instructions", work: instructions },
];

/// Measures the parts that are named, or all; with `--baseline`, writes the baseline alone.
pub fn run(project: &Project, arguments: &[String]) -> Outcome {
    if arguments == ["--baseline"] {
        tools::for_testing(project)?;
        return step("count instructions", || instructions::update(project));
    }
    let parts = chosen(arguments)?;
    tools::for_testing(project)?;
    if parts.iter().any(|part| part.name != "instructions") {
        dist::release(project)?;
    }
    for part in parts {
        step(&format!("measure {}", part.name), || (part.work)(project))?;
    }
    Ok(())
}

fn chosen(names: &[String]) -> Outcome<Vec<&'static Part>> {
    if let Some(unknown) = names.iter().find(|name| PARTS.iter().all(|part| part.name != **name)) {
        let known = PARTS.map(|part| part.name).join(", ");
        return Err(Failure::new(format!(
            "there is no part `{unknown}`; the parts are {known}, or `--baseline` alone"
        )));
    }
    let named = |part: &&Part| names.is_empty() || names.iter().any(|name| *name == part.name);
    Ok(PARTS.iter().filter(named).collect())
}

fn engines(project: &Project) -> Outcome {
    let (found, bytes) = engines::measure(project, ROUNDS)?;
    engines::draw(project, &found)?;
    document::put(project, "engines", Some(&found.chromium), &found.tables(&bytes))
}

fn start_up(project: &Project) -> Outcome {
    let found = start_up::measure(project, VISITS)?;
    document::put(project, "start-up", Some(&found.chromium), &found.table())
}

fn widget(project: &Project) -> Outcome {
    let found = widget::measure(project)?;
    document::put(project, "widget", Some(&found.chromium), &found.tables())
}

fn instructions(project: &Project) -> Outcome {
    document::put(project, "instructions", None, &instructions::table(project)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_measured_by_name_or_all_together() {
        let names = |given: &[&str]| {
            let given: Vec<String> = given.iter().map(|name| (*name).to_owned()).collect();
            chosen(&given).map(|parts| parts.iter().map(|part| part.name).collect::<Vec<_>>())
        };
        assert_eq!(names(&["widget"]).unwrap(), ["widget"]);
        assert_eq!(names(&[]).unwrap(), PARTS.map(|part| part.name));
        let failure = names(&["wigdet"]).unwrap_err().to_string();
        assert!(
            failure.starts_with("there is no part `wigdet`; the parts are engines,"),
            "{failure}"
        );
    }
}
