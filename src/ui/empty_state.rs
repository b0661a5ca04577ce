//! Nothing found: what to take away, and what comes back then.

use explorer_core::outcome::{Impact, impact};
use explorer_core::state::Action;
use explorer_core::view::filters::dropped_name;
use leptos::html;
use leptos::prelude::*;

use super::parts::button;
use crate::store::Explorer;

/// How many ways out are offered.
const OFFERED: usize = 5;

/// The filters whose removal brings something back, best first, and the way to everything.
pub fn empty_state(explorer: Explorer) -> AnyView {
    let words = explorer.words;
    let dataset = explorer.dataset();
    let ways: Vec<AnyView> = explorer
        .query(|query| impact(&dataset, query))
        .into_iter()
        .filter(|it| it.results > 0)
        .take(OFFERED)
        .map(|it| way_out(explorer, &it))
        .collect();
    let help = (!ways.is_empty()).then(|| html::p().child(words.no_results_help));
    html::div()
        .class("empty")
        .child((
            html::p().child(words.no_results),
            help,
            html::div().class("empty-options").child(ways),
            button("button", words.start_again, move || explorer.act(Action::ClearAll)),
        ))
        .into_any()
}
