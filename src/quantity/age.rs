//! Ages that no unit tells: "Lindqvist, 68,", "aged 24 and 29", "at age 45", "children under five".

use super::grammar::BE;
use super::{Unit, noun};
use crate::entity::Entities;
use crate::lexicon::View;
use crate::lexicon::keyword::{self as kw, WordSet};
use crate::lexicon::sense::{Class, Frame, pos};
use crate::record::{EntityKind, Role, UnitKind};
use crate::text::Kind;

/// The words and marks that stand before an age, besides bounds and adverbs: the rules below are tried behind these alone.
const LEADS: WordSet = WordSet::of(&[
    kw::AGED,
    kw::BETWEEN,
    kw::FROM,
    kw::AT,
    kw::COLON,
    kw::AGE,
    kw::AGES,
    kw::UNDER,
    kw::OVER,
    kw::BELOW,
    kw::ABOVE,
    kw::OF,
    kw::AND,
    kw::COMMA,
    kw::OR,
    kw::TO,
    kw::WAS,
    kw::IS,
    kw::TURNED,
    kw::TURNS,
    kw::OPEN,
    kw::BOTH,
    kw::HYPHEN,
]);

/// Whether a number without a unit is an age.
pub(super) fn alone(view: &View, entities: &Entities, at: usize, end: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let plausible = view.tokens[at].kind == Kind::Number || view.is_word(at);
    // Nothing before most numbers leads to an age.
    if !plausible || !LEADS.has(view.id(before)) && !view.has(before, Class::Bound) && !view.likely(before, pos::ADVERB)
    {
        return false;
    }
    if view.is(before, &[kw::AGED])
        || view.is(before, &[kw::BETWEEN, kw::FROM]) && before > 0 && view.is(before - 1, &[kw::AGED, kw::AGES])
    {
        return !view.has(end, Class::Unit) || past_years(view, end).is_some();
    }
    // "aged around 27".
    if before > 0 && view.has(before, Class::Bound) && view.is(before - 1, &[kw::AGED]) {
        return !view.has(end, Class::Unit);
    }
    // "died at 97".
    if view.is(before, &[kw::AT]) && before > 0 && dies(view, before - 1) {
        let closes = end >= view.len() || matches!(view.tokens[end].punct(), b',' | b'.' | b';' | b')');
        return closes && view.tokens[at].kind == Kind::Number && view.slice(at, end).len() <= 3;
    }
    // "at age 45", "ages 5 to 12", "Age: 45".
    let colon = usize::from(view.id(before) == kw::COLON && before > 0);
    if view.is(before - colon, &[kw::AGE, kw::AGES]) {
        return !view.has(end, Class::Unit) && view.slice(at, end).len() <= 12;
    }
    if people_of_age(view, at, end) || is_under(view, at, end) || of_those_over(view, at, end) {
        return true;
    }
    // "the couple, both 34, were found".
    if view.is(before, &[kw::BOTH]) && before > 0 && view.is(before - 1, &[kw::COMMA, kw::OPEN]) {
        let closes = end < view.len() && matches!(view.tokens[end].punct(), b',' | b'.' | b';' | b')');
        return closes && view.tokens[at].kind == Kind::Number && view.slice(at, end).len() <= 2;
    }
    if at >= 3 && view.is(before, &[kw::OF]) && view.is(at - 2, &[kw::AGE]) {
        return true;
    }
    // "the average age is 41".
    if at >= 2 && view.is(before, &[kw::IS, kw::WAS]) && view.is(at - 2, &[kw::AGE]) {
        return !(view.has(end, Class::Unit) || view.is_word(end) && noun::starts_noun(view, end));
    }
    // "seven of them under 14".
    if at >= 2
        && (view.has(before, Class::Bound) || view.is(before, &[kw::OVER]))
        && view.is(at - 2, &[kw::THEM, kw::WHOM])
        && !noun::starts_noun(view, end)
        && !view.has(end, Class::Unit)
        && !view.is(before, &[kw::ABOUT])
    {
        return true;
    }
    // "a girl of nine".
    if at >= 2
        && view.is(before, &[kw::OF])
        && noun::thing(view, at - 2).is_some_and(|(after, row)| {
            let thing = &view.lexicon.things[row];
            let branch = &view.lexicon.branches[thing.branch as usize];
            after == before
                && !thing.plural
                && (branch.starts_with("person/age") || branch.starts_with("person/gender"))
        })
        && !noun::starts_noun(view, end)
    {
        return true;
    }
    // "aged eight and 11", "aged 24, 29".
    if view.is(before, &[kw::AND, kw::COMMA, kw::OR, kw::TO])
        && (at.saturating_sub(6)..before).any(|token| view.is(token, &[kw::AGED]))
    {
        let only_numbers =
            (at.saturating_sub(6)..before).rev().take_while(|token| !view.is(*token, &[kw::AGED])).all(|token| {
                view.has(token, Class::Number)
                    || view.tokens[token].kind == Kind::Number
                    || view.is(token, &[kw::COMMA, kw::AND])
            });
        if only_numbers {
            return !view.is_word(end) || !noun::starts_noun(view, end);
        }
    }
    // "who was 10", "she is 45", "her daughter is seven": a person of that age.
    let be = over_degree(view, before);
    if view.is(be, &[kw::WAS, kw::IS, kw::TURNED, kw::TURNS])
        && be > 0
        && (view.is(be - 1, &[kw::WHO, kw::HE, kw::SHE]) || is_somebody(view, entities, be - 1))
        // "turned 40 last week", "was 19 when".
        && (!view.is_word(end)
            || view.likely(end, pos::WH)
            || view.is(be, &[kw::TURNED, kw::TURNS])
                && (view.has(end, Class::Time) || view.likely(end, pos::PREPOSITION | pos::ADVERB)))
        && view.id(end) != kw::HYPHEN
        && !view.has(end, Class::Unit)
    {
        return view.slice(at, end).len() <= 2 && view.tokens[at].kind == Kind::Number
            || view.tokens[at].kind == Kind::Word;
    }
    let closes = end >= view.len() || matches!(view.tokens[end].punct(), b',' | b'.' | b';' | b')');
    let named = at >= 2
        && entities.at(at - 2).is_some_and(|entity| entities.list[entity].kind == EntityKind::Person)
        && (view.id(before) == kw::COMMA || view.id(before) == kw::OPEN);
    let young = view.slice(at, end).len() <= 3 && view.tokens[at].kind == Kind::Number;
    // "the striker, 24, has signed".
    let told = || at >= 2 && view.id(before) == kw::COMMA && view.id(end) == kw::COMMA && is_one_person(view, before);
    (named || told()) && closes && young
}

/// "was only 19", "is nearly 60": the token before the words that say how nearly.
fn over_degree(view: &View, token: usize) -> usize {
    let degree = |token: usize| view.has(token, Class::Bound) || view.likely(token, pos::ADVERB);
    let first = token - (token > 0 && degree(token)) as usize;
    first - (first < token && first > 0 && degree(first)) as usize
}

/// Whether one person is named before a verb: "Okafor", "my daughter".
fn is_somebody(view: &View, entities: &Entities, token: usize) -> bool {
    let named = entities.at(token).is_some_and(|entity| entities.list[entity].kind == EntityKind::Person);
    let one = |row: usize| {
        let thing = &view.lexicon.things[row];
        let branch = &view.lexicon.branches[thing.branch as usize];
        !thing.plural
            && (branch.starts_with("person/age")
                || branch.starts_with("person/gender")
                || branch.starts_with("person/kin"))
    };
    named || noun::thing(view, token).is_some_and(|(end, row)| end == token + 1 && one(row))
}

/// Whether a noun for one person ends before a token: "the striker".
fn is_one_person(view: &View, end: usize) -> bool {
    (end.saturating_sub(3)..end).any(|start| {
        view.words.all(start, Class::Thing).any(|(after, row)| {
            let thing = &view.lexicon.things[row];
            let branch = &view.lexicon.branches[thing.branch as usize];
            after == end && !thing.plural && branch.starts_with("person/") && !branch.starts_with("person/group")
        })
    })
}

pub(super) fn unit(view: &View) -> Unit {
    match view.lexicon.age_name() {
        Some(name) => Unit::Measure { kind: UnitKind::Age, name, words: (0, 0), per: None },
        None => Unit::None,
    }
}

/// Whether a token tells of a death that somebody undergoes: "died", "dies".
fn dies(view: &View, token: usize) -> bool {
    view.words.all(token, Class::Cue).any(|(_, row)| {
        let cue = &view.lexicon.cues[row];
        cue.role == Some(Role::Killed) && cue.frame == Frame::Undergoes
    })
}

/// "aged 45 years": the token after the word of an age that has been told already.
pub(super) fn past_years(view: &View, end: usize) -> Option<usize> {
    (view.is(end, &[kw::YEAR, kw::YEARS]) && !view.is(end + 1, &[kw::OLD])).then_some(end + 1)
}

/// "children under five", "people over 65": a bare number behind people and a bound.
fn people_of_age(view: &View, at: usize, end: usize) -> bool {
    let Some(bound) = at.checked_sub(1).filter(|bound| *bound > 0) else { return false };
    if !view.is(bound, &[kw::UNDER, kw::OVER, kw::BELOW, kw::ABOVE]) || view.is_word(end) && goes_on(view, end) {
        return false;
    }
    let person = (bound.saturating_sub(3)..bound).any(|start| {
        view.words.all(start, Class::Thing).any(|(end, row)| {
            let thing = view.lexicon.things[row];
            end == bound && thing.plural && view.lexicon.branches[thing.branch as usize].starts_with("person")
        })
    });
    // "seven of them under 14".
    let person = person || view.is(bound - 1, PEOPLE);
    let shape = view.slice(at, end);
    let small = view.tokens[at].kind == Kind::Number && shape.len() <= 2
        || view.tokens[at].kind == Kind::Word && end == at + 1 && view.has(at, Class::Number);
    person && small && view.id(end) != kw::HYPHEN && view.id(end) != kw::PERCENT_SIGN
}

/// "three of the four suspects were under 18", "most are over 60": people, or some of them, of that age.
fn is_under(view: &View, at: usize, end: usize) -> bool {
    let Some(bound) = at.checked_sub(1).filter(|bound| *bound > 1) else { return false };
    let be = bound - 1 - usize::from(view.likely(bound - 1, pos::ADVERB));
    if !view.is(bound, &[kw::UNDER, kw::OVER, kw::BELOW, kw::ABOVE]) || !view.is(be, BE) || be == 0 {
        return false;
    }
    let who = be - 1;
    let people = view.words.all(who, Class::Thing).any(|(after, row)| {
        after == be && view.lexicon.branches[view.lexicon.things[row].branch as usize].starts_with("person")
    });
    let some = view.has(who, Class::Number) && view.is_word(who);
    let closes = end >= view.len() || !view.is_word(end) || !goes_on(view, end);
    let years = view.slice(at, end).len() <= 2 || view.tokens[at].kind == Kind::Word;
    let sign = view.id(end) == kw::HYPHEN || view.id(end) == kw::PERCENT_SIGN || view.has(end, Class::Unit);
    (people || some || view.is(who, &[kw::WHO]) || view.is(who, PEOPLE)) && closes && years && !sign
}

/// "the over-65s", "under 18s": those of that age.
fn of_those_over(view: &View, at: usize, end: usize) -> bool {
    let joint = usize::from(at > 1 && view.id(at - 1) == kw::HYPHEN && view.glued(at));
    let Some(bound) = at.checked_sub(1 + joint) else { return false };
    let plural = view.is(end, &[kw::S]) && view.glued(end) && view.tokens[at].len() <= 2;
    // "the under-17 cup".
    let describes = joint == 1
        && view.tokens[at].kind == Kind::Number
        && view.tokens[at].len() <= 2
        && view.is_word(end)
        && !view.has(end, Class::Unit)
        && view.glued(at - 1);
    (plural || describes) && view.is(bound, &[kw::UNDER, kw::OVER])
}

const PEOPLE: &[crate::lexicon::WordId] =
    &[kw::THEM, kw::WHOM, kw::THOSE, kw::NOBODY, kw::ANYONE, kw::ANYBODY, kw::EVERYONE, kw::EVERYBODY, kw::SOMEONE];

/// Whether what a number counts or measures may stand at a token.
fn goes_on(view: &View, at: usize) -> bool {
    view.has(at, Class::Unit) || noun::starts_noun(view, at)
}
