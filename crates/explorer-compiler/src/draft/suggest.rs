//! Terms of the vocabularies for what a document prints: the agency, places, donors. A suggestion
//! is as sure as what it rests on, and never surer than likely.

use std::collections::BTreeMap;

use explorer_core::place::PlaceKind;
use explorer_core::vocabulary::{Term, Terms, Vocabulary};

use super::facts::{Facts, Found, Sureness};
use super::labels::labelled;
use super::lines::Line;
use super::paragraphs::paragraphs;
use super::statements::section_of;

/// A head is no longer.
const HEAD: usize = 15;

/// No background has more paragraphs.
const LONGEST_BACKGROUND: usize = 500;

/// A longer line is no name.
const LONGEST_NAME: usize = 200;

/// A place of the projects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceFound {
    /// The name as printed.
    pub as_printed: String,
    /// The kind and id of its term.
    pub term: Option<(PlaceKind, String)>,
}

/// Takes what the vocabularies know by name.
pub fn take(lines: &[Line], vocabulary: &Vocabulary, facts: &mut Facts) {
    facts.agency = agency(lines, &vocabulary.agencies, facts);
    places(lines, &vocabulary.places, facts);
    let organisations = ByName::of(&vocabulary.organisations);
    for donor in &mut facts.donors {
        let term = organisation(&donor.value.as_printed, &organisations);
        donor.value.organisation = term.map(|term| term.id.to_string());
    }
}

/// Terms by each of their names.
struct ByName<'t>(BTreeMap<String, &'t Term>);

impl<'t> ByName<'t> {
    fn of(terms: &'t Terms) -> Self {
        let all = terms.0.iter().rev();
        Self(all.flat_map(|term| names(term).map(move |name| (plain(name), term))).collect())
    }

    /// The term that is called so.
    fn get(&self, name: &str) -> Option<&'t Term> {
        self.0.get(&plain(name)).copied()
    }
}

/// A name without an article and capitals.
fn plain(name: &str) -> String {
    name.trim().trim_start_matches("the ").to_lowercase()
}

/// All names of a term.
fn names(term: &Term) -> impl Iterator<Item = &str> {
    let labels = term.labels.iter().map(|label| label.text.as_str());
    labels.chain(term.short.as_deref()).chain(term.aliases.iter().map(String::as_str))
}

/// Where a name stands in a text as words of their own.
fn at_words(text: &str, name: &str) -> Option<usize> {
    let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(name).map(|(at, _)| at).find(|at| {
        apart(text[..*at].chars().next_back()) && apart(text[at + name.len()..].chars().next())
    })
}

/// The agency whose name stands alone, at the head or in the address of the report; else the one
/// that is named most.
fn agency(lines: &[Line], agencies: &Terms, facts: &Facts) -> Option<Found<String>> {
    let head: String = lines.iter().take(HEAD).map(|line| format!("{} ", line.text)).collect();
    let host = facts.report.as_ref().and_then(|report| {
        let host = report.value.split("://").nth(1)?.split('/').next()?.to_lowercase();
        Some((host, report.line))
    });
    let found =
        |term: &Term, line: usize, sureness| Found { value: term.id.to_string(), line, sureness };
    let by_name = ByName::of(agencies);
    let standing_alone = lines
        .iter()
        .filter(|line| line.text.len() <= LONGEST_NAME)
        .find_map(|line| Some((by_name.get(&line.text)?.id.clone(), line.number)));
    let likely = agencies.0.iter().find_map(|term| {
        let alone = standing_alone.as_ref().filter(|(id, _)| *id == term.id).map(|(_, line)| *line);
        let in_head = names(term)
            .filter(|name| name.contains(' '))
            .find_map(|name| at_words(&head, name).and(lines.first()).map(|line| line.number));
        let short = term.short.as_deref().unwrap_or_default().to_lowercase();
        let of_host = host
            .as_ref()
            .filter(|(host, _)| !short.is_empty() && host.split('.').any(|part| *part == *short));
        let line = alone.or(in_head).or(of_host.map(|(_, line)| *line))?;
        Some(found(term, line, Sureness::Likely))
    });
    likely.or_else(|| {
        let mentions = |term: &Term| {
            let named = |line: &&Line| names(term).any(|name| at_words(&line.text, name).is_some());
            let count = lines.iter().filter(named).count();
            Some((count, lines.iter().find(named)?.number))
        };
        let counted = agencies.0.iter().filter_map(|term| Some((term, mentions(term)?)));
        let most = counted.max_by_key(|(_, (count, _))| *count);
        most.map(|(term, (_, line))| found(term, line, Sureness::Unsure))
    })
}

/// Gives terms to the places that a label names; without any, looks for countries in the
/// background.
fn places(lines: &[Line], terms: &Terms, facts: &mut Facts) {
    let by_name = ByName::of(terms);
    let labelled_ones: Vec<_> = std::mem::take(&mut facts.countries);
    for place in labelled_ones {
        match by_name.get(&place.value.as_printed) {
            Some(term) => facts.countries.push(with_term(place, term)),
            // "Peru and Trinidad and Tobago" cannot be parted without knowing the names.
            None => {
                let inside = named_in(&place.value.as_printed, terms);
                if inside.is_empty() {
                    facts.countries.push(place);
                } else {
                    let (line, sureness) = (place.line, place.sureness.max(Sureness::Likely));
                    facts.countries.extend(inside.into_iter().map(|value| Found {
                        value,
                        line,
                        sureness,
                    }));
                }
            }
        }
    }
    if facts.countries.is_empty()
        && let Some(region) = &facts.region
        && let Some(term) = by_name.get(&region.value)
    {
        let value = PlaceFound { as_printed: region.value.clone(), term: None };
        let found = Found { value, line: region.line, sureness: region.sureness };
        facts.countries.push(with_term(found, term));
    }
    let only_regions = facts
        .countries
        .iter()
        .all(|place| matches!(place.value.term, Some((PlaceKind::Region, _)) | None));
    if only_regions {
        from_background(lines, terms, facts);
    }
}

fn with_term(mut place: Found<PlaceFound>, term: &Term) -> Found<PlaceFound> {
    let kind = term.place_kind.unwrap_or(PlaceKind::Country);
    place.value.term = Some((kind, term.id.to_string()));
    place.sureness = place.sureness.max(Sureness::Likely);
    place
}

/// Countries named before the first statement, each once.
fn from_background(lines: &[Line], terms: &Terms, facts: &mut Facts) {
    let paragraphs = paragraphs(lines);
    let background = paragraphs
        .iter()
        .take_while(|text| section_of(&text.text).is_none_or(|section| section.kind.is_none()))
        .filter(|paragraph| labelled(&paragraph.text).is_none());
    for paragraph in background.take(LONGEST_BACKGROUND) {
        for value in named_in(&paragraph.text, terms) {
            let known = facts.countries.iter().any(|place| place.value.term == value.term);
            if !known {
                let at = paragraph.text.find(&value.as_printed).unwrap_or_default();
                let (line, sureness) = (paragraph.line_at(at), Sureness::Unsure);
                facts.countries.push(Found { value, line, sureness });
            }
        }
    }
}

/// The countries and territories that a text names, in its order; of two names in one place, the
/// longer.
fn named_in(text: &str, terms: &Terms) -> Vec<PlaceFound> {
    let is_country =
        |term: &&Term| matches!(term.place_kind, Some(PlaceKind::Country | PlaceKind::Territory));
    let mut found: Vec<(usize, &str, &Term)> = Vec::new();
    for term in terms.0.iter().filter(is_country) {
        // Short forms and codes are words of other meanings, too.
        let names = names(term).filter(|name| name.chars().count() > 3);
        let at = names.filter_map(|name| Some((at_words(text, name)?, name)));
        found.extend(at.max_by_key(|(_, name)| name.len()).map(|(at, name)| (at, name, term)));
    }
    let inside = |(at, name, _): &(usize, &str, &Term), other: &(usize, &str, &Term)| {
        other.1.len() > name.len() && other.0 <= *at && at + name.len() <= other.0 + other.1.len()
    };
    let mut kept: Vec<_> =
        found.iter().filter(|one| !found.iter().any(|other| inside(one, other))).collect();
    kept.sort_by_key(|(at, ..)| *at);
    let place = |(_, name, term): &&(usize, &str, &Term)| PlaceFound {
        as_printed: (*name).to_owned(),
        term: Some((term.place_kind.unwrap_or(PlaceKind::Country), term.id.to_string())),
    };
    kept.iter().map(place).collect()
}

/// The organisation that a donor's words name: whole, without brackets, or inside them.
fn organisation<'t>(printed: &str, organisations: &ByName<'t>) -> Option<&'t Term> {
    let parts = printed.split(['(', ')']).map(str::trim).filter(|part| !part.is_empty());
    std::iter::once(printed).chain(parts).find_map(|name| organisations.get(name))
}

#[cfg(test)]
mod tests {
    use explorer_core::id::TermId;
    use explorer_core::place::PlaceKind;
    use explorer_core::vocabulary::{Label, Term, Terms};

    use super::named_in;

    fn country(id: &str, name: &str) -> Term {
        Term {
            id: TermId::from(id),
            labels: vec![Label { lang: "en".into(), text: name.into() }],
            short: None,
            aliases: Vec::new(),
            scope_note: None,
            broader: Vec::new(),
            place_kind: Some(PlaceKind::Country),
        }
    }

    #[test]
    fn countries_are_whole_words_and_the_longer_name_wins() {
        let terms = Terms(vec![
            country("gn", "Guinea"),
            country("gw", "Guinea-Bissau"),
            country("tt", "Trinidad and Tobago"),
            country("pe", "Peru"),
        ]);
        let found = |text: &str| -> Vec<String> {
            named_in(text, &terms).into_iter().map(|place| place.term.unwrap().1).collect()
        };
        assert_eq!(found("Peru and Trinidad and Tobago, Guinea-Bissau"), ["pe", "tt", "gw"]);
        assert_eq!(found("Peruvian crews"), Vec::<String>::new());
    }
}
