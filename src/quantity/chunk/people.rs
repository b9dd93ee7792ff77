//! Noun phrases without a figure: people who can be counted all the same, and others.

use super::super::outline::is_person;
use super::super::{Quantity, Unit, noun};
use super::What;
use crate::entity::Entities;
use crate::lexicon::View;
use crate::lexicon::keyword::{self as kw, WordSet};
use crate::lexicon::sense::{Class, Frame, TitleKind, pos};
use crate::record::{EntityKind, UnitKind};
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
    let person = noun
        .thing
        .is_some_and(|row| is_person(&view.lexicon.branches[view.lexicon.things[row as usize].branch as usize]));
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
    if !bare && !DETERMINERS.has(view.id(at)) && !noun::starts_noun(view, at) {
        return None;
    }
    let article = view.is(at, &[kw::A, kw::AN]);
    let definite = view.is(at, &[kw::THE, kw::THIS, kw::THAT, kw::THESE, kw::THOSE]);
    let owned = view.is(at, &[kw::HIS, kw::HER, kw::THEIR, kw::ITS, kw::MY, kw::OUR]);
    let pair = view.is(at, &[kw::BOTH]);
    let another = view.is(at, &[kw::ANOTHER]);
    let determined = article || definite || owned || pair || another;
    let start = at + usize::from(determined);
    if start >= stop {
        return None;
    }
    let single = article || another || !pair;
    let noun = noun::read(view, entities, times, start, single && determined).filter(|noun| noun.end as usize <= stop);
    let Some(noun) = noun else {
        // "a Palestinian", "another Syrian": the name of a people stands for one of them.
        let one = (article || another).then(|| entities.at(start)).flatten().map(|entity| &entities.list[entity])?;
        let end = one.end as usize;
        let demonym = one.kind == EntityKind::Nationality && end <= stop && !noun::starts_noun(view, end);
        return demonym.then_some((end, What::People { count: 1, definite: false, entity: None }));
    };
    // "a bandits' camp": whose it is.
    if view.id(noun.end as usize) == kw::APOSTROPHE && view.glued(noun.end as usize) {
        return Some((noun.end as usize, What::Noun { people: false }));
    }
    let end = noun.end as usize - usize::from(ends_in_verb(view, start, noun.end as usize));
    // "the killing", "the death": the noun is a cue and is cut next.
    if determined && let Some(at) = (start..end).find(|&token| is_event(view, token)) {
        return Some((at, What::Other));
    }
    let Some(row) = noun.thing else {
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
        () if thing.plural && !(article || another) => return Some((end, What::Noun { people: true })),
        // A bare singular ("school principal shot dead") is one person in a headline, a modifier elsewhere.
        () => 1,
    };
    Some((end, What::People { count, definite: definite && !owned, entity: None }))
}

/// "The company plans to": a last word that is a verb before what a verb takes.
fn ends_in_verb(view: &View, start: usize, end: usize) -> bool {
    let last = end - 1;
    last > start
        && view.can_be(last, pos::THIRD | pos::VERB | pos::PAST | pos::ING)
        && (view.can_be(last, pos::ING)
            && view.likely(end, pos::PREPOSITION | pos::DETERMINER)
            && noun::thing(view, last - 1).is_some()
            || view.is(end, &[kw::TO, kw::THAT, kw::A, kw::AN, kw::THE, kw::IT, kw::HE, kw::THEY, kw::SHE])
            || view.has(end, Class::Number)
            || view.has(end, Class::Bound))
}

/// A noun that is a cue.
pub(super) fn is_event(view: &View, token: usize) -> bool {
    view.words
        .all(token, Class::Cue)
        .any(|(_, row)| matches!(view.lexicon.cues[row].frame, Frame::Event | Frame::Toll | Frame::Taken))
}
