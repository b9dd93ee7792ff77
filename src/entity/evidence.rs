//! What the letters and the neighbours of each token say: how far a capital can be trusted, and what stands before it.

use super::Named;
use super::gazetteer::Gazetteer;
use super::stretch::{PARTICLES, initial};
use super::support::Locale;
use crate::lexicon::sense::{Class, TimeWordKind, TitleKind, pos};
use crate::lexicon::{View, WordFlags, keyword};
use crate::record::EntityKind;
use crate::text::{Kind, Sentence, Shape, Token};

/// The word opens a sentence or a quotation, so that its capital says nothing.
pub(super) const OPENS: u16 = 1;
/// The sentence is in capitals throughout.
pub(super) const ALL_CAPS: u16 = 1 << 1;
/// The sentence has a capital on nearly every word: a headline.
pub(super) const HEADLINE: u16 = 1 << 2;
/// A title ends right before the token ("Gen. |Kim").
pub(super) const AFTER_TITLE: u16 = 1 << 3;
/// That title is one that only people have before their names ("Mr", "Gen.", "President").
pub(super) const AFTER_STRONG_TITLE: u16 = 1 << 4;
/// The token belongs to a title.
pub(super) const IN_TITLE: u16 = 1 << 5;
/// A word with a capital that may stand in a name: no word that joins others, no day or month.
const IN_NAME: u16 = 1 << 6;
/// A word with a capital that may be part of a person's name, for all that its letters and lists of names say.
const PERSONAL: u16 = 1 << 7;

/// Part of a name of several words that a lexicon has for an agency or a place.
pub(super) const KNOWN_LONG: u8 = 1;
/// By itself the name of a place.
pub(super) const KNOWN_PLACE: u8 = 1 << 1;
/// By itself the name of an agency.
pub(super) const KNOWN_AGENCY: u8 = 1 << 2;
/// A word for the people of a place.
pub(super) const KNOWN_DEMONYM: u8 = 1 << 3;
/// Part of the name of a person that a lexicon has.
pub(super) const KNOWN_PERSON: u8 = 1 << 4;

/// Evidence for each token. Reused between texts.
#[derive(Default)]
pub(crate) struct Marks {
    bits: Vec<u16>,
    known: Vec<u8>,
    /// Tokens at which something may begin, so that nobody walks over all of them.
    pub(super) starts: Starts,
    /// What the lexicons have for the names of the text.
    pub(super) names: Gazetteer,
    /// What the text is about.
    pub(super) locale: Locale,
}

/// Tokens in text order, by what may begin there.
#[derive(Default)]
pub(super) struct Starts {
    /// Words with a capital.
    pub capitals: Vec<u32>,
    /// Words with a capital and small particles: people.
    pub people: Vec<u32>,
    /// Words that make names of agencies and places.
    pub shapes: Vec<u32>,
    /// Opening brackets.
    pub brackets: Vec<u32>,
    /// Words with a capital and bodies that every state has: what may point back.
    pub short_forms: Vec<u32>,
}

impl Marks {
    /// Whether a token has one of these marks.
    #[inline]
    pub fn has(&self, token: usize, bits: u16) -> bool {
        self.bits.get(token).is_some_and(|have| have & bits != 0)
    }

    /// Whether a token is a word with a capital that may stand in a name.
    #[inline]
    pub fn may_name(&self, token: usize) -> bool {
        self.has(token, IN_NAME)
    }

    /// Whether a token may be part of a person's name.
    #[inline]
    pub fn may_be_person(&self, view: &View, token: usize) -> bool {
        self.has(token, PERSONAL)
            && !self.knows(token, KNOWN_LONG)
            && (!self.knows(token, KNOWN_DEMONYM) || view.info(token).flags.has(WordFlags::SURNAME))
    }

    /// Whether the lexicons know a token by one of these.
    #[inline]
    pub fn knows(&self, token: usize, bits: u8) -> bool {
        self.known.get(token).is_some_and(|have| have & bits != 0)
    }

    /// Whether the lexicons know a token as a name of any kind.
    pub fn known(&self, token: usize) -> bool {
        self.known.get(token).is_some_and(|have| *have != 0)
    }

    /// Notes what the lexicons know, from the candidates that they gave.
    pub fn learn(&mut self, tokens: usize, candidates: &[Named]) {
        self.known.clear();
        self.known.resize(tokens, 0);
        for named in candidates {
            let long = named.end - named.first > 1;
            let bit = match named.kind {
                EntityKind::Nationality => KNOWN_DEMONYM,
                EntityKind::Person => KNOWN_PERSON,
                _ if long => KNOWN_LONG,
                EntityKind::Place => KNOWN_PLACE,
                EntityKind::Agency => KNOWN_AGENCY,
            };
            for known in &mut self.known[named.range()] {
                *known |= bit;
            }
        }
    }

    /// Reads the text for its marks.
    pub fn read(&mut self, view: &View) {
        self.bits.clear();
        self.bits.resize(view.len() + 1, 0);
        self.starts.clear();
        for sentence in view.sentences {
            self.read_sentence(view, sentence);
        }
        self.names.read(view);
        self.locale.read(&self.names);
    }

    /// The one walk over all tokens: most are small words of no class, and nothing is to be noted of them.
    fn read_sentence(&mut self, view: &View, sentence: &Sentence) {
        const NOTED: u32 = Class::Shape.bit() | Class::Title.bit() | Class::Office.bit();
        let (first, last) = (sentence.first as usize, sentence.last as usize);
        let capitals = self.starts.capitals.len();
        let mut others = Letters::default();
        let (mut small, mut small_long) = (0, 0);
        // First words of sentences and of quotations, and words behind a colon or a bullet.
        let mut opens = true;
        let masks = &view.words.masks[first..last];
        for (index, token) in view.tokens[first..last].iter().enumerate() {
            let at = first + index;
            let mask = masks[index];
            if token.shape == Shape::Lower && token.kind == Kind::Word {
                small += 1;
                small_long += u32::from(token.end - token.start >= LONG);
                if opens {
                    self.bits[at] |= OPENS;
                    opens = false;
                }
                if mask & NOTED != 0 || PARTICLES.has(view.id(at)) {
                    self.note(view, at, mask);
                }
            } else {
                opens = self.read_other(view, at, token, &mut others, opens);
                if mask & NOTED != 0 {
                    self.note(view, at, mask);
                }
            }
        }
        let bit = others.bit(small, small_long, || view.is(last - 1, &[keyword::DOT]));
        if bit != 0 {
            for bits in &mut self.bits[first..last] {
                *bits |= bit;
            }
        }
        for &at in &self.starts.capitals[capitals..] {
            self.bits[at as usize] |= name_bits(view, at as usize, bit == ALL_CAPS);
        }
    }

    /// Notes a token that is no word in small letters; whether the next one opens something.
    #[inline(never)] // keeps the walk over small words tight
    fn read_other(&mut self, view: &View, at: usize, token: &Token, letters: &mut Letters, opens: bool) -> bool {
        match token.shape {
            Shape::Title | Shape::Upper | Shape::Single => {
                self.starts.capitals.push(at as u32);
                self.starts.people.push(at as u32);
                self.starts.short_forms.push(at as u32);
            }
            Shape::Lower if PARTICLES.has(view.id(at)) => self.starts.people.push(at as u32),
            _ => {}
        }
        match token.kind {
            Kind::Word | Kind::Number | Kind::Fraction => {
                if token.kind == Kind::Word {
                    letters.add(token);
                }
                if opens {
                    self.bits[at] |= OPENS;
                }
                false
            }
            Kind::Punct => {
                let quote = token.punct() == b'"' && view.glued(at + 1);
                if view.is(at, &[keyword::OPEN]) {
                    self.starts.brackets.push(at as u32);
                }
                opens || quote || view.is(at, &[keyword::COLON, keyword::ASTERISK])
            }
            _ => opens,
        }
    }

    /// Notes a token for the classes that it is in, or a small particle.
    #[inline(never)]
    fn note(&mut self, view: &View, at: usize, mask: u32) {
        if view.shape(at) == Shape::Lower && view.is_word(at) && PARTICLES.has(view.id(at)) {
            self.starts.people.push(at as u32);
        }
        if mask & Class::Office.bit() != 0 && !view.capital(at) {
            self.starts.short_forms.push(at as u32);
        }
        if mask & Class::Shape.bit() != 0 {
            self.starts.shapes.push(at as u32);
        }
        if mask & Class::Title.bit() != 0 {
            self.mark_title(view, at);
        }
    }

    fn mark_title(&mut self, view: &View, token: usize) {
        let Some((end, row)) = view.longest(token, Class::Title) else { return };
        let kind = view.lexicon.titles[row];
        if kind == TitleKind::Suffix {
            return;
        }
        let strong = view.capital(token) && kind != TitleKind::Job;
        for inside in token..end {
            self.bits[inside] |= IN_TITLE;
        }
        // "Gen" and its stop: the title ends behind the stop.
        let end = if view.is(end, &[keyword::DOT]) && view.glued(end) && view.capital(end + 1) { end + 1 } else { end };
        self.bits[end] |= AFTER_TITLE | if strong { AFTER_STRONG_TITLE } else { 0 };
    }
}

/// Of which names a word with a capital may be part.
fn name_bits(view: &View, at: usize, all_caps: bool) -> u16 {
    let token = &view.tokens[at];
    if token.kind != Kind::Word {
        return 0;
    }
    let flagged = view.info(at).flags.has(WordFlags::GIVEN | WordFlags::SURNAME);
    let closed = closed_class(view, at);
    let letters = token.shape == Shape::Upper && !flagged && !all_caps && !initial(view, at);
    let dated = view.has(at, Class::Time);
    let mut bits = 0;
    if !closed && !(dated && calendar(view, at, false)) {
        bits |= IN_NAME;
    }
    if !(letters || closed && !flagged && token.shape != Shape::Single) && !(dated && calendar(view, at, flagged)) {
        bits |= PERSONAL;
    }
    bits
}

impl Starts {
    fn clear(&mut self) {
        let Starts { capitals, people, shapes, brackets, short_forms } = self;
        for list in [capitals, people, shapes, brackets, short_forms] {
            list.clear();
        }
    }
}

/// A word of so many bytes has a capital in a headline.
const LONG: u32 = 4;

/// Words that are not in small letters, for telling sentences in capitals, and headlines with a capital on every longer
/// word.
#[derive(Default)]
struct Letters {
    words: u32,
    /// Those in capitals.
    upper: u32,
    long: u32,
}

impl Letters {
    fn add(&mut self, token: &Token) {
        self.words += 1;
        self.upper += u32::from(matches!(token.shape, Shape::Upper | Shape::Single));
        self.long += u32::from(token.end - token.start >= LONG);
    }

    /// The mark for all tokens of a sentence with so many small words, long ones of them; 0 for none.
    fn bit(&self, small: u32, small_long: u32, stopped: impl Fn() -> bool) -> u16 {
        let long = small_long + self.long;
        if small == 0 && self.words >= 3 && self.upper == self.words {
            ALL_CAPS
        } else if long >= 4 && self.long * 10 >= long * 9 && !stopped() {
            HEADLINE
        } else {
            0
        }
    }
}

/// A common English word that is no name in the lists of names.
pub(super) fn common(view: &View, token: usize) -> bool {
    let info = view.info(token);
    info.pos != 0
}

/// A word that joins others and is never a name: article, preposition, pronoun, conjunction, auxiliary.
pub(super) fn closed_class(view: &View, token: usize) -> bool {
    const CLOSED: u16 =
        pos::PREPOSITION | pos::DETERMINER | pos::COORDINATOR | pos::PRONOUN | pos::MODAL | pos::WH | pos::OTHER;
    view.likely(token, CLOSED)
}

/// Days and months; "April" and "August" may be people.
pub(super) fn calendar(view: &View, at: usize, flagged: bool) -> bool {
    let Some((_, row)) = view.longest(at, Class::Time) else { return false };
    match view.lexicon.times[row].kind {
        TimeWordKind::Weekday => true,
        TimeWordKind::Month | TimeWordKind::Holiday => {
            !flagged || view.tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Number)
        }
        _ => false,
    }
}
