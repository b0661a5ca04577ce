//! `evaluations query`: what the widget would show for a link.

use std::path::PathBuf;
use std::process::ExitCode;

use explorer_compiler::answer::{Wish, answer};

use super::output::print_json;
use super::set::dataset;

/// What `query` is told.
#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  evaluations query '?ee-country=pe&ee-unit=statements&ee-v=1'\n  \
                        evaluations query 'q=training&kind=lesson' --data evaluations.eep"
)]
pub struct Args {
    /// The query string of a shared link, or the whole link; the prefix `ee-` may be left out.
    #[arg(value_name = "LINK-QUERY")]
    link: String,
    /// The folder of the set, or a file that `pack` wrote.
    #[arg(long, value_name = "DIR|FILE", default_value = "data")]
    data: PathBuf,
    /// List at most so many evaluations and so many statements.
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// Take every word as typed: none is looked for with slips.
    #[arg(long)]
    no_typos: bool,
}

/// Prints the answer as JSON.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let Some(dataset) = dataset(&args.data)? else { return Ok(ExitCode::from(1)) };
    let wish = Wish { limit: args.limit.unwrap_or(usize::MAX), typos: !args.no_typos };
    print_json(&answer(&dataset, &args.link, wish))?;
    Ok(ExitCode::SUCCESS)
}
