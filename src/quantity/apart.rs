//! Stretches of a sentence that tell of something else than its clause: of somebody else, of a record, between commas.

use super::clause::{Piece, WINDOW, What};
use super::outline::Text;
use crate::lexicon::View;
use crate::lexicon::keyword::{self as kw, WordSet};
use crate::lexicon::sense::pos;

const THOSE: WordSet = WordSet::of(&[kw::WHO, kw::WHOSE, kw::WHICH, kw::THAT]);

/// Whether words that set an event beside others begin at a piece: ", the worst attack in …", ", the most in …".
pub(super) fn outdoes(text: Text, pieces: &[Piece], at: usize) -> bool {
    if !matches!(pieces[at].what, What::Comma | What::Dash)
        || !matches!(pieces.get(at + 1).map(|piece| piece.what), Some(What::Determiner))
    {
        return false;
    }
    let view = text.view;
    pieces[at + 1..].iter().take(5).any(|piece| {
        let token = piece.first as usize;
        // "the fourth such disaster in …".
        let superlative = view.is(token, &[kw::MOST, kw::WORST, kw::FIRST, kw::SUCH])
            || view.likely(token, pos::ADJECTIVE) && view.slice(token, token + 1).ends_with("est");
        superlative && view.is_word(token)
    })
}

/// Where a relative clause begins behind the cue that tells something of somebody else ("the man who had shot three in X").
/// What is told of those who did it, or of the event, tells of the event too ("by gunmen who stormed a bar in X"), and
/// what always holds parts nothing ("at the fence that divides the town").
pub(super) fn told_of_others(view: &View, pieces: &[Piece], high: usize) -> usize {
    let mut agent = false;
    for at in (high + 1..pieces.len()).take(WINDOW) {
        let piece = pieces[at];
        match piece.what {
            What::Preposition => {
                agent = matches!(pieces[at - 1].what, What::Cue | What::Number(_))
                    && view.is(piece.first as usize, &[kw::BY, kw::IN]);
            }
            What::Comma | What::Verb | What::Aux | What::Cue => agent = false,
            What::Relative if THOSE.has(view.id(piece.first as usize)) => {
                let next = piece.end as usize;
                let perfect = view.is(next, &[kw::HAD, kw::HAVE, kw::HAS]);
                if (!agent || perfect) && !view.likely(next, pos::THIRD) {
                    return at;
                }
                agent = false;
            }
            _ => {}
        }
    }
    pieces.len()
}

/// Whether a piece stands in a relative clause between commas: "X, which has had 27,000 cases, received".
pub(super) fn enclosed(pieces: &[Piece], own: usize) -> bool {
    let opens = (0..own).rev().take(12).find(|&at| !matches!(pieces[at].what, What::Verb | What::Aux | What::Adverb));
    opens.is_some_and(|at| {
        // ", in which 31 drowned,".
        let before = |back: usize| at.checked_sub(back).map(|at| pieces[at].what);
        let back = if matches!(before(1), Some(What::Preposition)) { 2 } else { 1 };
        matches!(pieces[at].what, What::Relative) && matches!(before(back), Some(What::Comma))
    })
}

/// ", in Vadodara 12 and **in Bharuch** three": whether a place or a time opens what is told of the next number of a list.
pub(super) fn opens_next(pieces: &[Piece], at: usize) -> bool {
    let what = |at: usize| pieces.get(at).map(|piece| piece.what);
    let mut before = at;
    while before > 0 && matches!(what(before - 1), Some(What::Preposition | What::Determiner)) {
        before -= 1;
    }
    matches!(what(at + 1), Some(What::Number(_)))
        && before > 0
        && matches!(what(before - 1), Some(What::Comma | What::And | What::Semicolon))
}
