//! Pictures in words: what each cell, bar and line says, and every picture as a table that says
//! the same.

mod matrix;
mod money;
mod places;
mod timeline;

pub use matrix::{MatrixNames, cell_words, columns_name, matrix_caption, matrix_table, rows_name};
pub use money::{
    MoneyRow, amount_words, donor_names, money_rows, money_table, paid_name, paid_words,
    piece_words, purpose_name,
};
pub use places::{place_name, places_table};
pub use timeline::{TimeRow, project_name, project_time, stated, time_rows, time_table};

use crate::Counted;

/// The words of the pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the name of a field says where its words stand")]
pub struct SeeWords {
    pub form: &'static str,
    pub as_picture: &'static str,
    pub as_table: &'static str,

    pub rows: &'static str,
    pub columns: &'static str,
    pub by_criteria: &'static str,
    pub by_themes: &'static str,
    pub by_evaluations: &'static str,
    pub by_countries: &'static str,
    pub by_years: &'static str,
    pub by_kinds: &'static str,
    pub matrix_caption: &'static str,
    pub matrix_help: &'static str,
    pub matrix_twice: &'static str,
    pub year_not_stated: &'static str,
    pub no_country: &'static str,
    pub disputed: &'static str,
    pub disputed_key: &'static str,
    pub filter_by: &'static str,
    pub all_of_row: &'static str,
    pub key: &'static str,
    pub cell_title: &'static str,
    pub cell_back: &'static str,
    pub cell_results: &'static str,
    pub cell_empty: &'static str,
    pub show_more_columns: &'static str,
    pub columns_of: Counted,

    pub evaluation: &'static str,
    pub what: &'static str,
    pub time_caption: &'static str,
    pub time_help: &'static str,
    pub cursor_clear: &'static str,
    pub only_active: &'static str,
    pub projects_in: &'static str,
    pub filter_time: &'static str,
    pub no_time: &'static str,
    pub key_sure: &'static str,
    pub key_unsure: &'static str,
    pub key_period: &'static str,
    pub key_conducted: &'static str,
    pub key_cursor: &'static str,
    pub show_more_evaluations: &'static str,

    pub what_for: &'static str,
    pub amount: &'static str,
    pub paid_by: &'static str,
    pub money_caption: &'static str,
    pub money_help: &'static str,
    pub by_project: &'static str,
    pub by_donor: &'static str,
    pub by_donor_help: &'static str,
    pub together: &'static str,
    pub together_with: &'static str,
    pub only_together: &'static str,
    pub other_currency_only: &'static str,
    pub other_phases_unstated: &'static str,
    pub no_donor: &'static str,
    pub no_money: &'static str,
    pub also_in: &'static str,
    pub in_currency: &'static str,
    pub key_stated: &'static str,
    pub key_together: &'static str,
    pub key_unstated: &'static str,

    pub places_caption: &'static str,
    pub places_help: &'static str,
    pub whole_region: &'static str,
    pub global: &'static str,
    pub no_place: &'static str,
    pub beyond: &'static str,
    pub designations: &'static str,
}
