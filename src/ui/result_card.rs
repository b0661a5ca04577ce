//! An evaluation among the results.

use explorer_core::dataset::EvaluationIx;
use explorer_core::evaluation::Evaluation;
use explorer_core::facet::FacetId;
use explorer_core::search::Marks;
use explorer_core::state::Opened;
use explorer_core::view::results::{best_statement, kinds_of, places_of, statements_of, whole};
use explorer_lang::fill;
use explorer_lang::number::years;
use leptos::html;
use leptos::prelude::*;

use super::compare_tray::compare_toggle;
use super::links::record_link;
use super::parts::{heading, marked};
use crate::store::Explorer;

/// Title, one line of identity, the passage that matches, and the way into comparison.
pub fn result_card(explorer: Explorer, ix: u32) -> AnyView {
    let ix = EvaluationIx(ix);
    let Some(evaluation) = explorer.dataset().evaluation(ix) else { return ().into_any() };
    let marks = explorer.marks();
    let title = record_link(
        explorer,
        Opened::Evaluation(evaluation.id.clone()),
        format!("open-{}", evaluation.id),
        match &marks {
            Some(marks) => marked(&whole(&evaluation.title, marks)),
            None => html::span().child(evaluation.title.clone()).into_any(),
        },
    );
    html::li()
        .child(
            html::article().class("result-card").attr("lang", evaluation.language.clone()).child((
                heading(explorer.layout.heading_level + 1, "result-title", title),
                identity(explorer, &evaluation),
                passage(explorer, ix, marks.as_ref()),
                html::div().class("result-foot").child((
                    html::p().class("result-counts").child(counts(explorer, ix)),
                    compare_toggle(explorer, evaluation.id.clone(), evaluation.short_title.clone()),
                )),
            )),
        )
        .into_any()
}

fn identity(explorer: Explorer, evaluation: &Evaluation) -> AnyView {
    let words = explorer.words;
    let dataset = explorer.dataset();
    let agency = explorer.name(FacetId::Agency, evaluation.agency.as_str());
    let agency = dataset
        .vocabulary()
        .agencies
        .get(&evaluation.agency)
        .and_then(|term| term.short.clone())
        .unwrap_or(agency);
    let places = places_of(evaluation, dataset.vocabulary(), words.tag);
    let parts = [
        Some(agency),
        Some(words.timing_in_a_list(evaluation.kind.timing).to_owned()),
        Some(years(evaluation.whole_span(), words)),
        words.some_of(&places, 3),
    ];
    let parts: Vec<AnyView> =
        parts.into_iter().flatten().map(|part| html::span().child(part).into_any()).collect();
    html::p().class("result-meta").child(parts).into_any()
}

/// The statement that says most of what was searched, with its kind as the reason.
fn passage(explorer: Explorer, ix: EvaluationIx, marks: Option<&Marks>) -> AnyView {
    let words = explorer.words;
    let statements = statements_of(&explorer.dataset(), ix);
    let best = marks.and_then(|marks| best_statement(&statements, marks));
    let found = best.and_then(|(at, passage)| Some((statements.get(at)?, passage)));
    found
        .map(|(statement, passage)| {
            let kind = words.statement(statement.kind).singular;
            let reason = format!("{kind} {}", statement.ordinal);
            let reason = fill(words.matched_in, &[("field", &reason)]);
            (
                html::p().class("result-passage").child(marked(&passage)),
                html::p().class("result-reason").child(reason),
            )
        })
        .into_any()
}

fn counts(explorer: Explorer, ix: EvaluationIx) -> String {
    let words = explorer.words;
    let counted = kinds_of(&explorer.dataset(), ix)
        .into_iter()
        .map(|(kind, number)| words.statement(kind).counted.of(number, words));
    counted.collect::<Vec<_>>().join(" · ")
}
