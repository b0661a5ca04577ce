//! The sheets of projects, their phases, and the money for them.

use explorer_core::content::Content;
use explorer_core::evaluation::{Donor, Evaluation, Phase, Project};
use explorer_core::money::{Budget, BudgetScope, Exactness};

use super::{TO_EVALUATION, of_each};
use crate::decimal;
use crate::export::sheet::{Foreign, Rows, Sheet, columns};

pub(super) const SHEETS: &[Sheet] = &[
    Sheet {
        name: "projects",
        about: "The evaluated projects of each evaluation.",
        columns: PROJECTS,
        key: &["evaluation", "project"],
        foreign: &[TO_EVALUATION],
        rows: |content| of_each(content, |evaluation| evaluation.projects.iter(), project_cells),
    },
    Sheet {
        name: "phases",
        about: "The phases of a project, where the document describes them.",
        columns: PHASES,
        key: &["evaluation", "project", "phase"],
        foreign: &[
            TO_EVALUATION,
            Foreign {
                columns: &["evaluation", "project"],
                sheet: "projects",
                key: &["evaluation", "project"],
            },
        ],
        rows: phase_rows,
    },
    Sheet {
        name: "budgets",
        about: "Amounts as stated, for a project, a phase, or several projects together. \
                What is not stated has no row; amounts of different scopes are not to be added.",
        columns: BUDGETS,
        key: &["evaluation", "budget"],
        foreign: &[TO_EVALUATION, TO_PROJECT, TO_PHASE],
        rows: |content| of_each(content, budgets, budget_cells),
    },
    Sheet {
        name: "donors",
        about: "Who gave money, to a project, a phase, or several projects together.",
        columns: DONORS,
        key: &["evaluation", "donor"],
        foreign: &[
            TO_EVALUATION,
            TO_PROJECT,
            TO_PHASE,
            Foreign { columns: &["organisation"], sheet: "organisations", key: &["id"] },
        ],
        rows: |content| of_each(content, donors, donor_cells),
    },
];

// Money of several projects together belongs to none of them. A key of several columns that may be
// empty is checked differently by different tools, so these are keys of one column.
const TO_PROJECT: Foreign = Foreign { columns: &["project_id"], sheet: "projects", key: &["id"] };
const TO_PHASE: Foreign = Foreign { columns: &["phase_id"], sheet: "phases", key: &["id"] };

/// The key of a project in one cell.
fn project_id(e: &Evaluation, project: usize) -> String {
    format!("{}-p{project}", e.id)
}

/// The key of a phase in one cell.
fn phase_id(e: &Evaluation, project: usize, phase: u8) -> String {
    format!("{}-phase{phase}", project_id(e, project))
}

/// What an amount or a donor belongs to: a project and perhaps its phase, or all together.
#[derive(Clone, Copy)]
struct Owner {
    project: Option<usize>,
    phase: Option<u8>,
}

impl Owner {
    const ALL_PROJECTS: Self = Self { project: None, phase: None };

    fn project(project: usize) -> Self {
        Self { project: Some(project), phase: None }
    }

    fn project_id(self, e: &Evaluation) -> Option<String> {
        Some(project_id(e, self.project?))
    }

    fn phase_id(self, e: &Evaluation) -> Option<String> {
        Some(phase_id(e, self.project?, self.phase?))
    }
}

fn budgets(evaluation: &Evaluation) -> impl Iterator<Item = (Owner, &Budget)> {
    owned(evaluation, |project| &project.budgets, |phase| &phase.budgets, |e| &e.combined_budgets)
}

fn donors(evaluation: &Evaluation) -> impl Iterator<Item = (Owner, &Donor)> {
    owned(evaluation, |project| &project.donors, |phase| &phase.donors, |e| &e.combined_donors)
}

/// What belongs to each project, then to each of its phases, then to all projects together.
fn owned<'a, T: 'a>(
    evaluation: &'a Evaluation,
    of_project: fn(&Project) -> &Vec<T>,
    of_phase: fn(&Phase) -> &Vec<T>,
    of_all: fn(&Evaluation) -> &Vec<T>,
) -> impl Iterator<Item = (Owner, &'a T)> {
    let own = evaluation.projects.iter().zip(1..).flat_map(move |(project, number)| {
        let owner = Owner::project(number);
        let phases = project.phases.iter().flat_map(move |phase| {
            let owner = Owner { phase: Some(phase.number), ..owner };
            of_phase(phase).iter().map(move |thing| (owner, thing))
        });
        of_project(project).iter().map(move |thing| (owner, thing)).chain(phases)
    });
    own.chain(of_all(evaluation).iter().map(|thing| (Owner::ALL_PROJECTS, thing)))
}

fn phase_rows(content: &Content) -> Rows<'_> {
    let projects = content.records.iter().flat_map(|record| {
        let evaluation = &record.evaluation;
        evaluation
            .projects
            .iter()
            .zip(1..)
            .map(move |(project, number)| (evaluation, number, project))
    });
    Box::new(projects.flat_map(|(evaluation, number, project)| {
        project.phases.iter().map(move |phase| phase_cells(evaluation, number, phase))
    }))
}

columns! {
    PROJECTS, fn project_cells(e: &Evaluation, number: usize, project: &Project) {
        "evaluation" text !required, "The evaluation." => e.id;
        "project" integer !required, "Its position among the projects of the evaluation."
            => number;
        "id" text !required, "Both in one, for sheets that refer to it." => project_id(e, number);
        "code" text, "The code as printed. Not a key: one code may stand in several evaluations."
            => project.code;
        "title" text !required, "The title in sentence case." => project.title;
        "short_title" text, "A short name or acronym that the document uses."
            => project.short_title;
        "start" date, "When it began, if stated." => project.span.start;
        "end" date, "When it ended or is to end, if stated." => project.span.end;
        "span_as_printed" text, "Both in the words of the document." => project.span_as_printed;
        "months_stated" integer, "The length in months, if stated." => project.months_stated;
        "objective" text, "What it set out to do, in our words." => project.objective;
    }
}

columns! {
    PHASES, fn phase_cells(e: &Evaluation, project: usize, phase: &Phase) {
        "evaluation" text !required, "The evaluation." => e.id;
        "project" integer !required, "The position of the project." => project;
        "phase" integer !required, "The number of the phase as printed." => phase.number;
        "id" text !required, "All three in one, for sheets that refer to it."
            => phase_id(e, project, phase.number);
        "start" date, "When it began, if stated." => phase.span.start;
        "end" date, "When it ended or is to end, if stated." => phase.span.end;
        "country_count_as_printed" integer, "How many countries the document says it had."
            => phase.country_count_as_printed;
        "note" text, "Our note." => phase.note;
    }
}

columns! {
    BUDGETS, fn budget_cells(e: &Evaluation, position: usize, owned: (Owner, &Budget)) {
        "evaluation" text !required, "The evaluation." => e.id;
        "budget" integer !required, "Its position among the budgets of the evaluation."
            => position;
        "project" integer, "The position of the project; empty for several together."
            => owned.0.project;
        "phase" integer, "The number of the phase, if it is the phase's own." => owned.0.phase;
        "project_id" text, "The project; empty for several together." => owned.0.project_id(e);
        "phase_id" text, "The phase, if it is the phase's own." => owned.0.phase_id(e);
        "amount" amount !required, "The amount." => decimal::format(owned.1.cents);
        "currency" text !required, "ISO 4217." => owned.1.currency.code();
        "exactness" code(Exactness) !required, "Exact or rounded." => owned.1.exactness;
        "scope" code(BudgetScope) !required, "What the amount pays for." => owned.1.scope;
        "as_printed" text !required, "The words of the document." => owned.1.as_printed;
        "as_of" text, "The time at which the amount held, if stated." => owned.1.as_of;
    }
}

columns! {
    DONORS, fn donor_cells(e: &Evaluation, position: usize, owned: (Owner, &Donor)) {
        "evaluation" text !required, "The evaluation." => e.id;
        "donor" integer !required, "Its position among the donors of the evaluation." => position;
        "project" integer, "The position of the project; empty for several together."
            => owned.0.project;
        "phase" integer, "The number of the phase, if it is the phase's own." => owned.0.phase;
        "project_id" text, "The project; empty for several together." => owned.0.project_id(e);
        "phase_id" text, "The phase, if it is the phase's own." => owned.0.phase_id(e);
        "as_printed" text !required, "The words of the document." => owned.1.as_printed;
        "organisation" text !required, "The government or organisation it belongs to."
            => owned.1.organisation;
    }
}
