//! Terms are data: agencies, organisations, places, themes and criteria, with their labels.

use serde::{Deserialize, Serialize};

use crate::id::TermId;
use crate::place::PlaceKind;

/// A word for a term in one language.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Label {
    /// BCP 47 tag.
    pub lang: String,
    /// The word.
    pub text: String,
}

/// A term of a vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Term {
    /// Its lasting name.
    pub id: TermId,
    /// Its label in each language; English is always there and first.
    pub labels: Vec<Label>,
    /// A short form such as an acronym.
    pub short: Option<String>,
    /// Other names under which documents print it.
    pub aliases: Vec<String>,
    /// What it covers and what not, in English.
    pub scope_note: Option<String>,
    /// The broader terms: the regions of a country, outermost last.
    pub broader: Vec<TermId>,
    /// For places: country, territory, region or global.
    pub place_kind: Option<PlaceKind>,
}

impl Term {
    /// The label in a language, or in English where that language has none.
    #[must_use]
    pub fn label(&self, lang: &str) -> &str {
        label(&self.labels, lang)
    }
}

/// Of some labels the one in a language, or the first where that language has none.
pub(crate) fn label<'a>(labels: &'a [Label], lang: &str) -> &'a str {
    let own = labels.iter().find(|label| label.lang == lang);
    own.or_else(|| labels.first()).map_or("", |label| &label.text)
}

/// The terms of one kind, in the order of display.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Terms(pub Vec<Term>);

impl Terms {
    /// The term of an id.
    #[must_use]
    pub fn get(&self, id: &TermId) -> Option<&Term> {
        self.0.iter().find(|term| &term.id == id)
    }
}

/// All vocabularies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vocabulary {
    /// Publishing agencies.
    pub agencies: Terms,
    /// Governments and organisations that give money or take part.
    pub organisations: Terms,
    /// Countries, territories, regions and the world; regions are M49's.
    pub places: Terms,
    /// Themes, each with a scope note.
    pub themes: Terms,
    /// Criteria: the OECD-DAC six and those that the sources add.
    pub criteria: Terms,
}

impl Vocabulary {
    /// A vocabulary without terms.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            agencies: Terms(Vec::new()),
            organisations: Terms(Vec::new()),
            places: Terms(Vec::new()),
            themes: Terms(Vec::new()),
            criteria: Terms(Vec::new()),
        }
    }
}
