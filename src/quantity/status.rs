//! Status: whether a figure is told as fact, plan or possibility, or denied.

use super::Quantity;
use super::chunk::{Chunk, Chunks, What};
use crate::lexicon::View;
use crate::lexicon::sense::Effect;
use crate::record::Status;
use crate::trace::Trace;

/// How far back from the cue a word of status reaches, in chunks.
const REACH: usize = 14;

/// Sets the status of every quantity that has a role.
pub(super) fn mark(view: &View, chunks: &Chunks, list: &mut [Quantity], trace: &mut Trace) {
    for quantity in list.iter_mut() {
        let Some(cue) = quantity.cue else { continue };
        let (start, stop) = chunks.sentences[quantity.sentence as usize];
        let chunks = &chunks.list[start as usize..stop as usize];
        let from = quantity.first.max(cue.0);
        let Some(at) = chunks.iter().rposition(|chunk| chunk.first <= from) else { continue };
        let effect = governing(chunks, at, cue.0.min(quantity.first));
        let Some((effect, chunk)) = effect else { continue };
        let (begin, end) = view.span(chunk.first as usize, chunk.end as usize);
        trace.note("status", begin, end, || format!("{effect:?}").to_lowercase());
        match effect {
            Effect::Planned => quantity.status = Status::Planned,
            Effect::Possible => quantity.status = Status::Possible,
            Effect::Denied => quantity.status = Status::Denied,
            Effect::Hypothetical => {
                quantity.status = Status::Possible;
                quantity.marks.hypothetical = true;
            }
            Effect::Historical => quantity.marks.historical = true,
            Effect::Negated | Effect::None | Effect::Habitual => {}
        }
    }
    for index in 0..list.len() {
        if let Some(whole) = list[index].part_of
            && list[index].role.is_some()
            && list[index].role == list[whole as usize].role
            && list[index].cue == list[whole as usize].cue
        {
            list[index].status = list[whole as usize].status;
            list[index].marks.hypothetical |= list[whole as usize].marks.hypothetical;
            list[index].marks.historical |= list[whole as usize].marks.historical;
        }
    }
}

/// The word of status that governs the chunk `at`: the nearest before it in its clause. A denial reaches over "that".
fn governing(chunks: &[Chunk], at: usize, first: u32) -> Option<(Effect, Chunk)> {
    let mut clause = false;
    let mut verbs = 0;
    for chunk in chunks[..=at].iter().rev().take(REACH) {
        match chunk.what {
            What::Status(Effect::Denied) => return Some((Effect::Denied, *chunk)),
            What::Status(effect) if !clause && verbs < 1 => {
                if effect != Effect::Negated {
                    return Some((effect, *chunk));
                }
            }
            What::Break => return None,
            What::Clause | What::Report(_) => clause = true,
            What::Cue(_) if chunk.first < first => verbs += 1,
            What::Verb if chunk.first < first => verbs += 1,
            _ => {}
        }
    }
    None
}
