//! The set as a Frictionless data package: one CSV file for each sheet and a descriptor.
//!
//! The files open in a spreadsheet, and `import datapackage` takes them back after editing.

use std::io;

use explorer_core::content::Content;
use serde_json::{Value, json};

use super::cell::csv_text;
use super::sheet::{Column, Foreign, Holds, Sheet};
use super::{File, sheets};

/// The pattern of dates as precise as they were printed.
const DATE: &str = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";

/// The files of the package, the descriptor first.
///
/// # Errors
/// When a sheet cannot be written.
pub fn files(content: &Content) -> io::Result<Vec<File>> {
    let sheets = sheets::all();
    let descriptor = serde_json::to_string_pretty(&descriptor(content, &sheets))? + "\n";
    let mut files = vec![File { name: "datapackage.json".to_owned(), bytes: descriptor.into() }];
    for sheet in sheets {
        let bytes = csv_text(&sheet.header(), (sheet.rows)(content)).into();
        files.push(File { name: file_name(sheet), bytes });
    }
    Ok(files)
}

/// The name of a sheet's file.
#[must_use]
pub fn file_name(sheet: &Sheet) -> String {
    format!("{}.csv", sheet.name)
}

fn descriptor(content: &Content, sheets: &[&Sheet]) -> Value {
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "evaluations",
        "title": content.title,
        "description": "Facts and statements of evaluations. An empty cell is what a document \
            does not state. A cell with several values separates them by a bar. An apostrophe \
            stands before text that a spreadsheet would take for a formula.",
        "version": content.data_date.to_string(),
        "resources": sheets.iter().map(|sheet| resource(sheet)).collect::<Vec<_>>(),
    })
}

fn resource(sheet: &Sheet) -> Value {
    json!({
        "name": sheet.name,
        "type": "table",
        "path": file_name(sheet),
        "description": sheet.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "header": true },
        "schema": {
            "fields": sheet.columns.iter().map(field).collect::<Vec<_>>(),
            "missingValues": [""],
            "primaryKey": sheet.key,
            "foreignKeys": sheet.foreign.iter().map(foreign_key).collect::<Vec<_>>(),
        },
    })
}

fn field(column: &Column) -> Value {
    let (kind, format) = match column.holds {
        Holds::Text | Holds::List | Holds::Date | Holds::Code(_) => ("string", None),
        Holds::Url => ("string", Some("uri")),
        Holds::Integer => ("integer", None),
        Holds::Amount => ("number", None),
        Holds::Boolean => ("boolean", None),
    };
    let mut field = json!({ "name": column.name, "type": kind });
    if let Some(format) = format {
        field["format"] = json!(format);
    }
    field["description"] = json!(column.about);
    let mut constraints = serde_json::Map::new();
    if column.required {
        constraints.insert("required".to_owned(), json!(true));
    }
    match column.holds {
        Holds::Code(codes) => drop(constraints.insert("enum".to_owned(), json!(codes()))),
        Holds::Date => drop(constraints.insert("pattern".to_owned(), json!(DATE))),
        _ => {}
    }
    if !constraints.is_empty() {
        field["constraints"] = Value::Object(constraints);
    }
    field
}

fn foreign_key(foreign: &Foreign) -> Value {
    json!({
        "fields": foreign.columns,
        "reference": { "resource": foreign.sheet, "fields": foreign.key },
    })
}
