//! Whether there is a connection, as far as the browser knows.

use gloo::events::EventListener;
use web_sys::window;

/// What waits for the connection. Dropping it cancels it.
pub struct Awaited {
    _listener: EventListener,
}

/// Does something once, when the connection is back; nothing is planned while there is one.
pub fn when_back(act: impl FnOnce() + 'static) -> Option<Awaited> {
    let window = window()?;
    let listen = || EventListener::once(&window, "online", move |_| act());
    (!window.navigator().on_line()).then(|| Awaited { _listener: listen() })
}
