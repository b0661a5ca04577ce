//! The scripts of the element: `src/element/*.js`, the names of what they load, the words and the
//! style sheet.

use std::path::{Path, PathBuf};

use explorer_lang::EN;

use crate::failure::{Failure, Outcome};
use crate::packaging::esbuild::esbuild;
use crate::packaging::{Audience, digest};
use crate::project::{Project, WIDGET, write};

/// What one build of the loader belongs to.
pub struct Payload {
    /// File name of the glue, beside the loader.
    pub glue: String,
    /// File name of the WebAssembly, beside the loader.
    pub wasm: String,
    /// How many bytes it has, uncompressed.
    pub wasm_bytes: usize,
    /// File name of the WebAssembly that answers questions, beside the loader.
    pub answers: String,
    /// File name of the WebAssembly that is fetched when it is first wanted, beside the loader.
    pub pages: String,
    /// File name of the glue of what packs objects, beside the loader.
    pub packer: String,
    /// The style sheet of the first view.
    pub style: String,
}

/// Where the module `names` is written, for esbuild to find.
const NAMES: &str = "target/names.js";

/// Writes `evaluation-explorer.js`, and beside it the self-test that is loaded when asked for, whose
/// name is returned.
pub fn write_all(
    project: &Project,
    audience: Audience,
    payload: &Payload,
    folder: &Path,
) -> Outcome<String> {
    let bundle = Bundle { project, audience };
    let diagnosis = bundle.of("src/element/diagnose.js", "src/element/payload.js")?;
    let name = format!("diagnosis-{}.js", digest::short_name(diagnosis.as_bytes()));
    write(&folder.join(&name), diagnosis)?;
    bundle.names(&payload.constants(&name))?;
    let loader = bundle.of("src/element/loader.js", "src/element/payload.js")?;
    write(&folder.join(format!("{WIDGET}.js")), loader)?;
    Ok(name)
}

/// Joins scripts of the element for one way of loading the rest.
pub struct Bundle<'a> {
    /// The project.
    pub project: &'a Project,
    /// For whom.
    pub audience: Audience,
}

impl Bundle<'_> {
    /// Writes the module `names`.
    pub fn names(&self, constants: &[(&str, String)]) -> Outcome {
        write(&self.project.path(NAMES), module(constants)?)
    }

    /// A script with all that it imports; `payload` is the script that knows where the rest lies.
    pub fn of(&self, entry: &str, payload: &str) -> Outcome<String> {
        self.with(entry, payload, &[])
    }

    /// The same with further arguments for esbuild.
    pub fn with(&self, entry: &str, payload: &str, more: &[&str]) -> Outcome<String> {
        let alias = |name: &str, path: PathBuf| format!("--alias:{name}={}", path.display());
        let payload = alias("payload", self.project.path(payload));
        let names = alias("names", self.project.path(NAMES));
        let entry = self.project.path(entry).display().to_string();
        let mut arguments = vec!["--bundle", &payload, &names, &entry];
        arguments.extend(more);
        esbuild(self.project, self.audience, &arguments, "")
    }
}

impl Payload {
    /// What the scripts import as `names`.
    pub fn constants(&self, diagnosis: &str) -> Vec<(&'static str, String)> {
        vec![
            ("VERSION", env!("CARGO_PKG_VERSION").to_owned()),
            ("GLUE", self.glue.clone()),
            ("WASM", self.wasm.clone()),
            // When so much is there, the line is free in about the time that an answer takes.
            ("MOST", (self.wasm_bytes / 3 * 2).to_string()),
            ("ANSWERS", self.answers.clone()),
            ("PAGES", self.pages.clone()),
            ("PACKER", self.packer.clone()),
            ("DIAGNOSIS", diagnosis.to_owned()),
            ("STYLE", self.style.clone()),
            ("FAULT_START", EN.pages().fault_start.to_owned()),
            ("FAULT_OFFLINE", EN.pages().fault_offline.to_owned()),
            ("LOADING", EN.loading.to_owned()),
            ("TRY_AGAIN", EN.try_again.to_owned()),
        ]
    }
}

fn module(constants: &[(&str, String)]) -> Outcome<String> {
    let mut module = String::new();
    for (name, value) in constants {
        let literal = serde_json::to_string(value)
            .map_err(|error| Failure::new(format!("cannot write {name} as text: {error}")))?;
        module.push_str(&format!("export const {name} = {literal};\n"));
    }
    Ok(module)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_become_literals_whatever_they_hold() {
        let payload = Payload {
            glue: "g-1.js".to_owned(),
            wasm: "w-1.wasm".to_owned(),
            wasm_bytes: 300,
            answers: "a-1.wasm".to_owned(),
            pages: "p-1.wasm".to_owned(),
            packer: "k-1.js".to_owned(),
            style: "a::before{content:\"\\\"\"}\n".to_owned(),
        };
        let module = module(&payload.constants("d-1.js")).unwrap();
        assert!(module.contains("export const GLUE = \"g-1.js\";"));
        assert!(module.contains("export const MOST = \"200\";"));
        assert!(module.contains("export const DIAGNOSIS = \"d-1.js\";"));
        assert!(module.contains(r#"export const STYLE = "a::before{content:\"\\\"\"}\n";"#));
    }
}
