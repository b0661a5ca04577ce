//! Printing one element of the page and nothing else.

use gloo::events::EventListener;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ShadowRoot, window};

/// What hides an element, and what it was before.
struct Hidden {
    element: HtmlElement,
    display: String,
    priority: String,
}

/// Prints the element whose shadow root holds `inside`; all that stands beside it or around it in
/// the page is hidden until printing is over.
pub fn host_of(inside: &Element) {
    let Some(window) = window() else { return };
    let Some(host) = host(inside) else { return };
    let hidden = hide_all_but(&host);
    EventListener::once(&window, "afterprint", move |_| show(hidden)).forget();
    // A browser that refuses to print has said so itself.
    let _ = window.print();
}

fn host(inside: &Element) -> Option<Element> {
    inside.get_root_node().dyn_into::<ShadowRoot>().ok().map(|root| root.host())
}

fn hide_all_but(kept: &Element) -> Vec<Hidden> {
    let mut hidden = Vec::new();
    let mut kept = kept.clone();
    while let Some(parent) = kept.parent_element().or_else(|| host(&kept)) {
        let children = parent.children();
        for at in 0..children.length() {
            let Some(child) = children.item(at).filter(|child| *child != kept) else { continue };
            let Ok(element) = child.dyn_into::<HtmlElement>() else { continue };
            let style = element.style();
            let display = style.get_property_value("display").unwrap_or_default();
            let priority = style.get_property_priority("display");
            let _ = style.set_property_with_priority("display", "none", "important");
            hidden.push(Hidden { element, display, priority });
        }
        kept = parent;
    }
    hidden
}

fn show(hidden: Vec<Hidden>) {
    for Hidden { element, display, priority } in hidden {
        let style = element.style();
        let _ = style.remove_property("display");
        if !display.is_empty() {
            let _ = style.set_property_with_priority("display", &display, &priority);
        }
    }
}
