//! Money: scopes say what an amount pays for, and sums are compared only where scopes allow it.

use explorer_core::evaluation::{Evaluation, Project};
use explorer_core::money::{Budget, BudgetScope, Currency, Exactness};

use crate::authored::ProjectWords;
use crate::collector::Page;
use crate::problem::Rule;
use crate::shape::{BY_PHASE, COMBINED};

const SCOPE: Rule =
    Rule::error("budget-scope", "this budget stands where its scope does not belong");
const COMBINED_ALONE: Rule =
    Rule::error("combined-missing", "money is called combined and not stated as such");
const COMBINED_UNSAID: Rule =
    Rule::error("combined-unsaid", "combined money belongs to no project");
const PHASE_MISSING: Rule =
    Rule::error("by-phase-missing", "money is stated by phase and no phase has any");
const SUM: Rule = Rule::warning("budget-sum", "budgets do not add up");

/// The rules of this file.
pub const RULES: &[&Rule] = &[&SCOPE, &COMBINED_ALONE, &COMBINED_UNSAID, &PHASE_MISSING, &SUM];

/// Checks budgets and donors.
pub fn check(evaluation: &Evaluation, words: &[ProjectWords], page: &mut Page<'_, '_>) {
    for (at, project) in evaluation.projects.iter().enumerate() {
        let path = format!("projects[{at}]");
        scopes(&project.budgets, BudgetScope::Project, &format!("{path}.budgets"), page);
        for (at, phase) in project.phases.iter().enumerate() {
            let path = format!("{path}.phases[{at}].budgets");
            scopes(&phase.budgets, BudgetScope::Phase, &path, page);
        }
        phase_sum(project, &path, page);
    }
    scopes(&evaluation.combined_budgets, BudgetScope::Combined, "combined_budgets", page);
    said(evaluation, words, page);
    combined_sum(evaluation, page);
}

fn scopes(budgets: &[Budget], scope: BudgetScope, path: &str, page: &mut Page<'_, '_>) {
    for (at, budget) in budgets.iter().enumerate().filter(|(_, budget)| budget.scope != scope) {
        let expected = format!("`{}`, by the place at which it stands", scope.code());
        let found = format!("`{}`", budget.scope.code());
        page.note(&SCOPE, &format!("{path}[{at}].scope"), expected, found);
    }
}

/// What projects say of their money must stand where they say it stands.
fn said(evaluation: &Evaluation, words: &[ProjectWords], page: &mut Page<'_, '_>) {
    type Word = fn(&ProjectWords) -> Option<&str>;
    let subjects: [(&str, Word, bool); 2] = [
        ("budgets", |words| words.budgets.as_deref(), !evaluation.combined_budgets.is_empty()),
        ("donors", |words| words.donors.as_deref(), !evaluation.combined_donors.is_empty()),
    ];
    for (key, word, combined) in subjects {
        let mut claimed = false;
        for (at, (project, words)) in evaluation.projects.iter().zip(words).enumerate() {
            let path = format!("projects[{at}].{key}");
            let by_phase = project.phases.iter().any(|phase| match key {
                "budgets" => !phase.budgets.is_empty(),
                _ => !phase.donors.is_empty(),
            });
            match word(words) {
                Some(COMBINED) => {
                    claimed = true;
                    if !combined {
                        let expected = format!("[[combined_{key}]] beside the projects");
                        page.note(&COMBINED_ALONE, &path, expected, "none");
                    }
                }
                Some(BY_PHASE) if !by_phase => {
                    let expected = format!("[[projects.phases.{key}]] in at least one phase");
                    page.note(&PHASE_MISSING, &path, expected, "none");
                }
                _ => {}
            }
        }
        if combined && !claimed {
            let expected = format!("`{key} = \"{COMBINED}\"` at the projects that share it");
            page.note(&COMBINED_UNSAID, &format!("combined_{key}"), expected, "none");
        }
    }
}

/// The one exact amount of a list, in a currency; `None` as soon as anything else is stated.
fn exact(budgets: &[Budget]) -> Option<(u64, &Currency)> {
    match budgets {
        [only] if only.exactness == Exactness::Exact => Some((only.cents, &only.currency)),
        _ => None,
    }
}

/// The sum of parts that are all exact and in one currency.
fn sum<'b>(parts: impl Iterator<Item = &'b [Budget]>, currency: &Currency) -> Option<u64> {
    let mut sum: u64 = 0;
    for part in parts {
        let (cents, of) = exact(part)?;
        sum = sum.checked_add(cents).filter(|_| of == currency)?;
    }
    Some(sum)
}

fn phase_sum(project: &Project, path: &str, page: &mut Page<'_, '_>) {
    let Some((total, currency)) = exact(&project.budgets) else { return };
    let phases = project.phases.iter().map(|phase| phase.budgets.as_slice());
    // Phases that the document leaves out may hold the rest, so parts may be less than the whole.
    if let Some(sum) = sum(phases, currency).filter(|&sum| sum > total) {
        let expected = format!("at least {}, the sum of its phases", amount(sum, currency));
        page.note(&SUM, &format!("{path}.budgets[0].amount"), expected, amount(total, currency));
    }
}

fn combined_sum(evaluation: &Evaluation, page: &mut Page<'_, '_>) {
    let Some((total, currency)) = exact(&evaluation.combined_budgets) else { return };
    let projects = evaluation.projects.iter().map(|project| project.budgets.as_slice());
    if let Some(sum) = sum(projects, currency).filter(|&sum| sum != total) {
        let expected = format!("{}, the sum of the projects", amount(sum, currency));
        page.note(&SUM, "combined_budgets[0].amount", expected, amount(total, currency));
    }
}

fn amount(cents: u64, currency: &Currency) -> String {
    format!("{currency} {}.{:02}", cents / 100, cents % 100)
}
