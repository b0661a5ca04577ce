//! `cargo xtask dist`: the release, packaged into `dist/`.

use std::path::PathBuf;

use crate::failure::{Outcome, no_arguments};
use crate::packaging::manifest::Manifest;
use crate::packaging::{Audience, compile, package};
use crate::project::Project;
use crate::step::step;
use crate::task::size;
use crate::tools;

/// Builds the release and says how large it is.
pub fn run(project: &Project, arguments: &[String]) -> Outcome {
    no_arguments("dist", arguments)?;
    let folder = release(project)?;
    size::print(project, &Manifest::read(&folder)?)
}

/// Builds the release and returns its folder.
pub fn release(project: &Project) -> Outcome<PathBuf> {
    tools::for_building(project)?;
    step("compile the widget for release", || compile(project, Audience::Readers))?;
    step("package the release into dist/", || package(project, Audience::Readers))
}
