//! The page's address and its history.

use gloo::events::EventListener;
use web_sys::wasm_bindgen::JsValue;
use web_sys::{Window, window};

/// Where the page is: the absolute address with query and fragment.
#[must_use]
pub fn href() -> String {
    window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// How an address enters the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// As a new entry.
    New,
    /// In place of the present one.
    Present,
}

/// The browser refused, as it does in sandboxed frames and after too many calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// Writes an absolute address, keeping the host's own history state.
///
/// # Errors
/// When the browser refuses.
pub fn write(url: &str, entry: Entry) -> Result<(), Refused> {
    let history = window().and_then(|window| window.history().ok()).ok_or(Refused)?;
    let state = history.state().unwrap_or(JsValue::NULL);
    let written = match entry {
        Entry::New => history.push_state_with_url(&state, "", Some(url)),
        Entry::Present => history.replace_state_with_url(&state, "", Some(url)),
    };
    written.map_err(|_| Refused)
}

/// Calls back when the reader goes through the history or changes the fragment. Dropping the
/// listeners ends it.
#[must_use]
pub fn on_change(then: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    listen(&["popstate", "hashchange"], then)
}

/// Calls back when the page is left or put aside.
#[must_use]
pub fn on_leave(then: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    listen(&["pagehide"], then)
}

fn listen(events: &[&'static str], then: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    let on = |window: &Window, event: &'static str| {
        let then = then.clone();
        EventListener::new(window, event, move |_| then())
    };
    window().map(|window| events.iter().map(|event| on(&window, event)).collect()).unwrap_or_default()
}
