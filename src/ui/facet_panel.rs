//! All filters, in the order of use.

use explorer_core::facet::{FacetId, NOT_STATED};
use explorer_core::view::facets::{Choices, Group, PANEL};
use leptos::prelude::*;

use super::facet_group::facet_group;
use super::range_group::{budget_group, period_group};
use crate::browser::delay::Delay;
use crate::el::{El, el};
use crate::store::{Answer, Explorer};

/// How many groups are open at first.
const OPEN_AT_FIRST: usize = 3;

/// Every group of filters that the set has a use for.
pub fn facet_panel(explorer: Explorer) -> El {
    let dataset = explorer.dataset();
    let name = |facet, value: &str| match (facet, value) {
        // Both stand in one list.
        (FacetId::Country | FacetId::Region, NOT_STATED) => explorer.words.unstated(facet),
        _ => explorer.name(facet, value),
    };
    let choices = Choices::of(&dataset, &name);
    let counted = counted(explorer);
    let groups = PANEL.iter().enumerate().filter_map(|(at, &group)| match group {
        Group::Period => Some(period_group(explorer)),
        Group::Budget => budget_group(explorer),
        Group::Place | Group::Values(_) => {
            facet_group(explorer, counted, choices.group(group), at < OPEN_AT_FIRST)
        }
    });
    el("div")
        .class("facet-panel")
        .attr("part", "facets")
        .child(el("p").class("facet-panel-note").words(explorer.words.answers().filters_update))
        .all(groups)
}

/// The answer whose counts are shown: that of the results, one task later, because readers wait for
/// the results.
fn counted(explorer: Explorer) -> RwSignal<Answer> {
    let counted = RwSignal::new(Answer(explorer.answer_now()));
    let next = StoredValue::new_local(Delay::default());
    Effect::new(move || {
        let answer = Answer(explorer.answer());
        next.with_value(|next| next.start(0, move || counted.set(answer)));
    });
    counted
}
