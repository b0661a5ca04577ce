//! Copying text and the system's share sheet.

use wasm_bindgen_futures::JsFuture;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, ShareData, window};

/// Copies text. `then` learns whether it was copied; a page without permission gets `false`.
pub fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    let Some(window) = window() else { return then(false) };
    let navigator = window.navigator();
    let has = js_sys::Reflect::has(&navigator, &"clipboard".into()).unwrap_or(false);
    if !has || navigator.clipboard().is_undefined() {
        return then(false);
    }
    let promise = navigator.clipboard().write_text(text);
    leptos::task::spawn_local(async move {
        then(JsFuture::from(promise).await.is_ok());
    });
}

/// Selects the whole text of a field, so that it can be copied by hand.
pub fn select(field: &HtmlInputElement) {
    let _ = field.focus();
    field.select();
}

/// Selects the whole text of a field of several lines, so that it can be copied by hand.
pub fn select_text(field: &HtmlElement) {
    // Both kinds of field have the same two methods.
    select(field.unchecked_ref());
}

/// True where the system has a share sheet.
#[must_use]
pub fn can_send() -> bool {
    window().is_some_and(|window| {
        js_sys::Reflect::get(&window.navigator(), &"share".into())
            .is_ok_and(|share| share.is_function())
    })
}

/// Opens the system's share sheet. A reader who closes it has refused nothing.
pub fn send(title: &str, url: &str) {
    let Some(window) = window() else { return };
    let data = ShareData::new();
    data.set_title(title);
    data.set_text(title);
    data.set_url(url);
    let sent = window.navigator().share_with_data(&data);
    leptos::task::spawn_local(async move {
        let _ = JsFuture::from(sent).await;
    });
}
