//! What the host page is told: events that bubble and cross shadow roots.

use serde::Serialize;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use super::wire::to_js;

/// Tells the host page. Returns false when it prevented what would follow.
pub fn tell(host: &HtmlElement, name: &str, detail: &impl Serialize, cancelable: bool) -> bool {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(cancelable);
    init.set_detail(&to_js(detail));
    CustomEvent::new_with_event_init_dict(name, &init)
        .and_then(|event| host.dispatch_event(&event))
        .unwrap_or(true)
}
