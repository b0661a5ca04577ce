//! Ids last: what was published once exists still or leads to what it is now.

use std::collections::{BTreeMap, BTreeSet};

use explorer_core::id::is_id;

use crate::authored::{Authored, PublishedId};
use crate::collector::{Collector, Page};
use crate::hidden::{Hidden, owner};
use crate::nearest::{did_you_mean, nearest};
use crate::problem::Rule;
use crate::shape::VocabularyName;
use crate::source::{PUBLISHED_IDS, REDIRECTS};

const GONE: Rule = Rule::error("published-id-gone", "an id that was published is gone");
const PUBLISHED_TWICE: Rule = Rule::error("published-twice", "this id is in the list already");
const UNPUBLISHED: Rule = Rule::warning("unpublished-ids", "ids of the set are not in the list");
const CUT: Rule = Rule::error("published-list-cut", "the list lost a line that it had");
const FROM_LIVES: Rule = Rule::error("redirect-from-exists", "a name of before is in use");
const FROM_TWICE: Rule = Rule::error("redirect-twice", "one name of before has two redirects");
const TO_UNKNOWN: Rule = Rule::error("redirect-to-unknown", "a redirect leads nowhere");

/// The rules of this file.
pub const RULES: &[&Rule] =
    &[&GONE, &PUBLISHED_TWICE, &UNPUBLISHED, &CUT, &FROM_LIVES, &FROM_TWICE, &TO_UNKNOWN];

/// Checks the list of published ids and the redirects.
pub fn check(set: &Authored, collector: &mut Collector<'_>) {
    let own: BTreeSet<&str> = own_ids(set).collect();
    let terms = VocabularyName::ALL.into_iter().flat_map(|name| &name.terms(&set.vocabulary).0);
    let alive: BTreeSet<&str> =
        own.iter().copied().chain(terms.map(|term| term.id.as_str())).collect();
    redirects(set, &alive, &mut collector.page(REDIRECTS));
    published(set, &alive, collector);
}

/// The ids of evaluations, statements and tensions, in the order of the files, as far as they are
/// known and well formed.
fn own_ids(set: &Authored) -> impl Iterator<Item = &str> {
    let records = set.records.iter().flat_map(|authored| {
        let statements = authored.record.statements.iter().filter(|_| authored.ids_known);
        let statements = statements.map(|statement| statement.id.as_str());
        std::iter::once(authored.record.evaluation.id.as_str()).chain(statements)
    });
    let tensions = set.tensions.iter().map(|authored| authored.tension.id.as_str());
    records.chain(tensions).filter(|id| is_id(id))
}

/// The ids that are not in the list of published ones yet.
#[must_use]
pub fn unpublished(set: &Authored) -> Vec<&str> {
    let published: BTreeSet<&str> = set.published.iter().map(|entry| entry.id.as_str()).collect();
    own_ids(set).filter(|id| !published.contains(id)).collect()
}

fn redirects(set: &Authored, alive: &BTreeSet<&str>, page: &mut Page<'_, '_>) {
    let mut seen = BTreeSet::new();
    let moved: BTreeMap<&str, &str> = set
        .redirects
        .iter()
        .map(|redirect| (redirect.from.as_str(), redirect.to.as_str()))
        .collect();
    for (at, redirect) in set.redirects.iter().enumerate() {
        let (from, to) = (redirect.from.as_str(), redirect.to.as_str());
        let path = format!("redirects[{at}]");
        if !seen.insert(from) {
            let expected = "one redirect from each name";
            page.note(&FROM_TWICE, &format!("{path}.from"), expected, format!("`{from}` again"));
        }
        if alive.contains(from) {
            let expected = "a name that is not in use any more";
            page.note(&FROM_LIVES, &format!("{path}.from"), expected, format!("`{from}`"));
        }
        if !alive.contains(to) && !set.hidden.anything(to) && !set.hidden.evaluations.contains(to) {
            let hint = match moved.get(to) {
                Some(next) => Some(format!("`{to}` has moved on itself: lead to `{next}`")),
                None => did_you_mean(&nearest(to, alive.iter().map(|id| vec![*id]))),
            };
            page.note_with_hint(
                &TO_UNKNOWN,
                &format!("{path}.to"),
                "an id that is in use",
                format!("`{to}`"),
                hint.unwrap_or_default(),
            );
        }
    }
}

fn published(set: &Authored, alive: &BTreeSet<&str>, collector: &mut Collector<'_>) {
    let Hidden { evaluations, redirects, published, .. } = &set.hidden;
    let moved: BTreeSet<&str> = set.redirects.iter().map(|r| r.from.as_str()).collect();
    // An id of which others are statements is that of an evaluation, and files name evaluations.
    let owners: BTreeSet<&str> = set.published.iter().filter_map(|e| owner(&e.id)).collect();
    let may_exist = |id: &str| match owners.contains(id) || evaluations.contains(id) {
        true => evaluations.contains(id),
        false => set.hidden.anything(id),
    };
    let mut seen = BTreeSet::new();
    let mut page = collector.page(PUBLISHED_IDS);
    for entry in &set.published {
        let id = entry.id.as_str();
        if !seen.insert(id) {
            let hint = "delete this line";
            page.note_line(&PUBLISHED_TWICE, entry.line, "each id once", format!("`{id}`"), hint);
        }
        if !alive.contains(id) && !moved.contains(id) && !redirects && !may_exist(id) {
            page.note_line(
                &GONE,
                entry.line,
                format!("`{id}` in the data, or a redirect from it in {REDIRECTS}"),
                "neither",
                "links that people have kept lead to this id: say in a redirect what it is now",
            );
        }
    }
    let new = unpublished(set);
    if let Some(first) = new.first().filter(|_| !published) {
        let line = set.published.last().map_or(1, |entry| entry.line);
        let found = format!("{} missing, the first is `{first}`", new.len());
        let hint = "new ones are added by `evaluations check --fix`; one that was published before \
                    belongs on the line where it stood, since the list only grows";
        page.note_line(&UNPUBLISHED, line, "all ids of the set", found, hint);
    }
}

/// Compares the list with what it was before: it only grows, and only at its end. An id that went
/// from the data and from the list together cannot be missed in any other way.
pub fn since(earlier: &[PublishedId], now: &[PublishedId], collector: &mut Collector<'_>) {
    let mut page = collector.page(PUBLISHED_IDS);
    for (place, before) in earlier.iter().enumerate() {
        let here = now.get(place);
        if here.is_some_and(|here| here.id == before.id) {
            continue;
        }
        let line = here.or(now.last()).map_or(1, |entry| entry.line);
        let moved = now.iter().find(|entry| entry.id == before.id);
        let found = match (moved, here) {
            (Some(moved), _) => format!("it on line {}", moved.line),
            (None, Some(here)) => format!("`{}`", here.id),
            (None, None) => "the end of the list".to_owned(),
        };
        page.note_line(
            &CUT,
            line,
            format!("`{}`, as before", before.id),
            found,
            "put the line back; where a record went, say in redirects.toml what it is now",
        );
        // What follows is shifted, which is no other mistake.
        return;
    }
}
