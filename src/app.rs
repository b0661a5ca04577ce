//! The regions of the explorer and what joins them.

use explorer_core::state::{Opened, View};
use explorer_lang::{fill, number};
use leptos::html;
use leptos::prelude::*;

use crate::browser::{focus, scroll};
use crate::store::Explorer;
use crate::ui::active_filters::active_filters;
use crate::ui::compare_page::compare_page;
use crate::ui::compare_tray::compare_tray;
use crate::ui::evaluation_page::evaluation_page;
use crate::ui::filter_sheet::FilterSheet;
use crate::ui::link_notes::link_notes;
use crate::ui::parts::{Icon, icon};
use crate::ui::result_list::result_list;
use crate::ui::search_box::search_box;
use crate::ui::share_dialog::ShareDialog;

/// What is shown in the main place.
#[derive(Clone, PartialEq, Eq)]
enum Page {
    Results,
    Evaluation(u32),
    Comparison,
}

/// The whole explorer.
pub fn app(explorer: Explorer, label: Option<String>, notes: Vec<String>) -> AnyView {
    let words = explorer.words;
    let sheet = FilterSheet::new(explorer);
    let share = ShareDialog::new(explorer);
    let field = NodeRef::<html::Input>::new();
    let heading = NodeRef::<html::H2>::new();
    let title = NodeRef::<html::H2>::new();
    let page = Memo::new(move |_| page(explorer));
    follow(explorer, page, title, heading);
    html::section()
        .class("explorer")
        .attr("lang", words.tag)
        .attr("aria-label", label.unwrap_or_else(|| words.explorer.to_owned()))
        .child((
            html::div().class("explorer-bar").class("no-print").child((
                search_box(explorer, field),
                actions(explorer, sheet, share),
            )),
            html::div()
                .class("explorer-body")
                .class(("with-facets", move || page.get() == Page::Results))
                .child((
                    sheet.column(),
                    html::div().class("explorer-content").child((
                        link_notes(explorer, notes),
                        active_filters(explorer, heading),
                        move || match page.get() {
                            Page::Results => result_list(explorer, heading),
                            Page::Evaluation(ix) => {
                                evaluation_page(explorer, explorer_core::dataset::EvaluationIx(ix), title)
                            }
                            Page::Comparison => compare_page(explorer, title),
                        },
                    )),
                )),
            foot(explorer),
            compare_tray(explorer),
            sheet.dialog(),
            share.view(),
        ))
        .into_any()
}

fn page(explorer: Explorer) -> Page {
    let dataset = explorer.dataset();
    explorer.read(|state| {
        let opened = state.opened().and_then(Opened::evaluation);
        match opened.and_then(|id| dataset.find_evaluation(id.as_str())) {
            Some(ix) => Page::Evaluation(ix.0),
            None if state.view() == View::Compare => Page::Comparison,
            None => Page::Results,
        }
    })
}

/// Moves focus and the page to what an act opened: a title, or the statement asked for.
fn follow(
    explorer: Explorer,
    page: Memo<Page>,
    title: NodeRef<html::H2>,
    heading: NodeRef<html::H2>,
) {
    Effect::new(move |before: Option<(Page, Option<Opened>)>| {
        let now = (page.get(), explorer.read(|state| state.opened().cloned()));
        let is_first = before.is_none();
        if before.as_ref() == Some(&now) || (is_first && now.0 == Page::Results) {
            return now;
        }
        let statement = match &now.1 {
            Some(Opened::Statement(id)) => Some(id.to_string()),
            _ => None,
        };
        request_animation_frame(move || {
            let target = title.get_untracked().or_else(|| heading.get_untracked());
            let Some(target) = target else { return };
            let root = focus::root_of(&target);
            let shown = statement.zip(root).and_then(|(id, root)| root.get_element_by_id(&id));
            match shown {
                Some(element) => scroll::into_view(&element),
                None if !scroll::is_in_view(&target) => scroll::into_view(&target),
                None => {}
            }
            // A shared link that opens a page does not take focus from the host page.
            if !is_first {
                focus::on(&target);
            }
        });
        now
    });
}

fn actions(explorer: Explorer, sheet: FilterSheet, share: ShareDialog) -> AnyView {
    let words = explorer.words;
    let filters = move || {
        let number = explorer.query(|query| {
            let picks = query.picks.iter();
            let picked: usize =
                picks.map(|(_, picks)| picks.included.len() + picks.excluded.len()).sum();
            picked + usize::from(query.period.is_some()) + usize::from(query.budget.is_some())
        });
        match number {
            0 => words.filters.to_owned(),
            number => fill(words.filters_with, &[("n", &number.to_string())]),
        }
    };
    html::div()
        .class("explorer-actions")
        .child((
            html::button()
                .r#type("button")
                .id("filters-open")
                .class("button")
                .class("filters-button")
                .on(leptos::ev::click, move |_| sheet.open())
                .child((icon(Icon::Filter), html::span().prop("textContent", filters))),
            html::button()
                .r#type("button")
                .id("share-open")
                .class("button")
                .on(leptos::ev::click, move |_| share.open())
                .child((icon(Icon::Share), words.share)),
        ))
        .into_any()
}

fn foot(explorer: Explorer) -> AnyView {
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
    html::footer()
        .class("explorer-foot")
        .child((
            html::span().child(dataset.title().to_owned()),
            html::span().child(size),
            html::span().child(fill(words.data_date, &[("date", &date)])),
        ))
        .into_any()
}
