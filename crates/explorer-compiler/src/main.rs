//! The command line `evaluations`: what an evaluation officer does with a set.

mod command;

use std::process::ExitCode;

use clap::Parser;

/// Evaluations as an evidence base: write, check, ask and pack.
#[derive(Parser)]
#[command(name = "evaluations", version, about, max_term_width = 100)]
struct Line {
    #[command(subcommand)]
    command: command::Command,
}

fn main() -> ExitCode {
    match Line::parse().command.run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}
