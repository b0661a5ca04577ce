//! What is done while the page goes on.

use std::future::Future;

/// Does it as soon as the browser comes to it. Leptos's own way would need something mounted.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    js_sys::futures::spawn_local(task);
}
