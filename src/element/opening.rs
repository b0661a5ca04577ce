//! What an explorer opens with: what it had, what the link says, or what the host wants.

use std::cell::RefCell;

use explorer_core::address::{self, Address, Place, Prefix};
use explorer_core::dataset::Dataset;
use explorer_core::state::State;
use explorer_lang::{Messages, fill};

use super::attribute::warn;
use super::plain::Plain;
use super::settings::{Settings, asked_for};
use crate::browser::address as browser;
use crate::pages::answers_now;
use crate::store::Engine;

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

/// Whether what the explorer opens with must be read by what answers questions.
pub fn must_read(settings: &Settings, saved: &Saved) -> bool {
    let says = |place| {
        let href = browser::href();
        address::has_own(Address::of(&href).part(place), &settings.address.prefix)
    };
    settings.is_preset || saved.query.is_some() || says(settings.address.place)
}

/// What the explorer opens with. A preset, a view or a unit that the host changed at run time
/// holds against what was. Without what reads links it is as the host wants, see [`must_read`].
pub fn opening(
    dataset: &Dataset,
    settings: &Settings,
    saved: &Saved,
    words: &Messages,
    notes: &mut Vec<String>,
) -> State {
    let changed = |name: &str| saved.changed.iter().any(|changed| changed == name);
    let read = |engine: &Engine| match (&saved.query, settings.address.place) {
        _ if changed("preset") => None,
        (Some(query), _) => {
            Some((engine.read_link)(query, &address::Settings::default(), dataset, words))
        }
        (None, place) => {
            let href = browser::href();
            let own = Address::of(&href).part(place);
            Some((engine.read_link)(own, &settings.address, dataset, words))
        }
    };
    let state = match answers_now().and_then(|answers| read(&answers.engine)) {
        Some(said) => {
            notes.extend(said.notes);
            said.state
        }
        None => settings.address.opening.clone(),
    };
    let unit = settings.unit.filter(|_| changed("unit"));
    let view = settings.view.filter(|_| changed("view"));
    asked_for(state, unit, view)
}
