//! The words of a question, looked up before it is answered.

use std::sync::Arc;

use super::{Found, Outcome, of_found};
use crate::dataset::Dataset;
use crate::query::Query;
use crate::search::{GatheredWords, Lookup, parse};

/// The first part of an answer, for who has other things to do between the parts: where the words
/// of a question stand, then what they find. What that comes to is worked out by
/// [`LookUp::answer`].
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
    Gathered(Box<GatheredWords>),
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
                Words::Gathered(Box::new(searcher.gather(parsed, lookup.forgives)))
            }
            _ => Words::None,
        };
        Self { text: query.text.clone(), lookup, words }
    }

    /// Works out what the words find, unless that is known.
    #[must_use]
    pub fn find(self, dataset: &Dataset) -> Self {
        let Self { text, lookup, words } = self;
        let words = match (words, dataset.searcher()) {
            (Words::Gathered(gathered), Ok(searcher)) => {
                let (matches, prepared) = searcher.find(*gathered, lookup.unit);
                let (matches, prepared) = (Arc::new(matches), Arc::new(prepared));
                Words::Found(Found { text: text.clone(), lookup, matches, prepared })
            }
            (Words::Found(found), _) => Words::Found(found),
            _ => Words::None,
        };
        Self { text, lookup, words }
    }

    /// Answers the question, with what is not found yet. Another one than was looked up is looked
    /// up here.
    #[must_use]
    pub fn answer(self, dataset: &Dataset, query: &Query) -> Outcome {
        if self.text != query.text || self.lookup.unit != query.unit {
            let lookup = Lookup { unit: query.unit, ..self.lookup };
            return Self::new(dataset, query, lookup).answer(dataset, query);
        }
        let found = match self.find(dataset).words {
            Words::Found(found) => Some(found),
            _ => None,
        };
        of_found(dataset, query, found)
    }
}
