//! `evaluations new`: a commented record to fill in.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::bail;
use explorer_compiler::shape::record::EVALUATION;
use explorer_compiler::shape::template::template;
use explorer_compiler::source::EVALUATIONS;
use explorer_core::id::is_id;

use super::output::write_whole;

/// What `new` is told.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  evaluations new unodc-glot59-2024")]
pub struct Args {
    /// The id of the evaluation: lower-case letters, digits and hyphens.
    id: String,
    /// The folder of the set.
    #[arg(long, value_name = "DIR", default_value = "data")]
    data: PathBuf,
    /// Write over a record that is there already.
    #[arg(long)]
    force: bool,
}

/// Writes the record's template.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    if !is_id(&args.id) {
        bail!("{:?} is no id: use lower-case letters, digits and hyphens", args.id);
    }
    let folder = args.data.join(EVALUATIONS);
    if !folder.is_dir() {
        bail!("there is no folder {}; name the folder of the set with --data", folder.display());
    }
    let path = folder.join(format!("{}.toml", args.id));
    let text = format!("#:schema ../schema.json\n\n{}", template(&EVALUATION));
    write_whole(&path, text.as_bytes(), args.force)?;
    println!("{}", path.display());
    println!("Fill it in, then run: evaluations check {}", args.data.display());
    Ok(ExitCode::SUCCESS)
}
