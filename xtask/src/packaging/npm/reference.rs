//! `src/element/reference.toml`: all that a host page can say to the element and hear from it.

use serde::Deserialize;

use crate::failure::{Failure, Outcome};
use crate::project::{Project, read_text};

/// Where it stands.
pub const PATH: &str = "src/element/reference.toml";

/// The whole contract of the element.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// What can be written into the tag.
    #[serde(rename = "attribute")]
    pub attributes: Vec<Attribute>,
    /// What scripts read and set, beside the attributes.
    #[serde(rename = "property")]
    pub properties: Vec<Property>,
    /// What scripts call.
    #[serde(rename = "method")]
    pub methods: Vec<Method>,
    /// What the page hears.
    #[serde(rename = "event")]
    pub events: Vec<Event>,
    /// Where content of the tag shows.
    #[serde(rename = "slot")]
    pub slots: Vec<Named>,
    /// What style sheets of the page can name.
    #[serde(rename = "part")]
    pub parts: Vec<Named>,
    /// Properties of CSS that the page can set.
    #[serde(rename = "css")]
    pub css: Vec<Named>,
}

/// An attribute.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribute {
    /// Its name.
    pub name: String,
    /// What it may be, in words.
    pub values: String,
    /// What holds without it.
    pub default: String,
    /// What it does.
    pub text: String,
}

/// A property that is not an attribute.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Property {
    /// Its name.
    pub name: String,
    /// What reading it gives, as a type of TypeScript.
    #[serde(rename = "type")]
    pub kind: String,
    /// What setting it takes; nothing if it cannot be set.
    pub accepts: Option<String>,
    /// What it is.
    pub text: String,
}

/// A method.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Method {
    /// Its name.
    pub name: String,
    /// What it returns, as a type of TypeScript.
    pub returns: String,
    /// What it does.
    pub text: String,
}

/// An event.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Its name.
    pub name: String,
    /// What its detail is: a struct of `src/element/wire.rs`.
    pub detail: String,
    /// Whether the page can prevent what follows.
    #[cfg_attr(not(test), expect(dead_code, reason = "the documents say it and tests hold it"))]
    pub cancelable: bool,
    /// When it happens.
    pub text: String,
}

/// Something with a name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// The name.
    pub name: String,
    /// What it is.
    pub text: String,
}

impl Attribute {
    /// The name of the property that stands for it.
    pub fn property(&self) -> String {
        camel(&self.name, '-')
    }

    /// The codes among its values, if it has nothing but codes.
    pub fn codes(&self) -> Option<Vec<&str>> {
        let codes: Vec<&str> = self.values.split(", ").collect();
        let is_code = |text: &&str| text.starts_with('`') && text.ends_with('`');
        let only_codes = codes.iter().all(is_code) && !self.values.contains(" to ");
        only_codes.then(|| codes.into_iter().map(|code| code.trim_matches('`')).collect())
    }
}

impl Reference {
    /// Reads the file.
    pub fn read(project: &Project) -> Outcome<Self> {
        let path = project.path(PATH);
        toml::from_str(&read_text(&path)?)
            .map_err(|error| Failure::file("understand", &path, error))
    }
}

/// A name as JavaScript writes it.
pub fn camel(name: &str, separator: char) -> String {
    let mut parts = name.split(separator);
    let mut camel = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut letters = part.chars();
        camel.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        camel.push_str(letters.as_str());
    }
    camel
}
