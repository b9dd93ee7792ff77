//! What a bare number leans on: the people or things that others counted before it.

use super::super::role::leant::is_the_other;
use super::super::{Noun, Quantity, Unit, last_before, noun};
use super::whom::{self, tells_of_some};
use crate::lexicon::sense::{Class, pos};
use crate::lexicon::{View, keyword as kw};
use crate::number::Form;
use crate::record::{Role, UnitKind};

/// What a bare number means: the same as another, or people.
pub(super) fn leans_on(view: &View, list: &[Quantity], index: usize) -> Option<Unit> {
    let quantity = &list[index];
    let fraction = matches!(quantity.form, Form::Fraction | Form::Ratio);
    if fraction {
        return None;
    }
    let same_sentence = |other: &Quantity| other.sentence == quantity.sentence;
    if is_the_other(view, quantity)
        && let Some(before) = last_before(list, index, |other| {
            !other.implicit && counted(other) && quantity.sentence - other.sentence <= 1
        })
    {
        return Some(Unit::Like(origin(list, before)));
    }
    // "500,000 rupees to each family and 50,000 to each of the injured": money again.
    let to_each = view.is(quantity.end as usize, &[kw::TO, kw::FOR])
        && view.is(quantity.end as usize + 1, &[kw::EACH, kw::EVERY]);
    if to_each && let Some(told) = last_before(list, index, |other| same_sentence(other) && money(other).is_some()) {
        return Some(Unit::Like(origin(list, told)));
    }
    if let Some(role) = quantity.role {
        if let Some(noun) = named_by(view, quantity) {
            return Some(Unit::Count(noun));
        }
        return whom::of_role(view, list, index, role);
    }
    if quantity.marks.other || quantity.marks.more && quantity.end == quantity.number.1 {
        let before = last_before(list, index, |other| {
            !other.implicit && counted(other) && !tells_of_some(view, other) && quantity.sentence - other.sentence <= 2
        });
        return Some(before.map_or(Unit::People, |other| Unit::Like(origin(list, other))));
    }
    if quantity.marks.partitive {
        let before = last_before(list, index, |other| {
            !other.implicit
                && (counted(other) || is_score(other))
                && (is_larger(other, quantity) || other.form == Form::Vague)
                && quantity.sentence - other.sentence <= whom::SENTENCES_BACK
        })?;
        return Some(Unit::Like(origin(list, before)));
    }
    if is_body(view, quantity) {
        return Some(Unit::People);
    }
    // "1,900,000 ($17,400)": money, as the brackets tell.
    if view.is(quantity.end as usize, &[kw::OPEN])
        && let Some(next) = list.get(index + 1).filter(|next| next.first == quantity.end + 1 && money(next).is_some())
    {
        let money = last_before(list, index, |other| {
            same_sentence(other) && money(other).is_some_and(|name| money(next) != Some(name))
        });
        return money.map(|other| Unit::Like(other as u32));
    }
    // "freed nine hostages. It still has 16".
    if has_before(view, quantity) {
        let before = last_before(list, index, |other| {
            !other.implicit && counted(other) && quantity.sentence - other.sentence <= 1
        })?;
        return Some(Unit::Like(origin(list, before)));
    }
    // "12 mills in Peru and three in Chile", "5.1 per cent, against 6".
    // "1,200, including seven airmen, and the army 1,700": what a comma closed.
    let aside = |other: &Quantity| {
        let closed = (other.end..quantity.first).any(|token| view.is(token as usize, &[kw::COMMA]));
        other.part_of.is_some() && closed && tells_of_some(view, other)
    };
    // "9.6 billion shares, against a 20-day average of 10.8 billion".
    // Nor is a price as many bedrooms as the flat has: "a three-bedroom flat costs 400,000".
    let describes = |other: &Quantity| {
        let words = match other.unit {
            Unit::Measure { kind: UnitKind::Duration, words, .. } => words.0,
            Unit::Count(noun) => noun.first,
            _ => return false,
        };
        view.id((words as usize).saturating_sub(1)) == kw::HYPHEN
    };
    let before = last_before(list, index, |other| {
        !other.implicit && same_sentence(other) && !aside(other) && !describes(other)
    })?;
    let other = &list[before];
    let level = view.is((quantity.first as usize).checked_sub(1)?, &[kw::TO, kw::AT]);
    match other.unit {
        // "50 percent of 200".
        Unit::Measure { kind: UnitKind::Percent, .. } if level || view.is(quantity.first as usize - 1, &[kw::OF]) => {
            None
        }
        Unit::Measure { kind: UnitKind::Age | UnitKind::Duration, .. } => None,
        Unit::None => None,
        _ if other.form == Form::Score => None,
        _ => Some(Unit::Like(origin(list, before))),
    }
}

/// "an army of 45", "a crew of 12": the number of those who make up a body.
fn is_body(view: &View, quantity: &Quantity) -> bool {
    let Some(body) = (quantity.first as usize).checked_sub(2).filter(|&body| view.is(body + 1, &[kw::OF])) else {
        return false;
    };
    let group = view.words.all(body, Class::Thing).any(|(end, row)| {
        end == body + 1 && !view.lexicon.things[row].plural && view.lexicon.branch(row).starts_with("person/group")
    });
    group
        || view
            .words
            .all(body, Class::Cue)
            .any(|(end, row)| end == body + 2 && view.lexicon.cues[row].role == Some(Role::Deployed))
}

/// Whether a form of "have" stands before a number that nothing follows, over an adverb.
fn has_before(view: &View, quantity: &Quantity) -> bool {
    let first = quantity.first as usize;
    let have = |token: Option<usize>| token.is_some_and(|token| view.is(token, &[kw::HAVE, kw::HAS, kw::HAD]));
    !view.is_word(quantity.end as usize)
        && (have(first.checked_sub(1))
            || first > 0 && view.likely(first - 1, pos::ADVERB) && have(first.checked_sub(2)))
}

/// "The number of confirmed cases rose to 1,940": what the words that told of the figure name.
fn named_by(view: &View, quantity: &Quantity) -> Option<Noun> {
    let (first, end) = quantity.cue?;
    let of = (first + 1..end).find(|&token| view.is(token as usize, &[kw::OF]))?;
    (of + 1..end).find_map(|token| {
        let (after, row) = noun::thing(view, token as usize)?;
        (after == end as usize).then_some(Noun { first: token, end, head: end - 1, thing: Some(row as u32), per: None })
    })
}

/// Whether `other` may hold the counted of `quantity`.
pub(super) fn is_larger(other: &Quantity, quantity: &Quantity) -> bool {
    let most = |quantity: &Quantity| quantity.value.or(quantity.max).or(quantity.min);
    matches!((most(other), most(quantity)), (Some(whole), Some(part)) if whole >= part)
}

/// "20 points, nine of them in the last period".
fn is_score(quantity: &Quantity) -> bool {
    matches!(quantity.unit, Unit::Measure { kind: UnitKind::Score, .. })
}

/// Whether a number that is told like another is money.
pub(super) fn is_money(list: &[Quantity], unit: Unit) -> bool {
    matches!(unit, Unit::Like(other) if money(&list[other as usize]).is_some())
}

/// The name of the currency that a quantity is told in.
fn money(quantity: &Quantity) -> Option<u32> {
    match quantity.unit {
        Unit::Measure { kind: UnitKind::Currency, name, .. } => Some(name),
        _ => None,
    }
}

/// The quantity that names the noun, over further ellipses.
pub(super) fn origin(list: &[Quantity], mut index: usize) -> u32 {
    for _ in 0..8 {
        match list[index].unit {
            Unit::Like(other) if (other as usize) < list.len() => index = other as usize,
            _ => break,
        }
    }
    index as u32
}

pub(super) fn counted(quantity: &Quantity) -> bool {
    matches!(quantity.unit, Unit::Count(_) | Unit::Like(_) | Unit::People)
}
