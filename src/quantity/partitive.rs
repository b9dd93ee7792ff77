//! "of" behind a number: them, a set with a number of its own, or the counted itself.

use super::{Noun, Quantity, Unit, noun, unit};
use crate::entity::Entities;
use crate::lexicon::View;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, NumberKind, pos};
use crate::number::{Form, Numeral};
use crate::text::{Kind, Shape};
use crate::time::Times;

/// What stands behind "of": them, a set with a number of its own, or the counted itself.
pub(super) fn of_phrase(
    view: &View,
    entities: &Entities,
    times: &Times,
    quantity: &mut Quantity,
    at: usize,
    stop: usize,
    following: Option<&Numeral>,
) {
    // "hundreds of US soldiers" are none of us.
    // "one of those brands" has a noun of its own.
    let named = view.is(at, &[kw::THOSE, kw::THESE])
        && noun::starts_noun(view, at + 1)
        && !view.has(at + 1, Class::Cue)
        && view.likely(at + 1, pos::NOUN | pos::PLURAL | pos::ADJECTIVE);
    let pronoun = !named
        && view.is(at, &[kw::THEM, kw::WHOM, kw::WHICH, kw::THOSE, kw::THESE, kw::US])
        && view.shape(at) != Shape::Upper;
    if pronoun {
        quantity.marks.partitive = true;
        quantity.end = at as u32 + 1;
        // "nine of them pupils"; a share ("half of them women") has no noun.
        if !matches!(quantity.form, Form::Fraction | Form::Ratio)
            && let Some((end, row)) = noun::thing(view, at + 1)
            && end <= stop
            && !view.verb_like(at + 1)
        {
            quantity.end = end as u32;
            let noun = Noun {
                first: at as u32 + 1,
                end: end as u32,
                head: end as u32 - 1,
                thing: Some(row as u32),
                per: None,
            };
            quantity.unit = Unit::Count(noun);
        }
        return;
    }
    let definite = view.likely(at, pos::DETERMINER)
        || view.is(at, &[kw::THE, kw::HIS, kw::HER, kw::THEIR, kw::ITS, kw::MY, kw::OUR, kw::THIS, kw::THAT])
        || named;
    let start = if definite { at + 1 } else { at };
    // "300 of the 2,000 clerks": the noun is that of the other number.
    if let Some(other) = following
        && (start..start + 3).contains(&(other.first as usize))
        && (start..other.first as usize).all(|token| {
            let owner = view.tokens[token].kind == Kind::Possessive;
            (owner || view.is_word(token) || view.has(token, Class::Unit)) && !view.is(token, &[kw::AND, kw::OR])
        })
        && !matches!(quantity.form, Form::Fraction | Form::Ratio)
        && (definite || quantity.form != Form::Vague)
    {
        quantity.marks.partitive = true;
        let single = other.value == Some(1.0);
        if let Some(found) = unit::before(view, other.first as usize, other.end as usize)
            .or_else(|| unit::after(view, other.end as usize, other.value))
        {
            // "doses of 7.5 micrograms and two of 15 micrograms": as many of that size.
            if definite || quantity.form != Form::Words {
                quantity.unit = found.unit;
            }
        } else if let Some(noun) = noun::counted(view, entities, times, other.end as usize, single, !single) {
            quantity.unit = Unit::Count(noun);
        }
        return;
    }
    if matches!(quantity.form, Form::Fraction | Form::Ratio) {
        // "a quarter of a percentage point".
        if view.is(at, &[kw::A, kw::AN])
            && let Some(found) = unit::after(view, at + 1, None)
        {
            quantity.unit = found.unit;
            quantity.end = found.end as u32;
            return;
        }
        // "a third of a cup".
        if view.is(at, &[kw::A, kw::AN])
            && let Some(noun) = noun::read(view, entities, times, at + 1, true).filter(|noun| noun.end as usize <= stop)
        {
            quantity.unit = Unit::Count(noun);
            quantity.end = noun.end;
            return;
        }
        quantity.marks.partitive = true;
        return;
    }
    // "a couple of miles", "millions of pounds": measured, not counted.
    if !definite
        && view.is_word(at)
        && let Some(found) = unit::after(view, at, quantity.value.or(quantity.min))
    {
        quantity.unit = found.unit;
        quantity.end = found.end as u32;
        return;
    }
    let possessive = owner(view, entities, start, stop);
    let start = possessive.unwrap_or(start);
    let definite = definite || possessive.is_some();
    let single = false;
    let mut start = start;
    if view.is(start, &[kw::THE]) {
        start += 1;
    }
    let noun = noun::counted(view, entities, times, start, single, true);
    let Some(noun) = noun.filter(|noun| noun.end as usize <= stop) else {
        if let Some(people) = noun::demonym(view, entities, start).filter(|people| people.end as usize <= stop) {
            (quantity.unit, quantity.end) = (Unit::Count(people), people.end);
        }
        return;
    };
    let set = view
        .words
        .all(quantity.number.1 as usize - 1, Class::Number)
        .any(|(_, row)| view.lexicon.numbers[row].kind == NumberKind::Collective);
    if quantity.form == Form::Vague || set || !definite {
        let counted = quantity.form == Form::Vague || set;
        if !counted && !definite {
            // "20 kilos of rice" is a unit's; "12 of Kenya's" an owner's; anything else is not of ours.
            return;
        }
        quantity.marks.partitive = definite;
        quantity.end = noun.end;
        quantity.unit = Unit::Count(noun);
        return;
    }
    quantity.marks.partitive = true;
    quantity.marks.definite = true;
    quantity.end = noun.end;
    quantity.unit = Unit::Count(noun);
}

/// "Kenya's", "the city's": the token after the possessive that starts at `at`.
fn owner(view: &View, entities: &Entities, at: usize, stop: usize) -> Option<usize> {
    let end = entities.at(at).map_or(at + 1, |entity| entities.list[entity].end as usize);
    (end < stop && view.tokens[end].kind == Kind::Possessive).then_some(end + 1)
}
