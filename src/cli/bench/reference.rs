//! The reference: a bare scan for the names of the lexicons, which finds strings and understands nothing.

use std::time::Instant;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use anyhow::Context;

use crate::cli::args::OwnLexicons;
use crate::cli::surfaces::{Surfaces, surfaces};

/// What the scan is, in words.
pub const WHAT: &str = "aho-corasick, contiguous NFA, leftmost-longest, for the names as they are written (no other letters, no word boundaries), over the texts in memory, on one thread; counts matches and writes nothing";

/// The scan, ready to run.
pub struct Reference {
    search: AhoCorasick,
    texts: Vec<String>,
    /// How many different names it looks for.
    pub forms: usize,
    /// Lexicons of which it has only the canonical names.
    pub canonical_only: Vec<String>,
    pub build_seconds: f64,
}

impl Reference {
    /// Builds the automaton.
    pub fn build(own: &OwnLexicons, texts: Vec<String>) -> anyhow::Result<Self> {
        let Surfaces { forms, canonical_only } = surfaces(own)?;
        let start = Instant::now();
        let search = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(&forms)
            .context("these names are too many for the reference; measure with --no-reference")?;
        Ok(Reference {
            search,
            texts,
            forms: forms.len(),
            canonical_only,
            build_seconds: start.elapsed().as_secs_f64(),
        })
    }

    /// Bytes of memory that the automaton takes.
    pub fn memory(&self) -> u64 {
        self.search.memory_usage() as u64
    }

    /// Scans all texts. Seconds and matches.
    pub fn run(&self) -> (f64, u64) {
        let start = Instant::now();
        let matches = self.texts.iter().map(|text| self.search.find_iter(text).count() as u64).sum();
        (start.elapsed().as_secs_f64(), matches)
    }
}
