//! Filters that the reader may have meant.

use explorer_core::view::offers::{detected, worldwide};
use explorer_lang::fill;
use leptos::prelude::AnyView;

use super::links::passing_button;
use crate::el::{El, dynamic, el};
use crate::store::Explorer;

/// One button for each filter that says what some of the words say, and one for work on the whole
/// world beside work in some places.
pub fn offers(explorer: Explorer) -> AnyView {
    dynamic(move || {
        let words = explorer.words;
        let dataset = explorer.dataset();
        let answer = explorer.answer();
        let (found, world) = explorer.query(|query| {
            (detected(&dataset, query, words.tag), worldwide(&dataset, query, &answer))
        });
        let named = found.into_iter().map(|offer| {
            let name = explorer.name(offer.facet, &offer.value);
            let values = [("facet", words.facet(offer.facet)), ("name", &name)];
            (fill(words.answers().filter_instead, &values), offer.action())
        });
        let world = world.map(|(total, action)| {
            let things = words.counted(explorer.query(|query| query.unit)).of(total, words);
            (fill(words.answers().worldwide_too, &[("things", &things)]), action)
        });
        let buttons: Vec<El> = named
            .chain(world)
            .map(|(label, action)| passing_button(explorer, "button", label, action))
            .collect();
        let is_there = !buttons.is_empty();
        is_there.then(|| el("div").class("offers no-print").all(buttons))
    })
}
