//! The components, in reading order of the screen.

pub mod search_box;
pub mod filter_sheet;
pub mod facet_panel;
pub mod facet_group;
pub mod range_group;
pub mod disclosure;
pub mod link_notes;
pub mod active_filters;
pub mod result_list;
pub mod result_card;
pub mod statement_card;
pub mod empty_state;
pub mod evaluation_page;
pub mod tension_note;
pub mod compare_tray;
pub mod compare_page;
pub mod share_dialog;
pub mod live_region;
pub mod links;
pub mod parts;
