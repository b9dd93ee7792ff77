//! The reasoning behind a record, for users who wonder and for whoever tunes rules: what `headcount explain` shows.

use serde::Serialize;

/// Everything that [`crate::Tagger::explain`] tells of a text, beside the record itself.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Explanation {
    /// The tokens in text order, with what the lexicons say each can be.
    pub tokens: Vec<TokenNote>,
    /// The chunks in text order: what linking works on.
    pub chunks: Vec<ChunkNote>,
    /// The decisions in the order they were made.
    pub steps: Vec<Step>,
}

impl Explanation {
    /// Appends what is told of the stretch that begins at this byte, behind so many sentences.
    pub(crate) fn append(&mut self, next: Explanation, start: usize, sentences: usize) {
        let Explanation { tokens, chunks, steps } = next;
        self.tokens.extend(tokens.into_iter().map(|mut note| {
            note.sentence += sentences;
            (note.start, note.end) = (note.start + start, note.end + start);
            note
        }));
        self.chunks.extend(chunks.into_iter().map(|mut note| {
            (note.start, note.end) = (note.start + start, note.end + start);
            note
        }));
        self.steps.extend(steps.into_iter().map(|mut step| {
            (step.start, step.end) = (step.start + start, step.end + start);
            step
        }));
    }
}

/// One token and what it can be.
#[derive(Clone, Debug, Serialize)]
pub struct TokenNote {
    /// Byte range of the token.
    pub start: usize,
    /// End of the range.
    pub end: usize,
    /// Index of its sentence.
    pub sentence: usize,
    /// Shape, parts of speech and lexicon classes, in words.
    pub notes: Vec<String>,
}

/// One chunk: a number phrase, a cue, a connective…
#[derive(Clone, Debug, Serialize)]
pub struct ChunkNote {
    /// Byte range of the chunk.
    pub start: usize,
    /// End of the range.
    pub end: usize,
    /// What kind of chunk it is.
    pub kind: &'static str,
    /// What is known of it.
    pub detail: String,
}

/// One decision: which rule, on which words, with what result.
#[derive(Clone, Debug, Serialize)]
pub struct Step {
    /// Name of the rule, as in the source.
    pub rule: &'static str,
    /// Byte range of the words that it decided about.
    pub start: usize,
    /// End of the range.
    pub end: usize,
    /// What it decided.
    pub detail: String,
}

/// Collects steps where somebody asked for them; costs a branch where nobody did.
#[derive(Debug, Default)]
pub(crate) struct Trace(Option<Vec<Step>>);

impl Trace {
    pub(crate) fn on() -> Self {
        Trace(Some(Vec::new()))
    }

    /// Whether somebody listens: only then is there need to work out what no record shows.
    #[inline]
    pub(crate) fn is_on(&self) -> bool {
        self.0.is_some()
    }

    /// Notes a decision; `detail` is only called when somebody listens.
    #[inline]
    pub(crate) fn note(&mut self, rule: &'static str, start: u32, end: u32, detail: impl FnOnce() -> String) {
        if let Some(steps) = &mut self.0 {
            steps.push(Step { rule, start: start as usize, end: end as usize, detail: detail() });
        }
    }

    pub(crate) fn take(&mut self) -> Vec<Step> {
        self.0.as_mut().map(std::mem::take).unwrap_or_default()
    }
}
