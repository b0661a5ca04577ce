//! The plain objects that JavaScript sees. The only use of serde-wasm-bindgen.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

/// The state: the own part of a link, which is all there is to know.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StateObject {
    /// The query string of the present view, without a leading question mark.
    pub query: String,
}

/// What is found now.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResultsObject {
    /// Ids of the evaluations that match, in their order.
    pub evaluations: Vec<String>,
    /// Ids of the statements that match, in their order.
    pub statements: Vec<String>,
    /// The sentence that describes them.
    pub sentence: String,
}

/// The detail of `ee-change`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangeObject {
    /// The state, as the query string of a link.
    pub state: StateObject,
    /// The sentence that describes the results.
    pub sentence: String,
    /// The link to the view.
    pub link: String,
}

/// The detail of `ee-error`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ErrorObject {
    /// What kind of fault it is, for programs.
    pub code: &'static str,
    /// What happened.
    pub message: String,
    /// What can be done.
    pub hint: String,
}

/// A plain object from a value; `undefined` when that cannot be.
pub fn to_js(value: &impl Serialize) -> JsValue {
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&plain).unwrap_or(JsValue::UNDEFINED)
}

/// A value from a plain object; the default for anything else.
pub fn from_js<T: DeserializeOwned + Default>(value: JsValue) -> T {
    serde_wasm_bindgen::from_value(value).unwrap_or_default()
}
