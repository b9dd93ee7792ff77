//! What is written: formats, offsets, files.

use std::fs;

use serde_json::Value;

use crate::{Desk, MINE};

#[test]
fn json_is_one_array_of_what_jsonl_has() {
    let desk = Desk::new().file("a.txt", MINE).file("b.txt", "Calm.").file("c.txt", MINE);
    let lines = desk.run(&["tag", "a.txt", "b.txt", "c.txt"]).fine().records();
    let array = desk.run(&["tag", "--format", "json", "a.txt", "gone", "b.txt", "c.txt"]);
    assert_eq!(array.code, 1);
    assert_eq!(serde_json::from_str::<Vec<Value>>(&array.out).unwrap(), lines);
}

#[test]
fn output_to_a_file() {
    let desk = Desk::new().file("a.txt", MINE);
    let printed = desk.run(&["tag", "a.txt"]).fine().out;
    assert_eq!(desk.run(&["tag", "a.txt", "-o", "out.jsonl"]).fine().out, "");
    assert_eq!(fs::read_to_string(desk.path("out.jsonl")).unwrap(), printed);
}

#[test]
fn a_quantity_is_found() {
    let desk = Desk::new().file("a.txt", MINE);
    let record = &desk.run(&["tag", "a.txt"]).fine().records()[0];
    assert_eq!(record["quantities"][0]["text"], "At least 12 miners");
    assert_eq!(record["quantities"][0]["min"], 12);
    assert_eq!(record["tolls"]["killed"]["min"], 12);
}

/// `text[start:end]` is `text`, whatever is counted and wherever it stands in the record.
#[test]
fn offsets_in_every_unit() {
    let text = "Größe 😀 \u{1F468}\u{200D}\u{1F469} — “At least 12 miners” were killed in Côte d’Ivoire, 4 in Zürich.";
    let desk = Desk::new().file("a.txt", text);
    let (chars, utf16): (Vec<char>, Vec<u16>) = (text.chars().collect(), text.encode_utf16().collect());
    for unit in ["chars", "bytes", "utf16"] {
        let record = &desk.run(&["tag", "--offsets", unit, "a.txt"]).fine().records()[0];
        let mut spans = Vec::new();
        collect_spans(record, &mut spans);
        assert!(spans.len() >= 4, "{record}");
        for (start, end, words) in spans {
            let slice = match unit {
                "chars" => chars[start..end].iter().collect(),
                "bytes" => text[start..end].to_string(),
                _ => String::from_utf16(&utf16[start..end]).unwrap(),
            };
            assert_eq!(slice, words, "{unit}");
        }
    }
    let default = desk.run(&["tag", "a.txt"]).fine().out;
    assert_eq!(default, desk.run(&["tag", "--offsets", "chars", "a.txt"]).fine().out);
}

fn collect_spans(value: &Value, spans: &mut Vec<(usize, usize, String)>) {
    if let (Some(start), Some(end), Some(text)) =
        (value["start"].as_u64(), value["end"].as_u64(), value["text"].as_str())
    {
        spans.push((start as usize, end as usize, text.to_string()));
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect_spans(item, spans)),
        Value::Object(fields) => fields.values().for_each(|field| collect_spans(field, spans)),
        _ => {}
    }
}

#[test]
fn pretty_has_brackets_without_colours_and_colours_without_brackets() {
    let desk = Desk::new().file("a.txt", MINE);
    let plain = desk.run(&["tag", "--format", "pretty", "a.txt"]).fine().out;
    assert!(plain.starts_with("a.txt\n{At least 12 miners} were killed"), "{plain}");
    assert!(plain.contains("counted") && plain.contains("at least 12"), "{plain}");
    assert!(!plain.contains('\x1b'));
    let coloured = desk.run(&["tag", "--format", "pretty", "--color", "always", "a.txt"]).fine().out;
    assert!(coloured.contains('\x1b') && !coloured.contains('{'), "{coloured}");
}

#[test]
fn pretty_wraps_words_and_defuses_control_characters() {
    let text = format!("Alarm \x1b[31m bell \x07 and {}", "several quite ordinary words ".repeat(20));
    let desk = Desk::new().file("a.txt", text);
    let mut command = desk.command(&["tag", "--format", "pretty", "a.txt"]);
    let output = command.env("COLUMNS", "50").output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(!out.contains('\x1b') && !out.contains('\x07'));
    let page: Vec<&str> = out.lines().take_while(|line| !line.is_empty()).collect();
    assert!(page.len() > 10 && page.iter().all(|line| line.chars().count() <= 50), "{out}");
}

#[test]
fn explain_shows_the_way_to_the_record() {
    let desk = Desk::new().file("a.txt", MINE);
    let shown = desk.run(&["explain", "--file", "a.txt"]).fine().out;
    for heading in ["tokens\n", "\nchunks\n", "\nsteps\n", "\nrecord\n"] {
        assert!(shown.contains(heading), "{shown}");
    }
    assert_eq!(desk.run(&["explain", MINE]).fine().out, shown);
    assert_eq!(desk.feed(&["explain", "-"], MINE).fine().out, shown);
    let json: Value = serde_json::from_str(&desk.run(&["explain", "--json", MINE]).fine().out).unwrap();
    assert_eq!(json["text"], MINE);
    assert_eq!(json["explanation"]["tokens"][1]["start"], 3);
    assert_eq!(json["record"]["quantities"][0]["value"], 12);
}

#[test]
fn an_own_lexicon_adds_names() {
    let own = "# Test.\nref\ttype\tname\tcountry\taliases\tnote\nagency:x\tngo\tGreen Lantern Relief\tGH\tGLR\t\n";
    let desk = Desk::new().file("own.tsv", own).file("a.txt", "GLR sent 40 doctors to Accra.");
    let record = &desk.run(&["tag", "--lexicon", "own.tsv", "a.txt"]).fine().records()[0];
    assert_eq!(record["entities"][0]["ref"], "agency:x");
    assert_eq!(desk.run(&["lexicon", "check", "own.tsv"]).fine().out, "1 lexicon file: no faults\n");
}
