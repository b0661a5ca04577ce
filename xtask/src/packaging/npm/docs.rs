//! The tables of `docs/embedding.md` that are made from the reference.

use crate::packaging::npm::reference::{Named, Reference};
use crate::packaging::npm::wire::Object;

/// A document with each table, between `<!-- name -->` and `<!-- /name -->`, made anew.
pub fn renewed(document: &str, tables: &[(&str, String)]) -> Result<String, String> {
    let mut document = document.to_owned();
    for (name, table) in tables {
        let (start, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
        let from = document.find(&start).ok_or_else(|| format!("there is no {}", start.trim()))?;
        let from = from + start.len();
        let length = document
            .get(from..)
            .and_then(|rest| rest.find(&end))
            .ok_or_else(|| format!("there is no {end} behind {}", start.trim()))?;
        document.replace_range(from..from + length, table);
    }
    Ok(document)
}

/// All tables, by name. `defaults` gives the light and the dark value of a property of CSS.
pub fn tables(
    reference: &Reference,
    objects: &[Object],
    defaults: &dyn Fn(&str) -> (String, String),
) -> Vec<(&'static str, String)> {
    vec![
        ("attributes", attributes(reference)),
        ("properties", properties(reference)),
        ("methods", methods(reference)),
        ("events", events(reference, objects)),
        ("parts", named(&["part", "is"], &reference.parts)),
        ("css", css(reference, defaults)),
    ]
}

fn table(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut text = format!("| {} |\n|{}\n", head.join(" | "), "---|".repeat(head.len()));
    for row in rows {
        text.push_str(&format!("| {} |\n", row.join(" | ")));
    }
    text
}

fn code(name: &str) -> String {
    format!("`{name}`")
}

fn attributes(reference: &Reference) -> String {
    let rows = reference
        .attributes
        .iter()
        .map(|it| vec![code(&it.name), it.values.clone(), it.default.clone(), it.text.clone()]);
    table(&["attribute", "values", "without it", "does"], rows)
}

fn properties(reference: &Reference) -> String {
    let rows = reference.properties.iter().map(|it| {
        let set = it.accepts.as_deref().map_or_else(|| "read only".to_owned(), escaped);
        vec![code(&it.name), escaped(&it.kind), set, it.text.clone()]
    });
    table(&["property", "gives", "takes", "is"], rows)
}

fn methods(reference: &Reference) -> String {
    let rows = reference
        .methods
        .iter()
        .map(|it| vec![code(&format!("{}()", it.name)), escaped(&it.returns), it.text.clone()]);
    table(&["method", "returns", "does"], rows)
}

fn events(reference: &Reference, objects: &[Object]) -> String {
    let rows = reference.events.iter().map(|it| {
        let detail = objects.iter().find(|object| object.name == it.detail);
        let fields = detail.map_or_else(String::new, |object| {
            object.fields.iter().map(|it| code(&it.name)).collect::<Vec<_>>().join(", ")
        });
        let cancelable = if it.cancelable { "yes" } else { "no" };
        vec![code(&it.name), it.text.clone(), fields, cancelable.to_owned()]
    });
    table(&["event", "when", "detail", "can be prevented"], rows)
}

fn named(head: &[&str], all: &[Named]) -> String {
    table(head, all.iter().map(|it| vec![code(&it.name), it.text.clone()]))
}

fn css(reference: &Reference, defaults: &dyn Fn(&str) -> (String, String)) -> String {
    let rows = reference.css.iter().map(|it| {
        let (light, dark) = defaults(&it.name);
        vec![code(&it.name), code(&light), code(&dark), it.text.clone()]
    });
    table(&["property", "light", "dark", "is"], rows)
}

/// A type of TypeScript in a cell of a table.
fn escaped(kind: &str) -> String {
    code(&kind.replace('|', "\\|"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_replaced_between_its_marks_and_nothing_else_is() {
        let document = "Before\n<!-- a -->\nold\n<!-- /a -->\nAfter\n";
        let renewed = renewed(document, &[("a", "new\n".to_owned())]).unwrap();
        assert_eq!(renewed, "Before\n<!-- a -->\nnew\n<!-- /a -->\nAfter\n");
    }

    #[test]
    fn a_missing_mark_is_told() {
        let refused = renewed("<!-- a -->\n", &[("a", String::new())]).unwrap_err();
        assert_eq!(refused, "there is no <!-- /a --> behind <!-- a -->");
    }
}
