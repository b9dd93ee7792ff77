//! Years that no time expression holds: "a deadline of 2008", "the summer of '69", "the 1990s", "the 04-05 season".

use super::designation::is_digits;
use crate::entity::Entities;
use crate::lexicon::View;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, pos};
use crate::text::{Kind, Shape};

/// "a deadline of 2008", "into 2007": four plain digits of these decades that nothing counts and nothing has moved to.
pub(super) fn bare_year(view: &View, _: &Entities, at: usize) -> Option<usize> {
    let digits = view.slice(at, at + 1);
    let decades =
        digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20")) && !digits.ends_with("00");
    if !decades
        || !digits.bytes().all(|b| b.is_ascii_digit())
        || view.glued(at)
        || view.glued(at + 1) && view.is_word(at + 1)
    {
        return None;
    }
    let year: u32 = digits.parse().ok()?;
    let before = at.checked_sub(1)?;
    let led = view.is(before, &[kw::TO, kw::INTO, kw::OF, kw::FOR, kw::AND, kw::OR, kw::FROM, kw::COMMA, kw::OPEN]);
    let open = view.is_word(at + 1)
        && !view.likely(
            at + 1,
            pos::PREPOSITION | pos::MODAL | pos::COORDINATOR | pos::THIRD | pos::PAST | pos::WH | pos::ADVERB,
        );
    let figure = |token: usize| {
        view.has(token, Class::Trend)
            || view.has(token, Class::Cue)
            || view.has(token, Class::Unit) && !view.is(token, &[kw::YEARS])
            || view.has(token, Class::Bound)
            || is_digits(view, token) && view.slice(token, token + 1).len() != 4
            || view.is(token, &[kw::TOTAL, kw::TOLL, kw::NUMBER, kw::AT, kw::BY])
    };
    let sign = view.is(at + 1, &[kw::HYPHEN, kw::PERCENT_SIGN, kw::SLASH, kw::COLON]) || view.has(at + 1, Class::Unit);
    let told = (at.saturating_sub(6)..at).any(figure) || view.has(at + 1, Class::Cue) || view.is(at + 1, BE);
    ((1960..=2040).contains(&year) && led && !open && !sign && !told).then_some(at + 1)
}

const BE: &[crate::lexicon::WordId] = &[kw::WAS, kw::WERE, kw::IS, kw::ARE, kw::HAVE, kw::HAD];

/// "the 1918 virus", "its 2004 results", "2005 was hot", "2004, 2005 and 2006": four plain digits that describe what comes
/// behind them or stand where a count would not, unless they count people or things that are often counted.
pub(super) fn year_by_place(view: &View, _: &Entities, at: usize) -> Option<usize> {
    let next = at + 1;
    let before = at.checked_sub(1);
    let led = before.is_some_and(|before| {
        view.has(before, Class::Unit) || view.has(before, Class::Bound) || view.has(before, Class::Number)
    });
    let measured = view.has(next, Class::Unit) || view.has(next, Class::Number) || view.is(next, &[kw::PEOPLE]);
    // "the Great Fire of 1666".
    let digits = view.slice(at, next);
    let of_name = before.is_some_and(|before| view.is(before, &[kw::OF]) && before > 1 && view.capital(before - 1));
    let old = digits.len() == 4
        && !digits.ends_with("00")
        && digits.parse().is_ok_and(|year: u32| (1000..1900).contains(&year));
    if of_name && old && !view.is_word(next) && !view.glued(at) {
        return Some(next);
    }
    if !is_year(view, at) || led || measured || view.glued(next) && !view.is(next, &[kw::COMMA, kw::COLON]) {
        return None;
    }
    let joined = |joint: usize| view.is(joint, &[kw::AND, kw::OR, kw::COMMA]);
    let beside = before.is_some_and(|before| before > 0 && joined(before) && is_year(view, before - 1))
        || joined(next) && is_year(view, next + 1);
    let one = before.is_some_and(|before| view.is(before, &[kw::A, kw::AN, kw::INTO]));
    let alone = !view.is_word(next);
    // "1979: the invasion begins", "Miss Lebanon 2006".
    let heads = view.id(next) == kw::COLON
        && before.is_none_or(|before| matches!(view.tokens[before].punct(), b'.' | b'!' | b'?'));
    let named = alone
        && before.is_some_and(|before| {
            view.is_word(before) && view.shape(before) == Shape::Title && !view.verb_like(before)
        });
    let acts = view.is(next, &[kw::IS, kw::WAS, kw::HAS]) || view.likely(next, pos::MODAL);
    if beside || one || heads || named || acts {
        return Some(next);
    }
    let described = view.is_word(next) && view.likely(next, pos::NOUN | pos::PLURAL | pos::ADJECTIVE);
    let determined = before.is_some_and(|before| {
        view.tokens[before].kind == Kind::Possessive
            || view.is(before, &[kw::THE, kw::A, kw::ITS, kw::THEIR, kw::HIS, kw::HER, kw::OUR, kw::THIS])
    });
    let counts = || {
        let thing =
            |token: usize| view.longest(token, Class::Thing).is_some_and(|(_, row)| view.lexicon.things[row].plural);
        let done = before.is_none_or(|before| view.verb_like(before) || view.has(before, Class::Cue));
        thing(next) || thing(next + 1) || done && view.likely(next, pos::PLURAL)
    };
    (described && (determined || !counts())).then_some(next)
}

/// Four plain digits of these hundred and fifty years; a round figure is more often a count.
fn is_year(view: &View, at: usize) -> bool {
    let Some(digits) = is_digits(view, at).then(|| view.slice(at, at + 1)) else { return false };
    digits.len() == 4
        && !view.glued(at)
        && !digits.ends_with("00")
        && digits.parse().is_ok_and(|year: u32| (1900..2050).contains(&year))
}

/// "the summer of '69": a year without its century.
pub(super) fn short_year(view: &View, _: &Entities, at: usize) -> Option<usize> {
    let apart = at > 0 && view.id(at - 1) == kw::APOSTROPHE && view.glued(at) && !view.glued(at - 1);
    (apart && view.tokens[at].len() == 2 && view.id(at + 1) != kw::APOSTROPHE).then_some(at + 1)
}

/// "the 1990s", "'90s".
pub(super) fn decade(view: &View, _: &Entities, at: usize) -> Option<usize> {
    let plural = is_digits(view, at) && view.glued(at + 1) && view.is(at + 1, &[kw::S]);
    // "the over-65s" are as old.
    let joint = usize::from(at > 1 && view.id(at - 1) == kw::HYPHEN && view.glued(at));
    let aged = plural && at > joint && view.is(at - 1 - joint, &[kw::OVER, kw::UNDER]) && view.tokens[at].len() <= 2;
    // "1m 30s", "in 9.8s", "in 45s": seconds.
    let digits = view.slice(at, at + 1);
    let seconds = plural
        && (digits.contains('.')
            || digits.len() == 2 && !digits.ends_with('0') && at > 0 && view.is(at - 1, &[kw::IN])
            || at > 1 && view.has(at - 1, Class::Unit) && is_digits(view, at - 2) && view.glued(at - 1));
    (plural && !aged && !seconds).then_some(at + 2)
}

/// "the 04-05 season": two years of two digits.
pub(super) fn season(view: &View, _: &Entities, at: usize) -> Option<usize> {
    let two = |token: usize| is_digits(view, token) && view.tokens[token].len() == 2;
    let joined = two(at) && view.id(at + 1) == kw::HYPHEN && view.glued(at + 1) && view.glued(at + 2) && two(at + 2);
    (joined && view.slice(at, at + 1).starts_with('0')).then_some(at + 3)
}
