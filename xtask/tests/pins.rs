//! The same version of a tool everywhere it is named.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::path::Path;

use toml::Table;

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn table(name: &str) -> Table {
    read(name).parse().unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn cargo_tool(name: &str) -> String {
    table("tools.toml")["cargo"][name]["version"].as_str().unwrap().to_owned()
}

#[test]
fn the_glue_and_its_command_line_tool_are_of_one_version() {
    let tool = cargo_tool("wasm-bindgen-cli");
    let manifest = table("Cargo.toml");
    let wanted = manifest["workspace"]["dependencies"]["wasm-bindgen"].as_str().unwrap();
    assert_eq!(wanted, format!("={tool}"), "Cargo.toml");
    let lock = table("Cargo.lock");
    let locked: Vec<&str> = lock["package"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|package| package["name"].as_str() == Some("wasm-bindgen"))
        .map(|package| package["version"].as_str().unwrap())
        .collect();
    assert_eq!(locked, [tool.as_str()], "Cargo.lock");
}

#[test]
fn trunk_asks_for_the_pinned_tools() {
    let trunk = table("Trunk.toml");
    let binaryen = table("tools.toml")["npm"]["binaryen"].as_str().unwrap().to_owned();
    let major = binaryen.split('.').next().unwrap();
    assert_eq!(trunk["trunk-version"].as_str().unwrap(), format!("={}", cargo_tool("trunk")));
    assert_eq!(trunk["tools"]["wasm_bindgen"].as_str().unwrap(), cargo_tool("wasm-bindgen-cli"));
    assert_eq!(trunk["tools"]["wasm_opt"].as_str().unwrap(), format!("version_{major}"));
}

#[test]
fn npm_installs_the_pinned_versions_and_nothing_else_by_name() {
    let pins: Vec<(String, String)> = table("tools.toml")["npm"]
        .as_table()
        .unwrap()
        .iter()
        .map(|(name, version)| (name.clone(), version.as_str().unwrap().to_owned()))
        .collect();
    let package: serde_json::Value = serde_json::from_str(&read("package.json")).unwrap();
    let lock: serde_json::Value = serde_json::from_str(&read("package-lock.json")).unwrap();
    let wanted = package["devDependencies"].as_object().unwrap();
    assert_eq!(wanted.len(), pins.len(), "package.json");
    assert!(package.get("dependencies").is_none(), "nothing of npm ships");
    for (name, version) in pins {
        assert_eq!(wanted[&name], version, "package.json: {name}");
        let locked = &lock["packages"][format!("node_modules/{name}")]["version"];
        assert_eq!(*locked, version, "package-lock.json: {name}");
    }
}

#[test]
fn the_lock_file_of_npm_names_no_place_to_download_from() {
    assert!(!read("package-lock.json").contains("\"resolved\""), "install without `resolved`");
}
