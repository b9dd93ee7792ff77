//! Noun phrases without a figure: people who can be counted all the same, and others.

use super::super::grammar::{AUXILIARIES, OWNERS};
use super::super::outline::is_person;
use super::super::{Quantity, Unit, noun};
use super::What;
use crate::entity::Entities;
use crate::lexicon::View;
use crate::lexicon::keyword::{self as kw, WordSet};
use crate::lexicon::sense::{Class, Frame, TitleKind, pos};
use crate::record::{EntityKind, UnitKind};
use crate::text::Kind;
use crate::time::Times;

/// "her 9-year-old nephew", "a 60-year-old farmer": a person with an age between determiner and noun.
#[inline]
pub(super) fn over_age(
    view: &View,
    entities: &Entities,
    times: &Times,
    age: Option<&Quantity>,
    at: usize,
    stop: usize,
) -> Option<(usize, What)> {
    let age = age
        .filter(|age| age.first as usize <= at + 2 && matches!(age.unit, Unit::Measure { kind: UnitKind::Age, .. }))?;
    let determined = view.is(at, &[kw::A, kw::AN, kw::THE, kw::HIS, kw::HER, kw::THEIR, kw::ITS]);
    if !determined || age.end as usize >= stop {
        return None;
    }
    let noun = noun::read(view, entities, times, age.end as usize, true)?;
    let person = noun.thing.is_some_and(|row| is_person(view.lexicon.branch(row as usize)));
    (person && noun.end as usize <= stop)
        .then_some((noun.end as usize, What::People { count: 1, definite: view.is(at, &[kw::THE]), entity: None }))
}

/// Words that begin a noun phrase whatever follows.
const DETERMINERS: WordSet = WordSet::of(&[
    kw::A,
    kw::AN,
    kw::THE,
    kw::THIS,
    kw::THAT,
    kw::THESE,
    kw::THOSE,
    kw::HIS,
    kw::HER,
    kw::THEIR,
    kw::ITS,
    kw::MY,
    kw::OUR,
    kw::BOTH,
    kw::ANOTHER,
]);

/// A noun phrase without a figure: a person told by a noun ("a night watchman", "their uncle"), or others.
pub(super) fn people(
    view: &View,
    entities: &Entities,
    times: &Times,
    at: usize,
    stop: usize,
    bare: bool,
) -> Option<(usize, What)> {
    let opens = DETERMINERS.has(view.id(at));
    if !bare && !opens && !noun::starts_noun(view, at) {
        return None;
    }
    let article = opens && view.is(at, &[kw::A, kw::AN]);
    let definite = opens && view.is(at, &[kw::THE, kw::THIS, kw::THAT, kw::THESE, kw::THOSE]);
    let owned = opens && view.is(at, &[kw::HIS, kw::HER, kw::THEIR, kw::ITS, kw::MY, kw::OUR]);
    let pair = opens && view.is(at, &[kw::BOTH]);
    let another = opens && view.is(at, &[kw::ANOTHER]);
    let determined = article || definite || owned || pair || another;
    let mut start = at + usize::from(determined);
    // "a 12th victim".
    if determined && view.ends_ordinal(start + 1) {
        start += 2;
    }
    // "both of her brothers".
    if pair && view.is(start, &[kw::OF]) {
        start += 1 + usize::from(view.likely(start + 1, pos::DETERMINER) || OWNERS.contains(&view.id(start + 1)));
    }
    // "The pair were arrested".
    if definite && view.is(at, &[kw::THE]) && view.is(start, &[kw::PAIR]) && AUXILIARIES.has(view.id(start + 1)) {
        return Some((start + 1, What::People { count: 2, definite: true, entity: None }));
    }
    if start >= stop {
        return None;
    }
    let single = article || another || !pair;
    let noun = noun::read(view, entities, times, start, single && determined).filter(|noun| noun.end as usize <= stop);
    let Some(noun) = noun else {
        // "a Palestinian", "another Syrian": the name of a people stands for one of them.
        let one = (article || another).then(|| noun::demonym(view, entities, start)).flatten()?;
        return (one.end as usize <= stop)
            .then_some((one.end as usize, What::People { count: 1, definite: false, entity: None }));
    };
    // "the National Guard" is a name.
    let name =
        || entities.at(start).map(|index| &entities.list[index]).filter(|named| named.kind == EntityKind::Agency);
    if determined && name().is_some_and(|named| named.end >= noun.end) {
        return None;
    }
    // "a bandits' camp": whose it is.
    if view.id(noun.end as usize) == kw::APOSTROPHE && view.glued(noun.end as usize) {
        return Some((noun.end as usize, What::Noun { people: false }));
    }
    let end = noun.end as usize - usize::from(ends_in_verb(view, start, noun.end as usize));
    // "the killing", "the death": the noun is a cue and is cut next.
    // "The killers of two nurses": a cue that goes on behind the noun.
    let goes_on = |token: usize| {
        view.has(token, Class::Cue) && view.longest(token, Class::Cue).is_some_and(|(after, _)| after > end)
    };
    if determined && let Some(at) = (start..end).find(|&token| is_event(view, token) || goes_on(token)) {
        return Some((at, What::Other));
    }
    // "School death toll tops 340".
    let toll = |token: usize| {
        view.longest(token, Class::Cue)
            .is_some_and(|(after, row)| after > token + 1 && view.lexicon.cues[row].frame == Frame::Toll)
    };
    if let Some(at) = (start + 1..end).find(|&token| view.has(token, Class::Cue) && toll(token)) {
        return Some((at, What::Other));
    }
    // "Bus falls off mountain killing 25": the last word is a verb.
    let verb = end - 1;
    if verb > start
        && view.can_be(verb, pos::ING)
        && is_event(view, verb)
        && (view.has(end, Class::Number) || view.tokens.get(end).is_some_and(|token| token.kind == Kind::Number))
    {
        return Some((verb, What::Noun { people: false }));
    }
    // "his brother Samir": the name behind a noun of kin.
    let row = noun.thing.or_else(|| owned.then(|| named_behind(view, start, end)).flatten());
    let Some(row) = row else {
        // "The head of a clinic": a job makes a person.
        let job = view
            .longest(end - 1, Class::Title)
            .is_some_and(|(title, row)| title == end && view.lexicon.titles[row] == TitleKind::Job);
        let single = determined && job && !view.likely(end - 1, pos::PLURAL);
        return Some((
            end,
            if single {
                What::People { count: 1, definite: false, entity: None }
            } else {
                What::Noun { people: false }
            },
        ));
    };
    let thing = &view.lexicon.things[row as usize];
    let branch = &view.lexicon.branches[thing.branch as usize];
    if !is_person(branch) {
        return Some((end, What::Noun { people: branch.starts_with("person") }));
    }
    let count = match () {
        () if pair || view.is(end - 1, &[kw::COUPLE]) => 2,
        // "Twin sisters".
        () if thing.plural && view.is(start, &[kw::TWIN]) => 2,
        // "his parents".
        () if owned && view.is(end - 1, &[kw::PARENTS]) => 2,
        () if thing.plural && !(article || another) => return Some((end, What::Noun { people: true })),
        // A bare singular ("school principal shot dead") is one person in a headline, a modifier elsewhere.
        () => 1,
    };
    Some((end, What::People { count, definite: definite && !owned, entity: None }))
}

/// The noun that a name follows within a phrase.
fn named_behind(view: &View, start: usize, end: usize) -> Option<u32> {
    let (noun_end, row) = noun::thing(view, start)?;
    let single = !view.lexicon.things[row].plural;
    (single && noun_end < end && (noun_end..end).all(|token| view.capital(token))).then_some(row as u32)
}

/// "The company plans to": a last word that is a verb before what a verb takes.
fn ends_in_verb(view: &View, start: usize, end: usize) -> bool {
    let last = end - 1;
    let figure = |token: usize| view.tokens.get(token).is_some_and(|token| token.kind == Kind::Number);
    last > start
        && view.can_be(last, pos::THIRD | pos::VERB | pos::PAST | pos::ING)
        && (view.can_be(last, pos::ING)
            && view.likely(end, pos::PREPOSITION | pos::DETERMINER)
            && noun::thing(view, last - 1).is_some()
            || view.is(end, &[kw::TO, kw::THAT, kw::A, kw::AN, kw::THE, kw::IT, kw::HE, kw::THEY, kw::SHE])
            || view.has(end, Class::Number)
            || view.has(end, Class::Bound) && (view.has(end + 1, Class::Number) || figure(end + 1)))
}

/// A noun that is a cue.
pub(super) fn is_event(view: &View, token: usize) -> bool {
    view.has(token, Class::Cue)
        && view
            .words
            .all(token, Class::Cue)
            .any(|(_, row)| matches!(view.lexicon.cues[row].frame, Frame::Event | Frame::Toll | Frame::Taken))
}
