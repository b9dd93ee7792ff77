//! Vague words, fractions and ratios: "dozens", "tens of thousands", "several hundred", "a third", "one in ten".

use super::cardinal::{self, over_hyphen};
use super::{Form, Numeral, words};
use crate::lexicon::View;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, NumberKind, pos};
use crate::record::UnitKind;
use crate::text::Kind;

/// "dozens", "scores", "hundreds of thousands", "several hundred", "a few", "a few dozen", "a handful".
pub(super) fn vague(view: &View, at: usize) -> Option<Numeral> {
    let article = view.is(at, &[kw::A]) as usize;
    let (mut end, number) = cardinal::word(view, at + article, |kind| kind == NumberKind::Vague)?;
    // "two more from scores by Leinart": points.
    // "scores first goals": a verb.
    let scored = || {
        view.is(end, &[kw::FROM, kw::BY, kw::ON, kw::FOR, kw::A, kw::HIS, kw::HER])
            || view.tokens.get(end).is_some_and(|token| token.kind == Kind::Number)
            || cardinal::word(view, end, |kind| kind == NumberKind::Ordinal).is_some()
    };
    if number.min == 40.0 && scored() {
        return None;
    }
    let needs_article = view.is(at, &[kw::FEW]);
    if needs_article && !(at > 0 && view.is(at - 1, &[kw::THE, kw::THESE, kw::THOSE])) {
        return None;
    }
    let (mut min, mut max) = (number.min, number.max);
    // "several hundred", "a few dozen thousand".
    let small = max < 24.0;
    while small
        && let Some((after, scale)) = cardinal::word(view, end, |kind| {
            matches!(kind, NumberKind::Hundred | NumberKind::Scale) || kind == NumberKind::Collective
        })
    {
        if scale.kind == NumberKind::Collective && !view.is(end, &[kw::DOZEN]) {
            break;
        }
        (min, max) = (min * scale.value, max * scale.value);
        end = after;
    }
    // "hundreds of thousands": the second word's own least is twice its scale.
    if view.is(end, &[kw::OF])
        && let Some((after, scale)) = cardinal::word(view, end + 1, |kind| kind == NumberKind::Vague)
        && scale.min >= 1000.0
        && !small
    {
        let unit = scale.min / 2.0;
        min *= unit;
        max = (max + 1.0) * unit - 1.0;
        end = after;
    }
    Some(Numeral { first: at as u32, end: end as u32, value: None, min: Some(min), max: Some(max), form: Form::Vague })
}

/// "half", "a third", "two-thirds", "three quarters", "3/4".
pub(super) fn fraction(view: &View, at: usize) -> Option<Numeral> {
    let numeral = |end: usize, value: f64| Numeral {
        first: at as u32,
        end: end as u32,
        value: Some(value),
        min: None,
        max: None,
        form: Form::Fraction,
    };
    if view.is(at, &[kw::HALF])
        && view.is(over_hyphen(view, at + 1), &[kw::A])
        && words::scale_after(view, over_hyphen(view, over_hyphen(view, at + 1) + 1)).is_some()
    {
        // "half a million" is a number of its own.
        return None;
    }
    // "a further quarter point", "another half percent".
    if view.is(at, &[kw::QUARTER, kw::HALF])
        && at > 0
        && view.is(at - 1, &[kw::FURTHER, kw::ANOTHER])
        && is_measured(view, at + 1)
    {
        return Some(numeral(at + 1, if view.is(at, &[kw::HALF]) { 0.5 } else { 0.25 }));
    }
    // "quarter of an hour", "quarter of a million".
    if view.is(at, &[kw::QUARTER])
        && view.is(at + 1, &[kw::OF])
        && view.is(at + 2, &[kw::A, kw::AN])
        && (at == 0 || !view.likely(at - 1, pos::DETERMINER | pos::ADJECTIVE) && !view.has(at - 1, Class::Number))
    {
        return Some(match cardinal::word(view, at + 3, |kind| kind == NumberKind::Scale) {
            Some((end, scale)) => Numeral { form: Form::Words, ..numeral(end, 0.25 * scale.value) },
            None => numeral(at + 1, 0.25),
        });
    }
    // "half million", "half-dozen".
    if view.is(at, &[kw::HALF])
        && let Some((end, scale)) = cardinal::word(view, over_hyphen(view, at + 1), |kind| {
            matches!(kind, NumberKind::Scale | NumberKind::Collective)
        })
        && (scale.kind == NumberKind::Scale || view.is(end - 1, &[kw::DOZEN]))
    {
        return Some(Numeral { form: Form::Words, ..numeral(end, 0.5 * scale.value) });
    }
    if view.is(at, &[kw::HALF]) {
        return half_is_number(view, at).then(|| numeral(at + 1, 0.5));
    }
    if view.tokens[at].kind == Kind::Number {
        return written_fraction(view, at).or_else(|| small_parts(view, at)).map(|(end, value)| numeral(end, value));
    }
    let one = view.is(at, &[kw::A, kw::AN, kw::ONE]) && !view.has(over_hyphen(view, at + 1), Class::Number)
        || view.is(at, &[kw::A, kw::AN, kw::ONE]) && is_part(view, over_hyphen(view, at + 1));
    let (over, top) = if one {
        (at + 1, 1.0)
    } else if words::stands_alone(view, at) {
        return None;
    } else {
        let number = words::in_words(view, at)?;
        (number.end, number.value)
    };
    let under = over_hyphen(view, over);
    let (end, part) = cardinal::word(view, under, |kind| kind == NumberKind::Fraction)?;
    let plural = view.likely(under, pos::PLURAL) || view.slice(under, end).ends_with('s');
    // "three quarter miles" does without the ending.
    let measured = part.value == 0.25 && top == 3.0 && is_measured(view, end);
    if plural == one && !view.is(under, &[kw::HALF]) && !measured {
        return None;
    }
    // "a quarter million", "three quarters of a million".
    let scale = if view.is(end, &[kw::OF]) && view.is(end + 1, &[kw::A]) { end + 2 } else { end };
    let named = part.value == 0.5 || part.value == 0.25;
    if let Some((after, scale)) = cardinal::word(view, scale, |kind| kind == NumberKind::Scale)
        && named
    {
        return Some(Numeral { form: Form::Words, ..numeral(after, top * part.value * scale.value) });
    }
    // "six quarters", "two halves": as many spans of time or play.
    let spans = if part.value == 0.25 { top != 3.0 } else { top == 2.0 };
    if named && spans && top > 1.0 {
        return None;
    }
    // "a third suspect", "one second": an ordinal or a unit unless nothing countable follows.
    // "a half-year profit".
    if one && over_hyphen(view, end) > end && !is_measured(view, end) {
        return None;
    }
    let sure = view.is(at, &[kw::ONE]) && !view.likely(end, pos::NOUN | pos::PLURAL);
    let measured = named && is_measured(view, end);
    if one && !sure && !measured && !ends_fraction(view, end) {
        return None;
    }
    // "three-fifths" is 3/5 to the last place.
    let parts = (1.0 / part.value).round();
    let exact = (parts * part.value - 1.0).abs() < 1e-12;
    Some(numeral(end, if exact { top / parts } else { top * part.value }))
}

/// "12 hundredths", "5 thousandths of an inch".
fn small_parts(view: &View, at: usize) -> Option<(usize, f64)> {
    let (end, part) = cardinal::word(view, at + 1, |kind| kind == NumberKind::Fraction)?;
    let top = super::digits::value(view.slice(at, at + 1))?;
    let quarters = part.value == 0.25 && top == 3.0 && view.is(end, &[kw::OF]);
    let fits = quarters
        || part.value < 0.12 && view.slice(at + 1, end).ends_with('s')
        || top == 1.0 && view.is(at + 1, &[kw::HALF]);
    fits.then_some((end, top * part.value))
}

/// Whether a word that parts a whole stands at a token: "third", "quarter".
fn is_part(view: &View, at: usize) -> bool {
    cardinal::word(view, at, |kind| kind == NumberKind::Fraction).is_some()
}

/// "half mile", "a quarter-point": a unit that is no time follows.
fn is_measured(view: &View, at: usize) -> bool {
    let at = over_hyphen(view, at);
    view.longest(at, Class::Unit).is_some_and(|(_, row)| {
        let unit = view.lexicon.units[row];
        !unit.before && !unit.symbol && !matches!(unit.kind, UnitKind::Duration | UnitKind::Age)
    })
}

/// Whether "half" stands for a number: not in "the first half", "half-time", "half brother".
fn half_is_number(view: &View, at: usize) -> bool {
    let hyphened = view.id(at + 1) == kw::HYPHEN && view.glued(at + 1);
    if is_measured(view, at + 1) && !(at > 0 && view.has(at - 1, Class::Number)) {
        return !(at > 0 && view.is(at - 1, &[kw::THE, kw::A, kw::AN, kw::ONE]));
    }
    if hyphened {
        return false;
    }
    if at > 0 {
        let before = at - 1;
        let ordinal = cardinal::word(view, before, |kind| kind == NumberKind::Ordinal).is_some();
        let determined =
            view.is(before, &[kw::THE, kw::THIS, kw::THAT, kw::EACH, kw::OTHER, kw::BOTH, kw::EITHER, kw::EVERY]);
        let bound = (before.saturating_sub(2)..=before)
            .any(|start| view.words.all(start, Class::Bound).any(|(end, _)| end == at));
        // "the bottom half of the table".
        let ends = !view.is_word(at + 1) || view.is(at + 1, &[kw::OF]);
        if ends && before > 0 && view.is(before - 1, &[kw::THE]) && view.likely(before, pos::NOUN) && !bound {
            return false;
        }
        if ordinal || determined || view.likely(before, pos::ADJECTIVE) && !bound {
            return view.is(at + 1, &[kw::OF]) && !ordinal;
        }
    }
    view.is(
        at + 1,
        &[kw::OF, kw::A, kw::AN, kw::THE, kw::THIS, kw::HIS, kw::HER, kw::THEIR, kw::ITS, kw::MY, kw::OUR, kw::THOSE],
    ) || !view.is_word(at + 1)
        || !view.can_be(at + 1, pos::NOUN | pos::PLURAL | pos::ADJECTIVE)
}

/// Whether what follows lets "a third" be a fraction: "of", a stop, a verb, a time, "more", "less".
fn ends_fraction(view: &View, end: usize) -> bool {
    view.is(
        end,
        &[
            kw::OF,
            kw::MORE,
            kw::LESS,
            kw::AS,
            kw::THAN,
            kw::AND,
            kw::OR,
            kw::IN,
            kw::SINCE,
            kw::FROM,
            kw::TO,
            kw::ON,
            kw::HAVE,
            kw::ARE,
            kw::WERE,
        ],
    ) || !view.is_word(end)
        || view.likely(end, pos::PREPOSITION | pos::DETERMINER | pos::ADVERB | pos::MODAL | pos::PAST | pos::THIRD)
}

/// A fraction that comes on top of a whole number: "3/4", "a half", "two thirds".
pub(super) fn on_top(view: &View, at: usize) -> Option<(usize, f64)> {
    let part = (at < view.len()).then(|| fraction(view, at)).flatten()?;
    let end = part.end as usize;
    part.value.filter(|value| *value < 1.0 && !view.is(end, &[kw::OF])).map(|value| (end, value))
}

/// "an hour and a half": the article stands for one.
pub(super) fn one_and_a_half(view: &View, part: Numeral, behind: usize) -> Numeral {
    let at = part.first as usize;
    let fits = part.value == Some(0.5)
        && at >= behind + 3
        && view.is(at, &[kw::A])
        && view.is(at - 1, &[kw::AND])
        && view.has(at - 2, Class::Unit)
        && view.is(at - 3, &[kw::A, kw::AN]);
    if !fits {
        return part;
    }
    Numeral { first: at as u32 - 3, value: Some(1.5), form: Form::Words, ..part }
}

/// "3/4": the top smaller than the bottom, and neither part of a date or of "24/7".
fn written_fraction(view: &View, at: usize) -> Option<(usize, f64)> {
    if view.id(at + 1) != kw::SLASH
        || !view.glued(at + 1)
        || !view.glued(at + 2)
        || view.tokens.get(at + 2)?.kind != Kind::Number
    {
        return None;
    }
    if view.id(at + 3) == kw::SLASH || at > 0 && view.id(at - 1) == kw::SLASH {
        return None;
    }
    let top = super::digits::value(view.slice(at, at + 1))?;
    let bottom = super::digits::value(view.slice(at + 2, at + 3))?;
    // "the 02/03 season".
    if view.slice(at, at + 1).starts_with('0') {
        return None;
    }
    // Two figures that are all of the text are no date.
    let all = view.len() == 3 && bottom > 0.0;
    let usual = top < bottom && matches!(bottom as u32, 2..=10 | 12 | 16 | 32 | 64 | 100);
    ((usual || all) && bottom.fract() == 0.0).then_some((at + 3, top / bottom))
}

/// "one in ten", "nine in ten", "six out of ten", "one in 4,000", "one out of three".
pub(super) fn ratio(view: &View, first: &Numeral) -> Option<Numeral> {
    let top = first.value.filter(|value| *value >= 1.0 && value.fract() == 0.0)?;
    // "one-in-ten children".
    let at = over_hyphen(view, first.end as usize);
    let (under, out_of) = match () {
        () if view.is(at, &[kw::IN]) => (at + 1, false),
        () if view.is(at, &[kw::OUT]) && view.is(at + 1, &[kw::OF]) => (at + 2, true),
        () => return None,
    };
    let under = over_hyphen(view, under);
    let under = if view.is(under, &[kw::EVERY]) { under + 1 } else { under };
    let bottom = cardinal::read(view, under)?;
    // "11 in 1,000".
    let rate = bottom.value >= 1000.0 && top < 100.0 && !view.has(bottom.end, Class::Unit);
    let small = top <= 9.0 && !view.has(bottom.end, Class::Time) || rate;
    let round = matches!(bottom.value as u64, 10 | 100 | 1000 | 10_000 | 100_000 | 1_000_000);
    let usual = out_of || small && (top == 1.0 || round || top + 1.0 == bottom.value || bottom.value == 5.0);
    // "a 1-in-100-year flood".
    let hyphen = view.id(first.end as usize) == kw::HYPHEN && view.id(bottom.end) == kw::HYPHEN;
    if hyphen && view.has(bottom.end + 1, Class::Unit) {
        return None;
    }
    let year = !out_of && bottom.digits && (1500.0..2100.0).contains(&bottom.value);
    (usual && top < bottom.value && !year).then(|| Numeral {
        first: first.first,
        end: bottom.end as u32,
        value: Some(top / bottom.value),
        min: None,
        max: None,
        form: Form::Ratio,
    })
}
