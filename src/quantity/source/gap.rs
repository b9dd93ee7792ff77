//! Claims whose words of saying stand elsewhere: left out the second time, or before a semicolon.

use super::super::clause::{Piece, WINDOW, What};
use super::Claim;
use super::speaker::{Reader, Speaker};
use crate::lexicon::keyword as kw;
use crate::record::EntityKind;

/// How far behind a verb its figure may stand, in pieces, for the verb to be left out of what follows.
const FIGURE: usize = 8;

/// "The UN put the dead at 45, the Red Cross at 60", "one monitor counted 40 dead and another 52": a verb is left out before
/// the figure of the next speaker.
pub(super) fn gapped(reader: &Reader, at: usize, claims: &mut Vec<Claim>) {
    let pieces = reader.pieces;
    let Some(first) = claims.last().copied() else { return };
    let figure = (at + 1..pieces.len())
        .take(FIGURE)
        .take_while(|&piece| !matches!(pieces[piece].what, What::Relative | What::Clause | What::Comma | What::Verb))
        .find(|&piece| matches!(pieces[piece].what, What::Number(_)));
    let Some(mut last) = figure else { return };
    for _ in 0..FIGURE {
        let joint = (last + 1..pieces.len())
            .take(FIGURE)
            .find(|&piece| matches!(pieces[piece].what, What::Comma | What::And | What::But | What::Semicolon));
        let Some(mut from) = joint.map(|joint| joint + 1) else { return };
        while pieces.get(from).is_some_and(|piece| matches!(piece.what, What::And | What::But)) {
            from += 1;
        }
        let mut end = from;
        while end < pieces.len() && reader.nominal(end) && !matches!(pieces[end].what, What::Number(_)) {
            end += 1;
        }
        // "; the government of Chad of 60".
        if end > from && pieces.get(end).is_some_and(|piece| matches!(piece.what, What::Preposition)) {
            let mut stop = end + 1;
            while stop < pieces.len() && reader.nominal(stop) && !matches!(pieces[stop].what, What::Number(_)) {
                stop += 1;
            }
            if stop > end + 1 {
                end = stop;
            }
        }
        let mut number = end;
        // "; the World Bank, 2 percent".
        let apart = joint.is_some_and(|joint| matches!(pieces[joint].what, What::Semicolon));
        if apart && pieces.get(end).is_some_and(|piece| matches!(piece.what, What::Comma)) {
            number += 1;
        }
        if pieces.get(number).is_some_and(|piece| is_marked(reader, piece)) {
            number += 1;
        }
        let closed = |piece: Option<&Piece>| {
            piece.is_none_or(|piece| {
                matches!(
                    piece.what,
                    What::Comma | What::Stop | What::Semicolon | What::And | What::But | What::Preposition
                )
            })
        };
        if end == from
            || !matches!(pieces.get(number).map(|piece| piece.what), Some(What::Number(_)))
            || !closed(pieces.get(number + 1))
        {
            return;
        }
        let Some(speaker) = reader.resolve(from, end, end).filter(|&next| is_like(reader, first.speaker, next)) else {
            return;
        };
        let told = (pieces[from].first, pieces[end - 1].end);
        claims.push(Claim {
            told,
            forward: (told.1, pieces[number].end),
            back: (told.0, told.0),
            ..Claim::of(speaker, (told.1 - 1, told.1))
        });
        last = number;
    }
}

/// What may stand between a speaker and a figure without a verb: "at 60", "of nearly 800".
fn is_marked(reader: &Reader, piece: &Piece) -> bool {
    reader.view.is(piece.first as usize, &[kw::AT, kw::OF, kw::AS, kw::TO, kw::ABOUT])
}

/// Whether a speaker is of the same sort as the one whose verb it takes: a place speaks only beside places.
fn is_like(reader: &Reader, first: Speaker, next: Speaker) -> bool {
    let place = |speaker: Speaker| match speaker {
        Speaker::Entity(index) => reader.entities.list[index as usize].kind == EntityKind::Place,
        Speaker::Words(..) => false,
    };
    match next {
        Speaker::Entity(_) => !place(next) || place(first),
        // "and a peak of 100 km" speaks of no one.
        Speaker::Words(_, end) => reader.people(end as usize - 1) || reader.is_body(end as usize - 1),
    }
}

/// "10,000 will go, the minister said on Friday; 4,000 will stay behind": a claim that closes what it tells goes on behind a
/// semicolon where nobody else speaks.
pub(super) fn over_semicolons(reader: &Reader, claims: &mut [Claim]) {
    let pieces = reader.pieces;
    for claim in claims.iter_mut().filter(|claim| claim.back.0 < claim.back.1) {
        let from = pieces.partition_point(|piece| piece.first < claim.told.1);
        let Some(semicolon) = (from..pieces.len())
            .take(WINDOW)
            .find(|&piece| matches!(pieces[piece].what, What::Semicolon | What::Report(_)))
            .filter(|&piece| matches!(pieces[piece].what, What::Semicolon))
        else {
            continue;
        };
        let mut rest = pieces[semicolon + 1..].iter();
        if rest.any(|piece| matches!(piece.what, What::Report(_) | What::Quote)) {
            continue;
        }
        let last = pieces[pieces.len() - 1].end;
        if claim.forward.0 == claim.forward.1 {
            claim.forward.0 = pieces[semicolon].first;
        }
        claim.forward.1 = last;
    }
}
