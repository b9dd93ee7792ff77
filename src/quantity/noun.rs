//! The noun phrase behind a number: "nine used airliners", "600 North Korean soldiers", "412 new cholera cases".

mod word;

pub(super) use word::cardinal_word;

use word::{Part, part};

use super::Noun;
use super::compound::{Compound, bracketed, compound, describes, joins, measure, model};
use crate::entity::Entities;
use crate::lexicon::View;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, pos};
use crate::number::{model_figure, named_for_number};
use crate::record::EntityKind;
use crate::text::{Kind, Shape};
use crate::time::Times;

/// How far a noun phrase may go, in tokens: longer runs are lists of names or tables.
pub(super) const LONGEST: usize = 12;

/// Reads the noun phrase that starts at token `at`. `single` tells that exactly one is counted, so that the head is a
/// singular noun; otherwise the first plural noun ends the phrase.
pub(super) fn read(view: &View, entities: &Entities, times: &Times, at: usize, single: bool) -> Option<Noun> {
    phrase(view, entities, times, at, Number { single, many: false })
}

/// Reads the noun phrase that a number counts; `many` where it is more than one.
pub(super) fn counted(
    view: &View,
    entities: &Entities,
    times: &Times,
    at: usize,
    single: bool,
    many: bool,
) -> Option<Noun> {
    phrase(view, entities, times, at, Number { single, many })
}

/// What is known of how many are counted.
#[derive(Clone, Copy)]
struct Number {
    single: bool,
    many: bool,
}

fn phrase(view: &View, entities: &Entities, times: &Times, at: usize, number: Number) -> Option<Noun> {
    let single = number.single;
    // "48 women were elected, against 40 last time".
    if view.is(at, &[kw::LAST, kw::NEXT, kw::THIS]) && view.is(at + 1, &[kw::TIME]) {
        return None;
    }
    let mut head: Option<(usize, Option<usize>)> = None;
    // The head before a compound, where none comes behind it.
    let mut kept = None;
    let mut token = at;
    let mut plural = false;
    let end_of_text = view.len().min(at + LONGEST);
    while token < end_of_text && times.at(token).is_none() && !breaks_line(view, at, token) {
        let word = view.is_word(token);
        // No word joins two others, and none but a number before a hyphen measures.
        if !word && joins(view, token) {
            token += 1;
            // "two gas-only options": the compound describes what comes, its first word is no head.
            if head.is_some() && describes(view, token) && starts_noun(view, token + 1) {
                (head, plural) = (None, false);
                token += 1;
            }
            continue;
        }
        // Measures, models and compounds are joined by one.
        let hyphen = view.id(token + 1) == kw::HYPHEN;
        if hyphen
            && head.is_none()
            && let Some(after) = measure(view, token).or_else(|| model(view, token))
        {
            token = after;
            continue;
        }
        // "38 three-pointers".
        if hyphen
            && head.is_none()
            && (!word || cardinal_word(view, token))
            && let Some(end) = named_for_number(view, token)
        {
            head = Some((end - 1, None));
            break;
        }
        if !word && model_figure(view, token) {
            (head, token) = (None, token + 1);
            continue;
        }
        if hyphen
            && word
            && let Some(found) = compound(view, entities, token, number.many)
        {
            match found {
                Compound::Describes(end) if !plural => {
                    (kept, head, token) = (head, None, end + usize::from(view.is(end, &[kw::AND])));
                }
                Compound::Noun(end) if head.is_none() => {
                    (head, plural, token) = (Some((end - 1, None)), true, end);
                    if stops_after(view, entities, times, token, single, plural) {
                        break;
                    }
                }
                _ => break,
            }
            continue;
        }
        // "300 extra African Union (AU) troops".
        if !word
            && view.id(token) == kw::OPEN
            && view.shape(token + 1) == Shape::Upper
            && view.id(token + 2) == kw::CLOSE
            && token > at
            && starts_noun(view, token + 3)
        {
            (head, plural) = (None, false);
            token += 3;
            continue;
        }
        if !word {
            // "four Radio Kabul (RK) staff": over a short form in brackets.
            if let Some(after) = bracketed(view, token).filter(|after| head.is_none() && starts_noun(view, *after)) {
                token = after;
                continue;
            }
            break;
        }
        if let Some((end, row)) = thing(view, token)
            && noun_here(view, token, end, single, head.is_some())
        {
            let is_plural = view.lexicon.things[row].plural;
            // "70 male and female baboons".
            if !is_plural && number.many && view.is(end, &[kw::AND]) && joins_modifiers(view, end) {
                (head, token) = (None, end + 1);
                continue;
            }
            // "an elderly woman": what can be plural describes one.
            if plural && !is_plural && !single {
                break;
            }
            head = Some((end - 1, Some(row)));
            plural |= is_plural;
            token = end;
            if stops_after(view, entities, times, token, single, plural) {
                break;
            }
            continue;
        }
        match part(view, entities, token, head.is_some(), plural, number) {
            // "two U.S. soldiers", "three Acme Inc. executives": a name is passed as a whole.
            Part::Modifier => {
                // "one fossil known": a noun unless what follows turns out to be one.
                if head.is_none()
                    && view.can_be(token, pos::NOUN)
                    && view.likely(token, pos::NOUN | pos::ADJECTIVE)
                    && !view.has(token, Class::Cue)
                    && entities.at(token).is_none()
                {
                    kept = Some((token, None));
                }
                let end = entities.at(token).map_or(0, |entity| entities.list[entity].end as usize);
                token = if end > token + 1 && starts_noun(view, end) { end } else { token + 1 };
            }
            Part::Noun { plural: is_plural } => {
                if plural && !is_plural {
                    break;
                }
                // "14 imaging and printing products".
                if !is_plural && number.many && view.is(token + 1, &[kw::AND]) && joins_modifiers(view, token + 1) {
                    (head, token) = (None, token + 2);
                    continue;
                }
                plural |= is_plural;
                head = Some((token, None));
                token += 1;
                if stops_after(view, entities, times, token, single, plural) {
                    break;
                }
            }
            Part::Stop => break,
        }
    }
    let (head, row) = head.or(kept)?;
    // "two wore uniforms", "eleven needed treatment": a verb and its object.
    if !single && head > at && acts(view, at, plural) {
        return None;
    }
    // "members of the security forces": the head stands before "of".
    let head_token = row.map_or(head, |row| head_of(view, at, head, row));
    Some(Noun {
        first: at as u32,
        end: head as u32 + 1,
        head: head_token as u32,
        thing: row.map(|row| row as u32),
        per: None,
    })
}

/// "five Palestinians", "a Syrian": the name of a people that stands for some of them.
pub(super) fn demonym(view: &View, entities: &Entities, at: usize) -> Option<Noun> {
    let named = &entities.list[entities.at(at)?];
    let whole = named.kind == EntityKind::Nationality && named.first as usize == at;
    let end = named.end as usize;
    (whole && !starts_noun(view, end)).then(|| Noun {
        first: at as u32,
        end: end as u32,
        head: end as u32 - 1,
        thing: view.lexicon.people().map(|row| row as u32),
        per: None,
    })
}

/// Whether the first word behind a number is its verb: nothing but a past tense, or a participle before what cannot be
/// counted.
fn acts(view: &View, at: usize, plural: bool) -> bool {
    let info = view.info(at);
    let past = info.likeliest & (pos::PAST | pos::PARTICIPLE) != 0 && !view.has(at, Class::Thing);
    let described = pos::ADJECTIVE | pos::NOUN;
    past && info.pos & described == 0 && (info.pos & pos::PARTICIPLE == 0 || !plural)
}

/// The longest counted thing that starts at a token.
pub(super) fn thing(view: &View, token: usize) -> Option<(usize, usize)> {
    view.longest(token, Class::Thing)
}

/// In a thing of several words with "of" the head is the word before it.
fn head_of(view: &View, first: usize, last: usize, row: usize) -> usize {
    let starts = (first..=last)
        .rev()
        .find(|&token| view.words.all(token, Class::Thing).any(|(end, found)| end == last + 1 && found == row));
    let Some(start) = starts else { return last };
    (start..last).find(|&token| view.is(token + 1, &[kw::OF])).unwrap_or(last)
}

/// A blank line or a line break before a capital ends a phrase.
fn breaks_line(view: &View, at: usize, token: usize) -> bool {
    token > at
        && (view.tokens[token].newlines_before > 1
            || view.tokens[token].newlines_before == 1
                && view.capital(token)
                && view.tokens[token - 1].kind == Kind::Punct)
}

/// Whether a counted thing at a token is meant as a noun here: not "25 more may…", not "two strike out".
fn noun_here(view: &View, token: usize, end: usize, single: bool, has_head: bool) -> bool {
    if end > token + 1 {
        return true;
    }
    let third = view.likely(token, pos::THIRD) && has_head;
    let base = view.likely(token, pos::VERB) && has_head && !single;
    !(third || base)
}

/// Whether a noun phrase can go on at a token.
pub(super) fn starts_noun(view: &View, token: usize) -> bool {
    if !view.is_word(token) || view.tokens[token].newlines_before > 1 {
        return false;
    }
    let info = view.info(token);
    if view.has(token, Class::Thing) {
        return true;
    }
    if info.pos == 0 {
        return view.shape(token) != Shape::None;
    }
    info.likeliest & (pos::NOUN | pos::PLURAL | pos::ADJECTIVE) != 0
        || info.likeliest & (pos::PAST | pos::PARTICIPLE | pos::ING | pos::ADVERB) != 0
            && info.pos & pos::ADJECTIVE != 0
            && view.is_word(token + 1)
            && view.can_be(token + 1, pos::NOUN | pos::PLURAL)
}

/// "police and army officers", "Kia and Hyundai vehicles": "and" between modifiers of one noun.
fn joins_modifiers(view: &View, token: usize) -> bool {
    let plural_soon = (token + 2..(token + 4).min(view.len())).any(|next| {
        view.likely(next, pos::PLURAL) || thing(view, next).is_some_and(|(_, row)| view.lexicon.things[row].plural)
    });
    // "16 and killing two": no modifier.
    let verb = view.can_be(token + 1, pos::ING) && view.has(token + 1, Class::Cue);
    !verb
        && view.is_word(token + 1)
        && starts_noun(view, token + 1)
        && plural_soon
        && !view.has(token + 1, Class::Number)
        // "22 bodies and more than 70 recruits".
        && !view.has(token + 1, Class::Bound)
}

/// Whether the noun phrase is over after a noun.
fn stops_after(view: &View, entities: &Entities, times: &Times, token: usize, single: bool, plural: bool) -> bool {
    if token >= view.len() || times.at(token).is_some() {
        return true;
    }
    // "12 times earnings".
    if single || !plural || view.is(token - 1, &[kw::TIMES]) {
        return plural && !single;
    }
    // A plural noun ends the phrase, unless another plain plural follows ("sports cars").
    // "each of the 32 teams plays three games".
    if view.can_be(token, pos::THIRD) && view.has(token + 1, Class::Number) {
        return true;
    }
    let next_thing = thing(view, token).is_some_and(|(_, row)| view.lexicon.things[row].plural);
    let next_plural = view.likely(token, pos::PLURAL) || next_thing;
    let verb = view.likely(token, pos::VERB | pos::THIRD | pos::PAST | pos::PARTICIPLE);
    !(next_plural && !verb && view.shape(token) == Shape::Lower && entities.at(token).is_none())
}
