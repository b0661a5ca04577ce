//! `evaluations explain`: why a record ranks where it does.

use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::bail;
use explorer_compiler::answer::{Why, why};

use super::output::TextOrJson;
use super::set::dataset;

/// What `explain` is told.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  evaluations explain 'training judges' unodc-xcax75-2019")]
pub struct Args {
    /// The words as a reader would type them.
    words: String,
    /// The id of an evaluation or a statement.
    id: String,
    /// The folder of the set, or a file that `pack` wrote.
    #[arg(long, value_name = "DIR|FILE", default_value = "data")]
    data: PathBuf,
    /// How to print the explanation.
    #[arg(long, value_enum, default_value_t)]
    format: TextOrJson,
}

/// Prints the explanation.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let Some(dataset) = dataset(&args.data)? else { return Ok(ExitCode::from(1)) };
    let Some(why) = why(&dataset, &args.words, &args.id) else {
        bail!("the set has no evaluation or statement {:?}", args.id);
    };
    match args.format {
        TextOrJson::Text => print!("{}", text(&why)),
        TextOrJson::Json => println!("{}", serde_json::to_string_pretty(&why)?),
    }
    Ok(ExitCode::SUCCESS)
}

fn text(why: &Why) -> String {
    let mut text = match why.rank {
        Some(rank) => format!("{}: result {rank} of {}, score {:.3}\n", why.id, why.of, why.score),
        None => format!("{}: not among the {} results, score {:.3}\n", why.id, why.of, why.score),
    };
    for part in &why.parts {
        let _ = write!(text, "  {:>7.3}  {}", part.score, part.typed);
        if !part.fields.is_empty() {
            let _ = write!(text, "; in {}", part.fields.join(", "));
        }
        if part.statements > 0 {
            let _ = write!(text, "; in {} of its statements", part.statements);
        }
        text.push('\n');
    }
    if why.together > 0.0 {
        let _ = writeln!(text, "  {:>7.3}  said together in one statement", why.together);
    }
    text
}
