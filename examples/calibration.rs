//! What scores are worth: of what was found with a score of 0.9, nine in ten should be right. Prints, for each kind of entity
//! and for quantities, how many were found with each score and which share of them agrees with annotations of your own.
//!
//! Run it with `cargo run --release --example calibration -- annotated.jsonl more.jsonl`; without files it reads two lines of
//! its own. A line is `{"text": …}` with one or more of these, offsets in Unicode code points:
//!
//! - `"entities": [[start, end, kind]]` (or `"spans"`): all agencies, persons and places of the text; a fourth element `true`
//!   says that finding it is neither right nor wrong.
//! - `"toponyms": [[start, end, name, lat, lon]]`: all places, right when found within 161 km; `null` for no coordinates.
//! - `"quantities": [{"number": [start, end], "value": …, "min": …, "max": …, "role": …}]`: right when all of that is.

use std::collections::{BTreeMap, HashMap};
use std::io::BufRead;

use headcount::record::{Document, Entity};
use headcount::{EntityKind, Tagger};
use serde_json::Value;

const LINES: &str = r#"{"text": "Twelve miners died near Obuasi, police said.", "entities": [[24, 30, "place"]], "quantities": [{"number": [0, 6], "value": 12, "role": "killed"}]}
{"text": "Kofi Mensah left Paris, Texas.", "entities": [[0, 11, "person"], [17, 22, "place"], [24, 29, "place"]], "toponyms": [[17, 22, "Paris", 33.66, -95.56], [24, 29, "Texas", 31.5, -99.3]]}
"#;

/// Kilometres within which a place is the one meant.
const NEAR: f64 = 161.0;

/// What was found of a kind with scores of one tenth.
#[derive(Default)]
struct Row {
    found: u32,
    right: u32,
    scores: f64,
}

/// Rows by kind, then by the tenth of the score.
type Table = BTreeMap<&'static str, BTreeMap<u32, Row>>;

fn main() {
    let tagger = Tagger::bundled();
    let mut table = Table::new();
    let files: Vec<_> = std::env::args_os().skip(1).collect();
    for line in LINES.lines().filter(|_| files.is_empty()) {
        judge(&tagger, line, &mut table);
    }
    for file in files {
        let reader = std::io::BufReader::new(std::fs::File::open(&file).expect("the file can be read"));
        for line in reader.lines() {
            judge(&tagger, &line.expect("the file is UTF-8"), &mut table);
        }
    }
    println!("| kind | score | found | right | share | mean score |");
    println!("| --- | --- | ---: | ---: | ---: | ---: |");
    for (kind, rows) in table {
        for (tenth, Row { found, right, scores }) in rows {
            let (from, all) = (f64::from(tenth) / 10.0, f64::from(found));
            println!(
                "| {kind} | {from:.1}–{:.1} | {found} | {right} | {:.2} | {:.2} |",
                from + 0.1,
                f64::from(right) / all,
                scores / all
            );
        }
    }
}

/// Compares what is found in a text with its annotations.
fn judge(tagger: &Tagger, line: &str, table: &mut Table) {
    let row: Value = serde_json::from_str(line).expect("a line is a JSON object");
    let text = row["text"].as_str().expect("a line has a text");
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let bytes = |span: &Value| {
        let at = |index: usize| starts.get(span[index].as_u64()? as usize).copied();
        Some((at(0)?, at(1)?))
    };
    let document = tagger.tag(text);
    let mut count = |kind: &'static str, score: f32, right: bool| {
        let tenth = (score * 10.0 + 0.001).min(9.0) as u32;
        let row = table.entry(kind).or_default().entry(tenth).or_default();
        row.found += 1;
        row.right += u32::from(right);
        row.scores += f64::from(score);
    };

    if let Some(spans) = row["entities"].as_array().or_else(|| row["spans"].as_array()) {
        let annotated: HashMap<_, _> = spans.iter().filter_map(|span| Some((bytes(span)?, span))).collect();
        for entity in document.entities.iter().filter(|entity| entity.kind != EntityKind::Nationality) {
            let span = annotated.get(&(entity.start, entity.end));
            if span.is_none_or(|span| span[3] != true) {
                count(name(entity.kind), entity.score, span.is_some_and(|span| span[2] == name(entity.kind)));
            }
        }
    }
    if let Some(toponyms) = row["toponyms"].as_array() {
        let annotated: HashMap<_, _> = toponyms.iter().filter_map(|span| Some((bytes(span)?, span))).collect();
        for entity in document.entities.iter().filter(|entity| entity.kind == EntityKind::Place) {
            let right = annotated.get(&(entity.start, entity.end)).is_some_and(|toponym| near(entity, toponym));
            count("place, with where it is", entity.score, right);
        }
    }
    if let Some(quantities) = row["quantities"].as_array() {
        let annotated: HashMap<_, _> = quantities.iter().filter_map(|it| Some((bytes(&it["number"])?, it))).collect();
        for (span, score, said) in told(&document) {
            let agrees = |it: &&Value| ["value", "min", "max", "role"].iter().all(|key| said[*key] == it[*key]);
            count("quantity", score, annotated.get(&span).is_some_and(agrees));
        }
    }
}

/// The quantities with a numeral: where it stands, the score, and what is told, numbers as annotations have them.
fn told(document: &Document) -> Vec<((usize, usize), f32, Value)> {
    let number = |value: Option<f64>| match value {
        Some(value) if value.fract() == 0.0 => Value::from(value as i64),
        Some(value) => Value::from(value),
        None => Value::Null,
    };
    let told = document.quantities.iter().filter_map(|quantity| {
        let span = quantity.number.as_ref()?;
        let role = serde_json::to_value(quantity.role).expect("a role is a word");
        // A value says all that its bounds say.
        let bounds = |bound: Option<f64>| number(bound.filter(|_| quantity.value.is_none()));
        let said = serde_json::json!({
            "value": number(quantity.value), "min": bounds(quantity.min), "max": bounds(quantity.max), "role": role,
        });
        Some(((span.start, span.end), quantity.score, said))
    });
    told.collect()
}

fn name(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Agency => "agency",
        EntityKind::Person => "person",
        EntityKind::Place => "place",
        EntityKind::Nationality => "nationality",
    }
}

/// Whether a place was found where it is.
fn near(entity: &Entity, toponym: &Value) -> bool {
    let (Some(lat), Some(lon)) = (toponym[3].as_f64(), toponym[4].as_f64()) else { return true };
    let (Some(own_lat), Some(own_lon)) = (entity.lat, entity.lon) else { return false };
    let (a, b) = (lat.to_radians(), f64::from(own_lat).to_radians());
    let (north, east) = ((b - a) / 2.0, (f64::from(own_lon) - lon).to_radians() / 2.0);
    let half = north.sin().powi(2) + a.cos() * b.cos() * east.sin().powi(2);
    2.0 * 6371.0 * half.sqrt().min(1.0).asin() <= NEAR
}
