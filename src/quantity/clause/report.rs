//! Words of saying: which words report what somebody said, with what clause, quotation or figure beside them.

use super::super::grammar::{AUXILIARIES, OWNERS};
use super::What;
use crate::lexicon::View;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, Effect, Frame, ReportFrame, pos};
use crate::text::Kind;

/// Words of saying. A word that can also be a noun ("report", "claims") is one behind an article or an adjective, and
/// before a verb.
pub(super) fn report(view: &View, at: usize) -> Option<(usize, What)> {
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
pub(in crate::quantity) fn clausal(view: &View, at: usize, end: usize) -> bool {
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
pub(in crate::quantity) fn puts(view: &View, end: usize) -> bool {
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
