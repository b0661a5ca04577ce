//! The loader: `src/element/*.js`, the names of its payload and the style sheet in one file.

use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::packaging::Audience;
use crate::packaging::esbuild::esbuild;
use crate::project::{Project, write};

/// What one build of the loader belongs to.
pub struct Payload {
    /// File name of the glue, beside the loader.
    pub glue: String,
    /// File name of the WebAssembly, beside the loader.
    pub wasm: String,
    /// File name of the WebAssembly that is fetched later, beside the loader.
    pub pages: String,
    /// The whole style sheet of the widget.
    pub style: String,
}

/// Where the module `payload` is written, for esbuild to find.
const MODULE: &str = "target/payload.js";

/// The text of `evaluation-explorer.js`.
pub fn text(project: &Project, audience: Audience, payload: &Payload) -> Outcome<String> {
    let module = project.path(MODULE);
    write(&module, payload.module()?)?;
    let entry = project.path("src/element/loader.js");
    esbuild(project, audience, &["--bundle", &alias(&module), &entry.to_string_lossy()], "")
}

fn alias(module: &Path) -> String {
    format!("--alias:payload={}", module.display())
}

impl Payload {
    /// The module that `src/element/*.js` imports as `payload`.
    fn module(&self) -> Outcome<String> {
        let constants = [
            ("VERSION", env!("CARGO_PKG_VERSION")),
            ("GLUE", &self.glue),
            ("WASM", &self.wasm),
            ("PAGES", &self.pages),
            ("STYLE", &self.style),
        ];
        let mut module = String::new();
        for (name, value) in constants {
            let literal = serde_json::to_string(value)
                .map_err(|error| Failure::new(format!("cannot write {name} as text: {error}")))?;
            module.push_str(&format!("export const {name} = {literal};\n"));
        }
        Ok(module)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_become_literals_whatever_they_hold() {
        let payload = Payload {
            glue: "g-1.js".to_owned(),
            wasm: "w-1.wasm".to_owned(),
            pages: "p-1.wasm".to_owned(),
            style: "a::before{content:\"\\\"\"}\n".to_owned(),
        };
        let module = payload.module().unwrap();
        assert!(module.contains("export const GLUE = \"g-1.js\";"));
        assert!(module.contains(r#"export const STYLE = "a::before{content:\"\\\"\"}\n";"#));
    }
}
