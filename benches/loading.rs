//! How fast lexicons open: the bundled ones, and a gazetteer of a hundred thousand names.
//!
//! `cargo bench --bench loading` runs it.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use headcount::Tagger;

fn bundled(criterion: &mut Criterion) {
    criterion.bench_function("open the bundled lexicons", |bencher| {
        bencher.iter(|| Tagger::builder().build().unwrap());
    });
}

/// Opening a gazetteer: mapped, and read into memory.
fn gazetteer(criterion: &mut Criterion) {
    let mut file = "ref\ttype\tname\tcountry\taliases\toffice\n".to_owned();
    for number in 0..100_000u64 {
        // Odd multipliers give every number a name of its own.
        let (first, second) = ((number * 0x9e_3779) & 0xff_ffff, (number * 0x85_ebcb) & 0xff_ffff);
        file.push_str(&format!("agency:a{number}\tngo\tAid {first:x} {second:x}\t\t\t\n"));
    }
    let compiled = headcount::lexicon::build(&[("gazetteer.tsv", file)]).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("gazetteer.lexicon");
    std::fs::write(&path, &compiled).unwrap();
    let entries = |tagger: &Tagger| tagger.search("agency:a99999").len();

    let mut group = criterion.benchmark_group("gazetteer");
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
    name = loading;
    config = Criterion::default().configure_from_args();
    targets = bundled, gazetteer
}
criterion_main!(loading);
