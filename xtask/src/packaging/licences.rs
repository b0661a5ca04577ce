//! The licences of what ships: our own, and the list of crates inside the WebAssembly.

use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::project::{Project, WIDGET, read_bytes, write};
use crate::step::output;

const OWN: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];
const CRATES: &str = "third-party.txt";

/// Copies our licences and lists the crates that the wasm was made from.
pub fn write_all(project: &Project, folder: &Path) -> Outcome {
    for name in OWN {
        write(&folder.join(format!("{name}.txt")), read_bytes(&project.path(name))?)?;
    }
    let target = project.pins.rust.target.as_str();
    let packages = ["tree", "--locked", "--package", WIDGET, "--package", "explorer-packer"];
    let tree = output(project.cargo(packages).args([
        "--edges=normal,no-proc-macro",
        "--prefix=none",
        "--format={p}\t{l}\t{r}",
        "--target",
        target,
    ]))?;
    let list = third_party(&tree);
    if list.is_empty() {
        return Err(Failure::new("cargo tree lists no crate inside the widget"));
    }
    write(&folder.join(CRATES), list)
}

/// One line per crate: name and version, licence, repository. Our own crates, which cargo prints
/// with their folder, are left out.
fn third_party(tree: &str) -> String {
    let mut lines: Vec<String> = tree
        .lines()
        .map(|line| line.trim_end_matches(" (*)"))
        .filter(|line| !line.is_empty() && !line.contains(" (/"))
        .map(|line| line.split('\t').collect::<Vec<_>>().join("  "))
        .collect();
    lines.sort();
    lines.dedup();
    lines.iter().map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_crate_is_listed_once_and_our_own_are_not() {
        let tree = "evaluation-explorer v0.1.0 (/somewhere/x)\tMIT\t\n\
                    serde v1.0.1\tMIT OR Apache-2.0\thttps://e.org/serde\n\
                    itoa v1.0.0\tMIT\thttps://e.org/itoa\n\
                    serde v1.0.1\tMIT OR Apache-2.0\thttps://e.org/serde (*)\n";
        assert_eq!(
            third_party(tree),
            "itoa v1.0.0  MIT  https://e.org/itoa\n\
             serde v1.0.1  MIT OR Apache-2.0  https://e.org/serde\n"
        );
    }
}
