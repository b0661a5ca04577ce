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
    act_anchor(explorer, action, id).child(content)
}

/// The same, still empty.
pub fn act_anchor(explorer: Explorer, action: Action, id: String) -> El {
    let action = Rc::new(action);
    let target = action.clone();
    el("a").id(id).attr_of("href", move || Some(explorer.href_after((*target).clone()).into())).on(
        "click",
        move |event| {
            if is_plain_click(event) {
                event.prevent_default();
                explorer.act((*action).clone());
            }
        },
    )
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

/// A button with words whose act takes it away: afterwards the title of the page has focus.
pub fn passing_button(
    explorer: Explorer,
    class: &'static str,
    words: impl AsRef<str>,
    action: Action,
) -> El {
    let own = Slot::new();
    button(class, words, acting(explorer, own, RESULTS_TITLE.into(), action)).keep(own)
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
    bare_button(class, acting(explorer, own, then, action)).id(id).keep(own)
}

/// The title over the results.
const RESULTS_TITLE: &str = "results-heading";

/// The titles of what may be shown: of the results, and of any other page.
pub const TITLES: [&str; 2] = [RESULTS_TITLE, "page-title"];

/// Acts, and then focuses the element with the id `then`, or the title where that is gone.
fn acting(explorer: Explorer, own: Slot, then: String, action: Action) -> impl FnMut() + 'static {
    move || act_and_focus(explorer, own, then.clone(), action.clone())
}

/// The same at once; the slot has an element of the same tree.
pub fn act_and_focus(explorer: Explorer, own: Slot, then: String, action: Action) {
    let root = own.html().and_then(|element| focus::root_of(&element));
    explorer.act(action);
    request_animation_frame(move || {
        if let Some(root) = root {
            focus::to_first(&root, &[&[&*then], &TITLES[..]].concat());
        }
    });
}
