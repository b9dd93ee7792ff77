//! How fast a corpus is tagged: each stage, reading and writing, and the whole, over made-up news (`news/`).
//!
//! `cargo bench --bench tagging` runs it. Each bench asserts what it found against `counts.tsv`, since a fast wrong answer is
//! worthless; where another count is meant, `REFRESH=1 cargo bench --bench tagging -- --test` writes the table anew.

use std::fmt::Write;
use std::hint::black_box;
use std::time::Duration;

use criterion::{BatchSize, BenchmarkGroup, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use headcount::corpus::{Corpus, Input, InputFormat, Item, ReadOptions, Reader};
use headcount::output::{Format, Json, Workspace};
use headcount::text::{FullStop, split_sentences, tokenize};
use headcount::{Date, Document, Scratch, Stage, Stages, Tagger};

mod news;

/// Bytes of text, about; few enough to be tagged hundreds of times, too many for the caches.
const CORPUS: usize = 1_000_000;
const SEED: u64 = 2025;
const COUNTS: &str = include_str!("counts.tsv");

type Group<'c> = BenchmarkGroup<'c, criterion::measurement::WallTime>;
type Articles = Vec<(String, Date)>;

/// What is to be found, by name.
#[derive(Default, PartialEq)]
struct Counts(Vec<(&'static str, usize)>);

impl Counts {
    fn of(articles: &Articles) -> Counts {
        let (tagger, mut scratch, mut stages) = (Tagger::bundled(), Scratch::default(), Stages::default());
        let mut found = [0; 6];
        let mut json = Vec::new();
        for (text, date) in articles {
            let document = tagger.tag_timed(text, Some(*date), &mut scratch, &mut stages);
            found[0] += document.entities.len();
            found[1] += document.times.len();
            found[2] += document.quantities.len();
            found[3] += document.quantities.iter().filter(|quantity| quantity.role.is_some()).count();
            found[4] += document.quantities.iter().filter(|quantity| quantity.unit.is_some()).count();
            found[5] += document.tolls.len();
            Json::lines().write(text, document, &mut Workspace::default(), &mut json).unwrap();
        }
        let [entities, times, quantities, roles, units, tolls] = found;
        Counts(vec![
            ("documents", articles.len()),
            ("bytes of text", articles.iter().map(|(text, _)| text.len()).sum()),
            ("tokens", stages.tokens() as usize),
            ("sentences", count_sentences(articles)),
            ("entities", entities),
            ("times", times),
            ("quantities", quantities),
            ("quantities with a role", roles),
            ("quantities with a unit", units),
            ("tolls", tolls),
            ("bytes of JSON", json.len()),
        ])
    }

    fn get(&self, name: &str) -> usize {
        self.0.iter().find(|(of, _)| *of == name).unwrap_or_else(|| panic!("no count of {name}")).1
    }

    /// Holds them against the table, or writes the table.
    fn check(&self) {
        let mut table = COUNTS
            .lines()
            .take_while(|line| line.starts_with('#'))
            .fold(String::new(), |head, line| head + line + "\n");
        self.0.iter().for_each(|(name, count)| writeln!(table, "{name}\t{count}").unwrap());
        if std::env::var_os("REFRESH").is_some() {
            std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/counts.tsv"), table).unwrap();
        } else {
            assert_eq!(COUNTS, table, "counts changed; if that is meant, see the head of benches/tagging.rs");
        }
    }
}

fn articles() -> Articles {
    let (mut news, mut articles, mut bytes) = (news::News::new(SEED), Vec::new(), 0);
    while bytes < CORPUS {
        let mut text = String::new();
        let date = news.next(&mut text);
        bytes += text.len();
        articles.push((text, date));
    }
    articles
}

fn count_sentences(articles: &Articles) -> usize {
    let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
    let count = |(text, _): &(String, Date)| {
        tokenize(text, &mut tokens);
        split_sentences(text, &tokens, |_| FullStop::Ends, &mut sentences);
        sentences.len()
    };
    articles.iter().map(count).sum()
}

/// The same articles as a file of JSON lines.
fn jsonl(articles: &Articles) -> &'static [u8] {
    let mut lines = Vec::new();
    for (text, date) in articles {
        lines.extend_from_slice(format!("{{\"date\":\"{date}\",\"text\":").as_bytes());
        serde_json::to_writer(&mut lines, text).unwrap();
        lines.extend_from_slice(b"}\n");
    }
    lines.leak()
}

fn reader(lines: &'static [u8]) -> Reader {
    let options = ReadOptions { format: InputFormat::Jsonl, ..ReadOptions::default() };
    Reader::new([Input::stream("news.jsonl", lines)], options)
}

fn benches(criterion: &mut Criterion) {
    let articles = articles();
    let counts = Counts::of(&articles);
    counts.check();

    let mut group = criterion.benchmark_group("corpus");
    group.throughput(Throughput::Bytes(counts.get("bytes of text") as u64)).sampling_mode(SamplingMode::Flat);
    group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(3));
    edges(&mut group, &articles, &counts);
    wholes(&mut group, &articles, &counts);
    group.warm_up_time(Duration::from_millis(50)).measurement_time(Duration::from_millis(300));
    stages(&mut group, &articles, &counts);
    group.finish();
}

/// What can be run by itself: words, sentences, reading, writing.
fn edges(group: &mut Group, articles: &Articles, counts: &Counts) {
    let lines = jsonl(articles);
    group.bench_function("read JSON lines", |bencher| {
        bencher.iter(|| {
            let mut bytes = 0;
            reader(lines).for_each(|item| match item {
                Item::Document(document) => bytes += document.text.len(),
                Item::Problem(problem) => panic!("{problem}"),
            });
            assert_eq!(bytes, counts.get("bytes of text"));
        });
    });

    let mut tokens = Vec::new();
    group.bench_function("words", |bencher| {
        bencher.iter(|| {
            let count = |(text, _): &(String, Date)| {
                tokenize(black_box(text), &mut tokens);
                tokens.len()
            };
            // Later "$" is parted from letters before it, as in "US$".
            assert!(articles.iter().map(count).sum::<usize>() <= counts.get("tokens"));
        });
    });
    group.bench_function("words and sentences", |bencher| {
        bencher.iter(|| assert_eq!(count_sentences(black_box(articles)), counts.get("sentences")));
    });

    let (tagger, mut scratch) = (Tagger::bundled(), Scratch::default());
    let documents: Vec<Document> =
        articles.iter().map(|(text, date)| tagger.tag_with(text, Some(*date), &mut scratch)).collect();
    let (mut out, mut workspace) = (Vec::new(), Workspace::default());
    group.bench_function("write JSON lines", |bencher| {
        let write = |documents: Vec<Document>| {
            out.clear();
            for ((text, _), document) in articles.iter().zip(documents) {
                Json::lines().write(text, document, &mut workspace, &mut out).unwrap();
            }
            assert_eq!(out.len(), counts.get("bytes of JSON"));
        };
        bencher.iter_batched(|| documents.clone(), write, BatchSize::LargeInput);
    });
}

/// Tagging as a caller sees it.
fn wholes(group: &mut Group, articles: &Articles, counts: &Counts) {
    let (tagger, mut scratch) = (Tagger::bundled(), Scratch::default());
    group.bench_function("tag", |bencher| {
        bencher.iter(|| {
            let tagged =
                articles.iter().map(|(text, date)| tagger.tag_with(black_box(text), Some(*date), &mut scratch));
            assert_eq!(tagged.map(|document| document.quantities.len()).sum::<usize>(), counts.get("quantities"));
        });
    });

    // One thread, and what `headcount tag` does: reading, tagging, writing.
    let (lines, mut bytes) = (jsonl(articles), Vec::new());
    group.bench_function("whole program", |bencher| {
        bencher.iter(|| {
            bytes.clear();
            let keep = |written: &[u8]| {
                bytes.extend_from_slice(written);
                Ok(())
            };
            let run = Corpus::new(&tagger).threads(1);
            let summary = run.render(reader(lines), &Json::lines(), keep, |problem| panic!("{problem}"));
            assert_eq!(summary.documents as usize, counts.get("documents"));
            assert!(bytes.len() > counts.get("bytes of JSON"), "each record has its id");
        });
    });
}

/// Each stage within the whole: its own time, in the state in which the stages before leave the caches.
fn stages(group: &mut Group, articles: &Articles, counts: &Counts) {
    let (tagger, mut scratch) = (Tagger::bundled(), Scratch::default());
    for stage in Stage::ALL {
        group.bench_function(format!("stage: {}", stage.name()), |bencher| {
            bencher.iter_custom(|rounds| {
                let mut spent = Stages::default();
                for _ in 0..rounds {
                    let (mut entities, mut quantities, mut tolls) = (0, 0, 0);
                    for (text, date) in articles {
                        let document = tagger.tag_timed(black_box(text), Some(*date), &mut scratch, &mut spent);
                        entities += document.entities.len();
                        quantities += document.quantities.len();
                        tolls += document.tolls.len();
                    }
                    assert_eq!(entities, counts.get("entities"));
                    assert_eq!(quantities, counts.get("quantities"));
                    assert_eq!(tolls, counts.get("tolls"));
                }
                spent.spent(stage)
            });
        });
    }
}

criterion_group! {
    name = tagging;
    config = Criterion::default().configure_from_args();
    targets = benches
}
criterion_main!(tagging);
