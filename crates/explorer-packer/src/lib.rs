//! The objects of a JSON export as a packed set, for the property `dataset` of the widget.
//!
//! A WebAssembly module of its own: whoever gives no objects fetches nothing of it, and memory that
//! packing needed is not the widget's. It hands over bytes, which the widget opens and examines like
//! those of a file.

mod read;
mod whole;

use explorer_core::artifact::pack;
use explorer_core::content::Content;
use explorer_exchange::loose_ends;
use wasm_bindgen::prelude::*;

use read::{Refusal, read};

/// How many loose ends are told.
const TOLD: usize = 5;

/// Packs a document of the shape of the JSON export.
///
/// # Errors
/// When it is not of that shape, names what it does not have, or cannot be packed: an `Error` with
/// a `code` and a `hint`.
#[wasm_bindgen(js_name = pack)]
pub fn pack_objects(document: JsValue) -> Result<Vec<u8>, js_sys::Error> {
    read(document).and_then(|content| packed(&content)).map_err(|refusal| thrown(&refusal))
}

fn packed(content: &Content) -> Result<Vec<u8>, Refusal> {
    let ends: Vec<String> = loose_ends(content).iter().map(ToString::to_string).collect();
    if !ends.is_empty() {
        return Err(Refusal::malformed(listed(&ends)));
    }
    pack(content).map_err(|error| Refusal::malformed(error.to_string()))
}

/// The first few, and how many more there are.
fn listed(ends: &[String]) -> String {
    let more = ends.len().saturating_sub(TOLD);
    let told = ends.iter().take(TOLD).cloned().collect::<Vec<_>>().join("; ");
    if more == 0 { told } else { format!("{told}; and {more} more") }
}

fn thrown(refusal: &Refusal) -> js_sys::Error {
    let error = js_sys::Error::new(&refusal.message);
    for (name, value) in [("code", refusal.code), ("hint", refusal.hint)] {
        // Setting a property of an object that was just made cannot fail.
        let _ = js_sys::Reflect::set(&error, &name.into(), &value.into());
    }
    error
}

#[cfg(test)]
mod tests {
    use explorer_core::dataset::Dataset;
    use serde_json::{Value, json};

    use super::{listed, packed};
    use crate::read::document;
    use crate::whole::Whole;

    const SET: &str = include_str!("../../explorer-compiler/tests/exchange/golden/set.json");

    #[test]
    fn of_many_loose_ends_a_few_are_told_and_the_rest_counted() {
        let ends = |count: usize| (0..count).map(|at| at.to_string()).collect::<Vec<_>>();
        assert_eq!(listed(&ends(2)), "0; 1");
        assert_eq!(listed(&ends(7)), "0; 1; 2; 3; 4; and 2 more");
    }

    fn bytes_of(set: &Value) -> Result<Vec<u8>, String> {
        let document = document(Whole(set.clone()), |error| error.to_string())?;
        let content = document.into_content().map_err(|error| error.to_string())?;
        packed(&content).map_err(|refusal| refusal.message)
    }

    /// Every place of a document, as a pointer.
    fn places(value: &Value, at: &str, found: &mut Vec<String>) {
        found.push(at.to_owned());
        match value {
            Value::Array(items) => items
                .iter()
                .enumerate()
                .for_each(|(place, item)| places(item, &format!("{at}/{place}"), found)),
            Value::Object(entries) => {
                entries.iter().for_each(|(key, item)| places(item, &format!("{at}/{key}"), found));
            }
            _ => {}
        }
    }

    #[test]
    fn whatever_stands_in_one_place_it_is_refused_in_words_or_opens() {
        let set: Value = serde_json::from_str(SET).unwrap();
        assert_eq!(Dataset::open(bytes_of(&set).unwrap()).unwrap().evaluation_count(), 2);
        let mut all = Vec::new();
        places(&set, "", &mut all);
        let odd = [
            json!(null),
            json!(-1),
            json!(300),
            json!(1.5),
            json!(""),
            json!("\u{202e}<b>"),
            json!("a-b"),
            json!([]),
            json!({}),
        ];
        let (mut refused, mut opened) = (0, 0);
        for (at, place) in all.iter().enumerate() {
            // Two of them at each place, in turn: all of them everywhere would take a minute.
            for value in odd.iter().cycle().skip(2 * at % odd.len()).take(2) {
                let mut set = set.clone();
                *set.pointer_mut(place).unwrap() = value.clone();
                match bytes_of(&set) {
                    Ok(bytes) => {
                        opened += 1;
                        assert!(Dataset::open(bytes).is_ok(), "{place} {value}");
                    }
                    Err(message) => {
                        refused += 1;
                        assert!(!message.is_empty(), "{place} {value}");
                    }
                }
            }
        }
        assert!(refused > 300 && opened > 50, "{refused} refused, {opened} opened");
    }
}
