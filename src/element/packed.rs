//! Packed sets behind a handle, so that widgets share one and JavaScript keeps it.

use std::sync::Arc;

use explorer_core::dataset::Dataset;
use explorer_lang::EN;
use wasm_bindgen::prelude::*;

use super::wire::{ReadyDetail, to_js};
use crate::pages::with_answers;

/// A set of evaluations, open for reading.
#[wasm_bindgen]
pub struct Packed(Arc<Dataset>);

#[wasm_bindgen]
impl Packed {
    /// The set that comes with the widget.
    ///
    /// # Errors
    /// When its bytes were damaged.
    pub fn embedded() -> Result<Packed, js_sys::Error> {
        explorer_data::dataset().map(Self).map_err(|_| {
            told(
                "data-damaged",
                "The evaluations that come with the widget are damaged.",
                "Load the page again.",
            )
        })
    }

    /// Opens the bytes of a set, as soon as questions can be answered: `opened` gets it, or
    /// `refused` an `Error` with a `code` and a `hint` when they are something else, of another
    /// version, cut off or damaged.
    pub fn open(bytes: Vec<u8>, opened: js_sys::Function, refused: js_sys::Function) {
        with_answers(move |answers| {
            let made = match answers {
                Some(answers) => {
                    (answers.engine.open)(bytes).map_err(|it| told(it.code, &it.message, it.hint))
                }
                None => Err(lost()),
            };
            // The promise behind both functions takes whatever it is given.
            let _ = match made {
                Ok(dataset) => opened.call1(&JsValue::NULL, &Self(Arc::new(dataset)).into()),
                Err(error) => refused.call1(&JsValue::NULL, &error),
            };
        });
    }

    /// What is in it, as a plain object like the detail of `ee-ready`.
    #[must_use]
    pub fn about(&self) -> JsValue {
        to_js(&ReadyDetail::of(&self.0))
    }
}

impl Packed {
    /// The set itself.
    pub fn dataset(&self) -> Arc<Dataset> {
        self.0.clone()
    }
}

/// What answers questions cannot be had.
pub fn lost() -> js_sys::Error {
    told("payload", EN.fault_answers, "Load the page again.")
}

fn told(code: &str, message: &str, hint: &str) -> js_sys::Error {
    let told = js_sys::Error::new(message);
    for (name, value) in [("code", code), ("hint", hint)] {
        // Setting a property of an object that was just made cannot fail.
        let _ = js_sys::Reflect::set(&told, &name.into(), &value.into());
    }
    told
}
