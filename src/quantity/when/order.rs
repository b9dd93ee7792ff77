//! Where in its sentence a time stands: at the head, at the beginning of a conjunct, behind the next number of a list.

use super::super::clause::{Piece, What};

/// ", and on Saturday four suspects were held", "and, by Wednesday, had freed 12": whether a conjunct with a time of its own
/// begins.
pub(in crate::quantity) fn begins_clause(pieces: &[Piece], at: usize) -> bool {
    if !matches!(pieces[at].what, What::Time(_)) {
        return false;
    }
    let what = |back: usize| at.checked_sub(back).map(|at| pieces[at].what);
    let mut back = 1;
    if matches!(what(back), Some(What::Preposition)) {
        back += 1;
    }
    if matches!(what(back), Some(What::Comma)) {
        back += 1;
    }
    matches!(what(back), Some(What::And)) && !matches!(what(back + 1), Some(What::Time(_)))
}

/// "But early on **Monday**, 12 died": whether a time is the first thing that a sentence tells.
pub(super) fn leading(pieces: &[Piece], at: usize) -> bool {
    pieces[..at].iter().all(|piece| {
        matches!(
            piece.what,
            What::Preposition
                | What::Determiner
                | What::Adverb
                | What::Modifier
                | What::Time(_)
                | What::And
                | What::But
                | What::Quote
        )
    })
}

/// "Since the outbreak was declared **in August**, 480 have died": whether a time ends a clause that opens the sentence.
pub(super) fn fronted(pieces: &[Piece], at: usize) -> bool {
    matches!(pieces[0].what, What::Preposition | What::Clause)
        && matches!(pieces.get(at + 1).map(|next| next.what), Some(What::Comma))
        && !pieces[..at].iter().any(|piece| matches!(piece.what, What::Comma | What::Number(_)))
}

/// "were killed in May, and 12 **a week later**": whether a time stands right behind the next number of a list.
pub(super) fn of_next(pieces: &[Piece], from: usize, at: usize) -> bool {
    let what = |back: usize| at.checked_sub(back).map(|at| pieces[at].what);
    let mut back = 1;
    while matches!(what(back), Some(What::Preposition | What::Determiner)) {
        back += 1;
    }
    at >= from + back
        && matches!(what(back), Some(What::Number(_)))
        && match what(back + 1) {
            Some(What::And) => matches!(what(back + 2), Some(What::Comma)),
            before => matches!(before, Some(What::Comma)),
        }
}
