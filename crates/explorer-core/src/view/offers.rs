//! Filters that a reader may have meant, offered and never taken for granted.

use crate::dataset::Dataset;
use crate::facet::values::GLOBAL;
use crate::facet::{FacetId, NOT_STATED};
use crate::outcome::Outcome;
use crate::query::Query;
use crate::state::Action;
use crate::text::fold::fold;
use crate::text::is_stop_word;

/// The facets whose values people type into the search field, the likeliest meaning first.
const NAMED: [FacetId; 6] = [
    FacetId::Country,
    FacetId::Region,
    FacetId::Agency,
    FacetId::Donor,
    FacetId::Theme,
    FacetId::Criterion,
];

/// How many offers are made at once.
const MOST: usize = 3;

/// A filter that says what some of the words say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The facet.
    pub facet: FacetId,
    /// Its value.
    pub value: Box<str>,
    /// The words that are left for the search.
    pub rest: String,
}

impl Offer {
    /// Filters by the value instead of searching for its name.
    #[must_use]
    pub fn action(&self) -> Action {
        let toggle = Action::Toggle(self.facet, self.value.clone());
        Action::Do(vec![Action::Type(self.rest.clone()), toggle])
    }
}

/// The values whose names stand among the words, however they are accented or capitalised; longer
/// names first. None for words with signs of the query language, since the reader knows it.
#[must_use]
pub fn detected(dataset: &Dataset, query: &Query, lang: &str) -> Vec<Offer> {
    let typed: Vec<&str> = query.text.split_whitespace().collect();
    if typed.is_empty() || typed.iter().any(|word| is_special(word)) {
        return Vec::new();
    }
    let folded: Vec<String> = typed.iter().map(|word| bare(word)).collect();
    let mut found: Vec<(usize, Offer)> = Vec::new();
    for facet in NAMED {
        for value in dataset.facet_values(facet) {
            let is_picked = query.picks.of(facet).is_some_and(|picks| {
                picks.included.iter().chain(&picks.excluded).any(|picked| *picked == value.id)
            });
            let Some(label) = dataset.facet_label(facet, &value.id, lang) else { continue };
            let name: Vec<String> = label.split_whitespace().map(bare).collect();
            if is_picked || &*value.id == NOT_STATED {
                continue;
            }
            if let Some(at) = position(&folded, &name) {
                // "in Peru" says no more than "Peru".
                let joins = at
                    .checked_sub(1)
                    .filter(|&at| folded.get(at).is_some_and(|it| is_stop_word(it)));
                let rest = [typed.get(..joins.unwrap_or(at)), typed.get(at + name.len()..)];
                let rest = rest.into_iter().flatten().flatten().copied().collect::<Vec<_>>();
                let offer = Offer { facet, value: value.id.clone(), rest: rest.join(" ") };
                found.push((name.len(), offer));
            }
        }
    }
    crate::sorted::by(&mut found, |(a, _), (b, _)| b.cmp(a));
    found.into_iter().take(MOST).map(|(_, offer)| offer).collect()
}

/// Beside the answer to a question: how many results concern the whole world, which no country or region stands for, and the act
/// that shows them; `None` when places are not asked for or there are none.
#[must_use]
pub fn worldwide(dataset: &Dataset, query: &Query, outcome: &Outcome) -> Option<(usize, Action)> {
    let asks = |facet| query.picks.of(facet).is_some_and(|picks| !picks.included.is_empty());
    let is_asked = query
        .picks
        .of(FacetId::Region)
        .is_some_and(|picks| picks.included.iter().any(|region| &**region == GLOBAL));
    if is_asked || !(asks(FacetId::Country) || asks(FacetId::Region)) {
        return None;
    }
    let mut elsewhere = query.clone();
    elsewhere.picks.clear(FacetId::Country);
    elsewhere.picks.clear(FacetId::Region);
    elsewhere.picks.toggle(FacetId::Region, GLOBAL);
    let total = outcome.total_with(dataset, &elsewhere);
    let action = Action::Do(vec![
        Action::Clear(FacetId::Country),
        Action::Clear(FacetId::Region),
        Action::Toggle(FacetId::Region, GLOBAL.into()),
    ]);
    (total > 0).then_some((total, action))
}

/// Signs of the query language: phrases, exclusion, fields, alternatives.
fn is_special(word: &str) -> bool {
    word == "OR" || word.starts_with('-') || word.contains(['"', ':', '“', '”'])
}

/// A word as names are compared by.
fn bare(word: &str) -> String {
    fold(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Where the words of a name stand in a row.
fn position(words: &[String], name: &[String]) -> Option<usize> {
    if name.iter().all(String::is_empty) {
        return None;
    }
    words.windows(name.len().max(1)).position(|part| part == name)
}

#[cfg(test)]
mod tests {
    use super::{detected, worldwide};
    use crate::artifact::pack;
    use crate::content::Record;
    use crate::dataset::Dataset;
    use crate::facet::FacetId;
    use crate::outcome;
    use crate::place::PlaceKind;
    use crate::query::Query;
    use crate::state::{Action, State};
    use crate::testing::{content, evaluation, place};

    /// One evaluation in Peru, one of the whole world.
    fn dataset() -> Dataset {
        let mut peru = evaluation("e0", "Bridges");
        peru.places = vec![place(PlaceKind::Country, "pe")];
        let mut world = evaluation("e1", "Roads");
        world.places = vec![place(PlaceKind::Global, "global")];
        let records = [peru, world];
        let records = records.map(|evaluation| Record { evaluation, statements: Vec::new() });
        Dataset::open(pack(&content(records.to_vec())).unwrap()).unwrap()
    }

    /// Names of places in tests are "The pe".
    #[track_caller]
    fn check(text: &str, expected: &[(FacetId, &str, &str)]) {
        let state = State::default().after(Action::Type(text.to_owned()));
        let offers = detected(&dataset(), state.query(), "en");
        let offers: Vec<_> =
            offers.iter().map(|it| (it.facet, &*it.value, it.rest.as_str())).collect();
        assert_eq!(offers, expected, "{text}");
    }

    #[test]
    fn a_name_among_the_words_is_offered_as_a_filter() {
        check("training in THE pé, now", &[(FacetId::Country, "pe", "training now")]);
        check("training THE Pé now", &[(FacetId::Country, "pe", "training now")]);
        check("the pe", &[(FacetId::Country, "pe", "")]);
        check("the", &[]);
        check("the peru", &[]);
    }

    #[test]
    fn who_writes_the_query_language_is_offered_nothing() {
        check("\"the pe\"", &[]);
        check("bridges -the pe", &[]);
    }

    #[test]
    fn an_offer_takes_its_words_out_of_the_search() {
        let state = State::default().after(Action::Type("bridges the pe".to_owned()));
        let offers = detected(&dataset(), state.query(), "en");
        let state = state.after(offers[0].action());
        assert_eq!(state.query().text, "bridges");
        assert!(state.query().picks.of(FacetId::Country).is_some());
        assert_eq!(detected(&dataset(), state.query(), "en"), []);
    }

    #[test]
    fn work_on_the_whole_world_is_offered_beside_a_country_and_never_mixed_in() {
        let dataset = dataset();
        let offered = |query: &Query| worldwide(&dataset, query, &outcome::run(&dataset, query));
        let state = State::default();
        assert_eq!(offered(state.query()), None);
        let state = state.after(Action::Toggle(FacetId::Country, "pe".into()));
        let (total, action) = offered(state.query()).unwrap();
        assert_eq!(total, 1);
        assert_eq!(offered(state.clone().after(action).query()), None);
        let with_words = |words: &str| state.clone().after(Action::Type(words.to_owned()));
        assert_eq!(offered(with_words("roads").query()).map(|(total, _)| total), Some(1));
        assert_eq!(offered(with_words("bridges").query()), None);
    }
}
