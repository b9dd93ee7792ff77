//! Sentences: the boundaries of UAX #29, less those that news would not set, plus one that UAX #29 misses.

use super::bounds::Bounds;
use super::token::{Kind, Shape, Token};

/// A sentence: the tokens from `first` up to, but not including, `last`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Index of its first token.
    pub first: u32,
    /// Index behind its last token.
    pub last: u32,
}

impl Sentence {
    /// Its token indices, for slicing.
    #[inline]
    pub fn range(&self) -> std::ops::Range<usize> {
        self.first as usize..self.last as usize
    }
}

/// What a full stop behind a word means: what the lexicon says of an abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FullStop {
    /// No abbreviation: the stop ends the sentence ("He left.").
    Ends,
    /// Something always follows ("Gen.", "Mr.", "No.").
    Never,
    /// Can stand last ("U.S.", "a.m.", "Inc.", "Jan."): the stop ends the sentence if the next word is capitalised.
    Maybe,
}

/// A shorter line is a headline or a list item, a longer one a paragraph; neither was wrapped.
const WRAPPED_LINE: std::ops::RangeInclusive<usize> = 40..=120;

/// Groups `tokens` (those of `text`) into sentences, into `out`, which is cleared first. Sentences cover all tokens,
/// in order.
///
/// Boundaries are those of UAX #29, and one more: behind a full stop before a number ("They left. 45 people stayed"),
/// where UAX #29 looks on to the next letter. Of these, some fall away:
///
/// - Before a word in lower case nothing ends (`"Stop!" he said`), except at a blank line, which always ends a sentence.
/// - A full stop behind a [`FullStop::Never`] ends nothing, nor does one behind a number that the sentence starts with
///   ("1. The first").
/// - One behind a [`FullStop::Maybe`], or behind single letters with stops inside ("U.S."), ends the sentence only
///   before a capitalised word that looks like the start of one: a word in lower case or a comma follows it, and it is
///   found in lower case near by or has no more than three letters ("in the U.S. The army", not "the U.S. Army").
/// - One behind a single letter ("J. Edgar", "p. 12") ends the sentence only before a capitalised word that is found
///   in lower case near by ("Part I. With it").
/// - A mark with no white space behind it ends a sentence only before a capitalised word.
/// - A single line break is white space like any other in text that is wrapped: the line before it has 40 to 120
///   characters, and the first word of the next line would not have fitted on it. Elsewhere it ends the sentence,
///   unless the line ends in a comma.
///
/// Closing quotes and brackets belong to the sentence that they close; behind a double quote an abbreviation ends the
/// sentence like any other word. `abbreviation` is asked about the word before a full stop, by its index. The time taken grows with the length of the
/// text and no faster.
///
/// ```
/// use headcount::text::{FullStop, split_sentences, tokenize};
/// let text = "He saw the U.S. Army leave. 45 people in the U.S. stayed.";
/// let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
/// tokenize(text, &mut tokens);
/// split_sentences(text, &tokens, |_| FullStop::Ends, &mut sentences);
/// assert_eq!(sentences.len(), 2);
/// assert_eq!(tokens[sentences[1].range()][0].text(text), "45");
/// ```
pub fn split_sentences(
    text: &str,
    tokens: &[Token],
    abbreviation: impl Fn(usize) -> FullStop,
    out: &mut Vec<Sentence>,
) {
    out.clear();
    let mut bounds = Bounds::new(text);
    let mut bound = bounds.next().unwrap_or(usize::MAX);
    let (mut first, mut line) = (0, 0);
    for (i, here) in tokens.iter().enumerate().skip(1) {
        // Most tokens stand where nothing can end.
        if (here.newlines_before == 0) & (here.kind != Kind::Number) & ((here.start as usize) < bound) {
            continue;
        }
        let before = &tokens[i - 1];
        let digit_start = here.kind == Kind::Number && before.punct() == b'.' && here.space_before;
        if here.newlines_before == 0 && !digit_start && (here.start as usize) < bound {
            continue;
        }
        // Is there a boundary behind the start of the token before, and not behind the start of this one?
        let mut is_bound = false;
        while bound <= here.start as usize {
            is_bound |= bound > before.start as usize;
            bound = bounds.next().unwrap_or(usize::MAX);
        }
        let sentence = Parts { text, tokens, first, line, here: i };
        let ends = match here.newlines_before {
            0 => (is_bound || digit_start) && sentence.ends_at_mark(&abbreviation),
            1 => sentence.ends_at_line(&abbreviation),
            _ => true,
        };
        if ends {
            out.push(Sentence { first: first as u32, last: i as u32 });
            first = i;
        }
        if here.newlines_before > 0 {
            line = i;
        }
    }
    if first < tokens.len() {
        out.push(Sentence { first: first as u32, last: tokens.len() as u32 });
    }
}

/// A place where a sentence may end: before the token `here`.
struct Parts<'t> {
    text: &'t str,
    tokens: &'t [Token],
    /// First token of the sentence so far.
    first: usize,
    /// First token of the line so far.
    line: usize,
    here: usize,
}

impl Parts<'_> {
    fn ends_at_mark(&self, abbreviation: &impl Fn(usize) -> FullStop) -> bool {
        let next = self.next_word();
        let shape = next.map_or(Shape::None, |next| self.tokens[next].shape);
        if shape == Shape::Lower {
            return false;
        }
        let capitalised = matches!(shape, Shape::Title | Shape::Upper | Shape::Single);
        let here = &self.tokens[self.here];
        if here.glued() && !capitalised {
            return false;
        }
        let Some(stop) = self.last_but_closers() else {
            return true;
        };
        if self.tokens[stop].punct() != b'.' || stop == self.first {
            return true;
        }
        let word = &self.tokens[stop - 1];
        if word.end != self.tokens[stop].start {
            return true;
        }
        // Behind a closing quote, an abbreviation may well stand last.
        let quoted = self.tokens[stop + 1..self.here].iter().any(|t| t.punct() == b'"');
        match word.kind {
            Kind::Number => stop - 1 > self.first,
            Kind::Word if self.is_initial(stop - 1) => quoted || next.is_some_and(|next| self.is_common(next)),
            Kind::Word => match abbreviation(stop - 1) {
                FullStop::Never => quoted,
                FullStop::Ends if !is_acronym(word.text(self.text)) => true,
                _ => quoted || next.is_some_and(|next| self.is_short(next) || self.is_common(next)),
            },
            _ => true,
        }
    }

    fn ends_at_line(&self, abbreviation: &impl Fn(usize) -> FullStop) -> bool {
        if self.next_word().is_some_and(|next| self.tokens[next].shape == Shape::Lower) {
            return false;
        }
        let last = self.last_but_closers().map_or(0, |last| self.tokens[last].punct());
        match last {
            b'.' | b'?' | b'!' | Token::ELLIPSIS => self.ends_at_mark(abbreviation) || !self.looks_wrapped(),
            b',' => false,
            _ => !self.looks_wrapped(),
        }
    }

    /// The line so far is long, and the first word of the next line would not have fitted on it: the next line (as far
    /// as the same measure) is no longer than the two together.
    fn looks_wrapped(&self) -> bool {
        let (before, here) = (&self.tokens[self.here - 1], &self.tokens[self.here]);
        let line = &self.text[self.tokens[self.line].start as usize..before.end as usize];
        let width = line.chars().count();
        if !WRAPPED_LINE.contains(&width) {
            return false;
        }
        let next_line = &self.text[here.start as usize..];
        let word = next_line.chars().take(width).take_while(|c| !c.is_whitespace()).count();
        let limit = width + 1 + word + SLACK;
        next_line.chars().take(limit + 1).position(|c| matches!(c, '\n' | '\r')).is_some_and(|end| end <= limit)
            || next_line.chars().nth(limit).is_none()
    }

    /// A capitalised word, found in lower case near by, and followed by one in lower case: not a part of a name that
    /// began before it ("the U.S. Army"), but the first word of a sentence.
    fn is_common(&self, next: usize) -> bool {
        let word = &self.tokens[next];
        let near = &self.tokens[next.saturating_sub(NEAR)..self.tokens.len().min(next + NEAR)];
        self.goes_on_lower(next) && near.iter().any(|t| t.hash == word.hash && t.shape == Shape::Lower)
    }

    /// A capitalised word of up to three letters, as most articles, pronouns, prepositions and conjunctions are, and
    /// followed by one in lower case.
    fn is_short(&self, next: usize) -> bool {
        self.tokens[next].len() <= 3 && self.goes_on_lower(next)
    }

    fn goes_on_lower(&self, next: usize) -> bool {
        matches!(self.tokens[next].shape, Shape::Title | Shape::Single)
            && self.tokens.get(next + 1).is_some_and(|t| t.shape == Shape::Lower || t.punct() == b',')
    }

    /// A single letter that stands free: not the "M" of "$725M".
    fn is_initial(&self, word: usize) -> bool {
        let token = &self.tokens[word];
        let opened = |t: &Token| opens(t) || matches!(t.punct(), b'.' | b'/');
        token.shape != Shape::None
            && token.text(self.text).chars().nth(1).is_none()
            && (token.space_before || word > 0 && opened(&self.tokens[word - 1]))
    }

    /// The index of the first word or number from here on, if only quotes, brackets or dashes stand before it.
    fn next_word(&self) -> Option<usize> {
        let mut ahead = self.tokens.iter().enumerate().skip(self.here).take(4);
        let (index, token) = ahead.find(|(_, t)| !opens(t))?;
        matches!(token.kind, Kind::Word | Kind::Number).then_some(index)
    }

    /// The last token before here that is no closing quote or bracket.
    fn last_but_closers(&self) -> Option<usize> {
        (self.first..self.here)
            .rev()
            .take(8)
            .find(|&i| !matches!(self.tokens[i].punct(), b'"' | b'\'' | b')' | b']' | b'}'))
    }
}

/// How far to look for a word's lower-case form, in tokens each way.
const NEAR: usize = 250;

/// How much longer than its neighbour a wrapped line may be: wire text is not wrapped to the letter.
const SLACK: usize = 8;

fn opens(token: &Token) -> bool {
    matches!(token.punct(), b'"' | b'\'' | b'(' | b'[' | b'{' | b'-')
}

/// Single letters with full stops between: "U.S", "a.m".
fn is_acronym(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().nth(1).is_none())
}
