//! The page for frames and the script for pages around them: `src/frame/`.

use std::path::Path;

use crate::failure::Outcome;
use crate::packaging::Audience;
use crate::packaging::esbuild::esbuild;
use crate::project::{Project, read_text, write};

/// What is written, and in which language.
const FILES: [(&str, Option<&str>); 4] = [
    ("embed.html", None),
    ("embed.css", Some("--loader=css")),
    ("embed.js", Some("--loader=js")),
    ("embed-host.js", Some("--loader=js")),
];

/// Writes the page and its scripts beside the loader.
pub fn write_all(project: &Project, audience: Audience, folder: &Path) -> Outcome {
    for (name, language) in FILES {
        let source = read_text(&project.path("src/frame").join(name))?;
        let text = match language {
            Some(language) => esbuild(project, audience, &[language], &source)?,
            None => source,
        };
        write(&folder.join(name), text)?;
    }
    Ok(())
}
