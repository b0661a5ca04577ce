//! The parts of a sample add up to no more than its total.

use explorer_core::evaluation::Evaluation;

use crate::collector::Page;
use crate::problem::Rule;

const PARTS: Rule = Rule::error("sample-parts", "the parts of the sample are more than its total");
const REST: Rule = Rule::warning("sample-rest", "the parts of the sample are less than its total");

/// The rules of this file.
pub const RULES: &[&Rule] = &[&PARTS, &REST];

/// Checks the sample of an evaluation.
pub fn check(evaluation: &Evaluation, page: &mut Page<'_, '_>) {
    let Some(sample) = &evaluation.method.sample else { return };
    let sexes = sample.women.unwrap_or(0).saturating_add(sample.men.unwrap_or(0));
    let complete = sample.women.is_some() && sample.men.is_some();
    compare(sample.total, sexes, complete, "women and men", page);
    let groups = sample.groups.iter().fold(0, |sum: u32, group| sum.saturating_add(group.number));
    compare(sample.total, groups, !sample.groups.is_empty(), "groups", page);
}

fn compare(total: u32, sum: u32, complete: bool, parts: &str, page: &mut Page<'_, '_>) {
    let (rule, expected) = if sum > total {
        (&PARTS, format!("at least {sum}, the sum of {parts}"))
    } else if complete && sum < total {
        (&REST, format!("{sum}, the sum of {parts}"))
    } else {
        return;
    };
    page.note(rule, "method.sample.total", expected, total.to_string());
}
