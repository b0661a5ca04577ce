//! All filters, in the order of use.

use explorer_core::facet::{FacetId, NOT_STATED};
use explorer_core::view::facets::{Choices, Group, PANEL};

use super::facet_group::facet_group;
use super::range_group::{budget_group, period_group};
use crate::el::{El, el};
use crate::store::Explorer;

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
    let groups = PANEL.iter().enumerate().filter_map(|(at, &group)| match group {
        Group::Period => Some(period_group(explorer)),
        Group::Budget => budget_group(explorer),
        Group::Place | Group::Values(_) => {
            facet_group(explorer, choices.group(group), at < OPEN_AT_FIRST)
        }
    });
    el("div")
        .class("facet-panel")
        .attr("part", "facets")
        .child(el("p").class("facet-panel-note").words(explorer.words.answers().filters_update))
        .all(groups)
}
