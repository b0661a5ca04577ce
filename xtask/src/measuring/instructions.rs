//! Counts the instructions of fixed work of the engine and holds them to a committed baseline.
//!
//! A count hangs on the compiler and hardly on the machine, and not at all on what else the machine
//! does, so a few per cent more are a regression and no accident. `benches/instructions` does the
//! work, valgrind counts.

use std::path::Path;

use serde::Deserialize;

use crate::failure::{Failure, Outcome};
use crate::measuring::document::{self, grouped};
use crate::project::{Project, files_below, read_text, remove_folder, write};
use crate::step::{output, run};
use crate::tools;

const BASELINE: &str = "benches/instructions.toml";
const FOLDER: &str = "target/instructions";
/// How many evaluations the set has that the work is done on.
const EVALUATIONS: u64 = 300;
/// The sizes of the table.
const SIZES: [u64; 4] = [100, 1_000, 10_000, 30_000];
/// The function of `benches/instructions` inside which is counted, as valgrind writes its name.
const COUNTED: &str = "explorer_instructions::counted";

/// The instructions of one operation.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// What is done.
    pub operation: String,
    /// How many instructions that takes.
    pub instructions: u64,
}

/// `benches/instructions.toml`.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Baseline {
    /// The compiler that the counts are of.
    compiler: String,
    tolerance_percent: u64,
    /// The tolerance where the compiler is another one.
    tolerance_percent_elsewhere: u64,
    count: Vec<Count>,
}

/// Fails if an operation takes more instructions than the baseline and its tolerance allow.
pub fn check(project: &Project) -> Outcome {
    let path = project.path(BASELINE);
    let baseline: Baseline = toml::from_str(&read_text(&path)?)
        .map_err(|error| Failure::file("understand", &path, error))?;
    let compiler = compiler(project)?;
    let found = count(project, EVALUATIONS)?;
    for (before, now) in pairs(&baseline.count, &found)? {
        println!(
            "{:>12} of {:>12} ({:+.1} %)  {}",
            now.instructions,
            before.instructions,
            change(before, now),
            now.operation
        );
    }
    compared(&baseline, &compiler, &found)
}

/// Writes what is counted now over the baseline.
pub fn update(project: &Project) -> Outcome {
    let found = count(project, EVALUATIONS)?;
    write(&project.path(BASELINE), written(&compiler(project)?, &found))
}

/// Instructions of each operation against the size of the set, in thousands.
pub fn table(project: &Project) -> Outcome<String> {
    let mut columns = Vec::new();
    for size in SIZES {
        columns.push(count(project, size)?);
    }
    let operations = columns.first().into_iter().flatten().enumerate();
    let rows = operations.map(|(at, Count { operation, .. })| {
        let counts = columns.iter().filter_map(|column| column.get(at));
        let thousands = counts.map(|count| grouped(count.instructions.div_ceil(1000)));
        [operation.clone()].into_iter().chain(thousands).collect()
    });
    let heads = SIZES.map(|size| format!("{} evaluations", grouped(size)));
    let heads: Vec<&str> =
        ["thousands of instructions"].into_iter().chain(heads.iter().map(String::as_str)).collect();
    Ok(document::table(&heads, &rows.collect::<Vec<_>>()))
}

fn compared(baseline: &Baseline, compiler: &str, found: &[Count]) -> Outcome {
    let is_same = baseline.compiler == compiler;
    let tolerance =
        if is_same { baseline.tolerance_percent } else { baseline.tolerance_percent_elsewhere };
    let slower: Vec<String> = pairs(&baseline.count, found)?
        .into_iter()
        .filter(|(before, now)| now.instructions * 100 > before.instructions * (100 + tolerance))
        .map(|(before, now)| format!("{} {:+.1} %", now.operation, change(before, now)))
        .collect();
    if slower.is_empty() {
        return Ok(());
    }
    let elsewhere = if is_same { "" } else { ", though the compiler is another one" };
    Err(Failure::new(format!(
        "more instructions than {BASELINE} allows ({tolerance} %{elsewhere}): {}; make it faster, \
         or run `cargo xtask bench --baseline` and say why in the commit",
        slower.join(", ")
    )))
}

/// Each operation before and now; both must be about the same operations.
fn pairs<'c>(before: &'c [Count], now: &'c [Count]) -> Outcome<Vec<(&'c Count, &'c Count)>> {
    let names = |counts: &[Count]| counts.iter().map(|it| it.operation.clone()).collect::<Vec<_>>();
    if names(before) == names(now) {
        return Ok(before.iter().zip(now).collect());
    }
    Err(Failure::new(format!(
        "{BASELINE} is about other operations than benches/instructions: {} and {}; run `cargo xtask \
         bench --baseline`",
        names(before).join(", "),
        names(now).join(", ")
    )))
}

fn change(before: &Count, now: &Count) -> f64 {
    (now.instructions as f64 / before.instructions.max(1) as f64 - 1.0) * 100.0
}

fn written(compiler: &str, counts: &[Count]) -> String {
    let mut text = format!(
        "# Instructions of each operation of benches/instructions on {EVALUATIONS} synthetic \
         evaluations of 30\n# statements. `cargo xtask test instructions` fails above the \
         tolerance; `cargo xtask bench --baseline`\n# writes this file. The tolerance elsewhere \
         holds where the compiler is another one.\n\ncompiler = \"{compiler}\"\n\
         tolerance_percent = 3\ntolerance_percent_elsewhere = 25\n"
    );
    for Count { operation, instructions } in counts {
        text.push_str(&format!(
            "\n[[count]]\noperation = \"{operation}\"\ninstructions = {instructions}\n"
        ));
    }
    text
}

/// Version and machine of the compiler, such as `rustc 1.95.0 x86_64-unknown-linux-gnu`.
pub fn compiler(project: &Project) -> Outcome<String> {
    let printed = output(project.command("rustc").arg("-vV"))?;
    let field = |name: &str| printed.lines().find_map(|line| line.strip_prefix(name));
    let (release, host) = (field("release: "), field("host: "));
    Ok(format!("rustc {} {}", release.unwrap_or_default(), host.unwrap_or_default()))
}

/// Counts the instructions of each operation on a set of a size, in their order.
fn count(project: &Project, evaluations: u64) -> Outcome<Vec<Count>> {
    let folder = project.path(FOLDER);
    remove_folder(&folder)?;
    let set = folder.join("set.eep");
    write(&set, [])?;
    // The small set is quick to make without optimisation, and its program is there already.
    let profile = if evaluations > EVALUATIONS { "release" } else { "dev" };
    let sets = ["run", "--quiet", "--locked", "--package", "explorer-sets", "--profile", profile];
    run(project.cargo(sets).args(["--", "packed", &evaluations.to_string()]).arg(&set))?;
    let build = ["build", "--quiet", "--locked", "--release", "--package", "explorer-instructions"];
    run(&mut project.cargo(build))?;
    let program = project.path("target/release/explorer-instructions");
    let valgrind = tools::system(project, "valgrind")?;
    let mut counting = project.command(&valgrind.to_string_lossy());
    counting.args(["--tool=callgrind", "--quiet", "--collect-atstart=no"]);
    counting.arg(format!("--toggle-collect={COUNTED}")).arg(format!("--dump-after={COUNTED}"));
    counting.arg(format!("--callgrind-out-file={}", folder.join("counts").display()));
    let printed = output(counting.arg(program).arg(set))?;
    paired(printed.lines(), &totals(&folder)?)
}

/// What was collected until each end of the counted function: one file each, numbered from one.
fn totals(folder: &Path) -> Outcome<Vec<u64>> {
    let name = |path: &Path| path.file_name().map(|it| it.to_string_lossy().into_owned());
    let mut totals = Vec::new();
    for path in files_below(folder) {
        let number = name(&path).and_then(|it| it.strip_prefix("counts.")?.parse::<u32>().ok());
        let Some(number) = number else { continue };
        let text = read_text(&path)?;
        let total =
            total(&text).ok_or_else(|| Failure::new(format!("{} has no total", path.display())))?;
        totals.push((number, total));
    }
    totals.sort_unstable();
    Ok(totals.into_iter().map(|(_, total)| total).collect())
}

/// The sum of a file of callgrind.
fn total(text: &str) -> Option<u64> {
    let line = text.lines().find_map(|line| line.strip_prefix("totals: "))?;
    line.trim().parse().ok()
}

fn paired<'n>(names: impl Iterator<Item = &'n str>, totals: &[u64]) -> Outcome<Vec<Count>> {
    let names: Vec<&str> = names.collect();
    // What is collected after the last operation, nothing, is a file of its own.
    let totals = totals.get(..names.len()).filter(|totals| !totals.contains(&0));
    let totals = totals.ok_or_else(|| {
        Failure::new("valgrind did not count each operation; does it know the counted function?")
    })?;
    let count =
        |(name, &instructions): (&str, &u64)| Count { operation: name.to_owned(), instructions };
    Ok(names.into_iter().zip(totals).map(count).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(counts: &[(&str, u64)]) -> Vec<Count> {
        let count = |&(operation, instructions): &(&str, u64)| Count {
            operation: operation.to_owned(),
            instructions,
        };
        counts.iter().map(count).collect()
    }

    fn baseline() -> Baseline {
        toml::from_str(&written("rustc 1", &counts(&[("open", 1000), ("a word", 200)]))).unwrap()
    }

    #[track_caller]
    fn check_fails(compiler: &str, found: &[(&str, u64)], expected: &str) {
        let failure = compared(&baseline(), compiler, &counts(found)).unwrap_err().to_string();
        assert!(failure.contains(expected), "{failure}");
    }

    #[test]
    fn a_few_more_instructions_are_tolerated_and_fewer_always_are() {
        for found in [[("open", 1030), ("a word", 206)], [("open", 1), ("a word", 1)]] {
            assert!(compared(&baseline(), "rustc 1", &counts(&found)).is_ok(), "{found:?}");
        }
        let found = counts(&[("open", 1250), ("a word", 200)]);
        assert!(compared(&baseline(), "rustc 2", &found).is_ok());
    }

    #[test]
    fn more_than_that_fails_and_names_the_operation() {
        check_fails("rustc 1", &[("open", 1000), ("a word", 207)], "(3 %): a word +3.5 %; make");
        check_fails("rustc 2", &[("open", 1251), ("a word", 200)], "another one): open +25.1 %;");
    }

    #[test]
    fn another_operation_needs_another_baseline() {
        check_fails("rustc 1", &[("open", 1000)], "about other operations");
    }

    #[test]
    fn each_operation_has_the_total_of_its_own_file() {
        assert_eq!(total("version: 1\nevents: Ir\ntotals: 1234\n"), Some(1234));
        assert_eq!(total("version: 1\n"), None);
        let names = || ["open", "a word"].into_iter();
        assert_eq!(paired(names(), &[7, 5, 0]).unwrap(), counts(&[("open", 7), ("a word", 5)]));
        assert!(paired(names(), &[7]).is_err());
        assert!(paired(names(), &[7, 0, 5]).is_err());
    }
}
