//! Attributes of the element as typed settings.

use explorer_core::address::{self, Place, Prefix};
use explorer_core::query::Unit;
use explorer_core::state::{Action, State, View};
use serde::Deserialize;

use crate::address_sync::Recording;
use crate::store::Layout;

/// The attributes as the host wrote them; those that are not set are `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Raw {
    /// BCP 47 tag: the element's, or the nearest around it.
    pub lang: Option<String>,
    /// Where the state lives in the address: `query`, `hash` or `off`.
    pub url: Option<String>,
    /// What our keys begin with.
    pub url_prefix: Option<String>,
    /// How acts enter the history: `push`, `replace` or `off`.
    pub history: Option<String>,
    /// The level of the explorer's headings, 2 to 4.
    pub heading_level: Option<String>,
    /// The name of the explorer's region.
    pub label: Option<String>,
    /// How many results show at first, 5 to 100.
    pub page_size: Option<String>,
    /// What the explorer opens with, as the query string of a link.
    pub preset: Option<String>,
    /// The view it opens with.
    pub view: Option<String>,
    /// The unit of reading it opens with.
    pub unit: Option<String>,
}

/// What the host settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The language of the interface.
    pub lang: String,
    /// The name of the region, if the host gives one.
    pub label: Option<String>,
    /// The address.
    pub address: address::Settings,
    /// The history.
    pub recording: Recording,
    /// Headings and pages.
    pub layout: Layout,
}

/// A value that could not be used: the attribute, what stands there, what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The attribute.
    pub attribute: &'static str,
    /// Its value.
    pub found: String,
    /// What it may be.
    pub expected: &'static str,
}

impl Raw {
    /// The settings, with the default in place of what cannot be used, and a warning for each.
    #[must_use]
    pub fn settled(&self) -> (Settings, Vec<Warning>) {
        let mut reader = Reader { warnings: Vec::new() };
        let place = reader.code("url", self.url.as_deref(), Place::from_code, "query, hash or off");
        let prefix = reader.read(
            "url-prefix",
            self.url_prefix.as_deref(),
            Prefix::new,
            "lower-case letters, digits and hyphens, for example ee-",
        );
        let prefix = prefix.unwrap_or_default();
        let recording =
            reader.code("history", self.history.as_deref(), recording, "push, replace or off");
        let level = reader.code(
            "heading-level",
            self.heading_level.as_deref(),
            |text| text.parse().ok().filter(|level| (2..=4).contains(level)),
            "2, 3 or 4",
        );
        let page_size = reader.code(
            "page-size",
            self.page_size.as_deref(),
            |text| text.parse().ok().filter(|size| (5..=100).contains(size)),
            "a number from 5 to 100",
        );
        let opening = self.opening(&prefix, &mut reader);
        let settings = Settings {
            lang: self.lang.clone().unwrap_or_else(|| "en".to_owned()),
            label: self.label.clone().filter(|label| !label.trim().is_empty()),
            address: address::Settings {
                prefix,
                place: place.unwrap_or(Place::Query),
                opening,
                ..address::Settings::default()
            },
            recording: recording.unwrap_or(Recording::Push),
            layout: Layout {
                heading_level: level.unwrap_or(2),
                page_size: page_size.unwrap_or(20),
            },
        };
        (settings, reader.warnings)
    }

    fn opening(&self, prefix: &Prefix, reader: &mut Reader) -> State {
        let decoded = State::opening(self.preset.as_deref().unwrap_or_default(), prefix);
        for issue in &decoded.issues {
            reader.warn("preset", &issue.text, "the query string of a link of the explorer");
        }
        let unit = reader.code(
            "unit",
            self.unit.as_deref(),
            Unit::from_code,
            "evaluations or statements",
        );
        let view = reader.code("view", self.view.as_deref(), View::from_code, "list or compare");
        let acts = unit.map(Action::SearchIn).into_iter().chain(view.map(Action::Show));
        acts.fold(decoded.state, State::after)
    }
}

fn recording(text: &str) -> Option<Recording> {
    match text {
        "push" => Some(Recording::Push),
        "replace" => Some(Recording::Replace),
        "off" => Some(Recording::Off),
        _ => None,
    }
}

struct Reader {
    warnings: Vec<Warning>,
}

impl Reader {
    /// Reads a word, whatever its case and the spaces around it.
    fn code<T>(
        &mut self,
        attribute: &'static str,
        text: Option<&str>,
        read: impl FnOnce(&str) -> Option<T>,
        expected: &'static str,
    ) -> Option<T> {
        let word = text.map(|text| text.trim().to_ascii_lowercase());
        self.read(attribute, word.as_deref().filter(|word| !word.is_empty()), read, expected)
    }

    fn read<T>(
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

    fn warn(&mut self, attribute: &'static str, found: &str, expected: &'static str) {
        self.warnings.push(Warning { attribute, found: found.to_owned(), expected });
    }
}
