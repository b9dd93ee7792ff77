//! Quotations: where they open and close, and whose words they are.

use super::super::clause::{Pieces, What};
use super::speaker::Speaker;
use super::{Claim, near};
use crate::lexicon::View;

/// A stretch between quotation marks, as token range.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quote {
    pub first: u32,
    pub end: u32,
    pub speaker: Option<Speaker>,
}

/// How many sentences a quotation may stand from the one before for its speaker to go on.
const SENTENCES_BACK: usize = 2;

/// The quotation that a token stands in.
pub(super) fn at(quotes: &[Quote], token: u32) -> Option<&Quote> {
    let end = quotes.partition_point(|quote| quote.first <= token);
    quotes[..end].last().filter(|quote| token < quote.end)
}

/// Finds the quotations of a text. A mark opens when a word stands directly behind it and none directly before.
pub(super) fn find(view: &View, pieces: &Pieces, claims: &[Claim], quotes: &mut Vec<Quote>) {
    quotes.clear();
    let mut open: Option<(u32, usize)> = None;
    let mut before: Option<(Speaker, usize)> = None;
    for sentence in 0..pieces.sentences.len() {
        for piece in pieces.of(sentence as u32).iter().filter(|piece| piece.what == What::Quote) {
            let opens =
                view.tokens[piece.first as usize].space_before || piece.first == 0 || !view.glued(piece.first as usize);
            let opens = opens && view.glued(piece.end as usize);
            match open {
                Some((first, from)) if !opens => {
                    open = None;
                    let speaker = whose(claims, (first, from), (piece.first, sentence));
                    let carried = before.filter(|(_, last)| from <= last + SENTENCES_BACK).map(|(speaker, _)| speaker);
                    // A quotation of a few words within a sentence says nothing of who speaks next.
                    let speaker = speaker.or(carried.filter(|_| starts_sentence(pieces, from, first)));
                    if let Some(speaker) = speaker {
                        before = Some((speaker, sentence));
                    }
                    quotes.push(Quote { first, end: piece.first, speaker });
                }
                None if opens => open = Some((piece.end, sentence)),
                _ => {}
            }
        }
    }
}

/// Whose words stand between two marks: the claim that reaches its end from behind, or its beginning from before.
fn whose(claims: &[Claim], (first, from): (u32, usize), (end, to): (u32, usize)) -> Option<Speaker> {
    let reaches = |sentence: usize, token: u32, back: bool| {
        let within = |range: (u32, u32)| range.0 <= token && token < range.1;
        // Words of saying inside the quotation are the speaker's own.
        let outside = |claim: &&Claim| claim.verb.0 < first || claim.verb.0 >= end;
        let mut claims = near(claims, sentence as u32, token).iter().filter(outside);
        match back {
            true => claims.find(|claim| within(claim.back)),
            false => claims.rfind(|claim| within(claim.forward)),
        }
    };
    reaches(to, end.saturating_sub(1), true).or_else(|| reaches(from, first, false)).map(|claim| claim.speaker)
}

fn starts_sentence(pieces: &Pieces, sentence: usize, first: u32) -> bool {
    pieces.of(sentence as u32).first().is_some_and(|piece| piece.end >= first)
}
