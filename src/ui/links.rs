//! Links inside the explorer: real addresses that can be opened in a new tab, and that a plain
//! click follows without leaving the page.

use explorer_core::state::{Action, Opened};
use leptos::prelude::*;
use leptos::{ev, html};

use crate::store::Explorer;

/// A link to what an act leads to.
pub fn act_link(explorer: Explorer, action: Action, id: String, content: AnyView) -> AnyView {
    let href = {
        let action = action.clone();
        move || explorer.href_after(action.clone())
    };
    html::a()
        .id(id)
        .attr("href", href)
        .on(ev::click, move |event| {
            let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key();
            if !elsewhere && event.button() == 0 {
                event.prevent_default();
                explorer.act(action.clone());
            }
        })
        .child(content)
        .into_any()
}

/// A link to the page of an evaluation, a statement or a disagreement.
pub fn record_link(explorer: Explorer, opened: Opened, id: String, content: AnyView) -> AnyView {
    act_link(explorer, Action::Open(opened), id, content)
}
