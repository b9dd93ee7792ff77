//! Members: numbers without a noun that tell of some of those counted before, though no "of them" says so ("The slide
//! buried nine skiers. Five were dug out and two wore beacons"; "put 40 in hospital, one in a critical state").

use super::chunk::{Chunk, Chunks, What};
use super::outline::Text;
use super::{Quantity, Unit, last_before};
use crate::lexicon::sense::pos;
use crate::lexicon::{Connective, View, keyword as kw};
use crate::number::Form;
use crate::record::{EntityKind, Role};
use crate::trace::Trace;

/// How many sentences back the whole may stand.
const SENTENCES_BACK: u32 = 1;

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
        || marks.other
        || marks.more
        || marks.zero
        || marks.toll
        || quantity.trend.is_some()
        || !list[..index].iter().rev().take(6).any(|other| other.role.is_some())
    {
        return false;
    }
    let (start, stop) = chunks.ready(text, list, quantity.sentence);
    let chunks = &chunks.list[start as usize..stop as usize];
    let Some(at) = chunks.iter().position(|chunk| chunk.what == What::Number(index as u32)) else { return false };
    let subject = is_subject(chunks, at);
    let whole = if subject && opens(text.view, chunks, at) {
        set_before(list, index)
    } else if subject {
        sibling(text.view, chunks, at, list, index)
    } else {
        tail(text, chunks, at, list, index)
    };
    let Some(whole) = whole else { return false };
    let (from, end) = text.view.span(list[index].first as usize, list[index].end as usize);
    trace.note("member", from, end, || {
        let whole = &list[whole];
        format!("of \"{}\"", text.view.slice(whole.first as usize, whole.end as usize))
    });
    list[index].part_of = Some(whole as u32);
    list[index].unit = like(list, whole);
    if list[index].role.is_none() && (!subject || list[whole].role.is_some_and(lasts)) {
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

/// What is true of somebody ever after: who was freed stays freed, who was held may have got away.
pub(super) fn lasts(role: Role) -> bool {
    !matches!(
        role,
        Role::Kidnapped
            | Role::Captured
            | Role::Detained
            | Role::Trapped
            | Role::Stranded
            | Role::Missing
            | Role::Hospitalized
            | Role::Deployed
            | Role::Employed
    )
}

/// Whether what happened to the whole may have gone before what happened to some of them.
fn goes_before(whole: Role, part: Role) -> bool {
    match whole {
        Role::Launched => matches!(part, Role::ShotDown | Role::Destroyed),
        Role::Kidnapped | Role::Captured | Role::Detained => {
            matches!(part, Role::Released | Role::Rescued | Role::Sentenced | Role::Hospitalized | Role::Assaulted)
        }
        Role::Trapped | Role::Missing | Role::Stranded => {
            matches!(part, Role::Rescued | Role::Evacuated | Role::Missing | Role::Trapped)
        }
        Role::Infected => matches!(part, Role::Hospitalized),
        Role::Assaulted => matches!(part, Role::Hospitalized),
        Role::Rescued => matches!(part, Role::Hospitalized),
        Role::Affected => matches!(part, Role::Displaced | Role::Evacuated | Role::Homeless | Role::Affected),
        Role::Displaced | Role::Evacuated | Role::Homeless => matches!(part, Role::Affected | Role::Homeless),
        Role::Employed => part == Role::LaidOff,
        _ => false,
    }
}

/// Whether a number can be some of those that another counts, by value.
fn fewer(part: &Quantity, whole: &Quantity) -> bool {
    let most = |quantity: &Quantity| quantity.value.or(quantity.max).or(quantity.min);
    matches!((most(part), most(whole)), (Some(part), Some(whole)) if part < whole)
}

/// Whether a number counts, so that others may be some of them.
fn is_set(quantity: &Quantity) -> bool {
    matches!(quantity.unit, Unit::Count(_) | Unit::Like(_) | Unit::People) && !quantity.implicit && !quantity.marks.zero
}

/// Those told of in the sentence before, or behind a semicolon.
fn set_before(list: &[Quantity], index: usize) -> Option<usize> {
    let quantity = &list[index];
    last_before(list, index, |whole| {
        let follows = match (whole.role, quantity.role) {
            (Some(whole), Some(part)) => goes_before(whole, part),
            (Some(_), None) => true,
            _ => false,
        };
        follows
            && is_set(whole)
            && whole.part_of.is_none()
            && quantity.sentence - whole.sentence <= SENTENCES_BACK
            && fewer(quantity, whole)
    })
}

/// "Five were dug out and two wore beacons", "of which 76 were shot down and 95 were lost": joined to a part of the same.
fn sibling(view: &View, chunks: &[Chunk], at: usize, list: &[Quantity], index: usize) -> Option<usize> {
    if !is_joined(view, chunks, at) {
        return None;
    }
    let before = chunks[..at].iter().rev().find_map(Chunk::is_number)?;
    let whole = list[before].part_of? as usize;
    let told = &list[before];
    let clause = told.unit != Unit::None || told.marks.partitive;
    let subject = chunks.iter().position(|chunk| chunk.what == What::Number(before as u32))?;
    let fits = match (list[whole].role, list[index].role) {
        (Some(role), Some(part)) => goes_before(role, part),
        _ => true,
    };
    let sum = told.value.unwrap_or(0.0) + list[index].value.unwrap_or(0.0);
    let room = list[whole].value.or(list[whole].max).is_none_or(|most| sum <= most);
    (clause && is_subject(chunks, subject) && fits && room && fewer(&list[index], &list[whole])).then_some(whole)
}

/// "…, one in a critical state", "…, 2,400 in London": a number behind a comma with no verb of its own. Where the whole has
/// a place or a time beside it too, they are told one after the other: "12 in Lagos, three in Kano".
fn tail(text: Text, chunks: &[Chunk], at: usize, list: &[Quantity], index: usize) -> Option<usize> {
    let view = text.view;
    let after = list[index].end as usize;
    if list[index].role.is_some()
        || !view.is(after, &[kw::IN, kw::AT, kw::WITH, kw::ON, kw::FROM])
        || !is_joined(view, chunks, at)
    {
        return None;
    }
    let told = chunks[at + 2..].iter().find(|chunk| !matches!(chunk.what, What::Other | What::Preposition))?.what;
    let verbless = chunks[at + 1..]
        .iter()
        .take_while(|chunk| !matches!(chunk.what, What::Comma | What::Break | What::Clause | What::Connective(_)))
        .all(|chunk| !matches!(chunk.what, What::Verb | What::Aux | What::Cue(_)));
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
    }) || matches!(told, What::Time(_));
    let joint = view.is(chunks[at - 1].first as usize, &[kw::COMMA]);
    let set = &list[whole];
    (verbless && !beside && joint && set.role.is_some() && is_set(set) && fewer(&list[index], set)).then_some(whole)
}

/// Whether a verb follows a number, or words that belong to one.
fn is_subject(chunks: &[Chunk], at: usize) -> bool {
    chunks[at + 1..]
        .iter()
        .find(|chunk| !chunk.aside && !matches!(chunk.what, What::Other | What::Status(_)))
        .is_some_and(|chunk| matches!(chunk.what, What::Aux | What::Verb | What::Cue(_) | What::Report(_)))
}

/// Whether a number stands behind "and", "but" or a comma.
fn is_joined(view: &View, chunks: &[Chunk], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| match chunks[before].what {
        What::Connective(Connective::And | Connective::But) | What::Comma => true,
        What::Clause => view.is(chunks[before].first as usize, &[kw::WHILE]),
        _ => false,
    })
}

/// Whether a number opens its sentence or the clause behind a semicolon, over times and places before it and words of
/// saying.
fn opens(view: &View, chunks: &[Chunk], at: usize) -> bool {
    let mut nouns = 0;
    for before in (0..at).rev().take(10) {
        match chunks[before].what {
            What::Break => return true,
            What::Report(_) | What::Quote => return nouns == 0,
            What::Time(_) | What::Comma | What::Preposition | What::Other | What::Connective(Connective::But) => {}
            What::Entity(_) | What::Noun { .. } => nouns += 1,
            What::Clause if view.is(chunks[before].first as usize, &[kw::THAT]) => {}
            _ => return false,
        }
    }
    // "In the north 40 were hurt" is told of a place of its own.
    nouns == 0 || view.likely(chunks[0].first as usize, pos::PREPOSITION) && nouns == 1
}
