//! Before and after: a report held against an earlier one.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::report::{Report, Spread};

/// What changed since an earlier report.
#[derive(Debug, Serialize, Deserialize)]
pub struct Comparison {
    /// The file of the earlier report.
    pub with: String,
    /// Counts and checksums that are not what they were. Where there are any, the program ends with exit code 1.
    pub differences: Vec<Difference>,
    /// What else makes the two hard to compare: another machine, other options.
    pub remarks: Vec<String>,
    /// Figure by figure.
    pub ratios: Vec<Ratio>,
}

/// A count or checksum that is not what it was.
#[derive(Debug, Serialize, Deserialize)]
pub struct Difference {
    pub what: String,
    pub before: String,
    pub after: String,
}

/// A figure before and after.
#[derive(Debug, Serialize, Deserialize)]
pub struct Ratio {
    pub what: String,
    /// The median, where there is more than one sample.
    pub before: f64,
    pub after: f64,
    /// `after / before`.
    pub ratio: f64,
    /// Whether all samples after lie on one side of all samples before; null for a single sample.
    pub apart: Option<bool>,
}

impl Comparison {
    /// Holds a report against an earlier one.
    pub fn of(path: &Path, before: &Report, after: &Report) -> Self {
        Comparison {
            with: path.display().to_string(),
            differences: differences(before, after),
            remarks: remarks(before, after),
            ratios: ratios(before, after),
        }
    }
}

fn differences(before: &Report, after: &Report) -> Vec<Difference> {
    let counts = |report: &Report| {
        let (corpus, output) = (&report.corpus, &report.output);
        let counts = [
            ("documents", corpus.documents),
            ("bytes of text", corpus.text_bytes),
            ("tokens", corpus.tokens),
            ("entities", output.entities),
            ("quantities", output.quantities),
            ("times", output.times),
            ("tolls", output.tolls),
            ("bytes of output", output.bytes),
        ];
        let counts = counts.map(|(what, count)| (what, count.to_string()));
        counts.into_iter().chain([("checksum of the output", output.xxh3.clone())]).collect::<Vec<_>>()
    };
    let pairs = counts(before).into_iter().zip(counts(after));
    pairs
        .filter(|((_, before), (_, after))| before != after)
        .map(|((what, before), (_, after))| Difference { what: what.to_owned(), before, after })
        .collect()
}

fn remarks(before: &Report, after: &Report) -> Vec<String> {
    let mut remarks = Vec::new();
    let mut differ = |what: &str, before: &str, after: &str| {
        if before != after {
            remarks.push(format!("{what}: {before} before, {after} now"));
        }
    };
    let (old, new) = (&before.machine, &after.machine);
    differ("another processor", &old.cpu, &new.cpu);
    differ("another number of cores", &old.cores.to_string(), &new.cores.to_string());
    differ("another operating system", &old.os, &new.os);
    differ("another build", &before.build, &after.build);
    let (old, new) = (&before.options, &after.options);
    let list = |paths: &[String]| if paths.is_empty() { "none".to_owned() } else { paths.join(", ") };
    differ("other inputs", &list(&old.inputs), &list(&new.inputs));
    differ("other lexicons", &list(&old.lexicons), &list(&new.lexicons));
    let names = |bundled: bool| if bundled { "in" } else { "left out" };
    differ("the bundled names", names(old.bundled_names), names(new.bundled_names));
    let forms = |report: &Report| report.reference.as_ref().map(|scan| scan.forms.to_string());
    if let (Some(old), Some(new)) = (forms(before), forms(after)) {
        differ("names that the bare scan looks for", &old, &new);
    }
    for (when, report) in [("before", before), ("now", after)] {
        if let Some(percent) = report.busy() {
            remarks.push(format!(
                "the machine was busy {when}: {percent:.0} % of the time went by with waiting for a core"
            ));
        }
    }
    remarks
}

fn ratios(before: &Report, after: &Report) -> Vec<Ratio> {
    let mut ratios = Vec::new();
    for new in &after.program {
        if let Some(old) = before.program.iter().find(|old| old.threads == new.threads) {
            let threads = if new.threads == 1 { "1 thread".to_owned() } else { format!("{} threads", new.threads) };
            ratios.push(spreads(format!("MB/s, {threads}"), &old.mb_per_second, &new.mb_per_second));
        }
    }
    if let (Some(old), Some(new)) = (&before.reference, &after.reference) {
        ratios.push(spreads("MB/s, bare scan".to_owned(), &old.mb_per_second, &new.mb_per_second));
    }
    if let (Some(old), Some(new)) = (before.ratio, after.ratio) {
        ratios.push(single("program / bare scan", old, new));
    }
    for new in &after.stages {
        if let Some(old) = before.stages.iter().find(|old| old.stage == new.stage) {
            let per_token = |spread: &Spread, report: &Report| {
                let scale = 1e9 / report.corpus.tokens.max(1) as f64;
                Spread::of(spread.samples.iter().map(|seconds| seconds * scale).collect())
            };
            let (old, after) = (per_token(&old.seconds, before), per_token(&new.seconds, after));
            ratios.push(spreads(format!("ns a token, {}", new.stage), &old, &after));
        }
    }
    if let (Some(old), Some(new)) = (before.memory.peak_bytes, after.memory.peak_bytes) {
        ratios.push(single("peak memory, MB", old as f64 / 1e6, new as f64 / 1e6));
    }
    ratios.push(single("opening the lexicons, ms", before.open_seconds * 1e3, after.open_seconds * 1e3));
    ratios
}

fn spreads(what: String, before: &Spread, after: &Spread) -> Ratio {
    let apart = (before.samples.len() > 1 && after.samples.len() > 1).then(|| after.apart(before));
    Ratio { apart, ..single(&what, before.median, after.median) }
}

fn single(what: &str, before: f64, after: f64) -> Ratio {
    let ratio = if before == 0.0 { 0.0 } else { after / before };
    Ratio { what: what.to_owned(), before, after, ratio, apart: None }
}
