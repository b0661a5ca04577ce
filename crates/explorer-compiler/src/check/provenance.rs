//! Each group of facts that a record states says where in the document it stands.

use explorer_core::evaluation::Evaluation;

use crate::collector::Page;
use crate::problem::Rule;

const NO_SECTION: Rule = Rule::error("no-provenance", "facts do not say where they stand");

/// The rules of this file.
pub const RULES: &[&Rule] = &[&NO_SECTION];

/// Checks the provenance of the groups that need not be there; the others are required keys.
pub fn check(evaluation: &Evaluation, page: &mut Page<'_, '_>) {
    let method = &evaluation.method;
    let method_lists = [
        &method.approaches,
        &method.data_sources,
        &method.tools,
        &method.standards,
        &method.sampling,
    ];
    let groups = [
        ("money", evaluation.budgets().next().is_some() || evaluation.donors().next().is_some()),
        ("places", !evaluation.places.is_empty() || !evaluation.reach.is_empty()),
        (
            "people",
            !evaluation.team.is_empty()
                || evaluation.manager.is_some()
                || evaluation.supervisor.is_some()
                || !evaluation.institutions.is_empty(),
        ),
        (
            "method",
            method.sample.is_some()
                || !method.field_missions.is_empty()
                || method_lists.iter().any(|list| !list.is_empty()),
        ),
    ];
    let known = |group: &str| evaluation.provenance.facts.iter().any(|fact| fact.group == group);
    for (group, _) in groups.iter().filter(|(group, stated)| *stated && !known(group)) {
        let expected = format!("`{group}`: the section of the document that states these facts");
        page.note(&NO_SECTION, "provenance.facts", expected, "none");
    }
}
