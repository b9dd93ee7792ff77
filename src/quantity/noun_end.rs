//! Where a noun phrase ends, and where "and" goes on with it.

use super::noun::{starts_noun, thing};
use crate::entity::Entities;
use crate::lexicon::View;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, pos};
use crate::text::Shape;
use crate::time::Times;

/// "police and army officers", "Kia and Hyundai vehicles": "and" between modifiers of one noun.
pub(super) fn joins_modifiers(view: &View, token: usize) -> bool {
    let plural_soon = (token + 2..(token + 4).min(view.len())).any(|next| {
        view.likely(next, pos::PLURAL) || thing(view, next).is_some_and(|(_, row)| view.lexicon.things[row].plural)
    });
    // "16 and killing two": no modifier.
    let verb = view.can_be(token + 1, pos::ING) && view.has(token + 1, Class::Cue);
    !verb
        && view.is_word(token + 1)
        && starts_noun(view, token + 1)
        && plural_soon
        && !view.has(token + 1, Class::Number)
        // "22 bodies and more than 70 recruits".
        && !view.has(token + 1, Class::Bound)
}

/// Whether the noun phrase is over after a noun.
pub(super) fn stops_after(
    view: &View,
    entities: &Entities,
    times: &Times,
    token: usize,
    single: bool,
    plural: bool,
) -> bool {
    if token >= view.len() || times.at(token).is_some() {
        return true;
    }
    // "12 times earnings".
    if single || !plural || view.is(token - 1, &[kw::TIMES]) {
        return plural && !single;
    }
    // A plural noun ends the phrase, unless another plain plural follows ("sports cars").
    let next_thing = thing(view, token).is_some_and(|(_, row)| view.lexicon.things[row].plural);
    let next_plural = view.likely(token, pos::PLURAL) || next_thing;
    let verb = view.likely(token, pos::VERB | pos::THIRD | pos::PAST | pos::PARTICIPLE);
    !(next_plural && !verb && view.shape(token) == Shape::Lower && entities.at(token).is_none())
}
