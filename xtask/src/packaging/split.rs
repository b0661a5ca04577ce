//! Cuts the compiled module in two: the first view, and what is fetched when it is first wanted.
//!
//! Trunk compiles the widget; the linker leaves its relocations in (`build.rs`). By them
//! `wasm_split_cli_support` moves whatever is reached only through `src/pages` to a module of its
//! own. The split must come before wasm-bindgen writes the glue, so what Trunk's own run of it made
//! is not used. The glue of both modules becomes one script.

use std::path::{Path, PathBuf};

use wasm_split_cli_support::{Options, transform};

use crate::failure::{Failure, Outcome};
use crate::packaging::{Audience, esbuild, optimised, profile, remove_folder, style};
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
/// How that script makes the module run, and whom it tells then: the loader puts on the style sheet
/// that travels in the module.
const RUN: &str = "(WebAssembly.instantiateStreaming(src, imports))";
const RUN_AND_TELL: &str = r#"globalThis[Symbol.for("evaluation-explorer/1")].opened(await WebAssembly.instantiateStreaming(src, imports))"#;
/// The section of the second module that holds the style sheet of the pages.
const STYLE: &str = "style";
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
        pages: with_section(
            finished(project, audience, &pages)?,
            STYLE,
            style::pages(project, audience)?.as_bytes(),
        ),
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
    let mut text = read_text(&link)?;
    for (known, ours) in [(FETCH, ASK), (RUN, RUN_AND_TELL)] {
        if text.matches(known).count() != 1 {
            return Err(Failure::new(format!(
                "{} does not load in the known way, {known}; look at what the splitting tool writes \
                 now",
                link.display()
            )));
        }
        text = text.replace(known, ours);
    }
    write(&link, text)?;
    let entry = workshop.join(format!("{WIDGET}.js"));
    esbuild::esbuild(project, audience, &["--bundle", &entry.to_string_lossy()], "")
}

/// The bytes of a module as they travel.
fn finished(project: &Project, audience: Audience, module: &Path) -> Outcome<Vec<u8>> {
    optimised(project, audience, module)?;
    read_bytes(module)
}

/// A module with a section of its own at the end, which browsers hand to whoever asks for it.
fn with_section(mut module: Vec<u8>, name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut section = sized(name.as_bytes());
    section.extend(bytes);
    module.push(0);
    module.extend(sized(&section));
    module
}

/// Bytes behind their length in LEB128.
fn sized(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut left = bytes.len();
    while left >= 0x80 {
        out.push((left & 0x7f) as u8 | 0x80);
        left >>= 7;
    }
    out.push(left as u8);
    out.extend(bytes);
    out
}

#[cfg(test)]
mod tests {
    use super::with_section;

    #[test]
    fn a_section_stands_behind_its_length_and_name() {
        assert_eq!(with_section(vec![9], "ab", &[1, 2, 3]), [9, 0, 6, 2, b'a', b'b', 1, 2, 3]);
        let long = with_section(Vec::new(), "a", &[7; 200]);
        assert_eq!(long[..5], [0, 0xca, 0x01, 1, b'a']);
        assert_eq!(long.len(), 205);
    }
}
