//! The contract that every language fills, in three parts: a browser fetches the words of each
//! together with what shows them.

mod answers;
mod pages;

pub use answers::AnswerWords;
pub use pages::PageWords;

/// A text for something that is counted, one form for each plural category of the languages
/// there are. `{n}` stands for the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// For exactly one.
    pub one: &'static str,
    /// For every other number.
    pub other: &'static str,
}

/// The words for a kind of statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatementWords {
    /// One of them, as a label.
    pub singular: &'static str,
    /// Several, as a heading.
    pub plural: &'static str,
    /// A number of them.
    pub counted: Counted,
}

/// The words of one language that a list of all evaluations shows; [`Messages::answers`] and
/// [`Messages::pages`] lead to the others, which travel with what shows them. Names in braces are
/// filled in by [`crate::fill`].
///
/// Plain data, so that a missing word does not compile and a language can be written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the name of a field says where its words stand")]
pub struct Messages {
    pub tag: &'static str,
    pub direction: &'static str,
    pub group_separator: &'static str,
    pub decimal_separator: &'static str,
    pub months: [&'static str; 12],
    pub since: &'static str,
    pub until: &'static str,
    pub not_stated: &'static str,
    pub rounded: &'static str,
    pub and: &'static str,
    pub list_separator: &'static str,
    pub more: &'static str,

    pub explorer: &'static str,
    pub search_label: &'static str,
    pub search_hint: &'static str,
    pub clear_search: &'static str,
    pub unit_label: &'static str,
    pub unit_evaluations: &'static str,
    pub unit_statements: &'static str,
    pub sort_label: &'static str,
    pub sort_relevance: &'static str,
    pub sort_newest: &'static str,
    pub sort_title: &'static str,
    pub sort_budget: &'static str,
    pub sort_budget_in: &'static str,

    pub filters: &'static str,
    pub filters_with: &'static str,
    pub close: &'static str,
    pub clear_all: &'static str,
    pub show_results: Counted,

    pub timing_final: &'static str,
    pub timing_mid_term: &'static str,

    pub evaluations: Counted,
    pub statements: Counted,
    pub finding: StatementWords,
    pub conclusion: StatementWords,
    pub accomplishment: StatementWords,
    pub lesson: StatementWords,
    pub good_practice: StatementWords,
    pub lesson_or_good_practice: StatementWords,
    pub recommendation: StatementWords,

    pub sentence_all: &'static str,
    pub timing_word_not_stated: &'static str,

    pub results: &'static str,
    pub show_more: &'static str,
    pub shown_of: &'static str,
    pub compare: &'static str,
    pub compare_this: &'static str,
    pub compare_full: &'static str,
    pub skip_to_results: &'static str,

    pub comparison: &'static str,

    pub share: &'static str,
    pub share_title: &'static str,

    pub data_date: &'static str,
    pub set_of: &'static str,
    pub fault_url_clash: &'static str,
    pub loading: &'static str,
    pub fault_answers: &'static str,
    pub fault_pages: &'static str,
    pub try_again: &'static str,
    pub fault_history: &'static str,
    pub embed: &'static str,

    pub views: &'static str,
    pub view_list: &'static str,
    pub view_matrix: &'static str,
    pub view_time: &'static str,
    pub view_money: &'static str,
    pub view_places: &'static str,
    pub view_reading: &'static str,
    pub take_open: &'static str,
    pub take_title: &'static str,
    pub print_link: &'static str,
    pub reading_with: &'static str,
}
