use proptest::prelude::*;

use super::{
    Action, Cell, FacetId, MatrixAxes, MatrixColumns, MatrixRows, SHADES, StatementKind,
    as_results, matrix, row_facet, statements_in,
};
use crate::artifact::pack;
use crate::content::{Content, Record};
use crate::dataset::Dataset;
use crate::evaluation::Evaluation;
use crate::facet::NOT_STATED;
use crate::outcome;
use crate::place::PlaceKind;
use crate::query::{Query, Unit};
use crate::state::State;
use crate::statement::{Basis, Criterion, Statement};
use crate::tension::{Side, Tension, TensionKind};
use crate::testing::{content, content_of_seed, day, evaluation, place, query_of_seed, statement};
use crate::when::Printed;

fn open(content: &Content) -> Dataset {
    Dataset::open(pack(content).unwrap()).unwrap()
}

fn under(statement: Statement, criteria: &[&str]) -> Statement {
    let criterion = |&term: &&str| Criterion { term: term.into(), basis: Basis::Printed };
    Statement { criteria: criteria.iter().map(criterion).collect(), ..statement }
}

fn of(id: &str, year: Option<&str>, places: &[&str], statements: Vec<Statement>) -> Record {
    let published = year.map(|on| Printed { value: day(on), as_printed: on.into() });
    let places = places.iter().map(|id| place(PlaceKind::Country, id)).collect();
    let evaluation = Evaluation { published, places, ..evaluation(id, id) };
    Record { evaluation, statements }
}

fn three() -> Content {
    let said = |id, kind, n| statement(id, kind, n, "It is so.");
    let (finding, lesson) = (StatementKind::Finding, StatementKind::Lesson);
    let mut content = content(vec![
        of(
            "a",
            Some("2020-05"),
            &["pe", "br"],
            vec![
                under(said("a", finding, 1), &["relevance", "effectiveness"]),
                under(said("a", finding, 2), &["effectiveness"]),
                under(said("a", lesson, 1), &["effectiveness"]),
            ],
        ),
        of("b", Some("2021"), &["pe"], vec![under(said("b", lesson, 1), &[])]),
        of("c", None, &[], vec![]),
    ]);
    let side = |statement: &str| Side {
        stance: "Yes".into(),
        statements: vec![statement.into()],
        evaluations: Vec::new(),
    };
    content.tensions = vec![Tension {
        id: "t".into(),
        kind: TensionKind::Tension,
        question: "Is it?".into(),
        summary: "They differ.".into(),
        may_come_from: None,
        sides: vec![side("a-l1"), side("b-l1")],
        silent: Vec::new(),
        within: None,
    }];
    content
}

/// The numbers of the matrix of a question, a line for each row; `*` marks a disagreement.
fn drawn(query: &Query, columns: MatrixColumns, limit: usize) -> Vec<String> {
    let dataset = open(&three());
    let outcome = outcome::run(&dataset, query);
    let axes = MatrixAxes { rows: MatrixRows::Criteria, columns };
    let matrix = matrix(&dataset, query, &outcome, axes, limit);
    let heads: Vec<String> =
        matrix.columns.iter().map(|head| format!("{}:{}", head.value, head.total)).collect();
    let cell = |cell: &Cell| format!("{}{}", cell.total(), if cell.is_disputed { "*" } else { "" });
    let mut lines = vec![heads.join(" ")];
    lines.extend(matrix.rows.iter().map(|row| {
        let cells: Vec<String> = row.cells.iter().map(cell).collect();
        format!("{}:{} {}", row.head.value, row.head.total, cells.join(" "))
    }));
    lines
}

#[track_caller]
fn check(query: &Query, columns: MatrixColumns, expected: &[&str]) {
    assert_eq!(drawn(query, columns, 20), expected);
}

#[test]
fn each_cell_counts_the_statements_and_gaps_stay() {
    check(
        &Query::default(),
        MatrixColumns::Evaluations,
        &["b:1 a:3 c:0", "relevance:1 0 1 0", "effectiveness:3 0 3* 0", "not-stated:1 1* 0 0"],
    );
}

#[test]
fn a_statement_stands_in_each_country_of_its_evaluation_and_once_in_the_total() {
    check(
        &Query::default(),
        MatrixColumns::Countries,
        &[
            "pe:4 br:3 not-stated:0",
            "relevance:1 1 1 0",
            "effectiveness:3 3* 3* 0",
            "not-stated:1 1* 0 0",
        ],
    );
}

#[test]
fn years_are_those_by_which_results_are_ordered() {
    check(
        &Query::default(),
        MatrixColumns::Years,
        &[
            "2020:3 2021:1 not-stated:0",
            "relevance:1 1 0 0",
            "effectiveness:3 3* 0 0",
            "not-stated:1 0 1* 0",
        ],
    );
}

#[test]
fn only_what_is_asked_for_has_a_row_or_column() {
    let mut query = Query::default();
    query.picks.toggle(FacetId::Criterion, "effectiveness");
    query.picks.toggle(FacetId::Kind, "lesson");
    check(&query, MatrixColumns::Kinds, &["lesson:1", "effectiveness:1 1*"]);
    check(&query, MatrixColumns::Evaluations, &["a:1", "effectiveness:1 1*"]);
}

#[test]
fn columns_beyond_the_limit_are_told_and_not_drawn() {
    let drawn = drawn(&Query::default(), MatrixColumns::Evaluations, 1);
    assert_eq!(drawn, ["b:1", "relevance:1 0", "effectiveness:3 0", "not-stated:1 1*"]);
}

#[test]
fn a_cell_becomes_the_results_where_its_column_is_a_filter() {
    let axes = |columns| MatrixAxes { rows: MatrixRows::Criteria, columns };
    let mut query = Query::default();
    query.picks.toggle(FacetId::Criterion, "relevance");
    let act = as_results(&query, axes(MatrixColumns::Countries), "effectiveness", "pe").unwrap();
    let before = State::default().after(Action::Toggle(FacetId::Criterion, "relevance".into()));
    let after = before.after(act);
    let picked = |facet| {
        after.query().picks.of(facet).map(|picks| picks.included.clone()).unwrap_or_default()
    };
    assert_eq!(picked(FacetId::Criterion), ["effectiveness".into()]);
    assert_eq!(picked(FacetId::Country), ["pe".into()]);
    assert_eq!(after.query().unit, Unit::Statements);
    assert_eq!(as_results(&query, axes(MatrixColumns::Years), "effectiveness", "2020"), None);
}

#[test]
fn beside_a_region_a_picked_country_is_not_the_only_column() {
    let columns = |picks: &[(FacetId, &str)]| {
        let mut query = Query::default();
        picks.iter().for_each(|(facet, value)| query.picks.toggle(*facet, value));
        drawn(&query, MatrixColumns::Countries, 9)[0].clone()
    };
    let (country, region) = (FacetId::Country, FacetId::Region);
    assert_eq!(columns(&[(country, "pe")]), "pe:4");
    assert_eq!(columns(&[(country, "pe"), (region, "nowhere")]), "pe:4 br:3");
    let mut query = Query::default();
    query.picks.toggle(region, "nowhere");
    let axes = MatrixAxes { rows: MatrixRows::Criteria, columns: MatrixColumns::Countries };
    assert_eq!(as_results(&query, axes, "effectiveness", "pe"), None);
}

#[test]
fn shades_rise_with_the_number_and_a_gap_has_none() {
    let cell = |number| Cell { kinds: [number, 0, 0, 0, 0, 0, 0], is_disputed: false };
    let shades: Vec<u32> = [0, 1, 2, 5, 9, 10].map(|n| cell(n).shade(10)).to_vec();
    assert_eq!(shades, [0, 1, 1, 3, 5, SHADES]);
    assert_eq!(cell(0).shade(0), 0);
}

proptest! {
    /// The slow way: every record decoded, every cell asked on its own.
    #[test]
    fn the_matrix_counts_what_its_cells_list(
        seed in any::<u64>(),
        columns in proptest::sample::select(MatrixColumns::ALL),
        rows in proptest::sample::select(MatrixRows::ALL),
    ) {
        let dataset = open(&content_of_seed(seed, 9));
        let query = query_of_seed(seed);
        let outcome = outcome::run(&dataset, &query);
        let axes = MatrixAxes { rows, columns };
        let drawn = matrix(&dataset, &query, &outcome, axes, 50);
        for row in &drawn.rows {
            prop_assert_eq!(row.cells.len(), drawn.columns.len());
            for (cell, column) in row.cells.iter().zip(&drawn.columns) {
                let listed = statements_in(
                    &dataset, &query, &outcome, axes, &row.head.value, &column.value,
                );
                prop_assert_eq!(cell.total() as usize, listed.len());
                for ix in listed {
                    let statement = dataset.statement(ix).unwrap();
                    let has = has_topic(&statement, row_facet(rows), &row.head.value);
                    prop_assert!(has && outcome.statements.contains(ix));
                }
            }
        }
    }
}

fn has_topic(statement: &Statement, facet: FacetId, value: &str) -> bool {
    let topics: Vec<&str> = match facet {
        FacetId::Criterion => statement.criteria.iter().map(|one| one.term.as_str()).collect(),
        _ => statement.themes.iter().map(crate::id::TermId::as_str).collect(),
    };
    if value == NOT_STATED { topics.is_empty() } else { topics.contains(&value) }
}
