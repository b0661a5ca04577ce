//! The record of one evaluation: what its published brief says, and nothing more.
//!
//! Every field that a document may leave out is an `Option` or a list; "not stated" is a value
//! and never an empty text or a zero. Printed and normalised forms travel together.

mod card;
mod total;

use serde::{Deserialize, Serialize};

use crate::codes::codes;
use crate::id::{EvaluationId, TermId};
use crate::money::Budget;
use crate::place::{Place, Reach};
use crate::when::{Date, Printed, Span};

pub use card::{Card, KindCount};

codes! {
    /// When in the life of a project the evaluation was made, by the document's own words.
    pub enum Timing {
        /// At the end.
        Final = "final",
        /// On the way.
        MidTerm = "mid-term",
        /// The document does not say.
        NotStated = "not-stated",
    }
}

codes! {
    /// How much one evaluation covers.
    pub enum Scope {
        /// One project.
        Project = "project",
        /// Several projects together.
        Cluster = "cluster",
        /// The document does not say.
        NotStated = "not-stated",
    }
}

codes! {
    /// Whether the kind as printed claims depth.
    pub enum Depth {
        /// Called in-depth.
        InDepth = "in-depth",
        /// The document does not say.
        NotStated = "not-stated",
    }
}

codes! {
    /// Whether the kind as printed claims independence.
    pub enum Independence {
        /// Called independent.
        Independent = "independent",
        /// The document does not say.
        NotStated = "not-stated",
    }
}

/// The kind of evaluation: the printed words and their parts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct EvaluationKind {
    /// The words of the document.
    pub as_printed: String,
    /// Final, mid-term or not stated.
    pub timing: Timing,
    /// Project, cluster or not stated.
    pub scope: Scope,
    /// In-depth or not stated.
    pub depth: Depth,
    /// Independent or not stated.
    pub independence: Independence,
}

codes! {
    /// What a link to "the full report" really opens.
    pub enum ReportTarget {
        /// The report itself.
        Report = "report",
        /// A page that lists reports.
        ListPage = "list-page",
        /// A shortened address whose target is not printed.
        ShortLink = "short-link",
    }
}

/// The link that a document gives to the full report.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ReportLink {
    /// The address as printed.
    pub url: String,
    /// What it opens.
    pub target: ReportTarget,
    /// The year of the list page, when its address names one.
    pub listing_year: Option<u16>,
    /// BCP 47 tag of the report's language, if stated.
    pub language: Option<String>,
}

/// Who gave money.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Donor {
    /// The words of the document.
    pub as_printed: String,
    /// The government or organisation it belongs to, a term of the vocabulary of organisations.
    pub organisation: TermId,
}

/// One phase of a project.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Phase {
    /// Its number as the document counts phases.
    pub number: u8,
    /// From when to when.
    pub span: Span,
    /// Its own budgets.
    pub budgets: Vec<Budget>,
    /// Its own donors, when the document divides them by phase.
    pub donors: Vec<Donor>,
    /// How many countries the document says it had.
    pub country_count_as_printed: Option<u16>,
    /// What a reader should know about it, in our words.
    pub note: Option<String>,
}

/// One evaluated project.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Project {
    /// The code as printed, for example `PER/17/51/USA`. An attribute, never a key: one code may
    /// stand in several evaluations.
    pub code: Option<String>,
    /// The title in sentence case.
    pub title: String,
    /// A short name or acronym that the document uses.
    pub short_title: Option<String>,
    /// From when to when.
    pub span: Span,
    /// The words of the document for start and end.
    pub span_as_printed: Option<String>,
    /// The length in months, when the document states one.
    pub months_stated: Option<u16>,
    /// Budgets of the project as a whole.
    pub budgets: Vec<Budget>,
    /// Donors of the project.
    pub donors: Vec<Donor>,
    /// Its phases; empty when the document describes none.
    pub phases: Vec<Phase>,
    /// What it set out to do, in our words, if stated.
    pub objective: Option<String>,
}

codes! {
    /// Whether a name is a person's, a firm's or an office's.
    pub enum PartyKind {
        /// A person.
        Person = "person",
        /// A firm.
        Firm = "firm",
        /// An office, unit or section.
        Office = "office",
    }
}

/// A person, firm or office that took part in the evaluation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Party {
    /// The name, without honorifics.
    pub name: String,
    /// Person, firm or office.
    pub kind: PartyKind,
    /// The role as printed; `None` when the document gives none.
    pub role_as_printed: Option<String>,
}

codes! {
    /// What an institution had to do with the project.
    pub enum InstitutionRole {
        /// It carried the project out.
        Implementing = "implementing",
        /// It carried parts out on behalf of the implementing agency.
        ImplementingPartner = "implementing-partner",
        /// It worked alongside.
        Partner = "partner",
        /// The project was for it.
        Beneficiary = "beneficiary",
        /// It gave administrative or technical backing.
        Backstopping = "backstopping",
    }
}

/// An institution and its part.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Institution {
    /// The name as printed.
    pub name: String,
    /// The term in the vocabulary of organisations, if it has one.
    pub organisation: Option<TermId>,
    /// Its part.
    pub role: InstitutionRole,
    /// What the document says about its part, in our words.
    pub note: Option<String>,
}

codes! {
    /// What a sample counts. Samples of different units are never added up.
    pub enum SampleUnit {
        /// People.
        People = "people",
        /// Stakeholders.
        Stakeholders = "stakeholders",
        /// Interviews, which may share a person.
        Interviews = "interviews",
    }
}

/// A part of a sample.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SampleGroup {
    /// Who they are, in our words.
    pub who: String,
    /// How many.
    pub number: u32,
}

/// How many were asked.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Sample {
    /// What is counted.
    pub unit: SampleUnit,
    /// How many in all.
    pub total: u32,
    /// Of them women, if stated.
    pub women: Option<u32>,
    /// Of them men, if stated.
    pub men: Option<u32>,
    /// The parts, if stated.
    pub groups: Vec<SampleGroup>,
    /// What a reader should know about it, in our words.
    pub note: Option<String>,
}

/// How the evaluation was made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Method {
    /// Approaches, in our words.
    pub approaches: Vec<String>,
    /// Sources of data, in our words.
    pub data_sources: Vec<String>,
    /// Tools of analysis.
    pub tools: Vec<String>,
    /// Norms and standards that were followed.
    pub standards: Vec<String>,
    /// How the sample was chosen.
    pub sampling: Vec<String>,
    /// How many were asked, if stated.
    pub sample: Option<Sample>,
    /// Places that evaluators visited, apart from the places of the projects.
    pub field_missions: Vec<Place>,
}

/// A project that the document names without evaluating it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MentionedProject {
    /// The code as printed.
    pub code: Option<String>,
    /// The name.
    pub name: String,
}

/// Where a group of facts stands in the source document.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FactSource {
    /// The group: `identity`, `projects`, `money`, `places`, `people`, `method`.
    pub group: String,
    /// The section of the document.
    pub section: String,
}

/// Where the record comes from and who made it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Provenance {
    /// The published document, in words that let a reader find it.
    pub document: String,
    /// Who coded the record.
    pub coded_by: String,
    /// When it was coded.
    pub coded_on: Date,
    /// Where each group of facts stands.
    pub facts: Vec<FactSource>,
}

/// One evaluation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Evaluation {
    /// Its lasting name.
    pub id: EvaluationId,
    /// The title in sentence case.
    pub title: String,
    /// A name short enough for a column.
    pub short_title: String,
    /// The title as printed, where it differs by more than capitals.
    pub title_as_printed: Option<String>,
    /// BCP 47 tag of the document's language.
    pub language: String,
    /// The publishing agency, a term of the vocabulary of agencies.
    pub agency: TermId,
    /// The publishing unit as printed.
    pub unit: Option<String>,
    /// The type of document as printed.
    pub document_type: String,
    /// The kind of evaluation.
    pub kind: EvaluationKind,
    /// The date of publication, if printed.
    pub published: Option<Printed<Date>>,
    /// When the evaluation was carried out, if stated.
    pub conducted: Option<Printed<Span>>,
    /// The period that was evaluated, if stated.
    pub period_evaluated: Option<Printed<Span>>,
    /// The link to the full report, if printed.
    pub report: Option<ReportLink>,
    /// The evaluated projects, at least one.
    pub projects: Vec<Project>,
    /// Budgets stated for several projects together.
    pub combined_budgets: Vec<Budget>,
    /// Donors stated for several projects together.
    pub combined_donors: Vec<Donor>,
    /// Where the projects work.
    pub places: Vec<Place>,
    /// The content of the document's region field or a region named in it.
    pub region_as_printed: Option<String>,
    /// How many countries the document says there are.
    pub country_count_as_printed: Option<u16>,
    /// How far activities reached.
    pub reach: Vec<Reach>,
    /// The evaluators.
    pub team: Vec<Party>,
    /// The manager of the evaluation, if stated.
    pub manager: Option<Party>,
    /// Who supervised the evaluation, if stated.
    pub supervisor: Option<Party>,
    /// Implementing agencies, partners and beneficiaries.
    pub institutions: Vec<Institution>,
    /// How the evaluation was made.
    pub method: Method,
    /// The criteria that the document lists as assessed; not all need have a statement.
    pub criteria_listed: Vec<TermId>,
    /// Keywords as printed.
    pub keywords: Vec<String>,
    /// Projects named without being evaluated.
    pub mentioned_projects: Vec<MentionedProject>,
    /// What a reader should know about the record, in our words.
    pub notes: Vec<String>,
    /// Where the record comes from.
    pub provenance: Provenance,
}

impl Evaluation {
    /// All budgets with the project they belong to: projects first, then phases, then combined.
    pub fn budgets(&self) -> impl Iterator<Item = &Budget> {
        let own = self.projects.iter().flat_map(|project| {
            project.budgets.iter().chain(project.phases.iter().flat_map(|phase| &phase.budgets))
        });
        own.chain(&self.combined_budgets)
    }

    /// From the first start of a project to the last end; an end is open where that of any
    /// project is not stated.
    #[must_use]
    pub fn whole_span(&self) -> Span {
        let spans = || self.projects.iter().map(|project| project.span);
        let end = spans().map(|span| span.end).collect::<Option<Vec<_>>>();
        Span {
            start: spans().filter_map(|span| span.start).min_by_key(|date| date.first_day()),
            end: end.and_then(|ends| ends.into_iter().max_by_key(|date| date.last_day())),
        }
    }

    /// All donors: of projects, of phases, then those of several projects together.
    pub fn donors(&self) -> impl Iterator<Item = &Donor> {
        let own = self.projects.iter().flat_map(|project| {
            project.donors.iter().chain(project.phases.iter().flat_map(|phase| &phase.donors))
        });
        own.chain(&self.combined_donors)
    }

    /// The day by which the newest evaluations come first: of publication, else the year of the
    /// list in which the report stands, else when the evaluation was carried out.
    #[must_use]
    pub fn dated(&self) -> Option<Date> {
        let published = self.published.as_ref().map(|printed| printed.value);
        let listed = || Date::new(self.report.as_ref()?.listing_year?, None, None);
        let conducted = || {
            let span = self.conducted.as_ref()?.value;
            span.end.or(span.start)
        };
        published.or_else(listed).or_else(conducted)
    }
}
