//! What an explorer opens with: what it had, what the link says, or what the host wants.

use std::cell::RefCell;

use explorer_core::address::{self, Address, Decoded, Place, Prefix};
use explorer_core::dataset::Dataset;
use explorer_core::state::State;
use explorer_core::view::since::added_since;
use explorer_lang::label::issue_words;
use explorer_lang::{Messages, fill};

use super::attribute::warn;
use super::plain::Plain;
use super::settings::{Settings, asked_for};
use crate::browser::address as browser;

thread_local! {
    /// The prefixes that explorers of this page write under.
    static PREFIXES: RefCell<Vec<Prefix>> = const { RefCell::new(Vec::new()) };
}

/// What is kept of an explorer that was taken out of the page and comes back.
pub struct Saved {
    /// The state, as the query string of a link.
    pub query: Option<String>,
    /// The attributes that changed since.
    pub changed: Vec<String>,
}

impl Saved {
    /// What was kept, from the loader's object; nothing where there is none.
    pub fn of(object: &Plain<'_>) -> Self {
        Self { query: object.text("query"), changed: object.texts("changed") }
    }
}

/// Claims the prefix of the settings in the address; an explorer that comes second leaves the
/// address alone and says so.
pub fn claim(settings: &mut Settings, words: &Messages, notes: &mut Vec<String>) -> Option<Prefix> {
    if settings.address.place == Place::Off {
        return None;
    }
    let prefix = settings.address.prefix.clone();
    let is_free = PREFIXES.with_borrow_mut(|taken| {
        let is_free = !taken.iter().any(|other| other.clashes_with(&prefix));
        if is_free {
            taken.push(prefix.clone());
        }
        is_free
    });
    if is_free {
        return Some(prefix);
    }
    let note = fill(words.fault_url_clash, &[("prefix", prefix.as_str())]);
    warn(&note);
    notes.push(note);
    settings.address.place = Place::Off;
    None
}

/// Gives a prefix back.
pub fn release(prefix: &Prefix) {
    PREFIXES.with_borrow_mut(|taken| {
        if let Some(at) = taken.iter().position(|other| other == prefix) {
            taken.remove(at);
        }
    });
}

/// What the explorer opens with. A preset, a view or a unit that the host changed at run time
/// holds against what was.
pub fn opening(
    dataset: &Dataset,
    settings: &Settings,
    saved: &Saved,
    words: &Messages,
    notes: &mut Vec<String>,
) -> State {
    let changed = |name: &str| saved.changed.iter().any(|changed| changed == name);
    let as_host_wants =
        || Decoded { state: settings.address.opening.clone(), issues: Vec::new(), found: false };
    let Decoded { state, issues, .. } = match (&saved.query, settings.address.place) {
        _ if changed("preset") => as_host_wants(),
        (Some(query), _) => address::decode(query, &address::Settings::default()),
        (None, Place::Off) => as_host_wants(),
        (None, place) => {
            let href = browser::href();
            address::decode(Address::of(&href).part(place), &settings.address)
        }
    };
    notes.extend(issues.iter().map(|issue| issue_words(issue, words)));
    let added = state.seen().map_or(0, |seen| added_since(dataset, seen));
    if added > 0 {
        notes.push(words.added_since.of(added, words));
    }
    let unit = settings.unit.filter(|_| changed("unit"));
    let view = settings.view.filter(|_| changed("view"));
    asked_for(state.redirected(dataset.redirects()), unit, view)
}
