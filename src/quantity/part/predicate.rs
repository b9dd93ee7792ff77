//! What a part is said to be: "Seventeen of the dead were children", "… and two were nurses".

use super::super::grammar::BE;
use super::super::outline::Text;
use super::super::{Noun, Quantity, Unit, noun};
use crate::lexicon::sense::pos;
use crate::lexicon::{View, keyword as kw};

/// How far behind a part its verb may stand, in tokens: "of those killed in Kisumu".
const REACH: usize = 8;

/// Gives a part that has no noun of its own the one that it is said to be.
pub(super) fn told_as(text: Text, list: &mut [Quantity], index: usize) {
    let quantity = &list[index];
    let bare = matches!(quantity.unit, Unit::None | Unit::Like(_) | Unit::People) && quantity.value.is_some();
    if quantity.implicit || !bare || quantity.value.is_some_and(|value| value < 1.0) {
        return;
    }
    if let Some(noun) = predicate(text, quantity) {
        list[index].unit = Unit::Count(noun);
    }
}

/// The people in the plural behind the form of "be" that follows a number, over "of the dead" and where that was.
fn predicate(text: Text, quantity: &Quantity) -> Option<Noun> {
    let Text { view, entities, times, .. } = text;
    let stop = view.sentences[quantity.sentence as usize].last as usize;
    let end = quantity.number.1 as usize;
    let be = |token: usize| view.is(token, BE);
    let of = view.is(end, &[kw::OF]);
    let verb = if of {
        (end + 1..stop.min(end + REACH)).find(|&token| !view.is_word(token) || be(token)).filter(|&token| be(token))?
    } else {
        Some(end).filter(|&token| be(token))?
    };
    let mut at = verb + 1;
    while at < stop && view.likely(at, pos::ADVERB) && !noun::starts_noun(view, at) {
        at += 1;
    }
    if view.is(at, &[kw::THE]) {
        return None;
    }
    let noun = noun::counted(view, entities, times, at, false, true).filter(|noun| noun.end as usize <= stop)?;
    is_people(view, &noun).then_some(noun)
}

/// Whether a noun phrase names people by what they are.
fn is_people(view: &View, noun: &Noun) -> bool {
    noun.thing.is_some_and(|row| {
        let thing = &view.lexicon.things[row as usize];
        let branch = view.lexicon.branch(row as usize);
        thing.plural && branch.starts_with("person/") && !branch.starts_with("person/group")
    })
}
