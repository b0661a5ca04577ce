//! Every word that the explorer shows.
//!
//! [`Messages`] is plain data, one value per language; the functions here choose and fill them.
//! Labels of vocabulary terms are data and live in the dataset, not here.

#![forbid(unsafe_code)]

pub mod chip;
pub mod cite;
pub mod comparison;
mod en;
pub mod export;
pub mod facts;
pub mod label;
mod messages;
pub mod number;
pub mod said;
pub mod see;
pub mod sentence;
pub mod table;
pub mod take;

pub use en::EN;
pub use messages::{AnswerWords, Counted, Messages, PageWords, StatementWords};

/// The words of a language, by BCP 47 tag; English where a language has none of its own.
#[must_use]
pub fn words(_tag: &str) -> &'static Messages {
    &EN
}

/// Puts values in the place of names in braces.
///
/// ```
/// assert_eq!(explorer_lang::fill("since {date}", &[("date", "2008")]), "since 2008");
/// ```
#[must_use]
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, inside)) = rest.split_once('{') {
        text.push_str(before);
        let named = inside.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(key, _)| *key == name)?;
            Some((*value, after))
        });
        let (value, after) = named.unwrap_or(("{", inside));
        text.push_str(value);
        rest = after;
    }
    text.push_str(rest);
    text
}

impl Counted {
    /// The form for a number, with the number filled in.
    #[must_use]
    pub fn of(&self, number: usize, words: &Messages) -> String {
        self.with(number, &[], words)
    }

    /// The form for a number, with the number and further values filled in.
    #[must_use]
    pub fn with(&self, number: usize, values: &[(&str, &str)], words: &Messages) -> String {
        let form = if number == 1 { self.one } else { self.other };
        let digits = number::grouped(number as u64, words);
        let mut all = Vec::with_capacity(values.len() + 1);
        all.push(("n", digits.as_str()));
        all.extend_from_slice(values);
        fill(form, &all)
    }
}

impl Messages {
    /// What search, filters and links say.
    ///
    /// A function and no field: whatever has the words of the list would have these too, and they
    /// would travel with it.
    #[must_use]
    pub fn answers(&self) -> &'static AnswerWords {
        &en::ANSWERS
    }

    /// What records, comparison, pictures and dialogs say.
    #[must_use]
    pub fn pages(&self) -> &'static PageWords {
        &en::PAGES
    }

    /// Joins names as a sentence does: `a`, `a and b`, `a, b and c`.
    #[must_use]
    pub fn all_of(&self, names: &[String]) -> String {
        self.joined(names, self.and)
    }

    /// Joins names of which one is enough: `a`, `a or b`, `a, b or c`.
    #[must_use]
    pub fn any_of(&self, names: &[String]) -> String {
        self.joined(names, self.answers().or)
    }

    /// The first few names and how many more there are; `None` of no names.
    #[must_use]
    pub fn some_of(&self, names: &[String], most: usize) -> Option<String> {
        let left = names.len().saturating_sub(most);
        let (first, _) = names.split_at(names.len().min(most));
        match (first, left) {
            ([], _) => None,
            (_, 0) => Some(self.all_of(first)),
            _ => {
                let more = fill(self.more, &[("n", &left.to_string())]);
                Some(format!("{} {} {more}", first.join(self.list_separator), self.and))
            }
        }
    }

    fn joined(&self, names: &[String], last: &str) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [most @ .., end] => format!("{} {last} {end}", most.join(self.list_separator)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{EN, fill};

    #[test]
    fn names_without_a_value_stay_visible() {
        assert_eq!(fill("{a} and {b}", &[("a", "x")]), "x and {b}");
        assert_eq!(fill("{a", &[("a", "x")]), "{a");
    }

    #[test]
    fn values_are_not_filled_again() {
        assert_eq!(fill("{a}{b}", &[("a", "{b}"), ("b", "y")]), "{b}y");
    }

    #[test]
    fn one_and_many_have_their_own_forms() {
        assert_eq!(EN.evaluations.of(0, &EN), "0 evaluations");
        assert_eq!(EN.evaluations.of(1, &EN), "1 evaluation");
        assert_eq!(EN.evaluations.of(1234, &EN), "1,234 evaluations");
    }

    #[test]
    fn lists_end_with_and_or_or() {
        let names = ["a", "b", "c"].map(String::from);
        assert_eq!(EN.all_of(&names), "a, b and c");
        assert_eq!(EN.any_of(&names[..2]), "a or b");
        assert_eq!(EN.any_of(&names[..1]), "a");
        assert_eq!(EN.some_of(&names, 2).as_deref(), Some("a, b and 1 more"));
        assert_eq!(EN.some_of(&names, 3).as_deref(), Some("a, b and c"));
        assert_eq!(EN.some_of(&[], 3), None);
    }
}
