//! `custom-elements.json`: the element for editors and documentation tools, in the schema of the
//! custom elements manifest.

use serde_json::{Value, json};

use crate::packaging::npm::reference::{Named, Reference};
use crate::project::WIDGET;

/// The name of the file.
pub const NAME: &str = "custom-elements.json";

/// The manifest.
pub fn manifest(reference: &Reference) -> Value {
    let named = |all: &[Named]| -> Vec<Value> {
        all.iter().map(|it| json!({ "name": it.name, "description": it.text })).collect()
    };
    let class = json!({
        "kind": "class",
        "name": "EvaluationExplorer",
        "tagName": WIDGET,
        "customElement": true,
        "superclass": { "name": "HTMLElement" },
        "description": "Puts an evidence base of evaluations into a page.",
        "attributes": reference.attributes.iter().map(|it| json!({
            "name": it.name,
            "description": it.text,
            "type": { "text": it.values.replace('`', "") },
            "default": it.default.replace('`', ""),
            "fieldName": it.property(),
        })).collect::<Vec<_>>(),
        "members": members(reference),
        "events": reference.events.iter().map(|it| json!({
            "name": it.name,
            "description": it.text,
            "type": { "text": format!("CustomEvent<{}>", it.detail) },
        })).collect::<Vec<_>>(),
        "slots": named(&reference.slots),
        "cssParts": named(&reference.parts),
        "cssProperties": named(&reference.css),
    });
    json!({
        "schemaVersion": "1.0.0",
        "modules": [{
            "kind": "javascript-module",
            "path": "index.js",
            "declarations": [class],
            "exports": [{
                "kind": "custom-element-definition",
                "name": WIDGET,
                "declaration": { "name": "EvaluationExplorer", "module": "index.js" },
            }],
        }],
    })
}

fn members(reference: &Reference) -> Vec<Value> {
    let fields = reference.properties.iter().map(|it| {
        json!({
            "kind": "field",
            "name": it.name,
            "description": it.text,
            "type": { "text": it.kind },
            "readonly": it.accepts.is_none(),
        })
    });
    let methods = reference.methods.iter().map(|it| {
        json!({
            "kind": "method",
            "name": it.name,
            "description": it.text,
            "return": { "type": { "text": it.returns } },
        })
    });
    fields.chain(methods).collect()
}
