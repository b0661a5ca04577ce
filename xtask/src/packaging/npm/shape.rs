//! The shape of the JSON export in TypeScript, read from the Rust that reads and writes it.

use explorer_core::evaluation::{
    Depth, Independence, InstitutionRole, PartyKind, ReportTarget, SampleUnit, Scope, Timing,
};
use explorer_core::money::{BudgetScope, Exactness};
use explorer_core::place::{PlaceKind, Qualifier};
use explorer_core::statement::{Basis, Enumeration, StatementKind};
use explorer_core::tension::TensionKind;

use crate::failure::{Failure, Outcome};
use crate::project::{Project, files_below, read_text};

const FOLDER: &str = "crates/explorer-exchange/src/shape";
/// What the export's own types are in.
const NAMESPACE: &str = "JsonExport";
/// What is a text in the document, whatever Rust makes of it.
const TEXTS: [&str; 8] =
    ["String", "Date", "EvaluationId", "StatementId", "TensionId", "TermId", "Amount", "Currency"];
const NUMBERS: [&str; 3] = ["u8", "u16", "u32"];

/// An object of the document.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Shape {
    name: String,
    text: String,
    keys: Vec<Key>,
}

/// A key of an object.
#[derive(Debug, PartialEq, Eq)]
struct Key {
    name: String,
    kind: String,
    text: String,
    may_be_missing: bool,
}

/// All objects, in the order of their names.
pub fn shapes(project: &Project) -> Outcome<Vec<Shape>> {
    let mut shapes = Vec::new();
    for file in files_below(&project.path(FOLDER)) {
        shapes.extend(parsed(&read_text(&file)?));
    }
    shapes.sort_by(|a, b| a.name.cmp(&b.name));
    let names: Vec<String> = shapes.iter().map(|shape| shape.name.clone()).collect();
    for key in shapes.iter_mut().flat_map(|shape| &mut shape.keys) {
        key.kind = typescript(&key.kind, &names)?;
    }
    Ok(shapes)
}

/// Writes them as a namespace.
pub fn namespace(out: &mut String, shapes: &[Shape]) {
    out.push_str("/** The objects of `evaluations export --format json`. */\n");
    out.push_str(&format!("export namespace {NAMESPACE} {{\n"));
    for Shape { name, text, keys } in shapes {
        let parameter = if name == "AsPrinted" { "<T>" } else { "" };
        out.push_str(&format!("  /** {text} */\n  export interface {name}{parameter} {{\n"));
        for Key { name, kind, text, may_be_missing } in keys {
            let mark = if *may_be_missing { "?" } else { "" };
            out.push_str(&format!("    /** {text} */\n    {name}{mark}: {kind};\n"));
        }
        out.push_str("  }\n");
    }
    out.push_str("}\n\n");
}

/// Reads the declarations of a file as rustfmt lays them out: one field a line, documentation
/// above. Structs and the lists in the macros that make structs look alike.
fn parsed(rust: &str) -> Vec<Shape> {
    let mut shapes: Vec<Shape> = Vec::new();
    let (mut text, mut has_default) = (String::new(), false);
    let (mut is_inside, mut is_macro) = (false, false);
    for whole in rust.lines() {
        let line = whole.trim();
        is_macro = line.starts_with("macro_rules!") || (is_macro && whole != "}");
        if is_macro {
            continue;
        }
        if let Some(words) = line.strip_prefix("///") {
            text.push_str(words);
            continue;
        }
        if line.starts_with("#[") {
            has_default |= line == "#[serde(default)]";
            continue;
        }
        let text = std::mem::take(&mut text).trim().to_owned();
        let has_default = std::mem::take(&mut has_default);
        if let Some(name) = opened(line) {
            shapes.push(Shape { name: name.to_owned(), text, keys: Vec::new() });
            is_inside = true;
        } else if line == "}" {
            is_inside = false;
        } else if let (true, Some((name, kind)), Some(shape)) =
            (is_inside, field(line), shapes.last_mut())
        {
            let may_be_missing = has_default || kind.starts_with("Option<");
            let (name, kind) = (name.to_owned(), kind.to_owned());
            shape.keys.push(Key { name, kind, text, may_be_missing });
        }
    }
    shapes
}

/// The name of the object that begins in a line.
fn opened(line: &str) -> Option<&str> {
    let line = line.strip_suffix(" {")?;
    let name =
        line.strip_prefix("pub struct ").or(line.split_once(" of ").map(|(name, _)| name))?;
    name.split('<').next()
}

fn field(line: &str) -> Option<(&str, &str)> {
    let line = line.strip_prefix("pub ").unwrap_or(line).strip_suffix(',')?;
    let (name, kind) = line.split_once(": ")?;
    name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_').then_some((name, kind))
}

fn typescript(rust: &str, shapes: &[String]) -> Outcome<String> {
    let inner = |outer: &str| rust.strip_prefix(outer)?.strip_prefix('<')?.strip_suffix('>');
    if let Some(inner) = inner("Option") {
        return Ok(format!("{} | null", typescript(inner, shapes)?));
    }
    if let Some(inner) = inner("Vec") {
        return Ok(format!("{}[]", typescript(inner, shapes)?));
    }
    if let Some(inner) = inner("AsPrinted") {
        return Ok(format!("AsPrinted<{}>", typescript(inner, shapes)?));
    }
    if TEXTS.contains(&rust) {
        return Ok("string".to_owned());
    }
    if NUMBERS.contains(&rust) {
        return Ok("number".to_owned());
    }
    if rust == "bool" {
        return Ok("boolean".to_owned());
    }
    if let Some(codes) = codes(rust) {
        let quoted: Vec<String> = codes.iter().map(|code| format!("'{code}'")).collect();
        return Ok(quoted.join(" | "));
    }
    if rust == "T" || shapes.iter().any(|name| name == rust) {
        return Ok(rust.to_owned());
    }
    Err(Failure::new(format!(
        "{FOLDER}: a field has the type {rust}, which has no counterpart here; add it to \
         xtask/src/packaging/npm/shape.rs"
    )))
}

/// The codes of a closed list, by the name of its type.
fn codes(rust: &str) -> Option<Vec<&'static str>> {
    macro_rules! lists {
        ($($list:ident),+ $(,)?) => {
            match rust {
                $(stringify!($list) => Some($list::ALL.iter().map(|it| it.code()).collect()),)+
                _ => None,
            }
        };
    }
    lists! {
        Basis, BudgetScope, Depth, Enumeration, Exactness, Independence, InstitutionRole, PartyKind,
        PlaceKind, Qualifier, ReportTarget, SampleUnit, Scope, StatementKind, TensionKind, Timing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn structs_and_lists_in_macros_become_objects() {
        let rust = "macro_rules! x {\n    pub struct No {\n        no: u8,\n    }\n}\n\
                    shapes! {\n    /// A term.\n    Term of vocabulary::Term {\n\
                    /// Its name.\n        id: TermId,\n        #[serde(default)]\n\
                    /// Others.\n        broader: Vec<TermId>,\n    }\n}\n\
                    impl X for Y {\n    id: self.id,\n}\n";
        let key = |name: &str, kind: &str, text: &str, may_be_missing| Key {
            name: name.to_owned(),
            kind: kind.to_owned(),
            text: text.to_owned(),
            may_be_missing,
        };
        let term = Shape {
            name: "Term".to_owned(),
            text: "A term.".to_owned(),
            keys: vec![
                key("id", "TermId", "Its name.", false),
                key("broader", "Vec<TermId>", "Others.", true),
            ],
        };
        assert_eq!(parsed(rust), [term]);
    }

    #[track_caller]
    fn check(rust: &str, expected: &str) {
        assert_eq!(typescript(rust, &["Span".to_owned()]).unwrap(), expected);
    }

    #[test]
    fn types_become_those_of_typescript_and_closed_lists_unions() {
        check("Option<AsPrinted<Span>>", "AsPrinted<Span> | null");
        check("Vec<u8>", "number[]");
        check("Exactness", "'exact' | 'rounded'");
        assert!(typescript("Map", &[]).unwrap_err().to_string().contains("the type Map"));
    }

    #[test]
    fn every_object_of_the_export_has_a_type() {
        let project = Project::open().unwrap();
        let shapes = shapes(&project).unwrap();
        let keys = |name: &str| {
            let shape = shapes.iter().find(|shape| shape.name == name).unwrap();
            shape.keys.iter().map(|key| key.name.as_str()).collect::<Vec<_>>()
        };
        assert!(shapes.len() > 20, "{}", shapes.len());
        assert!(shapes.iter().all(|shape| !shape.keys.is_empty() && !shape.text.is_empty()));
        assert_eq!(keys("Document").last(), Some(&"redirects"));
        assert_eq!(keys("Evaluation").last(), Some(&"statements"));
    }
}
