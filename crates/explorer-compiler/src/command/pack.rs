//! `evaluations pack`: the file that a page loads.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use explorer_compiler::packed::packed;

use super::output::{refuse_overwriting, write_whole};
use super::set::{checked, say};

/// What `pack` is told.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  evaluations pack data -o evaluations.eep\n\nA page loads the \
                        file with <evaluation-explorer src=\"evaluations.eep\">.")]
pub struct Args {
    /// The folder of the set.
    #[arg(value_name = "DIR", default_value = "data")]
    data: PathBuf,
    /// The file to write.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// Write over a file that is there already.
    #[arg(long)]
    force: bool,
}

/// Checks the set and writes the file.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let begun = Instant::now();
    refuse_overwriting(&args.output, args.force)?;
    say("reading and checking the set");
    let Some(content) = checked(&args.data)? else { return Ok(ExitCode::from(1)) };
    say(&format!("packing {} evaluations", content.records.len()));
    let bytes = packed(&content)?;
    write_whole(&args.output, &bytes, args.force)?;
    let statements: usize = content.records.iter().map(|record| record.statements.len()).sum();
    println!(
        "{}: {} evaluations, {statements} statements, {} bytes, {:.1} s",
        args.output.display(),
        content.records.len(),
        bytes.len(),
        begun.elapsed().as_secs_f64(),
    );
    Ok(ExitCode::SUCCESS)
}
