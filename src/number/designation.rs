//! What only looks like a number: "SA-22", "Room 4", "9th", "No. 5", phone numbers, house numbers, list marks, "no one".

mod context;
mod pronoun;

use context::{
    CAPITAL_BEHIND, CLOSED, COMPOUND, DESIGNATED, DESIGNATOR_BEHIND, ENDS, FOUR, FREE, GLUED, GOES_ON, GROUPED, NAMED,
    NAMED_OR_COUNTED, ONE, SMALL_BEFORE, TITLE, rules_of_digits, rules_of_word,
};
use pronoun::pronoun;

use super::named::{
    before_a_name, between_nouns, between_number_and_noun, in_a_name, in_words, mixed, model_name, named_for_number,
};
use super::years::{bare_year, decade, season, short_year, year_by_place};
use super::{cardinal, words};
use crate::entity::Entities;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, NumberKind, Side, pos};
use crate::lexicon::{Designator, View};
use crate::record::EntityKind;
use crate::text::{Kind, Shape};

/// A rule: the token after what it passes over, if it fits at a token.
type Rule = fn(&View, &Entities, usize) -> Option<usize>;

/// Whether a number at `at` is none: the token after what is passed over, and the rule that says so.
pub(super) fn covers(view: &View, entities: &Entities, at: usize) -> Option<(usize, &'static str)> {
    let (rules, mut fitting): (&[_], _) = match is_digits(view, at) {
        true => (&OF_DIGITS, rules_of_digits(view, at)),
        false => (&OF_WORDS, rules_of_word(view, at)),
    };
    while fitting != 0 {
        let (name, _, rule) = rules[fitting.trailing_zeros() as usize];
        if let Some(end) = rule(view, entities, at) {
            return Some((end.max(at + 1), name));
        }
        fitting &= fitting - 1;
    }
    None
}

/// What digits may be, the first that fits, each with what must stand around them for it.
const OF_DIGITS: [(&str, u16, Rule); 23] = [
    ("web address", GLUED, web_address),
    ("ordinal", GOES_ON, ordinal),
    ("noun named for a number", GOES_ON, named_for),
    ("part of a model name", GLUED, model_name),
    ("after a designator", DESIGNATED, after_designator),
    ("phone number", GROUPED, phone_number),
    ("house number", CAPITAL_BEHIND, house_number),
    ("list mark", CLOSED, list_mark),
    ("decade", GOES_ON, decade),
    ("number in a name", FREE | NAMED, in_a_name),
    ("part of the name of what is counted", FREE | ENDS | NAMED_OR_COUNTED, between_number_and_noun),
    ("two numbers by a slash", GOES_ON, slashed),
    ("two numbers by a colon", GOES_ON, by_colon),
    ("number before a name", ENDS | CAPITAL_BEHIND, before_a_name),
    ("number between two nouns", FREE | SMALL_BEFORE, between_nouns),
    ("glued to letters and digits", GOES_ON, mixed),
    ("pension plan", GOES_ON, plan),
    ("season", GOES_ON, season),
    ("bare year", FREE | FOUR, bare_year),
    ("year by its place", FREE | FOUR, year_by_place),
    ("code before its name", DESIGNATOR_BEHIND, code),
    ("year without its century", GLUED, short_year),
    ("mark of a note", GLUED | GOES_ON, note),
];

/// What anything else may be.
const OF_WORDS: [(&str, u16, Rule); 6] = [
    ("counts nothing", 0, idiom),
    ("after a designator", DESIGNATED, after_designator),
    ("pronoun", ONE, pronoun),
    ("name in words", TITLE, in_words),
    ("ordinal in words", COMPOUND, ordinal_in_words),
    ("noun named for a number", GOES_ON, named_for),
];

pub(super) fn is_digits(view: &View, at: usize) -> bool {
    view.tokens.get(at).is_some_and(|token| token.kind == Kind::Number)
}

/// Something glued that marks an address of the web or a handle: "@team7", "#10", "example.com/5".
fn web_address(view: &View, _: &Entities, at: usize) -> Option<usize> {
    let marks = [kw::HASH, kw::AT_SIGN, kw::EQUALS, kw::QUESTION];
    let before = at.checked_sub(1).is_some_and(|b| view.is(b, &marks) && view.glued(at));
    // "Y=590 billion" apart, a mark glued before digits makes no number.
    let money = at >= 2 && view.id(at - 1) == kw::EQUALS && view.has(at - 2, Class::Unit);
    (before && !money && is_digits(view, at)).then_some(at + 1)
}

/// "one-off", "one by one", "nine to five".
fn idiom(view: &View, _: &Entities, at: usize) -> Option<usize> {
    cardinal::word(view, at, |kind| kind == NumberKind::None).map(|(end, _)| end)
}

fn named_for(view: &View, _: &Entities, at: usize) -> Option<usize> {
    named_for_number(view, at)
}

/// "[3]": a mark of a note.
fn note(view: &View, _: &Entities, at: usize) -> Option<usize> {
    let brackets = at > 0 && view.tokens[at - 1].punct() == b'[' && view.glued(at) && view.glued(at + 1);
    let closes = view.tokens.get(at + 1).is_some_and(|token| token.punct() == b']');
    (brackets && closes && view.tokens[at].len() <= 3).then_some(at + 2)
}

/// "the 90210 ZIP code", "the 212 area code".
fn code(view: &View, _: &Entities, at: usize) -> Option<usize> {
    let (end, _) = view.longest(at + 1, Class::Designator)?;
    (end > at + 2 && view.is_word(end - 1) && view.tokens[at].len() >= 3 && !view.likely(end - 1, pos::PLURAL))
        .then_some(end)
}

/// "401(k)".
fn plan(view: &View, _: &Entities, at: usize) -> Option<usize> {
    let letter = view.id(at + 1) == kw::OPEN && view.glued(at + 1) && view.id(at + 2) == kw::K;
    (letter && view.id(at + 3) == kw::CLOSE).then_some(at + 4)
}

/// "9th", "the 21st"; "14st 6lb" is a weight.
fn ordinal(view: &View, _: &Entities, at: usize) -> Option<usize> {
    let digits = view.slice(at, at + 1);
    let first = digits.ends_with('1') && !digits.ends_with("11");
    let ends = view.is(at + 1, &[kw::ND, kw::RD, kw::TH]) || view.is(at + 1, &[kw::ST]) && first;
    (is_digits(view, at) && view.glued(at + 1) && ends).then_some(at + 2)
}

/// "the twenty-first", "two hundredth", "a hundred and fifth": a number that ends in an ordinal.
fn ordinal_in_words(view: &View, _: &Entities, at: usize) -> Option<usize> {
    if words::stands_alone(view, at) {
        return None;
    }
    let number = words::in_words(view, at)?;
    let hyphen = cardinal::over_hyphen(view, number.end) > number.end;
    let joint = usize::from(number.scaled && view.is(number.end, &[kw::AND]));
    let next = cardinal::over_hyphen(view, number.end) + joint;
    let (end, ordinal) = cardinal::word(view, next, |kind| kind == NumberKind::Ordinal)?;
    let tens = cardinal::word(view, number.end - 1, |kind| kind == NumberKind::Tens).is_some();
    let fits = match ordinal.value {
        below if below < 10.0 => tens || number.scaled,
        below if below < 100.0 => number.scaled,
        _ => !number.scaled || ordinal.value >= 1000.0,
    };
    // "twenty second-hand cars", "ten fifth graders".
    let alone = view.id(end) != kw::HYPHEN && !(view.is_word(end) && view.likely(end, pos::PLURAL));
    let part = super::vague::fraction(view, at).is_some();
    (fits && !part && (hyphen || alone)).then_some(end)
}

/// "Flight 302", "Article 5", "No. 5", "Route 66": a designator before it.
fn after_designator(view: &View, _: &Entities, at: usize) -> Option<usize> {
    // "PS6m": money, glued.
    if view.glued(at) && view.has(at - 1, Class::Unit) {
        return None;
    }
    let stop = usize::from(at > 1 && view.id(at - 1) == kw::DOT && view.glued(at - 1));
    let last = at.checked_sub(1 + stop)?;
    // A designator of one or two words that ends right before the number.
    let starts = last.saturating_sub(2)..=last;
    let mut starts = starts.filter(|start| view.has(*start, Class::Designator));
    let found = starts.any(|start| {
        view.words.all(start, Class::Designator).any(|(end, row)| {
            let ends_here = end == last + 1 || end == at;
            ends_here
                && match view.lexicon.designators[row] {
                    Designator::Anywhere => true,
                    Designator::Named => false,
                    Designator::Capital => view.capital(start) && (!starts_sentence(view, start) || bare(view, at)),
                    Designator::Bare => {
                        // "won the match 7-6".
                        let result = view.id(at + 1) == kw::HYPHEN;
                        is_digits(view, at) && !result && !determined(view, start) && bare(view, at)
                    }
                }
        })
    });
    let vague = || cardinal::word(view, at, |kind| kind == NumberKind::Vague).is_some();
    if !found || vague() || view.is(at, &[kw::A, kw::AN, kw::HALF]) || counts_something(view, at) {
        return None;
    }
    let number = cardinal::read(view, at)?;
    let mut end = number.end;
    // "Articles 5 and 6", "Rooms 4-6", "pages 12, 13": further members of the list.
    while (view.is(end, &[kw::AND, kw::COMMA, kw::OR, kw::TO]) || view.id(end) == kw::HYPHEN)
        && is_digits(view, end + 1)
        && !counts_something(view, end + 1)
    {
        end += 2;
    }
    while view.glued(end) && view.is_word(end) {
        end += 1;
    }
    Some(end)
}

/// Whether a word before a noun determines or describes it.
fn determined(view: &View, noun: usize) -> bool {
    noun.checked_sub(1).is_some_and(|before| {
        view.tokens[before].kind == Kind::Possessive
            || view.tokens[before].kind == Kind::Number
            || view.has(before, Class::Number)
            || view.likely(before, pos::DETERMINER | pos::ADJECTIVE | pos::NOUN | pos::PLURAL | pos::PARTICIPLE)
            || view.is(before, &[kw::HIS, kw::HER, kw::ITS, kw::THEIR, kw::OUR, kw::MY])
            || view.id(before) == kw::HYPHEN
    })
}

/// Whether nothing that could be counted follows the number.
fn bare(view: &View, at: usize) -> bool {
    let end = cardinal::read(view, at).map_or(at + 1, |number| number.end);
    !view.is_word(end)
        || !view.can_be(end, pos::NOUN | pos::PLURAL | pos::ADJECTIVE)
        || view.likely(end, pos::PAST | pos::THIRD)
}

pub(super) fn starts_sentence(view: &View, at: usize) -> bool {
    at == 0
        || matches!(view.tokens[at - 1].punct(), b'.' | b'!' | b'?' | b'"' | b':')
        || view.tokens[at].newlines_before > 0
}

/// Whether a plural noun or a unit follows the number, so that it counts after all.
pub(super) fn counts_something(view: &View, at: usize) -> bool {
    let Some(number) = cardinal::read(view, at) else { return false };
    if number.scaled {
        return true;
    }
    let end = cardinal::over_hyphen(view, number.end);
    let unit = view.longest(end, Class::Unit).is_some_and(|(_, row)| !view.lexicon.units[row].before);
    let plural = |token: usize| view.is_word(token) && !view.capital(token) && view.likely(token, pos::PLURAL);
    let named = at > 0 && view.capital(at - 1);
    let describes = || !named && view.shape(end) == Shape::Lower && view.likely(end, pos::ADJECTIVE | pos::ING);
    unit && !view.capital(end)
        || view.is(end, &[kw::PEOPLE])
        || number.value > 1.0 && (plural(end) || describes() && plural(end + 1))
}

/// "03 20 55 18 18", "555-0199", "+1 202 555 0147": groups with a leading zero, or a long number behind a plus.
fn phone_number(view: &View, _: &Entities, at: usize) -> Option<usize> {
    if !is_digits(view, at) {
        return None;
    }
    let plus = at > 0 && view.id(at - 1) == kw::PLUS_SIGN && view.glued(at);
    let zero = view.slice(at, at + 1).starts_with('0') && view.tokens[at].len() > 1;
    // "555-0134".
    let local = view.tokens[at].len() == 3
        && !view.glued(at)
        && view.id(at + 1) == kw::HYPHEN
        && view.glued(at + 1)
        && view.glued(at + 2)
        && is_digits(view, at + 2)
        && view.tokens[at + 2].len() == 4
        && view.slice(at + 2, at + 3).starts_with('0');
    // Any other number may begin a list of thousands.
    if !plus && !zero && !local {
        return None;
    }
    let plain =
        |token: usize| is_digits(view, token) && view.slice(token, token + 1).bytes().all(|b| b.is_ascii_digit());
    let mut end = at;
    let mut groups = 0;
    let mut digits = 0;
    while plain(end) {
        digits += view.tokens[end].len();
        groups += 1;
        end += 1;
        let joint = view.is(end, &[kw::HYPHEN, kw::DOT, kw::SLASH]) && view.glued(end) && view.glued(end + 1);
        if (joint || view.id(end) == kw::CLOSE) && plain(end + 1) {
            end += 1;
        }
    }
    (digits >= 5 && (plus || groups > 1)).then_some(end)
}

/// "8 Ulica Mirta", "10 Downing Street": a number before a name of a street.
fn house_number(view: &View, entities: &Entities, at: usize) -> Option<usize> {
    if !is_digits(view, at) || !view.capital(at + 1) || view.tokens[at].len() > 5 {
        return None;
    }
    let street = |token: usize| {
        view.words.all(token.min(view.len() - 1), Class::Shape).any(|(_, row)| {
            let shape = view.lexicon.shapes[row];
            shape.kind == EntityKind::Place
                && matches!(shape.side, Side::Tail | Side::Head)
                && view.lexicon.string(shape.subtype) == "facility"
        })
    };
    let mut token = at + 1;
    while view.capital(token) && token < at + 5 {
        if street(token) {
            return Some(at + 1);
        }
        token += 1;
    }
    let place = entities.at(at + 1).is_some_and(|entity| entities.list[entity].kind == EntityKind::Place);
    let addressed = at > 0 && view.is(at - 1, &[kw::AT]) && !counts_something(view, at);
    (place && addressed).then_some(at + 1)
}

/// "1.", "2)", "(3)" at the start of a line.
fn list_mark(view: &View, _: &Entities, at: usize) -> Option<usize> {
    if !is_digits(view, at) || view.tokens[at].len() > 2 {
        return None;
    }
    let first = |token: usize| token == 0 || view.tokens[token].newlines_before > 0;
    // "…milk. 2. Add eggs": a number that is a sentence by itself.
    let within = at > 0
        && matches!(view.tokens[at - 1].punct(), b'.' | b'!' | b'?')
        && view.tokens[at].space_before
        && view.capital(at + 2);
    let bracket = view.id(at + 1) == kw::CLOSE && (first(at) || at > 0 && view.id(at - 1) == kw::OPEN && first(at - 1));
    let stop = view.id(at + 1) == kw::DOT
        && view.glued(at + 1)
        && (first(at) || within)
        && view.tokens.get(at + 2).is_some_and(|t| t.space_before);
    (bracket || stop).then_some(at + 2)
}

/// "24/7", "9/11", "2018/19": neither is counted.
fn slashed(view: &View, _: &Entities, at: usize) -> Option<usize> {
    let slash = |token: usize| view.id(token) == kw::SLASH && view.glued(token) && view.glued(token + 1);
    if !is_digits(view, at) || !slash(at + 1) || !is_digits(view, at + 2) || super::vague::fraction(view, at).is_some()
    {
        return None;
    }
    let mut end = at + 3;
    while slash(end) && is_digits(view, end + 1) {
        end += 2;
    }
    Some(end)
}

/// "4:39 left", "2:04:30": a time that no clock tells.
fn by_colon(view: &View, _: &Entities, at: usize) -> Option<usize> {
    let mut end = at;
    while is_digits(view, end)
        && view.id(end + 1) == kw::COLON
        && view.glued(end + 1)
        && is_digits(view, end + 2)
        && view.glued(end + 2)
    {
        end += 2;
    }
    (end > at).then_some(end + 1)
}
