//! What an author may write, as data: keys, forms and what they are for.
//!
//! The check of keys and forms, the JSON Schema for editors and the template of `new` are all made
//! from these tables, so that they cannot differ. They say nothing of what several values mean
//! together: that is what [`crate::check`] is for.

pub mod record;
pub mod schema;
pub mod set;
pub mod template;

use explorer_core::vocabulary::{Terms, Vocabulary};

/// A table of an authoring file.
#[derive(Debug)]
pub struct Shape {
    /// What it is, with its article, for example "a project".
    pub name: &'static str,
    /// Its keys in the order in which authors should write them.
    pub fields: &'static [Field],
}

impl Shape {
    /// The field of a key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}

/// A key of a table.
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// True when it must be there.
    pub required: bool,
    /// What may stand there.
    pub form: Form,
    /// What it is for, in one or two sentences.
    pub about: &'static str,
}

/// A key that must be there.
#[must_use]
pub const fn required(key: &'static str, form: Form, about: &'static str) -> Field {
    Field { key, required: true, form, about }
}

/// A key that may be left out.
#[must_use]
pub const fn optional(key: &'static str, form: Form, about: &'static str) -> Field {
    Field { key, required: false, form, about }
}

/// What may stand at a key.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// Text on one line of at most so many characters.
    Text(usize),
    /// A whole number between two bounds, both included.
    Number(i64, i64),
    /// True or false.
    Flag,
    /// A date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    Date,
    /// A BCP 47 tag.
    Language,
    /// An address that begins with https or http.
    Link,
    /// An ISO 4217 code.
    Currency,
    /// An amount of money as a decimal text, for example `"752110.31"`.
    Amount,
    /// Text of `[a-z0-9-]+`.
    Id,
    /// Three digits: a code of the UN's M49 list.
    M49,
    /// One of a closed list of codes.
    Code(fn() -> Vec<&'static str>),
    /// The id of a term.
    Term(VocabularyName),
    /// A list of a least and a greatest length.
    List(&'static Form, usize, usize),
    /// A table with one text for each language; English must be there.
    Labels,
    /// A table.
    Table(&'static Shape),
    /// One table or more under a repeated header.
    Tables(&'static Shape),
    /// One of these words instead of the form.
    Or(&'static [&'static str], &'static Form),
}

/// The vocabularies that an author refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VocabularyName {
    /// Publishing agencies.
    Agencies,
    /// Governments and organisations.
    Organisations,
    /// Countries, territories, regions, the world.
    Places,
    /// Themes.
    Themes,
    /// Criteria.
    Criteria,
}

impl VocabularyName {
    /// Every vocabulary.
    pub const ALL: [Self; 5] =
        [Self::Agencies, Self::Organisations, Self::Places, Self::Themes, Self::Criteria];

    /// Its file.
    #[must_use]
    pub const fn file(self) -> &'static str {
        match self {
            Self::Agencies => "vocabulary/agencies.toml",
            Self::Organisations => "vocabulary/organisations.toml",
            Self::Places => "vocabulary/places.toml",
            Self::Themes => "vocabulary/themes.toml",
            Self::Criteria => "vocabulary/criteria.toml",
        }
    }

    /// Its terms.
    #[must_use]
    pub const fn terms(self, vocabulary: &Vocabulary) -> &Terms {
        match self {
            Self::Agencies => &vocabulary.agencies,
            Self::Organisations => &vocabulary.organisations,
            Self::Places => &vocabulary.places,
            Self::Themes => &vocabulary.themes,
            Self::Criteria => &vocabulary.criteria,
        }
    }

    /// Its terms, to change them.
    #[must_use]
    pub const fn terms_mut(self, vocabulary: &mut Vocabulary) -> &mut Terms {
        match self {
            Self::Agencies => &mut vocabulary.agencies,
            Self::Organisations => &mut vocabulary.organisations,
            Self::Places => &mut vocabulary.places,
            Self::Themes => &mut vocabulary.themes,
            Self::Criteria => &mut vocabulary.criteria,
        }
    }
}

/// The codes of a list of [`explorer_core`].
macro_rules! code_of {
    ($list:ty) => {
        $crate::shape::Form::Code(|| <$list>::ALL.iter().map(|value| value.code()).collect())
    };
}
pub(crate) use code_of;

/// The word for a fact that a document does not state.
pub const NOT_STATED: &str = "not-stated";
/// The word for money or donors that a document states for several projects together.
pub const COMBINED: &str = "combined";
/// The word for money or donors that a document states for each phase and not for the project.
pub const BY_PHASE: &str = "by-phase";
