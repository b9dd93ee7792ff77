//! Whole numbers and decimals, in digits or digits with words behind: "4.5 million", "2.1 lakh crore"; [`words`](super::words)
//! reads those that begin with a word.

use super::{digits, suffix, words};
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

/// Whether nothing of a number can stand at the token behind digits, as at most: a word that is none, a comma, a full stop.
pub(super) fn ends_before(view: &View, at: usize) -> bool {
    let Some(token) = view.tokens.get(at) else { return true };
    match token.kind {
        Kind::Word => token.space_before && !view.has(at, Class::Number) && !view.is(at, &[kw::AND, kw::X, kw::GRAND]),
        _ => matches!(token.punct(), b'.' | b',' | b';' | b')'),
    }
}

/// Reads a number at token `at`.
pub(super) fn read(view: &View, at: usize) -> Option<Cardinal> {
    match view.tokens.get(at)?.kind {
        Kind::Number => in_digits(view, at).map(|number| with_rest(view, number)),
        Kind::Fraction => {
            let value = fraction_sign(view, at)?;
            Some(with_scale(view, at, Cardinal { end: at + 1, value, digits: true, scaled: false }))
        }
        Kind::Word => {
            words::with_article(view, at).or_else(|| words::in_words(view, at)).or_else(|| words::couple(view, at))
        }
        Kind::Punct => point_first(view, at),
        _ => None,
    }
}

/// "6 million 300 thousand", "1 hundred and 5": what is smaller, right behind, belongs to the number.
fn with_rest(view: &View, number: Cardinal) -> Cardinal {
    if view.is(number.end, &[kw::AND]) && ends_in_hundred(view, number.end) {
        let small = digits_below(view, number.end + 1, 100.0);
        return small.map_or(number, |(end, rest)| Cardinal { end, value: number.value + rest, ..number });
    }
    let scale = if number.value >= 1e9 { 1e9 } else { 1e6 };
    if !number.scaled || number.value < 1e6 {
        return number;
    }
    // "2 million three hundred thousand".
    let rest = match view.tokens.get(number.end).map(|token| token.kind) {
        Some(Kind::Number) => in_digits(view, number.end),
        Some(Kind::Word) if view.has(number.end, Class::Number) => {
            words::in_words(view, number.end).filter(|rest| rest.value >= 1000.0)
        }
        _ => None,
    };
    match rest {
        Some(rest) if rest.scaled && rest.value < scale => {
            Cardinal { end: rest.end, value: number.value + rest.value, ..number }
        }
        _ => number,
    }
}

/// Whether the word before a token is "hundred".
fn ends_in_hundred(view: &View, end: usize) -> bool {
    word(view, end - 1, |kind| kind == NumberKind::Hundred).is_some()
}

/// Plain digits below `limit` that nothing multiplies or goes on with: the token after them, and their value.
fn digits_below(view: &View, at: usize, limit: f64) -> Option<(usize, f64)> {
    let token = view.tokens.get(at).filter(|token| token.kind == Kind::Number)?;
    let value = digits::value(token.text(view.text)).filter(|value| *value < limit && value.fract() == 0.0)?;
    let plain = !view.glued(at + 1) || view.tokens.get(at + 1).is_none_or(|next| next.kind == Kind::Punct);
    (plain && word(view, at + 1, |_| true).is_none()).then_some((at + 1, value))
}

/// "600", "1 234 567", "1½", "2.1 lakh crore", "$4bn".
fn in_digits(view: &View, at: usize) -> Option<Cardinal> {
    let Some(mut value) = digits::value(view.slice(at, at + 1)) else { return feet_and_inches(view, at) };
    let mut end = at + 1;
    if ends_before(view, end) {
        return Some(Cardinal { end, value, digits: true, scaled: false });
    }
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
            // Nobody writes a figure as "000".
            && (view.slice(end, end + 1) == "000"
                || counts(view, end + 1) && !(view.tokens[at].len() < 3 && view.has(at.wrapping_sub(1), Class::Time))
                || at > 0
                    && view
                        .words
                        .all(at - 1, Class::Unit)
                        .any(|(unit_end, row)| unit_end == at && view.lexicon.units[row].before));
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
        // Read as written: the product of two floats may be off in the last place.
        let value = format!("{value}e{power}").parse().ok()?;
        return Some(Cardinal { end: after, value, digits: true, scaled: true });
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
    // "2-1/2 inches".
    if value.fract() == 0.0
        && end == at + 1
        && view.id(end) == kw::HYPHEN
        && view.glued(end)
        && view.glued(end + 1)
        && view.id(end + 2) == kw::SLASH
        && let Some((after, part)) = super::vague::on_top(view, end + 1)
    {
        return Some(with_scale(view, at, Cardinal { end: after, value: value + part, digits: true, scaled: false }));
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

/// "5'11", written in one before the sign of inches: as many inches.
fn feet_and_inches(view: &View, at: usize) -> Option<Cardinal> {
    let (feet, inches) = view.slice(at, at + 1).split_once(['\'', '’'])?;
    let (feet, inches): (f64, f64) = (digits::value(feet)?, digits::value(inches)?);
    let told = view.id(at + 1) == kw::QUOTE && view.glued(at + 1) && inches < 12.0;
    told.then_some(Cardinal { end: at + 1, value: 12.0 * feet + inches, digits: true, scaled: false })
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
pub(super) fn and_a_half(view: &View, at: usize) -> Option<usize> {
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

/// "e6", "e-5", "x 10^6" behind digits: the token after it, and the power of ten.
fn exponent(view: &View, at: usize) -> Option<(usize, i32)> {
    let digits = |token: usize| {
        let token = view.tokens.get(token)?;
        let text = token.text(view.text);
        (text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse::<i32>().ok()).flatten()
    };
    let signed = |token: usize| {
        let sign = view.is(token, &[kw::HYPHEN, kw::PLUS_SIGN]) && view.glued(token) && view.glued(token + 1);
        let power = digits(token + usize::from(sign))?;
        let minus = sign && view.id(token) == kw::HYPHEN;
        Some((token + usize::from(sign) + 1, if minus { -power } else { power }))
    };
    if view.glued(at) && view.is_word(at) {
        let text = view.slice(at, at + 1);
        let rest = text.strip_prefix(['e', 'E'])?;
        let (end, power) = match rest.parse::<u16>() {
            Ok(power) => (at + 1, i32::from(power)),
            Err(_) if rest.is_empty() => signed(at + 1)?,
            Err(_) => return None,
        };
        return (power.abs() <= 300).then_some((end, power));
    }
    let times =
        view.is(at, &[kw::X]) || view.tokens.get(at).is_some_and(|token| matches!(token.text(view.text), "×" | "*"));
    let raised = times && digits(at + 1) == Some(10) && view.tokens.get(at + 2)?.text(view.text) == "^";
    if !raised {
        return None;
    }
    let (end, power) = signed(at + 3)?;
    (power.abs() <= 300).then_some((end, power))
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

/// Whether a full stop stands at a token, behind a sign that it is glued to, that opens a decimal.
pub(super) fn opens_decimal_at(view: &View, at: usize) -> bool {
    view.id(at) == kw::DOT && at > 0 && view.glued(at) && view.glued(at + 1) && opens_decimal(view, at)
}

/// Whether a full stop may be a decimal point without a figure before it: behind a blank, a sign or a bracket.
pub(super) fn opens_decimal(view: &View, at: usize) -> bool {
    if !view.glued(at) {
        return true;
    }
    let before = at - 1;
    let sign = view.is(before, &[kw::HYPHEN, kw::OPEN]) && (before == 0 || !view.glued(before));
    sign || view.tokens[before].kind == Kind::Symbol && suffix::opens_money(view, before)
}

/// "½" and its kin, as the number words give them.
fn fraction_sign(view: &View, at: usize) -> Option<f64> {
    word(view, at, |kind| kind == NumberKind::Fraction).map(|(_, number)| number.value)
}

/// Multiplies by what follows: "million", "lakh crore", "bn", "hundred thousand".
pub(super) fn with_scale(view: &View, first: usize, mut number: Cardinal) -> Cardinal {
    loop {
        let at = over_hyphen(view, number.end);
        let glued = view.glued(number.end);
        let next = word(view, at, |kind| match kind {
            NumberKind::Scale | NumberKind::Hundred => true,
            // "two dozen" and "12 dozen", not "12 couple".
            NumberKind::Collective => view.is(at, &[kw::DOZEN, kw::DOZENS]),
            NumberKind::Suffix => {
                !number.scaled && number.digits && (glued || suffix::stands_apart(view, at, first, number.value))
            }
            _ => false,
        });
        let Some((end, scale)) = next else { return number.times_grand(view) };
        if scale.kind == NumberKind::Suffix && suffix::is_unit_rather(view, at, end) {
            return number;
        }
        number.value = product(number.value, scale.value);
        number.end = end;
        number.scaled = true;
    }
}

/// A product as written: 4.1 million is 4,100,000 to the last place.
pub(super) fn product(value: f64, scale: f64) -> f64 {
    let product = value * scale;
    let whole = product.round();
    if (product - whole).abs() <= whole.abs() * 1e-13 { whole } else { product }
}
