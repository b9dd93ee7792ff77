//! What the letters and the neighbours of each token say: how far a capital can be trusted, and what stands before it.

use super::gazetteer::{Gazetteer, Known};
use super::maps::zeros;
use super::stretch::initial;
use super::support::Locale;
use super::{Named, game};
use crate::lexicon::sense::{Class, TimeWordKind, TitleKind, pos};
use crate::lexicon::{View, WordFlags, keyword};
use crate::record::EntityKind;
use crate::text::{Kind, Sentence, Shape, Token};

/// The word opens a sentence or a quotation, so that its capital says nothing.
pub(super) const OPENS: u32 = 1;
/// The sentence is in capitals throughout.
pub(super) const ALL_CAPS: u32 = 1 << 1;
/// The sentence has a capital on nearly every word: a headline.
pub(super) const HEADLINE: u32 = 1 << 2;
/// A title ends right before the token ("Gen. |Kim").
pub(super) const AFTER_TITLE: u32 = 1 << 3;
/// That title is one that only people have before their names ("Mr", "Gen.", "President").
pub(super) const AFTER_STRONG_TITLE: u32 = 1 << 4;
/// The token belongs to a title.
pub(super) const IN_TITLE: u32 = 1 << 5;
/// A word with a capital that may stand in a name: no word that joins others, no day or month.
const IN_NAME: u32 = 1 << 6;
/// A word with a capital that may be part of a person's name, for all that its letters, lists of names and, from
/// [`Marks::learn`] on, the lexicons say.
const PERSONAL: u32 = 1 << 7;

/// Part of a name of several words that a lexicon has for an agency or a place.
pub(super) const KNOWN_LONG: u32 = 1 << 8;
/// By itself the name of a place.
pub(super) const KNOWN_PLACE: u32 = 1 << 9;
/// By itself the name of an agency.
pub(super) const KNOWN_AGENCY: u32 = 1 << 10;
/// A word for the people of a place.
pub(super) const KNOWN_DEMONYM: u32 = 1 << 11;
/// Part of the name of a person that a lexicon has.
pub(super) const KNOWN_PERSON: u32 = 1 << 12;

/// Known by the lexicons as a name of any kind.
const KNOWN: u32 = KNOWN_LONG | KNOWN_PLACE | KNOWN_AGENCY | KNOWN_DEMONYM | KNOWN_PERSON;

/// Evidence for each token. Reused between texts.
#[derive(Default)]
pub(crate) struct Marks {
    bits: Vec<u32>,
    /// Tokens at which something may begin, so that nobody walks over all of them.
    pub(super) starts: Starts,
    /// What the lexicons have for the names of the text.
    pub(super) names: Gazetteer,
    /// What the text is about.
    pub(super) locale: Locale,
    /// The text tells of a game.
    pub(super) play: bool,
}

/// Tokens in text order, by what may begin there.
#[derive(Default)]
pub(super) struct Starts {
    /// See [`Starts::names`]; as long as the longest text so far, so that nothing grows at a token.
    names: Vec<u32>,
    count: usize,
    /// Titles of the sentence that is read.
    titles: Vec<u32>,
    /// Words that make names of agencies and places.
    pub shapes: Vec<u32>,
    /// Opening brackets.
    pub brackets: Vec<u32>,
    /// Words that tell of a game.
    pub games: Vec<u32>,
    /// There is a word for a body that every state has.
    pub offices: bool,
    /// Such a word stands behind an article: "the spy agency".
    pub pointing: bool,
}

impl Marks {
    /// Whether a token has one of these marks.
    #[inline]
    pub fn has(&self, token: usize, bits: u32) -> bool {
        self.bits.get(token).is_some_and(|have| have & bits != 0)
    }

    /// Whether a token is a word with a capital that may stand in a name.
    #[inline]
    pub fn may_name(&self, token: usize) -> bool {
        self.has(token, IN_NAME)
    }

    /// Whether a token may be part of a person's name.
    #[inline]
    pub fn may_be_person(&self, token: usize) -> bool {
        self.has(token, PERSONAL)
    }

    /// Whether the lexicons know a token by one of these.
    #[inline]
    pub fn knows(&self, token: usize, bits: u32) -> bool {
        self.has(token, bits)
    }

    /// Whether the lexicons know a token as a name of any kind.
    #[inline]
    pub fn known(&self, token: usize) -> bool {
        self.has(token, KNOWN)
    }

    /// Notes what the lexicons know, from the candidates that they gave.
    pub fn learn(&mut self, view: &View, candidates: &[Named]) {
        for named in candidates {
            let long = named.end - named.first > 1;
            let bit = match named.kind {
                EntityKind::Nationality => KNOWN_DEMONYM,
                EntityKind::Person => KNOWN_PERSON,
                _ if long => KNOWN_LONG,
                EntityKind::Place => KNOWN_PLACE,
                EntityKind::Agency => KNOWN_AGENCY,
            };
            for bits in &mut self.bits[named.range()] {
                *bits |= bit;
            }
            let surname = |token: usize| view.info(token).flags.has(WordFlags::SURNAME);
            if matches!(bit, KNOWN_LONG | KNOWN_DEMONYM) {
                // "Karen Hughes" is of no people.
                let called = |token: usize| {
                    bit == KNOWN_DEMONYM && view.info(token).flags.has(WordFlags::GIVEN) && surname(token + 1)
                };
                for token in named.range().filter(|&token| bit == KNOWN_LONG || !surname(token) && !called(token)) {
                    self.bits[token] &= !PERSONAL;
                }
            }
        }
    }

    /// Reads the text for its marks.
    pub fn read(&mut self, view: &View, known: &mut Known) {
        zeros(&mut self.bits, view.len() + 1);
        self.starts.clear(view.len());
        for sentence in view.sentences {
            self.read_sentence(view, sentence);
        }
        self.names.read(view, known);
        self.locale.read(view, &self.names);
        self.play = game::tells_of_play(view, self);
    }

    /// The one walk over all tokens. What is asked of each is counted without a branch: whether a word has a capital is
    /// nothing that a processor could foresee.
    fn read_sentence(&mut self, view: &View, sentence: &Sentence) {
        const NOTED: u32 = Class::Shape.bit() | Class::Title.bit() | Class::Game.bit() | Class::Office.bit();
        // Marks behind which something opens, and brackets. Of two marks 64 apart at most one is a mark at all.
        const MARKS: u64 = 1 << b'"' | 1 << b':' | 1 << b'*' | 1 << b'(';
        let (first, last) = (sentence.first as usize, sentence.last as usize);
        let Marks { bits, starts, .. } = self;
        let before = starts.count;
        let (mut count, names) = (before, &mut starts.names[..]);
        // First words of sentences and of quotations, and words behind a colon or a bullet. None opens before here.
        let mut opened = open(view, bits, first, last);
        let tokens = view.tokens[first..last].iter().zip(&view.words.masks[first..last]);
        for (at, (token, &mask)) in (sentence.first..).zip(tokens) {
            names[count] = at;
            count += usize::from((mask | CAPITAL) & STARTS[token.shape as usize] != 0);
            if (mask & NOTED) | (MARKS >> (token.punct() & 63)) as u32 & 1 == 0 {
                continue;
            }
            if mask & Class::Shape.bit() != 0 {
                starts.shapes.push(at);
            }
            if mask & Class::Title.bit() != 0 {
                starts.titles.push(at);
            }
            if mask & Class::Game.bit() != 0 {
                starts.games.push(at);
            }
            if mask & Class::Office.bit() != 0 {
                starts.offices = true;
                starts.pointing |= at > 0 && view.is(at as usize - 1, &[keyword::THE]);
            }
            let behind = at as usize + 1;
            match token.punct() {
                b'"' if behind > opened && view.glued(behind) => opened = open(view, bits, behind, last),
                b':' | b'*' if behind > opened => opened = open(view, bits, behind, last),
                b'(' => starts.brackets.push(at),
                _ => {}
            }
        }
        starts.count = count;
        let heads = first == 0 && last > 3 && view.is(last - 1, &[keyword::DOT]) && titled(view, last);
        let bit = letters(&view.tokens[first..last], view.is(last - 1, &[keyword::DOT]) && !heads);
        let bit = if bit == 0 && heads { HEADLINE } else { bit };
        if bit != 0 {
            for bits in &mut bits[first..last] {
                *bits |= bit;
            }
        }
        for &at in &starts.names[before..count] {
            bits[at as usize] |= name_bits(view, at as usize, bit == ALL_CAPS);
        }
        while let Some(at) = self.starts.titles.pop() {
            self.mark_title(view, at as usize);
        }
    }

    fn mark_title(&mut self, view: &View, token: usize) {
        let Some((end, row)) = view.longest(token, Class::Title) else { return };
        let kind = view.lexicon.titles[row];
        if kind == TitleKind::Suffix {
            return;
        }
        // "Judge" is both what somebody does and a title.
        let titled = || {
            let mut rows = view.words.all(token, Class::Title).filter(|&(behind, _)| behind == end);
            rows.any(|(_, row)| !matches!(view.lexicon.titles[row], TitleKind::Job | TitleKind::Suffix))
        };
        let strong = view.capital(token) && titled();
        for inside in token..end {
            self.bits[inside] |= IN_TITLE;
        }
        // "Gen" and its stop: the title ends behind the stop.
        let end = if view.is(end, &[keyword::DOT]) && view.glued(end) && view.capital(end + 1) { end + 1 } else { end };
        self.bits[end] |= AFTER_TITLE | if strong { AFTER_STRONG_TITLE } else { 0 };
    }
}

/// Whether the first sentence of a text is a headline for all its full stop: nothing in small letters but the words that
/// headlines have so, and a verb.
fn titled(view: &View, last: usize) -> bool {
    last < view.len()
        && (0..last).all(|at| view.shape(at) != Shape::Lower || closed_class(view, at))
        && (1..last).any(|at| view.shape(at) == Shape::Title && view.can_be(at, pos::VERB | pos::THIRD | pos::PAST))
}

/// Of which names a word with a capital may be part.
fn name_bits(view: &View, at: usize, all_caps: bool) -> u32 {
    let token = &view.tokens[at];
    if token.kind != Kind::Word || !view.capital(at) {
        return 0;
    }
    let info = view.info(at);
    let flagged = info.flags.has(WordFlags::GIVEN | WordFlags::SURNAME);
    let closed = info.likeliest & CLOSED != 0;
    // So it is with most: a contraction is no word of the lexicon.
    let known = info.pos != 0 || !may_be_contraction(view, token);
    if token.shape == Shape::Title && !view.has(at, Class::Time) && known {
        return if !closed {
            IN_NAME | PERSONAL
        } else if flagged {
            PERSONAL
        } else {
            0
        };
    }
    let letters = token.shape == Shape::Upper && !flagged && !all_caps && !initial(view, at);
    let dated = view.has(at, Class::Time);
    let closed = closed || contraction(view, at);
    let no_name = closed || dated && calendar(view, at, false);
    let joins = closed && !flagged && token.shape != Shape::Single;
    let no_person = letters || joins || dated && calendar(view, at, flagged);
    let name = if no_name { 0 } else { IN_NAME };
    let person = if no_person { 0 } else { PERSONAL };
    name | person
}

/// Most words are ruled out by the bytes where the apostrophe of a [contraction] would end.
#[inline]
fn may_be_contraction(view: &View, token: &Token) -> bool {
    let ends = |back: usize| {
        let byte = view.text.as_bytes().get((token.end as usize).wrapping_sub(back));
        matches!(byte, Some(b'\'' | 0x99))
    };
    ends(2) || ends(3)
}

/// "I'm", "We've": a pronoun and a verb in one word.
fn contraction(view: &View, at: usize) -> bool {
    let token = &view.tokens[at];
    token.len() < 9
        && may_be_contraction(view, token)
        && view
            .slice(at, at + 1)
            .rsplit_once(['\'', '\u{2019}'])
            .is_some_and(|(_, verb)| matches!(verb, "m" | "ve" | "ll" | "re" | "d"))
}

impl Starts {
    fn clear(&mut self, tokens: usize) {
        if self.names.len() <= tokens {
            self.names.resize(tokens + 1, 0);
        }
        self.count = 0;
        self.shapes.clear();
        self.brackets.clear();
        self.games.clear();
        (self.offices, self.pointing) = (false, false);
    }

    /// Words with a capital, small particles, and bodies that every state has.
    pub fn names(&self) -> &[u32] {
        &self.names[..self.count]
    }
}

/// Stands in [`STARTS`] for a capital: every token has it there, so any bit will do that no other look asks for.
const CAPITAL: u32 = Class::NOTED;
const _: () = assert!(CAPITAL & (Class::PARTICLE | Class::Office.bit()) == 0);

/// Bits of the masks of tokens that are among the [`Starts`] when they have a shape.
const STARTS: [u32; 6] = {
    let mut starts = [Class::Office.bit(); 6];
    starts[Shape::Lower as usize] |= Class::PARTICLE;
    starts[Shape::Title as usize] |= CAPITAL;
    starts[Shape::Upper as usize] |= CAPITAL;
    starts[Shape::Single as usize] |= CAPITAL;
    starts
};

/// Marks the first word or number from a token on as one that opens something; where it stands.
fn open(view: &View, bits: &mut [u32], from: usize, last: usize) -> usize {
    let no_mark = |token: &Token| matches!(token.kind, Kind::Word | Kind::Number | Kind::Fraction);
    let opened = view.tokens[from..last].iter().position(no_mark).map_or(last, |on| from + on);
    if opened < last {
        bits[opened] |= OPENS;
    }
    opened
}

/// The mark for all tokens of a sentence in capitals, or with a capital on every longer word; 0 for none. What is stopped
/// as sentences are is no headline.
fn letters(tokens: &[Token], stopped: bool) -> u32 {
    /// A word of so many bytes has a capital in a headline.
    const LONG: usize = 4;
    let words = || tokens.iter().filter(|token| token.kind == Kind::Word);
    let capitals = |token: &Token| matches!(token.shape, Shape::Upper | Shape::Single);
    if words().all(capitals) && words().nth(1).is_some() {
        return ALL_CAPS;
    }
    if stopped {
        return 0;
    }
    // Without a branch: nothing foretells which words are long.
    let (mut long, mut small) = (0, 0);
    for token in tokens {
        let counts = (token.kind == Kind::Word) & (token.len() >= LONG);
        long += usize::from(counts);
        small += usize::from(counts & (token.shape == Shape::Lower));
    }
    if long >= 4 && (long - small) * 10 >= long * 9 { HEADLINE } else { 0 }
}

/// What joins others is likeliest one of these.
const CLOSED: u16 =
    pos::PREPOSITION | pos::DETERMINER | pos::COORDINATOR | pos::PRONOUN | pos::MODAL | pos::WH | pos::OTHER;

/// A common English word that is no name in the lists of names.
#[inline]
pub(super) fn common(view: &View, token: usize) -> bool {
    let info = view.info(token);
    info.pos != 0
}

/// A word that joins others and is never a name: article, preposition, pronoun, conjunction, auxiliary.
#[inline]
pub(super) fn closed_class(view: &View, token: usize) -> bool {
    view.likely(token, CLOSED)
}

/// Days and months; "April" and "August" may be people.
pub(super) fn calendar(view: &View, at: usize, flagged: bool) -> bool {
    let Some((_, row)) = view.longest(at, Class::Time) else { return false };
    match view.lexicon.times[row].kind {
        TimeWordKind::Weekday | TimeWordKind::Holiday => true,
        TimeWordKind::Month => !flagged || view.tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Number),
        _ => false,
    }
}
