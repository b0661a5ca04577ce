//! `cargo xtask dist`: the release, packaged into `dist/`, and with `--single-file` also as one file.

use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::packaging::manifest::Manifest;
use crate::packaging::{Audience, compile, package, single};
use crate::project::Project;
use crate::step::step;
use crate::task::size;
use crate::tools;

/// Builds the release and says how large it is.
pub fn run(project: &Project, arguments: &[String]) -> Outcome {
    let with_single_file = match arguments {
        [] => false,
        [flag] if flag == "--single-file" => true,
        _ => return Err(Failure::new("`cargo xtask dist` takes only `--single-file`")),
    };
    let folder = release(project)?;
    if with_single_file {
        let file = folder.join(single::NAME);
        step("put everything into one file", || single::write_file(project, &folder, &file))?;
    }
    size::print(project, &Manifest::read(&folder)?)
}

/// Builds the release and returns its folder.
pub fn release(project: &Project) -> Outcome<PathBuf> {
    tools::for_building(project)?;
    step("compile the widget for release", || compile(project, Audience::Readers))?;
    step("package the release into dist/", || package(project, Audience::Readers))
}
