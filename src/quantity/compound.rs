//! Compounds within a noun phrase: "two 40-tonne trucks", "19 F-16 jets", "two gas-only options".

use super::noun::{LONGEST, cardinal_word, starts_noun};
use crate::entity::Entities;
use crate::lexicon::View;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, pos};
use crate::record::EntityKind;
use crate::text::{Kind, Shape};

/// "two 40-tonne trucks": the token after a measure within the phrase, which describes what is counted.
pub(super) fn measure(view: &View, token: usize) -> Option<usize> {
    let joint = |token: usize| {
        view.id(token) == kw::HYPHEN && view.glued(token) && view.glued(token + 1) && view.is_word(token + 1)
    };
    let figure = view.tokens[token].kind == Kind::Number || cardinal_word(view, token);
    let mut end = token + 1;
    while joint(end) && end < token + LONGEST {
        end += 2;
    }
    (figure && end > token + 1 && starts_noun(view, end)).then_some(end)
}

/// "19 F-16 jets": the token after a name that holds a figure and describes what is counted.
pub(super) fn model(view: &View, token: usize) -> Option<usize> {
    let letters = matches!(view.shape(token), Shape::Upper | Shape::Single);
    let joint = view.id(token + 1) == kw::HYPHEN && view.glued(token + 1) && view.glued(token + 2);
    let figure = view.tokens.get(token + 2).is_some_and(|token| token.kind == Kind::Number);
    (letters && joint && figure && starts_noun(view, token + 3)).then_some(token + 3)
}

/// What a compound of words with hyphens is to the noun phrase that it stands in.
pub(super) enum Compound {
    /// "off-duty", "state-of-the-art", "pro-Russian": it describes what comes behind this token.
    Describes(usize),
    /// "by-elections": it is the noun, which ends before this token.
    Noun(usize),
}

/// Reads a compound whose first word by itself would end the phrase, or whose last word describes.
pub(super) fn compound(view: &View, entities: &Entities, token: usize, many: bool) -> Option<Compound> {
    const CLOSED: u16 = pos::PREPOSITION | pos::DETERMINER | pos::COORDINATOR | pos::PRONOUN | pos::MODAL | pos::WH;
    let mut end = token + 1;
    // "10-to-five", "two-to-fourfold": the figure is part of it.
    if token > 0 && view.id(token - 1) == kw::HYPHEN && view.glued(token) {
        return None;
    }
    while view.id(end) == kw::HYPHEN && view.glued(end) && view.glued(end + 1) && view.is_word(end + 1) {
        end += 2;
        if end > token + LONGEST {
            return None;
        }
    }
    if end == token + 1 {
        return None;
    }
    // "four anti-Fidel Castro exiles".
    if view.is(token, &[kw::ANTI, kw::PRO])
        && let Some(named) = entities.at(end - 1).map(|entity| entities.list[entity].end as usize)
        && starts_noun(view, named)
    {
        return Some(Compound::Describes(named));
    }
    let mut words = (token..end).step_by(2);
    let small = words.any(|word| view.likely(word, CLOSED | pos::ADVERB | pos::VERB) && !view.has(word, Class::Number));
    let last = end - 1;
    let people = entities.at(last).is_some_and(|entity| entities.list[entity].kind == EntityKind::Nationality);
    let adjective = pos::ADJECTIVE | pos::PAST | pos::PARTICIPLE | pos::ING;
    let state = people || view.likely(last, adjective) && !view.has(last, Class::Thing);
    let told = state && !view.has(last, Class::Cue);
    if !small && !told {
        return None;
    }
    let and = || many && view.is(end, &[kw::AND]) && starts_noun(view, end + 1);
    let noun = starts_noun(view, end) || small && many && view.can_be(end, pos::PLURAL);
    if noun || state && and() {
        return Some(Compound::Describes(end));
    }
    (small && many && view.likely(last, pos::PLURAL)).then_some(Compound::Noun(end))
}

/// The token behind a short bracket that opens at a token.
pub(super) fn bracketed(view: &View, open: usize) -> Option<usize> {
    let opens = matches!(view.tokens[open].punct(), b'(' | b'[');
    let close = (open + 1..view.len().min(open + 7)).find(|&at| matches!(view.tokens[at].punct(), b')' | b']'));
    close.filter(|_| opens).map(|close| close + 1)
}

/// A hyphen between words, an apostrophe or an ampersand within the phrase, or a possessive with more to come.
pub(super) fn joins(view: &View, token: usize) -> bool {
    let hyphen = view.id(token) == kw::HYPHEN && view.glued(token) && view.glued(token + 1) && view.is_word(token + 1);
    let ampersand = view.id(token) == kw::AMPERSAND && view.capital(token + 1);
    let possessive = view.tokens[token].kind == Kind::Possessive && view.is_word(token + 1);
    hyphen || ampersand || possessive
}

/// Whether the word at a hyphen makes the compound an adjective: "gas-only", "cancer-free", "Paris-based".
pub(super) fn describes(view: &View, token: usize) -> bool {
    let hyphen = token > 0 && view.id(token - 1) == kw::HYPHEN;
    hyphen
        && !view.has(token, Class::Thing)
        && view.likely(
            token,
            pos::ADVERB | pos::ADJECTIVE | pos::PAST | pos::PARTICIPLE | pos::ING | pos::PREPOSITION | pos::VERB,
        )
}
