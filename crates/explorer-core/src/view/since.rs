//! What a link's receiver sees that its sender could not.

use crate::dataset::Dataset;
use crate::when::Date;

/// How many evaluations were recorded after the data that a link was made from; 0 when the set is
/// no newer than that. The day on which a record was coded stands for the day it was added.
#[must_use]
pub fn added_since(dataset: &Dataset, seen: Date) -> usize {
    if dataset.data_date() <= seen {
        return 0;
    }
    let cards = dataset.evaluations().filter_map(|ix| dataset.card(ix));
    cards.filter(|card| card.coded_on > seen).count()
}

#[cfg(test)]
mod tests {
    use super::added_since;
    use crate::artifact::pack;
    use crate::content::Record;
    use crate::dataset::Dataset;
    use crate::testing::{content, day, evaluation};

    /// Two records of different days, in a set of 15 June 2021.
    fn dataset() -> Dataset {
        let record = |id: &str, coded: &str| {
            let mut evaluation = evaluation(id, id);
            evaluation.provenance.coded_on = day(coded);
            Record { evaluation, statements: Vec::new() }
        };
        let records = vec![record("e0", "2020-03-01"), record("e1", "2021-06-15")];
        Dataset::open(pack(&content(records)).unwrap()).unwrap()
    }

    #[track_caller]
    fn check(seen: &str, expected: usize) {
        assert_eq!(added_since(&dataset(), day(seen)), expected, "{seen}");
    }

    #[test]
    fn records_coded_after_the_data_of_the_link_are_counted() {
        check("2020-02-29", 2);
        check("2020-03-01", 1);
        check("2021-06-14", 1);
    }

    #[test]
    fn a_link_from_this_edition_or_a_later_one_misses_nothing() {
        check("2021-06-15", 0);
        check("2999-12-31", 0);
    }
}
