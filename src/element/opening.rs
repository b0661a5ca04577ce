//! What an explorer opens with: what it had, what the link says, or what the host wants.

use std::cell::RefCell;

use explorer_core::address::{self, Address, Decoded, Issue, IssueKind, Place, Prefix};
use explorer_core::dataset::Dataset;
use explorer_core::state::State;
use explorer_lang::{Messages, fill};
use serde::Deserialize;

use super::attribute::warn;
use super::settings::{Settings, asked_for};
use crate::browser::address as browser;

thread_local! {
    /// The prefixes that explorers of this page write under.
    static PREFIXES: RefCell<Vec<Prefix>> = const { RefCell::new(Vec::new()) };
}

/// What is kept of an explorer that was taken out of the page and comes back.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Saved {
    /// The state, as the query string of a link.
    pub query: Option<String>,
    /// The attributes that changed since.
    pub changed: Vec<String>,
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
    saved: Saved,
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
    notes.extend(issues.iter().map(|issue| told(issue, words)));
    let unit = settings.unit.filter(|_| changed("unit"));
    let view = settings.view.filter(|_| changed("view"));
    asked_for(state.redirected(dataset.redirects()), unit, view)
}

/// An issue of a link in words.
fn told(issue: &Issue, words: &Messages) -> String {
    let template = match issue.kind {
        IssueKind::UnknownKey => words.issue_unknown_key,
        IssueKind::Unreadable => words.issue_unreadable,
        IssueKind::Contradictory => words.issue_contradictory,
        IssueKind::TooMany => words.issue_too_many,
        IssueKind::Locked => words.issue_locked,
        IssueKind::Incomplete => words.issue_cut,
        IssueKind::Newer => words.issue_newer,
    };
    let raw = if issue.key.is_empty() {
        issue.text.to_string()
    } else {
        format!("{}={}", issue.key, issue.text)
    };
    fill(template, &[("raw", &raw)])
}
