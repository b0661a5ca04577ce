//! Why a document of the right shape is still not a set of evaluations.

use std::fmt;

use explorer_core::content::Content;
use explorer_core::id::is_id;
use serde::Deserialize;

use crate::{Document, FORMAT, Mirror, VERSION};

/// Why a document is not a set of evaluations that this program reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotASet {
    /// It is a document of something else.
    Format(String),
    /// It is of a version that this program does not read.
    Version(u32),
    /// An id has letters that cannot travel in links.
    Id(String),
}

impl fmt::Display for NotASet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format(found) => {
                write!(f, "expected \"format\": \"{FORMAT}\", found \"{found}\"")
            }
            Self::Version(found) => write!(
                f,
                "expected \"version\": {VERSION}, found {found}: \
                 export the set again with this program, or use a newer one"
            ),
            Self::Id(found) => write!(
                f,
                "expected an id of lower-case letters, digits and hyphens, found \"{found}\""
            ),
        }
    }
}

impl std::error::Error for NotASet {}

/// What is read first, so that a document of another version gets a clear answer.
#[derive(Deserialize)]
pub struct Head {
    format: String,
    version: u32,
}

impl Head {
    /// Whether the rest can be read.
    ///
    /// # Errors
    /// When it is a document of something else or of another version.
    pub fn check(self) -> Result<(), NotASet> {
        if self.format != FORMAT {
            return Err(NotASet::Format(self.format));
        }
        if self.version != VERSION {
            return Err(NotASet::Version(self.version));
        }
        Ok(())
    }
}

impl Document {
    /// The set that the document holds.
    ///
    /// # Errors
    /// When it has ids that links cannot carry. The ties between records are not examined;
    /// [`crate::loose_ends`] does that.
    pub fn into_content(self) -> Result<Content, NotASet> {
        let content = self.into_core();
        match first_bad_id(&content) {
            Some(id) => Err(NotASet::Id(id.to_owned())),
            None => Ok(content),
        }
    }
}

fn first_bad_id(content: &Content) -> Option<&str> {
    let vocabulary = &content.vocabulary;
    let terms = [
        &vocabulary.agencies,
        &vocabulary.organisations,
        &vocabulary.places,
        &vocabulary.themes,
        &vocabulary.criteria,
    ];
    let records = content.records.iter().flat_map(|record| {
        std::iter::once(record.evaluation.id.as_str())
            .chain(record.statements.iter().map(|statement| statement.id.as_str()))
    });
    terms
        .into_iter()
        .flat_map(|terms| terms.0.iter().map(|term| term.id.as_str()))
        .chain(content.tensions.iter().map(|tension| tension.id.as_str()))
        .chain(records)
        .find(|id| !is_id(id))
}
