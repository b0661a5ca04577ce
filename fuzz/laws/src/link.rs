//! Links.

use explorer_core::address::{Address, Place, Prefix, Settings, decode, encode, encode_in_full};
use explorer_core::state::State;

/// Any text is a link, and what was read once is read the same for ever.
pub fn link(text: &str) {
    for prefix in ["ee-", ""] {
        let prefix = Prefix::new(prefix).unwrap_or_default();
        reads_stably(text, &Settings { prefix, ..Settings::default() });
    }
    for place in [Place::Query, Place::Hash] {
        keeps_the_hosts_part(text, &Settings { place, ..Settings::default() });
    }
    let preset = State::opening(text, &Prefix::default()).state;
    let written = encode_in_full(&preset, &Prefix::default());
    assert_eq!(decode(&written, &Settings::default()).state, preset, "preset written as {written}");
}

fn reads_stably(text: &str, settings: &Settings) {
    let state = decode(text, settings).state;
    assert_eq!(state, state.shareable());
    let written = encode(&state, settings);
    assert!(written.is_ascii(), "{written}");
    let again = decode(&written, settings).state;
    assert_eq!(again, state, "written as {written}");
    assert_eq!(encode(&again, settings), written);
}

fn keeps_the_hosts_part(url: &str, settings: &Settings) {
    let bare = Address::of(url).with("", settings);
    assert!(!decode(Address::of(&bare).part(settings.place), settings).found, "{bare}");
    let is_bare_sign = Address::of(&bare).part(settings.place).len() == 1;
    let ours = Address::of(url).with("ee-q=x&ee-v=1", settings);
    let words = decode(Address::of(&ours).part(settings.place), settings).state;
    assert_eq!(words.query().text, "x", "{ours}");
    // A question mark or hash sign with nothing behind it may go.
    assert!(is_bare_sign || Address::of(&ours).with("", settings) == bare, "{bare} and {ours}");
}
