//! Files that are written whole or not at all, and never over others unasked.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

/// Where a command writes, and whether it may write over what is there.
#[derive(clap::Args)]
pub struct Target {
    /// The file to write; standard output when left out.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Write over a file that is there already.
    #[arg(long)]
    pub force: bool,
}

impl Target {
    /// Writes to the file, or to standard output when there is none.
    pub fn write(&self, bytes: &[u8]) -> anyhow::Result<()> {
        match &self.output {
            Some(path) => write_whole(path, bytes, self.force),
            None => print(bytes),
        }
    }
}

/// Writes to standard output. A reader who has seen enough and closed it, as `head` does, is no
/// failure.
pub fn print(bytes: impl AsRef<[u8]>) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes.as_ref()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(error).context("cannot write to standard output")
        }
        _ => Ok(()),
    }
}

/// Writes a value to standard output as JSON.
pub fn print_json(value: &impl serde::Serialize) -> anyhow::Result<()> {
    print(serde_json::to_string_pretty(value)? + "\n")
}

/// Refuses a path that is taken, unless `force`.
pub fn refuse_overwriting(path: &Path, force: bool) -> anyhow::Result<()> {
    if !force && path.exists() {
        bail!("{} exists already; use --force to write over it", path.display());
    }
    Ok(())
}

/// Writes a file so that readers see the old one or the whole new one.
pub fn write_whole(path: &Path, bytes: &[u8], force: bool) -> anyhow::Result<()> {
    refuse_overwriting(path, force)?;
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    let written = fs::write(&part, bytes).and_then(|()| fs::rename(&part, path));
    if written.is_err() {
        // What matters is the error above: a leftover that cannot be removed either harms nobody.
        let _ = fs::remove_file(&part);
    }
    written.with_context(|| format!("cannot write {}", path.display()))
}

/// For people or for programs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum TextOrJson {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// Writes several files over those there are: none is replaced before all have been written
/// beside them.
pub fn write_all_whole(files: &[(PathBuf, &[u8])]) -> anyhow::Result<()> {
    let part = |path: &Path| {
        let mut part = path.as_os_str().to_owned();
        part.push(".part");
        PathBuf::from(part)
    };
    let written = files.iter().try_for_each(|(path, bytes)| {
        fs::write(part(path), bytes).with_context(|| format!("cannot write {}", path.display()))
    });
    if written.is_err() {
        for (path, _) in files {
            // What matters is the error above: a leftover that cannot be removed harms nobody.
            let _ = fs::remove_file(part(path));
        }
        return written;
    }
    files.iter().try_for_each(|(path, _)| {
        fs::rename(part(path), path).with_context(|| format!("cannot replace {}", path.display()))
    })
}
