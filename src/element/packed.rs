//! Packed sets behind a handle, so that widgets share one and JavaScript keeps it.

use std::sync::Arc;

use explorer_core::artifact::ArtifactError;
use explorer_core::dataset::Dataset;
use wasm_bindgen::prelude::*;

use super::wire::{ReadyDetail, to_js};

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
        explorer_data::dataset().map(Self).map_err(|error| refused(&error))
    }

    /// Opens the bytes of a set.
    ///
    /// # Errors
    /// When they are something else, of another version, cut off or damaged: an `Error` with a
    /// `code` and a `hint`.
    pub fn open(bytes: Vec<u8>) -> Result<Packed, js_sys::Error> {
        let opened = Dataset::open(bytes).map_err(|error| refused(&error))?;
        Ok(Self(Arc::new(opened)))
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

fn refused(error: &ArtifactError) -> js_sys::Error {
    let (code, hint) = match error {
        ArtifactError::NotAnArtifact => {
            ("data-type", "Name the .eep file that `evaluations pack` writes.")
        }
        ArtifactError::Version { .. } => {
            ("data-version", "Pack the set again with the tool of this release.")
        }
        ArtifactError::Truncated { .. } => ("data-truncated", "Load the set again."),
        ArtifactError::Checksum { .. } => (
            "data-damaged",
            "Load the set again; if it stays so, copy the file to the server anew, as binary.",
        ),
        ArtifactError::Missing { .. } | ArtifactError::Malformed { .. } => {
            ("data-malformed", "Pack the set again with the tool of this release.")
        }
    };
    let told = js_sys::Error::new(&error.to_string());
    for (name, value) in [("code", code), ("hint", hint)] {
        // Setting a property of an object that was just made cannot fail.
        let _ = js_sys::Reflect::set(&told, &name.into(), &value.into());
    }
    told
}
