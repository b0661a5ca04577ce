//! An evaluation in the document.

use explorer_core::content;
use explorer_core::evaluation::{
    self, Depth, Independence, InstitutionRole, PartyKind, ReportTarget, SampleUnit, Scope, Timing,
};
use explorer_core::id::{EvaluationId, TermId};
use explorer_core::place::{self, PlaceKind, Qualifier};
use explorer_core::when::{self, Date, Printed};
use serde::{Deserialize, Serialize};

use super::money::Budget;
use super::statement::Statement;
use crate::mirror::{Mirror, shapes};

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
    (
        $(#[$meta:meta])*
        Evaluation of content::Record {
            $( $(#[$field_meta:meta])* $field:ident: $type:ty, )+
            =>
            $(#[$last_meta:meta])* statements: $last:ty,
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Evaluation {
            $( $(#[$field_meta])* pub $field: $type, )+
            $(#[$last_meta])*
            pub statements: $last,
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
    /// One evaluation with its statements.
    Evaluation of content::Record {
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
        =>
        /// What it says.
        #[serde(default)]
        statements: Vec<Statement>,
    }
}
