//! What the letters and the neighbours of each token say: how far a capital can be trusted, and what stands before it.

use super::Named;
use super::support::Locale;
use crate::lexicon::sense::{Class, TimeWordKind, TitleKind, pos};
use crate::lexicon::{View, keyword};
use crate::record::EntityKind;
use crate::text::{Kind, Sentence, Shape};

/// The word opens a sentence or a quotation, so that its capital says nothing.
pub(super) const OPENS: u8 = 1;
/// The sentence is in capitals throughout.
pub(super) const ALL_CAPS: u8 = 1 << 1;
/// The sentence has a capital on nearly every word: a headline.
pub(super) const HEADLINE: u8 = 1 << 2;
/// A title ends right before the token ("Gen. |Kim").
pub(super) const AFTER_TITLE: u8 = 1 << 3;
/// That title is one that only people have before their names ("Mr", "Gen.", "President").
pub(super) const AFTER_STRONG_TITLE: u8 = 1 << 4;
/// The token belongs to a title.
pub(super) const IN_TITLE: u8 = 1 << 5;

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
    bits: Vec<u8>,
    known: Vec<u8>,
    /// What the text is about.
    pub locale: Locale,
}

impl Marks {
    /// Whether a token has one of these marks.
    #[inline]
    pub fn has(&self, token: usize, bits: u8) -> bool {
        self.bits.get(token).is_some_and(|have| have & bits != 0)
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
        for sentence in view.sentences {
            self.mark_letters(view, sentence);
            self.mark_openings(view, sentence);
        }
        self.mark_titles(view);
        self.locale.read(view);
    }

    /// Sentences in capitals, and headlines with a capital on every longer word.
    fn mark_letters(&mut self, view: &View, sentence: &Sentence) {
        let (mut words, mut upper, mut long, mut capital) = (0, 0, 0, 0);
        for token in view.tokens[sentence.range()].iter().filter(|token| token.kind == Kind::Word) {
            let is_long = token.len() >= 4;
            words += 1;
            upper += u32::from(matches!(token.shape, Shape::Upper | Shape::Single));
            long += u32::from(is_long);
            capital += u32::from(is_long && token.shape != Shape::Lower);
        }
        let bit = if words >= 3 && upper == words {
            ALL_CAPS
        } else if long >= 4 && capital * 10 >= long * 9 && !view.is(sentence.range().end - 1, &[keyword::DOT]) {
            HEADLINE
        } else {
            return;
        };
        for bits in &mut self.bits[sentence.range()] {
            *bits |= bit;
        }
    }

    /// First words of sentences and of quotations, and words behind a colon or a bullet.
    fn mark_openings(&mut self, view: &View, sentence: &Sentence) {
        let mut opens = true;
        let first = sentence.range().start;
        for (index, (token, bits)) in
            view.tokens[sentence.range()].iter().zip(&mut self.bits[sentence.range()]).enumerate()
        {
            match token.kind {
                Kind::Word | Kind::Number | Kind::Fraction => {
                    if opens {
                        *bits |= OPENS;
                    }
                    opens = false;
                }
                Kind::Punct => {
                    let at = first + index;
                    let quote = token.punct() == b'"' && view.glued(at + 1);
                    opens |= quote || view.is(at, &[keyword::COLON, keyword::ASTERISK]);
                }
                _ => {}
            }
        }
    }

    fn mark_titles(&mut self, view: &View) {
        for (token, mask) in view.words.masks.iter().enumerate() {
            if mask & Class::Title.bit() == 0 {
                continue;
            }
            let Some((end, row)) = view.longest(token, Class::Title) else { continue };
            let kind = view.lexicon.titles[row];
            if kind == TitleKind::Suffix {
                continue;
            }
            let strong = view.capital(token) && kind != TitleKind::Job;
            for inside in token..end {
                self.bits[inside] |= IN_TITLE;
            }
            // "Gen" and its stop: the title ends behind the stop.
            let end =
                if view.is(end, &[keyword::DOT]) && view.glued(end) && view.capital(end + 1) { end + 1 } else { end };
            self.bits[end] |= AFTER_TITLE | if strong { AFTER_STRONG_TITLE } else { 0 };
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
