//! `evaluations schema`: what editors need to complete and check a record.

use std::process::ExitCode;

use explorer_compiler::shape::record::EVALUATION;
use explorer_compiler::shape::schema::schema;

use super::output::Target;

/// What `schema` is told.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  evaluations schema -o data/schema.json --force\n\n\
    To let an editor use it, associate it with the records in .taplo.toml:\n\n  \
    [[rule]]\n  include = [\"data/evaluations/*.toml\"]\n  [rule.schema]\n  \
    path = \"data/schema.json\"\n\n\
    VS Code does so with the extension Even Better TOML.")]
pub struct Args {
    #[command(flatten)]
    target: Target,
}

/// Writes the schema.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let mut text = serde_json::to_string_pretty(&schema(&EVALUATION))?;
    text.push('\n');
    args.target.write(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
