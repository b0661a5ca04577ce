//! Polite announcements: the sentence of the view, some time after the last change.
//!
//! The region stands in the light DOM, in the slot `live`, because screen readers miss regions in
//! shadow roots; the loader makes it once.

use explorer_core::state::State;
use leptos::prelude::*;
use web_sys::Element;

use crate::browser::delay::Delay;
use crate::store::Explorer;

/// How long the view must rest before it is announced, in milliseconds.
const REST: u32 = 800;

/// The same for what is said of an act, in milliseconds.
const SAID_REST: u32 = 100;

/// Announces each new sentence of a list once, and what is said of acts. What the page opens with
/// is not announced, and pages above the list say themselves what they show.
pub fn announce(explorer: Explorer, region: Option<Element>) {
    let Some(region) = region else { return };
    let region = StoredValue::new_local(region);
    let delay = StoredValue::new_local(Delay::default());
    Effect::new(move |before: Option<String>| {
        // Nobody needs to be told that an answer is awaited which is there in a moment.
        if explorer.is_waiting() {
            return before.unwrap_or_default();
        }
        let sentence = explorer.sentence();
        if explorer.read(State::is_above_list) {
            return sentence;
        }
        if before.is_some_and(|before| !before.is_empty() && before != sentence) {
            let text = sentence.clone();
            let say = move || {
                let _ = region.try_with_value(|region| region.set_text_content(Some(&text)));
            };
            delay.with_value(|delay| delay.start(REST, say));
        }
        sentence
    });
    let delay = StoredValue::new_local(Delay::default());
    Effect::new(move |_| {
        let text = explorer.said();
        if text.is_empty() {
            return;
        }
        let say = move || {
            let _ = region.try_with_value(|region| {
                // A region whose text stays the same says nothing.
                let again = region.text_content().as_deref() == Some(&text);
                let text = if again { format!("{text}\u{a0}") } else { text };
                region.set_text_content(Some(&text));
            });
        };
        delay.with_value(|delay| delay.start(SAID_REST, say));
    });
}
