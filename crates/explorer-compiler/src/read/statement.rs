//! The statements of a record and the contradictions between them.

use explorer_core::evaluation::Evaluation;
use explorer_core::id::{EvaluationId, StatementId, TensionId, TermId};
use explorer_core::statement::{
    Basis, Criterion, Enumeration, KeyFigure, Statement, StatementKind,
};
use explorer_core::tension::{Side, Tension, TensionKind};

use super::fields::Fields;
use crate::authored::AuthoredTension;

pub fn statement(evaluation: &Evaluation, fields: Fields<'_>, codes: &[String]) -> Statement {
    let kind = fields.code("kind", StatementKind::from_code, StatementKind::Finding);
    let ordinal: u16 = fields.number("ordinal");
    let id = format!("{}-{}{ordinal}", evaluation.id, kind.letter());
    let criteria = |key: &str, basis: Basis| {
        let terms: Vec<TermId> = fields.ids(key);
        terms.into_iter().map(move |term| Criterion { term, basis })
    };
    let printed = criteria("criteria", Basis::Printed);
    Statement {
        id: StatementId::from(id.as_str()),
        kind,
        ordinal,
        enumeration: fields.code("enumeration", Enumeration::from_code, Enumeration::Prose),
        number_as_printed: fields.optional_text("number_as_printed"),
        label_as_printed: fields.optional_text("label_as_printed"),
        text: fields.text("text"),
        criteria: printed.chain(criteria("criteria_inferred", Basis::Inferred)).collect(),
        themes: fields.ids("themes"),
        projects: codes.iter().filter_map(|code| position(evaluation, code)).collect(),
        places: fields.ids("places"),
        addressee: fields.optional_text("addressee"),
        figures: fields.tables("figures", |fields| KeyFigure {
            figure: fields.text("figure"),
            unit: fields.text("unit"),
        }),
        asks_for_action: fields.flag("asks_for_action"),
        note: fields.optional_text("note"),
        section: fields.text("section"),
    }
}

fn position(evaluation: &Evaluation, code: &str) -> Option<u8> {
    let at = evaluation.projects.iter().position(|project| project.code.as_deref() == Some(code));
    u8::try_from(at?).ok()
}

/// Reads the contradictions of a record. A side without statements stands on the header facts,
/// which is to say on the evaluation itself.
pub fn contradictions(file: &str, id: &EvaluationId, fields: Fields<'_>) -> Vec<AuthoredTension> {
    let mut at = 0;
    fields.tables("contradictions", |fields| {
        let path = format!("contradictions[{at}]");
        at += 1;
        let mut tension = tension(fields);
        tension.within = Some(id.clone());
        for side in &mut tension.sides {
            let own = |local: &StatementId| StatementId::from(format!("{id}-{local}").as_str());
            side.statements = side.statements.iter().map(own).collect();
            if side.statements.is_empty() {
                side.evaluations.push(id.clone());
            }
        }
        AuthoredTension { file: file.to_owned(), path, tension }
    })
}

/// Reads a tension, with the ids as they are written.
pub fn tension(fields: Fields<'_>) -> Tension {
    Tension {
        id: TensionId::from(fields.text("id").as_str()),
        kind: fields.code("kind", TensionKind::from_code, TensionKind::Tension),
        question: fields.text("question"),
        summary: fields.text("summary"),
        may_come_from: fields.optional_text("may_come_from"),
        sides: fields.tables("sides", |fields| Side {
            stance: fields.text("stance"),
            statements: fields.ids("statements"),
            evaluations: fields.ids("evaluations"),
        }),
        silent: fields.ids("silent"),
        within: None,
    }
}
