//! What was searched, marked where it stands, and the reason why a record was found.

use explorer_core::dataset::{EvaluationIx, StatementIx};
use explorer_core::search::Marks;
use explorer_core::view::results::{Named, best_statement, named, whole};
use explorer_lang::fill;

use super::parts::marked;
use crate::el::{El, el};
use crate::store::Explorer;

/// The title of an evaluation.
pub fn title(title: &str, marks: &Marks) -> El {
    marked(&whole(title, marks))
}

/// The statement that says most of what was searched, with its kind as the reason, and what else
/// the evaluation was found by below its title.
pub fn passage(explorer: Explorer, ix: EvaluationIx, title: &str, marks: &Marks) -> Vec<El> {
    let words = explorer.words;
    let (dataset, answer) = (explorer.dataset(), explorer.answer_now());
    let best = best_statement(&dataset, ix, &answer, marks);
    let shown = best.as_ref().map(|(ix, _)| *ix);
    let mut lines = Vec::new();
    if let Some((statement, passage)) =
        best.and_then(|(ix, passage)| Some((dataset.statement(ix)?, passage)))
    {
        let reason = words.statement_number(&statement);
        let reason = fill(words.answers().matched_in, &[("field", &reason)]);
        lines.push(el("p").class("result-passage").child(marked(&passage)));
        lines.push(el("p").class("result-reason").words(reason));
    }
    lines.extend(reasons(explorer, ix, (Some(title), shown), marks));
    lines
}

/// What the header of an evaluation has of what was searched, where neither the title nor the
/// statement that is shown says so.
pub fn reasons(
    explorer: Explorer,
    ix: EvaluationIx,
    shown: (Option<&str>, Option<StatementIx>),
    marks: &Marks,
) -> Vec<El> {
    let (dataset, answer) = (explorer.dataset(), explorer.answer_now());
    let line = |it: Named| reason(explorer, it);
    named(&dataset, ix, shown, &answer, marks).into_iter().map(line).collect()
}

fn reason(explorer: Explorer, named: Named) -> El {
    let words = explorer.words;
    let field = [("field", &*words.field(named.field))];
    let line = el("p").class("result-reason");
    match named.passage {
        None => line.words(fill(words.answers().matched_in, &field)),
        Some(passage) => {
            line.words(fill(words.answers().matched_in_text, &field)).child(marked(&passage))
        }
    }
}
