//! What is read: files, lines, standard input, fields, dates.

use serde_json::Value;

use crate::{Desk, MINE};

#[test]
fn a_text_file_is_one_document() {
    let desk = Desk::new().file("mine.txt", MINE).file("calm.txt", "Nothing happened.\n");
    assert_eq!(desk.run(&["tag", "mine.txt", "./calm.txt"]).fine().ids(), ["mine.txt", "./calm.txt"]);
}

#[test]
fn json_lines_by_name() {
    let lines =
        "{\"id\": \"a\", \"text\": \"One.\"}\n\n   \r\n{\"id\": 7, \"text\": \"Two.\"}\r\n{\"text\": \"Three.\"}";
    let desk = Desk::new().file("x.jsonl", lines).file("y.NDJSON", lines).file("z.txt", lines);
    let ran = desk.run(&["tag", "x.jsonl", "y.NDJSON", "z.txt"]).fine();
    assert_eq!(ran.ids(), ["a", "7", "x.jsonl:5", "a", "7", "y.NDJSON:5", "z.txt"]);
    assert_eq!(desk.run(&["tag", "--input-format", "jsonl", "z.txt"]).fine().ids(), ["a", "7", "z.txt:5"]);
    assert_eq!(desk.run(&["tag", "--input-format", "text", "x.jsonl"]).fine().ids(), ["x.jsonl"]);
}

#[test]
fn standard_input_tells_by_its_first_line() {
    let desk = Desk::new();
    let line = "{\"id\": \"a\", \"text\": \"One.\"}\n";
    assert_eq!(desk.feed(&["tag"], line).fine().ids(), ["a"]);
    assert_eq!(desk.feed(&["tag", "-"], format!("\u{feff}\n\n  {line}")).fine().ids(), ["a"]);
    assert_eq!(desk.feed(&["tag", "-"], MINE).fine().ids(), ["-"]);
    assert_eq!(desk.feed(&["tag"], "{curly} talk").fine().ids(), ["-"]);
    assert_eq!(desk.feed(&["tag", "--input-format", "text"], line).fine().ids(), ["-"]);
}

#[test]
fn own_field_names() {
    let line = r#"{"url": "u1", "body": "Two died.", "text": 5, "when": "2025-04-30T10:00:00Z"}"#;
    let desk = Desk::new().file("x.jsonl", line);
    let args = ["tag", "--text-field", "body", "--id-field", "url", "--date-field", "when", "--with-text", "x.jsonl"];
    let ran = desk.run(&args).fine();
    assert_eq!(ran.ids(), ["u1"]);
    assert_eq!(ran.records()[0]["text"], "Two died.");
}

#[test]
fn a_byte_order_mark_is_no_part_of_json_but_of_text() {
    let desk = Desk::new()
        .file("x.jsonl", "\u{feff}{\"id\": \"a\", \"text\": \"One.\"}\n")
        .file("y.txt", format!("\u{feff}{MINE}"))
        .file("z.txt", MINE);
    assert_eq!(desk.run(&["tag", "x.jsonl"]).fine().ids(), ["a"]);
    let records = desk.run(&["tag", "--with-text", "y.txt", "z.txt"]).fine().records();
    assert_eq!(records[0]["text"], format!("\u{feff}{MINE}"));
    let starts = |record: &Value| record["quantities"][0]["start"].as_u64().unwrap();
    assert_eq!(starts(&records[0]), starts(&records[1]) + 1);
}

#[test]
fn dates_come_from_the_field_or_the_flag() {
    let text = "Six people were killed on Wednesday.";
    let lines = format!("{{\"text\": \"{text}\", \"date\": \"2025-05-02 18:00\"}}\n{{\"text\": \"{text}\"}}\n");
    let desk = Desk::new().file("x.jsonl", lines);
    let iso = |record: &Value| record["times"][0]["iso"].as_str().map(str::to_owned);
    let records = desk.run(&["tag", "x.jsonl"]).fine().records();
    assert_eq!(records.iter().map(iso).collect::<Vec<_>>(), [Some("2025-04-30".into()), None]);
    let records = desk.run(&["tag", "--date", "2024-02-29", "x.jsonl"]).fine().records();
    assert!(records.iter().all(|record| iso(record).as_deref() == Some("2024-02-28")));
}
