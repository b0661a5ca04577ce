//! Reading attributes: what cannot be used is told, once on a page, and the default takes its
//! place.

use std::borrow::Cow;
use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    /// What was told already. An element that is mounted again says nothing new.
    static TOLD: RefCell<Vec<Warning>> = const { RefCell::new(Vec::new()) };
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = warn)]
    fn console_warn(text: &str);
}

/// A value that could not be used: the attribute, what stands there, what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The attribute.
    pub attribute: &'static str,
    /// Its value.
    pub found: String,
    /// What it may be.
    pub expected: Cow<'static, str>,
}

impl Warning {
    /// Tells the host's developer, once on a page.
    pub fn tell(self) {
        let is_new = TOLD.with_borrow_mut(|told| {
            let is_new = !told.contains(&self);
            if is_new {
                told.push(self.clone());
            }
            is_new
        });
        if is_new {
            let Self { attribute, found, expected } = self;
            warn(&format!("{attribute}=\"{found}\" is not {expected}; the default is used."));
        }
    }
}

/// Writes to the console what the host's developer should know.
pub fn warn(text: &str) {
    console_warn(&format!("<evaluation-explorer> {text}"));
}

/// Reads attributes and collects what could not be used.
#[derive(Default)]
pub struct Reader {
    warnings: Vec<Warning>,
}

impl Reader {
    /// Reads a word, whatever its case and the spaces around it.
    pub fn code<T>(
        &mut self,
        attribute: &'static str,
        text: Option<&str>,
        read: impl FnOnce(&str) -> Option<T>,
        expected: &'static str,
    ) -> Option<T> {
        let word = text.map(|text| text.trim().to_ascii_lowercase());
        self.read(attribute, word.as_deref().filter(|word| !word.is_empty()), read, expected)
    }

    /// Reads a text as it stands.
    pub fn read<T>(
        &mut self,
        attribute: &'static str,
        text: Option<&str>,
        read: impl FnOnce(&str) -> Option<T>,
        expected: &'static str,
    ) -> Option<T> {
        let text = text?;
        let value = read(text);
        if value.is_none() {
            self.warn(attribute, text, expected);
        }
        value
    }

    /// Expects one word of a list, or nothing.
    pub fn one_of(&mut self, attribute: &'static str, text: Option<&str>, words: &[&str]) {
        let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return };
        if !words.iter().any(|word| word.eq_ignore_ascii_case(text)) {
            self.warn(attribute, text, format!("one of {}", words.join(", ")));
        }
    }

    /// Notes a value that cannot be used.
    pub fn warn(
        &mut self,
        attribute: &'static str,
        found: &str,
        expected: impl Into<Cow<'static, str>>,
    ) {
        let (found, expected) = (found.to_owned(), expected.into());
        self.warnings.push(Warning { attribute, found, expected });
    }

    /// What could not be used.
    pub fn into_warnings(self) -> Vec<Warning> {
        self.warnings
    }
}
