//! Joins and minifies scripts and style sheets.

use std::io::Write;
use std::process::Stdio;

use crate::failure::{Failure, Outcome};
use crate::packaging::Audience;
use crate::project::Project;

/// Runs esbuild on `source`, or on the file that the arguments name, and returns what it makes.
/// Only what goes to readers is minified.
pub fn esbuild(
    project: &Project,
    audience: Audience,
    arguments: &[&str],
    source: &str,
) -> Outcome<String> {
    let broken = |error: &dyn std::fmt::Display| {
        Failure::new(format!("esbuild {}: {error}", arguments.join(" ")))
    };
    let mut command = project.command("esbuild");
    command.args(["--log-level=warning", "--charset=utf8", "--format=esm", "--target=es2022"]);
    if audience == Audience::Readers {
        command.arg("--minify");
    }
    let mut child = command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| broken(&error))?;
    // esbuild reads all of its input before it writes, so that neither side waits for the other.
    if let Some(mut input) = child.stdin.take() {
        input.write_all(source.as_bytes()).map_err(|error| broken(&error))?;
    }
    let output = child.wait_with_output().map_err(|error| broken(&error))?;
    if !output.status.success() {
        return Err(broken(&"its messages stand above"));
    }
    String::from_utf8(output.stdout).map_err(|error| broken(&error))
}
