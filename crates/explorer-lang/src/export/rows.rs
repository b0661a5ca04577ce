//! One flat table for people and scripts: a row for each statement with the header facts beside
//! it, or a row for each evaluation, as CSV or JSON. Labels stand in English; the data package of
//! the command line has the ids and all facts.

use explorer_core::content::Record;
use explorer_core::evaluation::{Evaluation, Project};
use explorer_core::id::TermId;
use explorer_core::query::Unit;
use explorer_core::statement::{Basis, Statement};
use explorer_core::vocabulary::{Terms, Vocabulary};

use super::cell::{self, Cell as _, csv_text};
use super::{facts, json};

/// The table as CSV, see [`csv_text`].
#[must_use]
pub fn csv(records: &[Record], vocabulary: &Vocabulary, of: Unit) -> String {
    let header: Vec<&str> = header(of).iter().map(|(name, _)| *name).collect();
    csv_text(&header, rows(records, vocabulary, of).into_iter())
}

/// The table as JSON: an object for each row. What is not stated is `null`, several values are a
/// list, everything else is a text.
#[must_use]
pub fn json_rows(records: &[Record], vocabulary: &Vocabulary, of: Unit) -> String {
    json::rows(&header(of), &rows(records, vocabulary, of))
}

/// The columns, each with whether its cells hold several values.
fn header(of: Unit) -> Vec<(&'static str, bool)> {
    match of {
        Unit::Evaluations => EVALUATION.to_vec(),
        Unit::Statements => [STATEMENT, EVALUATION].concat(),
    }
}

fn rows(records: &[Record], vocabulary: &Vocabulary, of: Unit) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for record in records {
        let of_evaluation = evaluation_cells(vocabulary, &record.evaluation);
        match of {
            Unit::Evaluations => rows.push(of_evaluation),
            Unit::Statements => rows.extend(record.statements.iter().map(|statement| {
                let mut cells = statement_cells(vocabulary, statement);
                cells.extend_from_slice(&of_evaluation);
                cells
            })),
        }
    }
    rows
}

/// The criteria of a statement that the document prints, or that we inferred.
pub fn criteria(statement: &Statement, basis: Basis) -> Vec<&TermId> {
    let of_basis = statement.criteria.iter().filter(|criterion| criterion.basis == basis);
    of_basis.map(|criterion| &criterion.term).collect()
}

/// Declares columns together with the cells of their rows, so that one cannot go astray from the
/// other: a constant with the names and whether a cell holds several values, and a function that
/// makes a row.
macro_rules! columns {
    ($columns:ident, fn $cells:ident($($argument:ident: $type:ty),+) {
        $( $name:literal $holds:ident => $value:expr; )+
    }) => {
        const $columns: &[(&str, bool)] = &[ $( ($name, columns!(@ $holds)) ),+ ];

        fn $cells($($argument: $type),+) -> Vec<String> {
            vec![ $( ($value).cell() ),+ ]
        }
    };
    (@ one) => { false };
    (@ list) => { true };
}

fn labels<'a>(terms: &'a Terms, ids: impl IntoIterator<Item = &'a TermId>) -> String {
    cell::join(ids.into_iter().map(|id| facts::label(terms, id).to_owned()))
}

fn each_project(evaluation: &Evaluation, text: impl Fn(&Project) -> String) -> String {
    let texts = evaluation.projects.iter().map(text);
    cell::join(texts.filter(|text| !text.is_empty()))
}

fn places(vocabulary: &Vocabulary, evaluation: &Evaluation) -> String {
    cell::join(evaluation.places.iter().map(|place| match &place.term {
        Some(term) => facts::label(&vocabulary.places, term).to_owned(),
        None => place.as_printed.clone(),
    }))
}

fn budgets(evaluation: &Evaluation) -> String {
    cell::join(evaluation.budgets().map(|budget| {
        format!("{} {} ({})", budget.currency, facts::decimal(budget.cents), budget.scope.code())
    }))
}

fn figures(statement: &Statement) -> String {
    let figures = statement.figures.iter();
    cell::join(figures.map(|figure| format!("{} {}", figure.figure, figure.unit)))
}

columns! {
    STATEMENT, fn statement_cells(vocabulary: &Vocabulary, s: &Statement) {
        "statement" one => s.id;
        "kind" one => s.kind;
        "ordinal" one => s.ordinal;
        "label_as_printed" one => s.label_as_printed;
        "text" one => s.text;
        "criteria_printed" list => labels(&vocabulary.criteria, criteria(s, Basis::Printed));
        "criteria_inferred" list => labels(&vocabulary.criteria, criteria(s, Basis::Inferred));
        "themes" list => labels(&vocabulary.themes, &s.themes);
        "addressee" one => s.addressee;
        "figures" list => figures(s);
        "note" one => s.note;
        "section" one => s.section;
    }
}

columns! {
    EVALUATION, fn evaluation_cells(vocabulary: &Vocabulary, e: &Evaluation) {
        "evaluation" one => e.id;
        "title" one => e.title;
        "agency" one => facts::publisher(vocabulary, e);
        "evaluation_kind" one => e.kind.as_printed;
        "timing" one => e.kind.timing;
        "scope" one => e.kind.scope;
        "published" one => e.published.as_ref().map(|p| p.value);
        "project_codes" list =>
            each_project(e, |project| project.code.clone().unwrap_or_default());
        "project_titles" list => each_project(e, |project| project.title.clone());
        "project_periods" list =>
            each_project(e, |project| facts::interval(project.span));
        "places" list => places(vocabulary, e);
        "region_as_printed" one => e.region_as_printed;
        "donors" list => cell::join(facts::donors(vocabulary, e).into_iter().map(str::to_owned));
        "budgets" list => budgets(e);
        "report_url" one => e.report.as_ref().map(|r| &r.url);
        "coded_on" one => e.provenance.coded_on;
    }
}
