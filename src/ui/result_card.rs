//! An evaluation among the results.

use explorer_core::dataset::EvaluationIx;
use explorer_core::evaluation::Evaluation;
use explorer_core::facet::FacetId;
use explorer_core::search::Marks;
use explorer_core::state::Opened;
use explorer_core::view::results::{best_statement, kinds_of, places_of, whole};
use explorer_lang::fill;
use explorer_lang::number::years;

use super::compare_tray::compare_toggle;
use super::links::record_link;
use super::parts::{heading, marked, span};
use crate::el::{El, el};
use crate::store::Explorer;

/// Title, one line of identity, the passage that matches, and the way into comparison.
pub fn result_card(explorer: Explorer, ix: EvaluationIx) -> El {
    let Some(evaluation) = explorer.dataset().evaluation(ix) else { return el("li") };
    let marks = explorer.marks();
    let name = match &marks {
        Some(marks) => marked(&whole(&evaluation.title, marks)),
        None => span(&*evaluation.title),
    };
    let opened = Opened::Evaluation(evaluation.id.clone());
    let link = record_link(explorer, opened, format!("open-{}", evaluation.id), name);
    let foot = el("div")
        .class("result-foot")
        .child(el("p").class("result-counts").words(counts(explorer, ix)))
        .child(compare_toggle(explorer, &evaluation));
    let mut card = el("article")
        .class("result-card")
        .attr("part", "card")
        .attr("lang", evaluation.language.clone())
        .child(heading(explorer.layout.heading_level + 1, "result-title", link))
        .child(identity(explorer, &evaluation));
    if let Some(marks) = &marks {
        card = card.all(passage(explorer, ix, marks));
    }
    el("li").child(card.child(foot))
}

fn identity(explorer: Explorer, evaluation: &Evaluation) -> El {
    let words = explorer.words;
    let dataset = explorer.dataset();
    let vocabulary = dataset.vocabulary();
    let short = vocabulary.agencies.get(&evaluation.agency).and_then(|term| term.short.clone());
    let agency =
        short.unwrap_or_else(|| explorer.name(FacetId::Agency, evaluation.agency.as_str()));
    let parts = [
        Some(agency),
        Some(words.timing_in_a_list(evaluation.kind.timing).to_owned()),
        Some(years(evaluation.whole_span(), words)),
        words.some_of(&places_of(evaluation, vocabulary, words.tag), 3),
    ];
    el("p").class("result-meta").all(parts.into_iter().flatten().map(span))
}

/// The statement that says most of what was searched, with its kind as the reason.
fn passage(explorer: Explorer, ix: EvaluationIx, marks: &Marks) -> Vec<El> {
    let words = explorer.words;
    let (dataset, answer) = (explorer.dataset(), explorer.answer_now());
    let best = best_statement(&dataset, ix, &answer, marks);
    let best = best.and_then(|(ix, passage)| Some((dataset.statement(ix)?, passage)));
    let Some((statement, passage)) = best else { return Vec::new() };
    let reason = words.statement_number(&statement);
    let reason = fill(words.matched_in, &[("field", &reason)]);
    vec![
        el("p").class("result-passage").child(marked(&passage)),
        el("p").class("result-reason").words(reason),
    ]
}

fn counts(explorer: Explorer, ix: EvaluationIx) -> String {
    let words = explorer.words;
    let kinds = kinds_of(&explorer.dataset(), ix);
    let counted = kinds.into_iter().map(|(kind, n)| words.statement(kind).counted.of(n, words));
    counted.collect::<Vec<_>>().join(" · ")
}
