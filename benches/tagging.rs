//! How fast the stages are, over news that a seeded generator makes up.
//!
//! `cargo bench` runs it. Each bench asserts how much it found: a fast wrong answer is worthless.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use headcount::Tagger;
use headcount::output::{Format, Json, Workspace};
use headcount::text::{FullStop, split_sentences, tokenize};

/// Sentences with a number in each pair of braces: `{n}` in digits, `{w}` in words.
const TEMPLATES: &[&str] = &[
    "At least {n} people were killed and {n} wounded in {place} on {day}, {agency} said.",
    "In Geneva, {agency} told reporters that about {n} soldiers had been sent to {place}.",
    "As many as {w} children are missing after the flood near {place}.",
    "The government denied that {n} workers had been laid off in {place}.",
    "Nobody in {place} had seen anything like it, said a teacher who has lived there all her life.",
    "Rebels shot down {w} helicopters and captured {n} police officers, according to {agency}.",
    "More than {n} families fled {place} after the attack on {day}, {agency} said in a statement.",
    "The talks in {place} will go on next week, and neither side expects them to be easy.",
    "Prices in {place} rose {w} percent last year, {agency} reported.",
];
const PLACES: &[&str] =
    &["Ghana", "Kursk", "Marseille", "North Korea", "Lagos", "Bogota", "Nepal", "Zadar", "Texas", "Gaza"];
const AGENCIES: &[&str] = &["the UN", "NATO", "the World Bank", "Amnesty International", "the Red Cross", "Reuters"];
const DAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const WORDS: &[&str] = &["two", "three", "five", "eleven", "twenty-six", "forty"];

/// Numbers that look random and are the same in every run (SplitMix64).
struct Seeded(u64);

impl Seeded {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn pick<'s>(&mut self, of: &[&'s str]) -> &'s str {
        of[(self.next() % of.len() as u64) as usize]
    }
}

/// Made-up articles and the number of quantities in each.
fn articles(count: usize) -> Vec<(String, usize)> {
    let mut seeded = Seeded(2025);
    (0..count).map(|_| article(&mut seeded)).collect()
}

fn article(seeded: &mut Seeded) -> (String, usize) {
    let (mut text, mut quantities) = (String::new(), 0);
    for sentence in 0..20 {
        if sentence > 0 {
            text.push_str(if sentence % 4 == 0 { "\n\n" } else { " " });
        }
        let mut rest = seeded.pick(TEMPLATES);
        while let Some((before, after)) = rest.split_once('{') {
            let (slot, behind) = after.split_once('}').expect("a brace is closed");
            text.push_str(before);
            match slot {
                "n" => text.push_str(&(2 + seeded.next() % 900).to_string()),
                "w" => text.push_str(seeded.pick(WORDS)),
                "place" => text.push_str(seeded.pick(PLACES)),
                "agency" => text.push_str(seeded.pick(AGENCIES)),
                "day" => text.push_str(seeded.pick(DAYS)),
                other => panic!("no slot {other}"),
            }
            quantities += usize::from(matches!(slot, "n" | "w"));
            rest = behind;
        }
        text.push_str(rest);
    }
    (text, quantities)
}

fn benches(criterion: &mut Criterion) {
    let articles = articles(200);
    let bytes: usize = articles.iter().map(|(text, _)| text.len()).sum();
    let expected: usize = articles.iter().map(|(_, quantities)| quantities).sum();
    let tagger = Tagger::bundled();
    let mut scratch = tagger.scratch();

    let mut group = criterion.benchmark_group("news");
    group.throughput(Throughput::Bytes(bytes as u64)).sample_size(20);

    let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
    group.bench_function("words and sentences", |bencher| {
        bencher.iter(|| {
            let mut found = 0;
            for (text, _) in &articles {
                tokenize(black_box(text), &mut tokens);
                split_sentences(text, &tokens, |_| FullStop::Ends, &mut sentences);
                found += sentences.len();
            }
            assert_eq!(found, articles.len() * 20);
        });
    });

    group.bench_function("tag", |bencher| {
        bencher.iter(|| {
            let tagged = articles.iter().map(|(text, _)| tagger.tag_with(black_box(text), None, &mut scratch));
            assert_eq!(tagged.map(|document| document.quantities.len()).sum::<usize>(), expected);
        });
    });

    let (mut out, mut workspace) = (Vec::new(), Workspace::default());
    group.bench_function("tag and write JSON lines", |bencher| {
        bencher.iter(|| {
            out.clear();
            for (text, _) in &articles {
                let document = tagger.tag_with(black_box(text), None, &mut scratch);
                Json::lines().write(text, document, &mut workspace, &mut out).unwrap();
            }
            assert_eq!(out.iter().filter(|&&byte| byte == b'\n').count(), articles.len());
        });
    });
    group.finish();

    criterion.bench_function("open the bundled lexicons", |bencher| {
        bencher.iter(|| Tagger::builder().build().unwrap());
    });
    gazetteer(criterion);
}

/// Opening a gazetteer of a hundred thousand names: mapped, and read into memory.
fn gazetteer(criterion: &mut Criterion) {
    let mut seeded = Seeded(7);
    let mut file = "ref\ttype\tname\tcountry\taliases\toffice\n".to_owned();
    for number in 0..100_000 {
        let name = format!("{:x} {:x}", seeded.next() >> 40, seeded.next() >> 40);
        file.push_str(&format!("agency:a{number}\tngo\tAid {name}\t\t\t\n"));
    }
    let compiled = headcount::lexicon::build(&[("gazetteer.tsv", file)]).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("gazetteer.lexicon");
    std::fs::write(&path, &compiled).unwrap();
    let entries = |tagger: &Tagger| tagger.search("agency:a99999").len();

    let mut group = criterion.benchmark_group("load");
    group.throughput(Throughput::Bytes(compiled.len() as u64));
    group.bench_function("mapped", |bencher| {
        bencher.iter(|| {
            let tagger = Tagger::builder().without_bundled_names().lexicon(&path).build().unwrap();
            assert_eq!(entries(&tagger), 1);
        });
    });
    group.bench_function("read into memory", |bencher| {
        bencher.iter(|| {
            let bytes = std::fs::read(&path).unwrap();
            let tagger = Tagger::builder().without_bundled_names().lexicon_compiled(bytes).build().unwrap();
            assert_eq!(entries(&tagger), 1);
        });
    });
    group.finish();
}

criterion_group! {
    name = tagging;
    config = Criterion::default().configure_from_args();
    targets = benches
}
criterion_main!(tagging);
