//! `headcount schema`: the record as JSON Schema.

use super::messages::Outcome;
use super::out;

/// Prints the schema.
pub fn run() -> anyhow::Result<Outcome> {
    let schema = serde_json::to_string_pretty(&headcount::output::schema())?;
    out::print(schema + "\n")
}
