//! Rows as JSON, written by hand: the widget has no use for a whole serialiser.

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
