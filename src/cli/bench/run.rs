//! Runs of the program: as `headcount tag` runs, and with a clock at every stage.

use std::time::{Duration, Instant};

use headcount::corpus::{Batch, Corpus, Item, Problem, Summary};
use headcount::output::{Format, Json, Workspace};
use headcount::{Date, Document, Stages, Tagger};
use xxhash_rust::xxh3::Xxh3;

use super::corpus::Inputs;

/// What all runs have in common.
pub struct Program<'t> {
    pub tagger: &'t Tagger,
    pub inputs: &'t Inputs,
    pub date: Option<Date>,
}

/// What was written, in short: two runs that wrote the same have the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    pub bytes: u64,
    pub xxh3: u64,
}

/// A run with a clock.
pub struct Timed {
    /// All of it, in seconds.
    pub seconds: f64,
    /// Reading files and taking JSON lines apart.
    pub reading: Duration,
    /// The stages of tagging.
    pub stages: Stages,
    /// Writing JSON lines.
    pub writing: Duration,
    pub written: Written,
}

impl Program<'_> {
    /// Runs as `headcount tag` does. Seconds, what was written, and how it went.
    pub fn run(&self, threads: usize, problem: impl FnMut(&Problem)) -> (f64, Written, Summary) {
        let start = Instant::now();
        let mut sink = Sink::default();
        let corpus = Corpus::new(self.tagger).threads(threads).date(self.date);
        let write = |bytes: &[u8]| {
            sink.write(bytes);
            Ok(())
        };
        let summary = corpus.render(self.inputs.reader(), &Json::lines(), write, problem);
        let written = sink.written();
        (start.elapsed().as_secs_f64(), written, summary)
    }

    /// Runs on one thread and takes the time of each stage. `each` sees every text and its document.
    pub fn timed(&self, mut each: impl FnMut(&str, &Document<'_>)) -> Timed {
        let start = Instant::now();
        let (mut stages, mut tagging, mut writing) = (Stages::default(), Duration::ZERO, Duration::ZERO);
        let (mut scratch, mut workspace) = (self.tagger.scratch(), Workspace::default());
        let (mut batch, mut out, mut sink) = (Batch::default(), Vec::new(), Sink::default());
        let mut reader = self.inputs.reader();
        while reader.read(&mut batch) {
            batch.for_each(|item| {
                let Item::Document(source) = item else { return };
                let began = Instant::now();
                let date = self.date.or(source.date);
                let mut document = self.tagger.tag_timed(&source.text, date, &mut scratch, &mut stages);
                document.id = Some(source.id.as_ref().into());
                let tagged = Instant::now();
                each(&source.text, &document);
                let before = out.len();
                if Json::lines().write(&source.text, document, &mut workspace, &mut out).is_err() {
                    out.truncate(before);
                }
                tagging += tagged - began;
                writing += tagged.elapsed();
            });
            let full = Instant::now();
            sink.write(&out);
            out.clear();
            writing += full.elapsed();
        }
        let all = start.elapsed();
        let reading = all.saturating_sub(tagging + writing);
        Timed { seconds: all.as_secs_f64(), reading, stages, writing, written: sink.written() }
    }
}

/// Counts and sums up what is written, and drops it.
#[derive(Default)]
struct Sink {
    bytes: u64,
    sum: Xxh3,
}

impl Sink {
    fn write(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        self.sum.update(bytes);
    }

    fn written(&self) -> Written {
        Written { bytes: self.bytes, xxh3: self.sum.digest() }
    }
}
