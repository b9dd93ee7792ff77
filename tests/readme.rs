//! The README shows what the program prints: every console block in it is run here and compared.
//!
//! With the variable `HEADCOUNT_UPDATE_README` set, the blocks are written anew instead.
#![cfg(feature = "cli")]

use std::path::Path;
use std::process::Command;

/// How a line begins that this test can run.
const PROMPT: &str = "$ cargo run --release -- ";

#[test]
fn console_blocks_are_what_the_program_prints() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let mut anew = String::new();
    let mut blocks = 0;
    let mut lines = readme.lines();
    while let Some(line) = lines.next() {
        anew += line;
        anew.push('\n');
        let Some(arguments) = line.strip_prefix(PROMPT) else { continue };
        blocks += 1;
        anew += &run(&words(arguments));
        anew += "```\n";
        lines.by_ref().find(|line| *line == "```").expect("the block is closed");
    }
    assert!(blocks > 0, "no line of the README begins with {PROMPT:?}");

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
