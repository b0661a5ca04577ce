//! The widget `<evaluation-explorer>`: thin over the pure crates, everything here needs a browser.
//!
//! - [`element`] is the boundary with the host page: the exported `Widget`, the attributes, the
//!   events, the plain objects that JavaScript sees.
//! - `app` lays out the regions and joins the parts.
//! - `pages` has the doors to what ships in two later modules.
//! - `ui` has one component a file; a component reads the store, lays out and sends actions.
//! - `store` is the reactive heart: one signal of state, no DOM.
//! - `address_sync` joins store and address; it alone writes history.
//! - `el` is the one type of element that views are made of.
//! - `browser` has the side effects.
//!
//! Views are built with Leptos's element functions, not with its `view!` macro: the macro turns
//! static subtrees into `innerHTML`, which a page under Trusted Types refuses.

#![allow(missing_docs, reason = "what components show is said in their module docs")]

mod address_sync;
mod app;
mod browser;
mod el;
pub mod element;
mod pages;
mod store;
mod ui;

// A module, since a crate of its own would need the widget as an `rlib` (`Cargo.toml`).
#[cfg(all(test, target_arch = "wasm32"))]
#[path = "../tests/web/main.rs"]
mod web;
