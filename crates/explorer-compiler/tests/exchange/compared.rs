//! The five evaluations side by side, in words.

use std::path::Path;
use std::sync::LazyLock;

use explorer_compiler::answer::compared_csv;
use explorer_compiler::packed::packed;
use explorer_core::address::{Settings, decode};
use explorer_core::dataset::Dataset;
use explorer_lang::EN;
use explorer_lang::table::Table;
use explorer_lang::take::compared_table;

static FIVE: LazyLock<Dataset> = LazyLock::new(|| {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let content = explorer_compiler::compile(&data).unwrap().content.unwrap();
    Dataset::open(packed(&content).unwrap()).unwrap()
});

const TWO: &str = "?ee-view=compare&ee-compare=unodc-xcax75-2019.ilo-per-17-51-usa-2020";

fn table(link: &str) -> Table {
    let state = decode(link, &Settings::default()).state;
    compared_table(String::new(), &FIVE, &state, state.query(), &EN).unwrap()
}

#[test]
fn a_comparison_is_taken_away_with_its_groups_and_what_is_said_in_them() {
    let table = table(&format!("{TWO}&ee-v=1"));
    let heads: Vec<&str> = table.columns.iter().map(|column| &*column.name).collect();
    assert_eq!(heads[..2], ["Part", "Facts"]);
    assert!(heads[2].contains("Border") && heads[3].contains("Peru"), "{heads:?}");
    let named = |part: &str, name: &str| {
        table.rows.iter().filter(|row| row[0] == part && row[1] == name).count()
    };
    assert_eq!(named("Lessons", "Gender equality"), 1);
    assert_eq!(named("Recommendations", "Gender equality"), 1);
    assert!(table.rows.iter().flatten().all(|cell| !cell.is_empty()));
    let said = table.rows.iter().flatten().filter(|cell| cell.starts_with("Lesson 1: "));
    assert!(said.count() > 0);
}

#[test]
fn rows_that_are_hidden_are_not_taken_away_and_folded_ones_say_so() {
    let all = table(&format!("{TWO}&ee-v=1"));
    let different = table(&format!("{TWO}&ee-diff=1&ee-v=1"));
    assert!(different.rows.len() < all.rows.len());
    assert!(different.rows.iter().all(|row| all.rows.contains(row)));
    let folded = table(&format!("{TWO}&ee-not-rows=agency&ee-rows=timing&ee-v=1"));
    let row = folded.rows.iter().find(|row| row[1] == "Agency").unwrap();
    assert_eq!(row[2..], ["(folded)", "(folded)"]);
    assert_eq!(folded.rows[0][1], "Timing");
}

#[test]
fn the_command_line_writes_the_table_that_the_widget_shows() {
    for link in
        [format!("{TWO}&ee-v=1"), format!("{TWO}&ee-unit=statements&ee-theme=gender&ee-v=1")]
    {
        assert_eq!(compared_csv(&FIVE, &link), Some(table(&link).csv()));
    }
    assert_eq!(compared_csv(&FIVE, "?ee-view=compare&ee-compare=unodc-xcax75-2019&ee-v=1"), None);
    assert_eq!(compared_csv(&FIVE, "?ee-v=1"), None);
}

#[test]
fn what_nobody_says_is_called_the_same_everywhere_and_is_not_a_fact_that_is_not_stated() {
    let chosen = "unodc-glot59-2024.unodc-mexw55-mexw64-2022.ilo-per-17-51-usa-2020";
    let facts = table(&format!("?ee-view=compare&ee-compare={chosen}&ee-v=1"));
    let parts = ["By criterion", "Lessons", "Good practices", "Recommendations"];
    let said = facts.rows.iter().filter(|row| parts.contains(&&*row[0]));
    let cells: Vec<&String> = said.flat_map(|row| &row[2..]).collect();
    assert!(cells.iter().any(|cell| **cell == "nothing said"));
    assert!(cells.iter().all(|cell| *cell == "nothing said" || cell.contains(": ")));
    let statements = table(&format!(
        "?ee-view=compare&ee-unit=statements&ee-theme=gender&ee-compare={chosen}&ee-v=1"
    ));
    let empty = statements.rows.iter().flat_map(|row| &row[1..]).filter(|it| !it.contains(": "));
    assert!(empty.clone().count() > 0);
    assert!(empty.clone().all(|cell| cell == "nothing said" || cell == "stands above"));
}
