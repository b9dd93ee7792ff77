//! Writes made-up news as JSON lines, as much as wanted: for trying out speed and memory without a corpus.
//!
//! Run it with `cargo run --release --example generate -- --seed 7 --megabytes 100 > corpus.jsonl`. The same seed writes the
//! same bytes.

use std::io::{self, BufWriter, Write};

#[path = "../benches/news/mod.rs"]
mod news;

fn main() -> io::Result<()> {
    let (mut seed, mut megabytes) = (1, 1);
    let mut arguments = std::env::args().skip(1);
    while let Some(option) = arguments.next() {
        let value = arguments.next().and_then(|value| value.parse().ok());
        match (option.as_str(), value) {
            ("--seed", Some(number)) => seed = number,
            ("--megabytes", Some(number)) => megabytes = number,
            _ => {
                eprintln!("usage: generate [--seed N] [--megabytes N]");
                std::process::exit(2);
            }
        }
    }

    let mut out = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    let mut news = news::News::new(seed);
    let (mut text, mut bytes) = (String::new(), 0);
    for number in 1u64.. {
        if bytes >= megabytes * 1_000_000 {
            break;
        }
        let date = news.next(&mut text);
        bytes += text.len() as u64;
        write!(out, "{{\"id\":\"made-up-{number}\",\"date\":\"{date}\",\"text\":")?;
        serde_json::to_writer(&mut out, &text)?;
        out.write_all(b"}\n")?;
    }
    out.flush()
}
