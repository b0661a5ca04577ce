//! `cargo xtask screenshots`: pictures of the release, for the README and for whoever changes the
//! look.

use crate::failure::{Outcome, no_arguments};
use crate::project::Project;
use crate::step::step;
use crate::task::dist;
use crate::task::test::playwright;
use crate::tools;

/// Takes those of the README into `docs/pictures/`, and those of every state, in several widths
/// and looks, into `target/pictures/`.
pub fn run(project: &Project, arguments: &[String]) -> Outcome {
    no_arguments("screenshots", arguments)?;
    tools::for_testing(project)?;
    dist::release(project)?;
    step("take the pictures", || playwright(project, &["--project=pictures"]))
}
