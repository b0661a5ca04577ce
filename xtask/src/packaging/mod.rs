//! Puts together what pages load: one small stable loader, and payloads named by their bytes.
//!
//! Trunk compiles the widget and writes the demonstration page to `dist-trunk/`. Here the module is
//! cut into the first view and what is fetched later, and the style sheet is joined and baked into
//! the loader together with the names of the payloads. With glue and wasm both at stable names, a
//! cache could serve old glue with new wasm; so only the loader has a stable name. A release is minified, compressed and held to its budget.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::project::{Project, WIDGET, files_below, read_bytes, remove_folder, write};
use crate::step::run;

use self::loader::Payload;
use self::manifest::Manifest;
use self::split::Parts;

pub mod budget;
#[cfg(test)]
mod colours;
mod digest;
mod early;
mod esbuild;
mod fallback;
mod frame;
mod licences;
mod loader;
pub mod manifest;
mod npm;
pub mod own_paths;
mod packer;
mod short_names;
pub mod single;
mod split;
mod style;

/// The profile of `Cargo.toml` that makes a small widget.
pub const SMALL: &str = "widget";
/// What WebAssembly may use: what every browser of the last years has.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];
/// Where Trunk leaves its result (`Trunk.toml`).
const COMPILED: &str = "dist-trunk";
/// Where the release lies.
pub const RELEASE: &str = "dist";
/// Where the development page lies.
pub const DEVELOPMENT: &str = "target/serve";

/// For whom a package is made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Quick to make, readable, not compressed.
    Developers,
    /// Small: optimised, minified, compressed, within the budget.
    Readers,
}

/// Compiles the widget with Trunk.
pub fn compile(project: &Project, audience: Audience) -> Outcome {
    let mut trunk = project.command("trunk");
    // Trunk's own look for news about itself would need the network.
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true").args(["build", "--offline", "--locked"]);
    if audience == Audience::Readers {
        own_paths::left_out(project, &mut trunk)?.args(["--release", "--cargo-profile", SMALL]);
    }
    run(&mut trunk)?;
    packer::compile(project, audience)
}

/// The profile of cargo for an audience.
fn profile(audience: Audience) -> &'static str {
    if audience == Audience::Readers { SMALL } else { "debug" }
}

/// What of optimising costs no bytes: a higher level makes a module smaller and what travels,
/// compressed, larger. Functions of up to four instructions, and short ones that are called once, go
/// where they are called; browsers compile each function when it is first called, and wait for it.
const LEVEL: [&str; 4] = [
    "--inlining",
    "--always-inline-max-function-size=4",
    "--one-caller-inline-max-function-size=60",
    "-O1",
];

/// Readers get no names of functions, and a module that travels and starts quickly.
pub fn optimised(project: &Project, audience: Audience, module: &Path) -> Outcome {
    if audience == Audience::Developers {
        return Ok(());
    }
    let mut optimise = project.command("wasm-opt");
    optimise.args(LEVEL).args(["--strip-debug", "--strip-producers"]).args(FEATURES);
    run(optimise.arg(module).arg("-o").arg(module))
}

/// Packages what was compiled and returns the folder. The folder is replaced as a whole, so that
/// it never holds half a package.
pub fn package(project: &Project, audience: Audience) -> Outcome<PathBuf> {
    let target = project.path(match audience {
        Audience::Developers => DEVELOPMENT,
        Audience::Readers => RELEASE,
    });
    let fresh = target.with_extension("new");
    remove_folder(&fresh)?;
    let built = Package { project, audience, folder: &fresh };
    built.refuse_snippets()?;
    built.page()?;
    let payload = built.loader_and_payload()?;
    frame::write_all(project, audience, &fresh)?;
    early::announce(&fresh, &payload)?;
    if audience == Audience::Readers {
        fallback::write_all(project, &fresh)?;
        licences::write_all(project, &fresh)?;
        let manifest = Manifest::of(&fresh)?;
        write(&fresh.join(manifest::NAME), manifest.to_json()?)?;
        budget::check(project, &manifest)?;
    }
    remove_folder(&target)?;
    fs::rename(&fresh, &target).map_err(|error| Failure::file("rename", &fresh, error))?;
    Ok(target)
}

struct Package<'a> {
    project: &'a Project,
    audience: Audience,
    folder: &'a Path,
}

impl Package<'_> {
    /// Snippets would be further requests, neither hashed nor minified.
    fn refuse_snippets(&self) -> Outcome {
        let snippets = self.project.path(COMPILED).join("snippets");
        if snippets.exists() {
            return Err(Failure::new(format!(
                "{} exists: some crate brings its own JavaScript; remove that dependency",
                snippets.display()
            )));
        }
        Ok(())
    }

    /// The demonstration page, its style and the host pages, as Trunk copied them.
    fn page(&self) -> Outcome {
        let compiled = self.project.path(COMPILED);
        let produced = [format!("{WIDGET}.js"), format!("{WIDGET}_bg.wasm")];
        for file in files_below(&compiled) {
            let Ok(relative) = file.strip_prefix(&compiled) else { continue };
            if produced.iter().any(|name| relative == Path::new(name)) || is_hidden(relative) {
                continue;
            }
            write(&self.folder.join(relative), read_bytes(&file)?)?;
        }
        Ok(())
    }

    fn loader_and_payload(&self) -> Outcome<Payload> {
        let Parts { glue, first, answers, pages } = split::split(self.project, self.audience)?;
        let wasm = format!("{WIDGET}-{}.wasm", digest::short_name(&first));
        let glue = npm::naming(&glue, &format!("{WIDGET}_bg.wasm"), &wasm)?;
        let payload = Payload {
            glue: format!("{WIDGET}-{}.js", digest::short_name(glue.as_bytes())),
            wasm,
            wasm_bytes: first.len(),
            answers: format!("{WIDGET}-answers-{}.wasm", digest::short_name(&answers)),
            pages: format!("{WIDGET}-pages-{}.wasm", digest::short_name(&pages)),
            packer: packer::write_all(self.project, self.audience, self.folder)?,
            style: style::first_view(self.project, self.audience)?,
        };
        write(&self.folder.join(&payload.wasm), first)?;
        write(&self.folder.join(&payload.answers), answers)?;
        write(&self.folder.join(&payload.pages), pages)?;
        write(&self.folder.join(&payload.glue), glue)?;
        let diagnosis = loader::write_all(self.project, self.audience, &payload, self.folder)?;
        npm::write_all(self.project, self.audience, &payload, &diagnosis, self.folder)?;
        Ok(payload)
    }
}

/// Trunk leaves its staging folder behind when it is interrupted.
fn is_hidden(path: &Path) -> bool {
    path.iter().any(|part| part.to_string_lossy().starts_with('.'))
}
