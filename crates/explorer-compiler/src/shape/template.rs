//! A commented record to fill in, made from a shape.

use super::{Field, Form, Shape};

/// The text of a record to fill in: each key with what it is for, keys that may be left out
/// behind a `#` without a space; text follows a `#` with one.
#[must_use]
pub fn template(shape: &Shape) -> String {
    let mut text = String::new();
    write_table(&mut text, shape, "", "");
    text
}

/// Plain values come first, since TOML lets no plain key follow a table's header.
fn write_table(text: &mut String, shape: &Shape, path: &str, off: &str) {
    for field in shape.fields {
        write_value(text, field, off);
    }
    for field in shape.fields {
        let Some((inner, repeated)) = table_of(&field.form) else { continue };
        let off = if field.required { off } else { "#" };
        let inner_path =
            if path.is_empty() { field.key.to_owned() } else { format!("{path}.{}", field.key) };
        let header = if repeated { format!("[[{inner_path}]]") } else { format!("[{inner_path}]") };
        line(text, "");
        line(text, &format!("# {}", field.about));
        line(text, &format!("{off}{header}"));
        write_table(text, inner, &inner_path, off);
    }
}

fn write_value(text: &mut String, field: &Field, off: &str) {
    match &field.form {
        Form::Table(_) | Form::Tables(_) => {}
        Form::Or(words, _) => {
            line(text, &format!("# Instead of the table `{}` below, where it applies:", field.key));
            for word in *words {
                line(text, &format!("#{} = \"{word}\"", field.key));
            }
        }
        form => {
            let off = if field.required { off } else { "#" };
            line(text, &format!("# {}{}", field.about, choices(form)));
            line(text, &format!("{off}{} = {}", field.key, blank(form)));
        }
    }
}

fn line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

fn table_of(form: &Form) -> Option<(&'static Shape, bool)> {
    match form {
        Form::Table(shape) => Some((shape, false)),
        Form::Tables(shape) => Some((shape, true)),
        Form::Or(_, form) => table_of(form),
        _ => None,
    }
}

fn choices(form: &Form) -> String {
    match form {
        Form::Code(codes) => format!(" One of: {}.", codes().join(", ")),
        Form::Term(vocabulary) | Form::List(Form::Term(vocabulary), ..) => {
            format!(" See {}.", vocabulary.file())
        }
        Form::Date => " YYYY, YYYY-MM or YYYY-MM-DD.".to_owned(),
        _ => String::new(),
    }
}

fn blank(form: &Form) -> &'static str {
    match form {
        Form::Number(..) => "0",
        Form::Flag => "false",
        Form::List(..) => "[]",
        _ => "\"\"",
    }
}
