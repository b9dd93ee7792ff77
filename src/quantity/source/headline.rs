//! Headlines that name their source: before a colon, or behind a dash.

use super::super::clause::What;
use super::Claim;
use super::speaker::{Reader, Speaker};
use crate::lexicon::keyword as kw;
use crate::record::EntityKind;

/// "UN: 40 dead in Flores quake": who says it stands before a colon.
pub(super) fn opening(reader: &Reader) -> Option<Claim> {
    let pieces = reader.pieces;
    let phrase = reader.phrase_at(0)?;
    let colon = pieces.get(phrase.end).filter(|piece| reader.view.id(piece.first as usize) == kw::COLON)?;
    let speaks = match phrase.speaker {
        Speaker::Entity(index) => reader.entities.list[index as usize].kind != EntityKind::Place,
        Speaker::Words(first, end) => (first..end).any(|token| reader.people(token as usize)),
    };
    let end = pieces[pieces.len() - 1].end;
    speaks.then_some(Claim {
        told: (pieces[0].first, colon.end),
        forward: (colon.end, end),
        back: (pieces[0].first, pieces[0].first),
        ..Claim::of(phrase.speaker, (colon.first, colon.end))
    })
}

/// "Twelve die in bus crash - police": a headline that names its source behind a dash.
pub(super) fn headline(reader: &Reader) -> Option<Claim> {
    let pieces = reader.pieces;
    let dash = (1..pieces.len()).rev().take(6).find(|&piece| matches!(pieces[piece].what, What::Dash))?;
    if reader.view.id(pieces[dash].first as usize) == kw::COLON {
        return None;
    }
    let phrase = reader.phrase_at(dash + 1).filter(|phrase| phrase.end == pieces.len())?;
    let (first, end) = (pieces[0].first, pieces[pieces.len() - 1].end);
    let verb = (pieces[dash].first, pieces[dash].end);
    reader.speaks(phrase.speaker).then_some(Claim {
        told: (verb.0, end),
        forward: (end, end),
        back: (first, verb.0),
        ..Claim::of(phrase.speaker, verb)
    })
}
