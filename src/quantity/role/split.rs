//! Verbs that the counted parts from the rest of the cue: "took six seamen hostage", "let ten of them go", "pulled 64
//! migrants from the water".

use super::super::outline::Text;
use super::super::{Quantity, Unit};
use crate::lexicon::sense::{Class, Frame, pos};
use crate::lexicon::{View, keyword as kw};
use crate::record::Role;
use crate::trace::Trace;

/// How far behind the number the rest of the cue may stand, in tokens.
const REACH: usize = 9;

/// Links the cues that numbers part.
pub(super) fn link(text: Text, list: &mut [Quantity], trace: &mut Trace) {
    let view = text.view;
    for index in 0..list.len() {
        let quantity = &list[index];
        let Some(verb) = verb_before(view, quantity).filter(|_| !quantity.implicit) else { continue };
        // What another verb says of it holds.
        let set = quantity.marks.partitive && quantity.cue.is_some_and(|cue| cue.0 >= quantity.number.1);
        if matches!(quantity.unit, Unit::Measure { .. }) || !set && quantity.cue.is_some_and(|cue| cue.0 != verb as u32)
        {
            continue;
        }
        let Some((role, at)) = rest(view, quantity).find_map(|at| Some((split(view, quantity, verb, at)?, at))) else {
            continue;
        };
        let (start, stop) = view.span(verb, at + 1);
        trace.note("split", start, stop, || format!("{role:?}"));
        let sentence = quantity.sentence;
        // "let 430 of its 700 employees go": nothing is said of all of them.
        let of = view.is(quantity.number.1 as usize, &[kw::OF]) && quantity.marks.partitive;
        let counts = if set || of { 1 } else { usize::MAX };
        let split = |counted: &&mut Quantity| (counted.first as usize) < at && counted.sentence == sentence;
        for counted in list[index..].iter_mut().take(counts).take_while(split) {
            if !counted.implicit && !matches!(counted.unit, Unit::Measure { .. }) {
                counted.role = Some(role);
                counted.cue = Some((verb as u32, verb as u32 + 1));
            }
        }
    }
}

/// The verb right before a number.
fn verb_before(view: &View, quantity: &Quantity) -> Option<usize> {
    const VERB: u16 = pos::VERB | pos::THIRD | pos::PAST | pos::PARTICIPLE | pos::ING;
    let verb = (quantity.first as usize).checked_sub(1)?;
    let parts = view.info(verb).pos;
    (!view.glued(quantity.first as usize) && view.leads(verb) && (parts == 0 || parts & VERB != 0)).then_some(verb)
}

/// The tokens behind a number where the rest of a cue may begin, up to the end of the clause.
fn rest(view: &View, quantity: &Quantity) -> impl Iterator<Item = usize> {
    let from = quantity.end as usize;
    let stop = (view.sentences[quantity.sentence as usize].last as usize).min(from + REACH);
    let view = *view;
    (from..stop)
        .take_while(move |&token| view.tokens[token].punct() == 0 && (token == from || !view.verb_like(token - 1)))
        .filter(move |&token| !view.is(token, &[kw::AND, kw::OR, kw::AMPERSAND]))
}

/// The role that a verb has with the words at `at`.
fn split(view: &View, quantity: &Quantity, verb: usize, at: usize) -> Option<Role> {
    let lexicon = view.lexicon;
    let thing = match quantity.unit {
        Unit::Count(noun) => noun.thing,
        _ => None,
    };
    let mut found = None;
    view.split_terms(verb, at, Class::Cue, |row| {
        let cue = &lexicon.cues[row];
        let fits = match thing {
            Some(row) => lexicon.cue_fit(cue, lexicon.things[row as usize].branch).is_some(),
            None => lexicon.cue_allows_branch(cue, "person"),
        };
        if cue.frame == Frame::Affects && fits {
            found = cue.role.or(found);
        }
    });
    found
}
