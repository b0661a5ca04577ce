//! The laws, for every seed of `fuzz/corpus` and some hundreds of changes of each: what continuous
//! integration can afford of fuzzing. The changes are the same in every run.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use explorer_core::testing::Dice;

/// What readers of text stumble over.
const BITS: [&str; 28] = [
    "\0",
    "\n",
    "\r\n",
    "\t",
    "\u{feff}",
    "\u{202e}",
    "\u{200d}",
    "e\u{301}\u{301}",
    "ﷺ",
    "👩‍👩‍👧",
    "ß",
    "İ",
    "\"",
    "'''",
    "\\",
    "[[",
    "]",
    "{",
    "=",
    "&",
    "%",
    "%e2%80",
    ",",
    ";;",
    "-",
    "18446744073709551616",
    "0000-99-99",
    "<script>",
];

/// The longest input after a change: changes double inputs.
const LONGEST: usize = 64 * 1024;

/// One to four changes: something cut, doubled, put in, written over, or taken from another seed.
fn changed(seed: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.throw(4) {
        let from = dice.throw(bytes.len() + 1);
        let to = from + dice.throw((bytes.len() - from).min(64) + 1);
        match dice.throw(5) {
            0 => drop(bytes.drain(from..to)),
            1 => {
                let again = bytes[from..to].repeat(1 + dice.throw(8));
                bytes.splice(to..to, again);
            }
            2 => drop(bytes.splice(from..from, dice.pick(&BITS).bytes())),
            3 => bytes[from..to].iter_mut().for_each(|byte| *byte = dice.throw(256) as u8),
            _ => {
                let start = dice.throw(other.len() + 1);
                bytes.splice(from..to, other[start..].iter().copied().take(256));
            }
        }
        bytes.truncate(LONGEST);
    }
    bytes
}

/// Holds the law for every seed of a folder and for so many changes of each.
fn hold(name: &str, changes: usize, law: impl Fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus").join(name);
    let mut paths: Vec<_> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let seeds: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(path).unwrap()).collect();
    assert!(seeds.len() > 2, "{} holds {} seeds", folder.display(), seeds.len());
    let mut dice = Dice::new(name.len() as u64);
    for (seed, path) in seeds.iter().zip(&paths) {
        for number in 0..=changes {
            let other = &seeds[dice.throw(seeds.len())];
            let input = if number == 0 { seed.clone() } else { changed(seed, other, &mut dice) };
            let holds = catch_unwind(AssertUnwindSafe(|| law(&input))).is_ok();
            let shown = input.escape_ascii();
            assert!(holds, "change {number} of {} breaks the law: {shown}", path.display());
        }
    }
}

/// The same for a law of texts.
fn hold_text(name: &str, changes: usize, law: impl Fn(&str)) {
    hold(name, changes, |bytes| law(&String::from_utf8_lossy(bytes)));
}

#[test]
fn authoring_files() {
    hold_text("authoring", 12, explorer_laws::authoring);
}

#[test]
fn briefs() {
    hold_text("draft", 60, explorer_laws::draft);
}

#[test]
fn links() {
    hold_text("link", 400, explorer_laws::link);
}

#[test]
fn packed_sets() {
    hold("set", 150, explorer_laws::set);
}

#[test]
fn sheets() {
    hold("sheet", 25, explorer_laws::sheet);
}

#[test]
fn what_readers_type() {
    hold_text("words", 250, explorer_laws::words);
}

#[test]
fn a_broken_law_is_found_in_a_seed_and_in_a_change_of_one() {
    let breaks = |is_broken: fn(&str) -> bool| {
        let held = || hold_text("words", 250, |text| assert!(!is_broken(text)));
        catch_unwind(held).unwrap_err().downcast::<String>().unwrap()
    };
    assert!(breaks(|text| !text.is_empty()).starts_with("change 0 of "));
    assert!(!breaks(|text| text.contains('\0')).starts_with("change 0 of "));
}
