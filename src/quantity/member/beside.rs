//! Those of whom some are told beside the rest: still held, joined to "N of the M", behind "which had M".

use super::super::Quantity;
use super::super::chunk::{Chunk, What};
use super::super::ellipsis::tells_of_some;
use super::super::last_before;
use super::SENTENCES_BACK;
use super::kind::{fewer, goes_before, is_set};
use super::position::is_joined;
use crate::lexicon::{View, keyword as kw};
use crate::record::Role;

/// "Their captors still hold 17": those of the taken who were not let go.
pub(super) fn those_still_held(
    view: &View,
    chunks: &[Chunk],
    at: usize,
    list: &[Quantity],
    index: usize,
) -> Option<usize> {
    let quantity = &list[index];
    let held = |role: Option<Role>| matches!(role, Some(Role::Kidnapped | Role::Captured | Role::Detained));
    let verb = at.checked_sub(1)?;
    let from = chunks[verb.saturating_sub(3)].first as usize;
    let still =
        (from..chunks[verb].first as usize).any(|token| view.is(token, &[kw::STILL, kw::CONTINUE, kw::CONTINUES]));
    if !still || !held(quantity.role) {
        return None;
    }
    last_before(list, index, |whole| {
        is_set(whole)
            && held(whole.role)
            && whole.part_of.is_none()
            && fewer(quantity, whole)
            && quantity.sentence - whole.sentence <= SENTENCES_BACK + 1
    })
}

/// "Five of its 12 journalists are behind bars and two have fled": joined to "N of the M", of the same.
pub(super) fn beside_share(view: &View, chunks: &[Chunk], at: usize, list: &[Quantity], index: usize) -> Option<usize> {
    let whole = index.checked_sub(1)?;
    let share = &list[whole.checked_sub(1)?];
    let of = share.number.1;
    let near = share.marks.partitive && view.is(of as usize, &[kw::OF]) && list[whole].first <= of + 2;
    let sum = share.value? + list[index].value?;
    let room = list[whole].value.is_some_and(|most| sum <= most);
    let fits = match (list[whole].role, list[index].role) {
        (Some(role), Some(part)) => goes_before(role, part),
        _ => true,
    };
    (near
        && room
        && fits
        && share.sentence == list[index].sentence
        && is_set(&list[whole])
        && is_joined(view, chunks, at))
    .then_some(whole)
}

/// "In Lali, which had 640 houses, 15 still stand": of those that the clause before tells of.
pub(super) fn behind_had(chunks: &[Chunk], at: usize, list: &[Quantity], index: usize) -> Option<usize> {
    let [.., clause, had, number, comma] = &chunks[..at] else { return None };
    let whole = number.is_number()?;
    let which = clause.what == What::Clause && had.what == What::Aux && comma.what == What::Comma;
    (which && is_set(&list[whole]) && list[whole].role.is_none() && fewer(&list[index], &list[whole])).then_some(whole)
}

/// "Nineteen were taken to a clinic, from where seven were flown on": those whom the clause before tells of.
pub(super) fn from_where(view: &View, chunks: &[Chunk], at: usize, list: &[Quantity], index: usize) -> Option<usize> {
    let clause = at.checked_sub(1)?;
    if chunks[clause].what != What::Clause || !view.is(chunks[clause].first as usize, &[kw::WHERE]) {
        return None;
    }
    let whole = main_before(view, list, index)?;
    let follows = matches!((list[whole].role, list[index].role), (Some(whole), Some(part)) if goes_before(whole, part));
    follows.then_some(whole)
}

/// "36 have been kidnapped and 21 are still held": what is still so of some of those before "and".
pub(super) fn still_so(view: &View, chunks: &[Chunk], at: usize, list: &[Quantity], index: usize) -> Option<usize> {
    if !is_joined(view, chunks, at) || !is_later(view, &list[index]) {
        return None;
    }
    let whole = main_before(view, list, index).or_else(|| {
        last_before(list, index, |whole| {
            let quantity = &list[index];
            let held = matches!(whole.role, Some(Role::Detained | Role::Kidnapped | Role::Captured));
            quantity.sentence - whole.sentence == 1 && held && is_set(whole) && fewer(quantity, whole)
        })
    })?;
    let held = |role: Option<Role>| matches!(role, Some(Role::Kidnapped | Role::Captured | Role::Detained));
    let follows = match (list[whole].role, list[index].role) {
        (Some(before), Some(part)) => goes_before(before, part) || held(Some(before)) && held(Some(part)),
        (Some(_), None) => true,
        _ => false,
    };
    follows.then_some(whole)
}

/// "Six were trapped. … We believe that at least four are alive": of those of whom it is not known.
pub(super) fn alive(view: &View, list: &[Quantity], index: usize) -> Option<usize> {
    let quantity = &list[index];
    let end = quantity.end as usize;
    if quantity.role.is_some() || !(end..(end + 4).min(view.len())).any(|token| view.is(token, &[kw::ALIVE])) {
        return None;
    }
    last_before(list, index, |whole| {
        matches!(whole.role, Some(Role::Trapped | Role::Missing | Role::Stranded | Role::Kidnapped))
            && quantity.sentence - whole.sentence <= SENTENCES_BACK + 3
            && is_set(whole)
            && whole.part_of.is_none()
            && fewer(quantity, whole)
    })
}

/// "have since come back", "are still held", "remain in hospital": whether what follows a number goes on from what was told.
pub(super) fn is_later(view: &View, quantity: &Quantity) -> bool {
    let end = quantity.end as usize;
    let on = [kw::SINCE, kw::STILL, kw::LATER, kw::REMAIN, kw::REMAINED];
    (end..(end + 3).min(view.len())).any(|token| view.is(token, &on))
}

/// The nearest main figure before a number in its sentence.
fn main_before(view: &View, list: &[Quantity], index: usize) -> Option<usize> {
    let quantity = &list[index];
    last_before(list, index, |whole| {
        whole.sentence == quantity.sentence && is_set(whole) && !tells_of_some(view, whole) && fewer(quantity, whole)
    })
}
