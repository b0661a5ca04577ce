use proptest::prelude::*;

use super::{
    Cell, CommonTime, Comparison, Fact, Incomparable, Proportion, Row, RowId, Shared, Topic,
};
use crate::artifact::pack;
use crate::content::{Content, Record};
use crate::dataset::{Dataset, EvaluationIx};
use crate::evaluation::{Evaluation, ReportLink, ReportTarget};
use crate::facet::FacetId;
use crate::money::{BudgetScope, Exactness};
use crate::place::PlaceKind;
use crate::statement::{Basis, Criterion, Statement, StatementKind};
use crate::tension::{Side, Tension, TensionKind};
use crate::testing::{
    budget, content, content_of_seed, donor, evaluation, money, place, project, span, statement,
};

fn compare(content: &Content, ids: &[&str]) -> (Dataset, Comparison) {
    let dataset = Dataset::open(pack(content).unwrap()).unwrap();
    let chosen: Vec<_> = ids.iter().map(|id| dataset.find_evaluation(id).unwrap()).collect();
    let comparison = Comparison::of(&dataset, &chosen);
    (dataset, comparison)
}

fn pair(change: impl Fn(&mut Evaluation, &mut Evaluation)) -> Comparison {
    let (mut a, mut b) = (evaluation("a", "A"), evaluation("b", "B"));
    change(&mut a, &mut b);
    let record = |evaluation| Record { evaluation, statements: Vec::new() };
    compare(&content(vec![record(a), record(b)]), &["a", "b"]).1
}

fn fact(comparison: &Comparison, fact: Fact) -> &Row {
    comparison.rows.iter().find(|row| row.id == RowId::Fact(fact)).unwrap()
}

fn saying(statements: &[Vec<Statement>]) -> Content {
    let record = |(id, statements): (&str, &Vec<Statement>)| Record {
        evaluation: evaluation(id, id),
        statements: statements.clone(),
    };
    content(["a", "b", "c"].into_iter().zip(statements).map(record).collect())
}

fn on(theme: &str, statement: Statement) -> Statement {
    Statement { themes: vec![theme.into()], ..statement }
}

#[test]
fn the_same_countries_in_another_order_do_not_differ() {
    let country = |id| place(PlaceKind::Country, id);
    let comparison = pair(|a, b| {
        a.places = vec![country("pe"), country("br")];
        b.places = vec![country("br"), country("pe"), country("pe")];
    });
    assert!(!fact(&comparison, Fact::Countries).differs);
    let comparison = pair(|a, b| {
        a.places = vec![country("pe")];
        b.places = vec![country("br")];
    });
    assert!(fact(&comparison, Fact::Countries).differs);
}

#[test]
fn global_work_has_no_countries_which_is_not_the_same_as_not_stated() {
    let comparison = pair(|a, _| a.places = vec![place(PlaceKind::Global, "global")]);
    let row = fact(&comparison, Fact::Countries);
    assert_eq!(row.cells, [Cell::None, Cell::NotStated]);
    assert!(row.differs);
}

#[test]
fn links_that_are_said_in_the_same_words_do_not_differ() {
    let link = |url: &str, target| {
        Some(ReportLink { url: url.into(), target, listing_year: None, language: None })
    };
    let differs = |a: (&str, ReportTarget), b: (&str, ReportTarget)| {
        let comparison = pair(|one, other| {
            one.report = link(a.0, a.1);
            other.report = link(b.0, b.1);
        });
        fact(&comparison, Fact::Report).differs
    };
    let (list, report) = (ReportTarget::ListPage, ReportTarget::Report);
    let (one, other) = ("https://one.example/reports", "https://other.example/reports");
    assert!(!differs((one, list), (other, list)));
    assert!(differs((one, list), (other, report)));
    // What is no address of the web is shown as it is.
    assert!(differs(("page 3", list), ("page 4", list)));
    assert!(differs(("page 3", list), (one, list)));
}

#[test]
fn amounts_mean_the_same_however_they_are_printed() {
    let comparison = pair(|a, b| {
        a.projects[0].budgets = vec![budget(BudgetScope::Project, 5, "USD")];
        b.projects[0].budgets = vec![budget(BudgetScope::Project, 5, "USD")];
        b.projects[0].budgets[0].as_printed = "five dollars".into();
    });
    assert!(!fact(&comparison, Fact::Amounts).differs);
    assert!(!fact(&comparison, Fact::Budget).differs);
    let comparison = pair(|a, b| {
        a.projects[0].budgets = vec![budget(BudgetScope::Project, 5, "USD")];
        b.projects[0].budgets = vec![budget(BudgetScope::Project, 5, "EUR")];
    });
    assert!(fact(&comparison, Fact::Budget).differs);
}

#[test]
fn rows_that_say_nothing_of_anyone_are_left_out() {
    let comparison = pair(|_, _| {});
    assert!(comparison.rows.iter().all(|row| row.id != RowId::Fact(Fact::Sample)));
}

#[test]
fn common_values_and_those_of_one_alone_are_told_apart() {
    let donors = |ids: &[&str]| ids.iter().map(|id| donor(id)).collect();
    let comparison = pair(|a, b| {
        a.projects[0].donors = donors(&["us", "ca"]);
        b.projects[0].donors = donors(&["us", "unodc"]);
    });
    let found = comparison.shared.iter().find(|shared| shared.facet == FacetId::Donor).unwrap();
    let expected = Shared {
        facet: FacetId::Donor,
        common: vec!["us".into()],
        some: Vec::new(),
        only_here: vec![vec!["ca".into()], vec!["unodc".into()]],
    };
    assert_eq!(*found, expected);
    let country = comparison.shared.iter().find(|s| s.facet == FacetId::Country).unwrap();
    assert!(country.common.is_empty(), "not stating a fact is nothing in common");
}

#[test]
fn one_evaluation_alone_shares_nothing() {
    let mut content = saying(&[vec![], vec![]]);
    content.records[0].evaluation.projects[0].donors = vec![donor("us")];
    let comparison = compare(&content, &["a"]).1;
    let found = comparison.shared.iter().find(|shared| shared.facet == FacetId::Donor).unwrap();
    assert!(found.common.is_empty() && found.some.is_empty());
    assert_eq!(found.only_here, [const { vec![] }; 1]);
}

#[test]
fn what_some_have_but_not_all_is_told_with_who_has_it() {
    let mut content = saying(&[vec![], vec![], vec![]]);
    for (at, donors) in [&["us", "ca"][..], &["us", "ca", "de"], &["de"]].iter().enumerate() {
        content.records[at].evaluation.projects[0].donors =
            donors.iter().map(|id| donor(id)).collect();
    }
    let (_, comparison) = compare(&content, &["a", "b", "c"]);
    let found = comparison.shared.iter().find(|shared| shared.facet == FacetId::Donor).unwrap();
    assert!(found.common.is_empty());
    let both = vec!["us".into(), "ca".into()];
    assert_eq!(found.some, [(vec![0, 1], both), (vec![1, 2], vec!["de".into()])]);
}

#[test]
fn time_is_common_where_all_projects_ran() {
    let times = |a, b| {
        pair(move |one, other| {
            one.projects[0].span = a;
            other.projects[0].span = b;
        })
        .common_time
    };
    let common = times(span("2016-04", "2018-03"), span("2017-12-12", "2021"));
    let shared = span("2017-12-12", "2018-03");
    assert_eq!(common, CommonTime::Common { span: shared, certain: true });
    let open = times(span("2008", ""), span("2017", "2021"));
    assert_eq!(open, CommonTime::Common { span: span("2017", "2021"), certain: false });
    assert_eq!(times(span("2008", "2009"), span("2017", "2021")), CommonTime::Apart);
    assert_eq!(times(span("", ""), span("2017", "2021")), CommonTime::NotStated);
}

#[track_caller]
fn check_money(a: Option<u64>, b: Option<u64>, expected: [Proportion; 2]) {
    let paid = |units: Option<u64>| {
        units.map(|units| budget(BudgetScope::Project, units, "USD")).into_iter().collect()
    };
    let comparison = pair(|one, other| {
        one.projects[0].budgets = paid(a);
        other.projects[0].budgets = paid(b);
    });
    let found: Vec<_> = comparison.money.sides.iter().map(|(_, proportion)| *proportion).collect();
    assert_eq!(found, expected);
}

#[test]
fn budgets_relate_in_lowest_terms_or_per_cent() {
    check_money(Some(20), Some(30), [Proportion::Parts(2, 3), Proportion::Largest]);
    let percent = Proportion::Percent { percent: 26, about: false };
    check_money(Some(2_933), Some(752), [Proportion::Largest, percent]);
    let none = Proportion::Not(Incomparable::NotStated);
    check_money(Some(20), None, [Proportion::Largest, none]);
    check_money(None, None, [none, none]);
    check_money(Some(5), Some(5), [Proportion::Largest, Proportion::Largest]);
}

#[test]
fn a_currency_of_others_is_not_that_of_the_comparison() {
    let mut content = saying(&[vec![], vec![], vec![]]);
    content.records[2].evaluation.projects[0].budgets =
        vec![budget(BudgetScope::Project, 5, "USD")];
    assert_eq!(compare(&content, &["a", "b"]).1.money.currency, None);
    assert_eq!(compare(&content, &["a", "c"]).1.money.currency, Some(money("USD")));
}

#[test]
fn budgets_that_cannot_be_compared_say_why() {
    let usd = |units| budget(BudgetScope::Project, units, "USD");
    let why = |comparison: Comparison| comparison.money.sides[1].1;
    let other = pair(|a, b| {
        a.projects[0].budgets = vec![usd(5)];
        b.projects[0].budgets = vec![budget(BudgetScope::Project, 5, "EUR")];
    });
    // EUR and USD are used once each; the first by letter is compared, the other is left out.
    assert_eq!(other.money.sides[0].1, Proportion::Not(Incomparable::OtherCurrency));
    let combined = pair(|a, b| {
        a.projects[0].budgets = vec![usd(5)];
        b.combined_budgets = vec![budget(BudgetScope::Combined, 5, "USD")];
    });
    assert_eq!(why(combined), Proportion::Not(Incomparable::Combined));
    let combined_otherwise = pair(|a, b| {
        a.projects[0].budgets = vec![usd(5)];
        b.combined_budgets = vec![budget(BudgetScope::Combined, 5, "EUR")];
    });
    assert_eq!(why(combined_otherwise), Proportion::Not(Incomparable::Combined));
    let partly = pair(|a, b| {
        a.projects[0].budgets = vec![usd(5)];
        b.projects = vec![project("Paid"), project("Unpaid")];
        b.projects[0].budgets = vec![usd(5)];
    });
    assert_eq!(why(partly), Proportion::Not(Incomparable::NoTotal));
    let rounded = pair(|a, b| {
        a.projects[0].budgets = vec![usd(10)];
        b.projects[0].budgets = vec![usd(5)];
        b.projects[0].budgets[0].exactness = Exactness::Rounded;
    });
    assert_eq!(why(rounded), Proportion::Percent { percent: 50, about: true });
}

#[test]
fn no_statement_on_a_criterion_is_none_whether_or_not_it_is_listed_as_assessed() {
    let speaking = Statement {
        criteria: vec![Criterion { term: "relevance".into(), basis: Basis::Printed }],
        ..statement("a", StatementKind::Finding, 1, "It was relevant.")
    };
    let mut content = saying(&[vec![speaking], vec![], vec![]]);
    content.records[1].evaluation.criteria_listed = vec!["relevance".into(), "impact".into()];
    let (dataset, comparison) = compare(&content, &["a", "b", "c"]);
    let row = |term: &str| {
        let id = RowId::Topic(Topic::Criterion, term.into());
        comparison.rows.iter().find(|row| row.id == id).unwrap()
    };
    let said = dataset.find_statement("a-f1").unwrap();
    assert_eq!(row("relevance").cells, [Cell::Statements(vec![said]), Cell::None, Cell::None]);
    assert_eq!(row("impact").cells, [Cell::None, Cell::None, Cell::None]);
    assert!(!row("impact").differs, "all say the same: nothing");
}

/// The topics of a comparison in the order of its rows, with their terms.
fn topics(comparison: &Comparison) -> Vec<(Topic, &str)> {
    let topics = comparison.rows.iter().map(|row| match &row.id {
        RowId::Topic(topic, term) => Some((*topic, term.as_str())),
        RowId::Fact(_) => None,
    });
    topics.flatten().collect()
}

#[test]
fn topics_stand_in_the_order_of_the_vocabulary_and_what_has_none_comes_last() {
    let finding = |ordinal, terms: &[&str]| {
        let criterion = |&term: &&str| Criterion { term: term.into(), basis: Basis::Printed };
        Statement {
            criteria: terms.iter().map(criterion).collect(),
            ..statement("a", StatementKind::Finding, ordinal, "It was.")
        }
    };
    let lesson = on("gender", statement("a", StatementKind::Lesson, 1, "It was."));
    let finds = [finding(1, &[]), finding(2, &["unknown"]), finding(3, &["effectiveness"]), lesson];
    let mut content = saying(&[finds.to_vec(), vec![]]);
    content.records[1].evaluation.criteria_listed = vec!["relevance".into()];
    let comparison = compare(&content, &["a", "b"]).1;
    let criteria = ["relevance", "effectiveness", "unknown", "not-stated"];
    let mut expected = criteria.map(|term| (Topic::Criterion, term)).to_vec();
    expected.push((Topic::Lesson, "gender"));
    assert_eq!(topics(&comparison), expected);
}

#[test]
fn statements_that_say_nearly_the_same_are_grouped() {
    let lesson = |id: &str, ordinal, text: &str| {
        on("gender", statement(id, StatementKind::Lesson, ordinal, text))
    };
    let content = saying(&[
        vec![
            lesson("a", 1, "Training trainers keeps knowledge when staff leave."),
            lesson("a", 2, "Donors should fund monitoring from the start."),
        ],
        vec![lesson("b", 1, "Trained trainers keep the knowledge where staff have left.")],
    ]);
    let (dataset, comparison) = compare(&content, &["a", "b"]);
    let id = RowId::Topic(Topic::Lesson, "gender".into());
    let row = comparison.rows.iter().find(|row| row.id == id).unwrap();
    let find = |id| dataset.find_statement(id).unwrap();
    assert_eq!(row.alike, [vec![find("a-l1"), find("b-l1")]]);
}

#[test]
fn disagreements_between_the_chosen_come_before_those_inside_one() {
    let side = |evaluations: &[&str]| Side {
        stance: "A stance".into(),
        statements: Vec::new(),
        evaluations: evaluations.iter().map(|&id| id.into()).collect(),
    };
    let tension = |id: &str, sides: Vec<Side>, within: Option<&str>| Tension {
        id: id.into(),
        kind: TensionKind::Tension,
        question: "Which?".into(),
        summary: "They differ.".into(),
        may_come_from: None,
        sides,
        silent: Vec::new(),
        within: within.map(Into::into),
    };
    let mut content = saying(&[vec![], vec![], vec![]]);
    content.tensions = vec![
        tension("inside", vec![side(&["a"])], Some("a")),
        tension("between", vec![side(&["a", "c"]), side(&["b"])], None),
        tension("elsewhere", vec![side(&["a"]), side(&["c"])], None),
        tension("of-one", vec![side(&["b"]), side(&["b"])], None),
    ];
    let (dataset, comparison) = compare(&content, &["a", "b"]);
    let ids: Vec<_> = comparison
        .disagreements
        .iter()
        .map(|found| (dataset.tensions()[found.tension].id.as_str(), found.between))
        .collect();
    assert_eq!(ids, [("between", true), ("inside", false), ("of-one", false)]);
    assert_eq!(comparison.disagreements[0].sides, [vec![0], vec![1]]);
}

proptest! {
    #[test]
    fn every_row_has_a_cell_for_each_evaluation(seed: u64, chosen: Vec<u8>) {
        let content = content_of_seed(seed, 5);
        let dataset = Dataset::open(pack(&content).unwrap()).unwrap();
        let chosen: Vec<_> = chosen.iter().map(|&ix| EvaluationIx(u32::from(ix % 7))).collect();
        let comparison = Comparison::of(&dataset, &chosen);
        let width = comparison.evaluations.len();
        for row in &comparison.rows {
            prop_assert_eq!(row.cells.len(), width);
            prop_assert!(width > 1 || !row.differs);
            for group in &row.alike {
                prop_assert!(group.len() > 1);
            }
        }
        prop_assert!(comparison.shared.iter().all(|shared| shared.only_here.len() == width));
        prop_assert_eq!(comparison.money.sides.len(), width);
    }

    #[test]
    fn no_statement_of_the_chosen_is_left_out(seed: u64) {
        let content = content_of_seed(seed, 3);
        let (dataset, comparison) = compare(&content, &["e0", "e1", "e2"]);
        let mut found: Vec<u32> = Vec::new();
        for cell in comparison.rows.iter().flat_map(|row| &row.cells) {
            if let Cell::Statements(statements) = cell {
                found.extend(statements.iter().map(|ix| ix.0));
            }
        }
        found.sort_unstable();
        found.dedup();
        prop_assert_eq!(found.len(), dataset.statement_count());
    }
}
