//! The regions of the explorer and what joins them.

use explorer_core::dataset::EvaluationIx;
use explorer_core::id::TensionId;
use explorer_core::state::{Action, Opened, View};
use explorer_lang::{fill, number};
use leptos::prelude::*;

use crate::browser::{focus, scroll};
use crate::el::{El, Slot, dynamic, el, is_shortcut};
use crate::pages::{LateDialog, Shelf};
use crate::store::Explorer;
use crate::ui::filter_sheet::FilterSheet;
use crate::ui::link_notes::link_notes;
use crate::ui::links::act_link;
use crate::ui::parts::{Icon, bare_button, button, icon, span};
use crate::ui::result_list::result_list;
use crate::ui::search_box::search_box;

/// What is shown in the main place.
#[derive(Clone, PartialEq, Eq)]
enum Page {
    Results,
    Evaluation(EvaluationIx),
    Tension(TensionId),
    Comparison,
    Cell,
    Reading,
}

/// The whole explorer.
pub fn app(explorer: Explorer, label: Option<String>, notes: Vec<String>) -> El {
    let words = explorer.words;
    let shelf = Shelf::new(explorer);
    let answering = shelf.answering();
    let (sheet, field) = (FilterSheet::new(explorer), Slot::new());
    let share = LateDialog::new(explorer, shelf);
    let embed = LateDialog::new(explorer, shelf);
    let take = LateDialog::new(explorer, shelf);
    let (heading, title) = (Slot::new(), Slot::new());
    let page = Memo::new(move |_| page(explorer));
    follow(explorer, shelf, page, title, heading);
    let bar = el("div")
        .class("explorer-bar no-print")
        .child(search_box(explorer, field))
        .child(actions(explorer, sheet, share, take));
    let content = el("div")
        .class("explorer-content")
        .maybe(link_notes(explorer, notes))
        .child(answering.then(move |answers| (answers.chips)(explorer)))
        .child(main_place(explorer, shelf, page, heading, title));
    let body = el("div")
        .class("explorer-body")
        .toggle("with-facets", move || page.get() == Page::Results)
        .child(sheet.column(
            move || {
                el("div").child(
                    shelf.show_answers(move |answers| untrack(|| (answers.filters)(explorer))),
                )
            },
            heading,
        ))
        .child(content);
    el("section")
        .class("explorer")
        .attr("part", "root")
        .attr("lang", words.tag)
        .attr("dir", words.direction)
        .attr("aria-label", label.unwrap_or_else(|| words.explorer.to_owned()))
        .on("keydown", move |event| {
            if let (true, Some(field)) = (is_shortcut(event, "/"), field.html()) {
                event.prevent_default();
                focus::on(&field);
            }
        })
        .child(bar)
        .child(body)
        .child(foot(explorer, embed))
        .child(answering.then(move |answers| (answers.tray)(explorer)))
        .child(sheet.dialog())
        .child(share.view("share-dialog", words.share_title, |pages| pages.share))
        .child(embed.view("embed-dialog", words.embed, |pages| pages.embed))
        .child(take.view("take-dialog", words.take_title, |pages| pages.take))
}

/// The results, or the page that is open above them.
fn main_place(
    explorer: Explorer,
    shelf: Shelf,
    page: Memo<Page>,
    heading: Slot,
    title: Slot,
) -> AnyView {
    dynamic(move || {
        Some(match page.get() {
            Page::Results => {
                let picture = move |view| shelf.show(move |pages| (pages.picture)(explorer, view));
                let wait = move || el("div").child(shelf.show_answers(|_| el("span")));
                result_list(explorer, shelf.answering(), heading, picture, wait)
            }
            Page::Evaluation(ix) => {
                el("div").child(shelf.show(move |pages| (pages.evaluation)(explorer, ix, title)))
            }
            Page::Tension(id) => {
                el("div").child(shelf.show(move |pages| (pages.tension)(explorer, &id, title)))
            }
            Page::Comparison => {
                el("div").child(shelf.show(move |pages| (pages.comparison)(explorer, title)))
            }
            Page::Cell => el("div").child(shelf.show(move |pages| (pages.cell)(explorer, title))),
            Page::Reading => {
                el("div").child(shelf.show(move |pages| (pages.reading)(explorer, title)))
            }
        })
    })
}

fn page(explorer: Explorer) -> Page {
    let dataset = explorer.dataset();
    explorer.read(|state| {
        match state.opened() {
            Some(Opened::Tension(id)) => return Page::Tension(id.clone()),
            Some(Opened::Cell { .. }) => return Page::Cell,
            _ => {}
        }
        let opened = state.opened().and_then(Opened::evaluation);
        match opened.and_then(|id| dataset.find_evaluation(id.as_str())) {
            Some(ix) => Page::Evaluation(ix),
            None if state.view() == View::Compare => Page::Comparison,
            None if state.view() == View::Reading => Page::Reading,
            None => Page::Results,
        }
    })
}

/// What the page last showed, and whether it could be shown yet.
#[derive(Clone, PartialEq)]
struct Shown {
    page: Page,
    opened: Option<Opened>,
    is_here: bool,
}

/// Moves focus and the page to what an act opened: a title, or the statement asked for.
fn follow(explorer: Explorer, shelf: Shelf, page: Memo<Page>, title: Slot, heading: Slot) {
    let is_first = StoredValue::new(true);
    Effect::new(move |before: Option<Shown>| {
        let page = page.get();
        let opened = explorer.read(|state| state.opened().cloned());
        let is_list = page == Page::Results;
        let is_here = is_list || shelf.has_pages();
        let shown = Shown { page, opened, is_here };
        if shown.is_here && before.as_ref() != Some(&shown) {
            let is_first = is_first.try_update_value(std::mem::take).unwrap_or_default();
            let statement = match &shown.opened {
                Some(Opened::Statement(id)) => Some(id.to_string()),
                _ => None,
            };
            let slot = if is_list { heading } else { title };
            if !(is_first && is_list) {
                request_animation_frame(move || arrive(slot, statement, is_first));
            }
        }
        shown
    });
}

fn arrive(page: Slot, statement: Option<String>, is_first: bool) {
    let Some(title) = page.html() else { return };
    let root = focus::root_of(&title);
    let asked = statement.zip(root).and_then(|(id, root)| root.get_element_by_id(&id));
    match &asked {
        Some(statement) => scroll::into_view(statement),
        None if !scroll::is_in_view(&title) => scroll::into_view(&title),
        None => {}
    }
    // A shared link that opens a page does not take focus from the host page.
    if !is_first {
        focus::on_any(asked.as_ref().unwrap_or(&title));
    }
}

fn actions(explorer: Explorer, sheet: FilterSheet, share: LateDialog, take: LateDialog) -> El {
    let words = explorer.words;
    let filters = move || match explorer.filters() {
        0 => words.filters.to_owned(),
        number => fill(words.filters_with, &[("n", &number.to_string())]),
    };
    let filters = bare_button("button filters-button", move || sheet.open())
        .id("filters-open")
        .child(icon(Icon::Filter))
        .child(el("span").text(filters));
    let share = bare_button("button", move || share.open())
        .id("share-open")
        .child(icon(Icon::Share))
        .child(span(words.share));
    let take = bare_button("button", move || take.open())
        .id("take-open")
        .child(icon(Icon::Save))
        .child(span(words.take_open));
    el("div")
        .class("explorer-actions")
        .child(filters)
        .child(share)
        .child(take)
        .child(reading_link(explorer))
}

/// The way to the reading list, while something is on it.
fn reading_link(explorer: Explorer) -> El {
    let words = explorer.words;
    let kept = explorer.slice(|state| state.list().ids().len());
    let name = move || fill(words.reading_with, &[("n", &kept.get().to_string())]);
    let action = Action::Show(View::Reading);
    act_link(explorer, action, "reading-open".into(), el("span").text(name))
        .class("button")
        .hidden(move || kept.get() == 0)
}

fn foot(explorer: Explorer, embed: LateDialog) -> El {
    let words = explorer.words;
    let dataset = explorer.dataset();
    let date = number::date(dataset.data_date(), words);
    let size = fill(
        words.set_of,
        &[
            ("evaluations", &words.evaluations.of(dataset.evaluation_count(), words)),
            ("statements", &words.statements.of(dataset.statement_count(), words)),
        ],
    );
    el("footer")
        .class("explorer-foot")
        .child(span(dataset.title()))
        .child(span(size))
        .child(span(fill(words.data_date, &[("date", &date)])))
        .child(button("plain no-print", words.embed, move || embed.open()).id("embed-open"))
        .child(el("span").class("print-only").text(move || {
            // The link is of now; what it is of is read, so that it is written anew.
            explorer.read(|_| ());
            fill(words.print_link, &[("link", &explorer.link())])
        }))
}
