//! All filters, in the order of use.

use explorer_core::facet::FacetId;

use super::facet_group::facet_group;
use super::range_group::{budget_group, period_group};
use crate::el::{El, el};
use crate::store::Explorer;

/// How many groups are open at first.
const OPEN_AT_FIRST: usize = 3;

/// Every facet as a group, then the ranges.
pub fn facet_panel(explorer: Explorer) -> El {
    let groups = FacetId::ALL
        .iter()
        .enumerate()
        .filter_map(|(at, &facet)| facet_group(explorer, facet, at < OPEN_AT_FIRST));
    el("div")
        .class("facet-panel")
        .attr("part", "facets")
        .child(el("p").class("facet-panel-note").words(explorer.words.filters_update))
        .all(groups)
        .child(period_group(explorer))
        .maybe(budget_group(explorer))
}
