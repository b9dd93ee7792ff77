//! Members: numbers without a noun that tell of some of those counted before, though no "of them" says so ("The slide
//! buried nine skiers. Five were dug out and two wore beacons"; "put 40 in hospital, one in a critical state").

mod beside;
mod kind;
mod position;
mod rest;
mod set;

pub(super) use kind::lasts;

use beside::{alive, behind_had, beside_share, from_where, is_later, still_so, those_still_held};
use kind::{can_have, fewer, goes_before, is_how, is_set};
use position::{is_joined, is_listed, is_state, is_subject, joint_before, opens};
use rest::{is_rest, the_rest};
use set::{is_behind_of, opens_with_of, set_before, set_of};

use super::chunk::{Chunk, Chunks, Voice, What};
use super::outline::Text;
use super::{Quantity, Unit, last_before};
use crate::lexicon::{Connective, View, keyword as kw};
use crate::number::Form;
use crate::record::{EntityKind, Role};
use crate::trace::Trace;

/// How many sentences back the whole may stand.
const SENTENCES_BACK: u32 = 1;

/// How many numbers back the whole may stand.
const LOOK_AHEAD: usize = 8;

/// Makes the number at `index` part of those that it tells of, if it does: it then counts the same, and what happened to
/// all of them happened to these.
pub(super) fn link(text: Text, chunks: &mut Chunks, list: &mut [Quantity], index: usize, trace: &mut Trace) -> bool {
    let quantity = &list[index];
    let marks = quantity.marks;
    if index == 0
        || quantity.implicit
        || quantity.part_of.is_some()
        || quantity.unit != Unit::None
        || quantity.form == Form::Score
        || marks.partitive
        || marks.more
        || marks.zero
        || marks.toll
        || quantity.trend.is_some()
        || !list[..index].iter().rev().take(LOOK_AHEAD).any(|other| is_set(other) && fewer(quantity, other))
            && !opens_with_of(text.view, quantity)
            && !is_behind_of(text.view, &list[index - 1])
    {
        return false;
    }
    if marks.other {
        return the_rest(text.view, list, index, trace);
    }
    if is_rest(text.view, quantity) && the_rest(text.view, list, index, trace) {
        return true;
    }
    let quantity = &list[index];
    let (start, stop) = chunks.ready(text, list, quantity.sentence);
    let chunks = &chunks.list[start as usize..stop as usize];
    let Some(at) = chunks.iter().position(|chunk| chunk.what == What::Number(index as u32)) else { return false };
    let described = is_described(text.view, list, index);
    // "let five go": the verb stands on both sides.
    let split = quantity.cue.is_some_and(|cue| cue.1 == quantity.first)
        && at > 0
        && chunks[at - 1].what == What::Verb
        && quantity.role == Some(Role::Released);
    let subject = is_subject(text.view, chunks, at) && !described && !split;
    let whole = if subject && let Some(whole) = set_of(text.view, chunks, at, list, index) {
        Some(whole)
    } else if subject && let Some(whole) = alive(text.view, list, index) {
        Some(whole)
    } else if subject && opens(text.view, chunks, at) {
        set_before(text.view, list, index, is_later(text.view, &list[index]))
    } else if subject {
        beside_share(text.view, chunks, at, list, index)
            .or_else(|| behind_had(chunks, at, list, index))
            .or_else(|| from_where(text.view, chunks, at, list, index))
            .or_else(|| still_so(text.view, chunks, at, list, index))
            .or_else(|| sibling(text.view, chunks, at, list, index))
    } else {
        tail(text, chunks, at, list, index).or_else(|| object_of_set(text.view, chunks, at, list, index))
    };
    let Some(whole) = whole else {
        // "The museum was given 214 drawings. Half a dozen will go on show": no part of them for sure, but as they are.
        if subject && list[index].role.is_none() && opens(text.view, chunks, at) {
            let nearest = last_before(list, index, |whole| {
                is_set(whole)
                    && fewer(&list[index], whole)
                    && list[index].sentence - whole.sentence <= SENTENCES_BACK + 2
            });
            if let Some(nearest) = nearest {
                list[index].unit = like(list, nearest);
                return true;
            }
        }
        return false;
    };
    let (from, end) = text.view.span(list[index].first as usize, list[index].end as usize);
    trace.note("member", from, end, || {
        let whole = &list[whole];
        format!("of \"{}\"", text.view.slice(whole.first as usize, whole.end as usize))
    });
    // "About 300 remained on the beach" are none of those who were taken off it.
    let remains = text.view.is(list[index].end as usize, &[kw::REMAIN, kw::REMAINED, kw::REMAINS]);
    if remains && list[index].role.is_none() && list[whole].role.is_some_and(lasts) {
        list[index].unit = like(list, whole);
        return true;
    }
    let state = is_state(chunks, at);
    // "Four are to be delivered in 2027 and six in 2028": what happened to the part before.
    let beside = &list[index - 1];
    if !subject && list[index].role.is_none() && list[whole].role.is_none() && beside.part_of == Some(whole as u32) {
        (list[index].role, list[index].cue) = (beside.role, beside.cue);
    }
    // "Two of the men were found dead and seven are still trapped": told by the noun of the part before.
    let beside = &list[index - 1];
    let named = subject
        && index - 1 != whole
        && beside.marks.definite
        && beside.part_of == Some(whole as u32)
        && beside.sentence == list[index].sentence;
    list[index].part_of = Some(whole as u32);
    list[index].unit = like(list, if named { index - 1 } else { whole });
    // Who is freed out of a shaft is rescued.
    if list[index].role == Some(Role::Released) && matches!(list[whole].role, Some(Role::Trapped | Role::Stranded)) {
        list[index].role = Some(Role::Rescued);
    }
    // "Seven of the dead had been stabbed and four shot": how they died.
    if let (Some(whole), Some(own)) = (list[whole].role, list[index].role)
        && is_how(whole, own)
    {
        list[index].role = Some(whole);
    }
    let held = |role: Option<Role>| matches!(role, Some(Role::Kidnapped | Role::Captured | Role::Detained));
    // "1,500 doctors marched; eight were taken away": by the police.
    if list[whole].role == Some(Role::Protesting) && list[index].role == Some(Role::Kidnapped) {
        list[index].role = Some(Role::Detained);
    }
    if held(list[index].role) && held(list[whole].role) {
        list[index].role = list[whole].role;
    }
    if (list[index].role.is_none() || described) && (!subject || state || list[whole].role.is_some_and(lasts)) {
        list[index].role = list[whole].role;
        list[index].cue = list[whole].cue;
    }
    true
}

/// The same as another number counts.
pub(super) fn like(list: &[Quantity], whole: usize) -> Unit {
    match list[whole].unit {
        Unit::Count(_) => Unit::Like(whole as u32),
        unit => unit,
    }
}

/// "four with burns", "six in a serious state" behind those in hospital: what describes them is not what happened to them
/// with the others.
fn is_described(view: &View, list: &[Quantity], index: usize) -> bool {
    let after = list[index].end;
    let (whole, part) = (list[index - 1].role, list[index].role);
    let hurt = |role: Option<Role>| matches!(role, Some(Role::Hospitalized | Role::Wounded));
    let in_hospital =
        hurt(part) && (whole == Some(Role::Hospitalized) || whole == part || whole == Some(Role::Detained));
    list[index].cue.is_some_and(|cue| cue.0 == after)
        && (view.is(after as usize, &[kw::WITH]) || in_hospital && view.is(after as usize, &[kw::IN, kw::ON]))
}

/// "61 men were on board. A tanker rescued 44", "detained 17 people and released 12", "Of seven I have found one": behind
/// the verb that tells what became of some of them.
fn object_of_set(view: &View, chunks: &[Chunk], at: usize, list: &[Quantity], index: usize) -> Option<usize> {
    let quantity = &list[index];
    let verb = at.checked_sub(1).map(|before| chunks[before].what)?;
    if !matches!(verb, What::Verb | What::Cue(Voice::Active | Voice::Bare)) {
        return None;
    }
    let only = chunks[..at].iter().all(|chunk| chunk.is_number().is_none_or(|first| first + 1 == index));
    if let Some(whole) = set_of(view, chunks, at, list, index).filter(|_| only) {
        return Some(whole);
    }
    let role = quantity.role?;
    if let Some(whole) = those_still_held(view, chunks, at, list, index) {
        return Some(whole);
    }
    let nearest = last_before(list, index, |whole| {
        is_set(whole)
            && fewer(quantity, whole)
            && whole.part_of.is_none()
            && !whole.marks.partitive
            && can_have(view, list, whole, role)
    })?;
    let whole = &list[nearest];
    let saved = matches!(role, Role::Rescued | Role::Released | Role::Evacuated);
    let follows = match whole.role {
        // "Rebels abducted 40 girls. They freed 12".
        Some(before) => {
            let they =
                chunks[..at - 1].iter().all(|chunk| matches!(chunk.what, What::Pronoun | What::Other | What::Time(_)));
            before != role && goes_before(before, role) && (they || whole.sentence == quantity.sentence)
        }
        None => saved && can_have(view, list, whole, role),
    };
    (saved && follows && quantity.sentence - whole.sentence <= SENTENCES_BACK).then_some(nearest)
}

/// "Five were dug out and two wore beacons", "of which 76 were shot down and 95 were lost": joined to a part of the same.
fn sibling(view: &View, chunks: &[Chunk], at: usize, list: &[Quantity], index: usize) -> Option<usize> {
    if !is_joined(view, chunks, at) {
        return None;
    }
    let counts = |index: &usize| !matches!(list[*index].unit, Unit::Measure { .. });
    let before = chunks[..at].iter().rev().filter_map(Chunk::is_number).find(counts)?;
    let subject = chunks.iter().position(|chunk| chunk.what == What::Number(before as u32))?;
    // "of which 76": of the number before.
    let of_which = subject > 0
        && chunks[subject - 1].what == What::Connective(Connective::Part)
        && view.is(chunks[subject - 1].first as usize, &[kw::OF]);
    let whole = match list[before].part_of {
        Some(whole) => whole as usize,
        None if of_which => before.checked_sub(1).filter(|&whole| is_set(&list[whole]))?,
        // "Thirteen were hurt and one was taken to hospital": of those told of before.
        None => {
            let hurt = |whole: Role| matches!(whole, Role::Wounded | Role::Infected | Role::Assaulted);
            let taken = list[before].role.is_some_and(hurt) && list[index].role == Some(Role::Hospitalized);
            return (taken && is_set(&list[before]) && fewer(&list[index], &list[before])).then_some(before);
        }
    };
    let told = &list[before];
    let clause = told.unit != Unit::None || told.marks.partitive || of_which;
    let fits = match (list[whole].role, list[index].role) {
        (Some(role), Some(part)) => {
            // "Seven were dug out alive, four were found dead": what became of those who were buried.
            let found = matches!(role, Role::Trapped | Role::Missing) && part == Role::Killed;
            goes_before(role, part) || is_how(role, part) || found || of_which
        }
        _ => true,
    };
    let sum = told.value.unwrap_or(0.0) + list[index].value.unwrap_or(0.0);
    let room = list[whole].value.or(list[whole].max).is_none_or(|most| sum <= most);
    (clause && is_subject(view, chunks, subject) && fits && room && fewer(&list[index], &list[whole])).then_some(whole)
}

/// "…, one in a critical state", "…, 2,400 in London": a number behind a comma with no verb of its own. Where the whole has
/// a place or a time beside it too, they are told one after the other: "12 in Lagos, three in Kano".
fn tail(text: Text, chunks: &[Chunk], at: usize, list: &[Quantity], index: usize) -> Option<usize> {
    let view = text.view;
    let after = list[index].end as usize;
    let time = text.times.at(after).is_some();
    let described = is_described(view, list, index);
    if list[index].role.is_some() && !described && list[index].cue != list[index - 1].cue
        || !time && !view.is(after, &[kw::IN, kw::AT, kw::WITH, kw::ON, kw::FROM, kw::BY])
        || !is_joined(view, chunks, at) && !is_listed(view, chunks, at)
    {
        return None;
    }
    let told = chunks[at + 1..].iter().find(|chunk| !matches!(chunk.what, What::Other | What::Preposition))?.what;
    let verbless = chunks[at + 1..]
        .iter()
        .take_while(|chunk| !matches!(chunk.what, What::Comma | What::Break | What::Clause | What::Connective(_)))
        .all(|chunk| {
            !matches!(
                chunk.what,
                What::Verb | What::Aux | What::Cue(Voice::Active | Voice::Passive | Voice::Subject | Voice::Bare)
            )
        });
    let before = chunks[..at].iter().rposition(|chunk| matches!(chunk.what, What::Number(_)))?;
    let whole = chunks[before].is_number()?;
    let whole = match list[whole].part_of {
        Some(_) if list[whole].unit != Unit::None && list[whole].marks == list[index].marks => {
            list[whole].part_of? as usize
        }
        Some(_) => return None,
        None => whole,
    };
    let place = |what: What| matches!(what, What::Entity(entity) if text.entities.list[entity as usize].kind == EntityKind::Place);
    let beside = chunks[before + 1..at].iter().any(|chunk| match told {
        What::Time(_) => matches!(chunk.what, What::Time(_)),
        _ => place(told) && place(chunk.what),
    });
    // "Four are to be delivered in 2027 and six in 2028": as the part before.
    let sibling = list[index - 1].part_of.is_some_and(|of| of as usize == whole) && !list[index - 1].marks.partitive;
    let joint = joint_before(chunks, at).is_some_and(|joint| {
        view.is(chunks[joint].first as usize, &[kw::COMMA, kw::COLON])
            || sibling && matches!(chunks[joint].what, What::Connective(Connective::And))
    });
    // "Ten died in Dubai, six from Nepal": where they came from is no second place.
    let from = view.is(after, &[kw::FROM]) && !view.is(list[whole].end as usize, &[kw::FROM]);
    let set = &list[whole];
    (verbless
        && (!beside || sibling || from)
        && joint
        && (set.role.is_some() || sibling)
        && is_set(set)
        && fewer(&list[index], set))
    .then_some(whole)
}
