//! Input that cannot be read: a message, an exit code, and all else is tagged.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::{Desk, MINE};

#[test]
fn a_missing_file() {
    let desk = Desk::new().file("a.txt", MINE).file("b.txt", MINE);
    let ran = desk.run(&["tag", "a.txt", "gone.txt", "b.txt"]);
    let ran = ran.failed(1, "headcount: error: gone.txt: no such file\n");
    assert_eq!(ran.ids(), ["a.txt", "b.txt"]);
}

#[test]
fn a_directory() {
    let desk = Desk::new().file("a.txt", MINE);
    fs::create_dir(desk.path("news")).unwrap();
    let ran = desk.run(&["tag", "news", "a.txt"]);
    let said = "is a directory; name the files in it, for example";
    let pattern = PathBuf::from("news").join("*.txt");
    let ran = ran.failed(1, &format!("headcount: error: news: {said} {}\n", pattern.display()));
    assert_eq!(ran.ids(), ["a.txt"]);
}

#[test]
fn invalid_utf8_in_a_text() {
    let desk = Desk::new().file("bad.txt", b"One.\nTw\xC3 died.\n").file("good.txt", MINE);
    let ran = desk.run(&["tag", "bad.txt", "good.txt"]);
    let said = "headcount: error: bad.txt:2:3: invalid UTF-8 (byte 0xC3); convert it to UTF-8 first\n";
    assert_eq!(ran.failed(1, said).ids(), ["good.txt"]);
    let desk = Desk::new().file("wide.txt", b"\xFF\xFEO\0n\0e\0");
    let said = "wide.txt:1:1: invalid UTF-8 (byte 0xFF); this looks like UTF-16; convert it to UTF-8 first\n";
    desk.run(&["tag", "wide.txt"]).failed(1, &format!("headcount: error: {said}"));
}

#[test]
fn lines_that_are_no_documents() {
    let lines: [&[u8]; 9] = [
        b"{\"id\": 1, \"text\": \"One.\"}",
        b"{\"id\": 2, \"text\": \"Tw\xFF\"}",
        b"{\"id\": 3, \"text\": \"Three.\"",
        b"{\"id\": 4 \"text\": \"Four.\"}",
        b"[5]",
        b"{\"id\": 6, \"body\": \"Six.\"}",
        b"{\"id\": 7, \"text\": null}",
        b"{}",
        b"{\"id\": 9, \"text\": \"Nine.\"}",
    ];
    let desk = Desk::new().file("x.jsonl", lines.join(&b'\n'));
    let ran = desk.run(&["tag", "x.jsonl"]).failed(
        1,
        "headcount: error: x.jsonl:2:22: invalid UTF-8 (byte 0xFF); convert it to UTF-8 first\n\
         headcount: error: x.jsonl:3:26: broken JSON, the line ends too early: EOF while parsing an object\n\
         headcount: error: x.jsonl:4:10: broken JSON: expected `,` or `}`\n\
         headcount: error: x.jsonl:5:1: invalid type: sequence, expected a JSON object with a text field\n\
         headcount: error: x.jsonl:6: no field `text`; the fields here are `id`, `body`\n\
         headcount: error: x.jsonl:7: field `text` is null, not a string\n\
         headcount: error: x.jsonl:8: no field `text`; the object is empty\n",
    );
    assert_eq!(ran.ids(), ["1", "9"]);
}

#[test]
fn odd_ids_and_dates_are_warnings() {
    let lines = "{\"id\": [1], \"text\": \"One.\"}\n{\"id\": null, \"text\": \"Two.\", \"date\": \"30 April\"}\n";
    let desk = Desk::new().file("x.jsonl", lines);
    let ran = desk.run(&["tag", "x.jsonl"]).failed(
        0,
        "headcount: warning: x.jsonl:1: field `id` is an array; the document goes by x.jsonl:1\n\
         headcount: warning: x.jsonl:2: field `date` is no date like 2025-04-30: \"30 April\"; tagged without one\n",
    );
    assert_eq!(ran.ids(), ["x.jsonl:1", "x.jsonl:2"]);
}

#[test]
fn empty_files() {
    let desk = Desk::new().file("a.txt", "").file("b.jsonl", "").file("c.jsonl", "\n \n");
    let ran = desk.run(&["tag", "a.txt", "b.jsonl", "c.jsonl"]).fine();
    assert_eq!(ran.out, "{\"id\":\"a.txt\",\"entities\":[],\"quantities\":[],\"times\":[],\"tolls\":{}}\n");
    assert_eq!(desk.run(&["tag", "b.jsonl"]).fine().out, "");
    let none = desk.run(&["tag", "--format", "json", "b.jsonl"]).fine().out;
    assert_eq!(serde_json::from_str::<Vec<Value>>(&none).unwrap().len(), 0);
}

#[test]
fn a_very_long_line() {
    // Little to tag for its 50 MB, so that the test is over soon in a debug build too.
    let text = format!("{} {} ", MINE.trim_end(), "o".repeat(20_000)).repeat(2_500);
    assert!(text.len() > 50_000_000);
    let desk = Desk::new().file("x.jsonl", format!("{{\"text\": \"{text}\"}}\n{{\"id\": \"next\", \"text\": \"\"}}"));
    let ran = desk.run(&["tag", "x.jsonl"]).fine();
    assert_eq!(ran.ids(), ["x.jsonl:1", "next"]);
    let desk = desk.file("y.txt", &text);
    assert_eq!(desk.run(&["tag", "y.txt"]).fine().ids(), ["y.txt"]);
}

#[test]
fn a_lexicon_with_bad_lines() {
    let own =
        "# Test.\nref\ttype\tname\tcountry\taliases\tnote\nagency:a\tngo\tGreen Lantern Relief\tGH\nagency:b\tngo\n";
    let desk = Desk::new().file("own.tsv", own).file("a.txt", MINE);
    let ran = desk.run(&["tag", "--lexicon", "own.tsv", "a.txt"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    let lines: Vec<&str> = ran.err.lines().collect();
    assert!(lines.iter().any(|line| line.starts_with("headcount: error: own.tsv:3:")), "{}", ran.err);
    assert!(lines.iter().any(|line| line.starts_with("headcount: error: own.tsv:4:")), "{}", ran.err);

    let ran = desk.run(&["lexicon", "check", "own.tsv"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.starts_with("headcount: error: own.tsv:3:"), "{}", ran.err);

    let ran = desk.run(&["tag", "--lexicon", "gone.tsv", "a.txt"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.starts_with("headcount: error: gone.tsv: "), "{}", ran.err);
}
