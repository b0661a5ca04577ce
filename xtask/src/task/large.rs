//! A set of ten thousand invented evaluations, to try the explorer by hand. It is made when the page
//! that shows it is first opened, and kept in `target/`.

use std::path::PathBuf;
use std::sync::Mutex;

use crate::failure::{Failure, Outcome};
use crate::packaging::DEVELOPMENT;
use crate::project::{Project, read_text, write};
use crate::step::{run, step};

/// What the server is asked for.
pub const ADDRESS: &str = "/hosts/large.eep";
const PAGE: &str = "hosts/large.html";
const PAGE_TEXT: &str = include_str!("large.html");
const INDEX: &str = "hosts/index.html";
const FOLDER: &str = "target/large";
const EVALUATIONS: &str = "10000";
/// Where the list of pages gets a line more.
const MARK: &str = "<!-- `cargo xtask serve` adds a page here -->";
const LINK: &str = "<li><a href=\"large.html\">ten thousand invented evaluations</a></li>";

/// Two that ask at once wait for one making.
static MAKING: Mutex<()> = Mutex::new(());

/// Puts the page beside the others and names it in their list.
pub fn write_page(project: &Project) -> Outcome {
    let folder = project.path(DEVELOPMENT);
    write(&folder.join(PAGE), PAGE_TEXT)?;
    let index = folder.join(INDEX);
    write(&index, listed(&read_text(&index)?)?)
}

fn listed(index: &str) -> Outcome<String> {
    if !index.contains(MARK) {
        return Err(Failure::new(format!("{INDEX} has no {MARK}")));
    }
    Ok(index.replace(MARK, LINK))
}

/// The packed set, made if it is not there yet.
pub fn packed(project: &Project) -> Outcome<PathBuf> {
    let _making = MAKING.lock();
    let folder = project.path(FOLDER);
    let file = folder.join("large.eep");
    if !file.is_file() {
        step("make ten thousand evaluations", || make(project))?;
    }
    Ok(file)
}

/// With the command line as released: unoptimised, packing takes many minutes.
fn make(project: &Project) -> Outcome {
    let evaluations = |arguments: &[&str]| {
        let program = ["run", "--quiet", "--locked", "--release", "--package", "explorer-compiler"];
        run(project.cargo(program).args(["--bin", "evaluations", "--"]).args(arguments))
    };
    let (set, part, file) = (
        &*format!("{FOLDER}/set"),
        &*format!("{FOLDER}/large.part"),
        format!("{FOLDER}/large.eep"),
    );
    evaluations(&["synth", "--evaluations", EVALUATIONS, "--output", set, "--force"])?;
    evaluations(&["pack", set, "--output", part, "--force"])?;
    // Whoever finds the file finds all of it.
    std::fs::rename(project.path(part), project.path(&file))
        .map_err(|error| Failure::file("rename", &project.path(part), error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_pages_has_a_place_for_the_page() {
        let project = Project::open().unwrap();
        let index = read_text(&project.path("public").join(INDEX)).unwrap();
        assert!(listed(&index).unwrap().contains("large.html"));
        assert!(listed("<ul></ul>").is_err());
    }
}
