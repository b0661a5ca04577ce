//! The folder that is measured, and the scripts that measure it.
//!
//! The release as it is, pages of `benches/browser/pages` under `measure/`, and what a measurement
//! adds. The scripts of `benches/browser/measure` drive Chromium and print JSON.

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use crate::failure::{Failure, Outcome};
use crate::packaging::RELEASE;
use crate::packaging::manifest::NAME;
use crate::project::{Project, files_below, read_bytes, read_text, remove_folder, write};
use crate::server::Server;
use crate::step::{output, run};
use crate::tools;

const SITE: &str = "target/bench/site";
const PAGES: &str = "benches/browser/pages";
const SCRIPTS: &str = "benches/browser/measure";
/// Where a page gets the manifest, as it cannot wait for it before it begins to fetch, and where it
/// gets what our own pages have in their head.
const MANIFEST: &str = "MANIFEST";
const ANNOUNCED: &str = "ANNOUNCED";

/// Puts the release and the pages together and returns the folder.
pub fn put_together(project: &Project) -> Outcome<PathBuf> {
    let (release, site) = (project.path(RELEASE), project.path(SITE));
    remove_folder(&site)?;
    copy(&release, &site)?;
    let manifest = read_text(&release.join(NAME))?;
    let announced = announced(&read_text(&release.join("index.html"))?);
    for page in files_below(&project.path(PAGES)) {
        let text = read_text(&page)?.replace(MANIFEST, manifest.trim());
        let text = text.replace(ANNOUNCED, &announced);
        write(&site.join("measure").join(page.file_name().unwrap_or_default()), text)?;
    }
    Ok(site)
}

/// The lines of a page that name files before they are asked for, from the top of the site.
fn announced(page: &str) -> String {
    let lines = page.lines().map(str::trim).filter(|line| line.contains("preload\""));
    lines.map(|line| line.replace("href=\"", "href=\"/") + "\n").collect()
}

fn copy(from: &Path, to: &Path) -> Outcome {
    for file in files_below(from) {
        if let Ok(relative) = file.strip_prefix(from) {
            write(&to.join(relative), read_bytes(&file)?)?;
        }
    }
    Ok(())
}

/// The synthetic sets that are measured, in the release's own speed: packing thousands of
/// evaluations takes minutes otherwise.
pub fn set(project: &Project, arguments: &[&str], file: &Path) -> Outcome {
    // The program expects the folder to be there.
    write(file, [])?;
    let sets = ["run", "--quiet", "--locked", "--release", "--package", "explorer-sets", "--"];
    run(project.cargo(sets).args(arguments).arg(file))
}

/// Runs a script of `benches/browser/measure` against a folder and reads what it prints.
pub fn measured<T: DeserializeOwned>(
    project: &Project,
    site: &Path,
    script: &str,
    repetitions: u32,
) -> Outcome<T> {
    let server = Server::start(site.to_path_buf(), 0)?;
    let path = project.path(SCRIPTS).join(script);
    let printed = output(
        project
            .command("node")
            .arg(&path)
            .env("EE_ADDRESS", &server.address)
            .env("EE_CHROMIUM", tools::system(project, "chromium")?)
            .env("EE_REPETITIONS", repetitions.to_string()),
    )?;
    serde_json::from_str(&printed)
        .map_err(|error| Failure::new(format!("cannot understand what {script} printed: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_our_pages_announce_is_announced_from_the_top() {
        let page = "<head>\n  <link rel=\"modulepreload\" href=\"a.js\">\n  <link rel=\"icon\" \
                    href=\"b.svg\">\n  <link rel=\"preload\" as=\"fetch\" href=\"c.wasm\">\n</head>";
        assert_eq!(
            announced(page),
            "<link rel=\"modulepreload\" href=\"/a.js\">\n\
             <link rel=\"preload\" as=\"fetch\" href=\"/c.wasm\">\n"
        );
    }
}
