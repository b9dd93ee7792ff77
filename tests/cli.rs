//! The program as people use it: each test makes files, runs a command, and looks at what comes out.
#![cfg(feature = "cli")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Command as Process, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// A folder of its own for each test, and commands that run there.
struct Desk(TempDir);

/// What a run left behind.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Desk {
    fn new() -> Self {
        Desk(TempDir::new().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn file(self, name: &str, contents: impl AsRef<[u8]>) -> Self {
        fs::write(self.path(name), contents).unwrap();
        self
    }

    fn run(&self, args: &[&str]) -> Ran {
        self.feed(args, "")
    }

    fn feed(&self, args: &[&str], stdin: impl Into<Vec<u8>>) -> Ran {
        let mut command = Command::from_std(self.command(args));
        let output = command.write_stdin(stdin).output().unwrap();
        Ran {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    fn command(&self, args: &[&str]) -> Process {
        let mut command = Process::new(env!("CARGO_BIN_EXE_headcount"));
        command.args(args).current_dir(self.0.path());
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "RUST_BACKTRACE"] {
            command.env_remove(name);
        }
        command
    }
}

impl Ran {
    /// All went well and nothing was said.
    #[track_caller]
    fn fine(self) -> Self {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "out: {}", self.out);
        self
    }

    /// It ended so, and said this on standard error.
    #[track_caller]
    fn failed(self, code: i32, err: &str) -> Self {
        assert_eq!((self.err.as_str(), self.code), (err, code));
        self
    }

    fn records(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    fn ids(&self) -> Vec<String> {
        self.records().iter().map(|record| record["id"].as_str().unwrap().to_string()).collect()
    }
}

const MINE: &str = "At least 12 miners were killed and about 40 wounded near Obuasi, police said on Friday.\n";

mod inputs {
    use super::*;

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
        let args =
            ["tag", "--text-field", "body", "--id-field", "url", "--date-field", "when", "--with-text", "x.jsonl"];
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
}

mod bad_input {
    use super::*;

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
        let desk =
            Desk::new().file("x.jsonl", format!("{{\"text\": \"{text}\"}}\n{{\"id\": \"next\", \"text\": \"\"}}"));
        let ran = desk.run(&["tag", "x.jsonl"]).fine();
        assert_eq!(ran.ids(), ["x.jsonl:1", "next"]);
        let desk = desk.file("y.txt", &text);
        assert_eq!(desk.run(&["tag", "y.txt"]).fine().ids(), ["y.txt"]);
    }

    #[test]
    fn a_lexicon_with_bad_lines() {
        let own = "# Test.\nref\ttype\tname\tcountry\taliases\tnote\nagency:a\tngo\tGreen Lantern Relief\tGH\nagency:b\tngo\n";
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
}

mod usage {
    use super::*;

    /// Arguments that are refused, with the beginning of what is said.
    #[test]
    fn refused() {
        let desk = Desk::new().file("a.txt", MINE).file("not.json", "{}");
        let rows: [(&[&str], &str); 11] = [
            (&["tag", "--format", "xml"], "error: invalid value 'xml' for '--format"),
            (&["tag", "-j", "0", "a.txt"], "error: invalid value '0' for '--threads"),
            (&["tag", "--date", "30.4.2025", "a.txt"], "error: invalid value '30.4.2025' for '--date"),
            (&["tag", "-", "-"], "headcount: error: standard input (\"-\") can be read only once"),
            (&["tag", "--format", "hf", "a.txt"], "headcount: error: --format hf needs --tokenizer FILE"),
            (&["tag", "--tokenizer", "not.json", "a.txt"], "headcount: error: --tokenizer FILE belongs to --format hf"),
            (
                &["tag", "--format", "hf", "--tokenizer", "not.json", "a.txt"],
                "headcount: error: not.json: cannot be used as a tokenizer: ",
            ),
            (&["tag", "a.txt", "-o", "no/such/folder"], "headcount: error: no/such/folder: cannot be written: "),
            (&["tag", "a.txt", "-o", "./a.txt"], "headcount: error: ./a.txt: is an input too; write to another file"),
            (&["lexicon", "check"], "headcount: error: name the files to check; there is no folder `lexicons` here"),
            (&["explain"], "error: the following required arguments were not provided"),
        ];
        for (args, said) in rows {
            let ran = desk.run(args);
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}: {}", ran.err);
            assert!(ran.err.starts_with(said), "{args:?}: {}", ran.err);
        }
        assert_eq!(fs::read_to_string(desk.path("a.txt")).unwrap(), MINE);
    }

    #[test]
    fn a_refused_run_leaves_older_output_alone() {
        let desk = Desk::new().file("a.txt", MINE).file("out.jsonl", "older").file("own.tsv", "no header");
        assert_eq!(desk.run(&["tag", "a.txt", "--lexicon", "own.tsv", "-o", "out.jsonl"]).code, 2);
        assert_eq!(fs::read_to_string(desk.path("out.jsonl")).unwrap(), "older");
    }

    #[test]
    fn help_shows_examples_and_exit_codes() {
        let desk = Desk::new();
        let help = desk.run(&["--help"]).fine().out;
        assert!(help.contains("Examples:") && help.contains("Exit codes:"), "{help}");
        for command in ["tag", "explain"] {
            assert!(desk.run(&[command, "--help"]).fine().out.contains("Examples:"));
        }
    }
}

mod outputs {
    use super::*;

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
        let text =
            "Größe 😀 \u{1F468}\u{200D}\u{1F469} — “At least 12 miners” were killed in Côte d’Ivoire, 4 in Zürich.";
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
}

mod many {
    use super::*;

    /// Some 2 MB in lines of very different length, now and then a broken one. Most of it is nothing to tag.
    fn corpus() -> String {
        let mut lines = String::new();
        let mut seed = 7_u64;
        for number in 0..1600 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let length = (seed >> 33) as usize % if number % 97 == 0 { 50_000 } else { 1000 };
            let text = format!("{} {}", MINE.trim_end(), "o".repeat(length));
            match number % 501 {
                500 => lines += "{broken\n",
                _ => lines += &format!("{{\"id\": {number}, \"text\": \"{text} Ünglück.\"}}\n"),
            }
        }
        lines
    }

    #[test]
    fn any_number_of_threads_gives_the_same_bytes() {
        let desk = Desk::new().file("x.jsonl", corpus()).file("a.txt", MINE);
        for format in ["jsonl", "json", "pretty"] {
            let run =
                |threads| desk.run(&["tag", "--format", format, "-j", threads, "a.txt", "x.jsonl", "gone", "a.txt"]);
            let serial = run("1");
            assert_eq!(serial.code, 1);
            assert_eq!(serial.err.lines().count(), 4);
            for threads in ["2", "4"] {
                let parallel = run(threads);
                assert!(serial.out == parallel.out, "{format} -j {threads}");
                assert_eq!(serial.err, parallel.err);
            }
        }
        // From a pipe the bytes arrive in other pieces.
        let from_file = desk.run(&["tag", "x.jsonl"]).out;
        assert!(from_file == desk.feed(&["tag", "-j", "3", "-"], corpus()).out);
    }

    #[test]
    fn a_closed_pipe_is_fine() {
        let desk = Desk::new().file("x.jsonl", corpus().replace("{broken\n", ""));
        for threads in ["1", "3"] {
            let mut command = desk.command(&["tag", "-j", threads, "x.jsonl"]);
            let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
            let mut first = [0; 10];
            child.stdout.take().unwrap().read_exact(&mut first).unwrap();
            let output = child.wait_with_output().unwrap();
            assert_eq!(output.status.code(), Some(0));
            assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        }
    }

    #[test]
    fn records_come_while_the_input_is_still_open() {
        let desk = Desk::new();
        for threads in ["1", "2"] {
            let mut command = desk.command(&["tag", "-j", threads, "-"]);
            let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
            let mut stdin = child.stdin.take().unwrap();
            let stdout = BufReader::new(child.stdout.take().unwrap());
            let (lines, arrived) = mpsc::channel();
            std::thread::spawn(move || stdout.lines().for_each(|line| lines.send(line.unwrap()).unwrap()));
            for id in ["first", "second"] {
                writeln!(stdin, "{{\"id\": \"{id}\", \"text\": \"Two died.\"}}").unwrap();
                stdin.flush().unwrap();
                let line = arrived.recv_timeout(Duration::from_secs(60)).expect("a record for the line just written");
                assert!(line.starts_with(&format!("{{\"id\":\"{id}\"")), "{line}");
            }
            drop(stdin);
            assert!(child.wait().unwrap().success());
        }
    }
}
