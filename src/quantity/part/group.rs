//! Groups told of before that a noun takes up: "The survivors included 14 children", "The victims were five men and a boy".

use super::super::chunk::{Chunk, What};
use super::super::grammar::BE;
use super::super::{Noun, Quantity, Unit, last_before, noun};
use super::{SENTENCES_BACK, alike, fits};
use crate::lexicon::sense::{Class, Frame};
use crate::lexicon::{Connective, View, keyword as kw};
use crate::record::Role;

/// What a noun phrase says of a group that was told of before.
struct Group {
    /// What happened to all of it, where the noun says so.
    role: Option<Role>,
    /// The row of the thing that it names.
    thing: Option<usize>,
}

/// How far before a number the words may begin that say of whom it is part, in tokens.
const REACH: usize = 5;

/// Whether words such as "included" or "were" stand before a number of which nothing is said.
pub(super) fn may_be_included(view: &View, part: &Quantity) -> bool {
    let first = part.first as usize;
    let counted = matches!(part.unit, Unit::Count(_)) && !part.implicit && part.part_of.is_none();
    counted
        && first > 0
        && (view.is(first - 1, BE)
            || (first.saturating_sub(REACH)..first).any(|token| view.has(token, Class::Connective)))
}

/// Numbers that a group is said to include are part of its figure.
pub(super) fn included(view: &View, chunks: &[Chunk], list: &mut [Quantity]) {
    for at in 0..chunks.len() {
        let includes = match chunks[at].what {
            What::Connective(Connective::Part) => true,
            What::Aux => chunks.get(at + 1).is_some_and(|next| next.is_number().is_some()),
            _ => false,
        };
        if !includes {
            continue;
        }
        let Some(group) = named_within(view, &chunks[at]).or_else(|| group(view, &chunks[..at])) else { continue };
        let mut whole = None;
        for chunk in &chunks[at + 1..] {
            match chunk.what {
                What::Number(index) => {
                    let index = index as usize;
                    whole = whole.or_else(|| holder(view, list, index, &group));
                    let Some(whole) = whole else { break };
                    let part = &list[index];
                    let free = part.part_of.is_none() && part.role.is_none_or(|role| Some(role) == list[whole].role);
                    if free && whole < index && fits(part, &list[whole]) && alike(view, list, part, &list[whole]) {
                        list[index].part_of = Some(whole as u32);
                        if list[index].role.is_none() {
                            (list[index].role, list[index].cue) = (list[whole].role, list[whole].cue);
                        }
                    }
                }
                What::Comma | What::Connective(Connective::And) | What::People { .. } | What::Noun { .. } => {}
                What::Other | What::Aux => {}
                _ => break,
            }
        }
    }
}

/// The group that opens a sentence or a clause: "The victims", "Those arrested", "the 12 dead" not.
fn group(view: &View, before: &[Chunk]) -> Option<Group> {
    let [.., last] = before else { return None };
    let first = last.first as usize;
    match last.what {
        What::Noun { people: true } => {
            let (_, row) = noun::thing(view, last.end as usize - 1)?;
            let opens = view.is(first, &[kw::THE]) || view.is(first.checked_sub(1)?, &[kw::THE, kw::THEIR, kw::HIS]);
            opens.then(|| Group { role: role_of(view.lexicon.branch(row)), thing: Some(row) })
        }
        // "Those arrested included".
        What::Cue(_) => {
            let those = view.is(first.checked_sub(1)?, &[kw::THOSE, kw::THE]);
            let role = view.words.all(first, Class::Cue).find_map(|(end, row)| {
                let cue = &view.lexicon.cues[row];
                (end == last.end as usize && matches!(cue.frame, Frame::State | Frame::Affects)).then_some(cue.role)?
            })?;
            those.then_some(Group { role: Some(role), thing: None })
        }
        _ => None,
    }
}

/// "The victims included", "Among the victims were": the group that the words of inclusion name themselves.
fn named_within(view: &View, chunk: &Chunk) -> Option<Group> {
    (chunk.first as usize + 1..chunk.end as usize).find_map(|token| {
        let (_, row) = noun::thing(view, token).filter(|_| view.is(token - 1, &[kw::THE]))?;
        Some(Group { role: Some(role_of(view.lexicon.branch(row))?), thing: Some(row) })
    })
}

/// What happened to those whom a noun names, by its branch.
fn role_of(branch: &str) -> Option<Role> {
    match branch {
        "person/condition/victim" => Some(Role::Killed),
        "person/condition/survivor" => Some(Role::Rescued),
        "person/captive/hostage" => Some(Role::Kidnapped),
        "person/captive/prisoner" => Some(Role::Detained),
        _ => None,
    }
}

/// The figure of a group: of the same role, or counted by the same noun.
fn holder(view: &View, list: &[Quantity], index: usize, group: &Group) -> Option<usize> {
    let part = &list[index];
    let may_hold = |whole: &Quantity| {
        !whole.implicit
            && whole.sentence < part.sentence
            && part.sentence - whole.sentence <= SENTENCES_BACK
            && whole.part_of.is_none()
            && !whole.marks.historical
            && fits(part, whole)
    };
    let head = |quantity: &Quantity| {
        let unit = match quantity.unit {
            Unit::Like(other) => list[other as usize].unit,
            unit => unit,
        };
        match unit {
            Unit::Count(Noun { thing: Some(row), .. }) => Some(view.lexicon.things[row as usize].head),
            _ => None,
        }
    };
    let told =
        group.role.and_then(|role| last_before(list, index, |whole| whole.role == Some(role) && may_hold(whole)));
    told.or_else(|| {
        let own = view.lexicon.things[group.thing?].head;
        last_before(list, index, |whole| head(whole) == Some(own) && may_hold(whole))
    })
}
