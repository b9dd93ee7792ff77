//! The report, as `headcount bench --json` prints it and `--compare` reads it: one JSON object, its fields as below.

use std::path::Path;

use anyhow::{Context, ensure};
use serde::{Deserialize, Serialize};

use super::compare::Comparison;
use super::machine::Machine;

/// Counts up when a field changes its meaning or goes.
pub const FORMAT: u32 = 1;

/// All that a bench found.
#[derive(Debug, Serialize, Deserialize)]
pub struct Report {
    /// Version of this layout.
    pub format: u32,
    /// Version of headcount.
    pub version: String,
    /// `release`, or `debug` for a program with debug assertions, whose figures mean nothing.
    pub build: String,
    /// When it ended, UTC, ISO 8601.
    pub date: String,
    pub machine: Machine,
    pub options: Options,
    pub corpus: Counted,
    pub output: Found,
    /// Seconds to open the lexicons; in no other figure.
    pub open_seconds: f64,
    /// The program, by number of threads, one first. A run reads the files, tags, and writes JSON lines to a sink that counts
    /// and sums up.
    pub program: Vec<Speed>,
    /// The bare scan; null with `--no-reference`.
    pub reference: Option<Reference>,
    /// MB/s of the program on one thread over MB/s of the bare scan, medians; null with `--no-reference`.
    pub ratio: Option<f64>,
    /// One thread, stage by stage, in runs of their own with a clock at each stage.
    pub stages: Vec<StageTime>,
    /// Those runs as a whole, in seconds: against `program[0].seconds` it tells what the clock itself takes.
    pub timed_seconds: Spread,
    pub memory: Memory,
    /// Share of the measured time on one thread that went by with waiting for a core, as other programs had them; null
    /// where the system does not tell. Figures from a busy machine are too low, and jump.
    pub waited_percent: Option<f64>,
    /// The comparison with an earlier report; only with `--compare`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comparison: Option<Comparison>,
}

/// How it was asked for.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Options {
    /// The corpus, as named.
    pub inputs: Vec<String>,
    /// What was given with `--lexicon`.
    pub lexicons: Vec<String>,
    /// False with `--no-bundled-names`.
    pub bundled_names: bool,
    /// `auto`, `text` or `jsonl`.
    pub input_format: String,
    pub text_field: String,
    pub id_field: String,
    pub date_field: String,
    /// The date of all documents, or null.
    pub date: Option<String>,
    /// Most threads.
    pub threads: usize,
    /// Runs measured of each.
    pub repeat: u32,
    /// Runs of each before.
    pub warm_up: u32,
}

/// How large the corpus is.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Counted {
    pub documents: u64,
    /// Bytes of the inputs as they were read.
    pub input_bytes: u64,
    /// Bytes of the documents' texts in UTF-8: what MB/s counts (1 MB is 1,000,000 bytes).
    pub text_bytes: u64,
    /// Words, numbers and signs.
    pub tokens: u64,
    /// Documents and inputs that were left out.
    pub errors: u64,
}

/// What was found: a fast wrong answer shows here.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Found {
    pub entities: u64,
    pub quantities: u64,
    pub times: u64,
    pub tolls: u64,
    /// Bytes of JSON lines written.
    pub bytes: u64,
    /// XXH3 (64 bits, hexadecimal) of all of them: what `xxhsum -H3` says of the output of `headcount tag`.
    pub xxh3: String,
    /// Whether every run, with any number of threads, wrote the same.
    pub same_in_all_runs: bool,
}

/// One number of threads.
#[derive(Debug, Serialize, Deserialize)]
pub struct Speed {
    /// Threads that tag.
    pub threads: usize,
    pub seconds: Spread,
    pub mb_per_second: Spread,
    /// At the median.
    pub documents_per_second: f64,
    /// At the median.
    pub tokens_per_second: f64,
    /// MB/s over MB/s on one thread, medians.
    pub to_one_thread: f64,
    /// The same over the number of threads: 1 where each thread adds as much as the first.
    pub efficiency: f64,
}

/// The bare scan.
#[derive(Debug, Serialize, Deserialize)]
pub struct Reference {
    /// What it does, in words.
    pub what: String,
    /// How many different names it looks for.
    pub forms: usize,
    /// Compiled lexicons of which it looks for the canonical names only, since they keep no others as text.
    pub canonical_only: Vec<String>,
    /// Seconds to build the automaton; in no other figure.
    pub build_seconds: f64,
    /// Bytes of memory of the automaton.
    pub memory_bytes: u64,
    /// What it found.
    pub matches: u64,
    pub seconds: Spread,
    pub mb_per_second: Spread,
}

/// One stage.
#[derive(Debug, Serialize, Deserialize)]
pub struct StageTime {
    pub stage: String,
    pub seconds: Spread,
    /// Nanoseconds a token, at the median.
    pub ns_per_token: f64,
    /// Share of all stages, at the medians.
    pub percent: f64,
}

/// The most memory that was held.
#[derive(Debug, Serialize, Deserialize)]
pub struct Memory {
    /// Bytes; null where the system does not tell.
    pub peak_bytes: Option<u64>,
    /// Threads of the run that it is of, which was the first: nothing of the bench itself was in memory yet.
    pub threads: usize,
    /// Whether inputs that can be read only once were held in memory too.
    pub with_inputs: bool,
}

/// What repeated runs gave.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Spread {
    pub median: f64,
    pub min: f64,
    pub max: f64,
    /// All of them, in the order of the runs.
    pub samples: Vec<f64>,
}

impl Spread {
    /// Sums samples up. All is 0 where there are none.
    pub fn of(samples: Vec<f64>) -> Self {
        let mut sorted = samples.clone();
        sorted.sort_unstable_by(f64::total_cmp);
        let at = |index: usize| sorted.get(index).copied().unwrap_or_default();
        let middle = sorted.len() / 2;
        let median = if sorted.len() % 2 == 1 { at(middle) } else { (at(middle.saturating_sub(1)) + at(middle)) / 2.0 };
        Spread { median, min: at(0), max: at(sorted.len().saturating_sub(1)), samples }
    }

    /// Seconds as rates of so much.
    pub fn rate(&self, amount: f64) -> Spread {
        Spread::of(self.samples.iter().map(|seconds| amount / seconds.max(f64::MIN_POSITIVE)).collect())
    }

    /// Whether no sample of one is among the samples of the other.
    pub fn apart(&self, other: &Spread) -> bool {
        self.min > other.max || self.max < other.min
    }
}

impl Report {
    /// How many per cent of the time were waiting, where it is enough to mind.
    pub fn busy(&self) -> Option<f64> {
        self.waited_percent.filter(|percent| *percent >= 5.0)
    }

    /// Reads an earlier report.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let contents = std::fs::read(path).with_context(|| format!("{}: cannot be read", path.display()))?;
        let report = serde_json::from_slice::<Report>(&contents)
            .with_context(|| format!("{}: is no report of `headcount bench --json`", path.display()))?;
        let format = report.format;
        ensure!(format == FORMAT, "{}: has format {format}, and this program reads {FORMAT}", path.display());
        Ok(report)
    }
}

#[cfg(test)]
mod tests {
    use super::Spread;

    #[test]
    fn samples_are_summed_up() {
        for (samples, median, min, max) in [
            (&[][..], 0.0, 0.0, 0.0),
            (&[3.0], 3.0, 3.0, 3.0),
            (&[3.0, 1.0], 2.0, 1.0, 3.0),
            (&[3.0, 1.0, 9.0], 3.0, 1.0, 9.0),
        ] {
            let spread = Spread::of(samples.to_vec());
            assert_eq!((spread.median, spread.min, spread.max), (median, min, max), "{samples:?}");
        }
        assert_eq!(Spread::of(vec![0.5, 0.25]).rate(1.0).samples, [2.0, 4.0]);
    }

    #[test]
    fn spreads_that_touch_are_not_apart() {
        let [low, middle, high] = [[1.0, 2.0], [2.0, 3.0], [2.5, 4.0]].map(|samples| Spread::of(samples.to_vec()));
        assert!(!low.apart(&middle) && !high.apart(&middle));
        assert!(low.apart(&high) && high.apart(&low));
    }
}
