//! The pinned versions of `tools.toml`.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::failure::{Failure, Outcome};
use crate::project::read_text;

/// All of `tools.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pins {
    /// What rustup adds.
    pub rust: RustPins,
    /// What cargo installs, by crate name.
    pub cargo: BTreeMap<String, CargoTool>,
    /// What npm installs: package name to exact version.
    pub npm: BTreeMap<String, String>,
    /// What the operating system provides.
    pub system: BTreeMap<String, SystemTool>,
}

/// What rustup adds to the toolchain.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RustPins {
    /// The target that the widget is compiled for.
    pub target: String,
}

/// A program that cargo installs.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CargoTool {
    /// The only version accepted.
    pub version: String,
    /// The program that tells its version when asked `--version`.
    pub program: String,
    /// Whether the tool's own lock file is used.
    pub locked: bool,
    /// Whether it is built with the features that its author turns on.
    pub default_features: bool,
}

/// A program that comes with the operating system.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SystemTool {
    /// Names it goes by, the preferred one first.
    pub programs: Vec<String>,
    /// The Debian package that has it.
    pub package: String,
}

impl Pins {
    /// Reads the file.
    pub fn read(path: &Path) -> Outcome<Self> {
        toml::from_str(&read_text(path)?).map_err(|error| Failure::file("understand", path, error))
    }
}
