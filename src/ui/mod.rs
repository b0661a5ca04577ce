//! The components, one a file, and what they are made of: [`parts`] of [`crate::el`].

pub mod active_filters;
pub mod compare_page;
pub mod compare_table;
pub mod compare_tray;
pub mod disclosure;
pub mod empty_state;
pub mod evaluation_page;
pub mod evaluation_sections;
pub mod facet_group;
pub mod facet_panel;
pub mod filter_sheet;
pub mod link_notes;
pub mod links;
pub mod live_region;
pub mod modal;
pub mod parts;
pub mod range_group;
pub mod result_card;
pub mod result_list;
pub mod search_box;
pub mod search_notes;
pub mod see;
pub mod share_dialog;
pub mod statement_card;
pub mod tension_note;
