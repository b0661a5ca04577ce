//! Cuts the compiled module in two: the first view, and what is fetched when it is first wanted.
//!
//! Trunk compiles the widget; the linker leaves its relocations in (`build.rs`). By them
//! `wasm_split_cli_support` moves whatever is reached only through `src/pages` to a module of its
//! own. The split must come before wasm-bindgen writes the glue, so what Trunk's own run of it made
//! is not used. The glue of both modules becomes one script.

use std::path::{Path, PathBuf};

use wasm_split_cli_support::{Options, transform};

use crate::failure::{Failure, Outcome};
use crate::packaging::{Audience, esbuild, optimised, profile, remove_folder};
use crate::project::{Project, WIDGET, read_bytes, read_text, write};
use crate::step::run;

/// Where the parts lie while they are made.
const WORKSHOP: &str = "target/split";
/// What the splitting tool names the script that loads the second module.
const LINK: &str = "__wasm_split.js";
/// How that script fetches, and what it asks instead: the loader (`src/element/start.js`) knows
/// where the payload lies and may have begun to fetch already.
const FETCH: &str = r#"fetch(new URL("./split_pages.wasm", import.meta.url))"#;
const ASK: &str = r#"globalThis[Symbol.for("evaluation-explorer/1")].pages()"#;
/// What a browser runs.
pub struct Parts {
    /// The script that joins both modules and the browser.
    pub glue: String,
    /// The module of the first view.
    pub first: Vec<u8>,
    /// The module that is fetched later.
    pub pages: Vec<u8>,
}

/// Splits what was compiled for an audience.
pub fn split(project: &Project, audience: Audience) -> Outcome<Parts> {
    let workshop = project.path(WORKSHOP);
    remove_folder(&workshop)?;
    let unbound = workshop.join(format!("{WIDGET}.wasm"));
    let pages = cut(&read_bytes(&compiled(project, audience))?, &workshop, &unbound)?;
    run(project
        .command("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir"])
        .arg(&workshop)
        .args(["--out-name", WIDGET])
        .arg(&unbound))?;
    let first = workshop.join(format!("{WIDGET}_bg.wasm"));
    Ok(Parts {
        glue: joined(project, audience, &workshop)?,
        first: finished(project, audience, &first)?,
        pages: finished(project, audience, &pages)?,
    })
}

/// The module as cargo left it, with its relocations.
fn compiled(project: &Project, audience: Audience) -> PathBuf {
    let file = format!("{}.wasm", WIDGET.replace('-', "_"));
    project.path("target").join(&project.pins.rust.target).join(profile(audience)).join(file)
}

/// Writes the first module to a file and returns the file of the second.
fn cut(compiled: &[u8], workshop: &Path, first: &Path) -> Outcome<PathBuf> {
    let main_module = format!("./{WIDGET}.js");
    let mut options = Options::new(compiled);
    options.output_dir = workshop;
    options.main_out_path = first;
    options.main_module = &main_module;
    let split = transform(options)
        .map_err(|error| Failure::new(format!("the module cannot be split: {error:#}")))?;
    match split.split_modules.as_slice() {
        [pages] => Ok(pages.clone()),
        others => Err(Failure::new(format!(
            "splitting made {} modules beside the first, one was expected; is the feature `split` \
             on in index.html?",
            others.len()
        ))),
    }
}

/// One script of the glue and of what loads the second module, which import each other.
fn joined(project: &Project, audience: Audience, workshop: &Path) -> Outcome<String> {
    let link = workshop.join(LINK);
    let text = read_text(&link)?;
    if text.matches(FETCH).count() != 1 {
        return Err(Failure::new(format!(
            "{} does not fetch in the known way, {FETCH}; look at what the splitting tool writes now",
            link.display()
        )));
    }
    write(&link, text.replace(FETCH, ASK))?;
    let entry = workshop.join(format!("{WIDGET}.js"));
    esbuild::esbuild(project, audience, &["--bundle", &entry.to_string_lossy()], "")
}

/// The bytes of a module as they travel.
fn finished(project: &Project, audience: Audience, module: &Path) -> Outcome<Vec<u8>> {
    optimised(project, audience, module)?;
    read_bytes(module)
}
