//! `evaluations bench-ir`: the ranking on a public test collection.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use explorer_compiler::bench_ir;

/// The files of the collection.
#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  evaluations bench-ir --docs docs.jsonl --queries queries.jsonl \
                        --qrels qrels.txt"
)]
pub struct Args {
    /// Documents: JSON lines of id, title and text.
    #[arg(long, value_name = "FILE")]
    docs: PathBuf,
    /// Questions: JSON lines of id and text.
    #[arg(long, value_name = "FILE")]
    queries: PathBuf,
    /// Judgements in TREC's form: question, 0, document, grade.
    #[arg(long, value_name = "FILE")]
    qrels: PathBuf,
}

/// Prints nDCG@10, MAP and recall@100.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let read = |path: &Path| {
        std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
    };
    let (documents, questions) = (read(&args.docs)?, read(&args.queries)?);
    println!("{}", bench_ir::measure(&documents, &questions, &read(&args.qrels)?)?);
    Ok(ExitCode::SUCCESS)
}
