//! Numbers that are part of a name: "T-72", "Galaxy 24", "the 2020 Escape", "a phase 3 trial", "Twenty One Pilots".

use super::designation::{counts_something, is_digits, starts_sentence};
use super::{cardinal, suffix};
use crate::entity::Entities;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, NumberKind, pos};
use crate::lexicon::{Designator, View};
use crate::record::EntityKind;
use crate::text::{Kind, Shape};

/// Digits glued behind letters and a hyphen ("T-72", "COVID-19"), or letters of a model glued behind digits ("5G").
pub(super) fn model_name(view: &View, _: &Entities, at: usize) -> Option<usize> {
    if !is_digits(view, at) || at < 2 || view.id(at - 1) != kw::HYPHEN || !view.glued(at) || !view.glued(at - 1) {
        return None;
    }
    let before = at - 2;
    let letters = view.is_word(before) && view.tokens[before].kind == Kind::Word;
    // "carbon-14", "covid-19".
    let element = view.shape(before) == Shape::Lower
        && !view.has(before, Class::Number)
        && !view.has(before, Class::Time)
        && view.info(before).likeliest & !pos::NOUN == 0
        && !view.glued(before)
        && !view.has(at + 1, Class::Unit);
    let prefix = view.shape(before) == Shape::Lower && view.has(before, Class::Bound);
    let currency = suffix::opens_money(view, before);
    (letters && !prefix && !currency && (view.capital(before) || element)).then(|| {
        // "SA-22B": letters glued behind belong to it.
        let mut end = at + 1;
        while view.glued(end) && (view.is_word(end) || is_digits(view, end)) {
            end += 1;
        }
        end
    })
}

/// A short number right behind a capitalised word that nothing counts: "Galaxy 24", "Boeing 737", "Catch 22".
pub(super) fn in_a_name(view: &View, entities: &Entities, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let result = view.id(at + 1) == kw::HYPHEN && is_digits(view, at + 2) || ends_result(view, at);
    if !is_digits(view, at) || view.glued(at) || view.tokens[at].len() > 4 || result {
        return None;
    }
    let digits = view.slice(at, at + 1);
    // "Windows 98", "Websphere 6.0".
    let plain = digits.bytes().all(|b| b.is_ascii_digit())
        || digits.len() == 3 && digits.as_bytes()[1] == b'.' && view.shape(before) != Shape::Upper;
    let named = view.is_word(before)
        && matches!(view.shape(before), Shape::Title | Shape::Upper | Shape::Mixed)
        && !view.has(before, Class::Unit)
        && !view.has(before, Class::Time)
        && !view.has(before, Class::Cue)
        && !view.has(before, Class::Trend)
        && !(view.has(before, Class::Bound)
            || view.verb_like(before)
            || view.likely(before, pos::PREPOSITION | pos::DETERMINER | pos::COORDINATOR))
        && !entities.at(before).is_some_and(|entity| {
            matches!(entities.list[entity].kind, EntityKind::Person | EntityKind::Place | EntityKind::Nationality)
        })
        && (!starts_sentence(view, before)
            || one_noun(view, at + 1)
            || view.id(at + 1) == kw::QUOTE && view.id(before.wrapping_sub(1)) == kw::QUOTE);
    // "Ocean's 8" in quotation marks.
    let owned = view.tokens[before].kind == Kind::Possessive
        && view.id(at + 1) == kw::QUOTE
        && before > 1
        && view.capital(before - 1)
        && (before.saturating_sub(3)..before).any(|token| view.id(token) == kw::QUOTE);
    if !(plain && (named || owned)) {
        return None;
    }
    let mut end = at + 1;
    let unit = view.has(end, Class::Unit) && view.id(end) != kw::QUOTE;
    let counts = || view.id(end) != kw::QUOTE && counts_something(view, at);
    if unit || view.id(end) == kw::PERCENT_SIGN || counts() {
        return None;
    }
    while view.glued(end) && view.is_word(end) {
        end += 1;
    }
    Some(end)
}

/// "Jaguars 27 Colts 24": the second of two figures behind names.
fn ends_result(view: &View, at: usize) -> bool {
    let first = (at.saturating_sub(4)..at).rev().find(|&token| !view.capital(token));
    // "Colts 49, Texans 14".
    let first = first.map(|first| if view.id(first) == kw::COMMA { first.saturating_sub(1) } else { first });
    first.is_some_and(|first| {
        first > 0
            && first + 1 < at
            && is_digits(view, first)
            && view.tokens[first].len() <= 3
            && view.tokens[at].len() <= 3
            && view.is_word(first - 1)
            && view.capital(first - 1)
    })
}

/// "two Boeing 737 jets", "130 787 Dreamliners".
pub(super) fn between_number_and_noun(view: &View, _: &Entities, at: usize) -> Option<usize> {
    model_figure(view, at).then_some(at + 1)
}

/// "two Boeing 737 jets", "130 787 Dreamliners": whether the figure at a token is part of the name of what another
/// number counts.
pub(crate) fn model_figure(view: &View, token: usize) -> bool {
    let digits = |token: usize| view.tokens.get(token).is_some_and(|token| token.kind == Kind::Number);
    let plain = digits(token) && view.tokens[token].len() <= 4 && !view.glued(token) && !view.glued(token + 1);
    let next = token + 1;
    let plural = |at: usize| {
        view.is_word(at)
            && (view.likely(at, pos::PLURAL) || view.info(at).pos == 0 && view.slice(at, at + 1).ends_with('s'))
    };
    // "737 jets", "737 MAX jets".
    let many = plain && (plural(next) || view.shape(next) == Shape::Upper && plural(next + 1));
    if !many {
        return false;
    }
    let mut first = token;
    while first > 0 && token - first < 3 && view.is_word(first - 1) && view.capital(first - 1) {
        first -= 1;
    }
    let Some(before) = first.checked_sub(1) else { return false };
    let named = (first..token).all(|token| !view.has(token, Class::Time) && !view.has(token, Class::Unit));
    if first == token {
        let count = digits(before) && view.tokens[before].len() <= 4
            || cardinal::word(view, before, |kind| {
                matches!(kind, NumberKind::Unit | NumberKind::Teen | NumberKind::Tens)
            })
            .is_some();
        return count && view.tokens[token].len() == 3 && view.capital(next);
    }
    named
        && (digits(before)
            || view.shape(before) == Shape::Lower
                && cardinal::word(view, before, |kind| kind != NumberKind::Ordinal).is_some())
}

/// "the 2020 Escape", "a 787 Dreamliner": a plain number before a capitalised word, with nothing in the plural behind.
pub(super) fn before_a_name(view: &View, entities: &Entities, at: usize) -> Option<usize> {
    let next = at + 1;
    let digits = view.slice(at, next);
    if !is_digits(view, at) || view.glued(next) || digits.len() > 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let unit =
        |token: usize| view.has(token, Class::Unit) || view.has(token, Class::Bound) || view.has(token, Class::Time);
    if at > 0 && unit(at - 1) || unit(next) || view.has(next, Class::Number) || digits == "1" {
        return None;
    }
    let year = digits.len() == 4 && matches!(digits.as_bytes()[..2], [b'1', b'9'] | [b'2', b'0']);
    let entity = entities.at(next).map(|entity| entities.list[entity].kind);
    // "25 Lives; 43 Missing".
    if view.has(next, Class::Cue) && !year {
        return None;
    }
    let named = match view.shape(next) {
        Shape::Title => entity.is_none() || year,
        Shape::Upper | Shape::Mixed => year,
        _ => false,
    };
    let determined = year && at > 0 && view.likely(at - 1, pos::DETERMINER | pos::ADJECTIVE);
    let word = determined || view.info(next).likeliest & !(pos::NOUN | pos::ADJECTIVE) == 0;
    if !named || !word || entity == Some(EntityKind::Nationality) || view.has(next, Class::Thing) && !year {
        return None;
    }
    let mut end = next;
    while end < next + 8
        && view.is_word(end)
        && (view.capital(end) || year && view.likely(end, pos::NOUN | pos::ADJECTIVE))
    {
        end += 1;
    }
    let many = |token: usize| {
        view.likely(token, pos::PLURAL)
            || view.info(token).pos == 0 && view.is_word(token) && view.slice(token, token + 1).ends_with('s')
            || view.longest(token, Class::Thing).is_some_and(|(_, row)| view.lexicon.things[row].plural)
    };
    let counts = (next..=end).any(|token| token < view.len() && many(token))
        || model_figure(view, end)
        // "12 Boeing 787s".
        || is_digits(view, end) && view.glued(end + 1) && view.is(end + 1, &[kw::S]);
    // "3 Uighur shot": what happens to people is said of people.
    let goes_on = view.is_word(end) && (view.likely(end, pos::NOUN | pos::ADJECTIVE) || view.has(end, Class::Cue));
    (!counts && !goes_on).then_some(next)
}

/// "a phase 3 trial", "category 4 storm": digits between two nouns in the singular belong to the first.
pub(super) fn between_nouns(view: &View, entities: &Entities, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let other = |token: usize, class: Class| view.has(token, class);
    // "a magnitude 6.4 earthquake" is measured.
    let whole = view.slice(at, at + 1).bytes().all(|b| b.is_ascii_digit());
    let digits = is_digits(view, at) && !view.glued(at) && view.tokens[at].len() <= 3 && whole;
    let noun = digits
        && view.is_word(before)
        && view.shape(before) == Shape::Lower
        && view.info(before).likeliest == pos::NOUN
        && ![Class::Unit, Class::Bound, Class::Time, Class::Number, Class::Trend, Class::Connective]
            .iter()
            .any(|class| other(before, *class))
        && entities.at(before).is_none();
    (noun && one_noun(view, at + 1)).then_some(at + 1)
}

/// Whether a noun in the singular follows that no number above one counts.
fn one_noun(view: &View, at: usize) -> bool {
    let singular = |token: usize| {
        view.is_word(token)
            && view.shape(token) == Shape::Lower
            && view.info(token).likeliest == pos::NOUN
            && !view.has(token, Class::Unit)
            && !view.has(token, Class::Number)
            && !view.longest(token, Class::Thing).is_some_and(|(_, row)| view.lexicon.things[row].plural)
    };
    let mut end = at;
    while end < at + 4 && singular(end) {
        end += 1;
    }
    end > at && !view.glued(at) && !view.likely(end, pos::PLURAL) && view.id(end) != kw::HYPHEN
}

/// "4x100m", "2x4s": digits and letters in one.
pub(super) fn mixed(view: &View, _: &Entities, at: usize) -> Option<usize> {
    let next = at + 1;
    let glued = is_digits(view, at) && view.glued(next) && view.is_word(next);
    // "3D images", "radio 2PH".
    let exponent = || {
        let letters = view.slice(next, next + 1);
        // "7E7" is a model.
        (letters.starts_with('e') || view.tokens[at].len() > 1)
            && letters.strip_prefix(['e', 'E']).is_some_and(|power| power.bytes().all(|b| b.is_ascii_digit()))
    };
    let letters = || {
        view.tokens[next].len() <= 3
            && matches!(view.shape(next), Shape::Single | Shape::Upper)
            && ![Class::Unit, Class::Number, Class::Time].iter().any(|class| view.has(next, *class))
            && view.slice(next, next + 1) != "X"
            && !view.has(at.wrapping_sub(1), Class::Unit)
    };
    // "a 7-Eleven".
    let brand = view.id(next) == kw::HYPHEN && view.glued(next) && view.shape(next + 1) == Shape::Title;
    if brand && view.glued(next + 1) && view.has(next + 1, Class::Number) {
        return Some(next + 2);
    }
    if glued && is_of_size(view, at) {
        return Some(next + 1);
    }
    if glued && letters() && !exponent() {
        return Some(next + 1);
    }
    (glued && view.slice(next, next + 1).bytes().any(|b| b.is_ascii_digit()) && !exponent()).then_some(next + 1)
}

/// "three-pointers", "a two-seater": the token after a noun that is named for a number, which counts nothing itself.
pub(crate) fn named_for_number(view: &View, at: usize) -> Option<usize> {
    let (joint, noun) = (at + 1, at + 2);
    if view.id(joint) != kw::HYPHEN || !view.glued(joint) || !view.glued(noun) || !view.is_word(noun) {
        return None;
    }
    let named = |row: usize| view.lexicon.designators[row] == Designator::Named;
    let kind = view.words.all(noun, Class::Designator).any(|(end, row)| end == noun + 1 && named(row));
    let ends = |token: usize| !view.is_word(token) || !view.can_be(token, pos::NOUN | pos::PLURAL | pos::ADJECTIVE);
    let end = noun + 1;
    (kind && view.id(end) != kw::HYPHEN && ends(end)).then_some(end)
}

/// "4K video", "an 8K TV", "a 5K": sizes of pictures and lengths of runs, where no money is told.
fn is_of_size(view: &View, at: usize) -> bool {
    let next = at + 1;
    let thousands = view.is(next, &[kw::K]) && view.shape(next) == Shape::Single && view.tokens[at].len() <= 2;
    if !thousands || at == 0 || suffix::opens_money(view, at - 1) {
        return false;
    }
    let one = view.tokens[at].len() == 1 && (one_noun(view, next + 1) || view.shape(next + 1) == Shape::Upper);
    let alone = !view.is_word(next + 1) || view.likely(next + 1, pos::PREPOSITION | pos::COORDINATOR);
    let determined = view.is(at - 1, &[kw::A, kw::AN, kw::THE, kw::IN]);
    let run = view.is(next + 1, &[kw::RUN, kw::RACE]);
    one || run || alone && determined
}

/// "Twenty One Pilots", "the Five Eyes": a number word with a capital, within a sentence and before a name.
pub(super) fn in_words(view: &View, _: &Entities, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let lower = view.is_word(before) && view.shape(before) == Shape::Lower;
    if !view.is_word(at) || view.shape(at) != Shape::Title || !(lower || view.capital(before)) {
        return None;
    }
    let number = cardinal::read(view, at)?;
    if !lower {
        return ends_a_name(view, at, number.end).then_some(number.end);
    }
    let all = (at..number.end).all(|token| !view.is_word(token) || view.shape(token) == Shape::Title);
    // "merge its British arm with Three.": a name in plain text, behind a preposition.
    let content = pos::NOUN | pos::PLURAL | pos::VERB | pos::PAST | pos::THIRD;
    let plain = || {
        (at.saturating_sub(5)..before)
            .any(|token| view.shape(token) == Shape::Lower && view.is_word(token) && view.likely(token, content))
    };
    let closes = !view.is_word(number.end) && view.id(number.end) != kw::HYPHEN;
    if all && closes && number.end == at + 1 && view.likely(before, pos::PREPOSITION) && plain() {
        return Some(number.end);
    }
    (all && view.shape(number.end) == Shape::Title && !view.likely(number.end, pos::PREPOSITION | pos::DETERMINER))
        .then_some(number.end)
}

/// "on BBC One", "aboard Air Force One", "the Kick Six win": the last of a run of capitals in plain text.
fn ends_a_name(view: &View, at: usize, end: usize) -> bool {
    let mut first = at;
    while first > 0
        && at - first < 4
        && view.is_word(first - 1)
        && view.capital(first - 1)
        && view.tokens[first].newlines_before == 0
    {
        first -= 1;
    }
    let lower = first > 0 && view.shape(first - 1) == Shape::Lower;
    let told =
        (first..at).any(|token| view.has(token, Class::Cue) || view.has(token, Class::Trend) || view.verb_like(token));
    let counts = view.is_word(end) && (view.capital(end) || view.likely(end, pos::PLURAL | pos::ADJECTIVE));
    lower && !told && !counts && !view.has(end, Class::Unit) && view.id(end) != kw::HYPHEN
}
