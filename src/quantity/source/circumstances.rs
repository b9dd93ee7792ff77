//! What tells where, when and to whom somebody spoke, and how: "told lawmakers in Nairobi on Friday".

use super::super::clause::{Piece, WINDOW, What};
use super::speaker::Reader;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::ReportFrame;

/// "12 had died, police said in their morning report", "…, the UN said after talks in Cairo": where what tells when and how it
/// was said ends, if a clause stands before the comma and none is told behind it.
pub(super) fn aside_end(reader: &Reader, comma: usize, at: usize) -> Option<usize> {
    let pieces = reader.pieces;
    let told = matches!(pieces[at].what, What::Report(ReportFrame::Told));
    let mut after = if told { hearer(reader, at) } else { at + 1 };
    while pieces.get(after).is_some_and(|piece| matches!(piece.what, What::Time(_) | What::Adverb)) {
        after += 1;
    }
    let opens = match pieces.get(after)?.what {
        What::Preposition => true,
        What::Clause => reader.view.is(reader.token(after), &[kw::AFTER, kw::BEFORE, kw::AS, kw::WHEN, kw::WHILE]),
        _ => false,
    };
    let told = pieces[comma.saturating_sub(WINDOW)..comma].iter().rev();
    let mut told = told.take_while(|piece| !matches!(piece.what, What::Semicolon));
    let verb = |piece: &Piece| matches!(piece.what, What::Aux | What::Verb | What::Cue);
    if !opens || !told.any(verb) {
        return None;
    }
    let closes =
        |piece: &Piece| matches!(piece.what, What::Comma | What::Stop | What::Quote | What::Semicolon | What::Dash);
    let length = pieces[after..].iter().take(WINDOW).position(closes).unwrap_or(pieces.len() - after);
    let that = |piece: &Piece| matches!(piece.what, What::Relative | What::And | What::But);
    (!pieces[after..after + length].iter().any(that)).then_some(after + length)
}

/// The piece after whoever is told.
pub(super) fn hearer(reader: &Reader, at: usize) -> usize {
    let mut end = at + 1;
    // "told ERR": a name that is not known may look like a verb.
    if reader.pieces.get(end).is_some_and(|piece| reader.view.capital(piece.first as usize)) {
        end += 1;
    }
    while reader.pieces.get(end).is_some_and(|piece| {
        matches!(
            piece.what,
            What::Determiner | What::Modifier | What::Noun | What::Entity(_) | What::Possessive | What::Pronoun
        )
    }) {
        end += 1;
    }
    end
}

/// The piece after what tells where, when and to whom somebody spoke: "told lawmakers in Nairobi on Friday".
pub(super) fn circumstances(reader: &Reader, at: usize) -> usize {
    let pieces = reader.pieces;
    let what = |piece: usize| pieces.get(piece).map(|piece| piece.what);
    let told = matches!(pieces[at].what, What::Report(ReportFrame::Told));
    let mut end = if told { hearer(reader, at) } else { at + 1 };
    loop {
        let next = match (what(end), what(end + 1)) {
            (Some(What::Time(_) | What::Adverb), _) => end + 1,
            (Some(What::Preposition), Some(What::Time(_) | What::Entity(_))) => end + 2,
            (Some(What::Preposition), Some(What::Determiner | What::Noun)) => {
                let mut stop = end + 1;
                while matches!(
                    what(stop),
                    Some(What::Determiner | What::Noun | What::Modifier | What::Entity(_) | What::Possessive)
                ) {
                    stop += 1;
                }
                stop
            }
            _ => return end,
        };
        end = next;
    }
}
