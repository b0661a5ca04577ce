//! `evaluations check`: all problems of a set.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use explorer_compiler::source::PUBLISHED_IDS;

use super::output::{TextOrJson, print, print_json, write_whole};
use super::set::opened_since;

/// What `check` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  evaluations check data\n  \
                        git show HEAD:data/published-ids.txt > before.txt && \
                        evaluations check data --since before.txt\n\n\
                        Exit status: 0 without errors, 1 with errors, 2 when the folder cannot be \
                        read.")]
pub struct Args {
    /// The folder of the set.
    #[arg(value_name = "DIR", default_value = "data")]
    data: PathBuf,
    /// How to print the problems.
    #[arg(long, value_enum, default_value_t)]
    format: TextOrJson,
    /// Add new ids to published-ids.txt, if there are no errors.
    #[arg(long)]
    fix: bool,
    /// An earlier published-ids.txt, for example of the last release: no line of it may be gone.
    #[arg(long, value_name = "FILE")]
    since: Option<PathBuf>,
}

/// Prints all problems.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let earlier = args.since.as_deref().map(read_text).transpose()?;
    let check = || opened_since(&args.data, earlier.as_deref());
    let mut compiled = check()?;
    if args.fix && compiled.content.is_some() && !compiled.unpublished.is_empty() {
        publish(&args.data, &compiled.unpublished)?;
        compiled = check()?;
    }
    match args.format {
        TextOrJson::Text => print(compiled.report.to_string())?,
        TextOrJson::Json => print_json(&compiled.report)?,
    }
    Ok(if compiled.content.is_some() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn read_text(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Ids are only ever added, at the end: the order of the list is the order of publishing.
fn publish(dir: &Path, ids: &[String]) -> anyhow::Result<()> {
    let path = dir.join(PUBLISHED_IDS);
    let mut text = if path.exists() { read_text(&path)? } else { String::new() };
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    for id in ids {
        writeln!(text, "{id}")?;
    }
    write_whole(&path, text.as_bytes(), true)
}
