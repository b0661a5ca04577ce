//! The commands, one file each. A command is a value of [`clap::Args`] and a function `run`.

mod bench_ir;
mod check;
mod draft;
mod explain;
mod export;
mod import;
mod new;
mod output;
mod pack;
mod query;
mod schema;
mod set;
mod stats;
mod synth;

use std::process::ExitCode;

/// What the command line can do.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Write a commented record to fill in
    New(new::Args),
    /// Report all problems of a set
    Check(check::Args),
    /// Make a draft record from the text of a brief
    Draft(draft::Args),
    /// Put a set into a form that others read
    Export(export::Args),
    /// Take an edited export back
    Import(import::Args),
    /// Make a synthetic set of any size, for measuring
    Synth(synth::Args),
    /// Count what a set states and what it does not
    Stats(stats::Args),
    /// Write the JSON Schema of a record, for editors
    Schema(schema::Args),
    /// Write the file that a page loads
    Pack(pack::Args),
    /// Answer a link as the widget would
    Query(query::Args),
    /// Say why a record ranks where it does
    Explain(explain::Args),
    /// Measure the ranking on a public test collection
    BenchIr(bench_ir::Args),
}

impl Command {
    /// Does it. Exit status 0 is success, 1 that the data have errors; an `Err` becomes 2.
    pub fn run(&self) -> anyhow::Result<ExitCode> {
        match self {
            Self::New(args) => new::run(args),
            Self::Check(args) => check::run(args),
            Self::Draft(args) => draft::run(args),
            Self::Export(args) => export::run(args),
            Self::Import(args) => import::run(args),
            Self::Synth(args) => synth::run(args),
            Self::Stats(args) => stats::run(args),
            Self::Schema(args) => schema::run(args),
            Self::Pack(args) => pack::run(args),
            Self::Query(args) => query::run(args),
            Self::Explain(args) => explain::run(args),
            Self::BenchIr(args) => bench_ir::run(args),
        }
    }
}
