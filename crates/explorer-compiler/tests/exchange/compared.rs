//! The five evaluations side by side, in words.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use explorer_compiler::answer::compared_csv;
use explorer_compiler::packed::packed;
use explorer_core::address::{Settings, decode};
use explorer_core::compare::{Comparison, Row};
use explorer_core::dataset::Dataset;
use explorer_core::query::Query;
use explorer_core::state::State;
use explorer_core::view::compare::sections;
use explorer_core::view::money::money;
use explorer_lang::EN;
use explorer_lang::comparison::{no_rows, row_name, row_text, shared_lines};
use explorer_lang::label::value_name;
use explorer_lang::see::{money_table, paid_name, paid_words};
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
    let said = table.rows.iter().flatten().filter(|cell| cell.starts_with("Recommendation 1: "));
    assert!(said.count() > 0);
    assert!(table.rows.iter().flatten().all(|cell| !cell.is_empty()));
}

#[test]
fn rows_of_one_name_are_told_apart_by_their_part() {
    let chosen = "unodc-glot59-2024.unodc-mexw55-mexw64-2022.ilo-per-17-51-usa-2020";
    let table = table(&format!("?ee-view=compare&ee-compare={chosen}&ee-v=1"));
    let places: BTreeSet<&[String]> = table.rows.iter().map(|row| &row[..2]).collect();
    assert_eq!(places.len(), table.rows.len(), "part and name tell rows apart");
    let names: BTreeSet<&String> = table.rows.iter().map(|row| &row[1]).collect();
    assert!(names.len() < table.rows.len(), "which names alone do not");
}

#[test]
fn rows_that_are_hidden_are_not_taken_away_and_folded_ones_say_so() {
    let all = table(&format!("{TWO}&ee-v=1"));
    let different = table(&format!("{TWO}&ee-diff=1&ee-v=1"));
    assert!(different.rows.len() < all.rows.len());
    assert!(different.rows.iter().all(|row| all.rows.contains(row)));
    let reads_the_same = |row: &&Vec<String>| row[2] == row[3];
    assert_eq!(different.rows.iter().find(reads_the_same), None);
    let folded = table(&format!("{TWO}&ee-not-rows=agency&ee-rows=timing&ee-v=1"));
    let row = folded.rows.iter().find(|row| row[1] == "Agency").unwrap();
    assert_eq!(row[2..], ["(folded)", "(folded)"]);
    assert_eq!(folded.rows[0][1], "Timing");
}

#[test]
fn the_command_line_writes_the_table_that_the_widget_shows() {
    for link in [
        format!("{TWO}&ee-v=1"),
        format!("{TWO}&ee-unit=statements&ee-theme=gender-equality&ee-v=1"),
    ] {
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
        "?ee-view=compare&ee-unit=statements&ee-theme=gender-equality&ee-compare={chosen}&ee-v=1"
    ));
    let empty = statements.rows.iter().flat_map(|row| &row[1..]).filter(|it| !it.contains(": "));
    assert!(empty.clone().count() > 0);
    assert!(empty.clone().all(|cell| cell == "nothing said" || cell == "stands above"));
}

fn comparison(ids: &[&str]) -> Comparison {
    let chosen: Vec<_> = ids.iter().filter_map(|id| FIVE.find_evaluation(id)).collect();
    Comparison::of(&FIVE, &chosen)
}

/// The lines of the summary under a name.
fn summary(ids: &[&str], wanted: &str) -> Vec<String> {
    let name = |facet, value: &str| value_name(&FIVE, facet, value, &EN);
    let lines = shared_lines(&comparison(ids), &name, &EN);
    lines.into_iter().find(|(name, _)| name == wanted).unwrap().1
}

#[test]
fn what_some_of_the_five_share_is_told_with_who_shares_it() {
    let three = ["unodc-glot59-2024", "unodc-glot59-glot92-2017", "ilo-per-17-51-usa-2020"];
    let countries = summary(&three, "Country in common");
    assert_eq!(countries[0], "nothing that all have");
    assert!(
        countries.contains(&"Peru: TRACK4TIP, Child trafficking in Peru".into()),
        "{countries:?}"
    );
    let codes = summary(&three, "Project code in common");
    assert!(codes.iter().any(|line| line.starts_with("GLOT59: TRACK4TIP, ")), "{codes:?}");
    let two = summary(&three[1..], "Country in common");
    assert_eq!(two, ["nothing"]);
    let own = summary(&three, "Only here: TRACK4TIP");
    assert!(own.iter().any(|line| line.starts_with("Country: ")), "{own:?}");
    assert!(own.iter().all(|line| !line.contains("Peru")), "{own:?}");
}

#[test]
fn a_row_is_found_by_what_its_cells_say() {
    let comparison = comparison(&["unodc-xcax75-2019", "ilo-per-17-51-usa-2020"]);
    let text = |row: &Row| row_text(row, &FIVE, &EN);
    let state = State::default();
    let found = |wanted: &str| -> Vec<String> {
        let shown = sections(&comparison, false, wanted, &text, state.rows());
        let rows = shown.sections.iter().flat_map(|section| &section.rows);
        rows.map(|row| row_name(&row.id, &FIVE, &EN)).collect()
    };
    assert!(found("panama").contains(&"Countries".to_owned()), "{:?}", found("panama"));
    assert!(found("countries").contains(&"Countries".to_owned()));
    assert!(found("no such words").is_empty());
    assert_eq!(no_rows(" zebra ", false, &EN), "No row has “zebra”.");
    assert_eq!(no_rows("zebra", true, &EN), "No row that differs has “zebra”.");
    assert_eq!(no_rows("", true, &EN), "These rows do not differ.");
}

#[test]
fn the_money_of_the_five_names_every_donor_that_is_known() {
    let all: Vec<_> = FIVE.evaluations().collect();
    let money = money(&FIVE, &Query::default(), &all, usize::MAX);
    let name = |facet, value: &str| value_name(&FIVE, facet, value, &EN);
    let table = money_table(&money, &name, &EN);
    let paid_by = |what: &str| {
        let row = table.rows.iter().find(|row| row[1] == what);
        row.unwrap_or_else(|| panic!("{what} in {:?}", table.rows))[3].clone()
    };
    assert!(paid_by("XCAX75").contains("Canada"), "{}", paid_by("XCAX75"));
    assert!(paid_by("GLOT92").contains("Australia"), "{}", paid_by("GLOT92"));
    let canada = money
        .donors
        .iter()
        .find(|group| group.donor.as_ref().is_some_and(|donor| donor.as_str() == "gov-ca"));
    let paid = canada.unwrap().amounts.iter().map(|paid| {
        let line = &money.evaluations[paid.line];
        (paid_name(line, paid.purpose, &EN), paid_words(paid, &name, &EN).join("; "))
    });
    let paid: Vec<(String, String)> = paid.collect();
    assert!(
        paid.iter().any(|(name, words)| name.contains("Border") && words == "not stated"),
        "{paid:?}"
    );
    assert!(paid.iter().any(|(_, words)| words.contains("together with ")), "{paid:?}");
}
