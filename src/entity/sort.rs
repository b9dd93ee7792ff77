//! What sort of place a name is by the words beside it: "the city of Gartow", "Gartow state", "eastern Gartow".

use super::mention::Mention;
use crate::lexicon::keyword::{self as k, WordSet};
use crate::lexicon::sense::{Class, pos};
use crate::lexicon::{View, types};
use crate::record::EntityKind;
use crate::text::Shape;

const WIDE: WordSet = WordSet::of(&[k::NORTHERN, k::SOUTHERN, k::EASTERN, k::WESTERN, k::CENTRAL]);

/// The sort of place that a mention is: a city, a region, or an area where all that is told is that it is none so small as a
/// city.
pub(super) fn sort(mention: Mention) -> Option<u32> {
    let (view, named) = (mention.view, mention.named());
    let (first, end) = (named.first as usize, named.end as usize);
    let before = |sorts: &[u32]| {
        let of = first.checked_sub(1).filter(|&of| view.is(of, &[k::OF]))?.checked_sub(1)?;
        match () {
            () if view.is(of, &[k::MAYOR]) => Some(types::CITY),
            () if view.is(of, &[k::GOVERNOR]) => Some(types::REGION),
            () => place_word(view, of, sorts),
        }
    };
    // "Washington Lt. |Gov. Ana Borges".
    let lieutenant = |at: usize| if view.is(at, &[k::LT]) && view.is(at + 1, &[k::DOT]) { at + 2 } else { at };
    let possessive = usize::from(view.is(end, &[k::POSSESSIVE]));
    if let Some((sort, _)) = defined(view, end) {
        return Some(sort);
    }
    match () {
        () if view.is(end + possessive, &[k::MAYOR]) => Some(types::CITY),
        () if view.is(lieutenant(end + possessive), &[k::GOVERNOR, k::GOV]) => Some(types::REGION),
        () if view.shape(end) == Shape::Lower => place_word(view, end, &[types::REGION]),
        () => None,
    }
    // "in eastern Washington": no city has so much to its east.
    .or_else(|| WIDE.has(view.id(first.wrapping_sub(1))).then_some(types::AREA))
    .or_else(|| before(&[types::CITY, types::REGION]))
}

/// "Gartow is a small town |in", "Gartow, a village |near": what sort of place a name is said to be, and the token behind that.
#[inline]
pub(super) fn defined(view: &View, end: usize) -> Option<(u32, usize)> {
    let may_be = view.is(end, &[k::COMMA, k::IS, k::WAS]) && view.is(end + 1, &[k::A, k::AN, k::THE]);
    if may_be { defined_behind(view, end) } else { None }
}

fn defined_behind(view: &View, end: usize) -> Option<(u32, usize)> {
    // "a small coastal town"
    for at in end + 2..end + 6 {
        if view.shape(at) != Shape::Lower || view.can_be(at, pos::PREPOSITION | pos::WH) {
            return None;
        }
        if let Some(sort) = place_word(view, at, &[types::CITY, types::REGION]) {
            // "Moore, a city councillor".
            let whole = !view.is_word(at + 1) || view.can_be(at + 1, pos::PREPOSITION | pos::COORDINATOR | pos::WH);
            return whole.then_some((sort, at + 1));
        }
    }
    None
}

/// Which of these sorts of places a word is for.
fn place_word(view: &View, at: usize, sorts: &[u32]) -> Option<u32> {
    if !view.has(at, Class::Shape) {
        return None;
    }
    let words = view.words.all(at, Class::Shape).map(|(_, row)| view.lexicon.shapes[row]);
    let mut words = words.filter(|word| word.kind == EntityKind::Place).map(|word| word.subtype);
    words.find(|sort| sorts.contains(sort))
}

/// "City", "Village": a word for a town with a capital.
pub(super) fn town_word(view: &View, at: usize) -> bool {
    view.capital(at) && place_word(view, at, &[types::CITY]).is_some()
}
