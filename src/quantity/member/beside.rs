//! Those of whom some are told beside the rest: still held, joined to "N of the M", behind "which had M".

use super::super::Quantity;
use super::super::chunk::{Chunk, What};
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
