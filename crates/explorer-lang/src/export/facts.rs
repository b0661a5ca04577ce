//! Facts of an evaluation in the words that references and lists need.

use explorer_core::evaluation::{Evaluation, ReportTarget};
use explorer_core::id::TermId;
use explorer_core::vocabulary::{Terms, Vocabulary};
use explorer_core::when::Span;

/// The language whose labels stand in exports.
pub const LANG: &str = "en";

/// The label of a term, or its id when the vocabulary lacks it.
#[must_use]
pub fn label<'a>(terms: &'a Terms, id: &'a TermId) -> &'a str {
    terms.get(id).map_or(id.as_str(), |term| term.label(LANG))
}

/// The publishing agency by name.
#[must_use]
pub fn publisher<'a>(vocabulary: &'a Vocabulary, evaluation: &'a Evaluation) -> &'a str {
    label(&vocabulary.agencies, &evaluation.agency)
}

/// The codes of the evaluated projects as printed.
#[must_use]
pub fn codes(evaluation: &Evaluation) -> Vec<&str> {
    evaluation.projects.iter().filter_map(|project| project.code.as_deref()).collect()
}

/// The donors by name, each once, in order of appearance.
#[must_use]
pub fn donors<'a>(vocabulary: &'a Vocabulary, evaluation: &'a Evaluation) -> Vec<&'a str> {
    let organisations = &vocabulary.organisations;
    let mut names = Vec::new();
    for donor in evaluation.donors() {
        let name = label(organisations, &donor.organisation);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// A span as an ISO 8601 interval, `2019-10/2024-09`, with `..` for an end that is not stated;
/// empty when neither end is.
#[must_use]
pub fn interval(span: Span) -> String {
    if span.is_unstated() {
        return String::new();
    }
    let end = |date: Option<explorer_core::when::Date>| {
        date.map_or_else(|| "..".to_owned(), |date| date.to_string())
    };
    format!("{}/{}", end(span.start), end(span.end))
}

/// What a reference must say beside its fields: what the link opens, and why a year is missing.
#[must_use]
pub fn reference_note(evaluation: &Evaluation) -> Option<String> {
    let mut notes = Vec::new();
    if evaluation.published.is_none() {
        notes.push("The document does not state its date of publication.".to_owned());
    }
    match evaluation.report.as_ref().map(|report| (report.target, report.listing_year)) {
        Some((ReportTarget::ListPage, Some(year))) => {
            notes.push(format!("The address opens the publisher's list of reports of {year}."));
        }
        Some((ReportTarget::ListPage, None)) => {
            notes.push("The address opens a list of reports.".to_owned());
        }
        Some((ReportTarget::ShortLink, _)) => {
            notes.push("The address is a shortened one.".to_owned());
        }
        Some((ReportTarget::Report, _)) | None => {}
    }
    (!notes.is_empty()).then(|| notes.join(" "))
}

/// Hundredths as a decimal text: `75211031` is `752110.31`, `312000000` is `3120000`.
#[must_use]
pub fn decimal(cents: u64) -> String {
    match cents % 100 {
        0 => (cents / 100).to_string(),
        rest => format!("{}.{rest:02}", cents / 100),
    }
}
