//! `evaluations draft`: a draft record from the text of a published brief.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use explorer_compiler::source::Sources;
use explorer_compiler::{draft, limits, vocabulary_of};
use explorer_core::vocabulary::Vocabulary;

use super::output::Target;

/// What `draft` is told.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  evaluations draft brief.txt -o draft.toml\n\n\
                        A text in columns is read best as extracted with its layout, for example \
                        by pdftotext -layout.")]
pub struct Args {
    /// The text of the brief, as plain text or Markdown.
    #[arg(value_name = "FILE")]
    text: PathBuf,
    /// The folder of the set whose vocabularies suggest terms.
    #[arg(long, value_name = "DIR", default_value = "data")]
    data: PathBuf,
    #[command(flatten)]
    target: Target,
}

/// Writes the draft.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let bytes = limits::read(&args.text, limits::BRIEF)
        .with_context(|| format!("cannot read {}", args.text.display()))?;
    let text = String::from_utf8(bytes)
        .with_context(|| format!("{} is not UTF-8; save it as UTF-8", args.text.display()))?;
    let draft = draft::read(&text, &vocabulary(&args.data)?);
    let toml = draft::toml(&draft);
    args.target.write(toml.as_bytes())?;
    let questions = toml.lines().filter(|line| line.starts_with("# ? ")).count();
    eprintln!("{} statements to put into own words, {questions} questions", draft.prompts.len());
    Ok(ExitCode::SUCCESS)
}

/// The vocabularies of a set; none where there is no set.
fn vocabulary(data: &Path) -> anyhow::Result<Vocabulary> {
    if !data.is_dir() {
        eprintln!("note: there is no folder {}, so no terms are suggested", data.display());
        return Ok(Vocabulary::default());
    }
    let sources = Sources::gather(data);
    let sources = sources.with_context(|| format!("cannot read the folder {}", data.display()))?;
    Ok(vocabulary_of(&sources))
}
