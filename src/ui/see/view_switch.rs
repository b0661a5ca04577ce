//! The ways to look at the results.

use explorer_core::state::{Action, State, View};
use explorer_lang::Messages;
use leptos::prelude::Get;

use crate::el::{El, el};
use crate::store::Explorer;
use crate::ui::links::act_link;
use crate::ui::parts::span;

/// The ways that lie side by side, in the order of display.
const WAYS: [View; 5] = [View::List, View::Matrix, View::Time, View::Money, View::Places];

/// Links to the same results as a list and as pictures.
pub fn view_switch(explorer: Explorer) -> El {
    let words = explorer.words;
    let view = explorer.slice(State::view);
    let ways = WAYS.map(|way| {
        let link = act_link(
            explorer,
            Action::Show(way),
            format!("view-{}", way.code()),
            span(view_name(way, words)),
        );
        let link = link
            .class("view-way")
            .attr_of("aria-current", move || (view.get() == way).then_some("true".into()));
        el("li").child(link)
    });
    el("nav")
        .class("view-switch no-print")
        .attr("aria-label", words.views)
        .child(el("ul").class("view-ways").all(ways))
}

/// The name of a way to look.
pub fn view_name(view: View, words: &Messages) -> &'static str {
    match view {
        View::List => words.view_list,
        View::Compare => words.comparison,
        View::Matrix => words.view_matrix,
        View::Time => words.view_time,
        View::Money => words.view_money,
        View::Places => words.view_places,
        View::Reading => words.view_reading,
    }
}
