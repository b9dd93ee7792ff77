//! Of whom a bare number with a role tells ("some 80 hurt", "Twenty-three were hurt", "the toll rose to 40").

use super::super::grammar::AUXILIARIES;
use super::super::{LOOK_BACK, Noun, Quantity, Unit, last_before};
use super::lean::{counted, is_larger, origin};
use super::of_people;
use crate::lexicon::sense::{Class, pos};
use crate::lexicon::{Sorts, View, keyword as kw};
use crate::record::Role;

/// How many sentences back a number with a role may lean.
pub(super) const SENTENCES_BACK: u32 = 3;

/// How many tokens back people told of without a figure may stand.
const REACH: usize = 60;

/// What a bare number with a role counts: as the nearest before it of whom that can be said, or people.
pub(super) fn of_role(view: &View, list: &[Quantity], index: usize, role: Role) -> Option<Unit> {
    let quantity = &list[index];
    if quantity.marks.toll {
        return Some(of_toll(view, list, index, role));
    }
    let same_sentence = |other: &Quantity| other.sentence == quantity.sentence;
    let near = |other: &Quantity| quantity.sentence - other.sentence.min(quantity.sentence) <= SENTENCES_BACK;
    let may_be = |other: &Quantity| {
        !other.implicit
            && near(other)
            && counted(other)
            && !tells_of_some(view, other)
            && !is_share_of(other, quantity)
            && (suits(view, role, list, other) || quantity.marks.partitive && is_larger(other, quantity))
            && !is_doer(view, quantity, other)
            && (!is_kin(view, list, other) || is_larger(other, quantity))
            && (same_sentence(other) || other.role.is_some() || is_larger(other, quantity))
    };
    // "900 soldiers were sent in. Twelve were hurt": of those who were hit before, if there are any.
    let served = |other: &Quantity| !same_sentence(other) && is_on_duty(view, list, other, role);
    let hit = |other: &Quantity| may_be(other) && (same_sentence(other) || other.role.is_some_and(is_harm));
    let mut before = last_before(list, index, may_be);
    if before.is_some_and(|before| served(&list[before])) {
        let other = last_before(list, index, hit);
        before = other.or(before.filter(|&before| list[before].role == Some(Role::Deployed)));
    }
    let Some(before) = before else {
        return alone(view, list, index, None).map(Unit::Like).or_else(|| of_people(role).then_some(Unit::People));
    };
    if let Some(one) = alone(view, list, index, Some(before)) {
        return Some(Unit::Like(one));
    }
    // "Hong Kong treated 101 injured", "spoke of 37 wounded": told anew, of nobody before.
    let other = &list[before];
    if !same_sentence(other) && !quantity.marks.partitive && of_people(role) && is_named_by_state(view, quantity) {
        return Some(Unit::People);
    }
    // "Seventeen pupils and two teachers died. More than 40 were hurt": of both kinds.
    if of_people(role) && !quantity.marks.partitive && !quantity.marks.other && is_mixed(view, list, before) {
        return Some(Unit::People);
    }
    Some(Unit::Like(origin(list, before)))
}

/// "killed 28 miners. … By noon the toll had climbed to 40": those of whom the role was told, where they are of one kind.
fn of_toll(view: &View, list: &[Quantity], index: usize, role: Role) -> Unit {
    // "the number of those kidnapped": they are named by that alone.
    let named = |(first, end): (u32, u32)| {
        (first.saturating_sub(2)..end).any(|token| view.is(token as usize, &[kw::OF, kw::THOSE]))
    };
    if list[index].cue.is_some_and(named) {
        return Unit::People;
    }
    let numbers = list.partition_point(|quantity| !quantity.implicit);
    let alone = numbers + list[numbers..].partition_point(|one| one.first < list[index].first);
    let back = |end: usize, least: usize| end.saturating_sub(LOOK_BACK).max(least)..end;
    let mut told = None;
    for at in back(index, 0).chain(back(alone, numbers)) {
        let other = &list[at];
        if other.role != Some(role) || other.marks.historical || other.part_of.is_some() {
            continue;
        }
        // "five more bodies … That takes the dead to 61": who was found is not all who were told of.
        if head(list, other).is_some_and(|row| view.lexicon.branch(row as usize).starts_with("thing/remains")) {
            continue;
        }
        match (told, head(list, other)) {
            (_, None) => return Unit::People,
            (None, Some(_)) => told = Some(at),
            (Some(first), own) if head(list, &list[first]) != own => return Unit::People,
            _ => {}
        }
    }
    told.map_or(Unit::People, |told| Unit::Like(origin(list, told)))
}

/// The row of the thing that a number counts.
fn head(list: &[Quantity], quantity: &Quantity) -> Option<u32> {
    match quantity.unit {
        Unit::Count(noun) => noun.thing,
        Unit::Like(other) => match list[other as usize].unit {
            Unit::Count(noun) => noun.thing,
            _ => None,
        },
        _ => None,
    }
}

/// "A firefighter died and three others were burnt": somebody told without a figure nearer than `before`, by what they do.
pub(super) fn alone(view: &View, list: &[Quantity], index: usize, before: Option<usize>) -> Option<u32> {
    let quantity = &list[index];
    let numbers = list.partition_point(|quantity| !quantity.implicit);
    if numbers == list.len() || !(quantity.marks.other || quantity.marks.more) {
        return None;
    }
    let last = numbers + list[numbers..].partition_point(|one| one.first < quantity.first);
    let one = &list[last.checked_sub(1).filter(|&one| one >= numbers)?];
    let nearer = one.sentence == quantity.sentence && before.is_none_or(|before| list[before].first < one.first);
    let Unit::Count(Noun { thing: Some(row), .. }) = one.unit else { return None };
    // "A woman died and three others were hurt": the others may be men.
    let anyone = ["person/gender", "person/age", "person/person", "person/kin", "person/local"];
    let branch = view.lexicon.branch(row as usize);
    let calling = branch.starts_with("person/") && !anyone.iter().any(|any| branch.starts_with(any));
    (nearer && calling && one.part_of.is_none() && one.value == Some(1.0)).then_some(last as u32 - 1)
}

/// "spoke of 37 wounded": whether nothing but the word of a state behind the number names those who are counted.
fn is_named_by_state(view: &View, quantity: &Quantity) -> bool {
    let first = quantity.first as usize;
    let opens = view.sentences[quantity.sentence as usize].first == quantity.first;
    let the = first > 0 && view.is(first - 1, &[kw::THE]);
    quantity.cue.is_some_and(|cue| cue.0 == quantity.end)
        && !view.likely(quantity.end as usize, pos::PREPOSITION)
        && (the || !opens)
        && !quantity.marks.other
        && !quantity.marks.more
}

/// "**Nineteen** of the 64 injured": whether a number tells of some of those that the next one counts.
fn is_share_of(share: &Quantity, whole: &Quantity) -> bool {
    share.marks.partitive
        && share.sentence == whole.sentence
        && share.number.1 + 3 >= whole.first
        && share.end <= whole.end
}

/// "only 40 policemen were on duty": whether those who serve are told of, of whom no harm is told in another sentence.
fn is_on_duty(view: &View, list: &[Quantity], other: &Quantity, role: Role) -> bool {
    let serves = matches!(other.role, Some(Role::Deployed | Role::Employed)) || other.role.is_none();
    let acts = |row: usize| {
        view.lexicon.sorts(row).has(Sorts::ARMED | Sorts::FORCE | Sorts::RESCUER)
            || view.lexicon.branch(row).starts_with("person/military")
    };
    serves && is_harm(role) && head(list, other).is_some_and(|row| acts(row as usize))
}

/// Whether a role is harm done to people.
fn is_harm(role: Role) -> bool {
    matches!(role, Role::Killed | Role::Wounded | Role::Missing | Role::Casualty | Role::Hospitalized)
}

/// Whether what a number counts was told together with others of another kind.
fn is_mixed(view: &View, list: &[Quantity], index: usize) -> bool {
    let quantity = &list[index];
    // "Eight pupils and a teacher were killed": one without a figure behind them.
    let numbers = list.partition_point(|quantity| !quantity.implicit);
    let one = numbers + list[numbers..].partition_point(|one| one.first < quantity.end);
    let alone = list.get(one).filter(|one| {
        one.first <= quantity.end + 1
            && one.role == quantity.role
            && quantity.part_of.is_none()
            && one.part_of.is_none()
    });
    if let Some(alone) = alone
        && head(list, alone).is_some_and(|row| head(list, quantity).is_some_and(|own| own != row))
    {
        return true;
    }
    let Some(before) = index.checked_sub(1) else { return false };
    let other = &list[before];
    let joined = other.end < quantity.first
        && quantity.first <= other.end + 3
        && view.is(quantity.first as usize - 1, &[kw::AND, kw::COMMA]);
    let (Some(own), Some(first)) = (head(list, quantity), head(list, other)) else { return false };
    let branch = |row: u32| view.lexicon.branch(row as usize);
    joined
        && own != first
        && branch(own) != branch(first)
        && quantity.part_of.is_none()
        && other.role == quantity.role
        && other.sentence == quantity.sentence
}

/// "About 60 raiders rode into Dori, killing 12": who stands before the verb and is not hit himself does it.
fn is_doer(view: &View, quantity: &Quantity, other: &Quantity) -> bool {
    // "A bus with 52 passengers fell into a ravine, killing 18": who was aboard.
    let aboard = other.first > 0
        && (view.is(other.first as usize - 1, &[kw::WITH]) || is_carried(view, other))
        && !matches!(other.unit, Unit::Count(Noun { thing: Some(row), .. })
            if view.lexicon.sorts(row as usize).has(Sorts::ARMED | Sorts::FORCE));
    !aboard
        && quantity.cue.is_some_and(|cue| cue.0 < quantity.first && other.end <= cue.0)
        && other.sentence == quantity.sentence
        && other.role.is_none()
}

/// "A bus carrying 46 passengers".
fn is_carried(view: &View, other: &Quantity) -> bool {
    let verb = other.first as usize - 1;
    verb > 0
        && view.can_be(verb, pos::ING)
        && view
            .words
            .all(verb - 1, Class::Thing)
            .any(|(end, row)| end == verb && view.lexicon.branch(row).starts_with("thing/"))
}

/// "83 drowned, more than 50 women among them, and 19 are missing", "12 workers, eight of them women, and hurting five":
/// some of those whom the next number is as well.
pub(in crate::quantity) fn tells_of_some(view: &View, other: &Quantity) -> bool {
    let (end, number_end) = (other.end as usize, other.number.1 as usize);
    let among = view.is(end, &[kw::AMONG]) && view.is(end + 1, &[kw::THEM]);
    let of_them = || {
        other.marks.partitive
            && matches!(other.unit, Unit::Count(_))
            && view.is(number_end, &[kw::OF])
            && view.is(number_end + 1, &[kw::THEM, kw::WHOM, kw::WHICH])
    };
    among || of_them() || other.part_of.is_some() && matches!(other.unit, Unit::Count(_)) && !other.marks.partitive
}

/// Whether relatives are counted: 200 missing are none of somebody's two daughters.
fn is_kin(view: &View, list: &[Quantity], other: &Quantity) -> bool {
    let unit = match other.unit {
        Unit::Like(origin) => list[origin as usize].unit,
        unit => unit,
    };
    let Unit::Count(Noun { thing: Some(row), .. }) = unit else { return false };
    view.lexicon.branch(row as usize).starts_with("person/kin")
}

/// Whether the things of `other` can have the role.
fn suits(view: &View, role: Role, list: &[Quantity], other: &Quantity) -> bool {
    let noun = match other.unit {
        Unit::Like(origin) => match list[origin as usize].unit {
            Unit::Count(noun) => noun,
            _ => return of_people(role),
        },
        Unit::Count(noun) => noun,
        _ => return of_people(role),
    };
    let Some(thing) = noun.thing else { return !of_people(role) || other.role == Some(role) };
    let branch = view.lexicon.branch(thing as usize);
    let person = branch.starts_with("person") && !branch.starts_with("person/group");
    if matches!(role, Role::Affected | Role::LaidOff) && !branch.starts_with("event/") {
        return true;
    }
    // "reported 14 arrests; six were jailed": who was jailed is no arrest.
    person == of_people(role) || other.role == Some(role) && (!of_people(role) || branch.starts_with("person"))
}

/// "The protesters burnt four buses; 15 were arrested": people told of without a figure since the last figure of people.
pub(super) fn uncounted(view: &View, list: &[Quantity], index: usize) -> Option<Noun> {
    let quantity = &list[index];
    let role = quantity.role.filter(|&role| of_people(role))?;
    let people = |other: &Quantity| {
        !other.implicit
            && (other.unit == Unit::People || head(list, other).is_some_and(|row| is_person(view, row as usize)))
    };
    let own = view.sentences[quantity.sentence as usize].first as usize;
    let previous = view.sentences[quantity.sentence.saturating_sub(1) as usize].first as usize;
    let from = last_before(list, index, people).map_or(previous, |other| list[other].end as usize).max(previous);
    let from = from.max((quantity.first as usize).saturating_sub(REACH));
    if quantity.first as usize <= from || matches!(role, Role::Deployed | Role::Protesting | Role::Employed) {
        return None;
    }
    (from..quantity.first as usize).rev().find_map(|token| {
        let (end, row) = view.longest(token, Class::Thing)?;
        let thing = &view.lexicon.things[row];
        let the = token > 0 && view.is(token - 1, &[kw::THE]);
        let verb = view.can_be(end, pos::PAST | pos::THIRD) || AUXILIARIES.has(view.id(end));
        let opens = token == own + 1 || token == previous + 1 || token > 1 && !view.is_word(token - 2);
        let harmed = !view.lexicon.sorts(row).has(Sorts::ARMED | Sorts::FORCE | Sorts::RESCUER);
        let speaks = view.has(end, Class::Report);
        (the && opens && verb && harmed && !speaks && thing.plural && is_person(view, row)).then_some(Noun {
            first: token as u32,
            end: end as u32,
            head: end as u32 - 1,
            thing: Some(row as u32),
            per: None,
        })
    })
}

/// Whether a thing is a person of some kind, and not just anybody.
fn is_person(view: &View, row: usize) -> bool {
    let branch = view.lexicon.branch(row);
    branch.starts_with("person/") && !branch.starts_with("person/group") && !branch.starts_with("person/person")
}
