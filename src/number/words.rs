//! Numbers in words: "five", "a hundred", "two thousand four hundred and seventeen", "one point five", "fifty grand".

use super::cardinal::{Cardinal, and_a_half, over_hyphen, with_scale, word};
use crate::lexicon::View;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, NumberKind};

/// "a hundred", "a dozen", "a couple of", "half a million", "a quarter of a million", "a million and a half".
pub(super) fn with_article(view: &View, at: usize) -> Option<Cardinal> {
    // "half a million", "half-a-dozen".
    let a = over_hyphen(view, at + 1);
    if view.is(at, &[kw::HALF]) && view.is(a, &[kw::A]) {
        let (end, scale) = word(view, over_hyphen(view, a + 1), scale_like)?;
        return Some(Cardinal { end, value: scale.value / 2.0, digits: false, scaled: true });
    }
    if !view.is(at, &[kw::A, kw::AN]) {
        return None;
    }
    // "a month old".
    if is_one_old(view, at) {
        return Some(Cardinal { end: at + 1, value: 1.0, digits: false, scaled: false });
    }
    // "a couple hundred", "a couple of thousand".
    if view.is(at + 1, &[kw::COUPLE]) {
        if view.is(at + 2, &[kw::MORE]) {
            return Some(Cardinal { end: at + 2, value: 2.0, digits: false, scaled: false });
        }
        let scale = at + 2 + usize::from(view.is(at + 2, &[kw::OF]));
        let found = word(view, scale, |kind| match kind {
            NumberKind::Hundred | NumberKind::Scale => true,
            NumberKind::Collective => view.is(scale, &[kw::DOZEN]),
            _ => false,
        });
        if let Some((end, scale)) = found {
            return Some(Cardinal { end, value: 2.0 * scale.value, digits: false, scaled: true });
        }
    }
    let (end, scale) = word(view, at + 1, scale_like)?;
    // "a score of survivors", not "a score of 3".
    let people = |token: usize| view.is_word(token) && view.likely(token, crate::lexicon::sense::pos::PLURAL);
    if view.is(at + 1, &[kw::SCORE]) && !(view.is(end, &[kw::OF]) && people(end + 1)) {
        return None;
    }
    if scale.kind == NumberKind::Collective && !view.is(at + 1, &[kw::DOZEN]) && !view.is(end, &[kw::OF]) {
        return None;
    }
    // "a dozen and a half".
    if scale.kind == NumberKind::Collective
        && let Some(after) = and_a_half(view, end)
    {
        return Some(Cardinal { end: after, value: 1.5 * scale.value, digits: false, scaled: true });
    }
    let rest = in_words(view, at + 1).filter(|rest| rest.end >= end);
    rest.or(Some(Cardinal { end, value: scale.value, digits: false, scaled: true }))
}

/// Whether "a year old" stands at a token.
pub(super) fn is_one_old(view: &View, at: usize) -> bool {
    view.is(at + 2, &[kw::OLD])
        && view.has(at + 1, Class::Unit)
        && view.longest(at + 1, Class::Unit).is_some_and(|(end, _)| end == at + 3)
}

/// "another couple of decades": without its article right before it.
pub(super) fn couple(view: &View, at: usize) -> Option<Cardinal> {
    use crate::lexicon::sense::pos;
    let counted = view.is(at, &[kw::COUPLE])
        && view.is(at + 1, &[kw::OF])
        && (view.likely(at + 2, pos::PLURAL | pos::ADJECTIVE) || view.has(at + 2, Class::Unit));
    counted.then_some(Cardinal { end: at + 1, value: 2.0, digits: false, scaled: false })
}

/// The multiplier at a token: "million", "dozen".
pub(super) fn scale_after(view: &View, at: usize) -> Option<f64> {
    word(view, at, scale_like).map(|(_, scale)| scale.value)
}

fn scale_like(kind: NumberKind) -> bool {
    matches!(kind, NumberKind::Hundred | NumberKind::Scale | NumberKind::Collective)
}

/// Whether no number can go on behind the word at a token, as behind most: "five people".
pub(super) fn stands_alone(view: &View, at: usize) -> bool {
    let next = at + 1;
    view.longest(at, Class::Number).is_none_or(|(end, _)| end == next)
        && !view.has(next, Class::Number)
        && !view.is(next, &[kw::HYPHEN, kw::AND, kw::POINT, kw::GRAND])
}

/// A number word below a hundred that stands alone and is neither a part of anything nor vague: "five people".
pub(super) fn alone(view: &View, at: usize) -> Option<Cardinal> {
    if view.is(at, &[kw::HALF, kw::QUARTER, kw::A, kw::AN]) || !view.has(at, Class::Number) || !stands_alone(view, at) {
        return None;
    }
    let mut longest = None;
    for (_, row) in view.words.all(at, Class::Number).rev() {
        let number = &view.lexicon.numbers[row];
        match number.kind {
            NumberKind::Vague => return None,
            kind if small(kind) || scale_like(kind) => longest = longest.or(Some(number)),
            _ => {}
        }
    }
    let number = longest.filter(|number| small(number.kind))?;
    Some(Cardinal { end: at + 1, value: number.value, digits: false, scaled: false })
}

fn small(kind: NumberKind) -> bool {
    matches!(kind, NumberKind::Unit | NumberKind::Teen | NumberKind::Tens)
}

/// Words of any length, from "five" to "two thousand four hundred and seventeen".
pub(super) fn in_words(view: &View, at: usize) -> Option<Cardinal> {
    let (mut total, mut current) = (0.0, 0.0);
    let mut smallest_scale = f64::INFINITY;
    // What may still follow: 0 nothing below it, 10 a unit, 100 anything below a hundred.
    let mut room = 1000.0;
    let mut end = at;
    let mut scaled = false;
    let mut next = at;
    let counts = |kind| small(kind) || scale_like(kind);
    if let Some((end, number)) = word(view, at, counts)
        && small(number.kind)
        && stands_alone(view, at)
    {
        return Some(Cardinal { end, value: number.value, digits: false, scaled: false });
    }
    while let Some((after, number)) = word(view, next, counts) {
        match number.kind {
            NumberKind::Unit if room >= 10.0 => {
                current += number.value;
                room = 1.0;
            }
            NumberKind::Teen if room >= 100.0 => {
                current += number.value;
                room = 1.0;
            }
            NumberKind::Tens if room >= 100.0 => {
                current += number.value;
                room = 10.0;
            }
            NumberKind::Hundred if current > 0.0 && current < 100.0 || next == at + 1 && view.is(at, &[kw::A]) => {
                current = current.max(1.0) * 100.0;
                room = 100.0;
                scaled = true;
            }
            // "hundred thousand" does without an article.
            NumberKind::Hundred
                if next == at
                    && (word(view, after, |kind| kind == NumberKind::Scale).is_some()
                        || view
                            .longest(after, Class::Unit)
                            .is_some_and(|(_, row)| !view.lexicon.units[row].symbol)
                        || at > 0 && (view.is(at - 1, &[kw::A]) || view.has(at - 1, Class::Bound))) =>
            {
                current = 100.0;
                room = 100.0;
                scaled = true;
            }
            NumberKind::Scale
                if number.value < smallest_scale && (current > 0.0 || next == at && article(view, at)) =>
            {
                total += current.max(1.0) * number.value;
                smallest_scale = number.value;
                current = 0.0;
                room = 1000.0;
                scaled = true;
            }
            // "a hundred thousand million": one scale right behind another multiplies it.
            NumberKind::Scale if current == 0.0 && total > 0.0 && next == over_hyphen(view, end) => {
                total *= number.value;
                smallest_scale = number.value;
                room = 1000.0;
            }
            NumberKind::Collective
                if current > 0.0 && (view.is(next, &[kw::DOZEN, kw::DOZENS]) || is_twenty(view, next)) =>
            {
                current *= number.value;
                // "four score and seven".
                room = if view.is(next, &[kw::SCORE]) { 100.0 } else { 1.0 };
                scaled = true;
            }
            _ => break,
        }
        end = after;
        next = over_hyphen(view, end);
        // "one million, two hundred thousand".
        if scaled && current == 0.0 && continues(view, next, smallest_scale) {
            next += 1;
        }
        // "and" between a hundred or a scale and what is smaller: "a hundred and two".
        if view.is(next, &[kw::AND]) && scaled && room >= 100.0 {
            if word(view, next + 1, small).is_none() {
                break;
            }
            next += 1;
        }
    }
    if end == at {
        return None;
    }
    let mut number = Cardinal { end, value: total + current, digits: false, scaled };
    if let Some((after, decimals)) = decimals(view, end) {
        (number.value, number.end) = (number.value + decimals, after);
        return Some(with_scale(view, at, number));
    }
    // "one and a half million", "two and a half".
    if let Some(after) = and_a_half(view, end) {
        // "a million and a half", "five hundred and a half".
        number.value += if smallest_scale.is_finite() { smallest_scale / 2.0 } else { 0.5 };
        number.end = after;
        if !scaled {
            return Some(with_scale(view, at, number));
        }
    } else if !scaled && let Some((after, part)) = and_a_part(view, end) {
        (number.value, number.end) = (number.value + part, after);
        return Some(with_scale(view, at, number));
    } else if view.is(end, &[kw::AND])
        && let Some((after, part)) = super::vague::on_top(view, end + 1)
    {
        // "one hundred and three and two thirds".
        (number.value, number.end) = (number.value + part, after);
    }
    Some(number.times_grand(view))
}

/// "and a quarter million", "and three quarter million": the token before the scale, and what the part adds.
fn and_a_part(view: &View, at: usize) -> Option<(usize, f64)> {
    let first = at + 1;
    if !view.is(at, &[kw::AND]) || !view.is(first, &[kw::A]) && !view.has(first, Class::Number) {
        return None;
    }
    let (under, top) = match word(view, first, |kind| kind == NumberKind::Unit) {
        Some((end, top)) => (end, top.value),
        None => (first + 1, 1.0),
    };
    let (end, part) = word(view, over_hyphen(view, under), |kind| kind == NumberKind::Fraction)?;
    word(view, end, |kind| kind == NumberKind::Scale)?;
    Some((end, top * part.value)).filter(|(_, part)| *part < 1.0)
}

/// ", two hundred thousand" behind a number of that size: a comma goes on with the same number.
fn continues(view: &View, at: usize, scale: f64) -> bool {
    if view.id(at) != kw::COMMA || word(view, at + 1, small).is_none() {
        return false;
    }
    // The next comma would make it a list.
    in_words(view, at + 1)
        .is_some_and(|rest| rest.scaled && rest.value < scale && rest.value >= 100.0 && view.id(rest.end) != kw::COMMA)
}

/// "point five", "point one four": the token after it, and what it adds.
fn decimals(view: &View, at: usize) -> Option<(usize, f64)> {
    let at = over_hyphen(view, at);
    if !view.is(at, &[kw::POINT]) {
        return None;
    }
    let first = over_hyphen(view, at + 1);
    let (mut value, mut place, mut end) = (0.0, 1.0, first);
    while let Some((after, digit)) = word(view, end, |kind| kind == NumberKind::Unit) {
        place *= 10.0;
        (value, end) = (value * 10.0 + digit.value, after);
    }
    if end == first {
        // "one point twenty-five".
        let (after, tens) = word(view, end, |kind| matches!(kind, NumberKind::Teen | NumberKind::Tens))?;
        let unit =
            word(view, over_hyphen(view, after), |kind| tens.kind == NumberKind::Tens && kind == NumberKind::Unit);
        (value, place, end) =
            (tens.value + unit.map_or(0.0, |(_, unit)| unit.value), 100.0, unit.map_or(after, |unit| unit.0));
    }
    Some((end, value / place))
}

/// "score" behind a number: twenty, where nothing is scored.
fn is_twenty(view: &View, at: usize) -> bool {
    use crate::lexicon::sense::pos;
    let goes_on = |token: usize| word(view, token, |kind| kind != NumberKind::Ordinal).is_some();
    view.is(at, &[kw::SCORE])
        && (!view.is_word(at + 1) && at + 1 >= view.len()
            || view.is(at + 1, &[kw::AND]) && goes_on(at + 2)
            || view.is_word(at + 1) && view.likely(at + 1, pos::PLURAL))
}

impl Cardinal {
    /// "fifty grand", unless "grand" describes what follows.
    pub(super) fn times_grand(mut self, view: &View) -> Cardinal {
        use crate::lexicon::sense::pos;
        let next = self.end + 1;
        if view.is(self.end, &[kw::GRAND])
            && !(view.is_word(next) && view.likely(next, pos::NOUN | pos::PLURAL | pos::ADJECTIVE))
        {
            (self.value, self.end, self.scaled) = (self.value * 1000.0, next, true);
        }
        self
    }
}

fn article(view: &View, at: usize) -> bool {
    at > 0 && (view.is(at - 1, &[kw::A, kw::AN]) || view.has(at - 1, Class::Bound))
}
