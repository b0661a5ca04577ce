//! The boundary with the host page: the exported `Widget` behind the custom element.
//!
//! The class of the element is JavaScript (`loader.js`); it mounts a `Widget` and disposes of it.
//! Rust never holds a borrow while it calls JavaScript.

mod events;
mod settings;
mod wire;

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use explorer_core::address::{self, Address, Decoded, Issue, IssueKind, Place};
use explorer_core::dataset::Dataset;
use explorer_core::state::{Action, State};
use explorer_core::view::since::added_since;
use explorer_lang::{Messages, fill, words};
use leptos::mount::mount_to;
use serde::Deserialize;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use crate::address_sync::AddressSync;
use crate::app::app;
use crate::browser::{address as browser, focus};
use crate::store::{Explorer, Linking};
use crate::ui::live_region::announce;
use events::tell;
use settings::{Raw, Settings};
use wire::{ChangeObject, ErrorObject, ResultsObject, StateObject, from_js, to_js};

thread_local! {
    /// The prefixes that explorers of this page write under, with the place.
    static PREFIXES: RefCell<Vec<address::Prefix>> = const { RefCell::new(Vec::new()) };
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = warn)]
    fn console_warn(text: &str);
}

thread_local! {
    static ON_PANIC: RefCell<Option<js_sys::Function>> = const { RefCell::new(None) };
}

/// Sets who is told, in one string, when the module panics. It cannot be called any more then.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(tell: js_sys::Function) {
    ON_PANIC.set(Some(tell));
    std::panic::set_hook(Box::new(|panic| {
        if let Some(tell) = ON_PANIC.take() {
            // Whoever is told can do no more than show the fallback; its own failure ends here.
            let _ = tell.call1(&JsValue::NULL, &panic.to_string().into());
        }
    }));
}

/// A mounted explorer.
#[wasm_bindgen]
pub struct Widget {
    explorer: Explorer,
    host: HtmlElement,
    sync: Rc<RefCell<Option<AddressSync>>>,
    prefix: Option<address::Prefix>,
    _mounted: Box<dyn Any>,
}

/// What is kept of an explorer that was taken out of the page and comes back.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Saved {
    query: Option<String>,
}

#[wasm_bindgen]
impl Widget {
    /// Puts an explorer into an element inside the shadow root of a host.
    ///
    /// `settings` are the host's attributes by their names in camel case; `saved` is what
    /// [`Widget::state`] gave when the element was last in the page, or nothing.
    ///
    /// # Errors
    /// When the dataset cannot be opened.
    pub fn mount(
        mount: &HtmlElement,
        host: HtmlElement,
        settings: JsValue,
        saved: JsValue,
    ) -> Result<Widget, js_sys::Error> {
        let raw: Raw = from_js(settings);
        let saved: Saved = from_js(saved);
        let (mut settings, warnings) = raw.settled();
        for warning in &warnings {
            console_warn(&format!(
                "evaluation-explorer: {}=\"{}\" is not {}; the default is used.",
                warning.attribute, warning.found, warning.expected
            ));
        }
        let words = words(&settings.lang);
        let dataset = explorer_data::dataset().map_err(|error| {
            js_sys::Error::new(&format!("The embedded data cannot be opened: {error}"))
        })?;
        let mut notes = Vec::new();
        let prefix = claim(&mut settings, words, &mut notes);
        let state = opening(&dataset, &settings, saved, words, &mut notes);
        Self::build(mount, host, &settings, prefix, dataset, state, notes)
    }

    fn build(
        mount: &HtmlElement,
        host: HtmlElement,
        settings: &Settings,
        prefix: Option<address::Prefix>,
        dataset: Arc<Dataset>,
        state: State,
        notes: Vec<String>,
    ) -> Result<Widget, js_sys::Error> {
        let words = words(&settings.lang);
        let made = Rc::new(Cell::new(None));
        let inside = made.clone();
        let region = host.query_selector(":scope > [slot=live]").ok().flatten();
        let linking = Linking { page: browser::href, settings: settings.address.clone() };
        let (layout, label) = (settings.layout, settings.label.clone());
        let mounted = mount_to(mount.clone(), move || {
            let explorer = Explorer::new(dataset, state, words, layout, linking);
            inside.set(Some(explorer));
            announce(explorer, region);
            app(explorer, label, notes)
        });
        let explorer =
            made.get().ok_or_else(|| js_sys::Error::new("Mounting made no explorer."))?;
        let sync = join(explorer, settings, mount, &host, words);
        Ok(Widget { explorer, host, sync, prefix, _mounted: Box::new(mounted) })
    }

    /// The state, as a plain object.
    #[must_use]
    pub fn state(&self) -> JsValue {
        to_js(&StateObject { query: query_of(self.explorer) })
    }

    /// Goes to a state that [`Widget::state`] gave, or to the query string of a link.
    #[wasm_bindgen(js_name = setState)]
    pub fn set_state(&self, value: JsValue) {
        let query = value.as_string().or_else(|| from_js::<Saved>(value).query);
        let decoded = address::decode(&query.unwrap_or_default(), &address::Settings::default());
        let dataset = self.explorer.dataset();
        let state = decoded.state.redirected(dataset.redirects());
        self.explorer.act(Action::Restore(Box::new(state)));
    }

    /// What is found now, as a plain object.
    #[must_use]
    pub fn results(&self) -> JsValue {
        let dataset = self.explorer.dataset();
        let answer = self.explorer.answer();
        let evaluations = answer.evaluations.iter();
        let evaluations = evaluations.filter_map(|&ix| dataset.evaluation_id(ix));
        let statements = answer.statements.iter().filter_map(|&ix| dataset.statement(ix));
        to_js(&ResultsObject {
            evaluations: evaluations.map(str::to_owned).collect(),
            statements: statements.map(|statement| statement.id.to_string()).collect(),
            sentence: self.explorer.sentence(),
        })
    }

    /// The link to the present view.
    #[must_use]
    pub fn share(&self) -> String {
        self.explorer.link()
    }

    /// Goes back to what the explorer opens with.
    pub fn reset(&self) {
        self.explorer.act(Action::Do(vec![Action::ClearAll, Action::ClearCompared, Action::Close]));
    }

    /// Puts focus into the search field.
    pub fn focus(&self) {
        if let Some(root) = self.host.shadow_root() {
            focus::to_id(&root, "search");
        }
    }

    /// Takes the explorer out of the page, with all that listens. Nothing is written any more.
    pub fn dispose(self) {
        if let Some(sync) = self.sync.borrow_mut().take() {
            sync.flush();
        }
        if let Some(prefix) = &self.prefix {
            PREFIXES.with_borrow_mut(|taken| {
                if let Some(at) = taken.iter().position(|other| other == prefix) {
                    taken.remove(at);
                }
            });
        }
    }
}

/// Claims the prefix of the settings in the address; an explorer that comes second leaves the
/// address alone and says so.
fn claim(
    settings: &mut Settings,
    words: &Messages,
    notes: &mut Vec<String>,
) -> Option<address::Prefix> {
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
    console_warn(&format!("evaluation-explorer: {note}"));
    notes.push(note);
    settings.address.place = Place::Off;
    None
}

/// What the explorer opens with: what it had before, what the link says, or what the host wants.
fn opening(
    dataset: &Dataset,
    settings: &Settings,
    saved: Saved,
    words: &Messages,
    notes: &mut Vec<String>,
) -> State {
    let Decoded { state, issues, .. } = match (saved.query, settings.address.place) {
        (Some(query), _) => address::decode(&query, &address::Settings::default()),
        (None, Place::Off) => {
            Decoded { state: settings.address.opening.clone(), issues: Vec::new(), found: false }
        }
        (None, place) => {
            let href = browser::href();
            address::decode(Address::of(&href).part(place), &settings.address)
        }
    };
    notes.extend(issues.iter().filter_map(|issue| told(issue, words)));
    let added = state.seen().map_or(0, |seen| added_since(dataset, seen));
    if added > 0 {
        notes.push(words.added_since.of(added, words));
    }
    state.redirected(dataset.redirects())
}

/// An issue of a link in words, where the reader should know of it.
fn told(issue: &Issue, words: &Messages) -> Option<String> {
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
    Some(fill(template, &[("raw", &raw)]))
}

/// Joins explorer, address and host page.
fn join(
    explorer: Explorer,
    settings: &Settings,
    mount: &Element,
    host: &HtmlElement,
    words: &'static Messages,
) -> Rc<RefCell<Option<AddressSync>>> {
    let refused = {
        let host = host.clone();
        move || {
            let fault = ErrorObject {
                code: "history",
                message: words.fault_history.to_owned(),
                hint: words.share.to_owned(),
            };
            tell(&host, "ee-error", &fault, false);
        }
    };
    let root = focus::root_of(mount);
    let address = settings.address.clone();
    let sync = AddressSync::new(explorer, address, settings.recording, root, refused);
    let sync = Rc::new(RefCell::new(Some(sync)));
    let (joined, host) = (sync.clone(), host.clone());
    explorer.listen(Box::new(move |before, after, history| {
        if let Some(sync) = joined.borrow().as_ref() {
            sync.note(before, after, history);
        }
        let change = ChangeObject {
            state: StateObject { query: query_of(explorer) },
            sentence: explorer.sentence(),
            link: explorer.link(),
        };
        tell(&host, "ee-change", &change, false);
    }));
    sync
}

fn query_of(explorer: Explorer) -> String {
    explorer.peek(|state| address::encode_in_full(state, &address::Prefix::default()))
}
