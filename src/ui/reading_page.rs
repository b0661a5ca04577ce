//! The statements that a reader keeps, in the order of keeping.

use explorer_core::state::{Action, ReadingList, View};
use explorer_core::view::reading::{Entry, back_to, entries};
use explorer_core::view::taken::taken;
use explorer_lang::fill;
use explorer_lang::take::reading_markdown;
use leptos::prelude::*;

use super::copy_button::copy_button;
use super::links::act_link;
use super::page_head::page_title;
use super::parts::{Icon, button, icon, span};
use super::statement_card::statement_card;
use crate::browser::focus;
use crate::el::{El, Item, Slot, dynamic, each, el};
use crate::store::Explorer;

/// The page of the reading list. Its title takes focus when the page opens.
pub fn reading_page(explorer: Explorer, title: Slot) -> El {
    let words = explorer.words;
    let list = explorer.slice(|state| state.list().clone());
    let back = el("span").child(icon(Icon::Back)).child(span(words.pages().back_to_results));
    let back = act_link(explorer, Action::Show(View::List), "page-back".into(), back);
    let items = move || {
        let found = list.with(|list| entries(&explorer.dataset(), list));
        found
            .into_iter()
            .map(|it| Item::new(it.id.to_string(), move || item(explorer, it)))
            .collect()
    };
    el("div")
        .class("reading-page")
        .child(el("nav").class("page-nav no-print").attr("aria-label", words.results).child(back))
        .child(page_title(explorer, title).words(words.view_reading))
        .child(el("p").class("page-identity").text(move || size(explorer, &list.get())))
        .child(undo(explorer, list))
        .child(dynamic(move || (!list.with(ReadingList::is_empty)).then(|| tools(explorer))))
        .child(
            el("ul")
                .class("result-items")
                .attr("aria-label", words.view_reading)
                .child(each(items)),
        )
}

/// How much is kept, or how to begin.
fn size(explorer: Explorer, list: &ReadingList) -> String {
    let words = explorer.words;
    if list.is_empty() {
        return words.pages().take.reading_empty.to_owned();
    }
    let outcome = explorer.answer();
    let taken = explorer.read(|state| taken(&explorer.dataset(), state, &outcome));
    let values = [
        ("statements", &*words.statements.of(list.ids().len(), words)),
        ("evaluations", &*words.evaluations.of(taken.evaluations.len(), words)),
    ];
    fill(words.pages().take.reading_size, &values)
}

fn tools(explorer: Explorer) -> El {
    let words = explorer.words;
    el("div")
        .class("cell-head no-print")
        .child(copy_button(explorer, words.pages().take.copy_markdown, move || markdown(explorer)))
        .child(button("plain", words.pages().take.clear, move || explorer.act(Action::ClearList)))
}

fn markdown(explorer: Explorer) -> String {
    let dataset = explorer.dataset();
    let kept = explorer.peek(|state| entries(&dataset, state.list()));
    let found = kept.into_iter().filter_map(|entry| {
        let ix = entry.statement?;
        Some((dataset.statement(ix)?, dataset.evaluation(dataset.evaluation_of(ix)?)?))
    });
    let name = |facet, value: &str| explorer.name(facet, value);
    reading_markdown(&found.collect::<Vec<_>>(), &explorer.link(), &name, explorer.words)
}

fn item(explorer: Explorer, entry: Entry) -> El {
    let words = explorer.words;
    match entry.statement {
        Some(ix) => el("li").child(statement_card(explorer, ix)),
        None => {
            let id = entry.id;
            let name = span(id.to_string());
            let note = span(words.answers().not_in_this_edition).class("unstated");
            let remove = button("plain no-print", words.pages().take.remove, move || {
                explorer.act(Action::Unkeep(id.clone()));
            });
            el("li").class("statement-source").child(name).child(note).child(remove)
        }
    }
}

/// What was taken off comes back with one press, which has focus, since what was pressed is gone.
fn undo(explorer: Explorer, list: Memo<ReadingList>) -> El {
    let words = explorer.words;
    let before = RwSignal::new(None::<ReadingList>);
    let again = Slot::new();
    Effect::new(move |last: Option<ReadingList>| {
        let now = list.get();
        if let Some(last) = last.filter(|last| *last != now) {
            let is_shorter = last.ids().len() > now.ids().len();
            before.set(is_shorter.then_some(last));
            if is_shorter {
                request_animation_frame(move || {
                    if let Some(again) = again.html() {
                        focus::on(&again);
                    }
                });
            }
        }
        now
    });
    let offer = dynamic(move || {
        let list = before.get()?;
        let back =
            button("plain", words.answers().undo, move || explorer.act(back_to(&list))).keep(again);
        Some(el("span").child(span(words.pages().take.taken_off)).child(back))
    });
    el("div").class("reading-undo no-print").attr("role", "status").child(offer)
}
