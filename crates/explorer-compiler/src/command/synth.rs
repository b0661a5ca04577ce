//! `evaluations synth`: a synthetic set of any size, for measuring.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use explorer_compiler::source::EVALUATIONS;
use explorer_compiler::synth::{Options, files, frame, records};
use explorer_exchange::{Evaluation, Mirror};

use super::output::refuse_overwriting;

/// How many records are written between two words of progress.
const STEP: usize = 1000;

/// What `synth` is told.
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  evaluations synth --evaluations 10000 --statements 30 -o many\n  \
                        evaluations synth --evaluations 100 --statements 30 -o many.jsonl\n\n\
                        A name that ends in .jsonl gets one record on a line; any other is a \
                        folder of authoring files."
)]
pub struct Args {
    /// How many evaluations.
    #[arg(long, value_name = "N")]
    evaluations: usize,
    /// How many statements each.
    #[arg(long, value_name = "M", default_value_t = 30)]
    statements: usize,
    /// Which set of that size: the same seed gives the same set.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The folder or the file to write.
    #[arg(short, long, value_name = "DIR|FILE")]
    output: PathBuf,
    /// Write over what is there already.
    #[arg(long)]
    force: bool,
}

/// Writes the set, one record at a time.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let options =
        Options { evaluations: args.evaluations, statements: args.statements, seed: args.seed };
    refuse_overwriting(&args.output, args.force)?;
    if args.output.extension().is_some_and(|extension| extension == "jsonl") {
        lines(&args.output, options)
    } else {
        folder(&args.output, options)
    }
    .with_context(|| format!("cannot write {}", args.output.display()))?;
    Ok(ExitCode::SUCCESS)
}

fn progress(done: usize, of: usize) {
    if done.is_multiple_of(STEP) || done == of {
        eprintln!("{done} of {of} evaluations");
    }
}

fn lines(path: &Path, options: Options) -> anyhow::Result<()> {
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let mut out = BufWriter::new(fs::File::create(&part)?);
    for (record, done) in records(options).zip(1..) {
        serde_json::to_writer(&mut out, &Evaluation::of(&record))?;
        writeln!(out)?;
        progress(done, options.evaluations);
    }
    out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
    Ok(fs::rename(&part, path)?)
}

fn folder(path: &Path, options: Options) -> anyhow::Result<()> {
    if path.is_file() {
        bail!("it is a file; name a folder, or a file that ends in .jsonl");
    }
    let evaluations = path.join(EVALUATIONS);
    fs::create_dir_all(&evaluations)?;
    fs::create_dir_all(path.join("vocabulary"))?;
    for (name, text) in files::beside(&frame()) {
        fs::write(path.join(name), text)?;
    }
    for (record, done) in records(options).zip(1..) {
        let name = format!("{}.toml", record.evaluation.id);
        fs::write(evaluations.join(name), files::record(&record))?;
        progress(done, options.evaluations);
    }
    Ok(())
}
