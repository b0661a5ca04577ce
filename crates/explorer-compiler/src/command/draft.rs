//! `evaluations draft`: a draft record from the text of a published brief.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use explorer_compiler::draft;

use super::output::Target;

/// What `draft` is told.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  evaluations draft brief.txt -o data/evaluations/new-one.toml")]
pub struct Args {
    /// The text of the brief, as plain text or Markdown.
    #[arg(value_name = "FILE")]
    text: PathBuf,
    #[command(flatten)]
    target: Target,
}

/// Writes the draft.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let bytes =
        fs::read(&args.text).with_context(|| format!("cannot read {}", args.text.display()))?;
    let text = String::from_utf8(bytes)
        .with_context(|| format!("{} is not UTF-8; save it as UTF-8", args.text.display()))?;
    let draft = draft::read(&text);
    let toml = draft::toml(&draft);
    args.target.write(toml.as_bytes())?;
    let questions = toml.lines().filter(|line| line.starts_with("# ? ")).count();
    eprintln!("{} statements to put into own words, {questions} questions", draft.prompts.len());
    Ok(ExitCode::SUCCESS)
}
