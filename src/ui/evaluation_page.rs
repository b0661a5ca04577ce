//! One evaluation in full.

use explorer_core::dataset::EvaluationIx;
use explorer_core::evaluation::Evaluation;
use explorer_core::facet::FacetId;
use explorer_core::state::{Action, Opened};
use explorer_core::view::results::statements_of;
use explorer_lang::number;

use super::compare_toggle::compare_toggle;
use super::copy_button::copy_button;
use super::evaluation_sections::{fact_sections, provenance, related_section, tensions};
use super::evaluation_statements::statement_sections;
use super::links::{act_link, record_link};
use super::page_head::page_title;
use super::parts::{Icon, hidden, icon, span};
use crate::el::{El, Slot, el};
use crate::store::Explorer;

/// The page of an evaluation. Its title takes focus when the page opens.
pub fn evaluation_page(explorer: Explorer, ix: EvaluationIx, title: Slot) -> El {
    let dataset = explorer.dataset();
    let Some(evaluation) = dataset.evaluation(ix) else { return el("article") };
    let statements = statements_of(&dataset, ix);
    el("article")
        .class("evaluation-page")
        .attr("lang", evaluation.language.clone())
        .child(navigation(explorer, ix))
        .child(head(explorer, &evaluation, title))
        .all(fact_sections(explorer, ix, &evaluation))
        .maybe(tensions(explorer, &evaluation))
        .child(statement_sections(explorer, &evaluation, &statements))
        .maybe(related_section(explorer, ix))
        .all(provenance(explorer, &evaluation))
}

fn navigation(explorer: Explorer, ix: EvaluationIx) -> El {
    let words = explorer.words;
    let (dataset, answer) = (explorer.dataset(), explorer.answer_now());
    let back = el("span").child(icon(Icon::Back)).child(span(words.pages().back_to_results));
    let back = act_link(explorer, Action::Close, "page-back".into(), back);
    let at = answer.evaluations.iter().position(|&other| other == ix);
    let neighbour = |at: Option<usize>, id: &str, word: &'static str| {
        let other = at.and_then(|at| answer.evaluations.get(at))?;
        let opened = Opened::Evaluation(dataset.evaluation_id(*other)?.into());
        let title = dataset.card(*other)?.short_title;
        let name = span(word).child(hidden(&*title));
        Some(record_link(explorer, opened, id.into(), name).attr("title", title))
    };
    let previous =
        neighbour(at.and_then(|at| at.checked_sub(1)), "page-previous", words.pages().previous);
    let next = neighbour(at.map(|at| at + 1), "page-next", words.pages().next);
    el("nav")
        .class("page-nav no-print")
        .attr("aria-label", words.results)
        .child(back)
        .child(el("span").class("page-steps").maybe(previous).maybe(next))
}

fn head(explorer: Explorer, evaluation: &Evaluation, title: Slot) -> El {
    let words = explorer.words;
    let identity = [
        explorer.name(FacetId::Agency, evaluation.agency.as_str()),
        words.timing_in_a_list(evaluation.kind.timing).to_owned(),
        number::span(evaluation.whole_span(), words),
    ];
    let name = page_title(explorer, title).words(&*evaluation.title);
    let opened = Opened::Evaluation(evaluation.id.clone());
    let actions = el("div")
        .class("page-actions no-print")
        .child(compare_toggle(explorer, evaluation.id.as_str(), &evaluation.short_title))
        .child(copy_button(explorer, words.pages().copy_link, move || {
            explorer.link_to(opened.clone())
        }));
    el("header")
        .child(name)
        .child(el("p").class("page-identity").words(identity.join(" · ")))
        .child(actions)
}
