//! The commands as people run them, on copies of the small set in `tests/sound/`.

#![expect(clippy::unwrap_used, reason = "a test stops where its own files are not right")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// A copy of the sound set in a folder of its own.
fn set(name: &str) -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("commands").join(name);
    if target.exists() {
        fs::remove_dir_all(&target).unwrap();
    }
    let sound = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sound");
    for folder in ["", "evaluations", "vocabulary"] {
        fs::create_dir_all(target.join(folder)).unwrap();
        for entry in fs::read_dir(sound.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                fs::copy(&path, target.join(folder).join(path.file_name().unwrap())).unwrap();
            }
        }
    }
    target
}

fn run(arguments: &[&str], data: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_evaluations"))
        .args(arguments)
        .current_dir(data)
        .output()
        .unwrap()
}

#[track_caller]
fn printed(output: &Output, status: i32) -> String {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    let errors = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(status), "{text}{errors}");
    text + &errors
}

#[track_caller]
fn json(output: &Output) -> Value {
    serde_json::from_str(&printed(output, 0)).unwrap()
}

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect()
}

#[test]
fn every_command_has_help_with_an_example() {
    let help = printed(&run(&["--help"], Path::new(".")), 0);
    let commands = help.split("Commands:").nth(1).unwrap().split("Options:").next().unwrap();
    let names = commands.lines().filter_map(|line| line.split_whitespace().next());
    for name in names.filter(|name| *name != "help") {
        let help = printed(&run(&[name, "--help"], Path::new(".")), 0);
        let example = format!(":\n  evaluations {name} ");
        let has = |heading: &str| help.contains(&format!("\n{heading}{example}"));
        assert!(has("Example") || has("Examples"), "{name}: {help}");
    }
}

#[test]
fn a_new_record_lists_what_is_still_to_be_filled_in() {
    let data = set("new");
    printed(&run(&["new", "unodc-lake-2022", "--data", "."], &data), 0);
    let problems = printed(&run(&["check", "."], &data), 1);
    assert!(problems.contains("evaluations/unodc-lake-2022.toml"));
    assert!(!problems.contains("[unknown-key]") && !problems.contains("[missing-key]"));
    assert!(!problems.contains("[syntax]"));
}

#[test]
fn a_record_is_not_written_over_unasked() {
    let data = set("over");
    let before = fs::read(data.join("evaluations/unodc-river-2020.toml")).unwrap();
    let refused = printed(&run(&["new", "unodc-river-2020", "--data", "."], &data), 2);
    assert!(refused.contains("--force"));
    assert_eq!(fs::read(data.join("evaluations/unodc-river-2020.toml")).unwrap(), before);
    printed(&run(&["new", "Not An Id", "--data", "."], &data), 2);
}

#[test]
fn problems_can_be_read_by_programs() {
    let data = set("json");
    fs::remove_file(data.join("set.toml")).unwrap();
    let output = run(&["check", ".", "--format", "json"], &data);
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let problem = &report["problems"][0];
    assert_eq!(problem["file"], "set.toml");
    assert_eq!((&problem["line"], &problem["severity"]), (&1.into(), &"error".into()));
}

#[test]
fn fixing_adds_new_ids_at_the_end_and_removes_none() {
    let data = set("fix");
    let path = data.join("published-ids.txt");
    let shorter = fs::read_to_string(&path).unwrap().replace("who-counts\n", "");
    fs::write(&path, &shorter).unwrap();
    assert!(printed(&run(&["check", "."], &data), 0).contains("warning[unpublished-ids]"));
    assert_eq!(fs::read_to_string(&path).unwrap(), shorter);
    assert_eq!(printed(&run(&["check", ".", "--fix"], &data), 0), "0 errors, 0 warnings\n");
    assert_eq!(fs::read_to_string(&path).unwrap(), shorter + "who-counts\n");
}

#[test]
fn packing_twice_gives_the_same_bytes_and_leaves_no_other_file() {
    let data = set("pack");
    printed(&run(&["pack", ".", "-o", "one.eep"], &data), 0);
    printed(&run(&["pack", ".", "-o", "two.eep"], &data), 0);
    assert!(fs::read(data.join("one.eep")).unwrap() == fs::read(data.join("two.eep")).unwrap());
    assert!(printed(&run(&["pack", ".", "-o", "one.eep"], &data), 2).contains("--force"));
    printed(&run(&["pack", ".", "-o", "one.eep", "--force"], &data), 0);
    let parts = fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(!parts.into_iter().any(|name| name.to_string_lossy().ends_with(".part")));
}

#[test]
fn a_set_with_errors_is_not_packed() {
    let data = set("refused");
    fs::remove_file(data.join("vocabulary/themes.toml")).unwrap();
    assert!(printed(&run(&["pack", ".", "-o", "x.eep"], &data), 1).contains("[missing-file]"));
    assert!(!data.join("x.eep").exists());
}

#[test]
fn a_link_is_answered_from_the_folder_and_from_the_packed_file_alike() {
    let data = set("query");
    printed(&run(&["pack", ".", "-o", "set.eep"], &data), 0);
    let link = "?ee-kind=finding.lesson&ee-unit=statements&ee-v=1";
    let answer = json(&run(&["query", link, "--data", "."], &data));
    assert_eq!(answer, json(&run(&["query", link, "--data", "set.eep"], &data)));
    assert_eq!(ids(&answer["evaluations"]), ["unodc-river-2020"]);
    assert_eq!(answer["total"]["statements"], 3);
    assert_eq!(answer["counts"]["theme"]["knowledge-tools"], 2);
    assert_eq!(answer["issues"], Value::Array(Vec::new()));
    assert!(answer["sentence"].as_str().unwrap().contains('3'));
}

#[test]
fn a_limit_shortens_the_lists_and_not_the_totals() {
    let data = set("limit");
    let answer = json(&run(&["query", "", "--data", ".", "--limit", "1"], &data));
    assert_eq!(ids(&answer["evaluations"]).len(), 1);
    assert_eq!(ids(&answer["statements"]).len(), 1);
    assert_eq!(answer["total"], serde_json::json!({ "evaluations": 2, "statements": 4 }));
}

#[test]
fn a_value_that_the_set_does_not_know_finds_nothing_and_is_said() {
    let data = set("issues");
    let answer = json(&run(&["query", "theme=no-such-theme", "--data", "."], &data));
    assert_eq!(answer["total"]["evaluations"], 0);
    assert_eq!(answer["issues"][0]["kind"], "unknown-value");
    assert_eq!(answer["issues"][0]["key"], "theme");
}

#[test]
fn mistyped_words_find_what_was_meant_unless_every_word_is_taken_as_typed() {
    let data = set("typos");
    let evaluations = |more: &[&str]| {
        let arguments = ["query", "q=officres", "--data", "."];
        json(&run(&[&arguments[..], more].concat(), &data))["total"]["evaluations"].clone()
    };
    assert_eq!((evaluations(&[]), evaluations(&["--no-typos"])), (1.into(), 0.into()));
}

#[test]
fn an_export_of_a_query_has_what_the_link_finds_and_nothing_else() {
    let data = set("export-query");
    let export = |query: &str, extra: &[&str]| {
        let arguments = ["export", ".", "--format", "jsonl", "--query", query];
        let output = run(&[&arguments[..], extra].concat(), &data);
        let notes = String::from_utf8(output.stderr.clone()).unwrap();
        assert_eq!(output.status.code(), Some(0), "{notes}");
        let text = String::from_utf8(output.stdout).unwrap();
        let lines: Vec<Value> =
            text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        (Value::Array(lines), notes)
    };
    let link = "?ee-kind=recommendation&ee-unit=statements&ee-v=1";
    let (lines, notes) = export(link, &[]);
    let answer = json(&run(&["query", link, "--data", "."], &data));
    assert_eq!(ids(&lines), ids(&answer["statements"]));
    assert_eq!((ids(&lines), notes.as_str()), (vec!["ilo-bridge-2021-r1"], ""));

    let (lines, _) = export("agency=unodc", &["--of", "evaluations"]);
    assert_eq!(ids(&lines), ["unodc-river-2020"]);

    let (lines, notes) = export("theme=no-such-theme", &[]);
    assert_eq!(lines, Value::Array(Vec::new()));
    assert_eq!(notes, "note: The set has no theme “no-such-theme”; nothing matches it.\n");
}

#[test]
fn an_explanation_names_rank_and_parts() {
    let data = set("explain");
    let arguments = ["explain", "register", "unodc-river-2020-l1", "--data", "."];
    let why = json(&run(&[&arguments[..], &["--format", "json"]].concat(), &data));
    assert!(why["rank"].as_u64().unwrap() >= 1);
    assert_eq!(why["parts"][0]["typed"], "register");
    assert_eq!(why["parts"][0]["statements"], 1);
    assert!(printed(&run(&arguments, &data), 0).contains("register"));
    printed(&run(&["explain", "register", "nobody", "--data", "."], &data), 2);
}

#[test]
fn an_export_notes_in_words_what_it_did_not_take_from_a_query() {
    let data = set("export-notes");
    let query = "?ee-country=pe.zz&ee-colour=red&ee-q=registr";
    let export = run(&["export", ".", "--format", "csv", "--query", query], &data);
    let notes = String::from_utf8(export.stderr.clone()).unwrap();
    assert_eq!(export.status.code(), Some(0), "{notes}");
    assert!(!notes.contains('{') && !notes.contains("null"), "{notes}");
    for part in ["note: The set has no country “zz”", "colour=red", "`v=1`"] {
        assert!(notes.contains(part), "{part}: {notes}");
    }
}

#[test]
fn an_id_that_went_from_data_and_list_together_is_missed_in_an_earlier_list() {
    let data = set("since");
    let list = data.join("published-ids.txt");
    let before = fs::read_to_string(&list).unwrap();
    fs::write(data.join("before.txt"), &before).unwrap();
    let check = ["check", ".", "--since", "before.txt"];
    printed(&run(&check, &data), 0);
    let record = data.join("evaluations/unodc-river-2020.toml");
    let text = fs::read_to_string(&record).unwrap();
    let (head, rest) = text.split_once("[[statements]]\nkind = \"lesson\"").unwrap();
    let (_, tail) = rest.split_once("[[contradictions]]").unwrap();
    fs::write(&record, format!("{head}[[contradictions]]{tail}")).unwrap();
    fs::write(&list, before.replace("unodc-river-2020-l1\n", "")).unwrap();
    printed(&run(&["check", "."], &data), 0);
    let problems = printed(&run(&check, &data), 1);
    assert!(problems.contains("error[published-list-cut]"), "{problems}");
    assert!(problems.contains("expected: `unodc-river-2020-l1`, as before"), "{problems}");
}
