//! The tagger: the ways to have a text read, and its lexicons looked into.

mod builder;
mod pipeline;

use std::sync::Arc;
#[cfg(feature = "parallel")]
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::entity::Entities;
use crate::lexicon::{self, Lexicon, View, Words};
use crate::long::{self, Whole};
use crate::quantity::Quantities;
use crate::stages::{Clock, Running, Stage, Stages};
use crate::text::{Sentence, Token};
use crate::time::Times;
use crate::toll::Figure;
use crate::trace::{Explanation, Trace};
use crate::{Date, Document, entity, number, quantity};

pub use builder::TaggerBuilder;

/// Reads texts and makes records. Immutable; a clone shares the lexicons, so that each thread can have one.
///
/// ```
/// let tagger = headcount::Tagger::bundled();
/// let mut scratch = tagger.scratch();
/// for text in ["Two miners died.", "Nine people drowned."] {
///     let document = tagger.tag_with(text, None, &mut scratch);
///     assert_eq!(document.tolls.len(), 1);
/// }
/// ```
#[derive(Clone)]
pub struct Tagger {
    lexicon: Arc<Lexicon>,
}

/// Work area of one thread, kept between texts so that tagging reuses its memory.
#[derive(Default)]
pub struct Scratch {
    /// One for each text that is read at a time.
    layers: Vec<Layers>,
    work: Work,
    trace: Trace,
}

/// What the rooms make of a text, one layer on the other.
#[derive(Default)]
struct Layers {
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    words: Words,
    entities: Entities,
    times: Times,
    numerals: number::Numerals,
    quantities: Quantities,
    figures: Vec<Figure>,
}

/// What the rooms need for it, the same for one text after the other.
#[derive(Default)]
struct Work {
    lexicon: lexicon::Work,
    entities: entity::Work,
}

impl Tagger {
    /// The tagger with the lexicons that come with the crate. Built once a process; later calls share it.
    #[must_use]
    pub fn bundled() -> Tagger {
        Tagger { lexicon: lexicon::bundled().clone() }
    }

    /// Starts a tagger with other lexicons.
    #[must_use]
    pub fn builder() -> TaggerBuilder {
        TaggerBuilder::default()
    }

    /// A work area for [`tag_with`](Tagger::tag_with).
    #[must_use]
    pub fn scratch(&self) -> Scratch {
        Scratch::default()
    }

    /// Tags one text.
    #[must_use]
    pub fn tag<'a>(&'a self, text: &'a str) -> Document<'a> {
        self.tag_with(text, None, &mut self.scratch())
    }

    /// Tags one text with the date it was published (for "on Wednesday" and its like) and a kept work area.
    ///
    /// # Long texts
    /// A text of more than 1 MiB, hundreds of articles, is read in stretches of up to 256 KiB, so that time grows with its
    /// length and no faster. It is cut behind a blank line, else behind a line, a sentence, a word. Names are not
    /// linked over a cut: a surname or an acronym that only an earlier stretch explains is a stranger again, and a year
    /// that dates lean on has to be told again. Offsets, indexes and tolls are those of the whole text.
    #[must_use]
    pub fn tag_with<'a>(&'a self, text: &'a str, date: Option<Date>, scratch: &mut Scratch) -> Document<'a> {
        self.tag_by(&mut (), text, date, scratch)
    }

    /// Tags one text; if it is [long](Tagger::tag_with), its stretches are read on all threads of the `rayon` pool
    /// that this is called in. The document is the same as [`tag_with`](Tagger::tag_with) makes.
    ///
    /// ```
    /// let tagger = headcount::Tagger::bundled();
    /// let text = "Two miners died.\n\n".repeat(100_000);
    /// let document = tagger.tag_parallel(&text, None);
    /// assert_eq!(document.quantities.len(), 100_000);
    /// ```
    #[cfg(feature = "parallel")]
    #[must_use]
    pub fn tag_parallel<'a>(&'a self, text: &'a str, date: Option<Date>) -> Document<'a> {
        if !long::is_long(text) {
            return self.tag_with(text, date, &mut self.scratch());
        }
        let ranges: Vec<_> = long::stretches(text).collect();
        // Taken one by one, in order, so that pieces do not wait long to be put together.
        let (taken, gather) = (AtomicUsize::new(0), long::Gather::default());
        rayon::scope(|scope| {
            for _ in 0..rayon::current_num_threads().min(ranges.len()) {
                scope.spawn(|_| {
                    let mut scratch = self.scratch();
                    loop {
                        let number = taken.fetch_add(1, Ordering::Relaxed);
                        let Some(range) = ranges.get(number) else { break };
                        gather.add(number, self.piece(&mut (), text, range.clone(), date, &mut scratch));
                    }
                });
            }
        });
        gather.finish().finish(&self.lexicon, &mut Trace::default())
    }

    /// Tags one text as [`tag_with`](Tagger::tag_with) does, and adds the time that each stage took to `stages`.
    ///
    /// ```
    /// use headcount::{Scratch, Stage, Stages, Tagger};
    ///
    /// let mut stages = Stages::default();
    /// Tagger::bundled().tag_timed("Two miners died.", None, &mut Scratch::default(), &mut stages);
    /// assert_eq!(stages.tokens(), 4);
    /// assert!(Stage::ALL.iter().any(|stage| !stages.spent(*stage).is_zero()));
    /// ```
    pub fn tag_timed<'a>(
        &'a self,
        text: &'a str,
        date: Option<Date>,
        scratch: &mut Scratch,
        stages: &mut Stages,
    ) -> Document<'a> {
        self.tag_by(&mut Running::start(stages), text, date, scratch)
    }

    /// The way of a document.
    fn tag_by<'a>(
        &'a self,
        clock: &mut impl Clock,
        text: &'a str,
        date: Option<Date>,
        scratch: &mut Scratch,
    ) -> Document<'a> {
        if long::is_long(text) {
            let mut whole = Whole::default();
            long::stretches(text).for_each(|range| whole.append(self.piece(clock, text, range, date, scratch)));
            let document = whole.finish(&self.lexicon, &mut Trace::default());
            clock.over(Stage::Tolls);
            return document;
        }
        let mut tagged = Document::default();
        self.tag_each(clock, &[(text, date)], scratch, &mut |document| tagged = document);
        tagged
    }

    /// Tags several texts, none of them long, stage by stage: a stage is so much program that a short text after the
    /// other, each through all of them, would have the processor fetch it anew each time. `each` gets the documents in order.
    #[cfg(feature = "parallel")]
    pub(crate) fn tag_together<'a>(
        &'a self,
        texts: &[(&'a str, Option<Date>)],
        scratch: &mut Scratch,
        each: &mut dyn FnMut(Document<'a>),
    ) {
        self.tag_each(&mut (), texts, scratch, each);
    }

    /// Tags one text and tells how each decision came about.
    #[must_use]
    pub fn explain<'a>(&'a self, text: &'a str, date: Option<Date>) -> (Document<'a>, Explanation) {
        let mut scratch = Scratch { trace: Trace::on(), ..Scratch::default() };
        let (mut whole, mut explanation) = (Whole::default(), Explanation::default());
        for range in long::stretches(text) {
            let (start, sentences) = (range.start, whole.sentences);
            whole.append(self.piece(&mut (), text, range.clone(), date, &mut scratch));
            let Scratch { layers, trace, .. } = &mut scratch;
            let Layers { tokens, sentences: split, words, quantities, .. } = &layers[0];
            let view = View { text: &text[range], tokens, sentences: split, words, lexicon: &self.lexicon };
            let notes = Explanation {
                tokens: lexicon::notes(&view),
                chunks: quantity::chunk_notes(&view, quantities),
                steps: trace.take(),
            };
            explanation.append(notes, start, sentences);
        }
        let document = whole.finish(&self.lexicon, &mut scratch.trace);
        explanation.steps.extend(scratch.trace.take());
        (document, explanation)
    }
}

/// Looking into the lexicons.
impl Tagger {
    /// What the lexicons have for a name (in any letters) or for an id.
    ///
    /// ```
    /// let tagger = headcount::Tagger::bundled();
    /// let hits = tagger.search("NIS");
    /// assert!(hits.iter().any(|hit| hit.reference == "agency:kr-nis"));
    /// assert_eq!(tagger.search("country:KE")[0].name, "Kenya");
    /// ```
    #[must_use]
    pub fn search(&self, name: &str) -> Vec<lexicon::Hit<'_>> {
        self.lexicon.search(name)
    }

    /// Whom a name stands for where a lexicon writes it in just these letters.
    ///
    /// ```
    /// let tagger = headcount::Tagger::bundled();
    /// assert!(tagger.search_as_written("Nis").iter().all(|hit| hit.reference != "agency:kr-nis"));
    /// ```
    #[must_use]
    pub fn search_as_written(&self, name: &str) -> Vec<lexicon::Hit<'_>> {
        self.lexicon.search_as_written(name)
    }

    /// How many entries and names the lexicons have, a row for each file, kind and type.
    #[must_use]
    pub fn coverage_by_type(&self) -> Vec<lexicon::Coverage<'_>> {
        self.lexicon.coverage_by_type()
    }

    /// How many entries and names the lexicons have, a row for each country and kind.
    #[must_use]
    pub fn coverage_by_country(&self) -> Vec<lexicon::Coverage<'_>> {
        self.lexicon.coverage_by_country()
    }

    /// The heads of the files that each compiled lexicon was made of: what they hold, with sources and licences.
    pub fn lexicon_notes(&self) -> impl Iterator<Item = &str> {
        self.lexicon.notes()
    }
}
