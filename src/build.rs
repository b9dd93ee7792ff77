//! Compiles the bundled lexicons, so that the program starts with them ready-made.
//!
//! The rooms that read and compile lexicons are the library's own, taken in here as they are.

#![allow(dead_code, unused_imports, unreachable_pub)]

use std::path::Path;
use std::{env, fs};

mod error;
mod text;
mod record {
    mod kinds;
    pub use kinds::*;
}
mod lexicon {
    pub mod case;
    pub mod class;
    pub mod entry;
    pub mod image;
    pub mod inflect;
    pub mod keyword;
    pub mod names;
    pub mod pos;
    pub mod sense;
    pub mod slot;
    pub mod sorts;
    pub mod start;
    pub mod table;
    pub mod tables;
    pub mod terms;
    pub mod texts;
    pub mod trie;
    pub mod types;
    pub mod variants;
    pub mod vocab;
    pub mod words;
}

/// The files of names, in the order in which they are read.
const NAMES: [&str; 7] = [
    "names/countries.tsv",
    "names/regions.tsv",
    "names/counties.tsv",
    "names/cities.tsv",
    "names/geography.tsv",
    "names/agencies.tsv",
    "names/people.tsv",
];

fn main() {
    println!("cargo::rerun-if-changed=lexicons/names");
    println!("cargo::rerun-if-changed=lexicons/words");
    println!("cargo::rerun-if-changed=src/lexicon");
    let lexicons = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("lexicons");
    let out = env::var("OUT_DIR").expect("cargo sets it");

    let mut words = lexicon::words::Builder::new();
    for (name, contents) in lexicon::texts::WORDS {
        words.add_file(name, contents);
    }
    let mut names = lexicon::names::NamesBuilder::beside(&words);
    let (image, faults, rows) = words.finish_with_rows();
    write(&Path::new(&out).join("words.lexicon"), (image, faults));

    let mut plain = lexicon::names::NamesBuilder::for_automaton();
    for name in NAMES {
        let contents = fs::read_to_string(lexicons.join(name));
        let contents = contents.unwrap_or_else(|error| panic!("lexicons/{name}: {error}"));
        assert!(names.add_file(name, &contents), "lexicons/{name} has columns that no file of names has");
        plain.add_file(name, &contents);
    }
    let (image, faults, texts) = names.finish_beside(&rows);
    write(&Path::new(&out).join("names.lexicon"), (image, faults));
    let path = Path::new(&out).join("names.texts");
    fs::write(&path, texts).unwrap_or_else(|error| panic!("{}: {error}", path.display()));

    // The names as they are written, which the compiled form does not keep: `headcount bench` searches for them.
    let mut forms: Vec<String> = plain.take_plain().into_iter().map(|(name, _)| name).collect();
    forms.sort_unstable();
    forms.dedup();
    let path = Path::new(&out).join("names.txt");
    fs::write(&path, forms.join("\n")).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

/// Writes what was compiled; faults end the build, as they would be missing names.
fn write(path: &Path, (image, faults): (Vec<u8>, Vec<error::Fault>)) {
    assert!(faults.is_empty(), "faults in lexicons/:\n{}", faults.iter().map(|f| format!("{f}\n")).collect::<String>());
    fs::write(path, image).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
