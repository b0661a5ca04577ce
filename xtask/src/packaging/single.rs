//! The explorer as one HTML file that opens from a disk, without a server.
//!
//! A page from a disk may fetch nothing, so every file that would be fetched becomes an address that
//! holds its bytes.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::failure::{Failure, Outcome};
use crate::packaging::loader::{Bundle, Payload};
use crate::packaging::manifest::Part;
use crate::packaging::{Audience, fallback, style};
use crate::project::{Project, WIDGET, files_below, read_bytes, read_text, write};

/// Its name in the folder of a release.
pub const NAME: &str = "evaluation-explorer.html";
/// Where the glue with the bytes in it is written, for esbuild to find.
const GLUE: &str = "target/single-glue.js";

/// Writes the file from a packaged release.
pub fn write_file(project: &Project, release: &Path, target: &Path) -> Outcome {
    let names: Vec<String> = files_below(release)
        .iter()
        .filter_map(|file| file.file_name()?.to_str().map(str::to_owned))
        .collect();
    let of = |part: Part| {
        names.iter().find(|name| Part::of(name) == Some(part)).cloned().ok_or_else(|| {
            Failure::new(format!("there is no {} in {}", part.name(), release.display()))
        })
    };
    let (glue_name, wasm) = (of(Part::Glue)?, of(Part::Wasm)?);
    let payload = Payload {
        answers: address(&read_bytes(&release.join(of(Part::Answers)?))?),
        pages: address(&read_bytes(&release.join(of(Part::Pages)?))?),
        style: style::first_view(project, Audience::Readers)?,
        // Nobody gives objects to a page on a disk; see payload-single.js.
        packer: String::new(),
        glue: glue_name,
        wasm,
        wasm_bytes: 0,
    };
    let glue = read_text(&release.join(&payload.glue))?;
    let glue = with_bytes(&glue, &payload.wasm, &read_bytes(&release.join(&payload.wasm))?)?;
    write(&project.path(GLUE), glue)?;
    let bundle = Bundle { project, audience: Audience::Readers };
    bundle.names(&payload.constants(""))?;
    let alias = format!("--alias:glue={}", project.path(GLUE).display());
    let script =
        bundle.with("src/element/loader.js", "src/element/payload-single.js", &[&alias])?;
    let list = fallback::list(project)?;
    let body = format!(
        "<{WIDGET} loading=\"eager\" url=\"hash\">\n{list}</{WIDGET}>\n<script type=\"module\">{}</script>\n",
        inline(&script)
    );
    write(target, fallback::page("Evaluation Explorer", &body))
}

/// An address that holds the bytes of WebAssembly.
fn address(bytes: &[u8]) -> String {
    format!("data:application/wasm;base64,{}", STANDARD.encode(bytes))
}

/// The glue with the bytes of a file in place of its name.
fn with_bytes(glue: &str, name: &str, bytes: &[u8]) -> Outcome<String> {
    let relative = format!("./{name}");
    if !glue.contains(&relative) {
        return Err(Failure::new(format!("the glue does not ask for {relative}")));
    }
    Ok(glue.replace(&relative, &address(bytes)))
}

/// A script that ends where its element ends.
fn inline(script: &str) -> String {
    script.replace("</script", "<\\/script").replace("<!--", "<\\!--")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_becomes_an_address_that_holds_its_bytes() {
        let glue = "new URL(\"./x-1.wasm\", import.meta.url)";
        assert_eq!(
            with_bytes(glue, "x-1.wasm", b"\0asm").unwrap(),
            "new URL(\"data:application/wasm;base64,AGFzbQ==\", import.meta.url)"
        );
        assert!(with_bytes(glue, "y.wasm", b"").is_err());
    }

    #[test]
    fn no_text_in_the_script_ends_it() {
        assert_eq!(inline("a('</script><!--')"), "a('<\\/script><\\!--')");
    }
}
