//! One disagreement, by its own address.

use explorer_core::id::TensionId;
use explorer_core::state::{Action, Opened};

use super::copy_button::copy_button;
use super::links::act_link;
use super::page_head::page_title;
use super::parts::{Icon, icon, span};
use super::tension_note::tension_body;
use crate::el::{El, Slot, el};
use crate::store::Explorer;

/// The page of a disagreement; that it is not in this edition, when it is not.
pub fn tension_page(explorer: Explorer, id: &TensionId, title: Slot) -> El {
    let words = explorer.words;
    let dataset = explorer.dataset();
    let back = el("span").child(icon(Icon::Back)).child(span(words.pages().back_to_results));
    let back = act_link(explorer, Action::Close, "page-back".into(), back);
    let head = page_title(explorer, title);
    let tension = dataset.tensions().iter().find(|tension| tension.id == *id);
    let page = el("article")
        .class("tension-page")
        .child(el("nav").class("page-nav no-print").attr("aria-label", words.results).child(back));
    let Some(tension) = tension else {
        return page
            .child(head.words(id.as_str()))
            .child(el("p").words(words.answers().not_in_this_edition));
    };
    let opened = Opened::Tension(id.clone());
    page.child(head.words(&*tension.question)).child(tension_body(explorer, tension)).child(
        copy_button(explorer, words.pages().copy_link, move || explorer.link_to(opened.clone())),
    )
}
