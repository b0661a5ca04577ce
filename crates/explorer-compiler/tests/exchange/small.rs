//! A small set of our own: one evaluation that states much, one that states little.

use explorer_core::content::{Content, Record, Redirect, Synonyms};
use explorer_core::evaluation::{
    Depth, Donor, Evaluation, EvaluationKind, FactSource, Independence, Institution,
    InstitutionRole, MentionedProject, Method, Party, PartyKind, Phase, Project, Provenance,
    ReportLink, ReportTarget, Sample, SampleGroup, SampleUnit, Scope, Timing,
};
use explorer_core::money::{Budget, BudgetScope, Currency, Exactness};
use explorer_core::place::{Place, PlaceKind, Qualifier, Reach};
use explorer_core::statement::{
    Basis, Criterion, Enumeration, KeyFigure, Statement, StatementKind,
};
use explorer_core::tension::{Side, Tension, TensionKind};
use explorer_core::vocabulary::{Label, Term, Terms, Vocabulary};
use explorer_core::when::{Date, Printed, Span};

pub fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn span(start: &str, end: &str) -> Span {
    Span { start: Date::parse(start), end: Date::parse(end) }
}

fn printed<T>(value: T, as_printed: &str) -> Option<Printed<T>> {
    Some(Printed { value, as_printed: as_printed.into() })
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.into()).collect()
}

fn term(id: &str, labels: &[(&str, &str)], place_kind: Option<PlaceKind>) -> Term {
    let label = |&(lang, text): &(&str, &str)| Label { lang: lang.into(), text: text.into() };
    Term {
        id: id.into(),
        labels: labels.iter().map(label).collect(),
        short: None,
        aliases: vec![],
        scope_note: None,
        broader: vec![],
        place_kind,
    }
}

fn vocabulary() -> Vocabulary {
    let mut norland =
        term("nl", &[("en", "Norland"), ("fr", "Norlande")], Some(PlaceKind::Country));
    norland.broader = vec!["north".into()];
    let mut kingdom = term("gov-sund", &[("en", "Kingdom of Sund")], None);
    kingdom.aliases = texts(&["Sund Aid", "Sund | overseas"]);
    let mut training = term("training", &[("en", "Training"), ("ar", "التدريب")], None);
    training.scope_note = Some("Who is trained, and how.".into());
    Vocabulary {
        agencies: Terms(vec![term("acme", &[("en", "Agency for Common Matters")], None)]),
        organisations: Terms(vec![
            kingdom,
            term("harbour-union", &[("en", "Harbour Union")], None),
        ]),
        places: Terms(vec![
            norland,
            term("north", &[("en", "The North")], Some(PlaceKind::Region)),
        ]),
        themes: Terms(vec![training, term("design", &[("en", "Design")], None)]),
        criteria: Terms(vec![
            term("relevance", &[("en", "Relevance")], None),
            term("efficiency", &[("en", "Efficiency")], None),
        ]),
    }
}

fn budget(cents: u64, scope: BudgetScope, as_printed: &str) -> Budget {
    Budget {
        cents,
        currency: Currency::new("USD").unwrap(),
        exactness: Exactness::Exact,
        scope,
        as_printed: as_printed.into(),
        as_of: None,
    }
}

fn donor(as_printed: &str, organisation: &str) -> Donor {
    Donor { as_printed: as_printed.into(), organisation: organisation.into() }
}

fn party(name: &str, kind: PartyKind, role: Option<&str>) -> Party {
    Party { name: name.into(), kind, role_as_printed: role.map(Into::into) }
}

fn harbours() -> Project {
    Project {
        code: Some("ACM/12 & 13".into()),
        title: "Safe harbours, fair crews".into(),
        short_title: Some("HARBOURS".into()),
        span: span("2017-10", "2021-12-31"),
        span_as_printed: Some("October 2017 to 31/12/2021".into()),
        months_stated: Some(51),
        budgets: vec![budget(75_211_031, BudgetScope::Project, "$752,110.31 USD")],
        donors: vec![donor("Sund Aid", "gov-sund")],
        phases: vec![Phase {
            number: 2,
            span: span("2019", ""),
            budgets: vec![budget(100_000_000, BudgetScope::Phase, "additional USD 1,000,000")],
            donors: vec![],
            country_count_as_printed: Some(9),
            note: Some("The first phase is not described.".into()),
        }],
        objective: Some("To make crews aware of their rights.".into()),
    }
}

fn method() -> Method {
    Method {
        approaches: texts(&["contribution analysis"]),
        data_sources: texts(&["desk review", "interviews"]),
        tools: vec![],
        standards: texts(&["norms of the profession"]),
        sampling: vec![],
        sample: Some(Sample {
            unit: SampleUnit::People,
            total: 50,
            women: Some(27),
            men: None,
            groups: vec![SampleGroup { who: "port officers".into(), number: 12 }],
            note: None,
        }),
        field_missions: vec![Place {
            as_printed: "Port Royal".into(),
            kind: PlaceKind::City,
            term: None,
            phases: vec![],
            note: None,
        }],
    }
}

fn stating_much() -> Evaluation {
    let pilots = Project {
        code: None,
        title: "Pilots ashore".into(),
        span: span("", ""),
        span_as_printed: None,
        short_title: None,
        months_stated: None,
        budgets: vec![],
        donors: vec![],
        phases: vec![],
        objective: None,
    };
    Evaluation {
        id: "acme-12-2022".into(),
        title: "Safe harbours and pilots ashore".into(),
        short_title: "Harbours".into(),
        title_as_printed: None,
        language: "en".into(),
        agency: "acme".into(),
        unit: Some("Evaluation Office".into()),
        document_type: "Evaluation brief".into(),
        kind: EvaluationKind {
            as_printed: "FINAL CLUSTER EVALUATION".into(),
            timing: Timing::Final,
            scope: Scope::Cluster,
            depth: Depth::NotStated,
            independence: Independence::NotStated,
        },
        published: printed(date("2022-03"), "March 2022"),
        conducted: printed(span("2021-07", "2021-12"), "second half of 2021"),
        period_evaluated: None,
        report: Some(ReportLink {
            url: "https://example.org/reports?year=2022&list=1".into(),
            target: ReportTarget::ListPage,
            listing_year: Some(2022),
            language: None,
        }),
        projects: vec![harbours(), pilots],
        combined_budgets: vec![Budget {
            as_of: Some("at the end of data collection".into()),
            exactness: Exactness::Rounded,
            ..budget(570_000_000, BudgetScope::Combined, "USD5.7 million")
        }],
        combined_donors: vec![donor("Harbour Union (HU)", "harbour-union")],
        places: vec![Place {
            as_printed: "Norland".into(),
            kind: PlaceKind::Country,
            term: Some("nl".into()),
            phases: vec![2],
            note: Some("only the coast".into()),
        }],
        region_as_printed: Some("The North".into()),
        country_count_as_printed: Some(1),
        reach: vec![Reach {
            what: "ports with activities".into(),
            number: 120,
            qualifier: Qualifier::MoreThan,
        }],
        team: vec![
            party("Zoë Ångström", PartyKind::Person, Some("lead evaluator")),
            party("Deep Water S.A.", PartyKind::Firm, None),
        ],
        manager: Some(party("Li Na (李娜)", PartyKind::Person, None)),
        supervisor: None,
        institutions: vec![Institution {
            name: "Ministry of Ports".into(),
            organisation: None,
            role: InstitutionRole::Beneficiary,
            note: None,
        }],
        method: method(),
        criteria_listed: vec!["relevance".into(), "efficiency".into()],
        keywords: texts(&["ports", "crews | ships"]),
        mentioned_projects: vec![MentionedProject { code: None, name: "Lights at sea".into() }],
        notes: texts(&["The two projects share one office."]),
        provenance: Provenance {
            document: "Brief of two pages, March 2022".into(),
            coded_by: "The editors".into(),
            coded_on: date("2026-01-15"),
            facts: vec![FactSource { group: "identity".into(), section: "Fact box".into() }],
        },
    }
}

fn stating_little() -> Evaluation {
    Evaluation {
        id: "acme-9-2019".into(),
        title: "Fog horns".into(),
        short_title: "Fog horns".into(),
        unit: None,
        kind: EvaluationKind {
            as_printed: "EVALUATION".into(),
            timing: Timing::NotStated,
            scope: Scope::NotStated,
            depth: Depth::NotStated,
            independence: Independence::NotStated,
        },
        published: None,
        conducted: None,
        report: None,
        projects: vec![Project { title: "Fog horns".into(), ..stating_much().projects.remove(1) }],
        combined_budgets: vec![],
        combined_donors: vec![],
        places: vec![],
        region_as_printed: None,
        country_count_as_printed: None,
        reach: vec![],
        team: vec![],
        manager: None,
        institutions: vec![],
        method: Method::default(),
        criteria_listed: vec![],
        keywords: vec![],
        mentioned_projects: vec![],
        notes: vec![],
        ..stating_much()
    }
}

fn statement(id: &str, kind: StatementKind, text: &str) -> Statement {
    Statement {
        id: id.into(),
        kind,
        ordinal: 1,
        enumeration: Enumeration::Prose,
        number_as_printed: None,
        label_as_printed: None,
        text: text.into(),
        criteria: vec![],
        themes: vec!["training".into()],
        projects: vec![],
        places: vec![],
        addressee: None,
        figures: vec![],
        asks_for_action: false,
        note: None,
        section: "Main findings".into(),
    }
}

fn statements() -> Vec<Statement> {
    let criterion = |term: &str, basis| Criterion { term: term.into(), basis };
    let finding = Statement {
        criteria: vec![
            criterion("relevance", Basis::Printed),
            criterion("efficiency", Basis::Inferred),
        ],
        projects: vec![0],
        places: vec!["nl".into()],
        figures: vec![KeyFigure { figure: "11 of 15".into(), unit: "ports inspected".into() }],
        asks_for_action: true,
        ..statement("acme-12-2022-f1", StatementKind::Finding, "Ports used the new checklists.")
    };
    let recommendation = Statement {
        enumeration: Enumeration::Numbered,
        number_as_printed: Some("1.".into()),
        label_as_printed: Some("Training, follow-up".into()),
        addressee: Some("Ministry of Ports".into()),
        note: Some("Repeats an earlier one.".into()),
        section: "Recommendations".into(),
        ..statement(
            "acme-12-2022-r1",
            StatementKind::Recommendation,
            "Train the \"night\" crews too.",
        )
    };
    vec![finding, recommendation]
}

fn tension() -> Tension {
    let side = |stance: &str, statements: &[&str], evaluations: &[&str]| Side {
        stance: stance.into(),
        statements: statements.iter().map(|&id| id.into()).collect(),
        evaluations: evaluations.iter().map(|&id| id.into()).collect(),
    };
    Tension {
        id: "checklists".into(),
        kind: TensionKind::Tension,
        question: "Are checklists used?".into(),
        summary: "One saw them used, one had none.".into(),
        may_come_from: Some("Different years.".into()),
        sides: vec![
            side("used", &["acme-12-2022-f1"], &[]),
            side("none", &["acme-9-2019-l1"], &["acme-9-2019"]),
        ],
        silent: vec![],
        within: None,
    }
}

/// The set.
pub fn content() -> Content {
    let lesson = Statement {
        themes: vec!["design".into()],
        ..statement("acme-9-2019-l1", StatementKind::Lesson, "Fog is not predictable.")
    };
    Content {
        title: "Evaluations of harbours".into(),
        data_date: date("2026-02-01"),
        records: vec![
            Record { evaluation: stating_much(), statements: statements() },
            Record { evaluation: stating_little(), statements: vec![lesson] },
        ],
        tensions: vec![tension()],
        vocabulary: vocabulary(),
        synonyms: vec![Synonyms { words: texts(&["port", "harbour"]) }],
        redirects: vec![Redirect { from: "acme-11-2022".into(), to: "acme-12-2022".into() }],
    }
}

/// The set with one text in every place where a document's or an author's words stand.
pub fn content_saying(text: &str) -> Content {
    let mut content = content();
    content.title = text.into();
    let record = &mut content.records[0];
    let evaluation = &mut record.evaluation;
    evaluation.title = text.into();
    evaluation.kind.as_printed = text.into();
    evaluation.projects[0].code = Some(text.into());
    evaluation.projects[0].title = text.into();
    evaluation.projects[0].budgets[0].as_printed = text.into();
    evaluation.team[0].name = text.into();
    evaluation.places[0].as_printed = text.into();
    evaluation.keywords = vec![text.into(), "second".into()];
    evaluation.report.iter_mut().for_each(|report| report.url = text.into());
    evaluation.provenance.document = text.into();
    let statement = &mut record.statements[0];
    statement.text = text.into();
    statement.label_as_printed = Some(text.into());
    statement.addressee = Some(text.into());
    statement.figures[0].figure = text.into();
    content.vocabulary.themes.0[0].labels[0].text = text.into();
    content.tensions[0].question = text.into();
    content
}

/// Texts that some format could take for something else.
pub const HOSTILE: &[&str] = &[
    "=HYPERLINK(\"http://example.org\";\"x\")",
    "+1 555",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1",
    "'=1",
    "a,b;c\t\"d\"",
    "two\r\nlines\nthree",
    "ER  - \r\nTY  - BOOK",
    "<script>alert('1')</script> & </script><!--",
    "} \\input{x} % $5 #1 a_b ^ ~ {",
    "one | two \\| three \\",
    "\u{202e}abc\u{2069} \u{2028}line\u{2029}",
    "كتاب 書 Ώ",
    "javascript:alert(1)",
];
