//! Makes the folder of a release a package that npm publishes and bundlers take without
//! configuration.
//!
//! Bundlers move files and rename them, so the loader for them imports the glue by a name that they
//! see; the glue names the WebAssembly in the same way.

#[cfg(test)]
mod docs;
mod editors;
mod reference;
mod shape;
mod types;
mod wire;

use std::path::Path;

use serde_json::{Value, json};

use crate::failure::{Failure, Outcome};
use crate::packaging::loader::{Bundle, Payload};
use crate::packaging::{Audience, esbuild};
use crate::project::{Project, WIDGET, write};

use self::reference::Reference;

/// What `src/element/payload-bundled.js` calls the files that it imports.
const GLUE: &str = "npm:glue";
const DIAGNOSIS: &str = "npm:diagnosis";
const ANSWERS: &str = "npm:answers";
const PAGES: &str = "npm:pages";
const PACKER: &str = "npm:packer";

/// Writes what makes the folder a package.
pub fn write_all(
    project: &Project,
    audience: Audience,
    payload: &Payload,
    diagnosis: &str,
    folder: &Path,
) -> Outcome {
    let reference = Reference::read(project)?;
    let objects = wire::objects(project)?;
    write(&folder.join("index.js"), entry(project, audience, payload, diagnosis)?)?;
    let shapes = shape::shapes(project)?;
    let types = types::text(&reference, &objects, &shapes);
    // Made of Rust's types by their text: what is no TypeScript must not leave the house.
    esbuild::esbuild(project, audience, &["--loader=ts"], &types)?;
    write(&folder.join("index.d.ts"), types)?;
    write(&folder.join(editors::NAME), pretty(&editors::manifest(&reference))?)?;
    write(&folder.join("package.json"), pretty(&package())?)
}

/// The loader for bundlers.
fn entry(
    project: &Project,
    audience: Audience,
    payload: &Payload,
    diagnosis: &str,
) -> Outcome<String> {
    let bundle = Bundle { project, audience };
    bundle.names(&payload.constants(diagnosis))?;
    let external = ["--external:npm:*"];
    let text = bundle.with("src/element/loader.js", "src/element/payload-bundled.js", &external)?;
    for name in [GLUE, DIAGNOSIS, ANSWERS, PAGES, PACKER] {
        if !text.contains(name) {
            return Err(Failure::new(format!("the loader for bundlers does not import {name}")));
        }
    }
    Ok(text
        .replace(GLUE, &format!("./{}", payload.glue))
        .replace(DIAGNOSIS, &format!("./{diagnosis}"))
        .replace(ANSWERS, &format!("./{}", payload.answers))
        .replace(PAGES, &format!("./{}", payload.pages))
        .replace(PACKER, &format!("./{}", payload.packer)))
}

/// The glue with the name of the WebAssembly beside it in place of the one that wasm-bindgen knows,
/// in the form that bundlers find.
pub fn naming(glue: &str, given: &str, wasm: &str) -> Outcome<String> {
    if !glue.contains(given) {
        return Err(Failure::new(format!("the glue does not name {given}")));
    }
    Ok(glue.replace(given, &format!("./{wasm}")))
}

fn package() -> Value {
    json!({
        "name": WIDGET,
        "version": env!("CARGO_PKG_VERSION"),
        "description": "A web component that puts an evidence base of evaluations into any page.",
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "main": "./index.js",
        "types": "./index.d.ts",
        "exports": {
            ".": { "types": "./index.d.ts", "default": "./index.js" },
            "./evaluation-explorer.js": "./evaluation-explorer.js",
            "./embed-host.js": "./embed-host.js",
            "./fallback.html": "./fallback.html",
            "./fallback-inside.html": "./fallback-inside.html",
            "./themes/*": "./themes/*",
            "./custom-elements.json": "./custom-elements.json",
            "./package.json": "./package.json",
        },
        // Importing the package defines the element; nothing of it may be shaken off.
        "sideEffects": ["./index.js", "./evaluation-explorer.js", "./embed-host.js"],
        "files": [
            "*.js", "*.wasm", "index.d.ts", "custom-elements.json", "embed.html", "embed.css",
            "fallback*.html", "themes", "*.txt",
        ],
        "customElements": "custom-elements.json",
        "keywords": ["evaluation", "evidence", "web-component", "custom-element", "wasm"],
    })
}

fn pretty(value: &Value) -> Outcome<String> {
    serde_json::to_string_pretty(value)
        .map(|text| text + "\n")
        .map_err(|error| Failure::new(format!("cannot write JSON: {error}")))
}

#[cfg(test)]
mod tests;
