//! Where a number stands in its sentence: before a verb, behind "and" or a comma, at the beginning.

use super::super::chunk::{Chunk, What};
use crate::lexicon::sense::pos;
use crate::lexicon::{Connective, View, keyword as kw};

/// Whether a verb follows a number, or words that belong to one.
pub(super) fn is_subject(view: &View, chunks: &[Chunk], at: usize) -> bool {
    let modal = |chunk: &Chunk| view.likely(chunk.first as usize, pos::MODAL);
    chunks[of_state(view, chunks, at)..]
        .iter()
        .find(|chunk| !chunk.aside && (!matches!(chunk.what, What::Other | What::Status(_)) || modal(chunk)))
        .is_some_and(|chunk| {
            modal(chunk) || matches!(chunk.what, What::Aux | What::Verb | What::Cue(_) | What::Report(_))
        })
}

/// The chunk behind a number, over "of the dead", "of those killed in Kisumu".
fn of_state(view: &View, chunks: &[Chunk], at: usize) -> usize {
    let next = at + 1;
    let of = chunks.get(next).is_some_and(|chunk| view.is(chunk.first as usize, &[kw::OF]));
    let state = chunks[next..].iter().take(4).position(|chunk| matches!(chunk.what, What::Cue(_))).filter(|_| of);
    let Some(state) = state else { return next };
    let behind = next + state + 1;
    let place = |what: What| matches!(what, What::Preposition | What::Entity(_) | What::Time(_));
    behind + chunks[behind..].iter().take_while(|chunk| place(chunk.what)).count()
}

/// Whether a form of "be" or "have" and no other verb follows a number: "are still there", "have frostbite".
pub(super) fn is_state(chunks: &[Chunk], at: usize) -> bool {
    let acts =
        |at: usize| chunks.get(at).is_some_and(|chunk| matches!(chunk.what, What::Verb | What::Aux | What::Cue(_)));
    // "have since escaped".
    let since =
        chunks.get(at + 2).is_some_and(|chunk| matches!(chunk.what, What::Preposition | What::Clause | What::Other));
    matches!(chunks.get(at + 1).map(|chunk| chunk.what), Some(What::Aux)) && !acts(at + 2) && !(since && acts(at + 3))
}

/// "have died: 21 by drowning": whether a number stands behind a colon.
pub(super) fn is_listed(view: &View, chunks: &[Chunk], at: usize) -> bool {
    at > 0 && chunks[at - 1].what == What::Break && view.is(chunks[at - 1].first as usize, &[kw::COLON])
}

/// The chunk before a number, over "the remaining" and "the last".
pub(super) fn joint_before(chunks: &[Chunk], at: usize) -> Option<usize> {
    let skipped = |what: What| matches!(what, What::Other | What::Connective(Connective::Other));
    (0..at).rev().take(3).find(|&before| !skipped(chunks[before].what))
}

/// Whether a number stands behind "and", "but" or a comma.
pub(super) fn is_joined(view: &View, chunks: &[Chunk], at: usize) -> bool {
    joint_before(chunks, at).is_some_and(|before| match chunks[before].what {
        What::Connective(Connective::And | Connective::But) | What::Comma => true,
        What::Clause => view.is(chunks[before].first as usize, &[kw::WHILE]),
        _ => false,
    })
}

/// Whether a number opens its sentence or the clause behind a semicolon, over times and places before it and words of
/// saying.
pub(super) fn opens(view: &View, chunks: &[Chunk], at: usize) -> bool {
    let mut nouns = 0;
    for before in (0..at).rev().take(10) {
        match chunks[before].what {
            What::Break => return true,
            What::Report(_) | What::Quote => return nouns == 0,
            What::Time(_) | What::Comma | What::Preposition | What::Other | What::Connective(Connective::But) => {}
            What::Entity(_) | What::Noun { .. } => nouns += 1,
            What::Clause if view.is(chunks[before].first as usize, &[kw::THAT]) => {}
            _ => return false,
        }
    }
    // "In the north 40 were hurt" is told of a place of its own.
    nouns == 0 || view.likely(chunks[0].first as usize, pos::PREPOSITION) && nouns == 1
}
