//! Place: where it happened, by the clause and what leads to it.

use super::Quantity;
use crate::entity::Entities;
use crate::lexicon::{View, keyword as kw};
use crate::record::{EntityKind, Role};
use crate::trace::Trace;

/// Links every quantity that has a role to the place of the event.
pub(super) fn link(view: &View, entities: &Entities, list: &mut [Quantity], trace: &mut Trace) {
    let mut carried: Option<u32> = None;
    let mut sentence = u32::MAX;
    let mut order: Vec<usize> = (0..list.len()).collect();
    order.sort_by_key(|&index| list[index].first);
    for index in order {
        let quantity = &list[index];
        let Some(role) = quantity.role else { continue };
        if role == Role::Employed || role == Role::Delivered {
            continue;
        }
        if quantity.sentence != sentence {
            sentence = quantity.sentence;
        }
        let found = within(view, entities, quantity, role).or(if role == Role::Deployed { None } else { carried });
        if let Some(place) = found {
            let named = &entities.list[place as usize];
            let (start, end) = view.span(named.first as usize, named.end as usize);
            trace.note("place", start, end, || format!("{role:?}"));
            list[index].place = Some(place);
            carried = Some(place);
        }
    }
}

/// The place that a preposition gives in the sentence: the nearest behind the cue, else the nearest before it.
fn within(view: &View, entities: &Entities, quantity: &Quantity, role: Role) -> Option<u32> {
    let range = view.sentences[quantity.sentence as usize];
    let cue = quantity.cue.map_or(quantity.end, |cue| cue.1).max(quantity.end);
    let first = entities.list.partition_point(|named| named.first < range.first);
    let mut before = None;
    for (index, named) in entities.list.iter().enumerate().skip(first) {
        if named.first >= range.last {
            break;
        }
        if named.kind != EntityKind::Place || !led_to(view, entities, index, role) {
            continue;
        }
        if named.first >= cue {
            return Some(index as u32);
        }
        before = Some(index as u32);
    }
    before
}

/// Whether a preposition of place leads to the entity, over "the", adjectives and common nouns ("in the town of X").
fn led_to(view: &View, entities: &Entities, index: usize, role: Role) -> bool {
    let mut token = entities.list[index].first as usize;
    for _ in 0..6 {
        let Some(before) = token.checked_sub(1) else { return false };
        token = before;
        if role == Role::Deployed {
            if view.is(token, &[kw::TO, kw::IN, kw::INTO, kw::AT]) {
                return true;
            }
        } else if view.is(token, &[kw::IN, kw::AT, kw::NEAR, kw::OUTSIDE, kw::INSIDE, kw::ACROSS, kw::AROUND, kw::ON]) {
            return true;
        }
        if entities.at(token).is_some() || !view.is_word(token) || view.verb_like(token) {
            return false;
        }
    }
    false
}
