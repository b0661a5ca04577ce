//! A set of evaluations in the forms that others read: for scripts, spreadsheets, reference
//! managers, search engines and readers without script.
//!
//! Each form escapes what it must; none of them invents what a document does not state.

pub mod datapackage;
mod html;
pub mod json;
mod jsonl;
mod jsonld;
mod select;
pub mod sheet;
pub mod sheets;

use std::io::{self, Write};

use explorer_core::content::Content;
use explorer_core::query::Unit;
use explorer_lang::export as shared;

pub use explorer_lang::export::cell;
use explorer_lang::export::facts;
pub use html::Html;
pub use select::only;

/// A form that a set can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One document, which can be read back.
    Json,
    /// One statement or evaluation on a line.
    Jsonl,
    /// One flat table.
    Csv,
    /// The rows of the flat table.
    JsonRows,
    /// Tables with keys and a descriptor: several files.
    Datapackage,
    /// References for citation processors.
    CslJson,
    /// References for LaTeX.
    Bibtex,
    /// References for reference managers.
    Ris,
    /// schema.org data for search engines.
    JsonLd,
    /// A static list.
    Html,
}

impl Format {
    /// Every form, in the order of display.
    pub const ALL: [Self; 10] = [
        Self::Json,
        Self::Jsonl,
        Self::Csv,
        Self::JsonRows,
        Self::Datapackage,
        Self::CslJson,
        Self::Bibtex,
        Self::Ris,
        Self::JsonLd,
        Self::Html,
    ];

    /// Its name on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::JsonRows => "json-rows",
            Self::Datapackage => "datapackage",
            Self::CslJson => "csl-json",
            Self::Bibtex => "bibtex",
            Self::Ris => "ris",
            Self::JsonLd => "jsonld",
            Self::Html => "html",
        }
    }
}

/// What a row or line is about, in the forms that have rows or lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Of {
    /// A statement, with its evaluation.
    #[default]
    Statements,
    /// An evaluation.
    Evaluations,
}

impl Of {
    const fn unit(self) -> Unit {
        match self {
            Self::Statements => Unit::Statements,
            Self::Evaluations => Unit::Evaluations,
        }
    }
}

/// A file of an export that has several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name inside the folder.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Choices that some forms take.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// For `jsonl`, `csv` and `json-rows`.
    pub of: Of,
    /// For `html`.
    pub html: Html,
}

/// An export: one text or a folder of files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Export {
    /// The bytes of one file.
    One(Vec<u8>),
    /// The files of a folder.
    Folder(Vec<File>),
}

/// Puts a set into a form.
///
/// # Errors
/// When a value cannot be written, which no value that `check` accepts brings about.
pub fn export(content: &Content, format: Format, options: &Options) -> io::Result<Export> {
    let mut out = Vec::new();
    let (records, vocabulary) = (&content.records, &content.vocabulary);
    match format {
        Format::Datapackage => return datapackage::files(content).map(Export::Folder),
        Format::Json => json::write(content, &mut out)?,
        Format::Jsonl => jsonl::write(content, options.of, &mut out)?,
        Format::Csv => out = shared::csv(records, vocabulary, options.of.unit()).into(),
        Format::JsonRows => out = shared::json_rows(records, vocabulary, options.of.unit()).into(),
        Format::CslJson => {
            out = shared::csl_json(records, vocabulary, &content.title, content.data_date).into();
        }
        Format::Bibtex => out = shared::bibtex(records, vocabulary).into(),
        Format::Ris => out = shared::ris(records, vocabulary).into(),
        Format::JsonLd => {
            serde_json::to_writer_pretty(&mut out, &jsonld::dataset(content))?;
            writeln!(out)?;
        }
        Format::Html => html::write(content, &options.html, &mut out)?,
    }
    Ok(Export::One(out))
}
