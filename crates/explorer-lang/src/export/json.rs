//! JSON, written by hand: the widget has no use for a whole serialiser.

use super::cell::split;

/// An array of objects, indented by two spaces. Columns marked as lists become arrays.
#[must_use]
pub fn rows(columns: &[(&str, bool)], rows: &[Vec<String>]) -> String {
    let mut out = String::from("[");
    for (at, row) in rows.iter().enumerate() {
        out.push_str(if at > 0 { ",\n  {" } else { "\n  {" });
        for (at, ((name, is_list), cell)) in columns.iter().zip(row).enumerate() {
            out.push_str(if at > 0 { ",\n    " } else { "\n    " });
            text(&mut out, name);
            out.push_str(": ");
            if *is_list { list(&mut out, cell) } else { value(&mut out, cell) }
        }
        out.push_str("\n  }");
    }
    out.push_str(if rows.is_empty() { "]\n" } else { "\n]\n" });
    out
}

fn value(out: &mut String, cell: &str) {
    if cell.is_empty() {
        out.push_str("null");
    } else {
        text(out, cell);
    }
}

fn list(out: &mut String, cell: &str) {
    out.push('[');
    for (at, value) in split(cell).iter().enumerate() {
        if at > 0 {
            out.push_str(", ");
        }
        text(out, value);
    }
    out.push(']');
}

/// A value that is not a row of a table.
pub enum Value {
    /// A text.
    Text(String),
    /// A whole number.
    Number(u16),
    /// Several values.
    List(Vec<Value>),
    /// Named values, in their order.
    Object(Vec<(&'static str, Value)>),
}

impl Value {
    /// The value on lines of its own, each level indented by two spaces.
    #[must_use]
    pub fn written(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, "\n");
        out.push('\n');
        out
    }

    /// Writes the value; `line` ends a line and begins the next at its depth.
    fn write(&self, out: &mut String, line: &str) {
        let inner = format!("{line}  ");
        match self {
            Self::Text(words) => text(out, words),
            Self::Number(number) => out.push_str(&number.to_string()),
            Self::List(values) if values.is_empty() => out.push_str("[]"),
            Self::List(values) => {
                for (at, value) in values.iter().enumerate() {
                    out.push(if at > 0 { ',' } else { '[' });
                    out.push_str(&inner);
                    value.write(out, &inner);
                }
                out.push_str(line);
                out.push(']');
            }
            Self::Object(fields) => {
                for (at, (name, value)) in fields.iter().enumerate() {
                    out.push(if at > 0 { ',' } else { '{' });
                    out.push_str(&inner);
                    text(out, name);
                    out.push_str(": ");
                    value.write(out, &inner);
                }
                out.push_str(line);
                out.push('}');
            }
        }
    }
}

/// A text in quotation marks, with what JSON does not allow in one escaped.
fn text(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            control if u32::from(control) < 0x20 => {
                out.push_str(&format!("\\u{:04x}", u32::from(control)));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn every_text_is_a_json_text_and_nothing_is_null() {
        let row = vec!["say \"so\" \\ \n\u{1}".to_owned(), String::new(), "a | b".to_owned()];
        assert_eq!(
            rows(&[("x", false), ("y", false), ("z", true)], &[row]),
            "[\n  {\n    \"x\": \"say \\\"so\\\" \\\\ \\n\\u0001\",\n    \"y\": null,\n    \
             \"z\": [\"a\", \"b\"]\n  }\n]\n"
        );
        assert_eq!(rows(&[("x", false)], &[]), "[]\n");
    }
}
