//! The statements of an evaluation by kind, and what can be done with each.

use explorer_core::evaluation::Evaluation;
use explorer_core::facet::FacetId;
use explorer_core::state::{Action, Opened, Topic};
use explorer_core::statement::{Statement, StatementKind};
use explorer_core::view::narrowed::{kinds_left, offered};
use explorer_lang::cite;
use leptos::prelude::*;

use super::copy_button::copy_button;
use super::evaluation_sections::section;
use super::links::{jump, record_link};
use super::parts::span;
use super::statement_card::statement_body;
use crate::el::{El, dynamic, el, value_of};
use crate::store::Explorer;

/// The ways to the kinds, the choice of a topic, and a section for each kind.
pub fn statement_sections(
    explorer: Explorer,
    evaluation: &Evaluation,
    statements: &[Statement],
) -> El {
    let topic = explorer.slice(|state| state.topic().cloned());
    let all = statements.to_vec();
    let left = Memo::new(move |_| topic.with(|topic| kinds_left(&all, topic.as_ref())));
    let nothing = move || {
        let is_empty = left.with(Vec::is_empty);
        is_empty.then(|| el("p").words(explorer.words.pages().no_statements))
    };
    let sections = kinds_left(statements, None).into_iter().map(|(kind, _)| {
        let of_kind = statements.iter().filter(|statement| statement.kind == kind);
        let items = of_kind.map(|statement| item(explorer, evaluation, statement, topic));
        section(explorer, explorer.words.statement(kind).plural, kind_id(kind))
            .child(el("ul").class("page-statements").all(items))
            .hidden(move || left.with(|left| left.iter().all(|(other, _)| *other != kind)))
    });
    el("div")
        .child(dynamic(move || Some(left.with(|left| jumps(explorer, left)))))
        .child(topic_menu(explorer, statements, topic))
        .child(dynamic(move || topic.get().map(|topic| printed_topic(explorer, &topic))))
        .child(dynamic(nothing))
        .all(sections)
}

/// The ways to the kinds of which something is left.
fn jumps(explorer: Explorer, left: &[(StatementKind, usize)]) -> El {
    let words = explorer.words;
    let links = left.iter().map(|&(kind, number)| {
        let name = words.statement(kind).counted.of(number, words);
        el("li").child(jump(kind_id(kind), name))
    });
    el("nav")
        .class("no-print")
        .attr("aria-label", words.pages().on_this_page)
        .child(el("ul").class("page-jumps").all(links))
}

fn topic_menu(explorer: Explorer, statements: &[Statement], topic: Memo<Option<Topic>>) -> El {
    let words = explorer.words;
    let topics = offered(statements, topic.get_untracked());
    let option = |at: usize, name: String| el("option").attr("value", at.to_string()).words(name);
    let group = |facet: FacetId| {
        let of_facet = topics.iter().enumerate().filter(|(_, topic)| topic.facet() == facet);
        let options =
            of_facet.map(|(at, topic)| option(at, explorer.name(facet, topic.term().as_str())));
        el("optgroup").attr("label", words.facet(facet)).all(options)
    };
    let all = topics.clone();
    let place = move |now: &Topic| {
        all.iter().position(|it| it == now).map_or_else(String::new, |at| at.to_string())
    };
    let menu = el("select")
        .id("page-topic")
        .class("sort-menu-select")
        .child(el("option").attr("value", "").words(words.pages().all_topics))
        .child(group(FacetId::Criterion))
        .child(group(FacetId::Theme))
        .value(move || topic.with(|now| now.as_ref().map_or_else(String::new, &place)))
        .on("change", move |event| {
            let at = value_of(event).parse::<usize>().ok();
            explorer.act(Action::Narrow(at.and_then(|at| topics.get(at).cloned())));
        });
    el("label").class("page-topic no-print").child(span(words.pages().statements_on)).child(menu)
}

/// Paper has no menu, and must not pass a part off as the whole.
fn printed_topic(explorer: Explorer, topic: &Topic) -> El {
    let name = explorer.name(topic.facet(), topic.term().as_str());
    let words = explorer.words.pages().statements_on;
    el("p").class("print-only").words(format!("{words}: {name}"))
}

/// One statement, with its disagreements and ways to take it along. Narrowing hides it instead of
/// removing it, so that a link to it still finds its place.
fn item(
    explorer: Explorer,
    evaluation: &Evaluation,
    statement: &Statement,
    topic: Memo<Option<Topic>>,
) -> El {
    let shown = statement.clone();
    el("li")
        .id(statement.id.to_string())
        .attr("tabindex", "-1")
        .hidden(move || topic.with(|topic| topic.as_ref().is_some_and(|it| !it.is_of(&shown))))
        .child(statement_body(explorer, statement, span(&*statement.text), None))
        .maybe(disputes(explorer, statement))
        .child(tools(explorer, evaluation, statement))
}

fn disputes(explorer: Explorer, statement: &Statement) -> Option<El> {
    let dataset = explorer.dataset();
    let links: Vec<El> = dataset
        .tensions_of_statement(&statement.id)
        .map(|tension| {
            let id = format!("dispute-{}-{}", statement.id, tension.id);
            let opened = Opened::Tension(tension.id.clone());
            let kind = format!("{}: ", explorer.words.tension(tension.kind));
            let link = record_link(explorer, opened, id, span(&*tension.question));
            el("li").child(span(kind).class("tension-kind")).child(link)
        })
        .collect();
    let is_there = !links.is_empty();
    is_there.then(|| el("ul").class("statement-disputes").all(links))
}

fn tools(explorer: Explorer, evaluation: &Evaluation, statement: &Statement) -> El {
    let words = explorer.words;
    let opened = Opened::Statement(statement.id.clone());
    let link = move || explorer.link_to(opened.clone());
    let agency = explorer.name(FacetId::Agency, evaluation.agency.as_str());
    let quotation = cite::quotation(statement, evaluation, &agency, words);
    let quoted = link.clone();
    el("div")
        .class("statement-tools no-print")
        .child(copy_button(explorer, words.pages().copy_link, link))
        .child(copy_button(explorer, words.pages().copy_quotation, move || {
            format!("{quotation} {}", quoted())
        }))
}

fn kind_id(kind: StatementKind) -> String {
    format!("kind-{}", kind.code())
}
