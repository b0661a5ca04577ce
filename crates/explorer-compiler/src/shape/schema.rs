//! The JSON Schema of a record, for editors, made from a shape.

use serde_json::{Map, Value, json};

use super::{Form, Shape};

/// The schema of a shape, of draft 7, which editors of TOML know best.
#[must_use]
pub fn schema(shape: &Shape) -> Value {
    let mut schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": shape.name,
    });
    if let (Some(schema), Value::Object(table)) = (schema.as_object_mut(), table(shape)) {
        schema.extend(table);
    }
    schema
}

fn table(shape: &Shape) -> Value {
    let mut properties = Map::new();
    for field in shape.fields {
        let mut property = of(&field.form);
        if let Some(property) = property.as_object_mut() {
            property.insert("description".to_owned(), json!(field.about));
        }
        properties.insert(field.key.to_owned(), property);
    }
    let required: Vec<&str> =
        shape.fields.iter().filter(|field| field.required).map(|field| field.key).collect();
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": required,
        "properties": properties,
    })
}

fn of(form: &Form) -> Value {
    match form {
        Form::Text(most) => json!({ "type": "string", "minLength": 1, "maxLength": most }),
        Form::Number(least, most) => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        Form::Flag => json!({ "type": "boolean" }),
        Form::Date => pattern("^[1-9][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$"),
        Form::Language => pattern("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"),
        Form::Link => pattern("^https?://"),
        Form::Currency => pattern("^[A-Z]{3}$"),
        Form::Amount => pattern("^[0-9]+([.][0-9]{1,2})?$"),
        Form::Id | Form::Term(_) => pattern("^[a-z0-9-]+$"),
        Form::M49 => pattern("^[0-9]{3}$"),
        Form::Code(codes) => json!({ "enum": codes() }),
        Form::List(item, least, most) => {
            json!({ "type": "array", "items": of(item), "minItems": least, "maxItems": most })
        }
        Form::Labels => json!({
            "type": "object",
            "required": ["en"],
            "additionalProperties": { "type": "string", "minLength": 1 },
        }),
        Form::Table(shape) => table(shape),
        Form::Tables(shape) => json!({ "type": "array", "items": table(shape), "minItems": 1 }),
        Form::Or(words, form) => json!({ "anyOf": [{ "enum": words }, of(form)] }),
    }
}

fn pattern(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}
