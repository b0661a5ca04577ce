//! The shape of the JSON document, apart from the types that the program computes with, so that
//! those may change without breaking anybody's scripts.
//!
//! Codes, dates and ids are texts: `"final"`, `"2017-10"`, `"unodc-glot59-2024"`. Field names are
//! those of the authoring files and of the sheets.

use explorer_core::evaluation::{
    Depth, Independence, InstitutionRole, PartyKind, ReportTarget, SampleUnit, Scope, Timing,
};
use explorer_core::id::{EvaluationId, StatementId, TensionId, TermId};
use explorer_core::money::{BudgetScope, Currency, Exactness};
use explorer_core::place::{PlaceKind, Qualifier};
use explorer_core::statement::{Basis, Enumeration, StatementKind};
use explorer_core::tension::TensionKind;
use explorer_core::vocabulary::Terms;
use explorer_core::when::{Date, Printed};
use explorer_core::{content, evaluation, money, place, statement, tension, vocabulary, when};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{FORMAT, VERSION};
use crate::decimal;

/// A form of a value for the document, from which the value can be had back.
pub trait Mirror<Core> {
    /// The form of a value.
    fn of(core: &Core) -> Self;
    /// The value of a form.
    fn into_core(self) -> Core;
}

impl<Shape: Mirror<Core>, Core> Mirror<Vec<Core>> for Vec<Shape> {
    fn of(core: &Vec<Core>) -> Self {
        core.iter().map(Shape::of).collect()
    }

    fn into_core(self) -> Vec<Core> {
        self.into_iter().map(Shape::into_core).collect()
    }
}

impl<Shape: Mirror<Core>, Core> Mirror<Option<Core>> for Option<Shape> {
    fn of(core: &Option<Core>) -> Self {
        core.as_ref().map(Shape::of)
    }

    fn into_core(self) -> Option<Core> {
        self.map(Shape::into_core)
    }
}

impl<Shape: Mirror<vocabulary::Term>> Mirror<Terms> for Vec<Shape> {
    fn of(core: &Terms) -> Self {
        Self::of(&core.0)
    }

    fn into_core(self) -> Terms {
        Terms(self.into_core())
    }
}

/// Values whose form in the document is their own.
macro_rules! as_they_are {
    ($($type:ty),+ $(,)?) => { $(
        impl Mirror<$type> for $type {
            fn of(core: &$type) -> Self {
                core.clone()
            }

            fn into_core(self) -> $type {
                self
            }
        }
    )+ };
}

as_they_are! {
    String, bool, u8, u16, u32, Date, EvaluationId, StatementId, TensionId, TermId,
    Timing, Scope, Depth, Independence, ReportTarget, PartyKind, InstitutionRole, SampleUnit,
    Exactness, BudgetScope, PlaceKind, Qualifier, StatementKind, Enumeration, Basis, TensionKind,
}

/// Declares a form with the fields of a core type and how the one becomes the other.
macro_rules! shapes {
    ($(
        $(#[$meta:meta])*
        $name:ident of $core:path { $( $(#[$field_meta:meta])* $field:ident: $type:ty ),+ $(,)? }
    )+) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $( $(#[$field_meta])* pub $field: $type ),+ }

        impl Mirror<$core> for $name {
            fn of(core: &$core) -> Self {
                Self { $( $field: Mirror::of(&core.$field) ),+ }
            }

            fn into_core(self) -> $core {
                $core { $( $field: self.$field.into_core() ),+ }
            }
        }
    )+ };
}

/// An amount of money as a decimal text without rounding, for example `"752110.31"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount(
    /// Hundredths of the currency's unit.
    pub u64,
);

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&decimal::format(self.0))
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let cents = decimal::parse(&text);
        cents.map(Self).ok_or_else(|| de::Error::custom("expected an amount such as \"752110.31\""))
    }
}

fn currency<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Currency, D::Error> {
    let code = String::deserialize(deserializer)?;
    Currency::new(&code)
        .ok_or_else(|| de::Error::custom("expected an ISO 4217 currency in capitals, as \"USD\""))
}

/// An amount that a document states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// The amount.
    pub amount: Amount,
    /// ISO 4217.
    #[serde(deserialize_with = "currency")]
    pub currency: Currency,
    /// `exact` or `rounded`.
    pub exactness: Exactness,
    /// `project`, `phase` or `combined`.
    pub scope: BudgetScope,
    /// The words of the document.
    pub as_printed: String,
    /// The time at which the amount held.
    pub as_of: Option<String>,
}

impl Mirror<money::Budget> for Budget {
    fn of(core: &money::Budget) -> Self {
        Self {
            amount: Amount(core.cents),
            currency: core.currency.clone(),
            exactness: core.exactness,
            scope: core.scope,
            as_printed: core.as_printed.clone(),
            as_of: core.as_of.clone(),
        }
    }

    fn into_core(self) -> money::Budget {
        money::Budget {
            cents: self.amount.0,
            currency: self.currency,
            exactness: self.exactness,
            scope: self.scope,
            as_printed: self.as_printed,
            as_of: self.as_of,
        }
    }
}

shapes! {
    /// From when to when.
    Span of when::Span {
        /// When it began.
        start: Option<Date>,
        /// When it ended or is to end.
        end: Option<Date>,
    }

    /// The kind of an evaluation.
    Kind of evaluation::EvaluationKind {
        /// The words of the document.
        as_printed: String,
        /// `final`, `mid-term` or `not-stated`.
        timing: Timing,
        /// `project`, `cluster` or `not-stated`.
        scope: Scope,
        /// `in-depth` or `not-stated`.
        depth: Depth,
        /// `independent` or `not-stated`.
        independence: Independence,
    }

    /// The link to the full report.
    Report of evaluation::ReportLink {
        /// The address as printed.
        url: String,
        /// `report`, `list-page` or `short-link`.
        target: ReportTarget,
        /// The year of the list page.
        listing_year: Option<u16>,
        /// BCP 47 tag of the report's language.
        language: Option<String>,
    }

    /// Who gave money.
    Donor of evaluation::Donor {
        /// The words of the document.
        as_printed: String,
        /// A term of the organisations.
        organisation: TermId,
    }

    /// One phase of a project.
    Phase of evaluation::Phase {
        /// Its number as printed.
        number: u8,
        /// From when to when.
        span: Span,
        /// Its own budgets.
        #[serde(default)]
        budgets: Vec<Budget>,
        /// Its own donors.
        #[serde(default)]
        donors: Vec<Donor>,
        /// How many countries the document says it had.
        country_count_as_printed: Option<u16>,
        /// Our note.
        note: Option<String>,
    }

    /// One evaluated project.
    Project of evaluation::Project {
        /// The code as printed.
        code: Option<String>,
        /// The title.
        title: String,
        /// A short name or acronym.
        short_title: Option<String>,
        /// From when to when.
        span: Span,
        /// The words of the document for start and end.
        span_as_printed: Option<String>,
        /// The length in months, when stated.
        months_stated: Option<u16>,
        /// Budgets of the project as a whole.
        #[serde(default)]
        budgets: Vec<Budget>,
        /// Its donors.
        #[serde(default)]
        donors: Vec<Donor>,
        /// Its phases.
        #[serde(default)]
        phases: Vec<Phase>,
        /// What it set out to do, in our words.
        objective: Option<String>,
    }

    /// A place that the document names.
    Place of place::Place {
        /// The words of the document.
        as_printed: String,
        /// `country`, `territory`, `region`, `area`, `city` or `global`.
        kind: PlaceKind,
        /// A term of the places.
        term: Option<TermId>,
        /// The phases in which it took part; empty means all.
        #[serde(default)]
        phases: Vec<u8>,
        /// Our note.
        note: Option<String>,
    }

    /// How far activities reached.
    Reach of place::Reach {
        /// What was counted.
        what: String,
        /// The number.
        number: u32,
        /// `exactly`, `more-than` or `about`.
        qualifier: Qualifier,
    }

    /// A person, firm or office.
    Party of evaluation::Party {
        /// The name.
        name: String,
        /// `person`, `firm` or `office`.
        kind: PartyKind,
        /// The role as printed.
        role_as_printed: Option<String>,
    }

    /// An institution and its part.
    Institution of evaluation::Institution {
        /// The name as printed.
        name: String,
        /// A term of the organisations.
        organisation: Option<TermId>,
        /// Its part.
        role: InstitutionRole,
        /// Our note.
        note: Option<String>,
    }

    /// A part of a sample.
    SampleGroup of evaluation::SampleGroup {
        /// Who they are.
        who: String,
        /// How many.
        number: u32,
    }

    /// How many were asked.
    Sample of evaluation::Sample {
        /// `people`, `stakeholders` or `interviews`.
        unit: SampleUnit,
        /// How many in all.
        total: u32,
        /// Of them women.
        women: Option<u32>,
        /// Of them men.
        men: Option<u32>,
        /// The parts.
        #[serde(default)]
        groups: Vec<SampleGroup>,
        /// Our note.
        note: Option<String>,
    }

    /// How the evaluation was made.
    Method of evaluation::Method {
        /// Approaches.
        #[serde(default)]
        approaches: Vec<String>,
        /// Sources of data.
        #[serde(default)]
        data_sources: Vec<String>,
        /// Tools of analysis.
        #[serde(default)]
        tools: Vec<String>,
        /// Norms and standards.
        #[serde(default)]
        standards: Vec<String>,
        /// How the sample was chosen.
        #[serde(default)]
        sampling: Vec<String>,
        /// How many were asked.
        sample: Option<Sample>,
        /// Places that evaluators visited.
        #[serde(default)]
        field_missions: Vec<Place>,
    }

    /// A project named without being evaluated.
    Mentioned of evaluation::MentionedProject {
        /// The code as printed.
        code: Option<String>,
        /// The name.
        name: String,
    }

    /// Where a group of facts stands.
    Source of evaluation::FactSource {
        /// The group.
        group: String,
        /// The section of the document.
        section: String,
    }

    /// Where the record comes from.
    Provenance of evaluation::Provenance {
        /// The published document.
        document: String,
        /// Who coded the record.
        coded_by: String,
        /// When.
        coded_on: Date,
        /// Where each group of facts stands.
        #[serde(default)]
        facts: Vec<Source>,
    }

    /// A criterion of a statement.
    CriterionOf of statement::Criterion {
        /// A term of the criteria.
        term: TermId,
        /// `printed` or `inferred`.
        basis: Basis,
    }

    /// A figure that a statement gives.
    Figure of statement::KeyFigure {
        /// The figure as printed.
        figure: String,
        /// What it counts.
        unit: String,
    }

    /// One statement.
    Statement of statement::Statement {
        /// Its lasting name.
        id: StatementId,
        /// `finding`, `lesson`, `recommendation` and so on.
        kind: StatementKind,
        /// Its place among the statements of its kind, from 1.
        ordinal: u16,
        /// How the document sets it apart.
        enumeration: Enumeration,
        /// The number or bullet as printed.
        number_as_printed: Option<String>,
        /// The label as printed.
        label_as_printed: Option<String>,
        /// What it says, in our words.
        text: String,
        /// The criteria it speaks to.
        #[serde(default)]
        criteria: Vec<CriterionOf>,
        /// Terms of the themes.
        #[serde(default)]
        themes: Vec<TermId>,
        /// The positions, from 0, of the projects concerned; empty means all.
        #[serde(default)]
        projects: Vec<u8>,
        /// Terms of the places.
        #[serde(default)]
        places: Vec<TermId>,
        /// Whom it asks, as printed.
        addressee: Option<String>,
        /// The figures it gives.
        #[serde(default)]
        figures: Vec<Figure>,
        /// True when it asks for action without being a recommendation.
        asks_for_action: bool,
        /// Our note.
        note: Option<String>,
        /// The section of the document.
        section: String,
    }

    /// One side of a disagreement.
    Side of tension::Side {
        /// The stance.
        stance: String,
        /// The statements that take it.
        #[serde(default)]
        statements: Vec<StatementId>,
        /// Evaluations that take it by their header facts.
        #[serde(default)]
        evaluations: Vec<EvaluationId>,
    }

    /// A disagreement.
    Tension of tension::Tension {
        /// Its lasting name.
        id: TensionId,
        /// `tension`, `contradiction`, `emphasis` or `ambiguity`.
        kind: TensionKind,
        /// The neutral question.
        question: String,
        /// What the sides differ in.
        summary: String,
        /// What the difference may come from.
        may_come_from: Option<String>,
        /// The sides.
        #[serde(default)]
        sides: Vec<Side>,
        /// Evaluations that do not speak to it.
        #[serde(default)]
        silent: Vec<EvaluationId>,
        /// The one evaluation inside which it lies.
        within: Option<EvaluationId>,
    }

    /// A word for a term in one language.
    Label of vocabulary::Label {
        /// BCP 47 tag.
        lang: String,
        /// The word.
        text: String,
    }

    /// A term.
    Term of vocabulary::Term {
        /// Its lasting name.
        id: TermId,
        /// Its labels, English first.
        labels: Vec<Label>,
        /// A short form.
        short: Option<String>,
        /// Other names.
        #[serde(default)]
        aliases: Vec<String>,
        /// What it covers.
        scope_note: Option<String>,
        /// The broader terms.
        #[serde(default)]
        broader: Vec<TermId>,
        /// For places: what kind.
        place_kind: Option<PlaceKind>,
    }

    /// The terms.
    Vocabulary of vocabulary::Vocabulary {
        /// Publishing agencies.
        agencies: Vec<Term>,
        /// Governments and organisations.
        organisations: Vec<Term>,
        /// Countries, territories, regions.
        places: Vec<Term>,
        /// Themes.
        themes: Vec<Term>,
        /// Criteria.
        criteria: Vec<Term>,
    }

    /// Words that mean the same.
    Synonyms of content::Synonyms {
        /// The words.
        words: Vec<String>,
    }

    /// A name of before.
    Redirect of content::Redirect {
        /// The name that links may still carry.
        from: String,
        /// The name that it has now.
        to: String,
    }
}

/// A value as normalised beside what the document prints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AsPrinted<T> {
    /// The normalised value.
    pub value: T,
    /// The words of the document.
    pub as_printed: String,
}

impl<Shape: Mirror<Core>, Core> Mirror<Printed<Core>> for AsPrinted<Shape> {
    fn of(core: &Printed<Core>) -> Self {
        Self { value: Shape::of(&core.value), as_printed: core.as_printed.clone() }
    }

    fn into_core(self) -> Printed<Core> {
        Printed { value: self.value.into_core(), as_printed: self.as_printed }
    }
}

/// Declares the form of a record: the evaluation's fields, then its statements.
macro_rules! record_shape {
    ($( $(#[$field_meta:meta])* $field:ident: $type:ty ),+ $(,)?) => {
        /// One evaluation with its statements.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Evaluation {
            $( $(#[$field_meta])* pub $field: $type, )+
            /// What it says.
            #[serde(default)]
            pub statements: Vec<Statement>,
        }

        impl Mirror<content::Record> for Evaluation {
            fn of(core: &content::Record) -> Self {
                Self {
                    $( $field: Mirror::of(&core.evaluation.$field), )+
                    statements: Mirror::of(&core.statements),
                }
            }

            fn into_core(self) -> content::Record {
                content::Record {
                    evaluation: evaluation::Evaluation { $( $field: self.$field.into_core() ),+ },
                    statements: self.statements.into_core(),
                }
            }
        }
    };
}

record_shape! {
    /// Its lasting name.
    id: EvaluationId,
    /// The title.
    title: String,
    /// A name short enough for a column.
    short_title: String,
    /// The title as printed, where it differs by more than capitals.
    title_as_printed: Option<String>,
    /// BCP 47 tag of the document's language.
    language: String,
    /// A term of the agencies.
    agency: TermId,
    /// The publishing unit as printed.
    unit: Option<String>,
    /// The type of document as printed.
    document_type: String,
    /// The kind of evaluation.
    kind: Kind,
    /// The date of publication.
    published: Option<AsPrinted<Date>>,
    /// When the evaluation was carried out.
    conducted: Option<AsPrinted<Span>>,
    /// The period that was evaluated.
    period_evaluated: Option<AsPrinted<Span>>,
    /// The link to the full report.
    report: Option<Report>,
    /// The evaluated projects.
    projects: Vec<Project>,
    /// Budgets stated for several projects together.
    #[serde(default)]
    combined_budgets: Vec<Budget>,
    /// Donors stated for several projects together.
    #[serde(default)]
    combined_donors: Vec<Donor>,
    /// Where the projects work.
    #[serde(default)]
    places: Vec<Place>,
    /// The region as printed.
    region_as_printed: Option<String>,
    /// How many countries the document says there are.
    country_count_as_printed: Option<u16>,
    /// How far activities reached.
    #[serde(default)]
    reach: Vec<Reach>,
    /// The evaluators.
    #[serde(default)]
    team: Vec<Party>,
    /// The manager of the evaluation.
    manager: Option<Party>,
    /// Who supervised the evaluation.
    supervisor: Option<Party>,
    /// Implementing agencies, partners and beneficiaries.
    #[serde(default)]
    institutions: Vec<Institution>,
    /// How the evaluation was made.
    method: Method,
    /// The criteria that the document lists as assessed.
    #[serde(default)]
    criteria_listed: Vec<TermId>,
    /// Keywords as printed.
    #[serde(default)]
    keywords: Vec<String>,
    /// Projects named without being evaluated.
    #[serde(default)]
    mentioned_projects: Vec<Mentioned>,
    /// Our notes.
    #[serde(default)]
    notes: Vec<String>,
    /// Where the record comes from.
    provenance: Provenance,
}

/// The document: what it is, and the set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Always [`FORMAT`].
    pub format: String,
    /// Always [`VERSION`].
    pub version: u32,
    /// The name of the set.
    pub title: String,
    /// The day on which the data were last changed.
    pub data_date: Date,
    /// The evaluations, in the order of their ids.
    pub evaluations: Vec<Evaluation>,
    /// Where they disagree.
    #[serde(default)]
    pub tensions: Vec<Tension>,
    /// The terms.
    pub vocabulary: Vocabulary,
    /// Words that mean the same.
    #[serde(default)]
    pub synonyms: Vec<Synonyms>,
    /// Names of before.
    #[serde(default)]
    pub redirects: Vec<Redirect>,
}

impl Mirror<content::Content> for Document {
    fn of(core: &content::Content) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            title: core.title.clone(),
            data_date: core.data_date,
            evaluations: Mirror::of(&core.records),
            tensions: Mirror::of(&core.tensions),
            vocabulary: Mirror::of(&core.vocabulary),
            synonyms: Mirror::of(&core.synonyms),
            redirects: Mirror::of(&core.redirects),
        }
    }

    fn into_core(self) -> content::Content {
        content::Content {
            title: self.title,
            data_date: self.data_date,
            records: self.evaluations.into_core(),
            tensions: self.tensions.into_core(),
            vocabulary: self.vocabulary.into_core(),
            synonyms: self.synonyms.into_core(),
            redirects: self.redirects.into_core(),
        }
    }
}
