//! Chains: places in a row that tell of one spot, each within the next or the one before.

use super::super::outline::Text;
use super::lead::{DIRECTIONS, Lead, lead};
use crate::lexicon::keyword::{self as kw, WordSet};
use crate::lexicon::sense::{Class, pos};
use crate::record::EntityKind;
use crate::text::Kind;

/// How many places a chain may hold.
const CHAIN: usize = 6;

/// How many tokens may stand between two of them.
const GAP: usize = 8;

/// What parts two places that are not one within the other.
const APART: WordSet = WordSet::of(&[
    kw::AND,
    kw::OR,
    kw::TO,
    kw::FROM,
    kw::FOR,
    kw::BY,
    kw::DOT,
    kw::WHO,
    kw::WHERE,
    kw::AFTER,
    kw::WHILE,
]);

/// Words that make of a token more than a word of description.
const TELLS: u32 = Class::Number.bit() | Class::Cue.bit() | Class::Report.bit();

/// Of a chain of places that contain each other ("near Kaura in Katsina state, northern Nigeria") the most specific.
pub(super) fn finest(text: Text, place: u32) -> u32 {
    let list = &text.entities.list;
    let mut first = place as usize;
    let mut hops = 0..CHAIN;
    while hops.next().is_some()
        && let Some(before) = over_nationality(text, first).filter(|&before| chained(text, before, first))
        && !on_the_way(text, before)
    {
        first = before;
    }
    let mut best = first;
    let mut at = first;
    while at < first + CHAIN && at + 1 < list.len() && chained(text, at, at + 1) {
        at += 1;
        // "in Chapahar district, outside Jalalabad".
        if beyond(text, at) && rank(text, best as u32) > COUNTRY {
            break;
        }
        let (one, other) = (rank(text, best as u32), rank(text, at as u32));
        let finer = other > one || other == one && best + 1 == at && within(text, best, at);
        if finer && lead(text, &list[at], None) != Lead::Beside {
            best = at;
        }
    }
    best as u32
}

/// The entity before one, over "Mexican" in "in Irapuato, in the Mexican state of Guanajuato".
fn over_nationality(text: Text, place: usize) -> Option<usize> {
    let before = place.checked_sub(1)?;
    match text.entities.list[before].kind {
        EntityKind::Nationality => before.checked_sub(1),
        _ => Some(before),
    }
}

/// Whether a place tells only where another lies: "outside Lagos", "north of Lagos".
fn beyond(text: Text, place: usize) -> bool {
    let (view, first) = (text.view, text.entities.list[place].first as usize);
    (first.saturating_sub(5)..first).any(|token| {
        view.is(token, &[kw::OUTSIDE])
            || view.is(token, &[kw::OF])
                && token > 1
                && DIRECTIONS.has(view.id(token - 1))
                && !view.is(token - 2, &[kw::THE])
    })
}

/// "on the road from X to Y, near …": where a way begins or ends is not where it happened.
fn on_the_way(text: Text, place: usize) -> bool {
    let (view, first) = (text.view, text.entities.list[place].first as usize);
    let Some(before) = first.checked_sub(1) else { return false };
    match view.id(before) {
        // "taken from X, in Y" is no way.
        kw::FROM => {
            let end = text.entities.list[place].end as usize;
            // "stopped a bus from X near Y".
            let near = view.is(end, &[kw::NEAR, kw::OUTSIDE, kw::OFF]);
            near || (end..end + 8).any(|token| view.is(token, &[kw::TO]))
        }
        kw::BETWEEN => true,
        kw::TO => (first.saturating_sub(6)..before).any(|token| view.is(token, &[kw::FROM])),
        kw::AND => (first.saturating_sub(6)..before).any(|token| view.is(token, &[kw::BETWEEN])),
        _ => false,
    }
}

/// "Assam's Dhemaji district", "the Hama town of Khattab": of two in a row the second is the finer.
fn within(text: Text, one: usize, other: usize) -> bool {
    let (view, list) = (text.view, &text.entities.list);
    let between = list[one].end as usize..list[other].first as usize;
    let owns = view.is(between.start, &[kw::POSSESSIVE]) && between.clone().skip(1).all(|token| describes(text, token));
    let named = between.len() >= 2
        && view.is(between.end - 1, &[kw::OF])
        && settlement(text, between.end - 2).is_some_and(|size| size == Size::Town);
    owns || named
}

/// An adjective, or a noun such as "region".
fn describes(text: Text, token: usize) -> bool {
    let view = text.view;
    view.is_word(token)
        && view.mask(token) & TELLS == 0
        && (view.likely(token, pos::ADJECTIVE | pos::NOUN | pos::ADVERB) || view.info(token).pos == 0)
}

/// What a noun of places stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    Country,
    Region,
    Town,
    Other,
}

/// The size of the place that a noun at a token names: "country", "province", "town".
pub(super) fn settlement(text: Text, token: usize) -> Option<Size> {
    let view = text.view;
    if !view.has(token, Class::Thing) {
        return None;
    }
    let (_, row) = view.longest(token, Class::Thing)?;
    let thing = &view.lexicon.things[row];
    let leaf = view.lexicon.branches[thing.branch as usize].strip_prefix("place/settlement/")?;
    if thing.plural {
        return None;
    }
    Some(match leaf {
        "country" => Size::Country,
        "region" => Size::Region,
        "town" | "village" | "city" => Size::Town,
        _ => Size::Other,
    })
}

/// Whether a sentence may point to a place without its name: "the country's last crash", "in the same town", "died there".
pub(super) fn points(text: Text, sentence: u32) -> bool {
    let mut tokens = text.view.sentences[sentence as usize].range();
    tokens.any(|token| text.view.id(token) == kw::THERE)
        || text.all(sentence, Class::Thing).any(|token| {
            token > 0
                && text.view.is(token - 1, &[kw::THE, kw::THIS, kw::SAME])
                && settlement(text, token).is_some_and(|size| size != Size::Other)
        })
}

/// Whether two places in a row tell of one spot: nothing but commas, prepositions of place and nouns between them.
fn chained(text: Text, one: usize, other: usize) -> bool {
    let view = text.view;
    let (before, after) = (&text.entities.list[one], &text.entities.list[other]);
    if before.kind != EntityKind::Place || after.kind != EntityKind::Place {
        return false;
    }
    let mut between = before.end as usize..after.first as usize;
    !between.is_empty()
        && between.len() <= GAP
        && between.all(|token| {
            let id = view.id(token);
            let border = id != kw::WITH || view.is(token - 1, &[kw::BORDER, kw::FRONTIER]);
            let told =
                view.tokens[token].kind == Kind::Number || view.mask(token) & TELLS != 0 || view.verb_like(token);
            let punct = view.tokens[token].punct();
            let mark = matches!(punct, b';' | b':' | b'(' | b'.') || punct == b'-' && !view.glued(token);
            border && !told && !mark && !APART.has(id) && text.times.at(token).is_none()
        })
}

/// How specific a place is.
pub(super) fn rank(text: Text, place: u32) -> u8 {
    let named = &text.entities.list[place as usize];
    let subtype = named.entry.map_or(named.subtype, |entry| text.view.lexicon.entry(entry).subtype);
    match text.view.lexicon.string(subtype) {
        "continent" => 0,
        "country" => COUNTRY,
        "region" | "area" | "water" | "island" | "mountain" => 2,
        _ => 3,
    }
}

/// The rank of countries.
pub(super) const COUNTRY: u8 = 1;
