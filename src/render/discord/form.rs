//! A form as Discord takes it: what a button's command still needs, to be filled in; every field must be.

use serde::Serialize;

/// A form.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Form {
    custom_id: String,
    title: &'static str,
    components: Vec<Row>,
}

/// A row with one field.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Row {
    #[serde(rename = "type")]
    kind: u8,
    components: [Input; 1],
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Input {
    #[serde(rename = "type")]
    kind: u8,
    custom_id: &'static str,
    style: u8,
    label: &'static str,
    required: bool,
    max_length: u16,
}

/// A field.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The option that it is for.
    pub name: &'static str,
    /// What stands over it, in at most 45 characters.
    pub label: &'static str,
    /// Whether it has several lines.
    pub is_long: bool,
    /// How many characters it takes at most.
    pub most: u16,
}

impl Form {
    /// A form whose fields are handed to what the identifier stands for.
    pub fn new(identifier: &str, title: &'static str, fields: &[Field]) -> Self {
        let rows = fields.iter().map(|field| {
            let input = Input {
                kind: 4,
                custom_id: field.name,
                style: if field.is_long { 2 } else { 1 },
                label: field.label,
                required: true,
                max_length: field.most,
            };
            Row { kind: 1, components: [input] }
        });
        Self { custom_id: identifier.to_owned(), title, components: rows.collect() }
    }
}
