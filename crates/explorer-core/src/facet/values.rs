//! Which values of a facet a record has, read from the record itself.
//!
//! Used when a set is packed; filters and counts read the packed columns.

use std::borrow::Cow;

use super::FacetId;
use crate::evaluation::Evaluation;
use crate::id::{TermId, slug};
use crate::place::PlaceKind;
use crate::statement::Statement;
use crate::vocabulary::{Terms, Vocabulary};

/// The value of [`FacetId::Region`] for work in the whole world without a list of countries.
pub const GLOBAL: &str = "global";

/// A value that a record has: its id, and its name where no vocabulary has one.
pub(crate) type Found<'a> = (Cow<'a, str>, Option<&'a str>);

fn term(id: &str) -> Found<'_> {
    (Cow::Borrowed(id), None)
}

/// A name with its slug; `None` for a name without any letter or digit.
fn named(name: &str) -> Option<Found<'_>> {
    let id = slug(name);
    (!id.is_empty()).then_some((Cow::Owned(id), Some(name)))
}

/// The values of an evaluation; none when the document does not state the fact. Empty for facets
/// of statements, and for status, which depends on the day.
pub(crate) fn of_evaluation<'a>(
    facet: FacetId,
    evaluation: &'a Evaluation,
    vocabulary: &'a Vocabulary,
) -> Vec<Found<'a>> {
    match facet {
        FacetId::Country => countries(evaluation).map(term).collect(),
        FacetId::Region => regions(evaluation, vocabulary).map(term).collect(),
        FacetId::Agency => vec![term(evaluation.agency.as_str())],
        FacetId::Donor => {
            evaluation.donors().map(|donor| term(donor.organisation.as_str())).collect()
        }
        FacetId::Timing => vec![term(evaluation.kind.timing.code())],
        FacetId::Scope => vec![term(evaluation.kind.scope.code())],
        FacetId::Person => {
            let officers = evaluation.manager.iter().chain(&evaluation.supervisor);
            evaluation.team.iter().chain(officers).filter_map(|party| named(&party.name)).collect()
        }
        FacetId::Code => {
            let codes = evaluation.projects.iter().filter_map(|project| project.code.as_deref());
            codes.filter_map(named).collect()
        }
        FacetId::Status | FacetId::Theme | FacetId::Criterion | FacetId::Kind => Vec::new(),
    }
}

/// The values of a statement; empty for facets of evaluations.
pub(crate) fn of_statement(facet: FacetId, statement: &Statement) -> Vec<Found<'_>> {
    match facet {
        FacetId::Theme => statement.themes.iter().map(|theme| term(theme.as_str())).collect(),
        FacetId::Criterion => {
            statement.criteria.iter().map(|criterion| term(criterion.term.as_str())).collect()
        }
        FacetId::Kind => vec![term(statement.kind.code())],
        _ => Vec::new(),
    }
}

fn countries(evaluation: &Evaluation) -> impl Iterator<Item = &str> {
    let own = |kind| matches!(kind, PlaceKind::Country | PlaceKind::Territory);
    let places = evaluation.places.iter().filter(move |place| own(place.kind));
    places.filter_map(|place| place.term.as_ref()).map(TermId::as_str)
}

/// The regions of the countries, the regions named, what those lie in, and `global` when the
/// whole world is named. A country never implies `global`.
fn regions<'a>(
    evaluation: &'a Evaluation,
    vocabulary: &'a Vocabulary,
) -> impl Iterator<Item = &'a str> {
    evaluation.places.iter().flat_map(move |place| {
        let itself = match place.kind {
            PlaceKind::Global => Some(GLOBAL),
            PlaceKind::Region => place.term.as_ref().map(TermId::as_str),
            _ => None,
        };
        let known = place.term.as_ref().and_then(|id| vocabulary.places.get(id));
        let above = known.into_iter().filter(|term| term.place_kind != Some(PlaceKind::Global));
        let broader = above.flat_map(|term| &term.broader).map(TermId::as_str);
        itself.into_iter().chain(broader.filter(move |id| !is_world(id, vocabulary)))
    })
}

fn is_world(id: &str, vocabulary: &Vocabulary) -> bool {
    let world = |kind| kind == Some(PlaceKind::Global);
    id == GLOBAL
        || vocabulary.places.0.iter().any(|term| world(term.place_kind) && term.id.as_str() == id)
}

/// The vocabulary that names and orders the values of a facet, if one does.
#[must_use]
pub fn terms_of(facet: FacetId, vocabulary: &Vocabulary) -> Option<&Terms> {
    match facet {
        FacetId::Country | FacetId::Region => Some(&vocabulary.places),
        FacetId::Theme => Some(&vocabulary.themes),
        FacetId::Criterion => Some(&vocabulary.criteria),
        FacetId::Agency => Some(&vocabulary.agencies),
        FacetId::Donor => Some(&vocabulary.organisations),
        FacetId::Kind
        | FacetId::Timing
        | FacetId::Scope
        | FacetId::Status
        | FacetId::Person
        | FacetId::Code => None,
    }
}
