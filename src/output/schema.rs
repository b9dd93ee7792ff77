//! The record as JSON Schema.

use crate::OwnedDocument;

/// The JSON Schema (draft 2020-12) of the record, with the descriptions of this crate's documentation.
///
/// ```
/// let schema = headcount::output::schema();
/// assert_eq!(schema["title"], "headcount record");
/// assert!(schema["properties"]["quantities"].is_object());
/// ```
#[must_use]
pub fn schema() -> serde_json::Value {
    let mut schema = schemars::schema_for!(OwnedDocument);
    schema.insert("title".into(), "headcount record".into());
    schema.insert(
        "description".into(),
        "One tagged document: who, where, and how many of what. Offsets are half-open; in what the command line writes \
         they count Unicode code points unless `--offsets` says otherwise."
            .into(),
    );
    let mut schema = schema.to_value();
    // The derived schema of a map says nothing of its keys.
    schema["properties"]["tolls"]["propertyNames"] = serde_json::json!({ "$ref": "#/$defs/Role" });
    schema
}
