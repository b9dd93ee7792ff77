//! What is said to whoever asks for help, or asks wrongly.

use std::fs;

use crate::{Desk, MINE};

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
