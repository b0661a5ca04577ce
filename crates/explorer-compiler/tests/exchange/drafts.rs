//! Drafts of texts that we wrote ourselves in the layouts of published briefs.

use explorer_compiler::draft::{self, Draft, Found, Sureness, toml};
use explorer_compiler::source::Sources;
use explorer_compiler::vocabulary_of;
use explorer_core::evaluation::{PartyKind, Timing};
use explorer_core::statement::{Enumeration, StatementKind};
use explorer_core::vocabulary::Vocabulary;

const FACT_BOX: &str = "\u{feff}

EVALUATION BRIEF

FINAL INDEPENDENT CLUSTER EVALUATION

SAFE HARBOURS: “Lights at sea” (HARX59) & “Pilots ashore” (HARW60)

Region: Norland.

Duration: 12/10/2017 - 12/11/2021 (HARX59) and 20/09/2018 - 31/12/2022 (HARW60).

Donors: Sund Aid (HARX59) and Harbour Union (HARW60).

Evaluation team: Ms. Zoë Ångström (lead evaluator) and Deep Water S.A.

Full report:
https://example.org/evaluation/reports_year_2022.html

BACKGROUND AND CONTEXT

The first project had a budget of \\$752,110.31 USD; the second was given USD 2 million.

MAIN FINDINGS

Crews were glad of the lights. Pilots, e.g. those of the north, asked for more. The work of the ports was

held up by fog. Ports kept the lists.

Source: Image from a harbour

RECOMMENDATIONS

- **Design:** Ask the crews first.
- Train pilots at night.

Nobody had thought of the fog horns, which the ports bought with money of their own that year.

INDEPENDENT EVALUATION SECTION
";

const SUMMARY: &str = "
Evaluation Summary

Fair crews – Midterm evaluation

Quick Facts

Countries:\t<i>Norland, Sund</i>
Mid-Term:\t<i>12/2020</i>
Evaluation Mode:\t<i>Independent</i>
Evaluation Manager:\t<i>Li Na</i>
Evaluation Consultant(s):\t<i>N/A</i>
Project Code:\t<i>NOR/17/51/SUN</i>
Donor(s) & Budget:\t<i>Sund Department of Ports (SDP) (USD5.7 million)</i>
Keywords:\t<i>Ports, Crews</i>

Main Findings & Conclusions

The findings are these:

Finding 1: Crews know their rights.

Nobody else does.

Finding 2: Ports do not.

Conclusion 1: Rights are known to some.

Recommendations

Recommendation 1. To tell the ports.

Lessons learned and best practices

The main lessons learned include: 1) Ask first; 2) Ask again. Much else was said.
";

/// As an extraction with layout writes it: the gap between the columns is all that parts them.
const COLUMNS: &str = "
EVALUATION BRIEF

FINAL INDEPENDENT PROJECT EVALUATION

LIGHTS OF THE FAR NORTH AND ITS ISLANDS – HARX59

BACKGROUND AND CONTEXT                        Region: The North and
                                              the Islands
The project began when fog became thick. It   Duration: March 2015 to
was carried out from an office by the sea     June 2018
with a boat of \\$752,110.31 USD in value.     Donor(s): N/A
                                              Budget: \\$1,250,000 USD
MAIN FINDINGS                                 Evaluation team: Zoë
                                              Ångström (lead evaluator)
Crews were glad of the lights. Pilots of the  Full report:
north asked for more of them every winter.    https://example.org/evaluation/
Ports kept the lists.                         reports_year_2020.html

RECOMMENDATIONS

1. Ask the crews of both coasts first.
2. Teach pilots to steer in fog.
";

const PROSE: &str = "
Evaluation Summary

Fair crews of the north – Midterm evaluation

Evaluation Mode: Independent

Background & Context

HARX59 was run by the ILO since 2017 with a budget of \\$752,110.31 USD. HARW60 had USD 2 million.
It works in Peru and Trinidad and Tobago for 51 months, until December 31st, 2021. The evaluation
covers the period from October 2017 to July 2020.

Main Findings

Crews know their rights.
";

const INTERLEAVED: &str = "
EVALUATION BRIEF
Independent project evaluation
Harbour lights of the far north (HAR X26)
The project began when fog became thick and crews were lost. Region: The North & Islands
it was carried out from an office by the sea. Duration:
2012-2020.
Donor(s):
The State of Sund
Full report:
https://example.org/evaluation/reports_
year_2020.html
BACKGROUND
Sund gave USD$5.3 million, of which $700,000 in kind.
";

/// Reads a text without any vocabulary.
fn read(text: &str) -> Draft {
    draft::read(text, &Vocabulary::default())
}

/// Reads a text with the vocabularies of the evidence base.
fn read_with_terms(text: &str) -> Draft {
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    draft::read(text, &vocabulary_of(&Sources::gather(&data).unwrap()))
}

fn donors(draft: &Draft) -> Vec<String> {
    draft.facts.donors.iter().map(|found| found.value.as_printed.clone()).collect()
}

fn places(draft: &Draft) -> Vec<(String, String)> {
    let places = draft.facts.countries.iter().map(|found| &found.value);
    let term =
        |term: &Option<(_, String)>| term.as_ref().map_or(String::new(), |(_, id)| id.clone());
    places.map(|place| (place.as_printed.clone(), term(&place.term))).collect()
}

fn values<T: Clone>(found: &[Found<T>]) -> Vec<T> {
    found.iter().map(|found| found.value.clone()).collect()
}

fn prompts(draft: &Draft) -> Vec<(&'static str, u16, usize)> {
    draft.prompts.iter().map(|prompt| (prompt.kind.letter(), prompt.ordinal, prompt.line)).collect()
}

#[test]
fn a_fact_box_is_read_by_its_labels() {
    let draft = read(FACT_BOX);
    assert_eq!(donors(&draft), ["Sund Aid (HARX59)", "Harbour Union (HARW60)"]);
    let facts = draft.facts;
    assert_eq!(values(&facts.codes), ["HARX59", "HARW60"]);
    assert_eq!(facts.region.as_ref().unwrap().value, "Norland");
    assert_eq!(facts.region.unwrap().sureness, Sureness::Sure);
    let spans: Vec<_> = values(&facts.spans)
        .into_iter()
        .map(|(code, span)| {
            format!("{} {}/{}", code.unwrap(), span.start.unwrap(), span.end.unwrap())
        })
        .collect();
    assert_eq!(spans, ["HARX59 2017-10-12/2021-11-12", "HARW60 2018-09-20/2022-12-31"]);
    let team: Vec<_> = values(&facts.team).into_iter().map(|m| (m.name, m.kind, m.role)).collect();
    assert_eq!(
        team,
        [
            ("Zoë Ångström".into(), PartyKind::Person, Some("lead evaluator".into())),
            ("Deep Water S.A.".into(), PartyKind::Firm, None),
        ]
    );
    let report = facts.report.unwrap();
    assert_eq!(report.value, "https://example.org/evaluation/reports_year_2022.html");
    assert_eq!(report.line, 18);
    assert_eq!(facts.timing.unwrap().value, Timing::Final);
    assert_eq!(facts.unit.unwrap().value, "INDEPENDENT EVALUATION SECTION");
}

#[test]
fn a_budget_that_stands_in_prose_only_is_unsure_and_loses_its_escape() {
    let budgets = read(FACT_BOX).facts.budgets;
    let read: Vec<_> = budgets
        .iter()
        .map(|b| (b.value.as_printed.as_str(), b.value.cents, b.value.currency, b.sureness))
        .collect();
    assert_eq!(
        read,
        [
            ("$752,110.31 USD", 75_211_031, Some("USD"), Sureness::Unsure),
            ("USD 2 million", 200_000_000, Some("USD"), Sureness::Unsure),
        ]
    );
}

#[test]
fn prose_is_prompted_by_sentence_and_a_broken_one_once() {
    let draft = read(FACT_BOX);
    assert_eq!(
        prompts(&draft),
        [
            ("f", 1, 26),
            ("f", 2, 26),
            ("f", 3, 26),
            ("f", 4, 28),
            ("r", 1, 34),
            ("r", 2, 35),
            ("r", 3, 37),
        ]
    );
    assert_eq!(draft.prompts[4].label_as_printed.as_deref(), Some("Design"));
    assert_eq!(draft.prompts[5].enumeration, Enumeration::Bulleted);
    assert_eq!(draft.prompts[6].sureness, Sureness::Unsure);
}

#[test]
fn a_summary_is_read_by_its_labels_and_blank_fields_stay_questions() {
    let draft = read(SUMMARY);
    let facts = &draft.facts;
    assert_eq!(values(&facts.codes), ["NOR/17/51/SUN"]);
    let named = ["Norland", "Sund"].map(|name| (name.to_owned(), String::new()));
    assert_eq!(places(&draft), named);
    assert_eq!(donors(&draft), ["Sund Department of Ports (SDP)"]);
    assert_eq!(facts.budgets[0].value.as_printed, "USD5.7 million");
    assert!(facts.budgets[0].value.rounded);
    assert_eq!(values(&facts.keywords), ["Ports", "Crews"]);
    assert_eq!(facts.timing.as_ref().unwrap().value, Timing::MidTerm);
    assert_eq!(facts.manager.as_ref().unwrap().value.name, "Li Na");
    assert!(facts.team.is_empty());
    let text = toml(&draft);
    assert!(text.contains("# ? team:") && text.contains("is there without a value"), "{text}");
}

#[test]
fn named_and_inline_items_are_prompted_each_with_its_kind_and_number() {
    let draft = read(SUMMARY);
    let read: Vec<_> =
        draft.prompts.iter().map(|p| (p.kind, p.number_as_printed.as_deref().unwrap())).collect();
    assert_eq!(
        read,
        [
            (StatementKind::Finding, "Finding 1"),
            (StatementKind::Finding, "Finding 2"),
            (StatementKind::Conclusion, "Conclusion 1"),
            (StatementKind::Recommendation, "Recommendation 1"),
            (StatementKind::Lesson, "1)"),
            (StatementKind::Lesson, "2)"),
        ]
    );
}

#[test]
fn columns_that_were_run_together_give_unsure_facts() {
    let draft = read(INTERLEAVED);
    assert_eq!(donors(&draft), ["The State of Sund"]);
    let facts = draft.facts;
    assert_eq!(values(&facts.codes), ["HAR X26"]);
    let region = facts.region.unwrap();
    assert_eq!((region.value.as_str(), region.sureness), ("The North & Islands", Sureness::Unsure));
    assert_eq!(facts.spans[0].value.1.start.unwrap().to_string(), "2012");
    let report = facts.report.unwrap().value;
    assert_eq!(report, "https://example.org/evaluation/reports_year_2020.html");
    let currencies: Vec<_> = facts.budgets.iter().map(|b| b.value.currency).collect();
    assert_eq!(currencies, [Some("USD"), None]);
}

#[test]
fn the_year_of_a_list_is_taken_from_its_address_only_if_it_is_one() {
    let listed = |digits: &str| {
        let list = format!("reports_year_{digits}.html");
        let written = toml(&read(&FACT_BOX.replace("reports_year_2022.html", &list)));
        let table = written.parse::<toml_edit::DocumentMut>().expect("a draft is TOML");
        assert_eq!(table["report"]["target"].as_str(), Some("list-page"));
        table["report"].get("listing_year").and_then(toml_edit::Item::as_integer)
    };
    assert_eq!(listed("2022"), Some(2022));
    for other in ["0775", "22", "20222", "99999999999999999999", ""] {
        assert_eq!(listed(other), None, "{other}");
    }
}

#[test]
fn columns_beside_each_other_are_read_one_after_the_other() {
    let draft = read(COLUMNS);
    let facts = &draft.facts;
    let region = facts.region.as_ref().unwrap();
    assert_eq!(region.value, "The North and the Islands");
    assert_eq!((region.line, region.sureness), (8, Sureness::Likely));
    let span = facts.spans[0].value.1;
    assert_eq!(format!("{}/{}", span.start.unwrap(), span.end.unwrap()), "2015-03/2018-06");
    assert!(donors(&draft).is_empty());
    assert!(toml(&draft).contains("line 12: the field Donors is there without a value"));
    let budgets: Vec<_> = facts.budgets.iter().map(|b| (b.value.cents, b.sureness)).collect();
    assert_eq!(budgets, [(125_000_000, Sureness::Likely)]);
    assert_eq!(facts.team[0].value.name, "Zoë Ångström");
    let report = facts.report.as_ref().unwrap();
    assert_eq!(report.value, "https://example.org/evaluation/reports_year_2020.html");
    let found = [("f", 1, 16), ("f", 2, 16), ("f", 3, 18), ("r", 1, 22), ("r", 2, 23)];
    assert_eq!(prompts(&draft), found);
}

#[test]
fn each_amount_goes_to_the_project_that_is_named_with_it() {
    for text in [FACT_BOX.replace("The first project had", "HARX59 had"), PROSE.to_owned()] {
        let text = text.replace("the second was given", "HARW60 was given");
        let draft = toml(&read(&text));
        let (first, second) = draft.split_once("code = \"HARW60\"").unwrap();
        let amount = |part: &str| part.contains("amount = \"752110.31\"");
        assert!(amount(first) && !amount(second), "{draft}");
        assert!(second.contains("amount = \"2000000\""), "{draft}");
        assert!(!draft.contains("budgets = \"combined\""), "{draft}");
    }
}

#[test]
fn facts_of_prose_are_found_and_unsure() {
    let draft = read_with_terms(PROSE);
    let facts = &draft.facts;
    assert_eq!(facts.agency.as_ref().unwrap().value, "ilo");
    assert_eq!(facts.kind.as_ref().unwrap().value, "Midterm evaluation");
    assert_eq!(facts.timing.as_ref().unwrap().value, Timing::MidTerm);
    assert_eq!(facts.months.as_ref().unwrap().value, 51);
    let named = [("Peru", "pe"), ("Trinidad and Tobago", "tt")];
    assert_eq!(places(&draft), named.map(|(name, id)| (name.to_owned(), id.to_owned())));
    assert!(facts.countries.iter().all(|place| place.sureness == Sureness::Unsure));
    let text = toml(&draft);
    assert!(text.contains("independence = \"independent\""), "{text}");
    assert!(text.contains("period_evaluated = { start = \"2017-10\", end = \"2020-07\""), "{text}");
}

#[test]
fn terms_are_suggested_by_name() {
    let text = FACT_BOX
        .replace("Norland", "Mexico")
        .replace("Sund Aid", "Government of Canada")
        .replace("example.org", "www.unodc.org");
    let draft = read_with_terms(&text);
    assert_eq!(places(&draft), [("Mexico".to_owned(), "mx".to_owned())]);
    let donor = &draft.facts.donors[0].value;
    assert_eq!(donor.organisation.as_deref(), Some("gov-ca"));
    assert_eq!(draft.facts.donors[1].value.organisation, None);
    let agency = draft.facts.agency.unwrap();
    assert_eq!((agency.value.as_str(), agency.sureness), ("unodc", Sureness::Likely));
    assert!(read_with_terms("Nothing of note.").facts.agency.is_none());
}

#[test]
fn nothing_is_made_up_and_no_sentence_is_copied() {
    for text in [
        FACT_BOX,
        SUMMARY,
        INTERLEAVED,
        COLUMNS,
        PROSE,
        "",
        "Nothing of note.",
        "Region:\nDonor: N/A",
    ] {
        let draft = toml(&read(text));
        assert!(draft.parse::<toml_edit::DocumentMut>().is_ok(), "{draft}");
        assert!(!draft.contains("\ntext = "), "{draft}");
        for sentence in
            ["Crews were glad of the lights", "Crews know their rights", "Train pilots at night"]
        {
            assert!(!draft.contains(sentence), "{draft}");
        }
    }
    let facts = read("Nothing of note happened at sea.").facts;
    assert_eq!((facts.codes.len(), facts.budgets.len(), facts.spans.len()), (0, 0, 0));
    assert!(facts.region.is_none() && facts.timing.is_none() && facts.report.is_none());
}
