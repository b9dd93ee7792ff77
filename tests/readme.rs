//! The README shows what is really printed: its console blocks are run here and compared, and so is its JSON.
//!
//! With the variable `HEADCOUNT_UPDATE_README` set, the blocks are written anew instead.
#![cfg(feature = "cli")]

use std::path::Path;
use std::process::Command;

use headcount::Tagger;

/// How a line begins that this test can run.
const PROMPT: &str = "$ cargo run --release -- ";

/// The text of the library's example; the JSON is its second quantity.
const TEXT: &str = "At least 12 miners were killed and about 40 wounded near Obuasi, police said on Friday.";

#[test]
fn examples_are_what_is_printed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let mut anew = String::new();
    let mut blocks = 0;
    let mut lines = readme.lines();
    while let Some(line) = lines.next() {
        anew += line;
        anew.push('\n');
        match line.strip_prefix(PROMPT) {
            Some(arguments) => anew += &run(&words(arguments)),
            None if line == "```json" => anew += &second_quantity(),
            None => continue,
        }
        blocks += 1;
        anew += "```\n";
        lines.by_ref().find(|line| *line == "```").expect("the block is closed");
    }
    assert_eq!(blocks, 3, "the article, the JSON, the explanation");
    assert!(readme.contains(TEXT));

    if std::env::var_os("HEADCOUNT_UPDATE_README").is_some() {
        std::fs::write(&path, anew).unwrap();
    } else {
        let (old, new) = first_difference(&readme, &anew);
        assert_eq!(
            old, new,
            "README.md shows what is no longer printed; if the new output is right: HEADCOUNT_UPDATE_README=1 cargo test --test readme"
        );
    }
}

/// The table of coverage is what `lexicon stats` prints.
#[test]
fn coverage_is_what_is_counted() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("lexicons/README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let start = readme.find("| file | kind | type | entries | names |").expect("the table stands there");
    let end = start + readme[start..].find("\n\n").map_or(readme.len() - start, |length| length + 1);
    let counted = run(&words("lexicon stats"));
    if std::env::var_os("HEADCOUNT_UPDATE_README").is_some() {
        std::fs::write(&path, format!("{}{counted}{}", &readme[..start], &readme[end..])).unwrap();
    } else {
        let (old, new) = first_difference(&readme[start..end], &counted);
        assert_eq!(
            old, new,
            "lexicons/README.md counts otherwise; to write it anew: HEADCOUNT_UPDATE_README=1 cargo test --test readme"
        );
    }
}

/// What the program prints, without the blanks at line ends that its tables have.
fn run(arguments: &[String]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_headcount"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("COLUMNS")
        .env_remove("CLICOLOR_FORCE")
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

fn second_quantity() -> String {
    let tagger = Tagger::bundled();
    let document = tagger.tag(TEXT);
    serde_json::to_string_pretty(&document.quantities[1]).unwrap() + "\n"
}

/// Cuts a command at blanks outside double quotes.
fn words(command: &str) -> Vec<String> {
    let parts = command.split('"').enumerate();
    parts
        .flat_map(|(index, part)| match index % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

/// The first lines in which two texts differ; two equal lines where they do not.
fn first_difference<'a>(old: &'a str, new: &'a str) -> (&'a str, &'a str) {
    let (mut old, mut new) = (old.lines(), new.lines());
    loop {
        match (old.next(), new.next()) {
            (None, None) => return ("", ""),
            (one, other) if one == other => {}
            (one, other) => return (one.unwrap_or("(the end)"), other.unwrap_or("(the end)")),
        }
    }
}
