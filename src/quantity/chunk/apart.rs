//! What stands in a clause of its own beside the one that tells the news.

use super::{Chunk, Voice, What};
use crate::lexicon::keyword::{self as kw, WordSet};
use crate::lexicon::{Connective, View};

/// How far back the word that opens the clause may stand, in chunks.
const REACH: usize = 12;

/// Words before a noun that make it the reason for something else: "protests **over** the killing of two men".
const REASONS: WordSet =
    WordSet::of(&[kw::AFTER, kw::BEFORE, kw::OVER, kw::FOR, kw::BY, kw::AGAINST, kw::SINCE, kw::FOLLOWING]);

/// Whether a figure stands in a clause that "when", "after" and their kin open, or tells the reason for what the sentence
/// is about.
pub(in crate::quantity) fn subordinate(view: &View, chunks: &[Chunk], at: usize, start: usize) -> bool {
    let first = |at: usize| chunks[at].first as usize;
    let mut joined = false;
    for before in (start..at).rev().take(REACH) {
        match chunks[before].what {
            What::Clause => {
                let relative = view.is(first(before), &[kw::WHO, kw::WHICH, kw::WHOM, kw::THAT]);
                return !relative && !view.is(first(before), &[kw::WHILE]);
            }
            What::Cue(Voice::Event) if !joined => return is_reason(view, chunks, before, start),
            // "after two priests and 17 worshippers were killed": over those joined.
            What::Connective(Connective::And) | What::Comma
                if matches!(chunks[before + 1].what, What::Number(_) | What::People { .. } | What::Connective(_)) =>
            {
                joined = true;
            }
            What::Comma | What::Break | What::Connective(Connective::And | Connective::But) => return false,
            What::Number(_) | What::People { .. } if joined => joined = true,
            // A verb between: the figure is joined to another clause than the one that the word opens.
            What::Verb | What::Aux | What::Cue(_) if joined => return false,
            _ => {}
        }
    }
    false
}

/// "after the killing of", "over the deaths of".
fn is_reason(view: &View, chunks: &[Chunk], event: usize, start: usize) -> bool {
    for before in (start..event).rev().take(4) {
        let token = chunks[before].first as usize;
        if REASONS.has(view.id(token)) {
            return before > start;
        }
        match chunks[before].what {
            What::Other | What::Noun { .. } | What::Entity(_) | What::Time(_) => {}
            _ => return false,
        }
    }
    false
}
