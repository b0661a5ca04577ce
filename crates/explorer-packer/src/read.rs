//! Plain objects of JavaScript as a set in memory.

use explorer_core::content::Content;
use explorer_exchange::{Document, Head, NotASet};
use serde::Deserialize;
use serde::de::Deserializer;
use wasm_bindgen::{JsCast, JsValue};

use crate::whole::Whole;

/// Why objects were refused, in the words of the event `ee-error`.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal {
    /// For programs; the codes are those of packed sets.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What can be done.
    pub hint: &'static str,
}

impl Refusal {
    /// It is a set, with something wrong in it.
    pub fn malformed(message: String) -> Self {
        let hint =
            "Make the objects with `evaluations export --format json`, or mend what is named.";
        Self { code: "data-malformed", message, hint }
    }
}

impl From<NotASet> for Refusal {
    fn from(error: NotASet) -> Self {
        let message = error.to_string();
        match error {
            NotASet::Format(_) => not_a_document(message),
            NotASet::Version(_) => {
                let hint = "Export the set again with the tool of this release.";
                Self { code: "data-version", message, hint }
            }
            NotASet::Id(_) => Self::malformed(message),
        }
    }
}

fn not_a_document(message: String) -> Refusal {
    let hint = "Give the object that `JSON.parse` makes of `evaluations export --format json`.";
    Refusal { code: "data-type", message, hint }
}

/// Reads a document.
pub fn read(objects: JsValue) -> Result<Content, Refusal> {
    let head: Head = serde_wasm_bindgen::from_value(objects.clone())
        .map_err(|error| not_a_document(words(error)))?;
    head.check()?;
    let document = document(Whole(serde_wasm_bindgen::Deserializer::from(objects)), words);
    Ok(document.map_err(Refusal::malformed)?.into_content()?)
}

/// Reads the shape; what is wrong is told with its place.
pub fn document<'de, D: Deserializer<'de>>(
    objects: D,
    words: impl Fn(D::Error) -> String,
) -> Result<Document, String> {
    let mut track = serde_path_to_error::Track::new();
    let tracked = serde_path_to_error::Deserializer::new(objects, &mut track);
    Document::deserialize(tracked).map_err(|error| {
        let (path, words) = (track.path().to_string(), words(error));
        if path == "." { words } else { format!("{path}: {words}") }
    })
}

/// The words of an error without the name of its class.
fn words(error: serde_wasm_bindgen::Error) -> String {
    let error = JsValue::from(error);
    let message = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    message.unwrap_or_else(|| format!("{error:?}"))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::document;
    use crate::whole::Whole;

    fn refused(value: Value) -> String {
        document(Whole(value), |error| error.to_string()).unwrap_err()
    }

    fn with_term(term: &Value) -> Value {
        json!({
            "format": "evaluation-explorer", "version": 1, "title": "T", "data_date": "2026",
            "evaluations": [],
            "vocabulary": {
                "agencies": [term], "organisations": [], "places": [], "themes": [], "criteria": [],
            },
        })
    }

    #[test]
    fn a_document_may_leave_out_what_is_not_stated() {
        let term = json!({ "id": "a", "labels": [{ "lang": "en", "text": "A" }] });
        let read = document(Whole(with_term(&term)), |error| error.to_string()).unwrap();
        assert_eq!(read.vocabulary.agencies[0].labels[0].text, "A");
        assert_eq!(read.vocabulary.agencies[0].short, None);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        assert_eq!(
            refused(with_term(&json!({ "id": 7, "labels": [] }))),
            "vocabulary.agencies[0].id: invalid type: integer `7`, expected a string"
        );
        assert!(refused(with_term(&json!({ "id": "a" }))).contains("missing field `labels`"));
    }

    #[test]
    fn a_key_that_the_shape_does_not_have_is_refused() {
        let told = refused(with_term(&json!({ "id": "a", "labels": [], "shrt": "A" })));
        assert!(told.starts_with("vocabulary.agencies[0]"), "{told}");
        assert!(told.contains("unknown field `shrt`"), "{told}");
    }
}
