//! Keeps the paths of the machine that builds out of what it builds: they would stand in the
//! messages of panics, make the same release differ from one machine to the next, and travel to
//! every reader.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::Outcome;
use crate::project::Project;
use crate::step::output;

/// What parts the flags in cargo's variable; a path may hold spaces.
const BETWEEN: &str = "\u{1f}";

/// Makes a build for readers name its sources from where they are published, not from where they lie.
pub fn left_out<'c>(project: &Project, build: &'c mut Command) -> Outcome<&'c mut Command> {
    let sysroot = output(project.command("rustc").args(["--print", "sysroot"]))?;
    let library = PathBuf::from(sysroot.trim()).join("lib/rustlib/src/rust/library");
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let registry = home
        .or_else(|| Some(env::home_dir()?.join(".cargo")))
        .map(|home| home.join("registry/src"));
    let flags: Vec<String> = [(Some(library), "std"), (registry, "crates")]
        .into_iter()
        .filter_map(|(path, name)| Some(flag(&path?.display().to_string(), name)))
        .collect();
    Ok(build.env("CARGO_ENCODED_RUSTFLAGS", flags.join(BETWEEN)))
}

fn flag(path: &str, name: &str) -> String {
    format!("--remap-path-prefix={path}={name}")
}

#[cfg(test)]
mod tests {
    use super::flag;

    #[test]
    fn a_flag_names_what_stands_in_place_of_a_path() {
        assert_eq!(flag("/a b/c", "std"), "--remap-path-prefix=/a b/c=std");
    }
}
