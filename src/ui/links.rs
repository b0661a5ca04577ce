//! Links inside the explorer: real addresses that can be opened in a new tab, and that a plain
//! click follows without leaving the page.

use std::rc::Rc;

use explorer_core::state::{Action, Opened};
use leptos::prelude::request_animation_frame;

use super::parts::{bare_button, button};
use crate::browser::focus;
use crate::el::{El, Slot, el, is_plain_click};
use crate::store::Explorer;

/// A link to what an act leads to.
pub fn act_link(explorer: Explorer, action: Action, id: String, content: El) -> El {
    let action = Rc::new(action);
    let target = action.clone();
    el("a")
        .id(id)
        .attr_of("href", move || Some(explorer.href_after((*target).clone()).into()))
        .on("click", move |event| {
            if is_plain_click(event) {
                event.prevent_default();
                explorer.act((*action).clone());
            }
        })
        .child(content)
}

/// A link to the page of an evaluation, a statement or a disagreement.
pub fn record_link(explorer: Explorer, opened: Opened, id: String, content: El) -> El {
    act_link(explorer, Action::Open(opened), id, content)
}

/// A button that goes to a part of the page, by its id. Not a link to a fragment: that would
/// change the host page's address.
pub fn jump(target: String, words: String) -> El {
    let own = Slot::new();
    let go = move || {
        let root = own.html().and_then(|button| focus::root_of(&button));
        if let Some(root) = root {
            focus::to_id(&root, &target);
        }
    };
    button("plain", words, go).keep(own)
}

/// A button whose act makes a part of the page anew, itself perhaps with it: afterwards the element
/// with the id `then` has focus, so that it never falls to the host page.
pub fn act_button(
    explorer: Explorer,
    class: &'static str,
    id: String,
    then: String,
    action: Action,
) -> El {
    let own = Slot::new();
    let act = move || {
        let root = own.html().and_then(|button| focus::root_of(&button));
        explorer.act(action.clone());
        let then = then.clone();
        request_animation_frame(move || {
            if let Some(root) = root {
                focus::to_id(&root, &then);
            }
        });
    };
    bare_button(class, act).id(id).keep(own)
}
