//! The projects of a draft, with the money that the text gives each or all of them.

use explorer_core::when::Span;

use super::{Text, source};
use crate::decimal;
use crate::draft::facts::{DonorFound, Facts, Found};
use crate::draft::find::Money;

/// A project of the draft, known by its code if it has one.
struct Project<'f> {
    code: Option<&'f Found<String>>,
    /// True when the draft has others.
    one_of_several: bool,
}

impl Project<'_> {
    fn has_code(&self, code: &str) -> bool {
        self.code.is_some_and(|own| own.value == code)
    }

    /// What names no code belongs to the only project there is.
    fn owns_budget(&self, money: &Money) -> bool {
        !self.one_of_several || money.code.as_ref().is_some_and(|code| self.has_code(code))
    }

    fn owns_donor(&self, donor: &DonorFound) -> bool {
        let named = self.code.is_some_and(|code| donor.as_printed.contains(&code.value));
        !self.one_of_several || named
    }

    fn owns_span(&self, (owner, _): &(Option<String>, Span)) -> bool {
        owner.as_ref().map_or(!self.one_of_several, |code| self.has_code(code))
    }
}

/// Writes the projects and what they share.
pub fn write(out: &mut Text, facts: &Facts) {
    let one_of_several = facts.codes.len() > 1;
    let projects: Vec<Project<'_>> = match &facts.codes[..] {
        [] => vec![Project { code: None, one_of_several }],
        codes => codes.iter().map(|code| Project { code: Some(code), one_of_several }).collect(),
    };
    let shared_budgets: Vec<_> = facts
        .budgets
        .iter()
        .filter(|found| !projects.iter().any(|project| project.owns_budget(&found.value)))
        .collect();
    let shared_donors: Vec<_> = facts
        .donors
        .iter()
        .filter(|found| !projects.iter().any(|project| project.owns_donor(&found.value)))
        .collect();
    for one in &projects {
        project(out, facts, one, !shared_budgets.is_empty(), !shared_donors.is_empty());
    }
    for found in shared_budgets {
        budget(out, found, "combined_");
    }
    for found in shared_donors {
        donor(out, found, "combined_");
    }
}

fn project(
    out: &mut Text,
    facts: &Facts,
    project: &Project<'_>,
    budgets_are_shared: bool,
    donors_are_shared: bool,
) {
    out.blank();
    out.line("[[projects]]");
    out.fact_or_ask("code", project.code, "the code, if one is printed");
    out.ask("title", "the title of the project in sentence case");
    dates(out, facts, project);
    let budgets = facts.budgets.iter().filter(|found| project.owns_budget(&found.value));
    let donors = facts.donors.iter().filter(|found| project.owns_donor(&found.value));
    let (budgets, donors): (Vec<_>, Vec<_>) = (budgets.collect(), donors.collect());
    for (key, what, none, shared) in [
        ("budgets", "amount", budgets.is_empty(), budgets_are_shared),
        ("donors", "donor", donors.is_empty(), donors_are_shared),
    ] {
        if none && shared {
            out.note("If the document divides it between projects, move it here.");
            out.put(key, "combined");
        } else if none {
            let question =
                format!("no {what} was found for it; {key} = \"not-stated\", if none is printed");
            out.ask(key, &question);
        }
    }
    for found in budgets {
        budget(out, found, "projects.");
    }
    for found in donors {
        donor(out, found, "projects.");
    }
}

fn dates(out: &mut Text, facts: &Facts, project: &Project<'_>) {
    match facts.spans.iter().find(|found| project.owns_span(&found.value)) {
        Some(found) => {
            out.note(&source(found));
            let Span { start, end } = found.value.1;
            for (key, date) in [("start", start), ("end", end)] {
                match date {
                    Some(date) => out.put(key, &date.to_string()),
                    None => out.ask(key, "not found beside the other end"),
                }
            }
        }
        None => out.ask("start", "from when to when?"),
    }
    if let Some(duration) = &facts.duration {
        out.put("span_as_printed", &duration.value);
    }
    if let Some(months) = facts.months.as_ref().filter(|_| !project.one_of_several) {
        out.note(&source(months));
        out.line(&format!("months_stated = {}", months.value));
    }
}

fn donor(out: &mut Text, found: &Found<DonorFound>, prefix: &str) {
    out.blank();
    out.line(&format!("[[{prefix}donors]]"));
    out.note(&source(found));
    out.put("as_printed", &found.value.as_printed);
    match &found.value.organisation {
        Some(id) => {
            out.note("likely, by its name in the vocabulary");
            out.put("organisation", id);
        }
        None => out.ask("organisation", "a term of vocabulary/organisations.toml"),
    }
}

fn budget(out: &mut Text, found: &Found<Money>, prefix: &str) {
    let Money { cents, currency, rounded, as_printed, code: _, phase } = &found.value;
    out.blank();
    out.line(&format!("[[{prefix}budgets]]"));
    out.note(&source(found));
    out.put("amount", &decimal::format(*cents));
    match currency {
        Some(currency) => out.put("currency", currency),
        None => out.ask("currency", "a bare dollar sign does not say which"),
    }
    out.put("exactness", if *rounded { "rounded" } else { "exact" });
    if let Some(phase) = phase {
        out.note(&format!(
            "Phase {phase} is named before it: if it pays for that, move it to the phase."
        ));
    }
    out.ask("scope", "project, phase or combined: what does it pay for?");
    out.put("as_printed", as_printed);
}
