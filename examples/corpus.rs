//! Tags many documents on all cores and adds up what they say, in memory that does not grow with the corpus.
//!
//! Run it with `cargo run --release --example corpus -- news.jsonl more.jsonl`; without files it reads three lines of its own.

use std::collections::BTreeMap;

use headcount::corpus::{Corpus, Input, ReadOptions, Reader};
use headcount::{Role, Tagger};

const LINES: &str = r#"{"id": "mine", "text": "Twelve miners were killed and four injured near Obuasi, police said."}
{"id": "flood", "text": "Floods killed nine people in Nepal. Two hundred families were evacuated."}
{"id": "calm", "text": "Nobody was hurt."}
"#;

fn main() {
    let mut inputs: Vec<Input> = std::env::args_os().skip(1).map(Input::path).collect();
    if inputs.is_empty() {
        // Anything that can be read will do: a socket, a decompressor.
        inputs.push(Input::stream("built-in.jsonl", LINES.as_bytes()));
    }
    let reader = Reader::new(inputs, ReadOptions::default());

    let tagger = Tagger::bundled();
    let mut killed: BTreeMap<String, f64> = BTreeMap::new();
    let summary = Corpus::new(&tagger).for_each(
        reader,
        // Here the documents arrive in the order of the input, whatever thread tagged them.
        |document| {
            if let Some(toll) = document.tolls.get(&Role::Killed) {
                let id = document.id.unwrap_or_default().into_owned();
                killed.insert(id, toll.value.or(toll.min).unwrap_or_default());
            }
            Ok(())
        },
        // A broken line does not stop the run.
        |problem| eprintln!("{problem}"),
    );

    for (id, number) in &killed {
        println!("{id}: {number} killed");
    }
    println!("{} documents, {} with deaths, {} errors", summary.documents, killed.len(), summary.errors);
}
