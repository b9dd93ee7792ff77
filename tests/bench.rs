//! `headcount bench`: its figures are whatever the machine gives; what it counts, compares and says is tested here.
#![cfg(feature = "cli")]

mod desk;

use desk::{Desk, Ran};
use serde_json::{Value, json};
use xxhash_rust::xxh3::xxh3_64;

const NEWS: &str = r#"{"id": "a", "text": "At least 12 miners were killed and about 40 wounded near Obuasi, police said on Friday."}
{"id": "b", "text": "NATO sent three helicopters to Naples."}
{"id": "c", "text": "Nobody had seen anything like it."}
"#;

/// A lexicon of two names for one agency.
const OWN: &str = "ref\ttype\tname\tcountry\taliases\toffice\nagency:x\tngo\tGreen Lantern Relief\tGH\tGLR\t\n";

/// One quick run of each, and only the small lexicons.
const QUICK: [&str; 7] = ["bench", "--repeat", "1", "--warm-up", "0", "--no-bundled-names", "--no-reference"];

/// A desk with the corpus on it.
fn desk() -> Desk {
    Desk::new().file("news.jsonl", NEWS)
}

/// A quick run with these arguments too.
fn quick(desk: &Desk, args: &[&str]) -> Ran {
    desk.run(&[&QUICK, args].concat())
}

/// The report of a run that went well.
#[track_caller]
fn report(desk: &Desk, args: &[&str]) -> Value {
    serde_json::from_str(&desk.run(args).fine().out).unwrap()
}

/// How many items the records of `tag` have in a field.
fn count(records: &str, field: &str) -> usize {
    let records = records.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    records
        .map(|record| {
            record[field].as_array().map_or_else(|| record[field].as_object().map_or(0, |map| map.len()), Vec::len)
        })
        .sum()
}

#[test]
fn counts_and_checksum_are_those_of_tag() {
    let desk = desk();
    let tagged = desk.run(&["tag", "news.jsonl"]).out;
    let report = report(&desk, &["bench", "--repeat", "1", "--no-reference", "-j", "2", "news.jsonl", "--json"]);
    for field in ["entities", "quantities", "times", "tolls"] {
        assert!(count(&tagged, field) > 0, "{field}");
        assert_eq!(report["output"][field], count(&tagged, field), "{field}");
    }
    assert_eq!(report["output"]["bytes"], tagged.len());
    assert_eq!(report["output"]["xxh3"], format!("{:016x}", xxh3_64(tagged.as_bytes())));
    assert_eq!(report["output"]["same_in_all_runs"], true);
    let texts = NEWS.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["text"].as_str().unwrap().len());
    assert_eq!(report["corpus"]["text_bytes"], texts.sum::<usize>());
    assert_eq!((&report["corpus"]["documents"], &report["corpus"]["input_bytes"]), (&json!(3), &json!(NEWS.len())));
    let threads: Vec<&Value> = report["program"].as_array().unwrap().iter().map(|speed| &speed["threads"]).collect();
    assert_eq!(threads, [1, 2]);
}

#[test]
fn the_report_holds_all_samples_and_what_they_come_to() {
    let desk = desk().file("own.tsv", OWN);
    let args = ["bench", "--repeat", "3", "--warm-up", "0", "-j", "1", "--no-bundled-names", "--lexicon", "own.tsv"];
    let report = report(&desk, &[&args[..], &["news.jsonl", "--json"]].concat());
    let speed = &report["program"][0];
    assert_eq!(speed["seconds"]["samples"].as_array().unwrap().len(), 3);
    let number = |value: &Value| value.as_f64().unwrap();
    let (median, rate) = (number(&speed["seconds"]["median"]), number(&speed["mb_per_second"]["median"]));
    let text = number(&report["corpus"]["text_bytes"]) / 1e6;
    assert!((rate * median / text - 1.0).abs() < 1e-6, "{rate} MB/s, {median} s, {text} MB");
    assert_eq!((&speed["to_one_thread"], &speed["efficiency"]), (&json!(1.0), &json!(1.0)));

    let scan = &report["reference"];
    assert_eq!((&scan["forms"], &scan["canonical_only"]), (&json!(2), &json!([])));
    assert_eq!(scan["seconds"]["samples"].as_array().unwrap().len(), 3);
    let ratio = rate / number(&scan["mb_per_second"]["median"]);
    assert!((number(&report["ratio"]) / ratio - 1.0).abs() < 1e-6);

    let stages = report["stages"].as_array().unwrap();
    let named: Vec<&str> = stages.iter().map(|stage| stage["stage"].as_str().unwrap()).collect();
    assert_eq!(
        named,
        [
            "reading",
            "words and sentences",
            "lexicons",
            "entities",
            "times",
            "numbers",
            "quantities",
            "records",
            "tolls",
            "writing"
        ]
    );
    let percent: f64 = stages.iter().map(|stage| number(&stage["percent"])).sum();
    assert!((percent - 100.0).abs() < 0.01, "{percent}");
    for field in ["format", "version", "build", "date", "machine", "open_seconds", "timed_seconds", "memory"] {
        assert!(!report[field].is_null(), "{field}");
    }
    assert_eq!(report["options"]["lexicons"], json!(["own.tsv"]));
    assert_eq!((&report["options"]["bundled_names"], &report["options"]["repeat"]), (&json!(false), &json!(3)));
    assert_eq!(report["memory"]["peak_bytes"].is_u64(), cfg!(target_os = "linux"));
}

#[test]
fn the_bare_scan_has_the_bundled_names_and_says_where_it_lacks_aliases() {
    let desk = desk().file("own.tsv", OWN);
    assert_eq!(desk.run(&["lexicon", "build", "own.tsv", "-o", "own.lexicon"]).code, 0);
    let args =
        ["bench", "--repeat", "1", "--warm-up", "0", "-j", "1", "--lexicon", "own.lexicon", "news.jsonl", "--json"];
    let report = report(&desk, &args);
    let scan = &report["reference"];
    assert!(scan["forms"].as_u64().unwrap() > 100_000);
    assert_eq!(scan["canonical_only"], json!(["own.lexicon"]));
    // Obuasi, NATO, Naples at least.
    assert!(scan["matches"].as_u64().unwrap() >= 3);
}

#[test]
fn people_get_tables() {
    let desk = desk().file("own.tsv", OWN);
    let args = ["bench", "--repeat", "1", "-j", "2", "--no-bundled-names", "--lexicon", "own.tsv", "news.jsonl"];
    let ran = desk.run(&args);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    for part in [
        "3 documents",
        "quantities, 1 times",
        "the same in all runs",
        "Medians of 1 run each after 1 to warm up.",
        "The corpus is small",
        "headcount / bare scan",
        "It looks for 2 names.",
        "to one thread",
        "words and sentences",
    ] {
        assert!(ran.out.contains(part), "no {part:?} in\n{}", ran.out);
    }
    assert!(ran.out.lines().all(|line| line.chars().count() <= 100), "{}", ran.out);
}

#[test]
fn a_comparison_flags_what_is_not_the_same() {
    let desk = desk();
    let report = quick(&desk, &["news.jsonl", "--json"]).out;
    let mut other: Value = serde_json::from_str(&report).unwrap();
    other["output"]["quantities"] = json!(99);
    other["output"]["xxh3"] = json!("0123456789abcdef");
    other["machine"]["cpu"] = json!("Abacus");
    let desk = desk.file("before.json", &report).file("other.json", other.to_string());

    let same = quick(&desk, &["news.jsonl", "--compare", "before.json"]);
    assert_eq!((same.code, same.err.as_str()), (0, ""));
    assert!(same.out.contains("The output is the same") && same.out.contains("MB/s, 1 thread"), "{}", same.out);

    let changed = quick(&desk, &["news.jsonl", "--compare", "other.json"]);
    assert_eq!(changed.code, 1);
    assert!(changed.out.contains("THE OUTPUT IS NOT THE SAME"), "{}", changed.out);
    assert!(changed.out.contains("another processor: Abacus before"), "{}", changed.out);
    let errors: Vec<&str> = changed.err.lines().collect();
    assert!(errors[0].starts_with("headcount: error: other.json: not the same quantities: 99 before, "), "{errors:?}");
    assert!(errors[1].contains("not the same checksum of the output: 0123456789abcdef before, "), "{errors:?}");
    assert_eq!(errors.len(), 2);

    let json = quick(&desk, &["news.jsonl", "--json", "--compare", "other.json"]);
    let json: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(json["comparison"]["differences"][0]["what"], "quantities");
    assert!(
        json["comparison"]["ratios"].as_array().unwrap().iter().any(|ratio| ratio["what"] == "ns a token, lexicons")
    );
}

#[test]
fn what_cannot_be_compared_with_is_named_before_anything_runs() {
    let desk = desk().file("other.json", "{}").file("newer.json", "");
    for (file, message) in [("other.json", "is no report of `headcount bench --json`"), ("none.json", "cannot be read")]
    {
        let ran = quick(&desk, &["news.jsonl", "--compare", file]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(ran.err.starts_with(&format!("headcount: error: {file}: {message}")), "{}", ran.err);
    }
}

#[test]
fn input_that_fails_is_named_once_and_the_rest_is_measured() {
    let desk = desk().file("bad.jsonl", "{\"id\": 1}\n{\"text\": \"Two died.\"}\n");
    let ran = quick(&desk, &["news.jsonl", "bad.jsonl", "none.txt", "--json"]);
    assert_eq!(ran.code, 1);
    assert_eq!(
        ran.err,
        "headcount: error: bad.jsonl:1: no field `text`; the fields here are `id`\n\
         headcount: error: none.txt: no such file\n"
    );
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((&report["corpus"]["documents"], &report["corpus"]["errors"]), (&json!(4), &json!(2)));
}

#[test]
fn a_corpus_without_text_says_so() {
    let desk = desk().file("empty.jsonl", "").file("empty.txt", "");
    for (file, message) in [
        ("empty.jsonl", "nothing to measure: no document in empty.jsonl"),
        ("empty.txt", "nothing to measure: no document with any text in empty.txt"),
    ] {
        let ran = quick(&desk, &[file]);
        assert_eq!((ran.code, ran.out.as_str(), ran.err), (1, "", format!("headcount: error: {message}\n")));
    }
    assert_eq!(desk.run(&["bench"]).code, 2);
    assert_eq!(quick(&desk, &["-", "-"]).code, 2);
}

#[test]
fn standard_input_gives_what_the_file_gives() {
    let desk = desk();
    let file: Value = serde_json::from_str(&quick(&desk, &["news.jsonl", "--json"]).out).unwrap();
    let stdin = desk.feed(&[&QUICK[..], &["-", "--json"]].concat(), NEWS);
    assert_eq!((stdin.code, stdin.err.as_str()), (0, ""));
    let stdin: Value = serde_json::from_str(&stdin.out).unwrap();
    assert_eq!(stdin["output"], file["output"]);
    assert_eq!((&stdin["memory"]["with_inputs"], &file["memory"]["with_inputs"]), (&json!(true), &json!(false)));
}
