//! Where the page stands.

use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition, window};

/// How far the page is scrolled down, in CSS pixels.
#[must_use]
pub fn position() -> f64 {
    window().and_then(|window| window.scroll_y().ok()).unwrap_or(0.0)
}

/// Scrolls the page to a position, in CSS pixels.
pub fn to(position: f64) {
    if let Some(window) = window() {
        let across = window.scroll_x().unwrap_or(0.0);
        window.scroll_to_with_x_and_y(across, position);
    }
}

/// Brings an element into view, at the top, at once.
pub fn into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Start);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// True when the top of an element is in view.
#[must_use]
pub fn is_in_view(element: &Element) -> bool {
    let height = window()
        .and_then(|window| window.inner_height().ok())
        .and_then(|height| height.as_f64())
        .unwrap_or(0.0);
    let top = element.get_bounding_client_rect().top();
    (0.0..height).contains(&top)
}
