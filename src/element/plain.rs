//! What the loader hands in: a handful of texts, read property by property. Reading them through
//! serde cost the first view 12 kB of Brotli, most of them for numbers in messages nobody sees.

use wasm_bindgen::{JsCast, JsValue};

/// A plain object of the loader. What is missing or of another type is as if it were not set.
pub struct Plain<'a>(pub &'a JsValue);

impl Plain<'_> {
    fn get(&self, name: &str) -> Option<JsValue> {
        // Of what is no object it would throw, and what is caught of that is never given back.
        self.0.is_object().then(|| js_sys::Reflect::get(self.0, &name.into()).ok())?
    }

    /// A text.
    pub fn text(&self, name: &str) -> Option<String> {
        self.get(name)?.as_string()
    }

    /// Whether something is true.
    pub fn is(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| value == JsValue::TRUE)
    }

    /// A list of texts.
    pub fn texts(&self, name: &str) -> Vec<String> {
        let list = self.get(name).and_then(|value| value.dyn_into::<js_sys::Array>().ok());
        list.into_iter().flatten().filter_map(|value| value.as_string()).collect()
    }
}
