//! Asides: what "including", brackets and dashes set apart from the sentence.

use super::{Chunk, What};
use crate::lexicon::{Connective, View};

/// Marks what "including", "among them" and brackets set aside, up to the comma or bracket that closes it.
pub(super) fn mark_asides(view: &View, chunks: &mut [Chunk]) {
    let mut open = false;
    let mut bracket = false;
    for index in 0..chunks.len() {
        match chunks[index].what {
            What::Connective(Connective::Part) => open = true,
            What::Open => bracket = true,
            What::Close => {
                bracket = false;
                chunks[index].aside = true;
                continue;
            }
            What::Break => open = false,
            What::Comma if open && closes(view, chunks, index) => open = false,
            What::Aux if open && closes_by_verb(chunks, index) => open = false,
            _ => {}
        }
        chunks[index].aside = open || bracket;
    }
    mark_between_dashes(view, chunks);
}

/// Marks what stands between two dashes: "Nineteen people -- six traders and 13 guards -- were killed".
fn mark_between_dashes(view: &View, chunks: &mut [Chunk]) {
    let dash = |chunk: &Chunk| chunk.what == What::Break && view.tokens[chunk.first as usize].punct() == b'-';
    let mut at = 0;
    while at < chunks.len() {
        if !dash(&chunks[at]) {
            at += 1;
            continue;
        }
        let Some(length) = chunks[at + 1..].iter().position(dash) else { return };
        for chunk in &mut chunks[at..at + length + 2] {
            chunk.aside = true;
        }
        at += length + 2;
    }
}

/// A comma closes what "including" opened unless the list goes on behind it.
fn closes(_: &View, chunks: &[Chunk], comma: usize) -> bool {
    let after = |n: usize| chunks.get(comma + n).map(|chunk| chunk.what);
    !matches!(
        (after(1), after(2)),
        (
            Some(What::Number(_) | What::People { .. } | What::Noun { .. }),
            Some(What::Connective(Connective::And) | What::Comma)
        )
    )
}

/// A verb closes it too where no comma did: "guests including two waiters were killed".
fn closes_by_verb(chunks: &[Chunk], aux: usize) -> bool {
    chunks[aux + 1..].iter().take(3).any(|chunk| matches!(chunk.what, What::Cue(_)))
        && !matches!(chunks[aux - 1].what, What::Clause | What::Pronoun)
}
