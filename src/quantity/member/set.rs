//! The set: those of whom a number tells some, behind the "of" that opens a sentence or told of in the sentence before.

use super::super::chunk::{Chunk, What};
use super::super::ellipsis::tells_of_some;
use super::super::{Quantity, Unit, last_before};
use super::kind::{can_have, fewer, goes_before, is_event, is_set};
use super::{LOOK_AHEAD, SENTENCES_BACK};
use crate::lexicon::sense::Class;
use crate::lexicon::{View, keyword as kw};
use crate::record::Role;

/// Whether the sentence of a number opens with "of".
pub(super) fn opens_with_of(view: &View, quantity: &Quantity) -> bool {
    let first = view.sentences[quantity.sentence as usize].first as usize;
    view.is(first + usize::from(view.is(first, &[kw::QUOTE])), &[kw::OF])
}

/// "of the 68", "of 68": whether "of" stands before a number.
pub(super) fn is_behind_of(view: &View, quantity: &Quantity) -> bool {
    let first = quantity.first as usize;
    let over = usize::from(first > 0 && view.is(first - 1, &[kw::THE]));
    first > over && view.is(first - 1 - over, &[kw::OF])
}

/// "Of the 60 on board, 41 drowned and nine were saved": those behind the "of" that opens the sentence.
pub(super) fn set_of(view: &View, chunks: &[Chunk], at: usize, list: &[Quantity], index: usize) -> Option<usize> {
    // "; of the 68 on the second 41 were saved": of those that the clause opens with.
    if let Some(stop) = chunks[..at].iter().rposition(|chunk| chunk.what == What::Break)
        && view.is(chunks[stop + 1].first as usize, &[kw::OF])
    {
        let whole = chunks[stop + 1..at].iter().take(4).find_map(Chunk::is_number)?;
        let countable = is_set(&list[whole]) || list[whole].unit == Unit::None;
        return (countable && fewer(&list[index], &list[whole])).then_some(whole);
    }
    let of = opens_with_of(view, &list[index]);
    // "Of them 109 had been rescued": those told of before.
    let first = chunks.first().map_or(0, |chunk| chunk.first as usize);
    // "Of those let out, seven had been held for years": those of whom that was told.
    if of && view.is(first + 1, &[kw::THOSE]) && view.has(first + 2, Class::Cue) {
        let role = |token: usize| view.words.all(token, Class::Cue).find_map(|(_, row)| view.lexicon.cues[row].role);
        let role = role(first + 2);
        let told = last_before(list, index, |whole| {
            is_set(whole)
                && role.is_some()
                && whole.role == role
                && fewer(&list[index], whole)
                && whole.sentence < list[index].sentence
                && list[index].sentence - whole.sentence <= SENTENCES_BACK + 2
        });
        if told.is_some() {
            return told;
        }
    }
    if of && view.is(first + 1, &[kw::THEM, kw::THESE, kw::THOSE]) {
        return last_before(list, index, |whole| {
            is_set(whole)
                && fewer(&list[index], whole)
                && whole.sentence < list[index].sentence
                && list[index].sentence - whole.sentence <= SENTENCES_BACK
        });
    }
    let whole = chunks[..at.min(5)].iter().find_map(Chunk::is_number).filter(|_| of)?;
    let countable = is_set(&list[whole]) || list[whole].unit == Unit::None;
    (countable && fewer(&list[index], &list[whole])).then_some(whole)
}

/// Those told of in the sentence before, or behind a semicolon.
pub(super) fn set_before(view: &View, list: &[Quantity], index: usize, later: bool) -> Option<usize> {
    let quantity = &list[index];
    let main = |whole: &Quantity| is_set(whole) && !tells_of_some(view, whole);
    // "Nine bodies were found. Seven were men. Four have been identified": of all nine.
    let all = |part: usize| match list[part].part_of {
        Some(whole) if list[part].sentence < quantity.sentence && fewer(quantity, &list[whole as usize]) => {
            whole as usize
        }
        _ => part,
    };
    // "Police arrested 85. Those held included six boys. Thirty were later freed": the sentence between tells of them too.
    let goes_on = |whole: &Quantity| {
        let of_it = |part: &Quantity| part.part_of.is_some_and(|of| std::ptr::eq(&list[of as usize], whole));
        let between = list[..index].iter().rev().take(LOOK_AHEAD);
        between
            .filter(|part| quantity.sentence - part.sentence == SENTENCES_BACK)
            .any(|part| of_it(part) && whole.sentence + 1 == part.sentence)
    };
    let nearest = last_before(list, index, |whole| main(whole) && fewer(quantity, whole));
    last_before(list, index, |whole| {
        // "were to have 2,500 members; 410 have been sent": of the nearest, whatever was sent before.
        let other = nearest.is_some_and(|nearest| !std::ptr::eq(whole, &list[nearest]));
        // "four bombs fell; one failed to go off": of none told of further back.
        if other
            && nearest.is_some_and(|near| list[near].sentence == quantity.sentence && list[near].role.is_none())
            && quantity.role.is_none()
        {
            return false;
        }
        if other && whole.role == quantity.role {
            return false;
        }
        let follows = match (whole.role, quantity.role) {
            (Some(whole), Some(part)) => {
                // "Four later died of their wounds".
                goes_before(whole, part) || later && whole == Role::Wounded && part == Role::Killed
            }
            (Some(_), None) => true,
            // "four bombs fell; one failed to go off".
            // "More than 300 inmates broke out. Eighty-eight have since come back".
            (None, None) => {
                !other && (later || quantity.sentence == whole.sentence) && matches!(whole.unit, Unit::Count(_))
            }
            // "About 1,400 inmates broke out; 230 have been caught", "carried 88 people. By then 39 had died".
            (None, Some(role)) => {
                let named = matches!(whole.unit, Unit::Count(_));
                !other && (quantity.sentence == whole.sentence || named && can_have(view, list, whole, role))
            }
        };
        follows
            && main(whole)
            && !is_event(view, list, whole)
            && (whole.part_of.is_none() || !whole.marks.partitive)
            && (quantity.sentence - whole.sentence <= SENTENCES_BACK || goes_on(whole))
            && fewer(quantity, whole)
    })
    .map(all)
}
