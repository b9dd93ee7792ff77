//! Pieces: a sentence cut for the questions who says it, where and when. Coarser than what roles need: a name, a time or
//! a number phrase is one piece, and every other token says only what it does in its clause.

mod report;

pub(super) use report::{clausal, puts};

use report::report;

use super::Quantity;
use super::facts::{ByPart, Facts};
use super::grammar::{AUXILIARIES, OWNER_SET};
use super::outline::Text;
use crate::lexicon::keyword::{self as kw, WordSet};
use crate::lexicon::sense::{Class, Effect, ReportFrame, pos};
use crate::lexicon::{Connective, View, WordId};
use crate::text::Kind;

/// A piece of a sentence, as token range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Piece {
    pub first: u32,
    /// Token after the last.
    pub end: u32,
    pub what: What,
}

/// Kinds of piece.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum What {
    Entity(u32),
    Time(u32),
    /// A number phrase: index in the quantities.
    Number(u32),
    /// Words of saying, as a verb or as "according to".
    Report(ReportFrame),
    /// A word that says what happened to somebody.
    Cue,
    Aux,
    Verb,
    Preposition,
    Determiner,
    Noun,
    /// An adjective, or a word of which nothing is known.
    Modifier,
    Adverb,
    Possessive,
    Pronoun,
    And,
    But,
    /// "who", "which", "that": what follows is about the noun before, or is what was said.
    Relative,
    /// "when", "as", "after" before a clause.
    Clause,
    Comma,
    Semicolon,
    /// A colon or a dash.
    Dash,
    Quote,
    Open,
    Close,
    /// The full stop, and whatever else is no word.
    Stop,
}

/// The pieces of a text, by sentence. Sentences are cut when a rule first asks for them.
#[derive(Default)]
pub(super) struct Pieces {
    list: Vec<Piece>,
    /// Range in `list` of each sentence; empty where it is not cut.
    sentences: Vec<(u32, u32)>,
    /// First tokens of the cues that were linked, in order.
    cues: Vec<u32>,
    /// How many quantities have a number in the text: those of people without a figure stand behind them.
    numbers: usize,
}

/// How far rules look within a sentence, in pieces.
pub(super) const WINDOW: usize = 160;

impl Pieces {
    /// Takes up a text of which the cues are linked.
    pub fn begin(&mut self, text: Text, list: &[Quantity]) {
        self.list.clear();
        self.sentences.clear();
        self.sentences.resize(text.view.sentences.len(), (0, 0));
        self.numbers = list.iter().rposition(|quantity| !quantity.implicit).map_or(0, |last| last + 1);
        self.cues.clear();
        self.cues.extend(list.iter().filter_map(|quantity| quantity.cue).map(|cue| cue.0));
        self.cues.sort_unstable();
    }

    /// The pieces of a sentence, which is cut now if it was not.
    pub fn ready(&mut self, text: Text, list: &[Quantity], sentence: u32) -> &[Piece] {
        let (start, stop) = self.sentences[sentence as usize];
        if start == stop {
            let start = self.list.len() as u32;
            self.cut(text, &list[..self.numbers], sentence);
            self.sentences[sentence as usize] = (start, self.list.len() as u32);
        }
        self.of(sentence)
    }

    /// The pieces of a sentence; none if it is not cut.
    pub fn of(&self, sentence: u32) -> &[Piece] {
        let (start, stop) = self.sentences[sentence as usize];
        &self.list[start as usize..stop as usize]
    }

    fn cut(&mut self, text: Text, list: &[Quantity], sentence: u32) {
        let view = text.view;
        let tokens = view.sentences[sentence as usize];
        let (mut at, stop) = (tokens.first as usize, tokens.last as usize);
        // The first number that ends behind the beginning of the sentence.
        let mut next = list.partition_point(|quantity| quantity.sentence < sentence);
        while next > 0 && list[next - 1].end > tokens.first {
            next -= 1;
        }
        let mut cue = self.cues.partition_point(|&cue| cue < tokens.first);
        // The first number that is not over yet, and the first cue that is not passed.
        let number_at = |next: usize| list.get(next).map_or((u32::MAX, u32::MAX), |number| (number.first, number.end));
        let cue_at = |cues: &[u32], cue: usize| cues.get(cue).map_or(usize::MAX, |&cue| cue as usize);
        let (mut number, mut hit) = (number_at(next), cue_at(&self.cues, cue));
        let facts = Facts::of(text, stop);
        while at < stop {
            while number.1 as usize <= at {
                next += 1;
                number = number_at(next);
            }
            while hit < at {
                cue += 1;
                hit = cue_at(&self.cues, cue);
            }
            if number.0 as usize == at {
                let end = (number.1 as usize).clamp(at + 1, stop);
                self.list.push(Piece { first: at as u32, end: end as u32, what: What::Number(next as u32) });
                at = end;
                continue;
            }
            // "clinics admitted 300 children": nobody says anything.
            if hit == at {
                self.list.push(Piece { first: at as u32, end: at as u32 + 1, what: What::Cue });
                at += 1;
                continue;
            }
            // Nothing but words is to be seen up to the next number or cue, or the end of a number that began before.
            let (until, limit) = match number.0 as usize {
                first if first > at => (first, first.min(stop)),
                _ => (number.1 as usize, stop),
            };
            let until = until.min(hit).min(stop);
            while at < until {
                let (end, what) = match piece(view, &facts, at, stop) {
                    // "hospitals have admitted 300 children".
                    (end, What::Report(_)) if at + 1 == hit && hit < end && AUXILIARIES.has(facts.ids[at]) => {
                        (at + 1, What::Aux)
                    }
                    found => found,
                };
                let end = end.min(limit).max(at + 1);
                self.list.push(Piece { first: at as u32, end: end as u32, what });
                at = end;
            }
        }
    }
}

/// The piece of a sentence that a token stands in.
pub(super) fn at(pieces: &[Piece], token: u32) -> Option<usize> {
    pieces.partition_point(|piece| piece.first <= token).checked_sub(1)
}

/// The stop of "Dr." within a sentence.
fn abbreviates(view: &View, at: usize, stop: usize) -> bool {
    view.glued(at) && at + 1 < stop && view.is_word(at + 1) && !view.glued(at + 1)
}

/// The piece that starts at a token.
#[inline]
fn piece(view: &View, facts: &Facts, at: usize, stop: usize) -> (usize, What) {
    let (id, kind) = (facts.ids[at], facts.tokens[at].kind);
    // Most are words of no name and no time.
    if kind != Kind::Word || !facts.is_free(at) {
        if id == kw::DOT && abbreviates(view, at, stop) {
            return (at + 1, What::Modifier);
        }
        if let Some((end, time)) = facts.time(at) {
            return (end, What::Time(time));
        }
        if let Some((end, entity)) = facts.entity(at) {
            return (end, What::Entity(entity));
        }
        let what = match kind {
            Kind::Punct => punctuation(view, at),
            Kind::Possessive => What::Possessive,
            Kind::Symbol => What::Stop,
            Kind::Word | Kind::Number | Kind::Fraction => What::Modifier,
        };
        return (at + 1, what);
    }
    let mask = facts.masks[at];
    if mask & MEANT != 0 {
        if mask & Class::Status.bit() != 0
            && let Some((end, row)) = view.longest(at, Class::Status)
            && end > at + 1
            && view.lexicon.statuses[row] == Effect::None
            // "In May" is no "may", and a time.
            && facts.time(at + 1).is_none()
        {
            return (end, What::Adverb);
        }
        if mask & Class::Report.bit() != 0
            && let Some(found) = report(view, at)
        {
            return found;
        }
    }
    (at + 1, word(view, at, id, mask))
}

/// Classes that make a word more than its part of speech.
const MEANT: u32 = Class::Status.bit() | Class::Report.bit() | Class::Connective.bit() | Class::Cue.bit();

const ARTICLES: &[WordId] = &[kw::THE, kw::A, kw::AN, kw::THIS, kw::THESE, kw::THOSE];
const ARTICLE_SET: WordSet = WordSet::of(ARTICLES);
const RELATIVES: WordSet = WordSet::of(&[kw::WHO, kw::WHOM, kw::WHICH, kw::WHOSE, kw::THAT, kw::WHERE, kw::WHAT]);
const CLAUSES: WordSet = WordSet::of(&[kw::WHEN, kw::WHILE, kw::BECAUSE, kw::IF, kw::AS, kw::AFTER, kw::BEFORE]);
/// All of these.
const NAMED: WordSet = ARTICLE_SET.or(OWNER_SET).or(AUXILIARIES).or(RELATIVES).or(CLAUSES);

#[inline]
fn word(view: &View, at: usize, id: WordId, mask: u32) -> What {
    let info = view.info(at);
    let likeliest = info.likeliest;
    if NAMED.has(id) {
        if ARTICLE_SET.has(id) || OWNER_SET.has(id) {
            return What::Determiner;
        }
        if AUXILIARIES.has(id) {
            return What::Aux;
        }
        if likeliest & pos::MODAL == 0 {
            return if RELATIVES.has(id) { What::Relative } else { What::Clause };
        }
    }
    if likeliest & pos::MODAL != 0 {
        return What::Aux;
    }
    if mask & MEANT != 0 {
        if mask & Class::Connective.bit() != 0
            && let Some((end, row)) = view.longest(at, Class::Connective)
            && end == at + 1
        {
            match view.lexicon.connectives[row] {
                Connective::And => return What::And,
                Connective::But => return What::But,
                _ => {}
            }
        }
        if mask & Class::Cue.bit() != 0 && acts(view, at) {
            return What::Cue;
        }
    }
    match BY_PART.of_parts(likeliest) {
        // Behind an article, or an owner, it describes a noun: "Hamas's armed wing".
        What::Verb if at > 0 && (ARTICLE_SET.has(view.id(at - 1)) || view.is(at - 1, &[kw::POSSESSIVE])) => {
            What::Modifier
        }
        // "the Houthi-run channel".
        What::Verb if view.glued(at) && view.id(at - 1) == kw::HYPHEN => What::Modifier,
        What::Modifier if info.pos == 0 => What::Noun,
        what => what,
    }
}

/// What a word is by its likeliest part of speech; of several the first holds.
static BY_PART: ByPart<What> = ByPart::of(
    &[
        (pos::PREPOSITION, What::Preposition),
        (pos::PRONOUN, What::Pronoun),
        (pos::VERB | pos::THIRD | pos::PAST | pos::PARTICIPLE | pos::ING, What::Verb),
        (pos::NOUN | pos::PLURAL, What::Noun),
        (pos::ADVERB, What::Adverb),
        (pos::DETERMINER, What::Determiner),
        (pos::COORDINATOR, What::But),
    ],
    What::Modifier,
);

/// Whether a cue's word is a verb here: not "the killed", "fire service", "a shooting".
fn acts(view: &View, at: usize) -> bool {
    let verbal = view.likely(at, pos::VERB | pos::THIRD | pos::PAST | pos::PARTICIPLE | pos::ING);
    let described =
        at > 0 && (view.likely(at - 1, pos::DETERMINER | pos::ADJECTIVE) || view.has(at - 1, Class::Report));
    verbal && !(described && view.can_be(at, pos::NOUN | pos::ADJECTIVE | pos::PARTICIPLE))
}

fn punctuation(view: &View, at: usize) -> What {
    let hyphen = || view.id(at) == kw::HYPHEN && view.glued(at) && view.glued(at + 1);
    match view.tokens[at].punct() {
        b',' => What::Comma,
        b'-' if hyphen() => What::Modifier,
        b';' => What::Semicolon,
        b':' | b'-' => What::Dash,
        b'(' | b'[' => What::Open,
        b')' | b']' => What::Close,
        b'"' => What::Quote,
        _ => What::Stop,
    }
}
