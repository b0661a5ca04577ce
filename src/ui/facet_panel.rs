//! All filters, in the order of use.

use explorer_core::facet::FacetId;
use leptos::html;
use leptos::prelude::*;

use super::facet_group::facet_group;
use super::range_group::{budget_group, period_group};
use crate::store::Explorer;

/// How many groups are open at first.
const OPEN_AT_FIRST: usize = 3;

/// Every facet as a group, then the ranges.
pub fn facet_panel(explorer: Explorer) -> AnyView {
    let groups: Vec<AnyView> = FacetId::ALL
        .iter()
        .enumerate()
        .map(|(at, &facet)| facet_group(explorer, facet, at < OPEN_AT_FIRST))
        .collect();
    html::div()
        .class("facet-panel")
        .child((
            html::p().class("facet-panel-note").child(explorer.words.filters_update),
            groups,
            period_group(explorer),
            budget_group(explorer),
        ))
        .into_any()
}
