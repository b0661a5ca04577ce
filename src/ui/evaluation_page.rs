//! One evaluation in full.

use explorer_core::dataset::EvaluationIx;
use explorer_core::evaluation::Evaluation;
use explorer_core::facet::FacetId;
use explorer_core::state::{Action, Opened};
use explorer_core::statement::{Statement, StatementKind};
use explorer_core::view::related::related;
use explorer_core::view::results::statements_of;
use explorer_lang::facts::facts;
use explorer_lang::{cite, fill, number};
use leptos::html;
use leptos::prelude::*;

use super::compare_tray::compare_toggle;
use super::links::{act_link, record_link};
use super::parts::{Icon, fact_list, heading, icon};
use super::statement_card::statement_body;
use super::tension_note::tension_note;
use crate::store::Explorer;

/// The page of an evaluation. `title` takes focus when the page opens.
pub fn evaluation_page(
    explorer: Explorer,
    ix: EvaluationIx,
    title: NodeRef<html::H2>,
) -> AnyView {
    let dataset = explorer.dataset();
    let Some(evaluation) = dataset.evaluation(ix) else { return ().into_any() };
    let statements = statements_of(&dataset, ix);
    html::article()
        .class("evaluation-page")
        .attr("lang", evaluation.language.clone())
        .child((
            navigation(explorer, ix),
            head(explorer, &evaluation, title),
            jumps(explorer, &statements),
            fact_sections(explorer, &evaluation),
            tensions(explorer, &evaluation),
            statement_sections(explorer, &statements),
            related_section(explorer, ix),
            provenance(explorer, &evaluation),
        ))
        .into_any()
}

fn navigation(explorer: Explorer, ix: EvaluationIx) -> AnyView {
    let words = explorer.words;
    let back = act_link(
        explorer,
        Action::Close,
        "page-back".into(),
        (icon(Icon::Back), html::span().child(words.back_to_results)).into_any(),
    );
    let answer = explorer.answer();
    let at = answer.evaluations.iter().position(|&other| other == ix);
    let neighbour = |step: Option<usize>, id: &str, word: &'static str| {
        let dataset = explorer.dataset();
        let other = step.and_then(|at| answer.evaluations.get(at))?;
        let opened = Opened::Evaluation(dataset.evaluation_id(*other)?.into());
        Some(record_link(explorer, opened, id.into(), html::span().child(word).into_any()))
    };
    let previous = neighbour(at.and_then(|at| at.checked_sub(1)), "page-previous", words.previous);
    let next = neighbour(at.map(|at| at + 1), "page-next", words.next);
    html::nav()
        .class("page-nav")
        .class("no-print")
        .attr("aria-label", words.results)
        .child((back, html::span().class("page-steps").child((previous, next))))
        .into_any()
}

fn head(explorer: Explorer, evaluation: &Evaluation, title: NodeRef<html::H2>) -> AnyView {
    let words = explorer.words;
    let identity = [
        explorer.name(FacetId::Agency, evaluation.agency.as_str()),
        words.timing_in_a_list(evaluation.kind.timing).to_owned(),
        number::span(evaluation.whole_span(), words),
    ];
    html::header()
        .child((
            html::h2()
                .node_ref(title)
                .id("page-title")
                .class("page-title")
                .attr("tabindex", "-1")
                .attr("aria-level", explorer.layout.heading_level.to_string())
                .child(evaluation.title.clone()),
            html::p().class("page-identity").child(identity.join(" · ")),
            html::div()
                .class("page-actions")
                .class("no-print")
                .child(compare_toggle(explorer, evaluation.id.clone(), evaluation.short_title.clone())),
        ))
        .into_any()
}

fn jumps(explorer: Explorer, statements: &[Statement]) -> AnyView {
    let words = explorer.words;
    let links = kinds(statements).map(|kind| {
        let number = statements.iter().filter(|statement| statement.kind == kind).count();
        html::li().child(super::links::jump(
            format!("kind-{}", kind.code()),
            words.statement(kind).counted.of(number, words),
        ))
    });
    html::nav()
        .class("no-print")
        .attr("aria-label", words.on_this_page)
        .child(html::ul().class("page-jumps").child(links.collect::<Vec<_>>()))
        .into_any()
}

fn fact_sections(explorer: Explorer, evaluation: &Evaluation) -> Vec<AnyView> {
    let level = explorer.layout.heading_level;
    facts(evaluation, explorer.dataset().vocabulary(), explorer.words)
        .into_iter()
        .map(|group| {
            let parts = group.parts.into_iter().map(|(name, facts)| {
                let name = name.map(|name| {
                    heading(level + 2, "project-title", html::span().child(name).into_any())
                });
                html::div().class("project").child((name, fact_list(facts))).into_any()
            });
            let parts: Vec<AnyView> = parts.collect();
            section(explorer, group.heading, String::new(), parts.into_any())
        })
        .collect()
}

fn tensions(explorer: Explorer, evaluation: &Evaluation) -> AnyView {
    let dataset = explorer.dataset();
    let level = explorer.layout.heading_level + 2;
    let notes: Vec<AnyView> = dataset
        .tensions_of_evaluation(&evaluation.id)
        .map(|tension| tension_note(explorer, tension, level))
        .collect();
    if notes.is_empty() {
        return ().into_any();
    }
    section(explorer, explorer.words.tensions_here, String::new(), notes.into_any())
}

fn statement_sections(explorer: Explorer, statements: &[Statement]) -> Vec<AnyView> {
    let words = explorer.words;
    kinds(statements)
        .map(|kind| {
            let items = statements.iter().filter(|statement| statement.kind == kind);
            let items = items.map(|statement| {
                let text = html::span().child(statement.text.clone()).into_any();
                html::li()
                    .id(statement.id.to_string())
                    .attr("tabindex", "-1")
                    .child(statement_body(explorer, statement, text, None))
                    .into_any()
            });
            let list = html::ul().class("page-statements").child(items.collect::<Vec<_>>());
            let id = format!("kind-{}", kind.code());
            section(explorer, words.statement(kind).plural, id, list.into_any())
        })
        .collect()
}

fn related_section(explorer: Explorer, ix: EvaluationIx) -> AnyView {
    let dataset = explorer.dataset();
    let words = explorer.words;
    let items: Vec<AnyView> = related(&dataset, ix)
        .into_iter()
        .filter_map(|it| {
            let other = dataset.evaluation(it.evaluation)?;
            let ties = it.ties.iter().map(|(facet, values)| {
                let names: Vec<String> =
                    values.iter().map(|value| explorer.name(*facet, value)).collect();
                format!("{}: {}", words.facet(*facet), names.join(words.list_separator))
            });
            let link = record_link(
                explorer,
                Opened::Evaluation(other.id.clone()),
                format!("related-{}", other.id),
                html::span().child(other.title.clone()).into_any(),
            );
            let ties = ties.collect::<Vec<_>>().join(" · ");
            Some(html::li().child((link, html::p().class("secondary").child(ties))).into_any())
        })
        .collect();
    if items.is_empty() {
        return ().into_any();
    }
    let list = html::ul().class("page-statements").child(items).into_any();
    section(explorer, words.related, String::new(), list)
}

fn provenance(explorer: Explorer, evaluation: &Evaluation) -> AnyView {
    let words = explorer.words;
    let source = &evaluation.provenance;
    let text = fill(
        words.provenance_text,
        &[
            ("who", &source.coded_by),
            ("date", &number::date(source.coded_on, words)),
            ("document", &source.document),
        ],
    );
    let notes: Vec<AnyView> = evaluation
        .notes
        .iter()
        .map(|note| html::li().child(note.clone()).into_any())
        .collect();
    let notes = (!notes.is_empty()).then(|| {
        let list = html::ul().class("page-notes").child(notes).into_any();
        section(explorer, words.notes, String::new(), list)
    });
    let agency = explorer.name(FacetId::Agency, evaluation.agency.as_str());
    let citation = html::p().class("cite-text").child(cite::formatted(evaluation, &agency, words));
    let from = (html::p().child(text), html::p().class("secondary").child(words.own_words));
    (
        notes,
        section(explorer, words.cite, String::new(), citation.into_any()),
        section(explorer, words.provenance, String::new(), from.into_any()),
    )
        .into_any()
}

fn section(explorer: Explorer, name: &'static str, id: String, content: AnyView) -> AnyView {
    let title = html::span().child(name).into_any();
    html::section()
        .class("page-section")
        .id(id)
        .child((heading(explorer.layout.heading_level + 1, "page-heading", title), content))
        .into_any()
}

fn kinds(statements: &[Statement]) -> impl Iterator<Item = StatementKind> {
    let has = |kind| statements.iter().any(|statement| statement.kind == kind);
    StatementKind::ALL.iter().copied().filter(move |&kind| has(kind))
}
