//! Whole numbers and decimals, in digits, in words, or both: "4.5 million", "two thousand four hundred and seventeen",
//! "a hundred", "half a million", "two dozen".

use super::digits;
use crate::lexicon::View;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, NumberKind, NumberWord};
use crate::text::Kind;

/// A number read at some token.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cardinal {
    /// Token after it.
    pub end: usize,
    pub value: f64,
    /// It begins with digits.
    pub digits: bool,
    /// A multiplier or suffix stands in it ("million", "bn").
    pub scaled: bool,
}

/// The number word at a token, of a kind that `wanted` takes.
pub(super) fn word(view: &View, at: usize, wanted: impl Fn(NumberKind) -> bool) -> Option<(usize, NumberWord)> {
    if !view.has(at, Class::Number) {
        return None;
    }
    view.words
        .all(at, Class::Number)
        .rev()
        .map(|(end, row)| (end, view.lexicon.numbers[row]))
        .find(|(_, number)| wanted(number.kind))
}

/// The token after a hyphen that joins two words, or `at` itself.
pub(super) fn over_hyphen(view: &View, at: usize) -> usize {
    if view.id(at) == kw::HYPHEN && view.glued(at) && view.glued(at + 1) { at + 1 } else { at }
}

/// Reads a number at token `at`.
pub(super) fn read(view: &View, at: usize) -> Option<Cardinal> {
    match view.tokens.get(at)?.kind {
        Kind::Number => in_digits(view, at),
        Kind::Fraction => {
            let value = fraction_sign(view, at)?;
            Some(with_scale(view, at, Cardinal { end: at + 1, value, digits: true, scaled: false }))
        }
        Kind::Word => with_article(view, at).or_else(|| in_words(view, at)),
        Kind::Punct => point_first(view, at),
        _ => None,
    }
}

/// "600", "1 234 567", "1½", "2.1 lakh crore", "$4bn".
fn in_digits(view: &View, at: usize) -> Option<Cardinal> {
    let mut value = digits::value(view.slice(at, at + 1))?;
    let mut end = at + 1;
    // Groups parted by blanks: three digits each, the first of one to three, all of plain digits.
    if view.tokens[at].len() <= 3 {
        let group = |token: usize| {
            let text = view.slice(token, token + 1);
            (view.tokens[token].kind == Kind::Number && text.len() == 3 && text.bytes().all(|b| b.is_ascii_digit()))
                .then(|| digits::value(text))
                .flatten()
        };
        let mut groups = 0;
        let mut sum = value;
        while let Some(next) = (end + groups < view.len()).then(|| group(end + groups)).flatten() {
            sum = sum * 1000.0 + next;
            groups += 1;
        }
        let narrow = groups > 0 && !view.text[view.tokens[at].end as usize..].starts_with(' ');
        if (groups > 1 || narrow) && !view.glued(end) {
            value = sum;
            end += groups;
        }
    }
    if end < view.len() && view.tokens[end].kind == Kind::Fraction && view.tokens[at].len() < 4 {
        value += fraction_sign(view, end)?;
        end += 1;
    }
    if end == at + 1
        && let Some((after, power)) = exponent(view, end)
    {
        return Some(Cardinal { end: after, value: value * power, digits: true, scaled: true });
    }
    // "1 3/4", "5 and a half".
    let joint = usize::from(view.is(end, &[kw::AND]));
    let blank = view.tokens.get(end).is_some_and(|token| token.space_before);
    if value.fract() == 0.0
        && blank
        && let Some((after, part)) = super::vague::on_top(view, end + joint)
        && (joint == 1 || view.tokens[end].kind == Kind::Number)
    {
        (value, end) = (value + part, after);
    }
    Some(with_scale(view, at, Cardinal { end, value, digits: true, scaled: false }))
}

/// "e6", "e-5", "x 10^6" behind digits: the token after it, and what it multiplies by.
fn exponent(view: &View, at: usize) -> Option<(usize, f64)> {
    let digits = |token: usize| {
        let token = view.tokens.get(token)?;
        let text = token.text(view.text);
        (text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse::<i32>().ok()).flatten()
    };
    let signed = |token: usize| {
        let minus = view.id(token) == kw::HYPHEN && view.glued(token) && view.glued(token + 1);
        let power = digits(token + usize::from(minus))?;
        Some((token + usize::from(minus) + 1, if minus { -power } else { power }))
    };
    if view.glued(at) && view.is_word(at) {
        let text = view.slice(at, at + 1);
        let rest = text.strip_prefix(['e', 'E'])?;
        let (end, power) = match rest.parse::<u16>() {
            Ok(power) => (at + 1, i32::from(power)),
            Err(_) if rest.is_empty() => signed(at + 1)?,
            Err(_) => return None,
        };
        return (power.abs() <= 300).then(|| (end, 10f64.powi(power)));
    }
    let times = view.is(at, &[kw::X]) || view.tokens.get(at).is_some_and(|token| token.text(view.text) == "×");
    let raised = times && digits(at + 1) == Some(10) && view.tokens.get(at + 2)?.text(view.text) == "^";
    if !raised {
        return None;
    }
    let (end, power) = signed(at + 3)?;
    (power.abs() <= 300).then(|| (end, 10f64.powi(power)))
}

/// ".5", ".001": a full stop glued to digits after a blank.
fn point_first(view: &View, at: usize) -> Option<Cardinal> {
    let next = view.tokens.get(at + 1)?;
    if view.id(at) != kw::DOT || view.glued(at) && at > 0 || next.space_before || next.kind != Kind::Number {
        return None;
    }
    let digits = next.text(view.text);
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let value = digits::value(digits)? / 10f64.powi(digits.len() as i32);
    Some(with_scale(view, at, Cardinal { end: at + 2, value, digits: true, scaled: false }))
}

/// "½" and its kin, as the number words give them.
fn fraction_sign(view: &View, at: usize) -> Option<f64> {
    word(view, at, |kind| kind == NumberKind::Fraction).map(|(_, number)| number.value)
}

/// Multiplies by what follows: "million", "lakh crore", "bn", "hundred thousand".
fn with_scale(view: &View, first: usize, mut number: Cardinal) -> Cardinal {
    loop {
        let at = over_hyphen(view, number.end);
        let glued = view.glued(number.end);
        let next = word(view, at, |kind| match kind {
            NumberKind::Scale | NumberKind::Hundred => true,
            // "two dozen" and "12 dozen", not "12 couple".
            NumberKind::Collective => view.is(at, &[kw::DOZEN]),
            NumberKind::Suffix => !number.scaled && number.digits && (glued || suffix_apart(view, at, first)),
            _ => false,
        });
        let Some((end, scale)) = next else { return number };
        if scale.kind == NumberKind::Suffix && is_unit_rather(view, at, end) {
            return number;
        }
        number.value *= scale.value;
        number.end = end;
        number.scaled = true;
    }
}

/// A suffix after a blank counts when it is two letters or more ("5 bn", "12 mln"), or a capital with money before the
/// number or many behind it ("$ 5 B", "8 B people").
fn suffix_apart(view: &View, at: usize, first: usize) -> bool {
    let money =
        || first > 0 && view.longest(first - 1, Class::Unit).is_some_and(|(_, row)| view.lexicon.units[row].before);
    let many = || view.is_word(at + 1) && view.likely(at + 1, crate::lexicon::sense::pos::PLURAL);
    view.tokens[at].len() >= 2 || view.shape(at) == crate::text::Shape::Single && (money() || many())
}

/// "m" and "M" after digits: metres or millions? Millions after a currency or before what can be counted.
fn is_unit_rather(view: &View, at: usize, end: usize) -> bool {
    use crate::lexicon::sense::pos;
    let is_metre = view.words.all(at, Class::Unit).any(|(unit_end, row)| {
        unit_end == end && view.lexicon.units[row].symbol && view.shape(at) != crate::text::Shape::Single
    });
    if !is_metre {
        return false;
    }
    let before = at.checked_sub(2);
    let money = before.is_some_and(|token| {
        (token.saturating_sub(2)..=token).any(|start| {
            view.words
                .all(start, Class::Unit)
                .any(|(unit_end, row)| unit_end + 1 == at && view.lexicon.units[row].before)
        })
    });
    let counted = view.is_word(end)
        && (view.likely(end, pos::PLURAL) || view.likely(end, pos::ADJECTIVE) || view.is(end, &[kw::OF, kw::PEOPLE]));
    !(money || counted)
}

/// "a hundred", "a dozen", "a couple of", "half a million", "a quarter of a million", "a million and a half".
fn with_article(view: &View, at: usize) -> Option<Cardinal> {
    if view.is(at, &[kw::HALF]) && view.is(at + 1, &[kw::A]) {
        let (end, scale) = word(view, at + 2, scale_like)?;
        return Some(Cardinal { end, value: scale.value / 2.0, digits: false, scaled: true });
    }
    if !view.is(at, &[kw::A, kw::AN]) {
        return None;
    }
    let (end, scale) = word(view, at + 1, scale_like)?;
    if scale.kind == NumberKind::Collective && !view.is(at + 1, &[kw::DOZEN]) && !view.is(end, &[kw::OF]) {
        return None;
    }
    let rest = in_words(view, at + 1).filter(|rest| rest.end >= end);
    rest.or(Some(Cardinal { end, value: scale.value, digits: false, scaled: true }))
}

/// The multiplier at a token: "million", "dozen".
pub(super) fn scale_after(view: &View, at: usize) -> Option<f64> {
    word(view, at, scale_like).map(|(_, scale)| scale.value)
}

fn scale_like(kind: NumberKind) -> bool {
    matches!(kind, NumberKind::Hundred | NumberKind::Scale | NumberKind::Collective)
}

/// Words of any length, from "five" to "two thousand four hundred and seventeen".
fn in_words(view: &View, at: usize) -> Option<Cardinal> {
    let (mut total, mut current) = (0.0, 0.0);
    let mut smallest_scale = f64::INFINITY;
    // What may still follow: 0 nothing below it, 10 a unit, 100 anything below a hundred.
    let mut room = 1000.0;
    let mut end = at;
    let mut scaled = false;
    let mut next = at;
    let counts = |kind| matches!(kind, NumberKind::Unit | NumberKind::Teen | NumberKind::Tens) || scale_like(kind);
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
            NumberKind::Hundred
                if next == at && at > 0 && (view.is(at - 1, &[kw::A]) || view.has(at - 1, Class::Bound)) =>
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
            NumberKind::Collective if current > 0.0 && view.is(next, &[kw::DOZEN]) => {
                current *= number.value;
                room = 1.0;
                scaled = true;
            }
            _ => break,
        }
        end = after;
        next = over_hyphen(view, end);
        // "and" between a hundred or a scale and what is smaller: "a hundred and two".
        if view.is(next, &[kw::AND]) && scaled && room >= 100.0 {
            let small =
                word(view, next + 1, |kind| matches!(kind, NumberKind::Unit | NumberKind::Teen | NumberKind::Tens));
            if small.is_none() || view.is(next + 1, &[kw::ONE]) && !view.is_word(next + 2) {
                break;
            }
            next += 1;
        }
    }
    if end == at {
        return None;
    }
    let mut number = Cardinal { end, value: total + current, digits: false, scaled };
    // "one and a half million", "two and a half".
    if view.is(end, &[kw::AND]) && view.is(end + 1, &[kw::A]) && view.is(end + 2, &[kw::HALF]) {
        number.value += if scaled { smallest_scale.min(1e12) / 2.0 } else { 0.5 };
        number.end = end + 3;
        if !scaled {
            return Some(with_scale(view, at, number));
        }
    } else if view.is(end, &[kw::AND])
        && let Some((after, part)) = super::vague::on_top(view, end + 1)
    {
        // "one hundred and three and two thirds".
        (number.value, number.end) = (number.value + part, after);
    }
    Some(number)
}

fn article(view: &View, at: usize) -> bool {
    at > 0 && (view.is(at - 1, &[kw::A, kw::AN]) || view.has(at - 1, Class::Bound))
}
