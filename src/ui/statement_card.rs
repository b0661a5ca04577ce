//! A statement: among the results and on the page of its evaluation.

use explorer_core::dataset::StatementIx;
use explorer_core::facet::FacetId;
use explorer_core::state::Opened;
use explorer_core::statement::{Basis, Statement, StatementKind};
use explorer_core::view::results::whole;
use explorer_lang::fill;

use super::found_words::reasons;
use super::keep_toggle::keep_toggle;
use super::links::record_link;
use super::parts::{marked, span};
use crate::el::{El, Item, el};
use crate::store::Explorer;

/// So many of the statements found, the first one first. The words are part of the key, because
/// they choose what is marked.
pub fn statement_items(explorer: Explorer, limit: usize) -> Vec<Item> {
    let (dataset, answer) = (explorer.dataset(), explorer.answer());
    explorer.query(|query| {
        let item = |ix: StatementIx| {
            Item::new(format!("s{} {}", ix.0, query.text), move || statement_card(explorer, ix))
        };
        answer.first_statements(&dataset, query, limit).into_iter().map(item).collect()
    })
}

/// A statement among the results, with the evaluation that it is from.
pub fn statement_card(explorer: Explorer, ix: StatementIx) -> El {
    let dataset = explorer.dataset();
    let Some(statement) = dataset.statement(ix) else { return el("article") };
    let (marks, of) = (explorer.marks(), dataset.evaluation_of(ix));
    let text = match &marks {
        Some(marks) => marked(&whole(&statement.text, marks)),
        None => span(&*statement.text),
    };
    let found_by = marks.zip(of).map(|(marks, of)| reasons(explorer, of, (None, Some(ix)), &marks));
    let card = of.and_then(|of| dataset.card(of));
    let source = card.map(|card| {
        let opened = Opened::Statement(statement.id.clone());
        let id = format!("open-{}", statement.id);
        record_link(explorer, opened, id, span(card.short_title))
    });
    let body = statement_body(explorer, &statement, text, source);
    let card = el("article").class("statement-card").attr("part", "card").child(body);
    card.all(found_by.into_iter().flatten())
}

/// A statement with its kind, criteria, themes, figures and addressee.
pub fn statement_body(
    explorer: Explorer,
    statement: &Statement,
    text: El,
    source: Option<El>,
) -> El {
    let words = explorer.words;
    let label = statement.label_as_printed.as_ref().map(|label| span(format!("“{label}”")));
    let head = el("p")
        .class("statement-label")
        .child(span(words.statement_number(statement)).class("statement-kind"))
        .maybe(label)
        .all(topics(explorer, statement).into_iter().map(span));
    let figures = (!statement.figures.is_empty()).then(|| {
        let figures = statement.figures.iter().map(|it| format!("{} {}", it.figure, it.unit));
        el("p").class("statement-figures").words(figures.collect::<Vec<_>>().join("; "))
    });
    let note = statement.note.as_ref().map(|note| el("p").class("secondary").words(&**note));
    let foot = el("p")
        .class("statement-source")
        .maybe(source)
        .maybe(addressee(explorer, statement))
        .child(keep_toggle(explorer, &statement.id));
    el("div")
        .class("statement")
        .attr("data-kind", statement.kind.code())
        .child(head)
        .child(el("p").class("statement-text").child(text))
        .maybe(figures)
        .maybe(note)
        .child(foot)
}

fn topics(explorer: Explorer, statement: &Statement) -> Vec<String> {
    let mut topics = Vec::new();
    for criterion in &statement.criteria {
        let name = explorer.name(FacetId::Criterion, criterion.term.as_str());
        topics.push(match criterion.basis {
            Basis::Printed => name,
            Basis::Inferred => format!("{name} ({})", explorer.words.answers().inferred_basis),
        });
    }
    for theme in &statement.themes {
        topics.push(explorer.name(FacetId::Theme, theme.as_str()));
    }
    topics
}

fn addressee(explorer: Explorer, statement: &Statement) -> Option<El> {
    let words = explorer.words;
    let asks = statement.kind == StatementKind::Recommendation;
    asks.then(|| match &statement.addressee {
        Some(name) => span(fill(words.answers().addressed_to, &[("name", name)])),
        None => span(words.answers().addressee_not_stated).class("unstated"),
    })
}
