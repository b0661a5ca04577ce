//! schema.org data: the set as a `Dataset`, each evaluation as a `Report`.

use explorer_core::content::Content;
use explorer_core::evaluation::{Donor, Evaluation, Party, PartyKind, Project};
use explorer_core::money::Budget;
use explorer_core::place::Place;
use serde_json::{Map, Value, json};

use super::facts;
use crate::decimal;

/// The set with all its reports.
#[must_use]
pub fn dataset(content: &Content) -> Value {
    let reports: Vec<_> =
        content.records.iter().map(|record| report(content, &record.evaluation)).collect();
    let statements: usize = content.records.iter().map(|record| record.statements.len()).sum();
    json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": content.title,
        "description": format!(
            "Facts and statements of evaluations. Evaluations: {}. Statements: {statements}.",
            reports.len(),
        ),
        "dateModified": content.data_date.to_string(),
        "version": content.data_date.to_string(),
        "hasPart": reports,
    })
}

fn report(content: &Content, evaluation: &Evaluation) -> Value {
    let mut report = Map::new();
    let mut put = |key: &str, value: Value| drop(report.insert(key.to_owned(), value));
    put("@type", json!("Report"));
    put("identifier", json!(evaluation.id));
    put("name", json!(evaluation.title));
    put("genre", json!(evaluation.kind.as_printed));
    put("inLanguage", json!(evaluation.language));
    put("publisher", organisation(facts::publisher(&content.vocabulary, evaluation)));
    put_list(&mut put, "reportNumber", facts::codes(evaluation).into_iter().map(|c| json!(c)));
    put_list(&mut put, "author", evaluation.team.iter().map(author));
    if let Some(published) = &evaluation.published {
        put("datePublished", json!(published.value.to_string()));
    }
    if let Some(report) = &evaluation.report {
        put("url", json!(report.url));
    }
    put_list(&mut put, "keywords", evaluation.keywords.iter().map(|word| json!(word)));
    let intervals = evaluation.projects.iter().map(|project| facts::interval(project.span));
    let stated = intervals.filter(|interval| !interval.is_empty());
    put_list(&mut put, "temporalCoverage", stated.map(Value::String));
    put_list(&mut put, "spatialCoverage", evaluation.places.iter().map(|p| place(content, p)));
    put_list(&mut put, "about", evaluation.projects.iter().map(project));
    put_list(&mut put, "funding", grants(content, evaluation).into_iter());
    Value::Object(report)
}

/// Puts a list under a key, unless it is empty; what is not stated has no key.
fn put_list(put: &mut impl FnMut(&str, Value), key: &str, values: impl Iterator<Item = Value>) {
    let values: Vec<_> = values.collect();
    if !values.is_empty() {
        put(key, Value::Array(values));
    }
}

fn organisation(name: &str) -> Value {
    json!({ "@type": "Organization", "name": name })
}

fn author(party: &Party) -> Value {
    match party.kind {
        PartyKind::Person => json!({ "@type": "Person", "name": party.name }),
        PartyKind::Firm | PartyKind::Office => organisation(&party.name),
    }
}

fn place(content: &Content, place: &Place) -> Value {
    let name = match &place.term {
        Some(term) => facts::label(&content.vocabulary.places, term),
        None => &place.as_printed,
    };
    json!({ "@type": "Place", "name": name })
}

fn project(project: &Project) -> Value {
    let mut about = json!({ "@type": "Project", "name": project.title });
    if let Some(code) = &project.code {
        about["identifier"] = json!(code);
    }
    about
}

/// Amounts and donors as far as the document ties them together: those of one project, of one
/// phase, of all projects. Which donor gave how much of an amount is not said.
fn grants(content: &Content, evaluation: &Evaluation) -> Vec<Value> {
    let mut grants = Vec::new();
    for project in &evaluation.projects {
        grants.extend(grants_of(content, &project.budgets, &project.donors, Some(&project.title)));
        for phase in &project.phases {
            grants.extend(grants_of(content, &phase.budgets, &phase.donors, Some(&project.title)));
        }
    }
    let combined = (&evaluation.combined_budgets, &evaluation.combined_donors);
    grants.extend(grants_of(content, combined.0, combined.1, None));
    grants
}

fn grants_of(
    content: &Content,
    budgets: &[Budget],
    donors: &[Donor],
    project: Option<&str>,
) -> Vec<Value> {
    let organisations = &content.vocabulary.organisations;
    let funders: Vec<_> = donors
        .iter()
        .map(|donor| organisation(facts::label(organisations, &donor.organisation)))
        .collect();
    let grant = |budget: Option<&Budget>| {
        let mut grant = json!({ "@type": "MonetaryGrant" });
        if let Some(title) = project {
            grant["fundedItem"] = json!({ "@type": "Project", "name": title });
        }
        if !funders.is_empty() {
            grant["funder"] = json!(funders);
        }
        if let Some(budget) = budget {
            grant["amount"] = json!({
                "@type": "MonetaryAmount",
                "currency": budget.currency.code(),
                "value": decimal::format(budget.cents),
            });
        }
        grant
    };
    match budgets {
        [] if funders.is_empty() => Vec::new(),
        [] => vec![grant(None)],
        budgets => budgets.iter().map(|budget| grant(Some(budget))).collect(),
    }
}
