//! Nothing found: what to take away, what comes back then, and how to take that back.

use explorer_core::facet::FacetId;
use explorer_core::facet::impact::{Filtering, Impact};
use explorer_core::query::Query;
use explorer_core::state::Action;
use explorer_core::view::filters::{Chip, asking_again, drop, is_locked};
use leptos::prelude::*;

use super::active_filters::chip_name;
use super::links::passing_button;
use crate::el::{El, dynamic, el};
use crate::store::Explorer;

/// How many ways out are offered.
const OFFERED: usize = 5;

/// The filters whose removal brings something back, best first, and the way to everything.
pub fn empty_state(explorer: Explorer) -> El {
    let words = explorer.words;
    let (answer, dataset) = (explorer.answer(), explorer.dataset());
    let impacts = explorer.query(|query| answer.impacts(&dataset, query));
    let free = |it: &&Impact| explorer.with_lock(|lock| !is_locked(&it.filter, lock));
    let ways: Vec<El> =
        impacts.iter().filter(free).take(OFFERED).map(|it| way_out(explorer, it)).collect();
    let help = (!ways.is_empty()).then(|| el("p").words(words.answers().no_results_help));
    el("div")
        .class("empty-state")
        .child(el("p").words(words.answers().no_results))
        .maybe(help)
        .child(el("div").class("empty-options").all(ways))
        .child(passing_button(explorer, "button", words.answers().start_again, Action::ClearAll))
}

/// A way back to the question that found nothing, until another is asked than the one that took
/// its place.
pub fn undo(explorer: Explorer) -> AnyView {
    let given_up = RwSignal::new(None::<(Query, Query)>);
    Effect::new(move |last: Option<(Query, usize)>| {
        let (now, found) = (explorer.query(Clone::clone), explorer.found());
        if let Some((before, 0)) = last
            && found > 0
            && (now.text == before.text || now.text.is_empty())
        {
            given_up.set(Some((before, now.clone())));
        }
        (now, found)
    });
    dynamic(move || {
        let (before, after) = given_up.get()?;
        let again = || {
            let act = asking_again(&before);
            let back = passing_button(explorer, "plain", explorer.words.answers().undo, act);
            el("div").class("no-print").child(back)
        };
        explorer.query(|query| *query == after).then(again)
    })
}

/// What is asked for in a facet and its twin, after the name under which readers see them.
fn included(explorer: Explorer, query: &Query, facet: FacetId) -> String {
    let words = explorer.words;
    let asked = facet.and_twin().filter(|&facet| !query.picks.included(facet).is_empty());
    let facets: Vec<FacetId> = asked.collect();
    let values =
        facets.iter().flat_map(|&it| query.picks.included(it).iter().map(move |v| (it, v)));
    let names: Vec<String> = values.map(|(facet, value)| explorer.name(facet, value)).collect();
    let title = match facets.len() {
        1 => words.facet(facet),
        _ => words.answers().facet_place,
    };
    format!("{title}: {}", words.any_of(&names))
}

fn way_out(explorer: Explorer, impact: &Impact) -> El {
    let words = explorer.words;
    let (name, counted) = explorer.query(|query| match &impact.filter {
        Filtering::Words => (query.text.clone(), &words.answers().without_words),
        Filtering::Period => (words.answers().period.to_owned(), &words.answers().without_filter),
        Filtering::Budget => (words.answers().budget.to_owned(), &words.answers().without_filter),
        Filtering::Included(facet) => {
            (included(explorer, query, *facet), &words.answers().without_filter)
        }
        Filtering::Excluded(facet, value) => {
            let (facet, value) = (*facet, value.clone());
            let chip = Chip::Value { facet, value, excluded: true, known: true };
            (chip_name(explorer, &chip), &words.answers().without_filter)
        }
    });
    let label = counted.with(impact.results, &[("name", &name)], words);
    let action = explorer.peek(|state| drop(state.query(), &impact.filter));
    passing_button(explorer, "button", label, action)
}
