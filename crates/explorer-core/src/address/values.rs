//! The values of keys that have just one.

use super::keys::Key;
use super::ranges;
use crate::facet::FacetId;
use crate::query::{Sort, Unit};
use crate::state::normal::{cut, language, shown};
use crate::state::{
    Form, MatrixAxes, MatrixColumns, MatrixRows, Opened, State, Topic, View, value,
};
use crate::when::Date;

/// Reads the value of a key that has just one; false when it cannot be read.
pub(super) fn read_value(state: &mut State, key: Key, text: &str) -> bool {
    let is_junk = |c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '-');
    let word = text.trim_matches(is_junk).to_ascii_lowercase();
    let code = word.trim_end_matches('.');
    match key {
        Key::Q => {
            state.query.text = cut(text.to_owned()).trim_end().to_owned();
            true
        }
        Key::Unit => put(&mut state.query.unit, Unit::from_code(code)),
        Key::View => put(&mut state.view, View::from_code(code)),
        Key::Period => put(&mut state.query.period, ranges::read_period(&word).map(Some)),
        Key::Budget => put(&mut state.query.budget, ranges::read_budget(&word).map(Some)),
        Key::Sort => put(&mut state.query.sort, Sort::from_code(code)),
        Key::Open => put(&mut state.opened, read_opened(text).map(Some)),
        Key::Beside => {
            let id = value::id(text);
            let is_id = id.is_some();
            state.compare.wish_beside(id);
            is_id
        }
        Key::Topic => put(&mut state.topic, read_topic(text).map(Some)),
        Key::Diff => put(&mut state.differences_only, read_switch(code)),
        Key::Matrix => put(&mut state.matrix, read_axes(code)),
        Key::As => put(&mut state.form, Form::from_code(code)),
        Key::N => put(&mut state.shown, code.parse().ok().map(shown)),
        Key::Lang => put(&mut state.lang, language(code).map(Some)),
        Key::Of => put(&mut state.seen, Date::parse(code).map(Some)),
        Key::V => true,
        _ => false,
    }
}

fn put<T>(slot: &mut T, value: Option<T>) -> bool {
    let readable = value.is_some();
    if let Some(value) = value {
        *slot = value;
    }
    readable
}

fn read_opened(text: &str) -> Option<Opened> {
    let parts: Vec<&str> = text.split('.').filter(|part| !part.is_empty()).collect();
    match *parts {
        [id] => Opened::record(id),
        ["tension", id] => Opened::tension(id),
        ["cell", row, column] => Opened::cell(row, column),
        _ => None,
    }
}

fn read_topic(text: &str) -> Option<Topic> {
    let (facet, term) = text.split_once('.')?;
    Topic::new(FacetId::from_code(&facet.to_ascii_lowercase())?, term)
}

fn read_axes(text: &str) -> Option<MatrixAxes> {
    let (rows, columns) = text.split_once('.')?;
    let (rows, columns) = (MatrixRows::from_code(rows)?, MatrixColumns::from_code(columns)?);
    Some(MatrixAxes { rows, columns })
}

fn read_switch(text: &str) -> Option<bool> {
    match text {
        "1" | "true" => Some(true),
        "0" | "false" => Some(false),
        _ => None,
    }
}

/// The version of a link, whatever follows the number; 0 when there is none.
pub(super) fn version(text: &str) -> u32 {
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let digits = text.get(..digits).unwrap_or_default();
    digits.parse().unwrap_or(if digits.is_empty() { 0 } else { u32::MAX })
}

#[cfg(test)]
mod tests {
    use super::{Key, State, read_value, version};

    #[test]
    fn values_that_say_nothing_change_nothing() {
        for (key, text) in [
            (Key::Unit, "things"),
            (Key::View, "globe"),
            (Key::Period, "soon"),
            (Key::Budget, "much"),
            (Key::Sort, "best"),
            (Key::Open, "cell.impact"),
            (Key::Topic, "training"),
            (Key::Topic, "kind.lesson"),
            (Key::Diff, "perhaps"),
            (Key::Matrix, "criteria"),
            (Key::N, "-3"),
            (Key::Lang, "a language"),
            (Key::Of, "yesterday"),
        ] {
            let mut state = State::default();
            assert!(!read_value(&mut state, key, text), "{key:?} {text}");
            assert_eq!(state, State::default(), "{key:?} {text}");
        }
    }

    #[test]
    fn a_version_is_a_number_whatever_follows() {
        for (text, expected) in [
            ("1", 1),
            ("1)", 1),
            ("1.", 1),
            ("12", 12),
            ("", 0),
            ("x", 0),
            ("99999999999", u32::MAX),
        ] {
            assert_eq!(version(text), expected, "{text}");
        }
    }
}
