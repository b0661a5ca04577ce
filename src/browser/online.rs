//! Whether there is a connection, as far as the browser knows.

use gloo::events::EventListener;
use web_sys::window;

/// Does something once, when the connection is back; nothing is planned while there is one. What is
/// returned cancels it when it is dropped.
pub fn when_back(act: impl FnOnce() + 'static) -> Option<EventListener> {
    let window = window()?;
    (!window.navigator().on_line()).then(|| EventListener::once(&window, "online", move |_| act()))
}
