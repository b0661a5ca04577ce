//! Installs what is missing, in the versions of `tools.toml`, and finds what is there.
//!
//! Cargo's tools go to `.tools/`, npm's to `node_modules/`; the browsers and their drivers come
//! from the operating system. What is present in the right version is left alone.

use std::fs;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use crate::failure::{Failure, Outcome};
use crate::pins::{CargoTool, SystemTool};
use crate::project::Project;
use crate::step::{output, quiet_output, run, step};

const NODE_MAJOR: u32 = 20;

/// Tools are built to be soon there, not to be fast: they work for seconds, and a new machine
/// waits for them.
const SOON_BUILT: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];

/// What building needs: the wasm target, Trunk, wasm-bindgen, npm's tools and the crates.
pub fn for_building(project: &Project) -> Outcome {
    rust_target(project)?;
    cargo_tools(project)?;
    npm(project)?;
    crates(project)
}

/// Trunk is told to stay offline, so that it cannot fetch a tool of another version; the crates
/// must be there before.
fn crates(project: &Project) -> Outcome {
    let host = output(project.command("rustc").args(["--print", "host-tuple"]))?;
    let targets = ["--target", host.trim(), "--target", &project.pins.rust.target];
    run(project.cargo(["fetch", "--locked", "--quiet"]).args(targets))
}

/// What building and testing need. What the operating system and npm provide arrives while cargo
/// compiles.
pub fn for_building_and_testing(project: &Project) -> Outcome {
    // First what a person may have to install, before minutes go into the rest.
    let missing = missing(project);
    if !missing.is_empty() && !can_install(project) {
        return Err(not_found(&missing));
    }
    let arriving = || for_testing(project).and_then(|()| npm(project));
    let (arrived, built) = thread::scope(|scope| {
        let arriving = scope.spawn(arriving);
        let built = rust_target(project).and_then(|()| cargo_tools(project));
        (arriving.join().unwrap_or_else(|panic| resume_unwind(panic)), built)
    });
    arrived?;
    built?;
    crates(project)
}

/// What testing needs besides: the browsers and their drivers.
pub fn for_testing(project: &Project) -> Outcome {
    let missing = missing(project);
    if missing.is_empty() {
        return Ok(());
    }
    if !can_install(project) {
        return Err(not_found(&missing));
    }
    apt(project, &missing)?;
    // A package may be there and its program not, where the system divides packages otherwise.
    let missing = self::missing(project);
    if missing.is_empty() { Ok(()) } else { Err(not_found(&missing)) }
}

fn missing(project: &Project) -> Vec<&SystemTool> {
    let tools = project.pins.system.values();
    tools.filter(|tool| first_program(project, tool).is_none()).collect()
}

/// The program that a `[system]` entry of `tools.toml` stands for.
pub fn system(project: &Project, name: &str) -> Outcome<PathBuf> {
    let tool = project
        .pins
        .system
        .get(name)
        .ok_or_else(|| Failure::new(format!("tools.toml has no [system.{name}]")))?;
    first_program(project, tool).ok_or_else(|| not_found(&[tool]))
}

fn first_program(project: &Project, tool: &SystemTool) -> Option<PathBuf> {
    tool.programs.iter().find_map(|program| project.find(program))
}

fn not_found(tools: &[&SystemTool]) -> Failure {
    let programs: Vec<String> = tools.iter().map(|tool| tool.programs.join(" or ")).collect();
    Failure::new(format!(
        "not found: {}; install with: sudo apt-get install {}",
        programs.join(", "),
        packages(tools).join(" ")
    ))
}

fn packages<'a>(tools: &[&'a SystemTool]) -> Vec<&'a str> {
    tools.iter().map(|tool| tool.package.as_str()).collect()
}

fn can_install(project: &Project) -> bool {
    let is_root = quiet_output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    is_root && project.find("apt-get").is_some()
}

fn apt(project: &Project, tools: &[&SystemTool]) -> Outcome {
    let packages = packages(tools);
    step(&format!("install {} with apt", packages.join(", ")), || {
        run(project.command("apt-get").args(["update", "-qq"]))?;
        run(project
            .command("apt-get")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["install", "-qq", "-y", "--no-install-recommends"])
            .args(&packages))
    })
}

/// The target that the widget is compiled for.
pub fn rust_target(project: &Project) -> Outcome {
    let target = project.pins.rust.target.as_str();
    let sysroot = output(project.command("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(target).join("lib").is_dir() {
        return Ok(());
    }
    if project.find("rustup").is_none() {
        return Err(Failure::new(format!(
            "the Rust target {target} is missing and so is rustup; get it from https://rustup.rs"
        )));
    }
    step(&format!("add the Rust target {target}"), || {
        run(project.command("rustup").args(["target", "add", target]))
    })
}

fn cargo_tools(project: &Project) -> Outcome {
    project.pins.cargo.iter().try_for_each(|(name, tool)| cargo_tool(project, name, tool))
}

fn cargo_tool(project: &Project, name: &str, tool: &CargoTool) -> Outcome {
    let found = quiet_output(project.command(&tool.program).arg("--version"));
    if found.is_some_and(|printed| printed.split_whitespace().any(|word| word == tool.version)) {
        return Ok(());
    }
    step(&format!("install {name} {} into .tools (takes minutes, once)", tool.version), || {
        let mut install = project.cargo(["install", "--force", "--root"]);
        install.arg(project.tools()).args([name, "--version", &tool.version]).envs(SOON_BUILT);
        if tool.locked {
            install.arg("--locked");
        }
        if !tool.default_features {
            install.arg("--no-default-features");
        }
        run(&mut install)
    })
}

fn npm(project: &Project) -> Outcome {
    let node = quiet_output(project.command("node").arg("--version")).unwrap_or_default();
    let major = node.trim().trim_start_matches('v').split('.').next().unwrap_or_default();
    if major.parse::<u32>().unwrap_or_default() < NODE_MAJOR || project.find("npm").is_none() {
        let found = if node.is_empty() { "no Node" } else { node.trim() };
        return Err(Failure::new(format!(
            "Node {NODE_MAJOR} or newer with npm is needed, found {found}; get it from \
             https://nodejs.org"
        )));
    }
    if project.pins.npm.iter().all(|(name, version)| npm_has(project, name, version)) {
        return Ok(());
    }
    step("install the tools of package.json with npm", || {
        run(project.command("npm").env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1").args([
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
        ]))
    })
}

fn npm_has(project: &Project, name: &str, version: &str) -> bool {
    fs::read_to_string(project.path("node_modules").join(name).join("package.json"))
        .ok()
        .and_then(|manifest| serde_json::from_str::<serde_json::Value>(&manifest).ok())
        .is_some_and(|manifest| manifest["version"] == version)
}
