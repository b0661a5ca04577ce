//! What packs the objects of a JSON export in a page: a WebAssembly module of its own with its glue,
//! fetched only by pages that set the property `dataset`.

use std::path::Path;

use crate::failure::Outcome;
use crate::packaging::{Audience, digest, esbuild, npm, optimised, own_paths, profile};
use crate::project::{Project, read_bytes, write};
use crate::step::run;

/// The crate, and what its files begin with.
const CRATE: &str = "explorer-packer";
const NAME: &str = "packer";
/// Where its parts lie while they are made.
const WORKSHOP: &str = "target/packer";

/// Compiles it.
pub fn compile(project: &Project, audience: Audience) -> Outcome {
    let target = project.pins.rust.target.as_str();
    let mut build = project.cargo(["build", "--locked", "--package", CRATE, "--target", target]);
    if audience == Audience::Readers {
        own_paths::left_out(project, &mut build)?.args(["--profile", profile(audience)]);
    }
    run(&mut build)
}

/// Writes it into a folder and returns the name of its glue.
pub fn write_all(project: &Project, audience: Audience, folder: &Path) -> Outcome<String> {
    let target = project.path("target").join(&project.pins.rust.target);
    let compiled = target.join(profile(audience)).join("explorer_packer.wasm");
    let workshop = project.path(WORKSHOP);
    run(project
        .command("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--out-name", NAME, "--out-dir"])
        .arg(&workshop)
        .arg(&compiled))?;
    let module = workshop.join(format!("{NAME}_bg.wasm"));
    optimised(project, audience, &module)?;
    let bytes = read_bytes(&module)?;
    let wasm = format!("{NAME}-{}.wasm", digest::short_name(&bytes));
    let entry = workshop.join(format!("{NAME}.js"));
    let glue = esbuild::esbuild(project, audience, &[&entry.to_string_lossy()], "")?;
    let glue = npm::naming(&glue, &format!("{NAME}_bg.wasm"), &wasm)?;
    let name = format!("{NAME}-{}.js", digest::short_name(glue.as_bytes()));
    write(&folder.join(wasm), bytes)?;
    write(&folder.join(&name), glue)?;
    Ok(name)
}
