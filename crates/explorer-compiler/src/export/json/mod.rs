//! The whole set as one JSON document, and back.
//!
//! The document has the shape of [`Document`]; `docs/data.md` describes the fields. Every key is
//! always written: what a source does not state is `null` or an empty list, never left out.
//! Reading takes the same shape, tolerates missing lists, and refuses unknown keys.

mod mirror;
mod shape;

use std::fmt;
use std::io::{self, Write};

use explorer_core::content::Content;
use explorer_core::id::is_id;

pub use mirror::Mirror;
pub use shape::{
    Amount, AsPrinted, Budget, CriterionOf, Document, Donor, Evaluation, Figure, Institution, Kind,
    Label, Mentioned, Method, Party, Phase, Place, Project, Provenance, Reach, Redirect, Report,
    Sample, SampleGroup, Side, Source, Span, Statement, Synonyms, Tension, Term, Vocabulary,
};

/// The first key of every document, by which a reader knows what it holds.
pub const FORMAT: &str = "evaluation-explorer";

/// The version of the shape; a change that readers of the shape would not survive raises it.
pub const VERSION: u32 = 1;

/// Why a text is not a set of evaluations.
#[derive(Debug)]
pub enum NotADocument {
    /// It is not JSON of the shape; serde's words say where.
    Shape(serde_json::Error),
    /// It is a document of something else.
    Format(String),
    /// It is of a version that this program does not read.
    Version(u32),
    /// An id has letters that cannot travel in links.
    Id(String),
}

impl fmt::Display for NotADocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape(error) => write!(f, "not a set of evaluations as JSON: {error}"),
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

impl std::error::Error for NotADocument {}

/// Writes the set as one document, indented by two spaces.
///
/// # Errors
/// When the writer fails.
pub fn write(content: &Content, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &Document::of(content))?;
    writeln!(out)
}

/// Reads a document that [`write()`] made.
///
/// # Errors
/// When it is not JSON of the shape, of another version, or has ids that links cannot carry.
/// The ties between records (terms, statements of tensions) are for `check`, not for this.
pub fn read(text: &str) -> Result<Content, NotADocument> {
    let head: Head = serde_json::from_str(text).map_err(NotADocument::Shape)?;
    if head.format != FORMAT {
        return Err(NotADocument::Format(head.format));
    }
    if head.version != VERSION {
        return Err(NotADocument::Version(head.version));
    }
    let document: Document = serde_json::from_str(text).map_err(NotADocument::Shape)?;
    let content = document.into_core();
    match first_bad_id(&content) {
        Some(id) => Err(NotADocument::Id(id.to_owned())),
        None => Ok(content),
    }
}

/// What is read first, so that a document of another version gets a clear answer.
#[derive(serde::Deserialize)]
struct Head {
    format: String,
    version: u32,
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
