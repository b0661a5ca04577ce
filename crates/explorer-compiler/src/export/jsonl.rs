//! One statement or evaluation on a line, for tools that read line by line.

use std::io::{self, Write};

use explorer_core::content::Content;
use explorer_core::id::EvaluationId;
use serde::Serialize;

use super::Of;
use explorer_exchange::{Evaluation, Mirror, Statement};

/// A statement with the evaluation that says it.
#[derive(Serialize)]
struct Line<'a> {
    evaluation: &'a EvaluationId,
    #[serde(flatten)]
    statement: Statement,
}

/// Writes the lines. An evaluation is written without its statements' list.
///
/// # Errors
/// When the writer fails.
pub fn write(content: &Content, of: Of, out: &mut dyn Write) -> io::Result<()> {
    for record in &content.records {
        match of {
            Of::Evaluations => line(&header(Evaluation::of(record))?, out)?,
            Of::Statements => {
                for statement in &record.statements {
                    let statement = Statement::of(statement);
                    line(&Line { evaluation: &record.evaluation.id, statement }, out)?;
                }
            }
        }
    }
    Ok(())
}

fn header(evaluation: Evaluation) -> serde_json::Result<serde_json::Value> {
    let mut value = serde_json::to_value(evaluation)?;
    if let Some(fields) = value.as_object_mut() {
        fields.shift_remove("statements");
    }
    Ok(value)
}

fn line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    writeln!(out)
}
