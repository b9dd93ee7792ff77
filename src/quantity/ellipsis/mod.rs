//! Ellipsis: numbers that name nothing themselves and lean on another ("and some 80 hurt", "seven others").

mod lean;
mod whom;

use super::chunk::{Chunks, What};
use super::outline::Text;
use super::{Noun, Quantity, Unit, member, part, rival};
use crate::lexicon::{Connective, View, keyword as kw};
use crate::number::Form;
use crate::record::Role;
use crate::trace::Trace;
use lean::leans_on;
pub(super) use whom::tells_of_some;

/// Gives every bare number what it leans on, and roles that go with it.
pub(super) fn resolve(text: Text, chunks: &mut Chunks, list: &mut [Quantity], trace: &mut Trace) {
    let view = text.view;
    for index in 0..list.len() {
        part::link_of(text, list, index);
        if matches!(list[index].unit, Unit::Count(_)) && list[index].role.is_none() {
            gapped(text, chunks, list, index, trace);
        }
        if list[index].implicit || !matches!(list[index].unit, Unit::None) || list[index].form == Form::Score {
            continue;
        }
        // "Nineteen of the 64 injured": as those whom the next number counts.
        if let Some(whole) = part::of_following(view, list, index)
            && list[whole as usize].unit == Unit::None
            && list[index].value.is_some_and(|value| value >= 1.0)
        {
            list[index].unit = Unit::Like(whole);
            continue;
        }
        if let Some(noun) = whom::uncounted(view, list, index) {
            list[index].unit = Unit::Count(noun);
            continue;
        }
        if member::link(text, chunks, list, index, trace) || rival::link(text, chunks, list, index, trace) {
            continue;
        }
        // "four of five": the first leans on it already.
        let Some(unit) = leans_on(view, list, index).filter(|unit| *unit != Unit::Like(index as u32)) else { continue };
        let (start, stop) = view.span(list[index].first as usize, list[index].end as usize);
        if let Unit::Like(other) = unit {
            trace.note("ellipsis", start, stop, || format!("like \"{}\"", words(view, &list[other as usize])));
            if list[index].role.is_none() {
                shared_role(view, chunks, list, index, other as usize);
            }
        } else {
            trace.note("ellipsis", start, stop, || "people".to_owned());
        }
        list[index].unit = unit;
        // What is paid is hit by nothing.
        if lean::is_money(list, unit) {
            (list[index].role, list[index].cue) = (None, None);
        }
    }
}

/// Numbers that lean on each other in a circle lean on nothing.
pub(super) fn break_circles(list: &mut [Quantity]) {
    for index in 0..list.len() {
        let leans = |index: usize| matches!(list[index].unit, Unit::Like(_));
        if leans(index) && leans(lean::origin(list, index) as usize) {
            list[index].unit = Unit::None;
        }
    }
}

/// "Argentina has sent three planes and Brazil 90 men": the verb of the first is that of the second too, of whom it says
/// the same.
fn gapped(text: Text, chunks: &Chunks, list: &mut [Quantity], index: usize, trace: &mut Trace) {
    let view = text.view;
    let Some(before) = index.checked_sub(1) else { return };
    let (told, quantity) = (&list[before], &list[index]);
    let (Some(role), Some(cue)) = (told.role, told.cue) else { return };
    let Unit::Count(Noun { thing: Some(_), .. }) = quantity.unit else { return };
    let object = cue.0 < told.first && !told.implicit && !quantity.implicit && !quantity.marks.partitive;
    if !object
        || told.sentence != quantity.sentence
        || !matches!(role, Role::Deployed | Role::Delivered | Role::Launched)
    {
        return;
    }
    let (start, stop) = chunks.sentences[quantity.sentence as usize];
    let chunks = &chunks.list[start as usize..stop as usize];
    let Some(at) = chunks.iter().position(|chunk| chunk.what == What::Number(index as u32)) else { return };
    let joint = |what: What| matches!(what, What::Comma | What::Break | What::Connective(Connective::And));
    // "and the Netherlands 120 troops".
    let over = usize::from(at >= 3 && view.is(chunks[at - 2].first as usize, &[kw::THE]));
    let giver = at >= 2 && matches!(chunks[at - 1].what, What::Entity(_)) && joint(chunks[at - 2 - over].what);
    // "and Brazil 90 men were": a verb of its own.
    let acts = chunks[at + 1..]
        .iter()
        .take_while(|chunk| !matches!(chunk.what, What::Clause | What::Break | What::Comma | What::Connective(_)))
        .any(|chunk| matches!(chunk.what, What::Verb | What::Aux | What::Cue(_)));
    let first = chunks.iter().position(|chunk| chunk.first >= told.end).unwrap_or(at);
    let parted =
        chunks[first.min(at)..at].iter().any(|chunk| matches!(chunk.what, What::Verb | What::Aux | What::Cue(_)));
    if giver && !acts && !parted {
        let (from, end) = view.span(cue.0 as usize, cue.1 as usize);
        trace.note("gapped", from, end, || format!("{role:?}"));
        (list[index].role, list[index].cue) = (Some(role), Some(cue));
    }
}

fn words<'a>(view: &View<'_, 'a>, quantity: &Quantity) -> &'a str {
    view.slice(quantity.first as usize, quantity.end as usize)
}

/// Roles that people have.
pub(super) fn of_people(role: Role) -> bool {
    !matches!(role, Role::Destroyed | Role::Damaged | Role::ShotDown | Role::Launched | Role::Delivered)
}

/// "France has 60 soldiers in Bamako, and Spain 90": the second shares the first's role where no verb parts them.
fn shared_role(view: &View, chunks: &Chunks, list: &mut [Quantity], index: usize, other: usize) {
    if list[index].sentence != list[other].sentence || list[index].marks.partitive || list[other].role.is_none() {
        return;
    }
    let (from, to) = (list[other].end, list[index].first);
    let (start, stop) = chunks.sentences[list[index].sentence as usize];
    let mut joined = false;
    for chunk in &chunks.list[start as usize..stop as usize] {
        if chunk.first < from || chunk.first >= to {
            continue;
        }
        match chunk.what {
            What::Verb | What::Aux | What::Clause | What::Break | What::Cue(_) | What::Pronoun => return,
            What::Comma | What::Connective(Connective::And | Connective::But) => joined = true,
            _ => {}
        }
    }
    let follows = view.is(list[index].end as usize, &[kw::FROM, kw::IN, kw::AT, kw::OF, kw::DOT, kw::COMMA]);
    if joined && follows {
        list[index].role = list[other].role;
        list[index].cue = list[other].cue;
    }
}
