//! The table of counts: one row a quantity, as CSV.
#![cfg(feature = "cli")]

use std::collections::HashMap;
use std::fs;
use std::process::{Command, Output};

use headcount::output::COLUMNS;
use tempfile::TempDir;

const QUAKE: &str = "A quake shook Manila on Monday, 5 May. \"Twelve people died,\" said Ana \"Lulu\" Ruiz, the mayor;\n\
                     UNICEF, citing medics, spoke of 15 dead children, nine of them girls.\n";

fn tag(folder: &TempDir, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_headcount"));
    command.arg("tag").args(["--format", "counts"]).args(args).current_dir(folder.path()).output().unwrap()
}

/// The rows of what was printed, as maps from column to cell.
fn rows(output: &Output) -> Vec<HashMap<String, String>> {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut table = csv::Reader::from_reader(&*output.stdout);
    assert_eq!(table.headers().unwrap(), &COLUMNS[..]);
    table.deserialize().collect::<Result<_, _>>().unwrap()
}

#[test]
fn a_row_tells_all_of_a_quantity() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("quake.txt"), QUAKE).unwrap();
    let rows = rows(&tag(&folder, &["--date", "2025-05-07", "quake.txt"]));
    let row = |text: &str| rows.iter().find(|row| row["text"].starts_with(text)).unwrap_or_else(|| panic!("{text}"));

    let twelve = row("Twelve people");
    for (column, cell) in [
        ("id", "quake.txt"),
        ("value", "12"),
        ("bound", "exact"),
        ("kind", "count"),
        ("category", "person"),
        ("role", "killed"),
        ("status", "reported"),
        ("place", "Manila"),
        ("country", "PH"),
        ("implicit", "false"),
        ("cue", "died"),
    ] {
        assert_eq!(twelve[column], cell, "{column}");
    }
    let degrees = |column: &str| twelve[column].parse::<f64>().unwrap();
    assert!((14.0..15.0).contains(&degrees("lat")) && (120.0..122.0).contains(&degrees("lon")));
    let (start, end) = (twelve["start"].parse::<usize>().unwrap(), twelve["end"].parse::<usize>().unwrap());
    assert_eq!(&QUAKE[start..end], twelve["text"]);

    let fifteen = row("15 dead children");
    assert!(fifteen["sentence"].contains(&fifteen["text"]));
    let nine = row("nine");
    assert_eq!(nine["part_of"], fifteen["quantity"]);
}

#[test]
fn times_have_their_words_and_their_value() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.txt"), "Nine miners died in Obuasi on Wednesday.").unwrap();
    let rows = rows(&tag(&folder, &["--date", "2025-04-30", "a.txt"]));
    assert_eq!((&*rows[0]["time"], &*rows[0]["time_iso"]), ("Wednesday", "2025-04-30"));
}

#[test]
fn many_documents_stand_under_one_header_in_order() {
    let folder = TempDir::new().unwrap();
    let lines: String =
        (0..200).map(|id| format!("{{\"id\": \"{id}\", \"text\": \"At noon {} men died.\"}}\n", id + 2)).collect();
    fs::write(folder.path().join("news.jsonl"), &lines).unwrap();
    fs::write(folder.path().join("none.txt"), "Nothing happened.").unwrap();
    let one = tag(&folder, &["-j", "1", "none.txt", "news.jsonl"]);
    let four = tag(&folder, &["-j", "4", "none.txt", "news.jsonl"]);
    assert_eq!(one.stdout, four.stdout);
    let ids: Vec<String> = rows(&one).into_iter().map(|row| row["id"].clone()).collect();
    assert_eq!(ids, (0..200).map(|id| id.to_string()).collect::<Vec<_>>());
    assert_eq!(rows(&tag(&folder, &["none.txt"])).len(), 0);
}

#[test]
fn a_long_text_has_all_its_rows() {
    let folder = TempDir::new().unwrap();
    let text = "Nine miners died in Obuasi, police said. ".repeat(12_000);
    fs::write(folder.path().join("long.txt"), &text).unwrap();
    let (one, four) = (tag(&folder, &["-j", "1", "long.txt"]), tag(&folder, &["-j", "4", "long.txt"]));
    assert_eq!(one.stdout, four.stdout);
    let rows = rows(&one);
    assert_eq!(rows.len(), 12_000);
    let last = &rows[rows.len() - 1];
    assert_eq!(last["start"], (text.len() - "Nine miners died in Obuasi, police said. ".len()).to_string());
    assert_eq!(last["sentence"], "Nine miners died in Obuasi, police said.");
}

#[test]
fn offsets_count_what_was_asked_for() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.txt"), "Señor 😀 Ruiz: nine men died.").unwrap();
    for (unit, start) in [("chars", "14"), ("bytes", "18"), ("utf16", "15")] {
        let rows = rows(&tag(&folder, &["--offsets", unit, "a.txt"]));
        assert_eq!((&*rows[0]["start"], &*rows[0]["text"]), (start, "nine men"), "{unit}");
    }
}

#[test]
fn the_header_names_every_column_once() {
    let mut columns = COLUMNS.to_vec();
    columns.sort_unstable();
    columns.dedup();
    assert_eq!(columns.len(), COLUMNS.len());
}
