//! Packs `data/` into the two files that the library embeds. Data with errors do not build.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use explorer_compiler::packed::packed;
use explorer_compiler::problem::Severity;
use explorer_compiler::{Compiled, compile};
use explorer_core::artifact::cut;

fn main() -> ExitCode {
    match embed() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn embed() -> Result<(), String> {
    let crate_dir = folder("CARGO_MANIFEST_DIR")?;
    let data = crate_dir.join("../../data");
    watch(&data);
    let Compiled { content, report, .. } = compile(&data)
        .map_err(|error| format!("cannot read the folder {}: {error}", data.display()))?;
    for problem in report.problems().iter().filter(|p| p.severity == Severity::Warning) {
        println!("cargo::warning=data/{}: {}", problem.location, problem.headline);
    }
    let Some(content) = content else {
        return Err(format!("the data have errors:\n\n{report}"));
    };
    let bytes = packed(&content).map_err(|error| error.to_string())?;
    let cut = cut(&bytes).map_err(|error| error.to_string())?;
    let (first, rest) = bytes.split_at(cut);
    let folder = folder("OUT_DIR")?;
    write(&folder.join("first.eep"), first)?;
    write(&folder.join("rest.eep"), rest)
}

fn write(target: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(target, bytes).map_err(|error| format!("cannot write {}: {error}", target.display()))
}

fn folder(variable: &str) -> Result<PathBuf, String> {
    env::var_os(variable).map(PathBuf::from).ok_or_else(|| format!("cargo gives no {variable}"))
}

/// A folder that is named here is watched with all that is in it. The program that packs is
/// watched by cargo itself.
fn watch(data: &Path) {
    println!("cargo::rerun-if-changed=build.rs");
    for part in [
        "evaluations",
        "vocabulary",
        "set.toml",
        "tensions.toml",
        "redirects.toml",
        "published-ids.txt",
    ] {
        println!("cargo::rerun-if-changed={}", data.join(part).display());
    }
}
