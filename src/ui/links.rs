//! Links inside the explorer: real addresses that can be opened in a new tab, and that a plain
//! click follows without leaving the page.

use explorer_core::state::{Action, Opened};
use leptos::prelude::*;
use leptos::{ev, html};

use crate::browser::focus;
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

/// A button that goes to a part of the page, by its id. Not a link to a fragment: that would
/// change the host page's address.
pub fn jump(target: String, words: String) -> AnyView {
    let own = NodeRef::<html::Button>::new();
    html::button()
        .node_ref(own)
        .r#type("button")
        .class("plain")
        .on(ev::click, move |_| {
            let root = own.get_untracked().and_then(|button| focus::root_of(&button));
            if let Some(root) = root {
                focus::to_id(&root, &target);
            }
        })
        .child(words)
        .into_any()
}
