//! English.

mod answers;
mod pages;
mod see;
mod take;

pub(crate) use answers::ANSWERS;
pub(crate) use pages::PAGES;

use crate::{Counted, Messages, StatementWords};

/// The words in English.
pub static EN: Messages = Messages {
    tag: "en",
    direction: "ltr",
    group_separator: ",",
    decimal_separator: ".",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    since: "since {date}",
    until: "until {date}",
    not_stated: "not stated",
    rounded: "rounded",
    and: "and",
    list_separator: ", ",
    more: "{n} more",

    explorer: "Evaluation explorer",
    search_label: "Search evaluations",
    search_hint: "Words, “a phrase”, -without, or country:peru. Results update as you type.",
    clear_search: "Clear the search",
    unit_label: "Show",
    unit_evaluations: "Evaluations",
    unit_statements: "Statements",
    sort_label: "Sort by",
    sort_relevance: "Best match",
    sort_newest: "Newest",
    sort_title: "Title",
    sort_budget: "Largest budget",
    sort_budget_in: "Largest budget, {currency}",

    filters: "Filters",
    filters_with: "Filters ({n})",
    close: "Close",
    clear_all: "Clear all",
    show_results: Counted { one: "Show {n} result", other: "Show {n} results" },

    timing_final: "Final",
    timing_mid_term: "Mid-term",

    evaluations: Counted { one: "{n} evaluation", other: "{n} evaluations" },
    statements: Counted { one: "{n} statement", other: "{n} statements" },
    finding: StatementWords {
        singular: "Finding",
        plural: "Findings",
        counted: Counted { one: "{n} finding", other: "{n} findings" },
    },
    conclusion: StatementWords {
        singular: "Conclusion",
        plural: "Conclusions",
        counted: Counted { one: "{n} conclusion", other: "{n} conclusions" },
    },
    accomplishment: StatementWords {
        singular: "Accomplishment",
        plural: "Accomplishments",
        counted: Counted { one: "{n} accomplishment", other: "{n} accomplishments" },
    },
    lesson: StatementWords {
        singular: "Lesson",
        plural: "Lessons",
        counted: Counted { one: "{n} lesson", other: "{n} lessons" },
    },
    good_practice: StatementWords {
        singular: "Good practice",
        plural: "Good practices",
        counted: Counted { one: "{n} good practice", other: "{n} good practices" },
    },
    lesson_or_good_practice: StatementWords {
        singular: "Lesson or good practice",
        plural: "Lessons or good practices",
        counted: Counted {
            one: "{n} lesson or good practice",
            other: "{n} lessons or good practices",
        },
    },
    recommendation: StatementWords {
        singular: "Recommendation",
        plural: "Recommendations",
        counted: Counted { one: "{n} recommendation", other: "{n} recommendations" },
    },

    sentence_all: "All {things}",
    timing_word_not_stated: "timing not stated",

    results: "Results",
    show_more: "Show {n} more",
    shown_of: "{shown} of {total} shown",
    compare: "Compare",
    compare_this: "Compare: {name}",
    skip_to_results: "To the results",
    compare_full: "Four are chosen already; remove one to add another.",

    comparison: "Comparison",

    share: "Share this view",
    share_title: "Share this view",

    data_date: "Data of {date}",
    set_of: "{evaluations}, {statements}",
    fault_url_clash: "Another explorer on this page already uses the links beginning with “{prefix}”. This one leaves the address alone.",
    loading: "Loading…",
    fault_answers: "Search and filters could not be fetched. Check the connection, then try again.",
    fault_pages: "This page could not be fetched. Check the connection, then try again.",
    try_again: "Try again",
    fault_history: "The browser does not let this page change its address. Use “Share this view”.",
    embed: "Embed this view",
    views: "Ways to look at the results",
    view_list: "List",
    view_matrix: "Matrix",
    view_time: "Time line",
    view_money: "Money",
    view_places: "Places",
    view_reading: "Reading list",
    take_open: "Export",
    take_title: "Export or print this view",
    print_link: "This view: {link}",
    reading_with: "Reading list ({n})",
};
