//! Two numbers that are one range, and two that are a result: "10 to 15", "$4-5 billion", "between 30 and 40", "3-1".

use super::cardinal;
use super::{Form, Numeral};
use crate::lexicon::View;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, NumberKind, pos};
use crate::time::Times;

/// Joins a numeral with the one behind it where the two make one range. Gives two numerals where they are a result.
pub(super) fn join(view: &View, times: &Times, first: Numeral) -> (Numeral, Option<Numeral>) {
    let single = (first, None);
    if !matches!(first.form, Form::Digits | Form::Words) {
        return single;
    }
    let Some(low) = first.value else { return single };
    let end = first.end as usize;
    let at = first.first as usize;
    let before = before_signs(view, at);
    let between = before.is_some_and(|token| view.is(token, &[kw::BETWEEN]));
    let from = before.is_some_and(|token| view.is(token, &[kw::FROM, kw::RANGING]));
    let after_unit = skip_unit(view, end);
    let hyphened = view.id(end) == kw::HYPHEN && (view.glued(end) == view.glued(end + 1) || view.glued(end));
    let second_at = match () {
        () if hyphened => end + 1,
        () if view.is(end, &[kw::TO]) => end + 1,
        () if between && view.is(end, &[kw::AND]) => end + 1,
        () if between && view.is(after_unit, &[kw::AND]) => after_unit + 1,
        () if from && view.is(after_unit, &[kw::TO]) => after_unit + 1,
        () => return single,
    };
    let second_at = skip_signs(view, second_at);
    if times.at(second_at).is_some() {
        return single;
    }
    let Some(second) = cardinal::read(view, second_at) else { return single };
    let high = second.value;
    let digits = first.form == Form::Digits;
    let second_numeral =
        Numeral { first: second_at as u32, end: second.end as u32, value: Some(high), form: first.form, ..first };
    // "3-1", "88-79": two figures of a result.
    if hyphened && digits && second.digits && !second.scaled && is_result(view, low, high, second.end) {
        let score = |numeral: Numeral| Numeral { form: Form::Score, ..numeral };
        return (score(first), Some(score(second_numeral)));
    }
    // A multiplier behind the second counts for both: "4-5 billion", "10 to 15 thousand".
    let mut low = low;
    if second.scaled && !scaled(view, at, end) && second_at == end + 1 + (second_at - end - 1) {
        let factor = scale_at_end(view, second_at, second.end);
        if factor > 1.0 && low * factor < high {
            low *= factor;
        }
    }
    let rising = low < high;
    if !rising && !(from || between) || (from && is_change_of_toll(view, at)) || low == high {
        return single;
    }
    if hyphened
        && (view.id(second.end) == kw::HYPHEN
            && view.tokens.get(second.end + 1).is_some_and(|t| t.kind == crate::text::Kind::Number))
    {
        return single;
    }
    // "to" alone joins only numbers of one kind: not "rose 5 to 3,000".
    if !from && !between && !hyphened && (low == 0.0 || high / low > 100.0) {
        return single;
    }
    let range = Numeral {
        first: first.first,
        end: second.end as u32,
        value: None,
        min: Some(low),
        max: Some(high),
        form: Form::Range,
    };
    (range, None)
}

/// The token before a number's currency sign and bound: "between" of "between about $4 and $5".
fn before_signs(view: &View, at: usize) -> Option<usize> {
    let mut token = at;
    for _ in 0..4 {
        token = token.checked_sub(1)?;
        let covers = |class: Class| {
            (token.saturating_sub(2)..=token)
                .any(|start| view.longest(start, class).is_some_and(|(end, _)| end > token && end <= at))
        };
        if !(covers(Class::Unit) || covers(Class::Bound)) || view.is(token, &[kw::BETWEEN, kw::FROM]) {
            return Some(token);
        }
    }
    None
}

/// The token after a currency sign or bound before the second number.
fn skip_signs(view: &View, mut at: usize) -> usize {
    for class in [Class::Bound, Class::Unit] {
        if let Some((end, row)) = view.longest(at, class)
            && (class == Class::Bound || view.lexicon.units[row].before)
            && !view.is(at, &[kw::A, kw::AN])
        {
            at = end;
        }
    }
    at
}

/// The token after a unit behind a number ("252 miles to 287 miles"), or the same.
fn skip_unit(view: &View, at: usize) -> usize {
    let at = cardinal::over_hyphen(view, at);
    match view.longest(at, Class::Unit) {
        Some((end, row)) if !view.lexicon.units[row].before => end,
        _ => at,
    }
}

fn scaled(view: &View, at: usize, end: usize) -> bool {
    (at..end).any(|token| {
        cardinal::word(view, token, |kind| matches!(kind, NumberKind::Scale | NumberKind::Suffix)).is_some()
            && token > at
    })
}

/// The multiplier that ends a number: 1,000,000 of "4.5 million".
fn scale_at_end(view: &View, at: usize, end: usize) -> f64 {
    (at + 1..end)
        .filter_map(|token| {
            cardinal::word(view, token, |kind| {
                matches!(kind, NumberKind::Scale | NumberKind::Suffix | NumberKind::Hundred)
            })
        })
        .map(|(_, number)| number.value)
        .product()
}

/// Two small whole numbers that nothing counts: a result and not a range.
fn is_result(view: &View, low: f64, high: f64, end: usize) -> bool {
    let whole = low.fract() == 0.0 && high.fract() == 0.0 && low < 300.0 && high < 300.0;
    let counts = view.has(end, Class::Unit)
        || view.has(end, Class::Thing)
        || view.id(end) == kw::PERCENT_SIGN
        || view.is_word(end) && view.likely(end, pos::PLURAL | pos::ADJECTIVE)
        || view.id(end) == kw::HYPHEN;
    whole && (!counts || low >= high)
}

/// "the toll rose from 38 to 45": two figures, not a range.
fn is_change_of_toll(view: &View, at: usize) -> bool {
    use crate::lexicon::sense::Frame;
    (at.saturating_sub(8)..at).any(|token| {
        view.longest(token, Class::Cue).is_some_and(|(_, row)| view.lexicon.cues[row].frame == Frame::Toll)
            || view.is(token, &[kw::TOLL])
    })
}
