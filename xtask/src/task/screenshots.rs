//! `cargo xtask screenshots`: the pictures that the README shows, taken from the release.

use crate::failure::{Outcome, no_arguments};
use crate::project::Project;
use crate::step::step;
use crate::task::dist;
use crate::task::test::playwright;
use crate::tools;

/// Takes the pictures into `docs/pictures/`.
pub fn run(project: &Project, arguments: &[String]) -> Outcome {
    no_arguments("screenshots", arguments)?;
    tools::for_testing(project)?;
    dist::release(project)?;
    step("take the pictures", || playwright(project, &["--project=pictures"]))
}
