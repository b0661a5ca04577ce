//! Keys and forms: what a table may hold, by its [`Shape`].

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::{links, terms, texts, values};
use crate::collector::Collector;
use crate::nearest::{did_you_mean, nearest};
use crate::problem::{Problem, Rule, counted};
use crate::read::fields::integer;
use crate::shape::{Form, Shape};

const SYNTAX: Rule = Rule::error("syntax", "this is not TOML");
const UNREADABLE: Rule = Rule::error("unreadable", "this file cannot be read");
const MISSING_FILE: Rule = Rule::error("missing-file", "a file of the set is missing");
const STRAY_FILE: Rule = Rule::warning("stray-file", "this file is not read");
const UNKNOWN_KEY: Rule = Rule::error("unknown-key", "this key means nothing here");
const MISSING_KEY: Rule = Rule::error("missing-key", "a key is missing");
const WRONG_TYPE: Rule = Rule::error("wrong-type", "this value is of another kind");
const UNKNOWN_CODE: Rule = Rule::error("unknown-code", "this code is not in the list");
const LENGTH: Rule = Rule::error("list-length", "this list is too short or too long");
const RANGE: Rule = Rule::error("number-range", "this number is too small or too large");

/// The rules of this file.
pub const RULES: &[&Rule] = &[
    &SYNTAX,
    &UNREADABLE,
    &MISSING_FILE,
    &STRAY_FILE,
    &UNKNOWN_KEY,
    &MISSING_KEY,
    &WRONG_TYPE,
    &UNKNOWN_CODE,
    &LENGTH,
    &RANGE,
];

/// Notes each place at which a file is not TOML.
pub fn syntax(file: &str, errors: &[toml::de::Error], collector: &mut Collector<'_>) {
    for error in errors {
        if collector.is_full(file) {
            return;
        }
        let offset = error.span().map_or(0, |span| span.start);
        let location = collector.at_byte(file, offset);
        let mut problem = Problem::new(&SYNTAX, location, "TOML 1.0", error.message());
        problem.hint = syntax_hint(error.message()).map(str::to_owned);
        collector.malformed(problem);
    }
}

/// What to do about the mistakes that are made most.
fn syntax_hint(message: &str) -> Option<&'static str> {
    const HINTS: [(&str, &str); 4] = [
        ("string values must be quoted", "put the text between quotation marks: key = \"text\""),
        ("invalid basic string", "end the text with a quotation mark on the same line"),
        ("duplicate key", "each key stands once in a table; a list has [[two brackets]]"),
        ("recursion depth", "values stand inside each other too deeply to be read"),
    ];
    HINTS.iter().find(|(part, _)| message.contains(part)).map(|(_, hint)| *hint)
}

/// Notes a file that cannot be read.
pub fn unreadable(file: &str, why: &str, collector: &mut Collector<'_>) {
    let location = collector.at_byte(file, 0);
    collector.malformed(Problem::new(&UNREADABLE, location, "a file of UTF-8 text", why));
}

/// Notes that a file is not there.
pub fn missing(file: &str, collector: &mut Collector<'_>) {
    let location = collector.at_byte(file, 0);
    collector.malformed(Problem::new(&MISSING_FILE, location, format!("the file {file}"), "none"));
}

/// Notes a file among the records that is none.
pub fn stray(file: &str, collector: &mut Collector<'_>) {
    let location = collector.at_byte(file, 0);
    let expected = "records only, named `<id>.toml`";
    collector.add(Problem::new(&STRAY_FILE, location, expected, format!("`{file}`")));
}

/// Walks one file.
pub struct Walk<'w, 'a> {
    /// The file.
    pub file: &'w str,
    /// The terms that are known, when the vocabularies have been read.
    pub terms: Option<&'w terms::Known<'w>>,
    /// Where problems go.
    pub collector: &'w mut Collector<'a>,
}

impl Walk<'_, '_> {
    /// Checks a table and all that is in it.
    pub fn table(&mut self, shape: &Shape, table: &DeTable<'_>, span: Range<usize>) {
        for (key, value) in table {
            match shape.field(key.get_ref()) {
                Some(field) => self.value(&field.form, value),
                None => self.unknown_key(shape, key),
            }
        }
        for field in shape.fields.iter().filter(|field| field.required) {
            if !table.contains_key(field.key) {
                let expected = format!("`{}`: {}", field.key, field.about);
                let hint = match &field.form {
                    Form::Or(words, _) => Some(format!(
                        "where the document does not say, write `{} = \"{}\"`",
                        field.key,
                        words.first().unwrap_or(&""),
                    )),
                    _ => None,
                };
                let found = format!("{} without it", shape.name);
                self.note(&MISSING_KEY, span.start, expected, found, hint);
            }
        }
    }

    fn unknown_key(&mut self, shape: &Shape, key: &Spanned<std::borrow::Cow<'_, str>>) {
        let keys = shape.fields.iter().map(|field| vec![field.key]);
        let hint = did_you_mean(&nearest(key.get_ref(), keys));
        let expected = format!("a key of {}", shape.name);
        let found = format!("`{}`", key.get_ref());
        self.note(&UNKNOWN_KEY, key.span().start, expected, found, hint);
    }

    fn value(&mut self, form: &Form, value: &Spanned<DeValue<'_>>) {
        let at = value.span().start;
        match (form, value.get_ref()) {
            (Form::Or(words, _), DeValue::String(word)) => self.word(words, word, at),
            (Form::Or(_, form), _) => self.value(form, value),
            (Form::Table(shape), DeValue::Table(table)) => self.table(shape, table, value.span()),
            (Form::Tables(shape), DeValue::Array(array)) => self.tables(shape, array, at),
            (Form::List(form, least, most), DeValue::Array(array)) => {
                self.length(array.len(), *least, *most, at);
                array.iter().for_each(|item| self.value(form, item));
            }
            (Form::Labels, DeValue::Table(table)) => self.labels(table, at),
            (Form::Number(least, most), number @ DeValue::Integer(_)) => {
                if !integer(number).is_some_and(|number| (*least..=*most).contains(&number)) {
                    let expected = format!("a number from {least} to {most}");
                    self.note(&RANGE, at, expected, describe(number), None);
                }
            }
            (Form::Flag, DeValue::Boolean(_)) => {}
            (
                Form::Table(_)
                | Form::Tables(_)
                | Form::List(..)
                | Form::Labels
                | Form::Number(..)
                | Form::Flag,
                other,
            ) => self.wrong_type(form, other, at),
            (form, DeValue::String(text)) => self.text(form, text, at),
            (form, other) => self.wrong_type(form, other, at),
        }
    }

    fn word(&mut self, words: &[&str], word: &str, at: usize) {
        if !words.contains(&word) {
            let expected = format!("a table, or one of: {}", words.join(", "));
            self.note(&UNKNOWN_CODE, at, expected, format!("`{word}`"), None);
        }
    }

    fn tables(&mut self, shape: &'static Shape, array: &DeArray<'_>, at: usize) {
        for item in array.iter() {
            self.value(&Form::Table(shape), item);
        }
        if array.is_empty() {
            let expected = format!("{}, or no such key", shape.name);
            self.note(&LENGTH, at, expected, "an empty list", None);
        }
    }

    fn length(&mut self, length: usize, least: usize, most: usize, at: usize) {
        if !(least..=most).contains(&length) {
            let expected = format!("{least} to {most} values");
            self.note(&LENGTH, at, expected, counted(length, "value"), None);
        }
    }

    fn labels(&mut self, table: &DeTable<'_>, at: usize) {
        for (lang, label) in table {
            self.text(&Form::Language, lang.get_ref(), lang.span().start);
            self.value(&Form::Text(200), label);
        }
        if !table.contains_key("en") {
            self.note(&MISSING_KEY, at, "`en`: the label in English", "labels without it", None);
        }
    }

    fn text(&mut self, form: &Form, text: &str, at: usize) {
        let limit = if let Form::Text(limit) = form { *limit } else { texts::LONGEST };
        for breach in texts::breaches(text, limit) {
            self.note(breach.rule, at, breach.expected, breach.found, breach.hint);
        }
        if text.is_empty() {
            return;
        }
        match form {
            Form::Code(codes) => self.code(&codes(), text, at),
            Form::Link => {
                if let Some(expected) = links::fault(text) {
                    self.note(&links::BAD_LINK, at, expected, format!("`{text}`"), None);
                }
            }
            Form::Term(vocabulary) => {
                if let Some(breach) = self.terms.and_then(|terms| terms.unknown(*vocabulary, text))
                {
                    self.note(breach.rule, at, breach.expected, breach.found, breach.hint);
                }
            }
            form => {
                if let Some(breach) = values::breach(form, text) {
                    self.note(breach.rule, at, breach.expected, breach.found, breach.hint);
                }
            }
        }
    }

    fn code(&mut self, codes: &[&str], text: &str, at: usize) {
        if !codes.contains(&text) {
            let expected = format!("one of: {}", codes.join(", "));
            let hint = did_you_mean(&nearest(text, codes.iter().map(|code| vec![*code])));
            self.note(&UNKNOWN_CODE, at, expected, format!("`{text}`"), hint);
        }
    }

    fn wrong_type(&mut self, form: &Form, found: &DeValue<'_>, at: usize) {
        let hint = match (form, found) {
            (Form::Date, DeValue::Datetime(_) | DeValue::Integer(_))
            | (Form::Amount, DeValue::Integer(_) | DeValue::Float(_)) => {
                Some("put it between quotation marks".to_owned())
            }
            _ => None,
        };
        self.note(&WRONG_TYPE, at, form_name(form), describe(found), hint);
    }

    fn note(
        &mut self,
        rule: &Rule,
        offset: usize,
        expected: impl Into<String>,
        found: impl Into<String>,
        hint: Option<String>,
    ) {
        if self.collector.is_full(self.file) {
            return;
        }
        let location = self.collector.at_byte(self.file, offset);
        let mut problem = Problem::new(rule, location, expected, found);
        problem.hint = hint;
        self.collector.malformed(problem);
    }
}

/// A breach of a rule by a single value, which does not know where it stands.
pub struct Breach {
    /// The rule.
    pub rule: &'static Rule,
    /// What should stand there.
    pub expected: String,
    /// What stands there.
    pub found: String,
    /// What to do about it.
    pub hint: Option<String>,
}

fn form_name(form: &Form) -> String {
    match form {
        Form::Text(_) => "text".to_owned(),
        Form::Number(..) => "a whole number".to_owned(),
        Form::Flag => "true or false".to_owned(),
        Form::Date => "a date as text: \"YYYY\", \"YYYY-MM\" or \"YYYY-MM-DD\"".to_owned(),
        Form::Amount => "an amount as text, for example \"752110.31\"".to_owned(),
        Form::List(..) => "a list".to_owned(),
        Form::Labels => "a table with one label for each language".to_owned(),
        Form::Table(shape) => format!("{} (a table)", shape.name),
        Form::Tables(shape) => format!("{} (a table under a repeated header)", shape.name),
        Form::Or(words, form) => format!("{}, or one of: {}", form_name(form), words.join(", ")),
        _ => "text".to_owned(),
    }
}

fn describe(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("the text `{}`", texts::shortened(text)),
        DeValue::Integer(number) => format!("the number {number}"),
        DeValue::Float(number) => format!("the number {number}"),
        DeValue::Boolean(flag) => flag.to_string(),
        DeValue::Datetime(date) => format!("the date {date} without quotation marks"),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}
