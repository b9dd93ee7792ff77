//! Where the time goes: the stages of tagging, and a clock that ordinary tagging does without.

use std::time::{Duration, Instant};

/// A stretch of the way of a document, as [`Tagger::tag_timed`](crate::Tagger::tag_timed) measures it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Words and sentences.
    Text,
    /// Looking every word up in the lexicons, and the names and terms that begin there.
    Lexicons,
    /// From names to entities.
    Entities,
    /// Dates, clock times, periods.
    Times,
    /// Numerals.
    Numbers,
    /// What each number counts, with role, source, place and time.
    Quantities,
    /// The record of what was found.
    Records,
    /// Tolls.
    Tolls,
}

impl Stage {
    /// All of them, in the order of the way.
    pub const ALL: [Stage; 8] = [
        Stage::Text,
        Stage::Lexicons,
        Stage::Entities,
        Stage::Times,
        Stage::Numbers,
        Stage::Quantities,
        Stage::Records,
        Stage::Tolls,
    ];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Stage::Text => "words and sentences",
            Stage::Lexicons => "lexicons",
            Stage::Entities => "entities",
            Stage::Times => "times",
            Stage::Numbers => "numbers",
            Stage::Quantities => "quantities",
            Stage::Records => "records",
            Stage::Tolls => "tolls",
        }
    }
}

/// The time that each stage took, summed over texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stages {
    spent: [Duration; Stage::ALL.len()],
    tokens: u64,
}

impl Stages {
    /// The time that a stage took.
    #[must_use]
    pub fn spent(&self, stage: Stage) -> Duration {
        self.spent[stage as usize]
    }

    /// How many tokens (words, numbers, signs) the texts had.
    #[must_use]
    pub fn tokens(&self) -> u64 {
        self.tokens
    }
}

/// Is told when a stage is over. `()` does not listen, and costs nothing.
pub(crate) trait Clock {
    /// A text had so many tokens.
    fn tokens(&mut self, count: usize);
    /// What was done since the stage before was this one.
    fn over(&mut self, stage: Stage);
}

impl Clock for () {
    #[inline(always)]
    fn tokens(&mut self, _: usize) {}

    #[inline(always)]
    fn over(&mut self, _: Stage) {}
}

/// A clock that runs.
pub(crate) struct Running<'s> {
    stages: &'s mut Stages,
    since: Instant,
}

impl<'s> Running<'s> {
    pub fn start(stages: &'s mut Stages) -> Self {
        Running { stages, since: Instant::now() }
    }
}

impl Clock for Running<'_> {
    fn tokens(&mut self, count: usize) {
        self.stages.tokens += count as u64;
    }

    fn over(&mut self, stage: Stage) {
        let now = Instant::now();
        self.stages.spent[stage as usize] += now - self.since;
        self.since = now;
    }
}
