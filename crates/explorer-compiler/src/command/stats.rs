//! `evaluations stats`: what a set states and what it does not.

use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use explorer_compiler::compile_sources;
use explorer_compiler::source::Sources;
use explorer_compiler::stats::{Coverage, Stats, stats};

use super::output::TextOrJson;

/// What `stats` is told.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  evaluations stats data --format json")]
pub struct Args {
    /// The folder of the set.
    #[arg(value_name = "DIR", default_value = "data")]
    data: PathBuf,
    /// How to print the numbers.
    #[arg(long, value_enum, default_value_t)]
    format: TextOrJson,
}

/// Prints the numbers of a set without errors.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let sources = Sources::gather(&args.data)
        .with_context(|| format!("cannot read the folder {}", args.data.display()))?;
    let compiled = compile_sources(&sources);
    let Some(content) = compiled.content else {
        eprint!("{}", compiled.report);
        return Ok(ExitCode::from(1));
    };
    let stats = stats(&sources, &content);
    match args.format {
        TextOrJson::Text => print!("{}", text(&stats)),
        TextOrJson::Json => println!("{}", serde_json::to_string_pretty(&stats)?),
    }
    Ok(ExitCode::SUCCESS)
}

fn text(stats: &Stats) -> String {
    let mut text = String::new();
    let mut row = |label: &str, number: usize| {
        let _ = writeln!(text, "{number:>7}  {label}");
    };
    row("evaluations", stats.evaluations);
    row("projects", stats.projects);
    row("statements", stats.statements);
    for kind in &stats.kinds {
        row(&format!("  {}", kind.of), kind.number);
    }
    row("tensions between evaluations", stats.tensions);
    row("contradictions inside evaluations", stats.contradictions);
    for terms in &stats.terms {
        row(&format!("{} in use", terms.of), terms.number);
    }
    text.push_str("\nStated, of the tables in which the key could stand:\n\n");
    for field in stats.fields.iter().filter(|field| field.possible > 0) {
        coverage(&mut text, field);
    }
    text
}

const MOST_SHOWN: usize = 5;

fn coverage(text: &mut String, field: &Coverage) {
    let _ = write!(text, "{:>7} of {:<6} {}", field.stated, field.possible, field.field);
    if field.elsewhere > 0 {
        let _ = write!(text, " ({} stated elsewhere)", field.elsewhere);
    }
    let missing = &field.not_stated_in;
    if !missing.is_empty() && !field.field.starts_with("statements.") {
        let shown: Vec<&str> = missing.iter().take(MOST_SHOWN).map(String::as_str).collect();
        let _ = write!(text, "; not in {}", shown.join(", "));
        if missing.len() > MOST_SHOWN {
            let _ = write!(text, " and {} more", missing.len() - MOST_SHOWN);
        }
    }
    text.push('\n');
}
