//! Long texts: cut into stretches, which are read one by one or all at once, and put together.
//!
//! Where a text is cut depends on the text alone, so that its record is the same however many threads read it.

#[cfg(feature = "parallel")]
use std::collections::BTreeMap;
use std::ops::Range;
#[cfg(feature = "parallel")]
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::Document;
use crate::lexicon::Lexicon;
use crate::toll::{self, Figure};
use crate::trace::Trace;

/// A text of at most so many bytes is read as a whole.
const WHOLE: usize = 1 << 20;

/// Most bytes of a stretch of a longer one: its work area stays within the caches, and there is one for each core.
const STRETCH: usize = 256 << 10;

/// How far back from its end a stretch may be cut.
const SLACK: usize = STRETCH / 4;

/// Whether a text is cut.
pub(crate) fn is_long(text: &str) -> bool {
    text.len() > WHOLE
}

/// The byte ranges of a text that are read for themselves, in order and with no gap; the text as a whole unless it is long.
pub(crate) fn stretches(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = &text[start..];
        let length = if !is_long(text) || rest.len() <= STRETCH { rest.len() } else { cut(rest) };
        let range = start..start + length;
        start = range.end;
        (!range.is_empty()).then_some(range)
    })
}

/// The last place between characters that is not behind this byte.
pub(crate) fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Where to cut a text that is longer than a stretch: behind a blank line, else behind a line, a sentence, a word, or
/// just between two characters.
fn cut(text: &str) -> usize {
    let end = boundary(text, STRETCH);
    let start = boundary(text, STRETCH - SLACK);
    let bytes = &text.as_bytes()[start..end];
    let behind = |ends: &dyn Fn(&[u8]) -> bool, last: fn(u8) -> bool| {
        (1..=bytes.len()).rev().find(|&at| last(bytes[at - 1]) && ends(&bytes[..at]))
    };
    let newline: fn(u8) -> bool = |byte| byte == b'\n';
    let blank: fn(u8) -> bool = |byte| matches!(byte, b' ' | b'\t');
    let blank_line = |before: &[u8]| before.ends_with(b"\n\n") || before.ends_with(b"\n\r\n");
    let sentence = |before: &[u8]| matches!(before, [.., b'.' | b'?' | b'!' | b'"', _]);
    let found = behind(&blank_line, newline)
        .or_else(|| behind(&|_| true, newline))
        .or_else(|| behind(&sentence, blank))
        .or_else(|| behind(&|_| true, blank))
        .or_else(|| {
            text[start..end].char_indices().rev().find(|(_, c)| c.is_whitespace()).map(|(at, c)| at + c.len_utf8())
        });
    start + found.unwrap_or(bytes.len())
}

/// What was read of a stretch.
pub(crate) struct Piece<'a> {
    /// The byte that it begins at.
    pub start: usize,
    pub document: Document<'a>,
    pub figures: Vec<Figure>,
    pub sentences: usize,
}

/// The pieces of a text put together so far.
#[derive(Default)]
pub(crate) struct Whole<'a> {
    document: Document<'a>,
    figures: Vec<Figure>,
    pub sentences: usize,
}

impl<'a> Whole<'a> {
    /// Appends the next piece.
    pub fn append(&mut self, piece: Piece<'a>) {
        let quantities = self.document.quantities.len();
        self.document.append(piece.document, piece.start);
        self.figures.extend(piece.figures.into_iter().map(|mut figure| {
            figure.quantity += quantities;
            figure.sentence += self.sentences;
            figure
        }));
        self.sentences += piece.sentences;
    }

    /// The document, with the tolls of all its figures.
    pub fn finish(self, lexicon: &Lexicon, trace: &mut Trace) -> Document<'a> {
        let mut document = self.document;
        document.tolls = toll::of(lexicon, &document, &self.figures, trace);
        document
    }
}

/// Pieces that come in any order from many threads, put together in theirs.
#[cfg(feature = "parallel")]
#[derive(Default)]
pub(crate) struct Gather<'a> {
    /// Those whose turn has not come, by number.
    early: Mutex<BTreeMap<usize, Piece<'a>>>,
    /// Those whose turn it was, and how many they are.
    whole: Mutex<(Whole<'a>, usize)>,
}

#[cfg(feature = "parallel")]
impl<'a> Gather<'a> {
    /// Adds a piece. Whoever comes while somebody is putting pieces together leaves theirs and goes on.
    pub fn add(&self, number: usize, piece: Piece<'a>) {
        lock(&self.early).insert(number, piece);
        if let Ok(mut whole) = self.whole.try_lock() {
            self.put_together(&mut whole);
        }
    }

    /// All pieces, once every thread is done.
    pub fn finish(self) -> Whole<'a> {
        self.put_together(&mut lock(&self.whole));
        self.whole.into_inner().unwrap_or_else(PoisonError::into_inner).0
    }

    fn put_together(&self, (whole, next): &mut (Whole<'a>, usize)) {
        while let Some(piece) = { lock(&self.early).remove(next) } {
            whole.append(piece);
            *next += 1;
        }
    }
}

#[cfg(feature = "parallel")]
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repeat(piece: &str, bytes: usize) -> String {
        piece.repeat(bytes / piece.len() + 1)
    }

    #[test]
    fn stretches_cover_a_text_and_end_where_it_is_best() {
        for (piece, ends) in [
            ("Two died. One fled.\nNine hid.\n\n", "\n\n"),
            ("Two died. One fled.\r\nNine hid.\r\n\r\n", "\r\n\r\n"),
            ("Two died. One fled.\r\n", "\r\n"),
            ("Two died, they said. One fled. ", ". "),
            ("two of them ", " "),
            ("二人\u{3000}三人\u{3000}", "\u{3000}"),
            ("中", "中"),
            ("x", "x"),
            ("e\u{301}😀", ""),
            ("\n", "\n"),
        ] {
            let text = repeat(piece, 3 * WHOLE);
            let ranges: Vec<_> = stretches(&text).collect();
            assert!(ranges.windows(2).all(|pair| pair[0].end == pair[1].start), "{piece:?}");
            assert_eq!((ranges[0].start, ranges[ranges.len() - 1].end), (0, text.len()), "{piece:?}");
            for range in &ranges[..ranges.len() - 1] {
                assert!(text[range.clone()].ends_with(ends), "{piece:?}");
                assert!((STRETCH - SLACK - 3..=STRETCH).contains(&range.len()), "{piece:?}");
            }
        }
    }

    #[test]
    fn only_long_texts_are_cut() {
        for (bytes, count) in [(0, 0), (1, 1), (STRETCH + 1, 1), (WHOLE, 1), (WHOLE + 1, 5)] {
            assert_eq!(stretches(&"x".repeat(bytes)).count(), count, "{bytes}");
        }
    }
}
