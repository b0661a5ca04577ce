//! The plain objects that JavaScript sees. The only use of serde-wasm-bindgen.
//!
//! The types of TypeScript are made from these (`xtask/src/packaging/npm`). What the loader hands
//! in is a handful of texts and is read property by property ([`Plain`]): reading it through serde
//! cost the first view 12 kB of Brotli, most of them for the numbers in messages nobody sees.

use explorer_core::dataset::Dataset;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

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

/// A plain object of the loader. What is missing or of another type is as if it were not set.
pub struct Plain<'a>(pub &'a JsValue);

impl Plain<'_> {
    fn get(&self, name: &str) -> Option<JsValue> {
        js_sys::Reflect::get(self.0, &name.into()).ok()
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
