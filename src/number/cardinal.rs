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
        Kind::Number => in_digits(view, at).map(|number| with_rest(view, number)),
        Kind::Fraction => {
            let value = fraction_sign(view, at)?;
            Some(with_scale(view, at, Cardinal { end: at + 1, value, digits: true, scaled: false }))
        }
        Kind::Word => with_article(view, at).or_else(|| in_words(view, at)),
        Kind::Punct => point_first(view, at),
        _ => None,
    }
}

/// "6 million 300 thousand": a smaller multiple right behind belongs to the number.
fn with_rest(view: &View, number: Cardinal) -> Cardinal {
    let scale = if number.value >= 1e9 { 1e9 } else { 1e6 };
    if !number.scaled || number.value < 1e6 || !view.tokens.get(number.end).is_some_and(|t| t.kind == Kind::Number) {
        return number;
    }
    match in_digits(view, number.end) {
        Some(rest) if rest.scaled && rest.value < scale => {
            Cardinal { end: rest.end, value: number.value + rest.value, ..number }
        }
        _ => number,
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
        // "12 500 people", "€100 000": one group alone needs what it counts to be told from two numbers.
        let single = groups == 1
            && !view.slice(at, end).starts_with('0')
            && (counts(view, end + 1) && !(view.tokens[at].len() < 3 && view.has(at.wrapping_sub(1), Class::Time))
                || at > 0 && view.longest(at - 1, Class::Unit).is_some_and(|(_, row)| view.lexicon.units[row].before));
        if (groups > 1 || narrow || single) && !view.glued(end) {
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
    if end == at + 1
        && let Some((after, exponent)) = raised(view, end)
    {
        return Some(Cardinal { end: after, value: value.powf(exponent), digits: true, scaled: true });
    }
    // "5 and a half years".
    if value.fract() == 0.0
        && let Some(end) = and_a_half(view, end)
    {
        return Some(with_scale(view, at, Cardinal { end, value: value + 0.5, digits: true, scaled: false }));
    }
    // "1 3/4", "5 and a third".
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

/// Whether what a figure may count stands at a token: a noun in the plural, a scale or a unit.
fn counts(view: &View, at: usize) -> bool {
    view.is_word(at)
        && (view.likely(at, crate::lexicon::sense::pos::PLURAL)
            || view.is(at, &[kw::PEOPLE])
            || view.longest(at, Class::Unit).is_some_and(|(_, row)| !view.lexicon.units[row].before)
            || view.longest(at, Class::Thing).is_some_and(|(_, row)| view.lexicon.things[row].plural))
}

/// "^23" glued behind digits: the token after it, and the power.
fn raised(view: &View, at: usize) -> Option<(usize, f64)> {
    let glued = view.id(at) == kw::CARET && view.glued(at) && view.glued(at + 1);
    let power = view.tokens.get(at + 1).filter(|token| glued && token.kind == Kind::Number && token.len() <= 3)?;
    Some((at + 2, digits::value(power.text(view.text))?))
}

/// "and a half", "-and-a-half", "and half": the token after it.
fn and_a_half(view: &View, at: usize) -> Option<usize> {
    let and = over_hyphen(view, at);
    if !view.is(and, &[kw::AND]) {
        return None;
    }
    let a = over_hyphen(view, and + 1);
    let half = if view.is(a, &[kw::A]) { over_hyphen(view, a + 1) } else { a };
    // "two and half a million" is two numbers.
    let bare = half == a;
    (view.is(half, &[kw::HALF]) && !(bare && view.is(half + 1, &[kw::A, kw::OF, kw::THE]))).then_some(half + 1)
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
    if view.id(at) != kw::DOT || !opens_decimal(view, at) || next.space_before || next.kind != Kind::Number {
        return None;
    }
    let digits = next.text(view.text);
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let value = digits::value(digits)? / 10f64.powi(digits.len() as i32);
    Some(with_scale(view, at, Cardinal { end: at + 2, value, digits: true, scaled: false }))
}

/// Whether a full stop may be a decimal point without a figure before it: behind a blank, a sign or a bracket.
pub(super) fn opens_decimal(view: &View, at: usize) -> bool {
    if !view.glued(at) {
        return true;
    }
    let before = at - 1;
    let sign = view.is(before, &[kw::HYPHEN, kw::OPEN]) && !view.glued(before);
    sign || view.tokens[before].kind == Kind::Symbol
        && view.longest(before, Class::Unit).is_some_and(|(_, row)| view.lexicon.units[row].before)
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
            NumberKind::Collective => view.is(at, &[kw::DOZEN, kw::DOZENS]),
            NumberKind::Suffix => !number.scaled && number.digits && (glued || suffix_apart(view, at, first)),
            _ => false,
        });
        let Some((end, scale)) = next else { return number.times_grand(view) };
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
    let capital = view.shape(at) == crate::text::Shape::Single;
    // "$1.5 b", "100 k.".
    let ends = at + 1 >= view.len() || matches!(view.tokens[at + 1].punct(), b'.' | b',' | b';' | b')');
    view.tokens[at].len() >= 2 || capital && (money() || many()) || ends && (view.id(at) == kw::K || money())
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
    // "a couple hundred", "a couple of thousand".
    if view.is(at + 1, &[kw::COUPLE]) {
        let scale = at + 2 + usize::from(view.is(at + 2, &[kw::OF]));
        let found = word(view, scale, |kind| matches!(kind, NumberKind::Hundred | NumberKind::Scale));
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
pub(super) fn in_words(view: &View, at: usize) -> Option<Cardinal> {
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
            // "hundred thousand" does without an article.
            NumberKind::Hundred
                if next == at
                    && (word(view, after, |kind| kind == NumberKind::Scale).is_some()
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
            let small =
                word(view, next + 1, |kind| matches!(kind, NumberKind::Unit | NumberKind::Teen | NumberKind::Tens));
            if small.is_none() {
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
        number.value += if scaled { smallest_scale.min(1e12) / 2.0 } else { 0.5 };
        number.end = after;
        if !scaled {
            return Some(with_scale(view, at, number));
        }
    } else if view.is(end, &[kw::AND])
        && let Some((after, part)) = super::vague::on_top(view, end + 1)
    {
        // "one hundred and three and two thirds".
        (number.value, number.end) = (number.value + part, after);
    }
    Some(number.times_grand(view))
}

/// ", two hundred thousand" behind a number of that size: a comma goes on with the same number.
fn continues(view: &View, at: usize, scale: f64) -> bool {
    let small = || word(view, at + 1, |kind| matches!(kind, NumberKind::Unit | NumberKind::Teen | NumberKind::Tens));
    if view.id(at) != kw::COMMA || small().is_none() {
        return false;
    }
    // The next comma would make it a list.
    in_words(view, at + 1)
        .is_some_and(|rest| rest.scaled && rest.value < scale && rest.value >= 100.0 && view.id(rest.end) != kw::COMMA)
}

/// "point five", "point one four": the token after it, and what it adds.
fn decimals(view: &View, at: usize) -> Option<(usize, f64)> {
    if !view.is(at, &[kw::POINT]) {
        return None;
    }
    let (mut value, mut place, mut end) = (0.0, 1.0, at + 1);
    while let Some((after, digit)) = word(view, end, |kind| kind == NumberKind::Unit) {
        place *= 10.0;
        (value, end) = (value * 10.0 + digit.value, after);
    }
    if end == at + 1 {
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
    fn times_grand(mut self, view: &View) -> Cardinal {
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
