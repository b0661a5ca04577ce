//! Exports of a set, and the way back.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests may fail as tests do"
)]

mod compared;
mod drafts;
mod forms;
mod import;
mod package;
mod small;
mod synthetic;
mod table;
mod taken;

use explorer_compiler::export::{Export, Format, Options, export};
use explorer_core::content::Content;

/// The text of an export that is one file.
fn text_of(content: &Content, format: Format, options: &Options) -> String {
    match export(content, format, options).unwrap() {
        Export::One(bytes) => String::from_utf8(bytes).unwrap(),
        Export::Folder(_) => panic!("{} is one file", format.code()),
    }
}

/// The text of an export with the default options.
fn plain_text_of(content: &Content, format: Format) -> String {
    text_of(content, format, &Options::default())
}
