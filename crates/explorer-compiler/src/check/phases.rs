//! Phases lie inside their project, in order.

use std::collections::BTreeSet;

use explorer_core::evaluation::{Evaluation, Project};
use explorer_core::when::Span;

use crate::collector::Page;
use crate::problem::Rule;

const OUTSIDE: Rule = Rule::error("phase-outside-project", "this phase is not inside its project");
const NUMBERS: Rule = Rule::error("phase-numbers", "phases are not in the order of their numbers");
const UNKNOWN: Rule = Rule::error("unknown-phase", "no project has this phase");

/// The rules of this file.
pub const RULES: &[&Rule] = &[&OUTSIDE, &NUMBERS, &UNKNOWN];

/// Checks phases and what refers to them.
pub fn check(evaluation: &Evaluation, page: &mut Page<'_, '_>) {
    for (at, project) in evaluation.projects.iter().enumerate() {
        numbers(project, at, page);
        for (number, phase) in project.phases.iter().enumerate() {
            inside(project.span, phase.span, &format!("projects[{at}].phases[{number}]"), page);
        }
    }
    let known: BTreeSet<u8> = evaluation
        .projects
        .iter()
        .flat_map(|project| project.phases.iter().map(|phase| phase.number))
        .collect();
    for (place, at, number) in evaluation.places.iter().enumerate().flat_map(|(place, value)| {
        value.phases.iter().enumerate().map(move |(at, number)| (place, at, *number))
    }) {
        if !known.contains(&number) {
            let expected = match known.is_empty() {
                true => "no phases, since no project has any".to_owned(),
                false => {
                    let known: Vec<String> = known.iter().map(u8::to_string).collect();
                    format!("a phase of a project: {}", known.join(", "))
                }
            };
            page.note(
                &UNKNOWN,
                &format!("places[{place}].phases[{at}]"),
                expected,
                number.to_string(),
            );
        }
    }
}

fn numbers(project: &Project, at: usize, page: &mut Page<'_, '_>) {
    for (next, pair) in project.phases.windows(2).enumerate() {
        if let [before, after] = pair
            && after.number <= before.number
        {
            let path = format!("projects[{at}].phases[{}].number", next + 1);
            let expected = format!("a number greater than {}", before.number);
            page.note(&NUMBERS, &path, expected, after.number.to_string());
        }
    }
}

fn inside(project: Span, phase: Span, path: &str, page: &mut Page<'_, '_>) {
    if let (Some(begin), Some(start)) = (project.start, phase.start)
        && start.last_day() < begin.first_day()
    {
        let expected = format!("a date from {begin} on, when the project starts");
        page.note(&OUTSIDE, &format!("{path}.start"), expected, start.to_string());
    }
    if let (Some(finish), Some(end)) = (project.end, phase.end)
        && end.first_day() > finish.last_day()
    {
        let expected = format!("a date up to {finish}, when the project ends");
        page.note(&OUTSIDE, &format!("{path}.end"), expected, end.to_string());
    }
}
