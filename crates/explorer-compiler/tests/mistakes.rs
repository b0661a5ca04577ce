//! Each folder of `tests/mistakes/` is laid over the set in `tests/sound/`: its files take the place
//! of those of the same name. `removed.txt` names files to leave out; `before.txt` is an earlier list
//! of published ids, as `--since` takes it. What `evaluations check` prints must be what
//! `expected.txt` says, to the letter.
//!
//! `UPDATE_EXPECT=1 cargo test -p explorer-compiler --test mistakes` writes the printouts anew.

#![expect(clippy::unwrap_used, reason = "a test stops where its own files are not right")]

use std::fs;
use std::path::{Path, PathBuf};

use explorer_compiler::source::Sources;
use explorer_compiler::{Compiled, check::RULES, compile, compile_since};

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn mistakes() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = fs::read_dir(tests().join("mistakes"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders
}

fn copy_over(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_over(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// The sound set with a folder laid over it.
fn laid_over(folder: &Path) -> PathBuf {
    let name = folder.file_name().unwrap();
    let set = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mistakes").join(name);
    if set.exists() {
        fs::remove_dir_all(&set).unwrap();
    }
    copy_over(&tests().join("sound"), &set);
    copy_over(folder, &set);
    let removed = fs::read_to_string(folder.join("removed.txt")).unwrap_or_default();
    for file in removed.lines() {
        fs::remove_file(set.join(file)).unwrap();
    }
    set
}

#[test]
fn the_sound_set_has_no_problem() {
    let Compiled { content, report, .. } = compile(&tests().join("sound")).unwrap();
    assert_eq!(report.to_string(), "0 errors, 0 warnings\n");
    assert_eq!(content.unwrap().records.len(), 2);
}

#[test]
fn each_mistake_is_printed_as_expected() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut different = Vec::new();
    for folder in mistakes() {
        let sources = Sources::gather(&laid_over(&folder)).unwrap();
        let before = fs::read_to_string(folder.join("before.txt")).ok();
        let Compiled { content, report, .. } = compile_since(&sources, before.as_deref());
        assert_eq!(content.is_none(), report.has_errors(), "{}", folder.display());
        let printed = report.to_string();
        let path = folder.join("expected.txt");
        if update {
            fs::write(&path, printed).unwrap();
        } else if fs::read_to_string(&path).unwrap_or_default() != printed {
            different.push(format!("{}:\n{printed}", folder.display()));
        }
    }
    assert!(different.is_empty(), "printed otherwise:\n{}", different.join("\n"));
}

#[test]
fn each_rule_has_a_mistake_that_breaks_it() {
    let printouts: String = mistakes()
        .iter()
        .map(|folder| fs::read_to_string(folder.join("expected.txt")).unwrap())
        .collect();
    let never_broken: Vec<&str> = RULES
        .iter()
        .flat_map(|rules| rules.iter())
        .filter(|rule| !printouts.contains(&format!("{}[{}]:", rule.severity.word(), rule.code)))
        .map(|rule| rule.code)
        .collect();
    assert!(never_broken.is_empty(), "no folder of mistakes breaks {never_broken:?}");
}

#[test]
fn rules_have_names_of_their_own() {
    let mut codes: Vec<&str> =
        RULES.iter().flat_map(|rules| rules.iter()).map(|rule| rule.code).collect();
    let count = codes.len();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), count);
}
