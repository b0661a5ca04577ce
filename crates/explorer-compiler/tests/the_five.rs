//! The records of the five evaluations against what their documents print.
//!
//! Every figure here was typed from the documents, not copied from the records: two pairs of eyes
//! have to agree before a fact is shown.

#![allow(clippy::expect_used, reason = "a test stops at the first thing that is not there")]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use explorer_core::content::{Content, Record};
use explorer_core::evaluation::{
    Depth, Evaluation, Independence, InstitutionRole, ReportTarget, SampleUnit, Scope, Timing,
};
use explorer_core::id::{EvaluationId, TermId};
use explorer_core::money::{Budget, BudgetScope, Exactness};
use explorer_core::place::{Place, PlaceKind, Qualifier};
use explorer_core::statement::{Basis, Enumeration, Statement, StatementKind};
use explorer_core::when::{Date, Span};

use Basis::{Inferred, Printed};
use StatementKind::{
    Accomplishment, Conclusion, Finding, GoodPractice, Lesson, LessonOrGoodPractice, Recommendation,
};

const TRACK4TIP: &str = "unodc-glot59-2024";
const MEXICO: &str = "unodc-mexw55-mexw64-2022";
const GLOBAL: &str = "unodc-glot59-glot92-2017";
const BORDERS: &str = "unodc-xcax75-2019";
const PERU: &str = "ilo-per-17-51-usa-2020";

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let compiled = explorer_compiler::compile(&data).expect("the folder of the data");
    compiled.content.expect("the data of this project compile without a problem")
});

fn record(id: &str) -> &'static Record {
    let found = CONTENT.records.iter().find(|record| record.evaluation.id.as_str() == id);
    found.expect("a record of this id")
}

fn evaluation(id: &str) -> &'static Evaluation {
    &record(id).evaluation
}

fn statements() -> impl Iterator<Item = &'static Statement> {
    CONTENT.records.iter().flat_map(|record| &record.statements)
}

fn statement(id: &str) -> &'static Statement {
    statements().find(|statement| statement.id.as_str() == id).expect("a statement of this id")
}

fn of_kind(id: &str, kind: StatementKind) -> impl Iterator<Item = &'static Statement> {
    record(id).statements.iter().filter(move |statement| statement.kind == kind)
}

fn span(start: &str, end: &str) -> Span {
    Span { start: Date::parse(start), end: Date::parse(end) }
}

fn terms(places: &[Place]) -> Vec<&str> {
    places.iter().filter_map(|place| place.term.as_ref()).map(TermId::as_str).collect()
}

#[test]
fn the_set_holds_five_evaluations_in_the_order_of_their_ids() {
    let ids: Vec<_> = CONTENT.records.iter().map(|record| record.evaluation.id.as_str()).collect();
    assert_eq!(ids, [PERU, TRACK4TIP, GLOBAL, MEXICO, BORDERS]);
}

#[test]
fn identity_is_as_printed() {
    let cases = [
        (TRACK4TIP, "unodc", Some("Independent Evaluation Section"), "Evaluation brief"),
        (MEXICO, "unodc", Some("Independent Evaluation Section"), "Evaluation briefs"),
        (GLOBAL, "unodc", Some("Independent Evaluation Unit"), "Briefs"),
        (BORDERS, "unodc", None, "Evaluation brief"),
        (PERU, "ilo", Some("Evaluation Office"), "Evaluation Summary"),
    ];
    for (id, agency, unit, document_type) in cases {
        let it = evaluation(id);
        assert_eq!(it.agency.as_str(), agency, "{id}");
        assert_eq!(it.unit.as_deref(), unit, "{id}");
        assert_eq!(it.document_type, document_type, "{id}");
        assert_eq!(it.language, "en", "{id}");
    }
}

#[test]
fn the_kind_claims_no_more_than_the_document_does() {
    let (cluster, project) = (Scope::Cluster, Scope::Project);
    let (claimed, silent) = (Independence::Independent, Independence::NotStated);
    let cases = [
        (TRACK4TIP, Timing::NotStated, project, Depth::NotStated, claimed),
        (MEXICO, Timing::Final, cluster, Depth::NotStated, claimed),
        (GLOBAL, Timing::MidTerm, cluster, Depth::InDepth, silent),
        (BORDERS, Timing::Final, project, Depth::NotStated, claimed),
        (PERU, Timing::MidTerm, Scope::NotStated, Depth::NotStated, claimed),
    ];
    for (id, timing, scope, depth, independence) in cases {
        let kind = &evaluation(id).kind;
        let found = (kind.timing, kind.scope, kind.depth, kind.independence);
        assert_eq!(found, (timing, scope, depth, independence), "{id}");
    }
}

#[test]
fn only_the_brief_of_2017_prints_its_date() {
    for record in &CONTENT.records {
        let it = &record.evaluation;
        let printed = it.published.as_ref().map(|date| (date.value, date.as_printed.as_str()));
        let expected = Date::parse("2017-10").map(|date| (date, "October 2017"));
        assert_eq!(printed, expected.filter(|_| it.id.as_str() == GLOBAL), "{}", it.id);
    }
}

#[test]
fn times_of_evaluation_and_evaluated_times_are_as_printed() {
    let conducted = |id| evaluation(id).conducted.as_ref().map(|printed| printed.value);
    let evaluated = |id| evaluation(id).period_evaluated.as_ref().map(|printed| printed.value);
    assert_eq!(conducted(BORDERS), Some(span("2018-07", "2018-12")));
    assert_eq!(evaluated(GLOBAL), Some(span("2008", "2016-10")));
    assert_eq!(evaluated(PERU), Some(span("2017-10", "2020-07")));
    for id in [TRACK4TIP, MEXICO, GLOBAL, PERU] {
        assert_eq!(conducted(id), None, "{id}");
    }
    for id in [TRACK4TIP, MEXICO, BORDERS] {
        assert_eq!(evaluated(id), None, "{id}");
    }
}

#[test]
fn report_links_are_as_printed_and_say_what_they_open() {
    let unodc = "https://www.unodc.org/unodc/en/evaluation/";
    let list = |page: &str, year| (format!("{unodc}{page}"), ReportTarget::ListPage, Some(year));
    let short = ("https://tinyurl.com/IDE-TIP-SOM".to_owned(), ReportTarget::ShortLink, None);
    let cases = [
        (TRACK4TIP, list("reports_year_2024.htm", 2024)),
        (MEXICO, list("reports_year_2022.html", 2022)),
        (GLOBAL, short),
        (BORDERS, list("reports_year_2019.html", 2019)),
    ];
    for (id, expected) in cases {
        let report = evaluation(id).report.as_ref().expect("a link");
        assert_eq!((report.url.clone(), report.target, report.listing_year), expected, "{id}");
    }
    assert_eq!(evaluation(PERU).report, None);
}

#[track_caller]
fn check_projects(id: &str, expected: &[(&str, Span, Option<u16>)]) {
    let projects = evaluation(id).projects.iter();
    let found: Vec<_> = projects
        .map(|it| (it.code.as_deref().expect("a code"), it.span, it.months_stated))
        .collect();
    assert_eq!(found, expected, "{id}");
}

#[test]
fn projects_have_the_codes_and_times_that_are_printed() {
    check_projects(TRACK4TIP, &[("GLOT59", span("2019-10", "2024-09"), None)]);
    check_projects(
        MEXICO,
        &[
            ("MEXW55", span("2017-12-12", "2021-12-12"), None),
            ("MEXW64", span("2018-09-20", "2022-12-31"), None),
        ],
    );
    check_projects(
        GLOBAL,
        &[("GLOT59", span("2008", ""), None), ("GLOT92", span("2010", ""), None)],
    );
    check_projects(BORDERS, &[("XCAX75", span("2016-04", "2018-03"), None)]);
    check_projects(PERU, &[("PER/17/51/USA", span("2017", "2021-12-31"), Some(51))]);
}

#[test]
fn phases_are_those_that_the_documents_describe() {
    let phases = |id| {
        let projects = evaluation(id).projects.iter();
        let phases = projects.flat_map(|project| &project.phases);
        phases.map(|phase| (phase.number, phase.span)).collect::<Vec<_>>()
    };
    let two = [(1, span("2019-10", "2023-03")), (2, span("2023-04", "2024-09"))];
    assert_eq!(phases(TRACK4TIP), two);
    assert_eq!(phases(BORDERS), [(2, span("2016-04", "2018-03"))]);
    for id in [MEXICO, GLOBAL, PERU] {
        assert_eq!(phases(id), [], "{id}");
    }
}

#[track_caller]
fn check_money(id: &str, expected: &[(u64, BudgetScope, Exactness)]) {
    let parts = |it: &Budget| (it.cents, it.scope, it.exactness);
    let found: Vec<_> = evaluation(id).budgets().map(parts).collect();
    assert_eq!(found, expected, "{id}");
    assert!(evaluation(id).budgets().all(|it| it.currency.code() == "USD"), "{id}");
}

#[test]
fn money_is_stated_in_dollars_with_its_scope_or_not_at_all() {
    use BudgetScope::{Combined, Phase, Project};
    use Exactness::{Exact, Rounded};
    check_money(TRACK4TIP, &[(312_000_000, Phase, Exact), (100_000_000, Phase, Exact)]);
    check_money(MEXICO, &[(75_211_031, Project, Exact), (293_302_300, Project, Exact)]);
    check_money(GLOBAL, &[(2_000_083_300, Combined, Exact)]);
    check_money(BORDERS, &[]);
    check_money(PERU, &[(570_000_000, Project, Rounded)]);
}

#[test]
fn donors_belong_to_the_governments_and_organisations_that_are_printed() {
    let global = [
        "gov-au", "gov-az", "gov-ca", "gov-fr", "gov-de", "gov-il", "gov-it", "gov-nl", "gov-nz",
        "gov-no", "gov-se", "gov-ch", "gov-tr", "gov-us", "ilo",
    ];
    let cases: [(&str, &[&str]); 5] = [
        (TRACK4TIP, &["gov-us"]),
        (MEXICO, &["gov-ca", "gov-us"]),
        (GLOBAL, &global),
        (BORDERS, &["gov-ca"]),
        (PERU, &["gov-us"]),
    ];
    for (id, expected) in cases {
        let found: Vec<_> =
            evaluation(id).donors().map(|donor| donor.organisation.as_str()).collect();
        assert_eq!(found, expected, "{id}");
    }
    assert_eq!(evaluation(GLOBAL).combined_donors.len(), 15);
}

#[test]
fn project_places_are_those_that_are_printed() {
    let cases: [(&str, &[&str]); 5] = [
        (TRACK4TIP, &["aw", "br", "co", "cw", "do", "ec", "pe", "tt", "pa"]),
        (MEXICO, &["mx"]),
        (GLOBAL, &["global"]),
        (BORDERS, &["gt", "sv", "hn", "cr", "ni", "bz", "pa", "do"]),
        (PERU, &["pe"]),
    ];
    for (id, expected) in cases {
        assert_eq!(terms(&evaluation(id).places), expected, "{id}");
    }
    let areas = evaluation(PERU).places.iter().filter(|place| place.kind == PlaceKind::Area);
    assert_eq!(
        areas.map(|place| place.as_printed.as_str()).collect::<Vec<_>>(),
        ["Lima", "Cusco", "Loreto", "Madre de Dios", "Puno"]
    );
}

#[test]
fn nine_countries_are_the_union_of_two_phases_of_eight() {
    let it = evaluation(TRACK4TIP);
    assert_eq!(it.country_count_as_printed, Some(9));
    let in_phase = |number: u8| {
        let places = it.places.iter().filter(move |place| place.phases.contains(&number));
        places.map(|place| place.as_printed.as_str()).collect::<BTreeSet<_>>()
    };
    assert_eq!((in_phase(1).len(), in_phase(2).len()), (8, 8));
    assert_eq!(&in_phase(1) - &in_phase(2), BTreeSet::from(["Curaçao"]));
    assert_eq!(&in_phase(2) - &in_phase(1), BTreeSet::from(["Panama"]));
}

#[test]
fn figures_of_reach_stay_apart_from_places() {
    let reach: Vec<_> =
        evaluation(GLOBAL).reach.iter().map(|it| (it.number, it.qualifier)).collect();
    assert_eq!(
        reach,
        [(220, Qualifier::MoreThan), (85, Qualifier::Exactly), (120, Qualifier::MoreThan)]
    );
    for id in [TRACK4TIP, MEXICO, BORDERS, PERU] {
        assert_eq!(evaluation(id).reach, [], "{id}");
    }
}

#[track_caller]
fn check_team(id: &str, expected: &[(&str, Option<&str>)]) {
    let team = evaluation(id).team.iter();
    let found: Vec<_> =
        team.map(|party| (party.name.as_str(), party.role_as_printed.as_deref())).collect();
    assert_eq!(found, expected, "{id}");
}

#[test]
fn evaluators_are_named_with_the_role_that_is_printed() {
    check_team(TRACK4TIP, &[("Edgar Arredondo Casillas", None), ("Gabriela Silvana Sosa", None)]);
    check_team(
        MEXICO,
        &[
            ("Edgar Arredondo Casillas", Some("lead evaluator")),
            ("Diego Lorente Pérez de Eulate", Some("substantive expert")),
        ],
    );
    check_team(
        GLOBAL,
        &[
            ("Emmanuelle Diehl", Some("Team Leader")),
            ("Astrid Ganterer", Some("Substantive Expert")),
            ("Cristina Santillán Idoate", Some("Gender Expert")),
            ("Pascale Reinke-Schreiber", Some("IEU")),
        ],
    );
    check_team(BORDERS, &[("María Elena Paz Manzano", None)]);
    check_team(PERU, &[("Macroconsult S.A.", Some("Evaluation Consultant(s)"))]);
}

#[test]
fn managers_and_supervisors_are_named_where_the_document_names_them() {
    for record in &CONTENT.records {
        let it = &record.evaluation;
        let id = it.id.as_str();
        let manager = it.manager.as_ref().map(|party| party.name.as_str());
        assert_eq!(manager, (id == PERU).then_some("Cybele Burga"), "{id}");
        let supervised_by_the_section = [TRACK4TIP, MEXICO].contains(&id);
        assert_eq!(it.supervisor.is_some(), supervised_by_the_section, "{id}");
    }
}

#[test]
fn institutions_have_the_part_that_the_document_gives_them() {
    let count = |id, role| {
        evaluation(id).institutions.iter().filter(|institution| institution.role == role).count()
    };
    for id in [TRACK4TIP, MEXICO, GLOBAL, BORDERS, PERU] {
        assert_eq!(count(id, InstitutionRole::Implementing), 1, "{id}");
    }
    assert_eq!(count(TRACK4TIP, InstitutionRole::Partner), 3);
    assert_eq!(count(PERU, InstitutionRole::ImplementingPartner), 2);
    assert_eq!(count(PERU, InstitutionRole::Beneficiary), 11);
    assert_eq!(count(PERU, InstitutionRole::Backstopping), 2);
}

#[test]
fn samples_count_what_the_document_counts() {
    let sample = |id| {
        let sample = evaluation(id).method.sample.as_ref()?;
        Some((sample.unit, sample.total, sample.women, sample.men))
    };
    assert_eq!(sample(TRACK4TIP), None);
    assert_eq!(sample(MEXICO), None);
    assert_eq!(sample(GLOBAL), Some((SampleUnit::Stakeholders, 135, Some(64), Some(71))));
    assert_eq!(sample(BORDERS), Some((SampleUnit::People, 50, Some(33), Some(17))));
    assert_eq!(sample(PERU), Some((SampleUnit::Interviews, 63, None, None)));
    let groups = &evaluation(BORDERS).method.sample.as_ref().expect("a sample").groups;
    assert_eq!(groups.iter().map(|group| group.number).collect::<Vec<_>>(), [1, 20, 25, 4]);
}

#[test]
fn field_missions_stay_apart_from_project_places() {
    let missions = |id| terms(&evaluation(id).method.field_missions);
    assert_eq!(missions(GLOBAL), ["at", "ba", "md", "ma", "pa"]);
    assert_eq!(missions(BORDERS), ["sv", "pa"]);
    for id in [TRACK4TIP, MEXICO, PERU] {
        assert!(missions(id).is_empty(), "{id}");
    }
}

#[test]
fn listed_criteria_keywords_and_mentioned_projects_are_as_many_as_printed() {
    let cases = [
        (TRACK4TIP, [0, 0, 0]),
        (MEXICO, [9, 0, 0]),
        (GLOBAL, [9, 0, 0]),
        (BORDERS, [6, 0, 0]),
        (PERU, [5, 6, 2]),
    ];
    for (id, expected) in cases {
        let it = evaluation(id);
        let found = [it.criteria_listed.len(), it.keywords.len(), it.mentioned_projects.len()];
        assert_eq!(found, expected, "{id}");
    }
}

#[test]
fn every_statement_of_every_kind_is_there() {
    let kinds = [
        Finding,
        Conclusion,
        Accomplishment,
        Lesson,
        GoodPractice,
        LessonOrGoodPractice,
        Recommendation,
    ];
    let cases = [
        (TRACK4TIP, [11, 0, 0, 3, 5, 0, 3]),
        (MEXICO, [8, 0, 0, 3, 3, 0, 6]),
        (GLOBAL, [8, 7, 2, 8, 4, 0, 12]),
        (BORDERS, [17, 0, 0, 0, 0, 4, 4]),
        (PERU, [16, 5, 0, 0, 0, 0, 4]),
    ];
    for (id, expected) in cases {
        assert_eq!(kinds.map(|kind| of_kind(id, kind).count()), expected, "{id}");
    }
    let in_all = kinds.map(|kind| statements().filter(|it| it.kind == kind).count());
    assert_eq!(in_all, [60, 12, 2, 14, 12, 4, 29]);
    assert_eq!(statements().count(), 133);
}

#[test]
fn statements_are_enumerated_as_the_document_enumerates_them() {
    use Enumeration::{Bulleted, Inline, Numbered, Paragraphs, Prose};
    let cases = [
        (TRACK4TIP, Finding, Prose),
        (TRACK4TIP, Recommendation, Numbered),
        (MEXICO, GoodPractice, Prose),
        (MEXICO, Recommendation, Bulleted),
        (GLOBAL, Conclusion, Prose),
        (GLOBAL, Lesson, Inline),
        (GLOBAL, GoodPractice, Inline),
        (GLOBAL, Recommendation, Bulleted),
        (BORDERS, LessonOrGoodPractice, Paragraphs),
        (BORDERS, Recommendation, Numbered),
        (PERU, Finding, Numbered),
        (PERU, Conclusion, Numbered),
        (PERU, Recommendation, Numbered),
    ];
    for (id, kind, enumeration) in cases {
        let found: BTreeSet<_> = of_kind(id, kind).map(|it| it.enumeration).collect();
        assert_eq!(found, BTreeSet::from([enumeration]), "{id} {kind:?}");
    }
}

#[test]
fn recommendations_keep_their_printed_labels() {
    let labels = |id| {
        let asked = of_kind(id, Recommendation);
        asked.filter_map(|it| it.label_as_printed.as_deref()).collect::<Vec<_>>()
    };
    assert_eq!(
        labels(MEXICO),
        [
            "Impact",
            "Design",
            "Resources, impact and sustainability",
            "Impact, sustainability and victim centred approach",
            "Human Rights, Gender Equality and Leaving No One behind",
            "Impact, sustainability and follow up",
        ]
    );
    assert_eq!(labels(BORDERS), ["Design", "Design", "Training Methodology", "Strategies"]);
    for id in [TRACK4TIP, GLOBAL, PERU] {
        assert!(labels(id).is_empty(), "{id}");
    }
}

#[test]
fn addressees_are_those_that_the_document_prints() {
    let cases = [
        (TRACK4TIP, None),
        (MEXICO, Some("Liaison and Partnership Office Mexico (LPOMEX), UNODC")),
        (GLOBAL, Some("HTMSS")),
        (BORDERS, Some("UNODC Project Management")),
        (PERU, None),
    ];
    for (id, addressee) in cases {
        for it in &record(id).statements {
            let expected = addressee.filter(|_| it.kind == Recommendation);
            assert_eq!(it.addressee.as_deref(), expected, "{}", it.id);
        }
    }
}

#[test]
fn only_two_findings_of_the_mexican_cluster_concern_one_project() {
    let single: Vec<_> = statements()
        .filter(|it| !it.projects.is_empty())
        .map(|it| (it.id.as_str(), it.projects.as_slice()))
        .collect();
    let expected: [(&str, &[u8]); 2] =
        [("unodc-mexw55-mexw64-2022-f5", &[0]), ("unodc-mexw55-mexw64-2022-f6", &[1])];
    assert_eq!(single, expected);
}

#[test]
fn criteria_that_we_infer_are_told_apart_from_those_that_are_printed() {
    let criteria = |id| {
        let criteria = statement(id).criteria.iter();
        criteria.map(|it| (it.term.as_str(), it.basis)).collect::<Vec<_>>()
    };
    let mixed = criteria("unodc-glot59-2024-f6");
    assert_eq!(mixed, [("effectiveness", Printed), ("impact", Inferred)]);
    let effect_of_a_crisis = criteria("ilo-per-17-51-usa-2020-f15");
    assert_eq!(effect_of_a_crisis, [("effectiveness", Inferred)]);
    let label = criteria("unodc-mexw55-mexw64-2022-r3");
    assert_eq!(label, [("impact", Printed), ("sustainability", Printed)]);
}

#[test]
fn counts_and_percentages_that_disagree_stay_as_printed() {
    let figures = statement("ilo-per-17-51-usa-2020-f11").figures.iter();
    assert_eq!(
        figures.map(|it| it.figure.as_str()).collect::<Vec<_>>(),
        [
            "3 of 18 (17%)",
            "8 of 18 (50%)",
            "5 of 18 (22%)",
            "2 of 18 (11%)",
            "10 of 20 (50%)",
            "7 of 20 (30%)",
            "3 of 20",
        ]
    );
}

#[test]
fn a_recommendation_among_findings_is_marked() {
    assert!(statement("unodc-glot59-glot92-2017-f7").asks_for_action);
    assert!(!statement("unodc-glot59-glot92-2017-f6").asks_for_action);
}

#[test]
fn disagreements_are_recorded_between_and_within_evaluations() {
    let ids = |within: Option<&str>| {
        let all = CONTENT.tensions.iter();
        let some = all.filter(|it| it.within.as_ref().map(EvaluationId::as_str) == within);
        some.map(|it| it.id.as_str()).collect::<BTreeSet<_>>()
    };
    let between = [
        "training-of-trainers",
        "regional-level",
        "resources",
        "gender-mainstreaming",
        "tools-reach-users",
        "glot59",
    ];
    let within_the_peru_evaluation = [
        "peru-output-figures",
        "peru-outcome-figures",
        "peru-outputs-at-risk",
        "peru-outcome-progress",
        "peru-sustainability-progress",
        "peru-period",
        "peru-date",
        "peru-budget-shares",
    ];
    assert_eq!(ids(None), BTreeSet::from(between));
    assert_eq!(ids(Some(PERU)), BTreeSet::from(within_the_peru_evaluation));
}

#[test]
fn texts_are_one_sentence_of_at_most_forty_words() {
    for it in statements() {
        let words = it.text.split_whitespace().count();
        assert!((5..=40).contains(&words), "{} has {words} words", it.id);
        let sentence = it.text.strip_suffix('.');
        let one = sentence.is_some_and(|inner| !inner.contains(". "));
        assert!(one, "{} is not one sentence", it.id);
    }
}
