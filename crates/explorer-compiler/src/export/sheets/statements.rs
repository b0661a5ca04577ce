//! The sheets of statements and the figures they give.

use explorer_core::content::Content;
use explorer_core::evaluation::Evaluation;
use explorer_core::statement::{Basis, Enumeration, KeyFigure, Statement, StatementKind};
use explorer_lang::export::criteria;

use super::TO_EVALUATION;
use crate::export::sheet::{Foreign, Rows, Sheet, columns};

pub(super) const SHEETS: &[Sheet] = &[
    Sheet {
        name: "statements",
        about: "One row for each statement of each evaluation, in our own words.",
        columns: STATEMENTS,
        key: &["id"],
        foreign: &[TO_EVALUATION],
        rows: statement_rows,
    },
    Sheet {
        name: "statement_figures",
        about: "The figures that a statement gives.",
        columns: FIGURES,
        key: &["statement", "position"],
        foreign: &[Foreign { columns: &["statement"], sheet: "statements", key: &["id"] }],
        rows: figure_rows,
    },
];

fn statement_rows(content: &Content) -> Rows<'_> {
    Box::new(content.records.iter().flat_map(|record| {
        record.statements.iter().map(|statement| statement_cells(&record.evaluation, statement))
    }))
}

fn figure_rows(content: &Content) -> Rows<'_> {
    let statements = content.records.iter().flat_map(|record| &record.statements);
    Box::new(statements.flat_map(|statement| {
        let figures = statement.figures.iter().zip(1..);
        figures.map(|(figure, position)| figure_cells(statement, position, figure))
    }))
}

/// The positions, from 1, of the projects that a statement concerns.
fn projects(statement: &Statement) -> Vec<u16> {
    statement.projects.iter().map(|&project| u16::from(project) + 1).collect()
}

columns! {
    STATEMENTS, fn statement_cells(e: &Evaluation, s: &Statement) {
        "id" text !required, "Its lasting name." => s.id;
        "evaluation" text !required, "The evaluation that says it." => e.id;
        "kind" code(StatementKind) !required, "What it is in its document." => s.kind;
        "ordinal" integer !required, "Its place among the statements of its kind." => s.ordinal;
        "enumeration" code(Enumeration) !required, "How the document sets it apart."
            => s.enumeration;
        "number_as_printed" text, "The number or bullet as printed." => s.number_as_printed;
        "label_as_printed" text, "The label as printed." => s.label_as_printed;
        "text" text !required, "What it says, in our own words." => s.text;
        "criteria" list, "The criteria that the document names." => criteria(s, Basis::Printed);
        "criteria_inferred" list, "The criteria that we read from the content."
            => criteria(s, Basis::Inferred);
        "themes" list, "The themes it speaks to." => s.themes;
        "projects" list, "The positions of the projects concerned; empty means all."
            => projects(s);
        "places" list, "The places it names." => s.places;
        "addressee" text, "Whom it asks, as printed." => s.addressee;
        "asks_for_action" boolean !required,
            "Whether it asks for action without being a recommendation." => s.asks_for_action;
        "note" text, "Our note." => s.note;
        "section" text !required, "The section of the document in which it stands." => s.section;
    }
}

columns! {
    FIGURES, fn figure_cells(s: &Statement, position: usize, figure: &KeyFigure) {
        "statement" text !required, "The statement." => s.id;
        "position" integer !required, "Its position in the list." => position;
        "figure" text !required, "The figure as printed." => figure.figure;
        "unit" text !required, "What it counts, in our words." => figure.unit;
    }
}
