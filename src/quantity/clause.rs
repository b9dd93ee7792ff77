//! Pieces: a sentence cut for the questions who says it, where and when. Coarser than what roles need: a name, a time or
//! a number phrase is one piece, and every other token says only what it does in its clause.

use super::Quantity;
use super::facts::{ByPart, Facts};
use super::grammar::{AUXILIARIES, OWNER_SET, OWNERS};
use super::outline::Text;
use crate::lexicon::keyword::{self as kw, WordSet};
use crate::lexicon::sense::{Class, Effect, Frame, ReportFrame, pos};
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

/// Words of saying. A word that can also be a noun ("report", "claims") is one behind an article or an adjective, and
/// before a verb.
fn report(view: &View, at: usize) -> Option<(usize, What)> {
    let (end, _) = view.longest(at, Class::Report)?;
    let frames = view.words.all(at, Class::Report).filter(|(frame_end, _)| *frame_end == end);
    let mut frame = None;
    for (_, row) in frames {
        let found = view.lexicon.reports[row];
        if frame.is_none() || !found.is_noun() {
            frame = Some(found);
        }
    }
    let frame = frame?;
    if frame.is_noun() {
        return Some((end, What::Noun));
    }
    if frame == ReportFrame::Clause && (view.likely(at.max(1) - 1, pos::DETERMINER) || !clausal(view, at, end)) {
        return None;
    }
    if frame == ReportFrame::Puts {
        return puts(view, end).then_some((end, What::Report(ReportFrame::Says)));
    }
    let verbal = matches!(frame, ReportFrame::Says | ReportFrame::Told) && end == at + 1;
    if verbal && view.can_be(at, pos::NOUN | pos::PLURAL) && noun_here(view, at) {
        return Some((end, What::Noun));
    }
    if frame == ReportFrame::Belief && end == at + 1 {
        return Some((end, What::Adverb));
    }
    Some((end, What::Report(frame)))
}

/// How far a verb may stand behind words of saying whose clause it is in.
const CLAUSE: usize = 9;

/// Whether a clause or a quotation stands beside a verb that says nothing with a mere object: "added that 12 had died", "feared
/// 12 had died", not "added 12 goals".
pub(super) fn clausal(view: &View, at: usize, end: usize) -> bool {
    let quote = |token: usize| view.id(token) == kw::QUOTE;
    let opens = |token: usize| token < view.len() && (quote(token) || view.is(token, &[kw::COLON]));
    let comma = |token: usize| view.is(token, &[kw::COMMA]);
    // "…", he sighed.
    let behind = at > 0 && (quote(at - 1) || comma(at - 1) && at > 1 && quote(at - 2));
    if behind || view.is(end, &[kw::THAT]) || opens(end) || comma(end) && opens(end + 1) {
        return true;
    }
    // "…, Boeing added."
    let closed = view.tokens.get(end).is_none_or(|token| matches!(token.punct(), b'.' | b',' | b';'));
    // "Boeing promises 900 jobs": whose word it is, the claim asks.
    let word = || {
        let next = view.tokens.get(end).is_some_and(|token| token.kind == Kind::Number) || view.has(end, Class::Number);
        next && view.words.all(at, Class::Status).any(|(_, row)| view.lexicon.statuses[row] == Effect::Plans)
    };
    // "…, complains Ana Ruiz".
    let inverted = || {
        at > 0
            && comma(at - 1)
            && view.likely(at, pos::PAST | pos::THIRD)
            && end < view.len()
            && view.tokens[end].kind == Kind::Word
            && (view.capital(end) || view.is(end, &[kw::THE]))
    };
    if closed || word() || inverted() {
        return true;
    }
    let mut noun = false;
    for token in end..view.len().min(end + CLAUSE) {
        if view.tokens[token].punct() != 0 || view.likely(token, pos::PREPOSITION) {
            return false;
        }
        let finite = AUXILIARIES.has(view.id(token)) || view.likely(token, pos::MODAL | pos::PAST | pos::THIRD);
        if noun && finite {
            return true;
        }
        noun |= view.likely(token, pos::NOUN | pos::PLURAL | pos::PRONOUN) || view.tokens[token].kind == Kind::Number;
    }
    false
}

/// How far "at" and "to" may stand behind a verb that puts a figure there.
const PUTS: usize = 14;

/// Whether a verb that ends before a token puts a figure somewhere: "put the number of marchers at 60,000", "raised the toll
/// in Cebu to 204".
pub(super) fn puts(view: &View, end: usize) -> bool {
    // "gave up at 4 pm".
    if view.is(end, &[kw::UP]) {
        return false;
    }
    let mut toll = false;
    for token in end..view.len().min(end + PUTS) {
        if matches!(view.tokens[token].punct(), b'.' | b';' | b',' | b':') {
            return false;
        }
        // "at 45", "at $45", "at magnitude 4.5".
        let number = || {
            (token + 1..view.len().min(token + 3))
                .take_while(|&next| view.tokens[next].punct() == 0 && !view.likely(next, pos::DETERMINER))
                .any(|next| view.tokens[next].kind == Kind::Number || view.mask(next) & NUMERIC != 0)
        };
        let to = view.is(token, &[kw::TO, kw::AS]);
        if (view.is(token, &[kw::AT]) || to && toll) && token + 1 < view.len() && number() {
            return true;
        }
        // "gave the magnitude as 6.8 and …", "raised the number to 13".
        let closes =
            |token: usize| view.tokens.get(token).is_none_or(|next| next.punct() != 0) || view.is(token, &[kw::AND]);
        if view.is(token, &[kw::AS]) && number() && closes(token + 2)
            || view.is(token, &[kw::NUMBER]) && view.is(token + 1, &[kw::TO])
        {
            return true;
        }
        toll |= view.has(token, Class::Report) || counts(view, token) || view.is(token, &[kw::IT]);
    }
    false
}

/// Classes of words that a figure begins with.
const NUMERIC: u32 = Class::Number.bit() | Class::Bound.bit();

/// Whether a noun's number is the counted: "toll", "number".
fn counts(view: &View, token: usize) -> bool {
    view.has(token, Class::Cue)
        && view.words.all(token, Class::Cue).any(|(_, row)| view.lexicon.cues[row].frame == Frame::Toll)
}

/// "the report", "official estimates", "its claim", "NIS report said".
fn noun_here(view: &View, at: usize) -> bool {
    let before = at.checked_sub(1);
    let determined = before.is_some_and(|before| {
        view.likely(before, pos::DETERMINER | pos::ADJECTIVE | pos::PREPOSITION)
            || view.is(before, OWNERS)
            || view.is(before, &[kw::POSSESSIVE])
    });
    // "a UNICEF report seen by Reuters".
    let seen = || view.can_be(at + 1, pos::PARTICIPLE) && view.is(at + 2, &[kw::BY]);
    // "in its morning report": no singular noun takes this form of a verb.
    let compound = || {
        let singular = |token: usize| view.likely(token, pos::NOUN) && !view.can_be(token, pos::PLURAL);
        before.is_some_and(|noun| {
            singular(noun)
                && view.can_be(at, pos::NOUN)
                && !view.can_be(at, pos::THIRD | pos::PLURAL | pos::PAST | pos::ING)
                && noun > 0
                && (view.likely(noun - 1, pos::DETERMINER | pos::ADJECTIVE) || view.is(noun - 1, OWNERS))
        })
    };
    determined || compound() || view.has(at + 1, Class::Report) || view.is(at + 1, &[kw::OF]) || seen()
}

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
