//! What stands beside a number phrase and says how it is meant: signs, bounds, and what one phrase shares with the next.

use super::{Quantity, Unit};
use crate::lexicon::View;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, pos};
use crate::number::Form;
use crate::record::{Bound, UnitKind};
use crate::text::Kind;

/// "just under 140 hp (104 kW / 142 PS)", "about $113 trillion (£90 trillion)": in brackets the same is told in other
/// units, and the bound counts there too.
pub(super) fn same_again(view: &View, list: &mut [Quantity]) {
    for index in 1..list.len() {
        let (before, after) = list.split_at_mut(index);
        let (told, again) = (&before[index - 1], &mut after[0]);
        let joint = view.is(told.end as usize, &[kw::OPEN, kw::SLASH]) && again.first == told.end + 1;
        let (Unit::Measure { name: one, .. }, Unit::Measure { name: other, .. }) = (told.unit, again.unit) else {
            continue;
        };
        if joint
            && one != other
            && again.bound == Bound::Exact
            && told.bound != Bound::Vague
            && told.bound != Bound::Range
        {
            set_bound(again, told.bound);
        }
    }
}

/// The token after a bound right behind a number, where what is counted may follow: "-odd", "or so".
pub(super) fn bound_end(view: &View, end: usize, stop: usize) -> Option<usize> {
    let at = if view.id(end) == kw::HYPHEN && view.glued(end) { end + 1 } else { end };
    let (after, _) = behind(view, at)?;
    (after < stop && (view.is_word(after) || view.id(after) == kw::HYPHEN)).then_some(after)
}

/// "minus 5", "-5 degrees".
pub(super) fn negative(view: &View, quantity: &mut Quantity) {
    // "$-5".
    let inside = quantity.number.0 as usize;
    if quantity.first < quantity.number.0
        && view.id(inside - 1) == kw::HYPHEN
        && matches!(quantity.unit, Unit::Measure { kind: UnitKind::Currency, .. })
        && view.tokens[inside - 2].kind == Kind::Symbol
    {
        quantity.value = quantity.value.map(|value| -value);
        return;
    }
    let Some(before) = (quantity.first as usize).checked_sub(1) else { return };
    if matches!(quantity.unit, Unit::Count(_)) || matches!(quantity.form, Form::Score | Form::Range | Form::Vague) {
        return;
    }
    // "plus or minus 3 points" is a margin.
    let margin = before > 0 && view.is(before - 1, &[kw::OR]);
    let word = view.is(before, &[kw::MINUS, kw::NEGATIVE]) && view.is_word(before) && !margin;
    let alone =
        before == view.sentences[quantity.sentence as usize].first as usize && quantity.end as usize >= view.len();
    let open = before == 0 || !view.glued(before) || matches!(view.tokens[before - 1].punct(), b'(' | b'[');
    let sign = view.id(before) == kw::HYPHEN && open && (view.glued(before + 1) || alone);
    if (word || sign)
        && let Some(value) = quantity.value
    {
        quantity.value = Some(-value);
        quantity.first = before as u32;
    }
}

/// A bound that ends right before the phrase: "about", "at least", "no fewer than", "between".
pub(super) fn bound_before(view: &View, quantity: &mut Quantity) {
    let first = quantity.first as usize;
    let sentence = view.sentences[quantity.sentence as usize].first as usize;
    let mut found = None;
    let near = first.saturating_sub(6).max(sentence).min(first)..first;
    let held = view.words.masks[near.clone()].iter().fold(0, |held, mask| held | mask);
    let near = if held & Class::Bound.bit() == 0 { 0..0 } else { near };
    for start in near.rev() {
        if !view.has(start, Class::Bound) {
            continue;
        }
        // "an eight-under 64".
        if start > sentence && view.id(start - 1) == kw::HYPHEN && view.glued(start) {
            continue;
        }
        // "handed over 18 tanks": the word is the verb's.
        let of_verb = start > sentence
            && view.has(start - 1, Class::Cue)
            && view.longest(start - 1, Class::Cue).is_some_and(|(end, _)| end == first);
        if of_verb {
            continue;
        }
        let ends = view.words.all(start, Class::Bound).find(|(end, row)| {
            (*end == first || *end + 1 == first && view.id(*end) == kw::HYPHEN) && !view.lexicon.bounds[*row].after
        });
        if let Some((_, row)) = ends.filter(|_| !is_span(view, quantity, start, sentence)) {
            found = Some((start, view.lexicon.bounds[row].bound));
        }
    }
    if quantity.form == Form::Range && first > sentence && view.is(first - 1, &[kw::BETWEEN]) {
        quantity.first -= 1;
        return;
    }
    let Some((start, bound)) = found else { return };
    quantity.first = start as u32;
    set_bound(quantity, bound);
}

/// "9 percent over two years", "53.8 seconds over 400 metres", "twins followed over three decades": a span, no bound. "End
/// over 150 years of rule" tells how long.
fn is_span(view: &View, quantity: &Quantity, over: usize, sentence: usize) -> bool {
    let whole = view.is(quantity.end as usize, &[kw::OF]);
    if over + 1 != quantity.first as usize || !view.is(over, &[kw::OVER]) || over <= sentence || whole {
        return false;
    }
    let before = over - 1;
    // "five hits over six innings": one counted over the other.
    if let Unit::Count(noun) = quantity.unit {
        let figure = |token: usize| view.has(token, Class::Number) || view.tokens[token].kind == Kind::Number;
        let figures = before > sentence && figure(before - 1);
        let counted = view.is_word(before) && view.can_be(before, pos::PLURAL);
        return noun.thing.is_none() && counted && figures;
    }
    let Unit::Measure { kind: kind @ (UnitKind::Duration | UnitKind::Measure), .. } = quantity.unit else {
        return false;
    };
    // "$600 billion over five years".
    let measured = view.has(before, Class::Unit)
        || matches!(view.tokens[before].kind, Kind::Number)
        || view.has(before, Class::Number)
        || view.id(before) == kw::PERCENT_SIGN;
    let noun = || {
        view.is_word(before)
            && view.likely(before, pos::NOUN | pos::PLURAL)
            && !view.has(before, Class::Cue)
            // "took place over two days" is as much as "lasted over two days".
            && !view.is(before, &[kw::PLACE])
    };
    measured || kind == UnitKind::Duration && noun()
}

/// "or so", "or more", "-odd", "plus": right behind the number or behind the counted.
pub(super) fn bound_after(view: &View, quantity: &mut Quantity, number_end: usize) {
    let stop = view.sentences[quantity.sentence as usize].last as usize;
    for at in [number_end, quantity.end as usize] {
        let at = if view.id(at) == kw::HYPHEN && view.glued(at) { at + 1 } else { at };
        if at >= stop {
            continue;
        }
        let Some((end, row)) = behind(view, at) else { continue };
        let bound = view.lexicon.bounds[row];
        // "22 bodies and more than 70 wounded", "15,000 men and up to 90 tanks", "23 sharks and counting their rings".
        if view.is(at, &[kw::AND]) && (view.is(end, &[kw::THAN, kw::TO, kw::THE]) || view.likely(end, pos::DETERMINER))
        {
            continue;
        }
        // "$1.6m plus costs", "three months plus a week".
        let costs = view.is(at, &[kw::PLUS])
            && view.tokens[at].space_before
            && view.is_word(end)
            && (view.likely(end, pos::DETERMINER)
                || matches!(quantity.unit, Unit::Measure { kind: UnitKind::Currency, .. })
                    && view.likely(end, pos::NOUN | pos::PLURAL | pos::ADJECTIVE));
        // "two plus three".
        let sum = view.is(at, &[kw::PLUS, kw::PLUS_SIGN])
            && (view.has(end, Class::Number) || view.tokens.get(end).is_some_and(|token| token.kind == Kind::Number));
        if end > stop || sum || costs || figure(view, end) {
            continue;
        }
        set_bound(quantity, bound.bound);
        quantity.end = quantity.end.max(end as u32);
        return;
    }
}

/// The longest bound at a token that stands behind figures; "at least" and its kin stand on either side.
fn behind(view: &View, at: usize) -> Option<(usize, usize)> {
    if !view.has(at, Class::Bound) {
        return None;
    }
    let mut fitting = view.words.all(at, Class::Bound).rev();
    let (end, row) = fitting.find(|(_, row)| view.lexicon.bounds[*row].after)?;
    let either = view.words.all(at, Class::Bound).any(|(other, row)| other == end && !view.lexicon.bounds[row].after);
    // "12 people, at least three women": that of the next figure.
    let goes_on = view.is_word(end) && (view.has(end, Class::Number) || noun_or_adjective(view, end));
    (!(either && (goes_on || figure(view, end)))).then_some((end, row))
}

fn noun_or_adjective(view: &View, token: usize) -> bool {
    view.likely(token, pos::NOUN | pos::PLURAL | pos::ADJECTIVE)
}

/// Digits right at a token, behind a bound that is for them.
fn figure(view: &View, at: usize) -> bool {
    view.tokens.get(at).is_some_and(|token| token.kind == Kind::Number) && !view.glued(at)
}

fn set_bound(quantity: &mut Quantity, bound: Bound) {
    // A range or a vague word keeps its own bounds ("about 10 to 15").
    if matches!(quantity.bound, Bound::Range | Bound::Vague) {
        return;
    }
    quantity.bound = bound;
    match bound {
        Bound::AtLeast | Bound::MoreThan => quantity.min = quantity.value,
        Bound::AtMost | Bound::LessThan => quantity.max = quantity.value,
        Bound::Exact | Bound::About | Bound::Range | Bound::Vague => {}
    }
}

/// "24 and 29 years", "10 x 20 cm", "two or three men": what the second counts or measures, the first does too.
pub(super) fn shared(view: &View, list: &mut [Quantity]) {
    for index in (1..list.len()).rev() {
        let (before, after) = list.split_at_mut(index);
        let (first, second) = (&mut before[index - 1], &after[0]);
        // "1 year and 3 months old".
        if let (
            Unit::Measure { kind: UnitKind::Duration, words, per: None, .. },
            Unit::Measure { kind: UnitKind::Age, .. },
        ) = (first.unit, second.unit)
            && second.first == first.end + 1
            && view.is(first.end as usize, &[kw::AND])
            && view.is(words.0 as usize, &[kw::YEAR, kw::YEARS])
        {
            first.unit = super::age::unit(view);
            continue;
        }
        let joint = first.end as usize;
        // "41, and 52 yards".
        let oxford = usize::from(view.id(joint) == kw::COMMA && view.is(joint + 1, &[kw::AND, kw::OR]));
        // "a 10-by-12-foot room".
        let hyphen = usize::from(view.id(joint) == kw::HYPHEN && view.is(joint + 1, &[kw::BY]));
        // "16- and 17-year-olds", "two- and three-bedroom flats".
        let suspended = view.id(joint) == kw::HYPHEN
            && view.tokens.get(joint + 1).is_some_and(|next| next.space_before)
            && view.is(joint + 1, &[kw::AND, kw::OR, kw::TO]);
        let joint = joint + oxford + hyphen + usize::from(suspended);
        if second.first as usize != joint + 1 + hyphen || first.unit != Unit::None || first.form == Form::Score {
            continue;
        }
        match second.unit {
            // "fell by a third to €2.1 billion".
            Unit::Measure { .. } if view.is(joint, &[kw::TO]) && first.form == Form::Fraction => {}
            Unit::Measure { .. } if view.is(joint, &[kw::AND, kw::OR, kw::TO, kw::X, kw::BY]) => {
                first.unit = second.unit
            }
            // "33, 41 and 52 yards": the second has it from the last.
            Unit::Measure { words, .. } if view.id(joint) == kw::COMMA && words.0 > second.end => {
                first.unit = second.unit
            }
            Unit::Count(_) if suspended || view.is(joint, &[kw::OR]) => first.unit = Unit::Like(index as u32),
            _ => {}
        }
    }
}
