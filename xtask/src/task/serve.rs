//! `cargo xtask serve`: the demonstration page while working on it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::failure::{Failure, Outcome};
use crate::packaging::{Audience, DEVELOPMENT, compile, package};
use crate::project::{Project, files_below};
use crate::server::{OnDemand, Server};
use crate::step::step;
use crate::task::large;
use crate::tools;

const PORT: u16 = 8080;
const GLANCE: Duration = Duration::from_millis(500);
/// What a rebuild depends on, as in `[watch]` of `Trunk.toml`.
const WATCHED: [&str; 8] =
    ["src", "crates", "data", "style", "public", "index.html", "Cargo.toml", "Cargo.lock"];

/// Builds, serves, and builds again when a file changes, until interrupted.
pub fn run(project: &Project, arguments: &[String]) -> Outcome {
    let port = port(arguments)?;
    tools::for_building(project)?;
    let mut seen = look(project);
    build(project)?;
    let made = OnDemand { address: large::ADDRESS, make: made_now };
    let server = Server::start_with(project.path(DEVELOPMENT), port, Some(made))?;
    println!("the demonstration page: {}/", server.address);
    println!("pages of other kinds:   {}/hosts/", server.address);
    loop {
        thread::sleep(GLANCE);
        let now = look(project);
        if now == seen {
            continue;
        }
        seen = now;
        match build(project) {
            Ok(()) => println!("built again; reload the page"),
            Err(failure) => eprintln!("error: {failure}; still serving what was built before"),
        }
    }
}

fn build(project: &Project) -> Outcome {
    step("compile the widget", || compile(project, Audience::Developers))?;
    step("put the page together", || package(project, Audience::Developers))?;
    large::write_page(project)
}

/// What is too large to be made before somebody asks for it.
fn made_now() -> Option<PathBuf> {
    let made = Project::open().and_then(|project| large::packed(&project));
    made.inspect_err(|failure| eprintln!("error: {failure}")).ok()
}

fn port(arguments: &[String]) -> Outcome<u16> {
    let wanted =
        || Failure::new("`cargo xtask serve` takes only `--port` and a number below 65536");
    match arguments {
        [] => Ok(PORT),
        [name, number] if name == "--port" => number.parse().map_err(|_| wanted()),
        _ => Err(wanted()),
    }
}

/// When every watched file was last written; a difference means that something changed.
fn look(project: &Project) -> BTreeMap<PathBuf, Option<SystemTime>> {
    WATCHED
        .iter()
        .map(|name| project.path(name))
        .flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] })
        .filter(|path| !is_editors_own(path))
        .map(|path| {
            let written = path.metadata().and_then(|metadata| metadata.modified()).ok();
            (path, written)
        })
        .collect()
}

/// Swap and backup files come and go while an editor is open.
fn is_editors_own(path: &Path) -> bool {
    path.file_name().is_some_and(|name| {
        let name = name.to_string_lossy();
        name.starts_with('.') || name.ends_with('~')
    })
}
