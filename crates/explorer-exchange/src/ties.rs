//! What in a set names something that the set does not have.
//!
//! A set of authoring files is checked with file, line and column by the compiler. A set that comes
//! as objects has none of these, so what is loose is told by the record and the field.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use explorer_core::content::{Content, Record};
use explorer_core::id::TermId;
use explorer_core::tension::Tension;
use explorer_core::vocabulary::{Term, Vocabulary};

/// A name that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LooseEnd {
    /// The record, by its id.
    pub record: String,
    /// The field.
    pub field: &'static str,
    /// What should stand there.
    pub expected: String,
    /// What stands there.
    pub found: String,
}

impl fmt::Display for LooseEnd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { record, field, expected, found } = self;
        write!(f, "{record}, {field}: expected {expected}, found \"{found}\"")
    }
}

/// All names that lead nowhere: terms, statements, evaluations, positions of projects.
#[must_use]
pub fn loose_ends(content: &Content) -> Vec<LooseEnd> {
    let known = known(content);
    let names = content.records.iter().flat_map(names_of_record);
    let names = names.chain(content.tensions.iter().flat_map(names_of_tension));
    let names = names.chain(vocabularies(&content.vocabulary).into_iter().flat_map(broader));
    let is_loose = |name: &Name<'_>| !known.get(name.list).is_some_and(|ids| ids.contains(name.id));
    let told = |name: Name<'_>| LooseEnd {
        record: name.record.to_owned(),
        field: name.field,
        expected: format!("the id of one of the {}", name.list),
        found: name.id.to_owned(),
    };
    let positions = content.records.iter().flat_map(positions_without_project);
    names.filter(is_loose).map(told).chain(positions).collect()
}

const EVALUATIONS: &str = "evaluations";
const STATEMENTS: &str = "statements";
const AGENCIES: &str = "agencies";
const ORGANISATIONS: &str = "organisations";
const PLACES: &str = "places";
const THEMES: &str = "themes";
const CRITERIA: &str = "criteria";

fn vocabularies(vocabulary: &Vocabulary) -> [(&'static str, &[Term]); 5] {
    [
        (AGENCIES, &vocabulary.agencies.0),
        (ORGANISATIONS, &vocabulary.organisations.0),
        (PLACES, &vocabulary.places.0),
        (THEMES, &vocabulary.themes.0),
        (CRITERIA, &vocabulary.criteria.0),
    ]
}

fn known(content: &Content) -> BTreeMap<&'static str, BTreeSet<&str>> {
    let terms = vocabularies(&content.vocabulary)
        .map(|(list, terms)| (list, terms.iter().map(|term| term.id.as_str()).collect()));
    let records = || content.records.iter();
    let statements = records().flat_map(|record| &record.statements);
    let others = [
        (EVALUATIONS, records().map(|record| record.evaluation.id.as_str()).collect()),
        (STATEMENTS, statements.map(|statement| statement.id.as_str()).collect()),
    ];
    terms.into_iter().chain(others).collect()
}

/// Where a name stands, and in which list it should be.
struct Name<'a> {
    record: &'a str,
    field: &'static str,
    list: &'static str,
    id: &'a str,
}

/// Names of terms in one field of a record.
fn terms<'a>(
    record: &'a str,
    field: &'static str,
    list: &'static str,
    ids: impl IntoIterator<Item = &'a TermId>,
) -> impl Iterator<Item = Name<'a>> {
    ids.into_iter().map(move |id| Name { record, field, list, id: id.as_str() })
}

fn names_of_record(record: &Record) -> Vec<Name<'_>> {
    let evaluation = &record.evaluation;
    let id = evaluation.id.as_str();
    let donors = evaluation.donors().map(|donor| &donor.organisation);
    let parties = evaluation.institutions.iter().filter_map(|party| party.organisation.as_ref());
    let places = evaluation.places.iter().filter_map(|place| place.term.as_ref());
    let missions = evaluation.method.field_missions.iter();
    let missions = missions.filter_map(|place| place.term.as_ref());
    let of_statements = record.statements.iter().flat_map(|statement| {
        let id = statement.id.as_str();
        let criteria = statement.criteria.iter().map(|criterion| &criterion.term);
        terms(id, "themes", THEMES, &statement.themes)
            .chain(terms(id, "criteria", CRITERIA, criteria))
            .chain(terms(id, "places", PLACES, &statement.places))
    });
    terms(id, "agency", AGENCIES, [&evaluation.agency])
        .chain(terms(id, "donors", ORGANISATIONS, donors))
        .chain(terms(id, "institutions", ORGANISATIONS, parties))
        .chain(terms(id, "places", PLACES, places))
        .chain(terms(id, "method.field_missions", PLACES, missions))
        .chain(terms(id, "criteria_listed", CRITERIA, &evaluation.criteria_listed))
        .chain(of_statements)
        .collect()
}

fn names_of_tension(tension: &Tension) -> Vec<Name<'_>> {
    let record = tension.id.as_str();
    let evaluation = |field, id| Name { record, field, list: EVALUATIONS, id };
    let sides = tension.sides.iter().flat_map(|side| {
        let statements = side.statements.iter().map(|id| Name {
            record,
            field: "sides.statements",
            list: STATEMENTS,
            id: id.as_str(),
        });
        let evaluations = side.evaluations.iter();
        statements.chain(evaluations.map(|id| evaluation("sides.evaluations", id.as_str())))
    });
    let silent = tension.silent.iter().map(|id| evaluation("silent", id.as_str()));
    let within = tension.within.iter().map(|id| evaluation("within", id.as_str()));
    sides.chain(silent).chain(within).collect()
}

fn broader<'a>((list, all): (&'static str, &'a [Term])) -> impl Iterator<Item = Name<'a>> {
    all.iter().flat_map(move |term| terms(term.id.as_str(), "broader", list, &term.broader))
}

fn positions_without_project(record: &Record) -> impl Iterator<Item = LooseEnd> {
    let projects = record.evaluation.projects.len();
    record.statements.iter().flat_map(move |statement| {
        let beyond = statement.projects.iter().filter(move |&&at| usize::from(at) >= projects);
        beyond.map(move |at| LooseEnd {
            record: statement.id.to_string(),
            field: "projects",
            expected: format!("the position, from 0, of one of {projects} projects"),
            found: at.to_string(),
        })
    })
}

#[cfg(test)]
mod tests {
    use explorer_core::content::Content;
    use explorer_core::testing::content_of_seed;

    use super::loose_ends;

    fn told(content: &Content) -> Vec<String> {
        loose_ends(content).iter().map(ToString::to_string).collect()
    }

    /// A drawn set with everything that it names: what is drawn also has criteria of no list.
    fn whole() -> Content {
        let mut content = content_of_seed(1, 6);
        content.tensions.clear();
        let listed = content.vocabulary.criteria.clone();
        let statements = content.records.iter_mut().flat_map(|record| &mut record.statements);
        statements
            .for_each(|it| it.criteria.retain(|criterion| listed.get(&criterion.term).is_some()));
        content
    }

    #[test]
    fn a_set_that_has_what_it_names_has_no_loose_ends() {
        assert_eq!(told(&whole()), Vec::<String>::new());
    }

    #[test]
    fn a_term_that_is_taken_out_is_told_where_it_is_named() {
        let mut content = whole();
        let record = content.records[0].evaluation.clone();
        content.vocabulary.agencies.0.retain(|term| term.id != record.agency);
        let expected = format!(
            "{}, agency: expected the id of one of the agencies, found \"{}\"",
            record.id, record.agency
        );
        assert_eq!(told(&content)[0], expected);
    }

    #[test]
    fn a_position_without_project_is_told() {
        let mut content = whole();
        let record = content.records.iter_mut().find(|it| !it.statements.is_empty()).unwrap();
        record.statements[0].projects = vec![200];
        let id = record.statements[0].id.to_string();
        let told = told(&content);
        assert!(told[0].starts_with(&format!("{id}, projects: expected the position")), "{told:?}");
    }
}
