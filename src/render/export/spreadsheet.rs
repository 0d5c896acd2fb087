//! Exported records as one table.

use serde_json::Value;

use crate::render::table::Table;

/// The columns, each a field of the records; a record without it has an empty cell.
const COLUMNS: &[&str] = &[
    "uid",
    "type",
    "text",
    "start",
    "end",
    "paragraph",
    "speaker",
    "speaker_as_written",
    "speaker_kind",
    "addressee",
    "via",
    "cue",
    "kind",
    "denied",
    "corrected",
    "value",
    "low",
    "high",
    "unit",
    "approximate",
    "hedge",
    "of",
    "by",
    "when",
    "first_day",
    "last_day",
    "verdict",
    "standing",
    "source",
    "version",
];

/// A row for each record.
pub fn table(lines: &[Value]) -> Table {
    let mut table = Table::new(COLUMNS);
    for line in lines {
        table.push(COLUMNS.iter().map(|column| cell(&line[*column])).collect());
    }
    table
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        // What was corrected by hand.
        Value::Object(fields) => fields.get("mark").map(cell).unwrap_or_default(),
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::Array(items) => items.iter().map(cell).collect::<Vec<_>>().join(" → "),
    }
}
