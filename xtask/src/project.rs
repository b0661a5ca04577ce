//! Where things are: the project's folders, and the search path that includes its own tools.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::pins::Pins;

/// The package at the top level, which is the widget.
pub const WIDGET: &str = "evaluation-explorer";

/// The checkout that the tasks work on.
pub struct Project {
    root: PathBuf,
    /// The pinned versions of tools.
    pub pins: Pins,
}

impl Project {
    /// Finds the project around the crate that this program was built from.
    pub fn open() -> Outcome<Self> {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest
            .parent()
            .ok_or_else(|| Failure::new("the xtask crate must lie inside the project"))?
            .to_path_buf();
        let pins = Pins::read(&root.join("tools.toml"))?;
        Ok(Self { root, pins })
    }

    /// A file or folder of the project.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// Where cargo's tools are installed when PATH has none of the right version.
    pub fn tools(&self) -> PathBuf {
        self.path(".tools")
    }

    /// A command that runs at the top level and finds the project's own tools first.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.find(program).unwrap_or_else(|| program.into()));
        command.current_dir(&self.root).env("PATH", self.search_path());
        command
    }

    /// Cargo, by the name that the shell knows, so that rustup's choice of toolchain stands.
    pub fn cargo<const N: usize>(&self, arguments: [&str; N]) -> Command {
        let mut command = self.command("cargo");
        command.args(arguments);
        command
    }

    /// The full path of a program, looked for in the project's own tools and then on PATH.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        std::env::split_paths(&self.search_path())
            .map(|folder| folder.join(program))
            .find(|candidate| candidate.is_file())
    }

    fn search_path(&self) -> OsString {
        let own = [self.tools().join("bin"), self.path("node_modules/.bin")];
        let inherited = std::env::var_os("PATH").unwrap_or_default();
        let folders = own.into_iter().chain(std::env::split_paths(&inherited));
        std::env::join_paths(folders).unwrap_or(inherited)
    }
}

/// Reads a text file, naming it on failure.
pub fn read_text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| Failure::file("read", path, error))
}

/// Reads a file's bytes, naming it on failure.
pub fn read_bytes(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| Failure::file("read", path, error))
}

/// Writes a file and the folders above it.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Outcome {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| Failure::file("create", folder, error))?;
    }
    fs::write(path, content).map_err(|error| Failure::file("write", path, error))
}

/// Removes a folder with all that is in it, if it is there.
pub fn remove_folder(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| Failure::file("remove", folder, error))?;
    }
    Ok(())
}

/// All files below a folder, sorted; none if there is no such folder.
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(current) = folders.pop() {
        for entry in fs::read_dir(current).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}
