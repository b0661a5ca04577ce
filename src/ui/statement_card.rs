//! A statement: among the results, on the page of its evaluation, and in a comparison.

use explorer_core::dataset::StatementIx;
use explorer_core::facet::FacetId;
use explorer_core::state::Opened;
use explorer_core::statement::{Basis, Statement};
use explorer_core::view::results::statement_passage;
use explorer_lang::fill;
use leptos::html;
use leptos::prelude::*;

use super::links::record_link;
use super::parts::marked;
use crate::store::Explorer;

/// A statement among the results, with the evaluation that it is from.
pub fn statement_card(explorer: Explorer, ix: u32) -> AnyView {
    let ix = StatementIx(ix);
    let dataset = explorer.dataset();
    let Some(statement) = dataset.statement(ix) else { return ().into_any() };
    let evaluation = dataset.evaluation_of(ix).and_then(|ix| dataset.evaluation(ix));
    let passage = explorer.peek(|state| statement_passage(&dataset, state.query(), ix));
    let text = match passage {
        Some(passage) => marked(&passage.text, &passage.ranges),
        None => html::span().child(statement.text.clone()).into_any(),
    };
    let source = evaluation.map(|evaluation| {
        record_link(
            explorer,
            Opened::Statement(statement.id.clone()),
            format!("open-{}", statement.id),
            html::span().child(evaluation.short_title).into_any(),
        )
    });
    html::li()
        .child(
            html::article()
                .class("statement-card")
                .child(statement_body(explorer, &statement, text, source)),
        )
        .into_any()
}

/// A statement with its kind, criteria, themes, figures and addressee.
pub fn statement_body(
    explorer: Explorer,
    statement: &Statement,
    text: AnyView,
    source: Option<AnyView>,
) -> AnyView {
    let words = explorer.words;
    let kind = words.statement(statement.kind).singular;
    let number = format!("{kind} {}", statement.ordinal);
    let label = statement
        .label_as_printed
        .as_ref()
        .map(|label| html::span().child(format!("“{label}”")));
    let topics = topics(explorer, statement);
    let figures = (!statement.figures.is_empty()).then(|| {
        let figures = statement.figures.iter().map(|it| format!("{} {}", it.figure, it.unit));
        html::p().class("statement-figures").child(figures.collect::<Vec<_>>().join("; "))
    });
    let note =
        statement.note.clone().map(|note| html::p().class("secondary").child(note));
    html::div()
        .class("statement")
        .attr("data-kind", statement.kind.code())
        .child((
            html::p().class("statement-label").child((
                html::span().class("statement-kind").child(number),
                label,
                topics,
            )),
            html::p().class("statement-text").child(text),
            figures,
            note,
            html::p().class("statement-source").child((source, addressee(explorer, statement))),
        ))
        .into_any()
}

fn topics(explorer: Explorer, statement: &Statement) -> Vec<AnyView> {
    let words = explorer.words;
    let criteria = statement.criteria.iter().map(|criterion| {
        let name = explorer.name(FacetId::Criterion, criterion.term.as_str());
        match criterion.basis {
            Basis::Printed => name,
            Basis::Inferred => format!("{name} ({})", words.inferred_basis),
        }
    });
    let themes = statement.themes.iter().map(|theme| explorer.name(FacetId::Theme, theme.as_str()));
    let all: Vec<String> = criteria.chain(themes).collect();
    all.into_iter().map(|topic| html::span().child(topic).into_any()).collect()
}

fn addressee(explorer: Explorer, statement: &Statement) -> Option<AnyView> {
    let words = explorer.words;
    let asks = statement.kind == explorer_core::statement::StatementKind::Recommendation;
    asks.then(|| match &statement.addressee {
        Some(name) => {
            html::span().child(fill(words.addressed_to, &[("name", name)])).into_any()
        }
        None => html::span().class("unstated").child(words.addressee_not_stated).into_any(),
    })
}
