//! The plain objects of `src/element/wire.rs`, read from the Rust that makes them.

use crate::failure::{Failure, Outcome};
use crate::packaging::npm::reference::camel;
use crate::project::{Project, read_text};

const PATH: &str = "src/element/wire.rs";

/// A plain object that JavaScript sees.
#[derive(Debug, PartialEq, Eq)]
pub struct Object {
    /// Its name.
    pub name: String,
    /// What it is.
    pub text: String,
    /// What is in it.
    pub fields: Vec<Field>,
}

/// A field of a plain object.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in JavaScript.
    pub name: String,
    /// Its type in TypeScript.
    pub kind: String,
    /// What it is.
    pub text: String,
}

/// All plain objects.
pub fn objects(project: &Project) -> Outcome<Vec<Object>> {
    parsed(&read_text(&project.path(PATH))?)
}

/// Reads the structs of a file as rustfmt lays them out: one field a line, documentation above.
fn parsed(rust: &str) -> Outcome<Vec<Object>> {
    let mut objects: Vec<Object> = Vec::new();
    let mut text = String::new();
    for line in rust.lines().map(str::trim) {
        if let Some(words) = line.strip_prefix("///") {
            text = format!("{text}{words}");
        } else if let Some(name) = line.strip_prefix("pub struct ") {
            let name = name.trim_end_matches([' ', '{']).to_owned();
            let text = std::mem::take(&mut text).trim().to_owned();
            objects.push(Object { name, text, fields: Vec::new() });
        } else if let Some((name, kind)) =
            line.strip_prefix("pub ").and_then(|it| it.split_once(": "))
            && !line.contains('(')
        {
            let text = std::mem::take(&mut text).trim().to_owned();
            let kind = typescript(kind.trim_end_matches(','))?;
            if let Some(object) = objects.last_mut() {
                object.fields.push(Field { name: camel(name, '_'), kind, text });
            }
        } else if !line.starts_with("#[") {
            text.clear();
        }
    }
    Ok(objects)
}

fn typescript(rust: &str) -> Outcome<String> {
    Ok(match rust {
        "String" | "&'static str" => "string".to_owned(),
        "usize" => "number".to_owned(),
        "bool" => "boolean".to_owned(),
        "Vec<String>" => "string[]".to_owned(),
        name if name.ends_with("Object") => name.to_owned(),
        other => {
            return Err(Failure::new(format!(
                "{PATH}: a field has the type {other}, which has no counterpart here; add it to \
                 xtask/src/packaging/npm/wire.rs"
            )));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn structs_become_objects_with_the_names_and_types_of_javascript() {
        let rust = "//! Module.\n/// A set.\n#[derive(Serialize)]\npub struct SetObject {\n\
                    /// The day.\n    pub data_date: String,\n    pub counts: CountsObject,\n}\n\
                    /// Other.\npub fn to_js(value: &str) -> X {\n}\n";
        let field = |name: &str, kind: &str, text: &str| Field {
            name: name.to_owned(),
            kind: kind.to_owned(),
            text: text.to_owned(),
        };
        let set = Object {
            name: "SetObject".to_owned(),
            text: "A set.".to_owned(),
            fields: vec![
                field("dataDate", "string", "The day."),
                field("counts", "CountsObject", ""),
            ],
        };
        assert_eq!(parsed(rust).unwrap(), [set]);
    }

    #[test]
    fn a_type_that_is_not_known_is_refused() {
        let failure = parsed("pub struct A {\n    pub a: Map<u8>,\n}").unwrap_err();
        assert!(failure.to_string().contains("Map<u8>"));
    }
}
