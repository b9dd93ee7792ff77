//! The notation that the tests of sources, events and status share.
//!
//! A row is a line: a text and what it tells of some of its quantities.
//!
//! ```text
//! Nine died in Kano on Monday, police said. | Nine: said=police, place=Kano, time=Monday
//! ```
//!
//! Quantities are named by their words and parted by `; `. Behind the colon stand fields of the record: `source` and
//! `place` by the entity's name, `said` for `source_text`, `time` by its words, `iso` by its value, `status`, `tally`. `-`
//! asks for none. Fields that a row does not name may be anything. `\n` in a text is a new line; texts are of a Wednesday,
//! 30 April 2025.

use headcount::record::{Document, Quantity};
use headcount::{Date, Tagger};

/// A test for each group of rows: its doc comment, its name, its table.
macro_rules! rows {
    ($($(#[$doc:meta])* $name:ident $rows:literal)*) => {
        $(
            $(#[$doc])*
            #[test]
            fn $name() {
                crate::told::assert_told($rows);
            }
        )*
    };
}
pub(crate) use rows;

/// Every row holds.
#[track_caller]
pub fn assert_told(table: &str) {
    let tagger = Tagger::bundled();
    let wrong: Vec<String> =
        table.lines().filter(|line| !line.is_empty()).filter_map(|row| fault(&tagger, row)).collect();
    assert!(wrong.is_empty(), "see `headcount explain` and src/quantity/:\n{}", wrong.join("\n"));
}

/// What is wrong with a row, if anything.
fn fault(tagger: &Tagger, row: &str) -> Option<String> {
    let (text, asked) = row.split_once(" | ").unwrap_or_else(|| panic!("not two cells: {row}"));
    let text = text.replace("\\n", "\n");
    let document = tagger.tag_with(&text, Some(Date::constant(2025, 4, 30)), &mut tagger.scratch());
    let mut wrong = Vec::new();
    for item in asked.split("; ") {
        let (words, fields) = item.split_once(": ").unwrap_or_else(|| panic!("no fields: {item}"));
        let Some(quantity) = document.quantities.iter().find(|quantity| quantity.text == words) else {
            let found: Vec<&str> = document.quantities.iter().map(|quantity| &*quantity.text).collect();
            wrong.push(format!("no quantity {words:?} among {found:?}"));
            continue;
        };
        for field in fields.split(", ") {
            let (name, value) = field.split_once('=').unwrap_or_else(|| panic!("no value: {field}"));
            let found = field_of(&document, quantity, name);
            if found != value {
                wrong.push(format!("{words}: {name}={value} asked, {found} found"));
            }
        }
    }
    (!wrong.is_empty()).then(|| format!("{text}\n  {}", wrong.join("\n  ")))
}

/// A field of a quantity as the rows write it.
fn field_of(document: &Document, quantity: &Quantity, field: &str) -> String {
    let named = |id: Option<usize>| id.map(|id| document.entities[id].name.to_string());
    let word = |value: serde_json::Value| value.as_str().map(str::to_owned);
    let time = quantity.time.as_ref();
    let found = match field {
        "source" => named(quantity.source),
        "said" => quantity.source_text.as_deref().map(str::to_owned),
        "place" => named(quantity.place),
        "time" => time.map(|time| time.text.to_string()),
        "iso" => time.and_then(|time| time.iso.as_deref()).map(str::to_owned),
        "status" => word(serde_json::to_value(quantity.status).unwrap()),
        "tally" => word(serde_json::to_value(quantity.tally).unwrap()),
        _ => panic!("no field {field}"),
    };
    found.unwrap_or_else(|| "-".into())
}
