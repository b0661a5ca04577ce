//! The words of a question, looked up before it is answered.

use std::sync::Arc;

use super::{Found, Outcome, of_found};
use crate::dataset::Dataset;
use crate::query::Query;
use crate::search::{Lookup, Matches, Prepared, parse};

/// The first half of an answer, for who has other things to do between the halves: where the words
/// of a question stand. What they find is worked out by [`LookUp::answer`].
pub struct LookUp {
    text: String,
    lookup: Lookup,
    words: Words,
}

enum Words {
    /// There are none.
    None,
    /// What they find is known already.
    Found(Found),
    /// Looked up, with nothing found yet.
    Gathered(Box<(Matches, Prepared)>),
}

impl LookUp {
    /// Looks up the words of a question that follows another: words that stayed are known.
    #[must_use]
    pub fn after(before: Option<&Outcome>, dataset: &Dataset, query: &Query) -> Self {
        let lookup = Lookup::of(query.unit);
        let known = before.and_then(|outcome| outcome.found.as_ref());
        match known.filter(|found| found.text == query.text && found.lookup == lookup) {
            Some(found) => {
                Self { text: found.text.clone(), lookup, words: Words::Found(found.clone()) }
            }
            None => Self::new(dataset, query, lookup),
        }
    }

    pub(super) fn new(dataset: &Dataset, query: &Query, lookup: Lookup) -> Self {
        let parsed = parse(&query.text);
        let words = match dataset.searcher() {
            Ok(searcher) if !parsed.is_empty() => {
                Words::Gathered(Box::new(searcher.gather(&parsed, lookup)))
            }
            _ => Words::None,
        };
        Self { text: query.text.clone(), lookup, words }
    }

    /// Answers the question. Another one than was looked up is looked up here.
    #[must_use]
    pub fn answer(self, dataset: &Dataset, query: &Query) -> Outcome {
        if self.text != query.text || self.lookup.unit != query.unit {
            let lookup = Lookup { unit: query.unit, ..self.lookup };
            return Self::new(dataset, query, lookup).answer(dataset, query);
        }
        of_found(dataset, query, self.found(dataset))
    }

    /// What the words find; `None` when there are none.
    fn found(self, dataset: &Dataset) -> Option<Found> {
        let Self { text, lookup, words } = self;
        match words {
            Words::None => None,
            Words::Found(found) => Some(found),
            Words::Gathered(gathered) => {
                let (mut matches, prepared) = *gathered;
                dataset.searcher().ok()?.find(lookup, &prepared, &mut matches);
                let (matches, prepared) = (Arc::new(matches), Arc::new(prepared));
                Some(Found { text, lookup, matches, prepared })
            }
        }
    }
}
