//! Places in words.

use explorer_core::facet::FacetId;
use explorer_core::query::Unit;
use explorer_core::view::places::{Entry, Places, Region};

use crate::Messages;
use crate::table::{Column, Table};

/// The name of a place; work in the whole world and none stated have words of their own.
#[must_use]
pub fn place_name(
    entry: &Entry,
    name: &dyn Fn(FacetId, &str) -> String,
    words: &Messages,
) -> String {
    match (entry.facet, &*entry.value) {
        (FacetId::Region, explorer_core::facet::values::GLOBAL) => {
            words.pages().see.global.to_owned()
        }
        (FacetId::Region, explorer_core::facet::NOT_STATED) => {
            words.pages().see.no_place.to_owned()
        }
        (facet, value) => name(facet, value),
    }
}

/// The places as a table: a row for each region and country.
#[must_use]
pub fn places_table(
    places: &Places,
    unit: Unit,
    name: &dyn Fn(FacetId, &str) -> String,
    words: &Messages,
) -> Table {
    let is_region = |entry: &Entry| places.regions.iter().any(|region| region.entry == *entry);
    let row = |(region, entry): (Option<&Region>, &Entry)| {
        let own = place_name(entry, name, words);
        let (first, second) = match region {
            Some(region) => (place_name(&region.entry, name, words), own),
            None if is_region(entry) => (own, words.pages().see.whole_region.to_owned()),
            None => (own, String::new()),
        };
        vec![first, second, entry.count.to_string()]
    };
    let rows = places.entries().map(row).collect();
    Table {
        caption: words.pages().see.places_caption.to_owned(),
        columns: vec![
            Column::text(words.answers().facet_region),
            Column::text(words.answers().facet_country),
            Column::number(words.unit(unit)),
        ],
        rows,
    }
}

#[cfg(test)]
mod tests {
    use explorer_core::artifact::pack;
    use explorer_core::content::Record;
    use explorer_core::dataset::Dataset;
    use explorer_core::facet::FacetId;
    use explorer_core::outcome;
    use explorer_core::place::PlaceKind;
    use explorer_core::query::{Query, Unit};
    use explorer_core::testing::{content, evaluation, place};
    use explorer_core::view::places::places;

    use super::places_table;
    use crate::EN;

    #[test]
    fn the_table_has_regions_countries_and_what_lies_beyond() {
        let record = |id: &str, kind, term: &str| {
            let mut evaluation = evaluation(id, id);
            evaluation.places = vec![place(kind, term)];
            Record { evaluation, statements: Vec::new() }
        };
        let records =
            vec![record("a", PlaceKind::Territory, "aw"), record("b", PlaceKind::Global, "global")];
        let dataset = Dataset::open(pack(&content(records)).unwrap()).unwrap();
        let places = places(&dataset, &outcome::run(&dataset, &Query::default()));
        let name = |_: FacetId, value: &str| value.to_uppercase();
        let table = places_table(&places, Unit::Evaluations, &name, &EN);
        assert_eq!(
            table.rows,
            [
                ["AMERICAS", "all of it", "1"],
                ["AMERICAS", "AW", "1"],
                ["Global, no list of countries", "", "1"],
            ]
        );
    }
}
