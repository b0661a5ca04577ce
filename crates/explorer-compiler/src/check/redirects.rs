//! Ids last: what was published once exists still or leads to what it is now.

use std::collections::{BTreeMap, BTreeSet};

use crate::authored::Authored;
use crate::collector::{Collector, Page};
use crate::nearest::{did_you_mean, nearest};
use crate::problem::Rule;
use crate::shape::VocabularyName;
use crate::source::{PUBLISHED_IDS, REDIRECTS};

const GONE: Rule = Rule::error("published-id-gone", "an id that was published is gone");
const PUBLISHED_TWICE: Rule = Rule::error("published-twice", "this id is in the list already");
const UNPUBLISHED: Rule = Rule::warning("unpublished-ids", "new ids are not in the list yet");
const FROM_LIVES: Rule = Rule::error("redirect-from-exists", "a name of before is in use");
const FROM_TWICE: Rule = Rule::error("redirect-twice", "one name of before has two redirects");
const TO_UNKNOWN: Rule = Rule::error("redirect-to-unknown", "a redirect leads nowhere");

/// The rules of this file.
pub const RULES: &[&Rule] =
    &[&GONE, &PUBLISHED_TWICE, &UNPUBLISHED, &FROM_LIVES, &FROM_TWICE, &TO_UNKNOWN];

/// Checks the list of published ids and the redirects.
pub fn check(set: &Authored, collector: &mut Collector<'_>) {
    let own: BTreeSet<&str> = own_ids(set).collect();
    let terms = VocabularyName::ALL.into_iter().flat_map(|name| &name.terms(&set.vocabulary).0);
    let alive: BTreeSet<&str> =
        own.iter().copied().chain(terms.map(|term| term.id.as_str())).collect();
    redirects(set, &alive, &mut collector.page(REDIRECTS));
    published(set, &alive, collector);
}

/// The ids of evaluations, statements and tensions, in the order of the files.
fn own_ids(set: &Authored) -> impl Iterator<Item = &str> {
    let records = set.records.iter().flat_map(|authored| {
        let statements = authored.record.statements.iter().map(|statement| statement.id.as_str());
        std::iter::once(authored.record.evaluation.id.as_str()).chain(statements)
    });
    records.chain(set.tensions.iter().map(|authored| authored.tension.id.as_str()))
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
        if !alive.contains(to) && set.ids_known() {
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
    let moved: BTreeSet<&str> = set.redirects.iter().map(|r| r.from.as_str()).collect();
    let mut seen = BTreeSet::new();
    let mut page = collector.page(PUBLISHED_IDS);
    for entry in &set.published {
        let id = entry.id.as_str();
        if !seen.insert(id) {
            let hint = "delete this line";
            page.note_line(&PUBLISHED_TWICE, entry.line, "each id once", format!("`{id}`"), hint);
        }
        if !alive.contains(id) && !moved.contains(id) && set.ids_known() {
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
    if let Some(first) = new.first().filter(|_| set.ids_known()) {
        let line = set.published.last().map_or(1, |entry| entry.line);
        let found = format!("{} missing, the first is `{first}`", new.len());
        let hint = "before publishing run `evaluations check --fix`, which adds them";
        page.note_line(&UNPUBLISHED, line, "all ids of the set", found, hint);
    }
}
