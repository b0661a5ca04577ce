//! Stands where Leptos links streams for server functions, of which the widget has none.
//!
//! The published crate of this name exports classes to JavaScript. What is exported is never left
//! out, whether it is reached or not, so every reader would fetch several kilobytes that nobody can
//! call. This one has the shape that `server_fn` needs to compile, and says so if it is ever used.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::{JsValue, throw_str};

const UNUSED: &str = "The widget has no server functions, so it was built without their streams.";

/// A stream of bytes from or to a server.
#[derive(Debug)]
pub struct ReadableStream(());

impl ReadableStream {
    /// Throws.
    pub fn from_raw(_raw: web_sys::ReadableStream) -> Self {
        throw_str(UNUSED)
    }

    /// Throws.
    pub fn from_stream(_stream: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        throw_str(UNUSED)
    }

    /// Throws.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        throw_str(UNUSED)
    }

    /// A stream that throws.
    #[must_use]
    pub fn into_stream(self) -> Self {
        self
    }
}

impl Stream for ReadableStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        throw_str(UNUSED)
    }
}
