//! Pictures in words: what each cell, bar and line says, and every picture as a table that says
//! the same.

mod matrix;

pub use matrix::{MatrixNames, cell_words, columns_name, matrix_caption, matrix_table, rows_name};

use crate::Counted;

/// The words of the pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the name of a field says where its words stand")]
pub struct SeeWords {
    pub views: &'static str,
    pub list: &'static str,
    pub matrix: &'static str,
    pub time: &'static str,
    pub money: &'static str,
    pub places: &'static str,
    pub reading: &'static str,
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
    pub nothing: &'static str,
    pub filter_by: &'static str,
    pub all_of_row: &'static str,
    pub key: &'static str,
    pub cell_title: &'static str,
    pub cell_back: &'static str,
    pub cell_results: &'static str,
    pub cell_empty: &'static str,
    pub show_more_columns: &'static str,
    pub columns_of: Counted,
}
