//! The pictures in English.

use crate::Counted;
use crate::see::SeeWords;

pub(super) const SEE: SeeWords = SeeWords {
    views: "Ways to look at the results",
    list: "List",
    matrix: "Matrix",
    time: "Time line",
    money: "Money",
    places: "Places",
    reading: "Reading list",
    form: "Shown as",
    as_picture: "Picture",
    as_table: "Table",

    rows: "Rows",
    columns: "Columns",
    by_criteria: "Criteria",
    by_themes: "Themes",
    by_evaluations: "Evaluations",
    by_countries: "Countries",
    by_years: "Years of publication",
    by_kinds: "Kinds of statement",
    matrix_caption: "Number of statements. Rows: {rows}. Columns: {columns}.",
    matrix_help: "Each number is a number of statements; open it to read them. The strip shows their kinds, an empty frame a gap.",
    matrix_twice: "A statement that speaks to several criteria, themes or countries is counted in each.",
    year_not_stated: "Year not stated",
    no_country: "No country stated",
    disputed: "; disputed",
    disputed_key: "disputed: see the statements",
    nothing: "nothing said",
    filter_by: "Filter by {name}",
    all_of_row: "All",
    key: "Key",
    cell_title: "{row}, {column}",
    cell_back: "Back to the matrix",
    cell_results: "Filter the results by this",
    cell_empty: "Nothing stands here in the present results.",
    show_more_columns: "Show {n} more columns",
    columns_of: Counted { one: "{shown} of {n} column", other: "{shown} of {n} columns" },
};
