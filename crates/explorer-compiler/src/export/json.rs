//! The whole set as one JSON document, and back. The shape is that of `explorer-exchange`.

use std::fmt;
use std::io::{self, Write};

use explorer_core::content::Content;
use explorer_exchange::{Document, Head, Mirror, NotASet};

/// Why a text is not a set of evaluations.
#[derive(Debug)]
pub enum NotADocument {
    /// It is not JSON of the shape; serde's words say where.
    Shape(serde_json::Error),
    /// It is of the shape, but no set that this program reads.
    Set(NotASet),
}

impl fmt::Display for NotADocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape(error) => write!(f, "not a set of evaluations as JSON: {error}"),
            Self::Set(error) => error.fmt(f),
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
    head.check().map_err(NotADocument::Set)?;
    let document: Document = serde_json::from_str(text).map_err(NotADocument::Shape)?;
    document.into_content().map_err(NotADocument::Set)
}
