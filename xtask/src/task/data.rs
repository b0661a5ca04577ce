//! `cargo xtask data …`: the command line `evaluations`, without having to install it.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::Outcome;
use crate::project::Project;
use crate::step;

/// Hands all arguments on.
pub fn run(project: &Project, arguments: &[String]) -> Outcome {
    step::run(evaluations(project).args(arguments))
}

/// The command line `evaluations`, compiled when needed.
pub fn evaluations(project: &Project) -> Command {
    let run = ["run", "--quiet", "--locked", "--package", "explorer-compiler"];
    let mut command = project.cargo(run);
    command.args(["--bin", "evaluations", "--"]);
    command
}

/// The program `evaluations`, compiled now, for those who call it often.
pub fn built(project: &Project) -> Outcome<PathBuf> {
    let build = ["build", "--quiet", "--locked", "--package", "explorer-compiler"];
    step::run(project.cargo(build).args(["--bin", "evaluations"]))?;
    Ok(project.path("target/debug/evaluations"))
}
