//! Units: what stands before a number ("US$"), what stands behind it ("km", "percent", "years old"), and "per" and its kin.

mod letter;
pub(super) mod money;

use super::{Per, Unit};
use crate::lexicon::View;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, pos};
use crate::record::UnitKind;
use crate::text::{Kind, Shape};

/// A unit found, and the tokens that it reaches over.
pub(super) struct Found {
    pub unit: Unit,
    pub first: usize,
    pub end: usize,
}

/// A currency that ends right before the number: "$", "US$", "Rs.".
pub(super) fn before(view: &View, number: usize, end: usize) -> Option<Found> {
    let near = &view.words.masks[number.saturating_sub(4)..number];
    if near.iter().fold(0, |held, mask| held | mask) & Class::Unit.bit() == 0 {
        return None;
    }
    // "$-5": a sign between them.
    let sign = number > 1 && view.id(number - 1) == kw::HYPHEN && view.glued(number) && view.glued(number - 1);
    let number = number - usize::from(sign && view.tokens[number - 2].kind == Kind::Symbol);
    let start = (number.saturating_sub(3)..number).filter(|&start| view.has(start, Class::Unit)).find_map(|start| {
        view.words
            .all(start, Class::Unit)
            .rev()
            .find(|(end, row)| *end == number && view.lexicon.units[*row].before && !is_english(view, start, *end))
            // "A $1.2bn deal".
            .filter(|_| !(view.is(start, &[kw::A]) && start + 1 < number && view.tokens[start + 1].space_before))
            .map(|(_, row)| (start, row))
    });
    let (first, row) = start.or_else(|| named_before(view, number, end))?;
    let unit = view.lexicon.units[row];
    // "$31.20 US", "$5 USD": the same money named again.
    let mut end = end;
    if let Some((after, row)) = view.longest(end, Class::Unit)
        && view.lexicon.units[row].kind == UnitKind::Currency
        && view.lexicon.units[row].symbol
    {
        end = after;
    }
    // "$47 US a barrel".
    if view.is(end, &[kw::US]) && view.shape(end) == Shape::Upper && view.is(end + 1, &[kw::A, kw::AN, kw::PER]) {
        end += 1;
    }
    let (per, end) = per(view, end, true).map_or((None, end), |(per, end)| (Some(per), end));
    let words = (first as u32, number as u32);
    Some(Found { unit: Unit::Measure { kind: unit.kind, name: unit.name, words, per }, first, end })
}

/// Whether a code in small letters is a word like any other: "try 10", "cad".
fn is_english(view: &View, start: usize, end: usize) -> bool {
    end == start + 1 && view.shape(start) == Shape::Lower && view.info(start).pos != 0
}

/// "Rupees 500", "euro 12 million": money in words before a figure that counts nothing else.
fn named_before(view: &View, number: usize, end: usize) -> Option<(usize, usize)> {
    if view.tokens[number].kind != Kind::Number || view.has(end, Class::Unit) {
        return None;
    }
    let start = (number.saturating_sub(3)..number).filter(|&start| view.has(start, Class::Unit)).find_map(|start| {
        let (after, row) = view.longest(start, Class::Unit)?;
        let unit = view.lexicon.units[row];
        (after == number && unit.kind == UnitKind::Currency && !unit.symbol).then_some((start, row))
    })?;
    let counted = view.is_word(end) && view.can_be(end, pos::NOUN | pos::PLURAL | pos::ADJECTIVE);
    let measured = start.0.checked_sub(1).is_some_and(|before| {
        view.tokens[before].kind == Kind::Number
            || view.has(before, Class::Number)
            || view.likely(before, pos::DETERMINER | pos::ADJECTIVE)
    });
    let plural = view.slice(number - 1, number).ends_with('s') || view.glued(number) || start.0 == 0;
    (!counted && !measured && plural).then_some(start)
}

/// A unit that follows the number, over a hyphen or not.
pub(super) fn after(view: &View, number_end: usize, value: Option<f64>) -> Option<Found> {
    let hyphen = view.id(number_end) == kw::HYPHEN && view.glued(number_end) && view.glued(number_end + 1);
    let at = number_end + usize::from(hyphen);
    let glued = view.glued(at);
    // "6in", "2 in thick": the word is too small to be a symbol anywhere else.
    let thick = || {
        let noun = pos::NOUN | pos::PLURAL | pos::ADJECTIVE;
        view.likely(at + 1, pos::ADJECTIVE) && !(view.is_word(at + 2) && view.can_be(at + 2, noun))
    };
    if !hyphen && view.id(at) == kw::IN && (glued || view.tokens[at - 1].kind == Kind::Number && thick()) {
        return inches(view, at, at + 1);
    }
    if !view.has(at, Class::Unit) {
        return letter::read(view, at);
    }
    let mut fitting = view
        .words
        .all(at.min(view.len().checked_sub(1)?), Class::Unit)
        .rev()
        .filter(|(end, row)| number_end < view.len() && fits(view, at, *end, *row, glued || hyphen, value));
    let Some((end, row)) = fitting.next() else { return letter::read(view, at) };
    let row = fitting
        .take_while(|(other, _)| *other == end)
        .find(|(_, other)| view.lexicon.units[*other].kind != view.lexicon.units[row].kind)
        .filter(|(_, other)| speaks_for(view, at, end, *other, row, value))
        .map_or(row, |(_, other)| other);
    let unit = view.lexicon.units[row];
    let end = end - usize::from(has_stop_of_its_own(view, at, end, unit.name));
    let (per, after) =
        per(view, end, unit.kind == UnitKind::Currency).map_or((None, end), |(per, end)| (Some(per), end));
    let words = (at as u32, after as u32);
    Some(Found { unit: Unit::Measure { kind: unit.kind, name: unit.name, words, per }, first: at, end: after })
}

/// "a depth of 10 km.": the stop is none of the symbol's where that does without.
fn has_stop_of_its_own(view: &View, at: usize, end: usize, name: u32) -> bool {
    let same = |other: usize| view.lexicon.units[other].name == name;
    view.id(end - 1) == kw::DOT && view.words.all(at, Class::Unit).any(|(short, other)| short + 1 == end && same(other))
}

/// "six-foot-two", "5 ft 6": inches behind feet, where the number counts nothing else.
pub(super) fn behind_feet(view: &View, number: usize, end: usize) -> Option<Found> {
    let joint = usize::from(number > 1 && view.id(number - 1) == kw::HYPHEN && view.glued(number));
    let feet = number.checked_sub(2 + joint)?;
    let (after, row) = view.longest(feet + 1, Class::Unit)?;
    let counted =
        view.tokens[feet].kind == Kind::Number || view.has(feet, Class::Number) || view.id(feet) == kw::HYPHEN;
    let foot = after == feet + 2 && view.lexicon.string(view.lexicon.units[row].name) == "foot";
    // "six-foot-two guard" has no guards to count, "six foot two" nothing at all.
    let open = joint == 1 || !view.is_word(end) || !view.can_be(end, pos::NOUN | pos::PLURAL);
    let found = (counted && foot && open && !view.has(end, Class::Unit)).then(|| inches(view, end, end)).flatten()?;
    Some(Found { first: number, ..found })
}

fn inches(view: &View, first: usize, end: usize) -> Option<Found> {
    let inch = view.lexicon.units.iter().find(|unit| view.lexicon.string(unit.name) == "inch")?;
    let unit = Unit::Measure { kind: inch.kind, name: inch.name, words: (first as u32, end as u32), per: None };
    Some(Found { unit, first, end })
}

/// How far a word that tells which unit is meant may stand from it.
const CONTEXT: usize = 16;

/// Whether what stands around a word of two meanings tells of the rarer: "paid 500 pounds", "21 c in the oven".
fn speaks_for(view: &View, at: usize, end: usize, rarer: usize, usual: usize, value: Option<f64>) -> bool {
    let kind = |row: usize| view.lexicon.units[row].kind;
    let (rarer, usual) = (kind(rarer), kind(usual));
    if rarer == UnitKind::Currency {
        // "5 million pounds", not of beef; "900 pounds a month".
        let many = value.is_some_and(|value| value >= 1e6) && !view.is(end, &[kw::OF]);
        let rate = view.is(end, &[kw::A, kw::PER])
            && view.longest(end + 1, Class::Unit).is_some_and(|(_, row)| kind(row) == UnitKind::Duration);
        if many || rate {
            return true;
        }
    }
    let ends = |token: usize| matches!(view.tokens[token].punct(), b'.' | b'!' | b'?');
    let says = |token: usize| {
        let word = view.longest(token, Class::Context).map(|(_, row)| view.lexicon.contexts[row]);
        let money = || {
            let unit = view.longest(token, Class::Unit).map(|(_, row)| view.lexicon.units[row]);
            unit.filter(|unit| unit.kind == UnitKind::Currency && (!unit.symbol || unit.before)).map(|unit| unit.kind)
        };
        word.or_else(money).filter(|kind| *kind == rarer || *kind == usual)
    };
    let before = (at.saturating_sub(CONTEXT)..at).rev().take_while(|token| !ends(*token)).find_map(says);
    let after = || (end..view.len().min(end + CONTEXT)).take_while(|token| !ends(*token)).find_map(says);
    before.or_else(after) == Some(rarer)
}

/// Whether a unit may be meant: a short symbol must stand where symbols do.
fn fits(view: &View, at: usize, end: usize, row: usize, glued: bool, value: Option<f64>) -> bool {
    let unit = view.lexicon.units[row];
    if unit.before {
        return false;
    }
    if !unit.symbol {
        // "twenty second-hand cars".
        if view.is(at, &[kw::SECOND]) && !glued && view.id(end) == kw::HYPHEN && view.glued(end) {
            return false;
        }
        // "second suspect", "mark", "pound": words that are other things in other places.
        let name_like =
            view.capital(at) && !glued && view.capital(end.saturating_sub(1)) && view.shape(at) == Shape::Title;
        let counted_on = end == at + 1 && view.has(at, Class::Thing) && view.has(end, Class::Thing);
        let sure = matches!(unit.kind, UnitKind::Temperature | UnitKind::Currency | UnitKind::Percent);
        return (sure || !(name_like && view.info(at).pos == 0)) && !counted_on;
    }
    // "the 'two and five' campaign" has no feet.
    if view.id(at) == kw::APOSTROPHE && view.tokens[at - 1].kind != Kind::Number {
        return false;
    }
    // "Halo 2" in quotation marks has no inches.
    if view.id(at) == kw::QUOTE && in_quotes(view, at) {
        return false;
    }
    let short = view.slice(at, end).chars().filter(|c| c.is_alphabetic()).count() <= 1;
    let word = view.is_word(at) && view.info(at).pos != 0 && !glued;
    if short && view.is_word(at) && end == at + 1 {
        // "5 m", "12 C", "3 t": glued, or a decimal before it, or nothing that it could be else.
        let alone = !view.is(at, &[kw::A, kw::I, kw::S]);
        // "Zero-G" is none.
        if !glued_digits(view, at) && view.id(at - 1) == kw::HYPHEN {
            return false;
        }
        let free = view.shape(at) == Shape::Single && stands_free(view, at);
        return alone
            && (glued
                || value.is_some_and(|value| value.fract() != 0.0)
                || view.shape(at) == Shape::Lower && !word
                || free);
    }
    let code = unit.kind == UnitKind::Currency && end - at == 1 && view.tokens[at].len() == 3;
    let rival = || {
        let units = view.words.all(at, Class::Unit);
        units.into_iter().any(|(other, row)| other == end && view.lexicon.units[row].kind != UnitKind::Currency)
    };
    if code && (is_english(view, at, end) && !glued || view.shape(at) == Shape::Lower && rival()) {
        return false;
    }
    // "in", "at", "am": symbols that are words only count when glued, or before a stop.
    // "4 in. of rain".
    let stopped = view.id(end - 1) == kw::DOT && view.is_word(end) && view.shape(end) == Shape::Lower;
    let ends = stopped || end >= view.len() || !view.is_word(end) && view.tokens[end].kind == Kind::Punct;
    !(word
        && !(ends && unit.kind == UnitKind::Measure)
        && view.shape(at) == Shape::Lower
        && view
            .likely(at, pos::PREPOSITION | pos::DETERMINER | pos::VERB | pos::PRONOUN | pos::COORDINATOR | pos::ADVERB))
}

/// How far back a quotation mark is looked for that a later one may close.
const QUOTED: usize = 24;

/// Whether a quotation opened before a token and is not closed yet.
fn in_quotes(view: &View, at: usize) -> bool {
    let opens =
        |token: usize| view.id(token) == kw::QUOTE && view.glued(token + 1) && (token == 0 || !view.glued(token));
    let closes =
        |token: usize| view.id(token) == kw::QUOTE && view.glued(token) && view.tokens[token - 1].kind != Kind::Number;
    let last = (at.saturating_sub(QUOTED)..at).rev().find(|&token| opens(token) || token > 0 && closes(token));
    last.is_some_and(opens)
}

/// Whether digits stand before a unit, over a hyphen.
fn glued_digits(view: &View, at: usize) -> bool {
    let before = at - 1 - usize::from(view.id(at - 1) == kw::HYPHEN && at > 1);
    view.tokens[before].kind == Kind::Number
}

/// "40 C", "12 V battery": a capital that no name goes on with, and no name stands before its figure ("Vitamin 5 C").
fn stands_free(view: &View, at: usize) -> bool {
    let next = at + 1;
    let initial = view.capital(next)
        || view.id(next) == kw::DOT && view.is_word(next + 1) && (view.glued(next + 1) || !view.capital(next + 1))
        || view.is(next, &[kw::HYPHEN, kw::AMPERSAND])
        || view.id(next) == kw::SLASH && !view.has(next + 1, Class::Unit);
    let named = at >= 2 && view.is_word(at - 2) && view.capital(at - 2) && at > 2 && view.info(at - 2).pos == 0;
    !initial && !named
}

/// "per day", "a barrel", "an hour", "/kg", "each": what a figure is per, and the token after it.
pub(super) fn per(view: &View, at: usize, money: bool) -> Option<(Per, usize)> {
    let at = if view.id(at) == kw::HYPHEN && view.glued(at) && view.glued(at + 1) { at + 1 } else { at };
    let slash = view.id(at) == kw::SLASH && (view.glued(at) || !view.glued(at + 1) && view.has(at + 1, Class::Unit));
    let explicit = view.is(at, &[kw::PER]) || slash;
    let article = view.is(at, &[kw::A, kw::AN, kw::EVERY]);
    if !explicit && !article {
        return None;
    }
    let mut next = at + 1;
    if view.id(next) == kw::HYPHEN && view.glued(next) {
        next += 1;
    }
    if next >= view.len() {
        return None;
    }
    // "$7/$9" is two figures.
    let figure = |token: usize| view.tokens.get(token).is_some_and(|token| token.kind == Kind::Number);
    if let Some((end, row)) = view.words.all(next, Class::Unit).rev().find(|(end, row)| {
        let unit = view.lexicon.units[*row];
        let spelled = explicit || !unit.symbol;
        let joined = figure(*end) && view.glued(*end);
        spelled && !unit.before && !joined
    }) {
        let unit = view.lexicon.units[row];
        // "a second", "a day later" measure time only where a rate makes sense: money and measures do.
        let then =
            view.has(end, Class::Time) && !explicit && unit.kind == UnitKind::Duration && view.likely(end, pos::ADVERB);
        let stop = has_stop_of_its_own(view, next, end, unit.name);
        return (!then).then_some((Per::Unit(unit.name), end - usize::from(stop)));
    }
    // "a 10-cents-a-share dividend".
    let joined = view.id(next - 1) == kw::HYPHEN;
    let noun = view.is_word(next)
        && view.can_be(next, pos::NOUN)
        && !view.likely(next, pos::ADJECTIVE)
        && !(!joined
            && view.is_word(next + 1)
            && view.can_be(next + 1, pos::NOUN | pos::PLURAL)
            && view.likely(next + 1, pos::NOUN | pos::PLURAL));
    (noun && (explicit || money && view.is(at, &[kw::A, kw::AN]))).then_some((Per::Noun(next as u32), next + 1))
}
