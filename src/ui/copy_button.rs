//! A button that copies a text and says whether it could.

use std::rc::Rc;

use leptos::prelude::*;

use super::parts::{bare_button, span};
use crate::browser::clipboard;
use crate::el::{El, dynamic, el};
use crate::store::Explorer;

/// How copying went.
#[derive(Clone)]
enum Said {
    Nothing,
    Copied,
    Refused(String),
}

/// The button. Where the page may not copy, the text shows beside it, to be copied by hand.
pub fn copy_button(
    explorer: Explorer,
    label: &'static str,
    text: impl Fn() -> String + 'static,
) -> El {
    copy_button_of(explorer, label, Rc::new(text), false)
}

/// The same in a dialog, which hides the live region of the explorer from screen readers and so has
/// one of its own.
pub fn copy_button_in_dialog(
    explorer: Explorer,
    label: &'static str,
    text: impl Fn() -> String + 'static,
) -> El {
    copy_button_of(explorer, label, Rc::new(text), true)
}

fn copy_button_of(
    explorer: Explorer,
    label: &'static str,
    text: Rc<dyn Fn() -> String>,
    is_in_dialog: bool,
) -> El {
    let words = explorer.words;
    let said = RwSignal::new(Said::Nothing);
    let copy = move || {
        let text = text();
        let tried = text.clone();
        clipboard::copy(&text, move |copied| {
            if !is_in_dialog {
                let pages = words.pages();
                explorer.say(if copied { pages.copied_this } else { pages.copy_by_hand });
            }
            // The button may be gone by then.
            let _ = said.try_set(if copied { Said::Copied } else { Said::Refused(tried) });
        });
    };
    let answer = dynamic(move || match said.get() {
        Said::Nothing => None,
        Said::Copied => Some(span(words.pages().copied_this)),
        Said::Refused(text) => Some(
            el("span")
                .child(span(words.pages().copy_by_hand))
                .child(el("code").class("copy-text").words(text)),
        ),
    });
    let answer = el("span").class("secondary").child(answer);
    let answer = if is_in_dialog { answer.attr("role", "status") } else { answer };
    el("span").class("copy no-print").child(bare_button("plain", copy).words(label)).child(answer)
}
