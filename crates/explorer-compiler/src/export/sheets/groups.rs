//! The sheets of what an evaluation has several of: places, people, institutions and so on.

use explorer_core::evaluation::{
    Evaluation, FactSource, Institution, InstitutionRole, MentionedProject, Party, PartyKind,
    SampleGroup,
};
use explorer_core::place::{Place, PlaceKind, Qualifier, Reach};

use super::{TO_EVALUATION, of_each};
use crate::export::sheet::{Foreign, Sheet, columns};

const TO_PLACE: Foreign = Foreign { columns: &["term"], sheet: "place_terms", key: &["id"] };

pub(super) const SHEETS: &[Sheet] = &[
    Sheet {
        name: "places",
        about: "Where the projects work.",
        columns: PLACES,
        key: &["evaluation", "place"],
        foreign: &[TO_EVALUATION, TO_PLACE],
        rows: |content| of_each(content, |e| e.places.iter(), place_cells),
    },
    Sheet {
        name: "field_missions",
        about: "Places that evaluators visited, apart from the places of the projects.",
        columns: PLACES,
        key: &["evaluation", "place"],
        foreign: &[TO_EVALUATION, TO_PLACE],
        rows: |content| of_each(content, |e| e.method.field_missions.iter(), place_cells),
    },
    Sheet {
        name: "reach",
        about: "How far activities reached, as opposed to where a project is placed.",
        columns: REACH,
        key: &["evaluation", "reach"],
        foreign: &[TO_EVALUATION],
        rows: |content| of_each(content, |e| e.reach.iter(), reach_cells),
    },
    Sheet {
        name: "people",
        about: "Evaluators, and who managed and supervised the evaluation.",
        columns: PEOPLE,
        key: &["evaluation", "person"],
        foreign: &[TO_EVALUATION],
        rows: |content| of_each(content, people, person_cells),
    },
    Sheet {
        name: "institutions",
        about: "Implementing agencies, partners and beneficiaries.",
        columns: INSTITUTIONS,
        key: &["evaluation", "institution"],
        foreign: &[
            TO_EVALUATION,
            Foreign { columns: &["organisation"], sheet: "organisations", key: &["id"] },
        ],
        rows: |content| of_each(content, |e| e.institutions.iter(), institution_cells),
    },
    Sheet {
        name: "sample_groups",
        about: "The parts of a sample, where they are stated.",
        columns: SAMPLE_GROUPS,
        key: &["evaluation", "group"],
        foreign: &[TO_EVALUATION],
        rows: |content| of_each(content, sample_groups, sample_group_cells),
    },
    Sheet {
        name: "mentioned_projects",
        about: "Projects that a document names without evaluating them.",
        columns: MENTIONED,
        key: &["evaluation", "mentioned"],
        foreign: &[TO_EVALUATION],
        rows: |content| of_each(content, |e| e.mentioned_projects.iter(), mentioned_cells),
    },
    Sheet {
        name: "fact_sources",
        about: "Where each group of facts stands in the document.",
        columns: SOURCES,
        key: &["evaluation", "group"],
        foreign: &[TO_EVALUATION],
        rows: |content| {
            of_each(content, |e| e.provenance.facts.iter(), |e, _, source| source_cells(e, source))
        },
    },
];

/// The people of an evaluation, each with the part that the record gives them.
fn people(evaluation: &Evaluation) -> impl Iterator<Item = (&'static str, &Party)> {
    let team = evaluation.team.iter().map(|party| ("team", party));
    let manager = evaluation.manager.iter().map(|party| ("manager", party));
    team.chain(manager).chain(evaluation.supervisor.iter().map(|party| ("supervisor", party)))
}

fn sample_groups(evaluation: &Evaluation) -> impl Iterator<Item = &SampleGroup> {
    evaluation.method.sample.iter().flat_map(|sample| &sample.groups)
}

columns! {
    PLACES, fn place_cells(e: &Evaluation, position: usize, place: &Place) {
        "evaluation" text !required, "The evaluation." => e.id;
        "place" integer !required, "Its position in the list." => position;
        "as_printed" text !required, "The words of the document." => place.as_printed;
        "kind" code(PlaceKind) !required, "What kind of place it is." => place.kind;
        "term" text, "The place; ISO 3166-1 alpha-2 in lower case for countries." => place.term;
        "phases" list, "The phases in which it took part; empty means all." => place.phases;
        "note" text, "Our note." => place.note;
    }
}

columns! {
    REACH, fn reach_cells(e: &Evaluation, position: usize, reach: &Reach) {
        "evaluation" text !required, "The evaluation." => e.id;
        "reach" integer !required, "Its position in the list." => position;
        "what" text !required, "What was counted, in our words." => reach.what;
        "number" integer !required, "The number." => reach.number;
        "qualifier" code(Qualifier) !required, "Exactly, more than, about." => reach.qualifier;
    }
}

columns! {
    PEOPLE, fn person_cells(e: &Evaluation, position: usize, person: (&'static str, &Party)) {
        "evaluation" text !required, "The evaluation." => e.id;
        "person" integer !required, "Its position in the list." => position;
        "part" code(Part) !required, "What they had to do with it." => person.0;
        "name" text !required, "The name, without honorifics." => person.1.name;
        "kind" code(PartyKind) !required, "Person, firm or office." => person.1.kind;
        "role_as_printed" text, "The role as printed." => person.1.role_as_printed;
    }
}

/// The codes of the column `part`.
#[derive(Clone, Copy)]
struct Part(&'static str);

impl Part {
    const ALL: [Self; 3] = [Self("team"), Self("manager"), Self("supervisor")];

    fn code(self) -> &'static str {
        self.0
    }
}

columns! {
    INSTITUTIONS, fn institution_cells(e: &Evaluation, position: usize, one: &Institution) {
        "evaluation" text !required, "The evaluation." => e.id;
        "institution" integer !required, "Its position in the list." => position;
        "name" text !required, "The name as printed." => one.name;
        "organisation" text, "The organisation." => one.organisation;
        "role" code(InstitutionRole) !required, "Its part." => one.role;
        "note" text, "Our note." => one.note;
    }
}

columns! {
    SAMPLE_GROUPS, fn sample_group_cells(e: &Evaluation, position: usize, group: &SampleGroup) {
        "evaluation" text !required, "The evaluation." => e.id;
        "group" integer !required, "Its position in the list." => position;
        "who" text !required, "Who they are, in our words." => group.who;
        "number" integer !required, "How many." => group.number;
    }
}

columns! {
    MENTIONED, fn mentioned_cells(e: &Evaluation, position: usize, project: &MentionedProject) {
        "evaluation" text !required, "The evaluation." => e.id;
        "mentioned" integer !required, "Its position in the list." => position;
        "code" text, "The code as printed." => project.code;
        "name" text !required, "The name." => project.name;
    }
}

columns! {
    SOURCES, fn source_cells(e: &Evaluation, source: &FactSource) {
        "evaluation" text !required, "The evaluation." => e.id;
        "group" text !required, "The group of facts." => source.group;
        "section" text !required, "The section of the document." => source.section;
    }
}
