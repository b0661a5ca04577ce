//! The shape of `data/evaluations/<id>.toml`.

use explorer_core::evaluation::{
    Depth, Independence, InstitutionRole, PartyKind, ReportTarget, SampleUnit, Scope, Timing,
};
use explorer_core::money::{BudgetScope, Exactness};
use explorer_core::place::{PlaceKind, Qualifier};
use explorer_core::statement::{Enumeration, StatementKind};
use explorer_core::tension::TensionKind;

use super::{
    BY_PHASE, COMBINED, Form, NOT_STATED, Shape, VocabularyName, code_of, optional, required,
};

const NAME: Form = Form::Text(200);
const TITLE: Form = Form::Text(300);
const PRINTED: Form = Form::Text(300);
const SENTENCE: Form = Form::Text(400);
const NOTE: Form = Form::Text(600);
const COUNT: Form = Form::Number(0, 1_000_000);
const SMALL: Form = Form::Number(1, 255);
const ANY: usize = 1000;
const OR_NOT_STATED: &[&str] = &[NOT_STATED];
const OR_ELSEWHERE: &[&str] = &[NOT_STATED, COMBINED, BY_PHASE];

/// The groups of facts whose place in the document is recorded.
pub const FACT_GROUPS: [&str; 6] = ["identity", "projects", "money", "places", "people", "method"];

/// An evaluation with its statements.
pub static EVALUATION: Shape = Shape {
    name: "an evaluation",
    fields: &[
        required("title", TITLE, "The title in sentence case."),
        required("short_title", Form::Text(60), "A name short enough for a column of a table."),
        optional(
            "title_as_printed",
            TITLE,
            "The title as printed, where it differs by more than capitals.",
        ),
        required("language", Form::Language, "The language of the document, as a BCP 47 tag."),
        required("agency", Form::Term(VocabularyName::Agencies), "The publishing agency."),
        optional("unit", NAME, "The publishing unit as printed."),
        required("document_type", NAME, "The type of document as printed."),
        optional(
            "region_as_printed",
            PRINTED,
            "What the document's region field says, or a region that it names.",
        ),
        optional(
            "country_count_as_printed",
            Form::Number(1, 300),
            "How many countries the document says there are. Checked against the places below.",
        ),
        optional(
            "criteria_listed",
            Form::List(&Form::Term(VocabularyName::Criteria), 0, 40),
            "The criteria that the document lists as assessed; not all need have a statement.",
        ),
        optional("keywords", Form::List(&NAME, 0, 60), "Keywords as printed."),
        optional(
            "notes",
            Form::List(&NOTE, 0, 30),
            "What a reader should know about the record, in your words.",
        ),
        required(
            "kind",
            Form::Table(&KIND),
            "The kind of evaluation: the printed words and their parts.",
        ),
        required(
            "published",
            Form::Or(OR_NOT_STATED, &Form::Table(&PRINTED_DATE)),
            "When it was published, if that is printed.",
        ),
        required(
            "conducted",
            Form::Or(OR_NOT_STATED, &Form::Table(&PRINTED_SPAN)),
            "When the evaluation was carried out.",
        ),
        required(
            "period_evaluated",
            Form::Or(OR_NOT_STATED, &Form::Table(&PRINTED_SPAN)),
            "The period that was evaluated.",
        ),
        required(
            "report",
            Form::Or(OR_NOT_STATED, &Form::Table(&REPORT)),
            "The link that the document gives to the full report.",
        ),
        required("projects", Form::Tables(&PROJECT), "The evaluated projects, at least one."),
        optional(
            "combined_budgets",
            Form::Tables(&BUDGET),
            "Budgets stated for several projects together.",
        ),
        optional(
            "combined_donors",
            Form::Tables(&DONOR),
            "Donors stated for several projects together.",
        ),
        optional("places", Form::Tables(&PLACE), "Where the projects work."),
        optional(
            "reach",
            Form::Tables(&REACH),
            "How far activities reached, as a number; not where a project is placed.",
        ),
        optional("team", Form::Tables(&PARTY), "The evaluators."),
        required(
            "manager",
            Form::Or(OR_NOT_STATED, &Form::Table(&PARTY)),
            "The manager of the evaluation.",
        ),
        required(
            "supervisor",
            Form::Or(OR_NOT_STATED, &Form::Table(&PARTY)),
            "Who supervised the evaluation.",
        ),
        optional(
            "institutions",
            Form::Tables(&INSTITUTION),
            "Implementing agencies, partners and beneficiaries.",
        ),
        required("method", Form::Table(&METHOD), "How the evaluation was made."),
        optional(
            "mentioned_projects",
            Form::Tables(&MENTIONED),
            "Projects that the document names without evaluating them.",
        ),
        required(
            "provenance",
            Form::Table(&PROVENANCE),
            "Where the record comes from and who made it.",
        ),
        optional(
            "statements",
            Form::Tables(&STATEMENT),
            "What the evaluation says, one statement at a time.",
        ),
        optional(
            "contradictions",
            Form::Tables(&CONTRADICTION),
            "Passages of this document that do not agree.",
        ),
    ],
};

static KIND: Shape = Shape {
    name: "a kind of evaluation",
    fields: &[
        required("as_printed", PRINTED, "The words of the document."),
        required(
            "timing",
            code_of!(Timing),
            "When in the life of the project, by the document's own words.",
        ),
        required("scope", code_of!(Scope), "One project or several."),
        required("depth", code_of!(Depth), "Whether the document calls it in-depth."),
        required(
            "independence",
            code_of!(Independence),
            "Whether the document calls it independent.",
        ),
    ],
};

static PRINTED_DATE: Shape = Shape {
    name: "a printed date",
    fields: &[
        required("value", Form::Date, "The date, as precise as printed and no more."),
        required("as_printed", PRINTED, "The words of the document."),
    ],
};

static PRINTED_SPAN: Shape = Shape {
    name: "a printed span of time",
    fields: &[
        optional("start", Form::Date, "When it began, if stated."),
        optional("end", Form::Date, "When it ended, if stated."),
        required("as_printed", PRINTED, "The words of the document."),
    ],
};

static REPORT: Shape = Shape {
    name: "a link to the report",
    fields: &[
        required("url", Form::Link, "The address as printed."),
        required("target", code_of!(ReportTarget), "What the address really opens."),
        optional(
            "listing_year",
            Form::Number(1900, 2200),
            "The year of the list page, when its address names one.",
        ),
        optional("language", Form::Language, "The language of the report, if stated."),
    ],
};

static PROJECT: Shape = Shape {
    name: "a project",
    fields: &[
        optional("code", NAME, "The code as printed, for example PER/17/51/USA."),
        required("title", TITLE, "The title in sentence case."),
        optional("short_title", Form::Text(60), "A short name or acronym that the document uses."),
        optional("start", Form::Date, "When it began, as precise as printed."),
        optional("end", Form::Date, "When it ended or is to end, as precise as printed."),
        optional("span_as_printed", PRINTED, "The words of the document for start and end."),
        optional(
            "months_stated",
            Form::Number(1, 1200),
            "The length in months, when the document states one.",
        ),
        optional("objective", NOTE, "What it set out to do, in your words."),
        required(
            "budgets",
            Form::Or(OR_ELSEWHERE, &Form::Tables(&BUDGET)),
            "Budgets of the project as a whole; \"combined\" when the document states one for several projects.",
        ),
        required(
            "donors",
            Form::Or(OR_ELSEWHERE, &Form::Tables(&DONOR)),
            "Donors of the project; \"combined\" when the document does not divide them between projects.",
        ),
        optional("phases", Form::Tables(&PHASE), "Its phases, when the document describes any."),
    ],
};

static PHASE: Shape = Shape {
    name: "a phase",
    fields: &[
        required("number", SMALL, "Its number as the document counts phases."),
        optional("start", Form::Date, "When it began, as precise as printed."),
        optional("end", Form::Date, "When it ended or is to end, as precise as printed."),
        optional(
            "country_count_as_printed",
            Form::Number(1, 300),
            "How many countries the document says it had.",
        ),
        optional("note", NOTE, "What a reader should know about it, in your words."),
        optional("budgets", Form::Tables(&BUDGET), "Its own budgets."),
        optional(
            "donors",
            Form::Tables(&DONOR),
            "Its own donors, when the document divides them by phase.",
        ),
    ],
};

static BUDGET: Shape = Shape {
    name: "a budget",
    fields: &[
        required(
            "amount",
            Form::Amount,
            "The amount as a decimal text without separators, for example \"752110.31\".",
        ),
        required("currency", Form::Currency, "The ISO 4217 code, as stated with the amount."),
        required("exactness", code_of!(Exactness), "Whether the amount is printed rounded."),
        required("scope", code_of!(BudgetScope), "What the amount pays for."),
        required("as_printed", PRINTED, "The words of the document."),
        optional("as_of", PRINTED, "The time at which the amount held, in your words."),
    ],
};

static DONOR: Shape = Shape {
    name: "a donor",
    fields: &[
        required("as_printed", PRINTED, "The words of the document."),
        required(
            "organisation",
            Form::Term(VocabularyName::Organisations),
            "The government or organisation that it belongs to.",
        ),
    ],
};

static PLACE: Shape = Shape {
    name: "a place",
    fields: &[
        required("as_printed", PRINTED, "The words of the document."),
        required("kind", code_of!(PlaceKind), "What kind of place it is."),
        optional(
            "term",
            Form::Term(VocabularyName::Places),
            "Its term: the ISO 3166-1 alpha-2 code in lower case for countries and territories. \
             Areas and cities have none.",
        ),
        optional(
            "phases",
            Form::List(&SMALL, 0, 50),
            "The numbers of the phases in which it took part; all when left out.",
        ),
        optional("note", NOTE, "What the document says of the part it played, in your words."),
    ],
};

static REACH: Shape = Shape {
    name: "a figure of reach",
    fields: &[
        required("what", NAME, "What was counted, in your words."),
        required("number", COUNT, "The number."),
        required("qualifier", code_of!(Qualifier), "How the figure relates to the number."),
    ],
};

static PARTY: Shape = Shape {
    name: "a person, firm or office",
    fields: &[
        required("name", NAME, "The name, without honorifics."),
        required("kind", code_of!(PartyKind), "Person, firm or office."),
        optional("role_as_printed", PRINTED, "The role as printed."),
    ],
};

static INSTITUTION: Shape = Shape {
    name: "an institution",
    fields: &[
        required("name", PRINTED, "The name as printed."),
        optional(
            "organisation",
            Form::Term(VocabularyName::Organisations),
            "Its term in the vocabulary of organisations, if it has one.",
        ),
        required("role", code_of!(InstitutionRole), "What it had to do with the project."),
        optional("note", NOTE, "What the document says about its part, in your words."),
    ],
};

static METHOD: Shape = Shape {
    name: "a method",
    fields: &[
        optional("approaches", Form::List(&NAME, 0, ANY), "Approaches, in your words."),
        optional("data_sources", Form::List(&NAME, 0, ANY), "Sources of data, in your words."),
        optional("tools", Form::List(&NAME, 0, ANY), "Tools of analysis."),
        optional("standards", Form::List(&NAME, 0, ANY), "Norms and standards that were followed."),
        optional("sampling", Form::List(&NAME, 0, ANY), "How the sample was chosen."),
        required("sample", Form::Or(OR_NOT_STATED, &Form::Table(&SAMPLE)), "How many were asked."),
        optional("field_missions", Form::Tables(&PLACE), "Places that evaluators visited."),
    ],
};

static SAMPLE: Shape = Shape {
    name: "a sample",
    fields: &[
        required("unit", code_of!(SampleUnit), "What is counted."),
        required("total", COUNT, "How many in all."),
        optional("women", COUNT, "Of them women, if stated."),
        optional("men", COUNT, "Of them men, if stated."),
        optional("groups", Form::Tables(&GROUP), "The parts, if stated."),
        optional("note", NOTE, "What a reader should know about it, in your words."),
    ],
};

static GROUP: Shape = Shape {
    name: "a part of a sample",
    fields: &[
        required("who", NAME, "Who they are, in your words."),
        required("number", COUNT, "How many."),
    ],
};

static MENTIONED: Shape = Shape {
    name: "a mentioned project",
    fields: &[optional("code", NAME, "The code as printed."), required("name", TITLE, "The name.")],
};

static PROVENANCE: Shape = Shape {
    name: "a provenance",
    fields: &[
        required("document", NOTE, "The published document, in words that let a reader find it."),
        required("coded_by", NAME, "Who coded the record."),
        required("coded_on", Form::Date, "When it was coded."),
        required("facts", Form::Table(&FACTS), "Where in the document each group of facts stands."),
    ],
};

static FACTS: Shape = Shape {
    name: "the places of facts",
    fields: &[
        required(
            "identity",
            NAME,
            "The section that gives title, kind and dates of the evaluation.",
        ),
        required(
            "projects",
            NAME,
            "The section that gives titles, codes and dates of the projects.",
        ),
        optional("money", NAME, "The section that gives budgets and donors."),
        optional("places", NAME, "The section that gives places and reach."),
        optional("people", NAME, "The section that names evaluators, managers and institutions."),
        optional("method", NAME, "The section that describes the method."),
    ],
};

static STATEMENT: Shape = Shape {
    name: "a statement",
    fields: &[
        required("kind", code_of!(StatementKind), "What it is in its document."),
        required(
            "ordinal",
            Form::Number(1, 9999),
            "Its place among the statements of its kind, from 1.",
        ),
        required(
            "enumeration",
            code_of!(Enumeration),
            "How the document sets it apart from its neighbours.",
        ),
        optional("number_as_printed", Form::Text(40), "The number or bullet as printed."),
        optional("label_as_printed", PRINTED, "The label as printed."),
        required(
            "text",
            SENTENCE,
            "What it says, in your own words: one sentence of at most 40 words.",
        ),
        optional(
            "criteria",
            Form::List(&Form::Term(VocabularyName::Criteria), 0, 20),
            "The criteria that the document names for it.",
        ),
        optional(
            "criteria_inferred",
            Form::List(&Form::Term(VocabularyName::Criteria), 0, 20),
            "The criteria that you read from the content.",
        ),
        required(
            "themes",
            Form::List(&Form::Term(VocabularyName::Themes), 1, 4),
            "The themes it speaks to, 1 to 4.",
        ),
        optional(
            "projects",
            Form::List(&NAME, 0, 50),
            "The codes of the projects concerned; all when left out.",
        ),
        optional(
            "places",
            Form::List(&Form::Term(VocabularyName::Places), 0, 300),
            "The places it names.",
        ),
        optional("addressee", PRINTED, "Whom it asks, as printed."),
        optional("figures", Form::Tables(&FIGURE), "The figures it gives."),
        optional(
            "asks_for_action",
            Form::Flag,
            "True when it stands among findings or lessons but asks for something to be done.",
        ),
        optional("note", NOTE, "What a reader should know about it, in your words."),
        required("section", NAME, "The section of the document in which it stands."),
    ],
};

static FIGURE: Shape = Shape {
    name: "a key figure",
    fields: &[
        required("figure", Form::Text(80), "The figure as printed."),
        required("unit", NAME, "What it counts, in your words."),
    ],
};

static CONTRADICTION: Shape = Shape {
    name: "a contradiction",
    fields: &[
        required("id", Form::Id, "Its lasting name."),
        required("kind", code_of!(TensionKind), "What kind of disagreement it is."),
        required("question", SENTENCE, "The neutral question on which the sides differ."),
        required("summary", NOTE, "What they differ in, neutrally, in your words."),
        optional("may_come_from", NOTE, "What the difference may come from, in your words."),
        required("sides", Form::Tables(&CONTRADICTION_SIDE), "The sides."),
    ],
};

static CONTRADICTION_SIDE: Shape = Shape {
    name: "a side of a contradiction",
    fields: &[
        required("stance", NOTE, "The stance, short, in your words."),
        optional(
            "statements",
            Form::List(&Form::Id, 0, 100),
            "The statements of this document that take it, for example \"f11\".",
        ),
    ],
};
