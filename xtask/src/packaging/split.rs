//! Cuts the compiled module in three: the first view, what answers questions, and what is fetched
//! when it is first wanted.
//!
//! Trunk compiles the widget; the linker leaves its relocations in (`build.rs`). By them
//! `wasm_split_cli_support` moves whatever is reached only through `src/pages` to modules of its
//! own. The split must come before wasm-bindgen writes the glue, so what Trunk's own run of it made
//! is not used. The glue of all modules becomes one script.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use wasm_split_cli_support::{Options, transform};

use crate::failure::{Failure, Outcome};
use crate::packaging::short_names::{put, shortened};
use crate::packaging::{Audience, esbuild, optimised, profile, remove_folder, style};
use crate::project::{Project, WIDGET, read_bytes, read_text, write};
use crate::step::run;

/// Where the parts lie while they are made.
const WORKSHOP: &str = "target/split";
/// What the splitting tool names the script that loads the other modules.
const LINK: &str = "__wasm_split.js";
/// How that script makes a module run, and whom it tells then: the loader (`src/element/start.js`)
/// puts on the style sheet that travels in the module.
const RUN: &str = "(WebAssembly.instantiateStreaming(src, imports))";
const RUN_AND_TELL: &str = r#"globalThis[Symbol.for("evaluation-explorer/1")].opened(await WebAssembly.instantiateStreaming(src, imports))"#;
/// The section of a later module that holds the style sheet of what it shows.
const STYLE: &str = "style";

/// What a browser runs.
pub struct Parts {
    /// The script that joins the modules and the browser.
    pub glue: String,
    /// The module of the first view.
    pub first: Vec<u8>,
    /// The module that answers questions.
    pub answers: Vec<u8>,
    /// The module that is fetched when it is first wanted.
    pub pages: Vec<u8>,
}

/// The modules beside the first, as files.
struct Beside {
    answers: PathBuf,
    /// The one function by which the first module asks for the answers. The pages bring the answers
    /// too, but never call it, so the splitting tool gives it a module of its own.
    door: PathBuf,
    pages: PathBuf,
}

/// Splits what was compiled for an audience.
pub fn split(project: &Project, audience: Audience) -> Outcome<Parts> {
    let workshop = project.path(WORKSHOP);
    remove_folder(&workshop)?;
    let unbound = workshop.join(format!("{WIDGET}.wasm"));
    let beside = cut(&read_bytes(&compiled(project, audience))?, &workshop, &unbound)?;
    run(project
        .command("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir"])
        .arg(&workshop)
        .args(["--out-name", WIDGET])
        .arg(&unbound))?;
    let first = workshop.join(format!("{WIDGET}_bg.wasm"));
    let finished = |module: &Path| finished(project, audience, module);
    let (answers, pages) = (style::answers(project, audience)?, style::pages(project, audience)?);
    let glue = joined(project, audience, &workshop, &beside, &finished(&beside.door)?)?;
    let first = finished(&first)?;
    let (first, glue) = match audience {
        Audience::Developers => (first, glue),
        Audience::Readers => shortened(&first, &glue)?,
    };
    Ok(Parts {
        glue,
        first,
        answers: with_section(finished(&beside.answers)?, STYLE, answers.as_bytes()),
        pages: with_section(finished(&beside.pages)?, STYLE, pages.as_bytes()),
    })
}

/// The module as cargo left it, with its relocations.
fn compiled(project: &Project, audience: Audience) -> PathBuf {
    let file = format!("{}.wasm", WIDGET.replace('-', "_"));
    project.path("target").join(&project.pins.rust.target).join(profile(audience)).join(file)
}

/// Writes the first module to a file and returns the files of the others.
fn cut(compiled: &[u8], workshop: &Path, first: &Path) -> Outcome<Beside> {
    let main_module = format!("./{WIDGET}.js");
    let mut options = Options::new(compiled);
    options.output_dir = workshop;
    options.main_out_path = first;
    options.main_module = &main_module;
    let split = transform(options)
        .map_err(|error| Failure::new(format!("the module cannot be split: {error:#}")))?;
    let mut modules = split.split_modules;
    let mut take = |beginning: &str| {
        let is_it = |file: &PathBuf| name(file).starts_with(beginning);
        modules.iter().position(is_it).map(|at| modules.remove(at))
    };
    // What both need, which is all of the answers, is what the tool calls a chunk.
    let parts = (take("chunk_"), take("split_answers"), take("split_pages"));
    match parts {
        (Some(answers), Some(door), Some(pages)) if modules.is_empty() => {
            Ok(Beside { answers, door, pages })
        }
        _ => Err(Failure::new(
            "splitting did not make a module of answers, one of pages and the door to the answers; \
             is the feature `split` on in index.html, and does src/pages name the answers where it \
             makes the pages?",
        )),
    }
}

fn name(file: &Path) -> &str {
    file.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}

/// One script of the glue and of what loads the other modules, which import each other.
fn joined(
    project: &Project,
    audience: Audience,
    workshop: &Path,
    beside: &Beside,
    door: &[u8],
) -> Outcome<String> {
    let link = workshop.join(LINK);
    let mut text = read_text(&link)?;
    let changes = [
        (fetch_of(&beside.answers), ask_for("answers")),
        (fetch_of(&beside.pages), ask_for("pages")),
        (fetch_of(&beside.door), in_the_script(door)),
    ];
    for (known, ours) in changes.into_iter().chain([(RUN.to_owned(), RUN_AND_TELL.to_owned())]) {
        if !text.contains(&known) {
            return Err(Failure::new(format!(
                "{} does not load in the known way, {known}; look at what the splitting tool writes \
                 now",
                link.display()
            )));
        }
        text = text.replace(&known, &ours);
    }
    write(&link, text)?;
    let entry = workshop.join(format!("{WIDGET}.js"));
    // wasm-bindgen names the script of the splitting tool once for each module that it loads.
    let arguments = ["--bundle", "--log-override:duplicate-object-key=silent"];
    esbuild::esbuild(
        project,
        audience,
        &[&arguments[..], &[&*entry.to_string_lossy()]].concat(),
        "",
    )
}

/// How the script of the splitting tool fetches a module.
fn fetch_of(module: &Path) -> String {
    format!("fetch(new URL(\"./{}\", import.meta.url))", name(module))
}

/// What it asks instead: the loader knows where the payload lies and may have begun to fetch it.
fn ask_for(part: &str) -> String {
    format!("globalThis[Symbol.for(\"evaluation-explorer/1\")].part(\"{part}\")")
}

/// A module so small that a request would cost more than its bytes.
fn in_the_script(module: &[u8]) -> String {
    format!(
        "Promise.resolve(new Response(Uint8Array.from(atob(\"{}\"), (c) => c.charCodeAt()), \
         {{ headers: {{ \"Content-Type\": \"application/wasm\" }} }}))",
        STANDARD.encode(module)
    )
}

/// The bytes of a module as they travel.
fn finished(project: &Project, audience: Audience, module: &Path) -> Outcome<Vec<u8>> {
    optimised(project, audience, module)?;
    read_bytes(module)
}

/// A module with a section of its own at the end, which browsers hand to whoever asks for it.
fn with_section(mut module: Vec<u8>, name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut section = Vec::new();
    put(&mut section, name.as_bytes());
    section.extend(bytes);
    module.push(0);
    put(&mut module, &section);
    module
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
