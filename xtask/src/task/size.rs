//! `cargo xtask size`: the bytes of the release against the budget.

use crate::failure::{Failure, Outcome, no_arguments};
use crate::packaging::manifest::{Bytes, Manifest, NAME};
use crate::packaging::{RELEASE, budget};
use crate::project::Project;

/// Prints the sizes of `dist/`.
pub fn run(project: &Project, arguments: &[String]) -> Outcome {
    no_arguments("size", arguments)?;
    let folder = project.path(RELEASE);
    if !folder.join(NAME).is_file() {
        return Err(Failure::new("there is no dist/ yet; make it with `cargo xtask dist`"));
    }
    print(project, &Manifest::read(&folder)?)
}

/// Prints each file, the sums of the first view and the first answer, and how much of the budget is used.
pub fn print(project: &Project, manifest: &Manifest) -> Outcome {
    println!("{:>10} {:>10} {:>10}  file", "raw", "gzip", "brotli");
    for file in &manifest.files {
        print_row(&file.bytes, &file.name);
    }
    print_row(&manifest.first_view.bytes, "first view, all together");
    print_row(&manifest.first_answer.bytes, "first answer, all together");
    println!();
    for line in budget::lines(project, manifest)? {
        let share = 100 * line.used / line.allowed.max(1);
        println!("{:>10} of {:>7} bytes ({share} %)  {}", line.used, line.allowed, line.what);
    }
    Ok(())
}

fn print_row(bytes: &Bytes, name: &str) {
    println!("{:>10} {:>10} {:>10}  {name}", bytes.raw, bytes.gzip, bytes.brotli);
}
