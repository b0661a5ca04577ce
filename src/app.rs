//! The regions of the explorer and what joins them.

use explorer_core::dataset::EvaluationIx;
use explorer_core::state::{Opened, View};
use explorer_lang::{fill, number};
use leptos::prelude::*;

use crate::browser::{focus, scroll};
use crate::el::{El, Slot, dynamic, el};
use crate::store::Explorer;
use crate::ui::active_filters::active_filters;
use crate::ui::compare_page::compare_page;
use crate::ui::compare_tray::compare_tray;
use crate::ui::evaluation_page::evaluation_page;
use crate::ui::filter_sheet::FilterSheet;
use crate::ui::link_notes::link_notes;
use crate::ui::parts::{Icon, bare_button, icon, span};
use crate::ui::result_list::result_list;
use crate::ui::search_box::search_box;
use crate::ui::see::cell_page::cell_page;
use crate::ui::share_dialog::ShareDialog;

/// What is shown in the main place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Page {
    Results,
    Evaluation(EvaluationIx),
    Comparison,
    Cell,
}

/// The whole explorer.
pub fn app(explorer: Explorer, label: Option<String>, notes: Vec<String>) -> El {
    let words = explorer.words;
    let sheet = FilterSheet::new(explorer);
    let share = ShareDialog::new(explorer);
    let (heading, title) = (Slot::new(), Slot::new());
    let page = Memo::new(move |_| page(explorer));
    follow(explorer, page, title, heading);
    let bar = el("div")
        .class("explorer-bar no-print")
        .child(search_box(explorer))
        .child(actions(explorer, sheet, share));
    let main = dynamic(move || {
        Some(match page.get() {
            Page::Results => result_list(explorer, heading),
            Page::Evaluation(ix) => evaluation_page(explorer, ix, title),
            Page::Comparison => compare_page(explorer, title),
            Page::Cell => cell_page(explorer, title),
        })
    });
    let content = el("div")
        .class("explorer-content")
        .maybe(link_notes(explorer, notes))
        .child(active_filters(explorer, heading))
        .child(main);
    let body = el("div")
        .class("explorer-body")
        .toggle("with-facets", move || page.get() == Page::Results)
        .child(sheet.column())
        .child(content);
    el("section")
        .class("explorer")
        .attr("lang", words.tag)
        .attr("aria-label", label.unwrap_or_else(|| words.explorer.to_owned()))
        .child(bar)
        .child(body)
        .child(foot(explorer))
        .child(compare_tray(explorer))
        .child(sheet.dialog())
        .child(share.view())
}

fn page(explorer: Explorer) -> Page {
    let dataset = explorer.dataset();
    explorer.read(|state| {
        if let Some(Opened::Cell { .. }) = state.opened() {
            return Page::Cell;
        }
        let opened = state.opened().and_then(Opened::evaluation);
        match opened.and_then(|id| dataset.find_evaluation(id.as_str())) {
            Some(ix) => Page::Evaluation(ix),
            None if state.view() == View::Compare => Page::Comparison,
            None => Page::Results,
        }
    })
}

/// Moves focus and the page to what an act opened: a title, or the statement asked for.
fn follow(explorer: Explorer, page: Memo<Page>, title: Slot, heading: Slot) {
    Effect::new(move |before: Option<(Page, Option<Opened>)>| {
        let now = (page.get(), explorer.read(|state| state.opened().cloned()));
        let is_first = before.is_none();
        if before.as_ref() != Some(&now) && !(is_first && now.0 == Page::Results) {
            let statement = match &now.1 {
                Some(Opened::Statement(id)) => Some(id.to_string()),
                _ => None,
            };
            let page = if now.0 == Page::Results { heading } else { title };
            request_animation_frame(move || arrive(page, statement, is_first));
        }
        now
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

fn actions(explorer: Explorer, sheet: FilterSheet, share: ShareDialog) -> El {
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
    el("div").class("explorer-actions").child(filters).child(share)
}

fn foot(explorer: Explorer) -> El {
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
}
