//! `index.d.ts`: the types of the element for TypeScript.

use crate::packaging::npm::reference::{Attribute, Reference};
use crate::packaging::npm::shape::{self, Shape};
use crate::packaging::npm::wire::Object;

/// The text of the file.
pub fn text(reference: &Reference, objects: &[Object], shapes: &[Shape]) -> String {
    let mut out = String::from(
        "// Made by packaging from src/element/reference.toml, src/element/wire.rs and\n\
         // crates/explorer-exchange/src/shape.\n\n",
    );
    for object in objects {
        interface(&mut out, object);
    }
    shape::namespace(&mut out, shapes);
    out.push_str("/** What the element tells the page. */\n");
    out.push_str("export interface EvaluationExplorerEventMap extends HTMLElementEventMap {\n");
    for event in &reference.events {
        documented(&mut out, &event.text);
        out.push_str(&format!("  '{}': CustomEvent<{}>;\n", event.name, event.detail));
    }
    out.push_str("}\n\n/** The element `<evaluation-explorer>`. */\n");
    out.push_str("export class EvaluationExplorer extends HTMLElement {\n");
    out.push_str("  /** The version of the widget. */\n  static readonly version: string;\n");
    for attribute in reference.attributes.iter().filter(|it| it.name != "lang") {
        documented(&mut out, &attribute.text);
        let name = attribute.property();
        out.push_str(&format!("  get {name}(): string | null;\n"));
        out.push_str(&format!("  set {name}(value: {} | null);\n", accepted(attribute)));
    }
    for property in &reference.properties {
        documented(&mut out, &property.text);
        let name = &property.name;
        out.push_str(&format!("  get {name}(): {};\n", property.kind));
        if let Some(accepts) = &property.accepts {
            out.push_str(&format!("  set {name}(value: {accepts});\n"));
        }
    }
    for method in &reference.methods {
        documented(&mut out, &method.text);
        out.push_str(&format!("  {}(): {};\n", method.name, method.returns));
    }
    out.push_str(LISTENERS);
    out
}

const LISTENERS: &str = "\
  addEventListener<K extends keyof EvaluationExplorerEventMap>(
    type: K,
    listener: (this: EvaluationExplorer, event: EvaluationExplorerEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'evaluation-explorer': EvaluationExplorer;
  }
}
";

fn interface(out: &mut String, object: &Object) {
    out.push_str(&format!("/** {} */\nexport interface {} {{\n", object.text, object.name));
    for field in &object.fields {
        documented(out, &field.text);
        out.push_str(&format!("  {}: {};\n", field.name, field.kind));
    }
    out.push_str("}\n\n");
}

fn documented(out: &mut String, text: &str) {
    out.push_str(&format!("  /** {text} */\n"));
}

/// What an attribute's property can be set to: its codes, numbers as numbers too, or any text.
fn accepted(attribute: &Attribute) -> String {
    if attribute.name == "diagnose" {
        return "boolean".to_owned();
    }
    let Some(codes) = attribute.codes() else {
        let is_number = attribute.values.starts_with('`') && attribute.values.contains("` to `");
        return if is_number { "number | string" } else { "string" }.to_owned();
    };
    let both = codes.iter().flat_map(|code| {
        let number = code.parse::<u32>().ok().map(|number| number.to_string());
        std::iter::once(format!("'{code}'")).chain(number)
    });
    both.collect::<Vec<_>>().join(" | ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(values: &str, expected: &str) {
        let [name, default, text] = ["x", "none", "Text."].map(str::to_owned);
        let attribute = Attribute { name, values: values.to_owned(), default, text };
        assert_eq!(accepted(&attribute), expected);
    }

    #[test]
    fn codes_become_a_union_and_numbers_may_be_numbers() {
        check("`light`, `dark`", "'light' | 'dark'");
        check("`2`, `3`", "'2' | 2 | '3' | 3");
        check("`5` to `100`", "number | string");
        check("an address", "string");
    }
}
