//! Chunks of one word or a few: connectives, words of saying and of status, marks, and all that nothing else takes.

use super::super::facts::ByPart;
use super::super::grammar::OWNER_SET;
use super::super::noun;
use super::{What, people};
use crate::lexicon::keyword::{self as kw, WordSet};
use crate::lexicon::sense::{Class, Effect, pos};
use crate::lexicon::{Connective, View};
use crate::text::Kind;

/// What [`joining_or_saying`] cuts.
pub(super) const JOINING_OR_SAYING: u32 = Class::Connective.bit() | Class::Status.bit() | Class::Report.bit();

/// A connective, words of saying or of status.
pub(super) fn joining_or_saying(view: &View, at: usize, mask: u32) -> Option<(usize, What)> {
    if mask & Class::Connective.bit() != 0
        && let Some((end, row)) = view.longest(at, Class::Connective)
    {
        let kind = view.lexicon.connectives[row];
        // "and another from a nearby town were killed": one more.
        let closes = view.tokens.get(end).is_some_and(|token| matches!(token.punct(), b'.' | b',' | b';'));
        let alone = closes || view.likely(end, pos::PREPOSITION | pos::MODAL | pos::PAST) && !view.is(end, &[kw::OF]);
        if view.is(at, &[kw::ANOTHER]) && alone {
            return Some((end, What::People { count: 1, definite: false, entity: None }));
        }
        // "moved 340 migrants out of a camp", but "12 out of the 90".
        let counted = |token: usize| {
            view.has(token, Class::Number) || view.tokens.get(token).is_some_and(|token| token.kind == Kind::Number)
        };
        if kind == Connective::Part && view.is(at, &[kw::OUT]) && !(end..end + 3).any(counted) {
            return Some((end, What::Preposition));
        }
        if !(kind == Connective::More && noun::starts_noun(view, end)) {
            return Some((end, What::Connective(kind)));
        }
    }
    let said = mask & (Class::Status.bit() | Class::Report.bit()) != 0;
    let longest = |class: Class| if said { view.longest(at, class) } else { None };
    match (longest(Class::Status), longest(Class::Report)) {
        (Some((end, row)), report)
            if !matches!(view.lexicon.statuses[row], Effect::Plans | Effect::Demands)
                && report.is_none_or(|(report, _)| end >= report) =>
        {
            let effect = view.lexicon.statuses[row];
            if effect != Effect::None {
                return Some((end, What::Status(effect)));
            }
        }
        (_, Some((end, row))) if view.lexicon.reports[row].cuts(view.has(at, Class::Cue)) => {
            // "put the number of dead at": the cue within is cut by itself.
            let end = (at + 1..end).find(|&token| people::is_event(view, token)).unwrap_or(end);
            // "have admitted 4,460 patients": so is a verb before what it counts.
            let counts = end > at + 1
                && view.has(end - 1, Class::Cue)
                && (view.has(end, Class::Number)
                    || view.has(end, Class::Bound)
                    || view.tokens.get(end).is_some_and(|token| token.kind == Kind::Number));
            let end = end - usize::from(counts);
            return Some((end, What::Report(view.lexicon.reports[row])));
        }
        _ => {}
    }
    None
}

/// Words that begin a clause.
pub(super) const CLAUSES: WordSet = WordSet::of(&[
    kw::WHO,
    kw::WHOM,
    kw::WHICH,
    kw::THAT,
    kw::WHEN,
    kw::WHERE,
    kw::WHILE,
    kw::AFTER,
    kw::BEFORE,
    kw::IF,
    kw::BECAUSE,
    kw::AS,
]);

/// A word that is none of these.
pub(super) fn word(view: &View, at: usize) -> (usize, What) {
    let likeliest = view.info(at).likeliest;
    let owner = OWNER_SET.has(view.id(at));
    let what = if owner && (noun::starts_noun(view, at + 1) || view.has(at + 1, Class::Number)) {
        What::Other
    } else if view.is(at, &[kw::HIM]) || view.is(at, &[kw::HER]) && !noun::starts_noun(view, at + 1) {
        What::People { count: 1, definite: true, entity: None }
    } else {
        match BY_PART.of_parts(likeliest) {
            What::Other if view.info(at).pos == 0 => What::Noun { people: false },
            what => what,
        }
    };
    (at + 1, what)
}

/// What a word is by its likeliest part of speech; of several the first holds.
static BY_PART: ByPart<What> = ByPart::of(
    &[
        (pos::PREPOSITION, What::Preposition),
        (pos::PRONOUN, What::Pronoun),
        (pos::VERB | pos::THIRD | pos::PAST | pos::PARTICIPLE, What::Verb),
        (pos::NOUN | pos::PLURAL, What::Noun { people: false }),
    ],
    What::Other,
);

/// A mark.
pub(super) fn punctuation(view: &View, at: usize) -> What {
    let hyphen = || view.id(at) == kw::HYPHEN && view.glued(at) && view.glued(at + 1);
    match view.tokens[at].punct() {
        b',' => What::Comma,
        b'-' if hyphen() => What::Other,
        b';' | b':' | b'-' => What::Break,
        b'(' | b'[' => What::Open,
        b')' | b']' => What::Close,
        b'"' => What::Quote,
        _ => What::Other,
    }
}
