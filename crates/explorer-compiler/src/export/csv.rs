//! One flat table for people: a row for each statement with the header facts beside it, or a row
//! for each evaluation. Labels stand in English; the data package has the ids and all facts.

use std::io::{self, Write};

use explorer_core::content::Content;
use explorer_core::evaluation::Evaluation;
use explorer_core::id::TermId;
use explorer_core::statement::{Basis, Statement, StatementKind};
use explorer_core::vocabulary::Terms;

use super::cell::{self, write_csv};
use super::sheet::columns;
use super::sheets::criteria;
use super::{Of, facts};
use crate::decimal;

/// Writes the table.
///
/// # Errors
/// When the writer fails.
pub fn write(content: &Content, of: Of, out: &mut dyn Write) -> io::Result<()> {
    let evaluation_header = EVALUATION.iter().map(|column| column.name);
    match of {
        Of::Evaluations => {
            let header: Vec<_> = evaluation_header.collect();
            let rows = content.records.iter();
            write_csv(&header, rows.map(|r| evaluation_cells(content, &r.evaluation)), out)
        }
        Of::Statements => {
            let header = STATEMENT.iter().map(|column| column.name).chain(evaluation_header);
            let rows = content.records.iter().flat_map(|record| {
                let of_evaluation = evaluation_cells(content, &record.evaluation);
                record.statements.iter().map(move |statement| {
                    let mut cells = statement_cells(content, statement);
                    cells.extend_from_slice(&of_evaluation);
                    cells
                })
            });
            write_csv(&header.collect::<Vec<_>>(), rows, out)
        }
    }
}

fn labels<'a>(terms: &'a Terms, ids: impl IntoIterator<Item = &'a TermId>) -> String {
    cell::join(ids.into_iter().map(|id| facts::label(terms, id).to_owned()))
}

fn each_project(evaluation: &Evaluation, text: fn(&Evaluation, usize) -> String) -> String {
    let texts = (0..evaluation.projects.len()).map(|index| text(evaluation, index));
    cell::join(texts.filter(|text| !text.is_empty()))
}

fn places(content: &Content, evaluation: &Evaluation) -> String {
    cell::join(evaluation.places.iter().map(|place| match &place.term {
        Some(term) => facts::label(&content.vocabulary.places, term).to_owned(),
        None => place.as_printed.clone(),
    }))
}

fn budgets(evaluation: &Evaluation) -> String {
    cell::join(evaluation.budgets().map(|budget| {
        format!("{} {} ({})", budget.currency, decimal::format(budget.cents), budget.scope.code())
    }))
}

fn figures(statement: &Statement) -> String {
    let figures = statement.figures.iter();
    cell::join(figures.map(|figure| format!("{} {}", figure.figure, figure.unit)))
}

columns! {
    STATEMENT, fn statement_cells(content: &Content, s: &Statement) {
        "statement" text !required, "Its lasting name." => s.id;
        "kind" code(StatementKind) !required, "What it is in its document." => s.kind;
        "ordinal" integer !required, "Its place among those of its kind." => s.ordinal;
        "label_as_printed" text, "The label as printed." => s.label_as_printed;
        "text" text !required, "What it says, in our own words." => s.text;
        "criteria_printed" list, "The criteria that the document names."
            => labels(&content.vocabulary.criteria, criteria(s, Basis::Printed));
        "criteria_inferred" list, "The criteria that we read from the content."
            => labels(&content.vocabulary.criteria, criteria(s, Basis::Inferred));
        "themes" list, "The themes." => labels(&content.vocabulary.themes, &s.themes);
        "addressee" text, "Whom it asks, as printed." => s.addressee;
        "figures" list, "The figures it gives." => figures(s);
        "note" text, "Our note." => s.note;
        "section" text !required, "The section of the document." => s.section;
    }
}

columns! {
    EVALUATION, fn evaluation_cells(content: &Content, e: &Evaluation) {
        "evaluation" text !required, "The lasting name of the evaluation." => e.id;
        "title" text !required, "Its title." => e.title;
        "agency" text !required, "The publishing agency." => facts::publisher(content, e);
        "evaluation_kind" text !required, "Its kind as printed." => e.kind.as_printed;
        "timing" text !required, "When it was made." => e.kind.timing;
        "scope" text !required, "One project or several." => e.kind.scope;
        "published" date, "The date of publication, if printed."
            => e.published.as_ref().map(|p| p.value);
        "project_codes" list, "The codes of the projects as printed."
            => each_project(e, |e, index| e.projects[index].code.clone().unwrap_or_default());
        "project_titles" list, "The titles of the projects."
            => each_project(e, |e, index| e.projects[index].title.clone());
        "project_periods" list, "From when to when, for each project that states it."
            => each_project(e, |e, index| facts::interval(e.projects[index].span));
        "places" list, "Where the projects work." => places(content, e);
        "region_as_printed" text, "The region as printed." => e.region_as_printed;
        "donors" list, "Who gave money."
            => cell::join(facts::donors(content, e).into_iter().map(str::to_owned));
        "budgets" list, "Amounts as stated, with what they pay for." => budgets(e);
        "report_url" url, "The link to the full report." => e.report.as_ref().map(|r| &r.url);
        "coded_on" date !required, "When the record was made." => e.provenance.coded_on;
    }
}
