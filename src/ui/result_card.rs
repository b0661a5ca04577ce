//! An evaluation among the results.

use explorer_core::dataset::EvaluationIx;
use explorer_core::evaluation::Evaluation;
use explorer_core::facet::FacetId;
use explorer_core::state::Opened;
use explorer_core::view::results::{evaluation_passage, kinds_of, places_of};
use explorer_lang::fill;
use explorer_lang::number::years;
use leptos::html;
use leptos::prelude::*;

use super::compare_tray::compare_toggle;
use super::links::record_link;
use super::parts::{heading, marked};
use crate::store::{Explorer, field_name};

/// Title, one line of identity, the passage that matches, and the way into comparison.
pub fn result_card(explorer: Explorer, ix: u32) -> AnyView {
    let ix = EvaluationIx(ix);
    let Some(evaluation) = explorer.dataset().evaluation(ix) else { return ().into_any() };
    let title = record_link(
        explorer,
        Opened::Evaluation(evaluation.id.clone()),
        format!("open-{}", evaluation.id),
        html::span().child(evaluation.title.clone()).into_any(),
    );
    html::li()
        .child(html::article().class("result-card").attr("lang", evaluation.language.clone()).child((
            heading(explorer.layout.heading_level + 1, "result-title", title),
            identity(explorer, &evaluation),
            passage(explorer, ix),
            html::div().class("result-foot").child((
                html::p().class("result-counts").child(counts(explorer, ix)),
                compare_toggle(explorer, evaluation.id.clone(), evaluation.short_title.clone()),
            )),
        )))
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
    let parts: Vec<AnyView> = parts
        .into_iter()
        .flatten()
        .map(|part| html::span().child(part).into_any())
        .collect();
    html::p().class("result-meta").child(parts).into_any()
}

fn passage(explorer: Explorer, ix: EvaluationIx) -> AnyView {
    let words = explorer.words;
    let found = explorer.peek(|state| evaluation_passage(&explorer.dataset(), state.query(), ix));
    found
        .map(|passage| {
            let field = field_name(passage.field, words);
            (
                html::p().class("result-passage").child(marked(&passage.text, &passage.ranges)),
                html::p()
                    .class("result-reason")
                    .child(fill(words.matched_in, &[("field", field)])),
            )
        })
        .into_any()
}

fn counts(explorer: Explorer, ix: EvaluationIx) -> String {
    let words = explorer.words;
    let counted = kinds_of(&explorer.dataset(), ix).into_iter().map(|(kind, number)| {
        words.statement(kind).counted.of(number, words)
    });
    counted.collect::<Vec<_>>().join(" · ")
}
