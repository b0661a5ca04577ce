//! Moving focus inside the shadow root.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ShadowRoot};

/// Focuses an element, if it takes focus.
pub fn on(element: &HtmlElement) {
    // An element that is gone by now takes no focus, and nothing depends on it.
    let _ = element.focus();
}

/// The id of the element that has focus inside a root.
pub fn id_in(root: &ShadowRoot) -> Option<String> {
    root.active_element().map(|element| element.id()).filter(|id| !id.is_empty())
}

/// Focuses the element with an id inside a root. Returns false when there is none.
pub fn to_id(root: &ShadowRoot, id: &str) -> bool {
    let Some(element) = root.get_element_by_id(id) else { return false };
    on_any(&element)
}

/// Focuses the first element there is of some ids inside a root.
pub fn to_first(root: &ShadowRoot, ids: &[&str]) {
    ids.iter().any(|id| to_id(root, id));
}

/// The shadow root around an element.
pub fn root_of(element: &Element) -> Option<ShadowRoot> {
    element.get_root_node().dyn_into().ok()
}

/// Focuses an element, if it is one that takes focus. Returns false when not.
pub fn on_any(element: &Element) -> bool {
    element.dyn_ref::<HtmlElement>().is_some_and(|element| element.focus().is_ok())
}

/// Focuses the element at a position among those inside another that a selector finds, or the
/// last one before it. Returns false when there is none.
pub fn nth(inside: &Element, selector: &str, position: usize) -> bool {
    let Ok(found) = inside.query_selector_all(selector) else { return false };
    let last = found.length().checked_sub(1);
    let at = last.map(|last| last.min(u32::try_from(position).unwrap_or(u32::MAX)));
    let element = at.and_then(|at| found.item(at)).and_then(|node| node.dyn_into().ok());
    element.is_some_and(|element: HtmlElement| element.focus().is_ok())
}
