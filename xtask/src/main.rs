//! Developer tasks: `cargo xtask <task>`.
//!
//! Builds, serves, packages and tests the widget, and installs the tools for that. What the
//! widget does is decided elsewhere; nothing here ships.

use std::process::ExitCode;

use crate::failure::{Failure, Outcome};
use crate::project::Project;
use crate::task::{bench, data, dist, screenshots, serve, size, test};

mod failure;
mod measuring;
mod packaging;
mod pins;
mod project;
mod server;
mod step;
mod task;
mod tools;

const HELP: &str = "\
cargo xtask <task>

  serve [--port N]     build, serve the demonstration page on loopback, rebuild on change
  test [step …]        install what testing needs, then run every step, or only those named:
                       format clippy docs native data instructions web dist start-up e2e webkit
  test e2e -- <…>      end-to-end tests on the release in dist/, by Playwright's own arguments
  check                the quick steps: format clippy native data
  dist [--single-file] release build, packaged into dist/; as one HTML file too
  size                 the bytes of dist/ against size-budget.toml
  bench [part …]       measure engine, start-up and widget beside others, write docs/performance.md;
                       only those parts: engines start-up widget instructions
  bench --baseline     count the engine's instructions and write benches/instructions.toml
  screenshots          dist, then pictures: of the README, and of every state
  data <command …>     the command line `evaluations`: new, check, stats, …
  --help               this text

Tools of the versions in tools.toml are installed into .tools/ and node_modules/ when missing.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Outcome {
    let Some((task, rest)) = arguments.split_first() else {
        print!("{HELP}");
        return Ok(());
    };
    if matches!(task.as_str(), "--help" | "-h" | "help") {
        print!("{HELP}");
        return Ok(());
    }
    let project = Project::open()?;
    match task.as_str() {
        "serve" => serve::run(&project, rest),
        "test" => test::run(&project, rest),
        "check" => test::check(&project, rest),
        "dist" => dist::run(&project, rest),
        "bench" => bench::run(&project, rest),
        "size" => size::run(&project, rest),
        "screenshots" => screenshots::run(&project, rest),
        "data" => data::run(&project, rest),
        unknown => Err(Failure::new(format!(
            "there is no task `{unknown}`; `cargo xtask --help` lists the tasks"
        ))),
    }
}
