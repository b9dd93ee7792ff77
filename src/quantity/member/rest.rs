//! The rest of those of whom some were told of: "the other nine", "the remaining two".

use super::super::role::leant::is_the_other;
use super::super::{Quantity, last_before};
use super::kind::{fewer, lasts};
use super::{SENTENCES_BACK, like};
use crate::lexicon::sense::{Class, pos};
use crate::lexicon::{View, keyword as kw};
use crate::trace::Trace;

/// "93 miners were at work. Seventy-one were brought up. … The other nine": the rest of those of whom some were told of.
pub(super) fn the_rest(view: &View, list: &mut [Quantity], index: usize, trace: &mut Trace) -> bool {
    let quantity = &list[index];
    let whole = last_before(list, index, |part| {
        part.part_of.is_some() && quantity.sentence - part.sentence <= SENTENCES_BACK + 1
    })
    .and_then(|part| list[part].part_of)
    .filter(|&whole| is_rest(view, quantity) && fewer(quantity, &list[whole as usize]));
    let Some(whole) = whole else { return false };
    let (from, end) = view.span(quantity.first as usize, quantity.end as usize);
    trace.note("member", from, end, || "the rest".to_owned());
    list[index].part_of = Some(whole);
    list[index].unit = like(list, whole as usize);
    // "the other eight are still there": as all of them were.
    let after = list[index].end as usize;
    let stays = view.is(after, &[kw::ARE, kw::REMAIN, kw::IS]) || view.likely(after, pos::PREPOSITION);
    let lasting = list[whole as usize].role.is_some_and(lasts);
    if list[index].role.is_none() && (stays || lasting) {
        (list[index].role, list[index].cue) = (list[whole as usize].role, list[whole as usize].cue);
    }
    true
}

/// "the other nine", "the remaining two".
pub(super) fn is_rest(view: &View, quantity: &Quantity) -> bool {
    let the = (quantity.first as usize).checked_sub(2);
    is_the_other(view, quantity)
        || the.is_some_and(|the| {
            view.is(the, &[kw::THE]) && view.longest(the, Class::Connective).is_some_and(|(end, _)| end == the + 2)
        })
}
