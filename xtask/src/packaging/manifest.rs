//! `manifest.json`: every file that ships, its sizes and its digest; and the compressed copies.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};

use crate::failure::{Failure, Outcome};
use crate::packaging::digest;
use crate::project::{WIDGET, files_below, read_bytes, read_text, write};

/// Its name in `dist/`.
pub const NAME: &str = "manifest.json";

/// What a browser fetches to show the list; style and evaluations travel inside.
const FIRST_VIEW: [Part; 3] = [Part::Loader, Part::Glue, Part::Wasm];

/// What a release consists of.
#[derive(Debug, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of the widget.
    pub version: String,
    /// What a browser fetches to show the list.
    pub first_view: Fetched,
    /// What it fetches before the first question is answered: the first view and what follows it.
    pub first_answer: Fetched,
    /// Every file, by name.
    pub files: Vec<Shipped>,
}

/// Files that are fetched and their sums.
#[derive(Debug, Serialize, Deserialize)]
pub struct Fetched {
    /// Names of the files, in the order of loading.
    pub files: Vec<String>,
    /// Their sizes added up.
    #[serde(flatten)]
    pub bytes: Bytes,
}

/// One file that ships.
#[derive(Debug, Serialize, Deserialize)]
pub struct Shipped {
    /// Path below the folder of the release.
    pub name: String,
    /// Its sizes.
    #[serde(flatten)]
    pub bytes: Bytes,
    /// Value for an `integrity` attribute.
    pub sha384: String,
}

/// A size as it is stored and as it travels.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bytes {
    /// Uncompressed.
    pub raw: usize,
    /// After gzip at its highest level.
    pub gzip: usize,
    /// After Brotli at its highest level.
    pub brotli: usize,
}

impl Bytes {
    fn plus(self, other: Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }
}

impl Manifest {
    /// Compresses every file of a folder, beside it, and lists them.
    pub fn of(folder: &Path) -> Outcome<Self> {
        let mut files = Vec::new();
        for file in files_below(folder) {
            let name = file
                .strip_prefix(folder)
                .map_err(|error| Failure::file("name", &file, error))?
                .to_string_lossy()
                .into_owned();
            files.push(ship(folder, name)?);
        }
        let first_view = fetched(&files, &FIRST_VIEW)?;
        let first_answer = fetched(&files, &[&FIRST_VIEW[..], &[Part::Answers]].concat())?;
        let version = env!("CARGO_PKG_VERSION").to_owned();
        Ok(Self { version, first_view, first_answer, files })
    }

    /// Reads the manifest of a release.
    pub fn read(folder: &Path) -> Outcome<Self> {
        let path = folder.join(NAME);
        serde_json::from_str(&read_text(&path)?)
            .map_err(|error| Failure::file("understand", &path, error))
    }

    /// The text of `manifest.json`.
    pub fn to_json(&self) -> Outcome<String> {
        serde_json::to_string_pretty(self)
            .map(|json| json + "\n")
            .map_err(|error| Failure::new(format!("cannot write {NAME}: {error}")))
    }
}

fn ship(folder: &Path, name: String) -> Outcome<Shipped> {
    let raw = read_bytes(&folder.join(&name))?;
    let gzip = gzipped(&raw)?;
    let brotli = brotlied(&raw)?;
    write(&folder.join(format!("{name}.gz")), &gzip)?;
    write(&folder.join(format!("{name}.br")), &brotli)?;
    let bytes = Bytes { raw: raw.len(), gzip: gzip.len(), brotli: brotli.len() };
    Ok(Shipped { name, bytes, sha384: digest::integrity(&raw) })
}

/// The files of some parts, which the release must have.
fn fetched(files: &[Shipped], parts: &[Part]) -> Outcome<Fetched> {
    let mut fetched = Fetched { files: Vec::new(), bytes: Bytes::default() };
    for &part in parts {
        let file = files
            .iter()
            .find(|file| Part::of(&file.name) == Some(part))
            .ok_or_else(|| Failure::new(format!("the package has no {}", part.name())))?;
        fetched.files.push(file.name.clone());
        fetched.bytes = fetched.bytes.plus(file.bytes);
    }
    Ok(fetched)
}

/// The part that a file plays in the widget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// `evaluation-explorer.js`
    Loader,
    /// `evaluation-explorer-<hash>.js`
    Glue,
    /// `evaluation-explorer-<hash>.wasm`
    Wasm,
    /// `evaluation-explorer-answers-<hash>.wasm`
    Answers,
    /// `evaluation-explorer-pages-<hash>.wasm`
    Pages,
    /// `packer-<hash>.wasm`
    Packer,
}

impl Part {
    /// The part of a file, if it has one.
    pub fn of(name: &str) -> Option<Self> {
        if name.starts_with("packer-") && name.ends_with(".wasm") {
            return Some(Self::Packer);
        }
        match name.strip_prefix(WIDGET)? {
            ".js" => Some(Self::Loader),
            rest if rest.starts_with("-answers-") && rest.ends_with(".wasm") => Some(Self::Answers),
            rest if rest.starts_with("-pages-") && rest.ends_with(".wasm") => Some(Self::Pages),
            rest if rest.starts_with('-') && rest.ends_with(".js") => Some(Self::Glue),
            rest if rest.starts_with('-') && rest.ends_with(".wasm") => Some(Self::Wasm),
            _ => None,
        }
    }

    /// Its name in `size-budget.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Loader => "loader",
            Self::Glue => "glue",
            Self::Wasm => "wasm",
            Self::Answers => "answers",
            Self::Pages => "pages",
            Self::Packer => "packer",
        }
    }
}

fn gzipped(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .map_err(|error| Failure::new(format!("gzip failed: {error}")))
}

fn brotlied(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let highest = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &highest)
        .map_err(|error| Failure::new(format!("Brotli failed: {error}")))?;
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn compressed_copies_open_to_the_same_bytes() {
        let text = "An evaluation is an assessment. ".repeat(200).into_bytes();
        let mut opened = Vec::new();
        brotli::Decompressor::new(&*brotlied(&text).unwrap(), 4096)
            .read_to_end(&mut opened)
            .unwrap();
        assert_eq!(opened, text);
        let mut opened = Vec::new();
        flate2::read::GzDecoder::new(&*gzipped(&text).unwrap()).read_to_end(&mut opened).unwrap();
        assert_eq!(opened, text);
    }

    #[test]
    fn the_first_view_is_the_sum_of_loader_glue_and_wasm() {
        let shipped = |name: &str, brotli| Shipped {
            name: name.to_owned(),
            bytes: Bytes { raw: 10 * brotli, gzip: 2 * brotli, brotli },
            sha384: String::new(),
        };
        let files = [
            shipped("evaluation-explorer-0123456789abcdef.js", 5),
            shipped("evaluation-explorer-0123456789abcdef.wasm", 70),
            shipped("evaluation-explorer-answers-0123456789abcdef.wasm", 30),
            shipped("evaluation-explorer.js", 6),
            shipped("index.html", 1000),
        ];
        let view = fetched(&files, &FIRST_VIEW).unwrap();
        assert_eq!(view.bytes, Bytes { raw: 810, gzip: 162, brotli: 81 });
        assert_eq!(view.files[0], "evaluation-explorer.js");
    }

    #[test]
    fn a_package_without_wasm_is_refused() {
        let refused = fetched(&[], &FIRST_VIEW).unwrap_err();
        assert_eq!(refused.to_string(), "the package has no loader");
    }
}
