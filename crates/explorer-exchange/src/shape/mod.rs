//! The shape of the JSON document, apart from the types that the program computes with, so that
//! those may change without breaking anybody's scripts.
//!
//! Codes, dates and ids are texts: `"final"`, `"2017-10"`, `"unodc-glot59-2024"`. Field names are
//! those of the authoring files and of the sheets.

mod beside;
mod evaluation;
mod money;
mod statement;

use explorer_core::content;
use explorer_core::when::Date;
use serde::{Deserialize, Serialize};

use crate::mirror::Mirror;
use crate::{FORMAT, VERSION};

pub use beside::{Label, Redirect, Side, Synonyms, Tension, Term, Vocabulary};
pub use evaluation::{
    AsPrinted, Donor, Evaluation, Institution, Kind, Mentioned, Method, Party, Phase, Place,
    Project, Provenance, Reach, Report, Sample, SampleGroup, Source, Span,
};
pub use money::{Amount, Budget};
pub use statement::{CriterionOf, Figure, Statement};

/// The document: what it is, and the set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Always [`FORMAT`].
    pub format: String,
    /// Always [`VERSION`].
    pub version: u32,
    /// The name of the set.
    pub title: String,
    /// The day on which the data were last changed.
    pub data_date: Date,
    /// The evaluations, in the order of their ids.
    pub evaluations: Vec<Evaluation>,
    /// Where they disagree.
    #[serde(default)]
    pub tensions: Vec<Tension>,
    /// The terms.
    pub vocabulary: Vocabulary,
    /// Words that mean the same.
    #[serde(default)]
    pub synonyms: Vec<Synonyms>,
    /// Names of before.
    #[serde(default)]
    pub redirects: Vec<Redirect>,
}

impl Mirror<content::Content> for Document {
    fn of(core: &content::Content) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            title: core.title.clone(),
            data_date: core.data_date,
            evaluations: Mirror::of(&core.records),
            tensions: Mirror::of(&core.tensions),
            vocabulary: Mirror::of(&core.vocabulary),
            synonyms: Mirror::of(&core.synonyms),
            redirects: Mirror::of(&core.redirects),
        }
    }

    fn into_core(self) -> content::Content {
        content::Content {
            title: self.title,
            data_date: self.data_date,
            records: self.evaluations.into_core(),
            tensions: self.tensions.into_core(),
            vocabulary: self.vocabulary.into_core(),
            synonyms: self.synonyms.into_core(),
            redirects: self.redirects.into_core(),
        }
    }
}
