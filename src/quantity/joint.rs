//! Number phrases that are one: "two dollars and fifty cents", "from -10 to 5 degrees"; and what is told of one over
//! another: "nine billion shekels ($2.4 billion) a year", "up 12 points to 5,431".

use super::{Quantity, Unit, unit};
use crate::lexicon::View;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, pos};
use crate::number::Form;
use crate::record::{Bound, UnitKind};

/// Joins the phrases that are one.
pub(super) fn join(view: &View, list: &mut Vec<Quantity>) {
    let mut index = 1;
    while index < list.len() {
        if list[index - 1].sentence != list[index].sentence {
            index += 1;
            continue;
        }
        let (first, second) = (list[index - 1], list[index]);
        if let Some(whole) = with_coins(view, &first, &second).or_else(|| from_below_zero(view, &first, &second)) {
            list[index - 1] = whole;
            list.remove(index);
            continue;
        }
        over_bracket(view, &mut list[index - 1], &second);
        level(view, list, index);
        minutes(view, &first, &mut list[index]);
        index += 1;
    }
}

/// "two dollars and fifty cents", "£5 20p": one amount of money.
fn with_coins(view: &View, first: &Quantity, second: &Quantity) -> Option<Quantity> {
    let money = |quantity: &Quantity| match quantity.unit {
        Unit::Measure { kind: UnitKind::Currency, words, per, .. } => Some((words, per)),
        _ => None,
    };
    if let Some(joined) = with_bare_coins(view, first, second) {
        return Some(joined);
    }
    let ((_, per), (coins, each)) = (money(first)?, money(second)?);
    let gap = second.first.checked_sub(first.end)?;
    let beside = gap == 0 || gap == 1 && view.is(first.end as usize, &[kw::AND]);
    let small = |token: u32| {
        view.words
            .all(token as usize, Class::Unit)
            .any(|(end, row)| end as u32 == coins.1 && view.lexicon.units[row].hundredth)
    };
    let (whole, part) = (first.value?, second.value?);
    let fits = beside
        && per.is_none()
        && second.bound == Bound::Exact
        && whole.fract() == 0.0
        && (0.0..100.0).contains(&part)
        && part.fract() == 0.0
        && small(coins.0)
        && !is_coin(view, first);
    fits.then(|| {
        let mut joined = *first;
        let add = |value: Option<f64>| value.map(|value| (value * 100.0 + part.copysign(whole)) / 100.0);
        (joined.value, joined.min, joined.max) = (add(first.value), add(first.min), add(first.max));
        (joined.end, joined.number.1) = (second.end, second.number.1);
        if let (Unit::Measure { per, .. }, Some(each)) = (&mut joined.unit, each) {
            *per = Some(each);
        }
        joined
    })
}

/// "two dollars fifty": the coins are not named.
fn with_bare_coins(view: &View, first: &Quantity, second: &Quantity) -> Option<Quantity> {
    let Unit::Measure { kind: UnitKind::Currency, words, per: None, .. } = first.unit else { return None };
    let (whole, part) = (first.value?, second.value?);
    let bare = second.unit == Unit::None && second.bound == Bound::Exact && second.first == first.end;
    let spoken = first.form == Form::Words && second.form == Form::Words && words.0 >= first.number.1;
    let fits = bare && spoken && whole.fract() == 0.0 && (1.0..100.0).contains(&part) && part.fract() == 0.0;
    (fits && !is_coin(view, first)).then(|| {
        let mut joined = *first;
        joined.value = Some((whole * 100.0 + part) / 100.0);
        (joined.end, joined.number.1) = (second.end, second.number.1);
        joined
    })
}

/// "2h 30m": minutes behind hours.
fn minutes(view: &View, hours: &Quantity, quantity: &mut Quantity) {
    let (Unit::Measure { name: hour, .. }, Unit::Measure { name, kind, words, .. }) = (hours.unit, quantity.unit)
    else {
        return;
    };
    let called = |name: u32, word: &str| view.lexicon.string(name) == word;
    if quantity.first != hours.end || kind != UnitKind::Measure || !called(name, "metre") || !called(hour, "hour") {
        return;
    }
    if let Some(minute) = view.lexicon.units.iter().find(|unit| called(unit.name, "minute")) {
        quantity.unit = Unit::Measure { kind: minute.kind, name: minute.name, words, per: None };
    }
}

/// Whether a phrase is of coins already: "five cents and three pennies".
fn is_coin(view: &View, quantity: &Quantity) -> bool {
    let Unit::Measure { words, .. } = quantity.unit else { return false };
    view.words
        .all(words.0 as usize, Class::Unit)
        .any(|(end, row)| end as u32 == words.1 && view.lexicon.units[row].hundredth)
}

/// "from -10 to 5 degrees", "-5 to -1 °C": a range that begins below zero.
fn from_below_zero(view: &View, first: &Quantity, second: &Quantity) -> Option<Quantity> {
    let (low, high) = (first.value.filter(|value| *value < 0.0)?, second.value?);
    let joint = first.end as usize;
    let before = (first.first as usize).checked_sub(1);
    let framed = before.is_some_and(|before| view.is(before, &[kw::BETWEEN, kw::FROM]));
    let fits = second.first == first.end + 1
        && first.form == Form::Digits
        && low < high
        && first.bound == Bound::Exact
        && second.bound == Bound::Exact
        && (view.is(joint, &[kw::TO]) || framed && view.is(joint, &[kw::AND]))
        && (first.unit == Unit::None || first.unit == second.unit)
        && (framed || matches!(second.unit, Unit::Measure { .. }));
    fits.then(|| {
        let mut range = *first;
        (range.value, range.min, range.max) = (None, Some(low), Some(high));
        (range.form, range.bound, range.unit) = (Form::Range, Bound::Range, second.unit);
        (range.end, range.number.1) = (second.end, second.number.1);
        if before.is_some_and(|before| view.is(before, &[kw::BETWEEN])) {
            range.first -= 1;
        }
        range
    })
}

/// "nine billion shekels ($2.4 billion) a year": the rate stands behind what the bracket says again.
fn over_bracket(view: &View, told: &mut Quantity, again: &Quantity) {
    let (open, close) = (told.end as usize, again.end as usize);
    let Unit::Measure { kind: UnitKind::Currency, per: per @ None, .. } = &mut told.unit else { return };
    if view.id(open) == kw::OPEN && again.first == told.end + 1 && view.id(close) == kw::CLOSE {
        *per = unit::per(view, close + 1, true)
            .filter(|(each, _)| matches!(each, super::Per::Unit(_)))
            .map(|(each, _)| each);
    }
}

/// "up 12 points to 5,431", "lost 162.31 points, or 2.14%, to fall to 7,425.81": the level is told in points too.
fn level(view: &View, list: &mut [Quantity], index: usize) {
    let at = list[index].first as usize;
    let open = !view.is_word(list[index].end as usize)
        || view.likely(list[index].end as usize, pos::PREPOSITION | pos::COORDINATOR | pos::ADVERB);
    if list[index].unit != Unit::None
        || list[index].form != Form::Digits
        || !open
        || !view.is(at - 1, &[kw::TO, kw::AT])
    {
        return;
    }
    let near = list[index.saturating_sub(2)..index].iter().rev();
    let points =
        near.filter(|other| other.sentence == list[index].sentence && at - (other.end as usize) < 12).find(|other| {
            let Unit::Measure { kind: UnitKind::Score, words, .. } = other.unit else { return false };
            let moved =
                (other.first.saturating_sub(4)..other.first).any(|token| view.has(token as usize, Class::Trend));
            let point = view.is(words.0 as usize, &[kw::POINT, kw::POINTS]);
            moved && point && other.value.zip(list[index].value).is_some_and(|(change, level)| level > 10.0 * change)
        });
    if let Some(Unit::Measure { kind, name, .. }) = points.map(|points| points.unit) {
        // No words of its own.
        list[index].unit = Unit::Measure { kind, name, words: (0, 0), per: None };
    }
}
