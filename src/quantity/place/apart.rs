//! What is told apart on the way to a place: of another subject, of some of the counted, between commas.

use super::super::Quantity;
use super::super::clause::{Piece, What};
use super::own::Reader;
use crate::lexicon::keyword as kw;

impl Reader<'_, '_, '_> {
    /// "most of **them**".
    pub(super) fn of_most(&self, at: usize) -> bool {
        let token = self.pieces[at].first as usize;
        let view = self.text.view;
        token > 1 && view.is(token - 1, &[kw::OF]) && view.is(token - 2, &[kw::MOST])
    }

    /// Whether a number opens a clause of its own, with a place before its verb.
    pub(super) fn is_other_subject(&self, at: usize, other: u32, quantity: &Quantity) -> bool {
        let other = &self.list[other as usize];
        let Some(cue) = other.cue.filter(|cue| cue.0 >= other.end && quantity.cue != other.cue) else { return false };
        let joined = at > 1
            && matches!(self.pieces[at - 1].what, What::And | What::But)
            && matches!(self.pieces[at - 2].what, What::Comma | What::Semicolon);
        joined
            && self.pieces[at + 1..].iter().take_while(|piece| piece.first < cue.0).any(|piece| match piece.what {
                What::Entity(index) => self.place(index).is_some(),
                _ => false,
            })
    }

    /// Whether something else befell some of those that a quantity counts.
    pub(super) fn is_moved(&self, other: u32, quantity: &Quantity) -> bool {
        let other = &self.list[other as usize];
        let whole = other.part_of.map(|whole| &self.list[whole as usize]);
        other.role.is_some()
            && other.role != quantity.role
            && whole.is_some_and(|whole| whole.first == quantity.first && whole.number == quantity.number)
    }

    /// Whether a number tells only of some of those that a quantity counts.
    pub(super) fn is_part(&self, other: u32, quantity: &Quantity) -> bool {
        let whole = self.list[other as usize].part_of.map(|whole| &self.list[whole as usize]);
        self.list[other as usize].marks.partitive
            && whole.is_some_and(|whole| whole.number == quantity.number && whole.first == quantity.first)
    }

    /// ", three-fifths of them outside Java, and": whether a place is told between commas of a part of something else.
    pub(super) fn in_aside(&self, at: usize, low: usize) -> bool {
        let closed = matches!(self.pieces.get(at + 1).map(|next| next.what), Some(What::Comma)) && at + 2 < low;
        closed
            && (0..at).rev().take(8).take_while(|&before| !matches!(self.pieces[before].what, What::Comma)).any(
                |before| matches!(self.pieces[before].what, What::Number(other) if self.list[other as usize].marks.partitive),
            )
    }
}

/// ", and **a depot in X was searched**": whether a clause with a subject of its own begins, in which nobody is counted.
pub(super) fn opens_clause(pieces: &[Piece], at: usize) -> bool {
    let noun = |what: What| matches!(what, What::Determiner | What::Modifier | What::Noun | What::Entity(_));
    matches!(pieces[at].what, What::And)
        && at > 0
        && matches!(pieces[at - 1].what, What::Comma)
        && pieces.get(at + 1).is_some_and(|next| noun(next.what))
        && pieces[at + 1..]
            .iter()
            .take(CLAUSE)
            .find(|piece| !noun(piece.what) && !matches!(piece.what, What::Preposition | What::Possessive))
            .is_some_and(|verb| matches!(verb.what, What::Aux | What::Verb | What::Cue))
}

/// How long the subject of a clause may be, in pieces.
const CLAUSE: usize = 9;
