//! Two numbers that are one range, and two that are a result: "10 to 15", "$4-5 billion", "between 30 and 40", "3-1".

use super::cardinal;
use super::{Form, Numeral};
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, NumberKind, pos};
use crate::lexicon::{View, WordId};
use crate::time::Times;

/// Joins a numeral with the one behind it where the two make one range. Gives two numerals where they are a result.
pub(super) fn join(view: &View, times: &Times, first: Numeral) -> (Numeral, Option<Numeral>) {
    // Behind most numbers nothing stands that leads to another.
    let end = first.end as usize;
    if !view.has(end, Class::Unit) && !view.is(end, &[kw::HYPHEN, kw::TO, kw::AND, kw::OR]) {
        return (first, None);
    }
    joined(view, times, first).unwrap_or((first, None))
}

fn joined(view: &View, times: &Times, first: Numeral) -> Option<(Numeral, Option<Numeral>)> {
    let low = first.value.filter(|_| matches!(first.form, Form::Digits | Form::Words))?;
    let (at, end) = (first.first as usize, first.end as usize);
    let link = link(view, at, end)?;
    // "an eight-under 64".
    if link.hyphen && view.is(link.second, &[kw::UNDER, kw::OVER]) {
        return None;
    }
    let second_at = skip_signs(view, link.second);
    if times.at(second_at).is_some() || second_at >= view.len() {
        return None;
    }
    let mut second = cardinal::read(view, second_at)?;
    // "€3m-4m", "$3m to 4m": millions as well.
    if view.is(second.end, &[kw::M]) && view.glued(second.end) && view.is(end - 1, &[kw::M]) && is_money(view, at) {
        second = cardinal::Cardinal { end: second.end + 1, value: second.value * 1e6, scaled: true, ..second };
    }
    let high = second.value;
    let digits = first.form == Form::Digits;
    let plain = digits && second.digits && !second.scaled;
    // "3-1", "88-79", "27-to-24": two figures of a result.
    let hyphened = || low > high && view.id(end) == kw::HYPHEN && view.id(second_at - 1) == kw::HYPHEN;
    if (link.hyphen || hyphened()) && plain && !told_as_range(view, at) && is_result(view, low, high, second.end) {
        let score = |numeral: Numeral| Numeral { form: Form::Score, ..numeral };
        let second = Numeral { first: second_at as u32, end: second.end as u32, value: Some(high), ..first };
        return Some((score(first), Some(score(second))));
    }
    let low = shared_scale(view, low, (at, end), (second_at, second.end), high);
    if low == high || low > high && !link.framed || link.framed && is_change_of_toll(view, at) {
        return None;
    }
    let figures = |token: usize| view.tokens.get(token).is_some_and(|token| token.kind == crate::text::Kind::Number);
    if link.hyphen && view.id(second.end) == kw::HYPHEN && figures(second.end + 1) {
        return None;
    }
    let fits = match link.by {
        By::Sign => true,
        // "£25 to 300 people".
        By::To if second_at == link.second && is_money(view, at) && counts_things(view, second.end) => false,
        // "-3 to 4 degrees" begins below zero.
        By::To if is_below_zero(view, at) => false,
        // "to" alone joins only numbers of one kind: not "rose 5 to 3,000".
        // Nor "rose by $4 billion to $30 billion".
        By::To if second_at > link.second && !link.framed => low < high && !moved(view, at),
        // "fell by 300 to 5,200" is a change and a level.
        By::To if high >= 8.0 * low && low > 0.0 && moved(view, at) => false,
        By::To => {
            link.framed
                || low > 0.0 && high / low <= 100.0
                || low == 0.0 && (view.id(second.end) == kw::HYPHEN || view.has(second.end, Class::Unit))
        }
        // "12 per cent to 14 per cent".
        By::Unit if !same_unit(view, end, second.end) && view.has(second.end, Class::Unit) => false,
        By::Unit => link.framed || low < high && same_unit(view, end, second.end) && !moved(view, at),
        By::Or => low < high && neighbours(low, high),
        // "from 40 mph uphill to 55".
        By::Far => same_unit(view, end, second.end) || !takes_words(view, second.end),
    };
    fits.then(|| {
        let range = Numeral {
            first: first.first,
            end: second.end as u32,
            value: None,
            min: Some(low.min(high)),
            max: Some(low.max(high)),
            form: Form::Range,
        };
        (range, None)
    })
}

/// Whether things stand behind a number, and no money.
fn counts_things(view: &View, end: usize) -> bool {
    view.is_word(end)
        && !view.has(end, Class::Unit)
        && (view.is(end, &[kw::PEOPLE]) || view.has(end, Class::Thing) && view.likely(end, pos::PLURAL))
}

/// Whether a minus sign stands right before digits, and nothing that it could join.
fn is_below_zero(view: &View, at: usize) -> bool {
    let Some(sign) = at.checked_sub(1) else { return false };
    view.id(sign) == kw::HYPHEN && view.glued(at) && (sign == 0 || !view.glued(sign))
}

/// What stands between two numbers that may be a range.
struct Link {
    /// Where the second begins, before its currency sign or bound.
    second: usize,
    by: By,
    /// A hyphen and nothing else.
    hyphen: bool,
    /// "between" or "from" stands before.
    framed: bool,
}

enum By {
    Sign,
    To,
    Or,
    Unit,
    Far,
}

fn link(view: &View, at: usize, end: usize) -> Option<Link> {
    // Few numbers have anything behind them that makes what stands before them worth a look.
    let before = |words: &[WordId]| before_signs(view, at).is_some_and(|token| view.is(token, words));
    let between = || before(&[kw::BETWEEN]);
    let framed = || before(&[kw::BETWEEN, kw::FROM, kw::RANGING]);
    let link = |second: usize, by: By| Some(Link { second, hyphen: matches!(by, By::Sign), by, framed: framed() });
    let joint = |token: usize| {
        view.id(token) == kw::HYPHEN && (view.glued(token) || view.glued(token) == view.glued(token + 1))
    };
    let over = |token: usize| token + usize::from(joint(token));
    // "10 to 15", "0-to-60".
    if view.is(over(end), &[kw::TO]) {
        return link(over(over(end) + 1), By::To);
    }
    if joint(end) {
        return link(end + 1, By::Sign);
    }
    if view.is(end, &[kw::AND]) && between() {
        return link(end + 1, By::To);
    }
    if view.is(end, &[kw::OR]) {
        return link(end + 1, By::Or);
    }
    let after = skip_unit(view, end);
    if after == end {
        return None;
    }
    if view.is(after, &[kw::TO]) || view.is(after, &[kw::AND]) && between() {
        return link(after + 1, By::Unit);
    }
    if view.id(after) == kw::HYPHEN && view.glued(after) == view.glued(after + 1) && !view.is_word(after + 1) {
        return link(after + 1, By::Unit);
    }
    before(&[kw::FROM, kw::RANGING]).then(|| far_to(view, after)).flatten().and_then(|second| link(second, By::Far))
}

/// "8 or 9", "20 or 30", "five or six hundred": numbers next to each other on a round scale.
fn neighbours(low: f64, high: f64) -> bool {
    let step = high - low;
    let whole = low.fract() == 0.0 && high.fract() == 0.0;
    // "10 or 15", "200 or 250".
    let half = (2.0 * step).log10().fract() == 0.0 && step >= 5.0 && high <= 6.0 * step;
    whole && (step == 1.0 || low % step == 0.0 && (half || step.log10().fract() == 0.0 && high < 10.0 * step))
}

/// Money, an age or "between" before it: no result of a match.
fn told_as_range(view: &View, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    view.is(before, &[kw::AGED, kw::AGES, kw::AGE, kw::BETWEEN]) || is_money(view, at)
}

/// Whether a sign of money stands right before a number.
fn is_money(view: &View, at: usize) -> bool {
    let ends = |(end, row): (usize, usize)| end == at && view.lexicon.units[row].before;
    at.checked_sub(1).is_some_and(|before| view.words.all(before, Class::Unit).any(ends))
}

/// "from 9 litres a day in 2001 to 12": the token after a "to" a little further on.
fn far_to(view: &View, at: usize) -> Option<usize> {
    for token in at..at + 7 {
        if view.is(token, &[kw::TO]) {
            return Some(token + 1);
        }
        let goes_on =
            view.is_word(token) || view.tokens.get(token).is_some_and(|t| t.kind == crate::text::Kind::Number);
        if !goes_on || view.verb_like(token) || view.likely(token, pos::COORDINATOR | pos::WH) {
            return None;
        }
    }
    None
}

/// Whether the units behind two numbers have one name.
fn same_unit(view: &View, first: usize, second: usize) -> bool {
    let name = |at: usize| {
        let at = cardinal::over_hyphen(view, at);
        let (_, row) = view.longest(at, Class::Unit)?;
        Some(view.lexicon.units[row].name)
    };
    name(first).is_some() && name(first) == name(second)
}

/// Whether a number is followed by what it could count.
fn takes_words(view: &View, end: usize) -> bool {
    view.has(end, Class::Unit) || view.is_word(end) && view.likely(end, pos::NOUN | pos::PLURAL | pos::ADJECTIVE)
}

/// A word of change stands before: "rose 5 percent to 8 percent" is a change and a level.
fn moved(view: &View, at: usize) -> bool {
    (at.saturating_sub(4)..at).any(|token| view.has(token, Class::Trend))
}

/// A multiplier behind the second counts for both: "4-5 billion", "10 to 15 thousand".
fn shared_scale(view: &View, low: f64, first: (usize, usize), second: (usize, usize), high: f64) -> f64 {
    if scaled(view, first.0, first.1) {
        return low;
    }
    let factor = scale_at_end(view, second.0, second.1);
    if factor > 1.0 && low * factor < high { low * factor } else { low }
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
        let found = (at < view.len()).then(|| {
            let article = view.is(at, &[kw::A, kw::AN]);
            let fits = |row: usize| match class {
                Class::Bound => !article,
                _ => {
                    view.lexicon.units[row].before
                        && !(article && view.tokens.get(at + 1).is_some_and(|next| next.space_before))
                }
            };
            view.words.all(at, class).rev().find(|(_, row)| fits(*row))
        });
        if let Some((end, _)) = found.flatten() {
            at = end;
        }
    }
    at
}

/// The token after a unit behind a number ("40 miles to 55 miles"), or the same.
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
                    || kind == NumberKind::Collective && view.is(token, &[kw::DOZEN])
            })
        })
        .map(|(_, number)| number.value)
        .product()
}

/// Two small whole numbers that nothing counts: a result and not a range, unless they are round ("20-30").
fn is_result(view: &View, low: f64, high: f64, end: usize) -> bool {
    let whole = low.fract() == 0.0 && high.fract() == 0.0 && low < 300.0 && high < 300.0;
    let round = low < high && low >= 10.0 && low % 10.0 == 0.0 && high % 10.0 == 0.0;
    let counts = view.has(end, Class::Unit)
        || view.has(end, Class::Thing)
        || view.id(end) == kw::PERCENT_SIGN
        || view.is_word(end) && view.likely(end, pos::PLURAL | pos::ADJECTIVE)
        || view.id(end) == kw::HYPHEN;
    whole && !round && (!counts || low >= high)
}

/// "the toll rose from 38 to 45": two figures, not a range.
fn is_change_of_toll(view: &View, at: usize) -> bool {
    use crate::lexicon::sense::Frame;
    (at.saturating_sub(8)..at).any(|token| {
        view.longest(token, Class::Cue).is_some_and(|(_, row)| view.lexicon.cues[row].frame == Frame::Toll)
            || view.is(token, &[kw::TOLL])
    })
}
