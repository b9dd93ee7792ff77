//! Names that the lexicons know, each with what its flags ask for.

use super::evidence::{ALL_CAPS, AFTER_TITLE, Marks};
use super::{Named, place};
use crate::lexicon::{NameFlags, NameMatch, View, keyword};
use crate::record::{EntityKind, Via};

/// One candidate for each stretch of tokens that is a name: the likeliest of the entries that have it.
pub(super) fn from_lexicon(view: &View, marks: &Marks, out: &mut Vec<Named>) {
    for same in view.words.names.chunk_by(|a, b| (a.first, a.end) == (b.first, b.end)) {
        let best = same
            .iter()
            .map(|name| candidate(view, marks, name))
            .max_by(|a, b| a.score.total_cmp(&b.score));
        if let Some(best) = best.filter(|best| best.score >= 0.5) {
            out.push(best);
        }
    }
}

/// A match with the score that its flags and its neighbours leave it.
fn candidate(view: &View, marks: &Marks, name: &NameMatch) -> Named {
    let entry_index = view.lexicon.surfaces[name.surface as usize].entry;
    let entry = &view.lexicon.entries[entry_index as usize];
    let (first, end) = (name.first as usize, name.end as usize);
    let demonym = name.flags.has(NameFlags::DEMONYM);
    let kind = if demonym { EntityKind::Nationality } else { entry.kind };
    let mut score = if entry.kind == EntityKind::Place { 0.7 + 0.25 * place::prior(entry) } else { 0.9 };
    if name.flags.has(NameFlags::EXACT) && marks.has(first, ALL_CAPS) {
        score = 0.0;
    }
    if name.flags.has(NameFlags::TITLE) && !marks.has(first, AFTER_TITLE) {
        score = 0.0;
    }
    if name.flags.has(NameFlags::CONTEXT) {
        score *= if in_context(view, first, end) { 0.9 } else { 0.4 };
    }
    let mut named = Named::new(first, end, kind, Via::Lexicon, score);
    named.entry = Some(entry_index);
    named
}

/// Whether the neighbours speak for a name that is also something else.
fn in_context(view: &View, first: usize, _end: usize) -> bool {
    use keyword::{AT, FROM, IN, NEAR, THE};
    first > 0 && view.is(first - 1, &[AT, FROM, IN, NEAR, THE])
}
