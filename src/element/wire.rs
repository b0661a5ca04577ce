//! The plain objects that JavaScript sees. The only use of serde-wasm-bindgen.
//!
//! The types of TypeScript are made from these (`xtask/src/packaging/npm`).

use explorer_core::dataset::Dataset;
use serde::Serialize;
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
    /// How many there are of each.
    pub counts: CountsObject,
    /// The sentence that describes them.
    pub sentence: String,
}

/// How much is found.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CountsObject {
    /// Evaluations that match.
    pub evaluations: usize,
    /// Statements that match.
    pub statements: usize,
}

/// The detail of `ee-ready`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReadyDetail {
    /// The version of the widget.
    pub version: &'static str,
    /// The name of the set.
    pub title: String,
    /// The day on which its data were last changed, as in ISO 8601.
    pub data_date: String,
    /// How many evaluations it has.
    pub evaluations: usize,
    /// How many statements it has.
    pub statements: usize,
}

impl ReadyDetail {
    /// What is in a set.
    pub fn of(dataset: &Dataset) -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION"),
            title: dataset.title().to_owned(),
            data_date: dataset.data_date().to_string(),
            evaluations: dataset.evaluation_count(),
            statements: dataset.statement_count(),
        }
    }
}

/// The detail of `ee-change`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangeDetail {
    /// The state, as the query string of a link.
    pub state: StateObject,
    /// The sentence that describes the results.
    pub sentence: String,
    /// The link to the view.
    pub link: String,
}

/// The detail of `ee-open`, which can be prevented.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OpenDetail {
    /// What is opened: `evaluation`, `statement`, `tension` or `cell`.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// The address that it would have on this page.
    pub link: String,
}

/// The detail of `ee-export`, which can be prevented.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ExportDetail {
    /// The format.
    pub format: String,
    /// The name of the file that the reader would get.
    pub file: String,
}

/// The detail of `ee-error`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ErrorDetail {
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
