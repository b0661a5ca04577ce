//! Where the page stands, and the box inside a shadow root, which scrolls where the host gave it a
//! height.

use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot, window};

use super::focus;

/// How far page and box are scrolled down, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Position {
    page: f64,
    inside: i32,
}

impl Position {
    /// Where they are now.
    #[must_use]
    pub fn now(root: Option<&ShadowRoot>) -> Self {
        Self {
            page: window().and_then(|window| window.scroll_y().ok()).unwrap_or(0.0),
            inside: root.and_then(box_in).map_or(0, |it| it.scroll_top()),
        }
    }

    /// Scrolls both there.
    pub fn restore(self, root: Option<&ShadowRoot>) {
        if let Some(it) = root.and_then(box_in) {
            it.set_scroll_top(self.inside);
        }
        if let Some(window) = window() {
            let across = window.scroll_x().unwrap_or(0.0);
            window.scroll_to_with_x_and_y(across, self.page);
        }
    }
}

/// The element around everything in a shadow root: it grows, or it is a box that scrolls.
fn box_in(root: &ShadowRoot) -> Option<Element> {
    root.first_element_child()
}

/// Brings an element into view, at the top, at once.
pub fn into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Start);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// True when the top of an element is in view, in the window and in the box around it.
#[must_use]
pub fn is_in_view(element: &Element) -> bool {
    let height = window()
        .and_then(|window| window.inner_height().ok())
        .and_then(|height| height.as_f64())
        .unwrap_or(0.0);
    let top = element.get_bounding_client_rect().top();
    let around = focus::root_of(element).and_then(|root| box_in(&root));
    let is_in_box = around.is_none_or(|around| {
        let bounds = around.get_bounding_client_rect();
        (bounds.top()..bounds.bottom()).contains(&top)
    });
    is_in_box && (0.0..height).contains(&top)
}
