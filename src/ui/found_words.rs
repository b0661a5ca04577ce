//! What was searched, marked where it stands.

use explorer_core::dataset::EvaluationIx;
use explorer_core::search::Marks;
use explorer_core::view::results::{best_statement, whole};
use explorer_lang::fill;

use super::parts::marked;
use crate::el::{El, el};
use crate::store::Explorer;

/// The title of an evaluation.
pub fn title(title: &str, marks: &Marks) -> El {
    marked(&whole(title, marks))
}

/// The statement that says most of what was searched, with its kind as the reason.
pub fn passage(explorer: Explorer, ix: EvaluationIx, marks: &Marks) -> Vec<El> {
    let words = explorer.words;
    let (dataset, answer) = (explorer.dataset(), explorer.answer_now());
    let best = best_statement(&dataset, ix, &answer, marks);
    let best = best.and_then(|(ix, passage)| Some((dataset.statement(ix)?, passage)));
    let Some((statement, passage)) = best else { return Vec::new() };
    let reason = words.statement_number(&statement);
    let reason = fill(words.answers().matched_in, &[("field", &reason)]);
    vec![
        el("p").class("result-passage").child(marked(&passage)),
        el("p").class("result-reason").words(reason),
    ]
}
