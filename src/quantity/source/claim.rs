//! Claims: words of saying with their speaker, and what they reach.

use super::super::clause::{WINDOW, What};
use super::Claim;
use super::speaker::{Phrase, Reader, Speaker};
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{ReportFrame, pos};

/// Reads the claims of a sentence.
pub(super) fn read(reader: &Reader, claims: &mut Vec<Claim>) {
    let mut memory = reader.memory;
    let start = claims.len();
    for at in 0..reader.pieces.len() {
        let What::Report(frame) = reader.pieces[at].what else { continue };
        let reader = Reader { memory, ..*reader };
        let claim = match frame {
            ReportFrame::Says | ReportFrame::Told => said(&reader, at, &claims[start..]),
            ReportFrame::According => according(&reader, at, &claims[start..]),
            ReportFrame::Quotes => quoted(&reader, at),
            ReportFrame::Belief | ReportFrame::Document | ReportFrame::Body | ReportFrame::Puts => None,
        };
        let Some(claim) = claim else { continue };
        memory.heard(reader.view, reader.entities, claim.speaker);
        // What was told of who speaks ends where the next words of saying begin.
        if let Some(before) = claims[start..].last_mut() {
            before.told.1 = before.told.1.min(claim.told.0).max(before.verb.1);
        }
        claims.push(claim);
    }
    if claims.len() == start
        && let Some(claim) = headline(reader)
    {
        claims.push(claim);
    }
}

/// "police said", "said police", "…, adding that", "took the blame and said".
fn said(reader: &Reader, at: usize, before: &[Claim]) -> Option<Claim> {
    if reader.passive(at)
        || reader.reduced(at)
        || reader.plans(at)
        || at > 0 && reader.view.is(reader.pieces[at - 1].first as usize, &[kw::TO])
    {
        return None;
    }
    let previous = at.checked_sub(1).map(|before| reader.pieces[before].what);
    let set_off = matches!(previous, None | Some(What::Comma | What::Quote | What::Dash));
    // "told Reuters that": whoever is told does not tell.
    let tells = matches!(reader.pieces[at].what, What::Report(ReportFrame::Told));
    if set_off
        && !tells
        && let Some(phrase) = reader.named_at(at + 1)
        && inverted(reader, phrase, at)
    {
        return Some(behind(reader, at, phrase));
    }
    let ing = reader.view.likely(reader.pieces[at].first as usize, pos::ING);
    // "a morning briefing for lawmakers" is no saying.
    if ing
        && matches!(
            previous,
            Some(What::Noun | What::Modifier | What::Entity(_) | What::Preposition | What::Determiner)
        )
    {
        return None;
    }
    let trailing = ing && matches!(previous, Some(What::Comma));
    if trailing {
        return trails(reader, at, before);
    }
    let counts = matches!(reader.pieces.get(at + 1).map(|piece| piece.what), Some(What::Number(_) | What::Preposition));
    // "the fish measured two metres", "three deaths recorded in May" tell of no speaker; "the carrier said" does.
    let can = |phrase: &Phrase| {
        let definite = matches!(reader.pieces[phrase.first].what, What::Determiner);
        reader.speaks(phrase.speaker) || definite && !counts
    };
    let counted = |phrase: &Phrase| counts && matches!(reader.pieces[phrase.first].what, What::Number(_));
    if let Some(phrase) = reader.subject(at).filter(|phrase| can(phrase) && !counted(phrase)) {
        return Some(before_verb(reader, at, phrase));
    }
    // "took the blame and said", "a spokesman confirmed the toll but added".
    if matches!(previous, Some(What::And | What::But)) {
        let speaker =
            before.last().map(|claim| claim.speaker).or_else(|| reader.main_subject().map(|phrase| phrase.speaker))?;
        return Some(plain(reader, at, speaker));
    }
    None
}

/// Whether a phrase behind words of saying is their subject: no verb of its own follows it.
fn inverted(reader: &Reader, phrase: Phrase, at: usize) -> bool {
    let next = reader.pieces.get(phrase.end).map(|piece| piece.what);
    // "Airwars, which follows raids, counted 80 deaths in Chad."
    let counted = matches!(reader.pieces[phrase.first].what, What::Number(_))
        && !matches!(reader.pieces[at.max(1) - 1].what, What::Quote);
    at > 0
        && !counted
        && reader.speaks(phrase.speaker)
        && matches!(
            next,
            None | Some(
                What::Comma
                    | What::Stop
                    | What::Quote
                    | What::Relative
                    | What::Clause
                    | What::Semicolon
                    | What::Dash
                    | What::Open
                    | What::Time(_)
                    | What::Preposition
                    | What::And
                    | What::Adverb
            )
        )
}

/// The stretch between semicolons that a piece stands in, as tokens.
fn segment(reader: &Reader, at: usize) -> (u32, u32) {
    let pieces = reader.pieces;
    let cut = |piece: &usize| matches!(pieces[*piece].what, What::Semicolon);
    let (low, high) = (at.saturating_sub(WINDOW), pieces.len().min(at + WINDOW));
    let first = (low..at).rev().find(cut).map_or(pieces[low].first, |piece| pieces[piece].end);
    let end = (at..high).find(cut).map_or(pieces[high - 1].end, |piece| pieces[piece].first);
    (first, end)
}

/// "12 had died, said the mayor, a former teacher": back to where the clause begins; what follows tells of the speaker.
fn behind(reader: &Reader, at: usize, phrase: Phrase) -> Claim {
    let (first, end) = segment(reader, at);
    let verb = (reader.pieces[at].first, reader.pieces[at].end);
    // '"…," said the mayor: "…"' goes on.
    let colon = (phrase.end..reader.pieces.len())
        .take(WINDOW)
        .find(|&piece| matches!(reader.pieces[piece].what, What::Dash | What::Quote));
    let stop = colon.map_or(end, |piece| reader.pieces[piece].first.min(end));
    Claim {
        speaker: phrase.speaker,
        relay: None,
        verb,
        told: (verb.0, stop),
        forward: (stop, end),
        back: (first, verb.0),
        cites: false,
    }
}

/// "the ministry told reporters that 12 had died", "12 had died, the ministry told reporters".
fn before_verb(reader: &Reader, at: usize, phrase: Phrase) -> Claim {
    let (first, end) = segment(reader, at);
    let (verb, after) = (reader.pieces[at], circumstances(reader, at));
    let subject = reader.pieces[phrase.first].first;
    let set_off = phrase.first > 0
        && matches!(reader.pieces[phrase.first - 1].what, What::Comma | What::Quote | What::Close | What::Dash);
    let closed = matches!(
        reader.pieces.get(after).map(|piece| piece.what),
        None | Some(What::Comma | What::Stop | What::Quote | What::Semicolon | What::Dash | What::Close)
    );
    let told_end = reader.pieces[after - 1].end;
    Claim {
        speaker: phrase.speaker,
        relay: None,
        verb: (verb.first, verb.end),
        told: (subject, told_end),
        forward: (told_end, end),
        back: if set_off && closed { (first, subject) } else { (subject, subject) },
        cites: false,
    }
}

/// The piece after what tells where, when and to whom somebody spoke: "told lawmakers in Nairobi on Friday".
fn circumstances(reader: &Reader, at: usize) -> usize {
    let pieces = reader.pieces;
    let what = |piece: usize| pieces.get(piece).map(|piece| piece.what);
    let mut end = at + 1;
    if matches!(pieces[at].what, What::Report(ReportFrame::Told)) {
        // The hearer.
        while matches!(
            what(end),
            Some(What::Determiner | What::Modifier | What::Noun | What::Entity(_) | What::Possessive | What::Pronoun)
        ) {
            end += 1;
        }
    }
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

/// "…, adding that 12 had died": whoever has spoken in the sentence goes on, else its subject speaks all of it.
fn trails(reader: &Reader, at: usize, before: &[Claim]) -> Option<Claim> {
    if let Some(claim) = before.last() {
        return Some(plain(reader, at, claim.speaker));
    }
    let phrase = reader.main_subject()?;
    let (first, _) = segment(reader, at);
    let claim = plain(reader, at, phrase.speaker);
    Some(Claim { back: (first, claim.verb.0), ..claim })
}

/// A claim that reaches forward and whose speaker stands elsewhere.
fn plain(reader: &Reader, at: usize, speaker: Speaker) -> Claim {
    let verb = (reader.pieces[at].first, reader.pieces[at].end);
    let told = reader.pieces[circumstances(reader, at) - 1].end;
    let (_, end) = segment(reader, at);
    Claim {
        speaker,
        relay: None,
        verb,
        told: (verb.0, told),
        forward: (told, end),
        back: (verb.0, verb.0),
        cites: false,
    }
}

/// "according to the UN", "citing officials": the whole stretch, both ways. Citing a reason is no source: its subject says it.
fn according(reader: &Reader, at: usize, before: &[Claim]) -> Option<Claim> {
    let verb = (reader.pieces[at].first, reader.pieces[at].end);
    let cites = reader.view.can_be(verb.0 as usize, pos::ING) && !reader.view.is(verb.0 as usize, &[kw::ACCORDING]);
    let phrase = reader.named_at(at + 1);
    let speaks = phrase.is_some_and(|phrase| !cites || reader.speaks(phrase.speaker));
    if cites && !speaks {
        return trails(reader, at, before);
    }
    let phrase = phrase.filter(|_| speaks)?;
    let (first, end) = segment(reader, at);
    let told_end = reader.pieces[phrase.end - 1].end;
    let relay = if !cites {
        None
    } else if let Some(claim) = before.last() {
        Some(claim.speaker)
    } else {
        let comma = at.checked_sub(1).filter(|&comma| comma > 0 && matches!(reader.pieces[comma].what, What::Comma));
        comma.and_then(|comma| reader.antecedent(comma)).map(|phrase| phrase.speaker)
    };
    Some(Claim {
        speaker: phrase.speaker,
        relay,
        verb,
        told: (verb.0, told_end),
        forward: (told_end, end),
        back: (first, verb.0),
        cites,
    })
}

/// "the agency quoted a doctor as saying 12 had died".
fn quoted(reader: &Reader, at: usize) -> Option<Claim> {
    if reader.passive(at) {
        return None;
    }
    let phrase = reader.phrase_at(at + 1)?;
    let verb = (reader.pieces[at].first, reader.pieces[at].end);
    let told_end = reader.pieces[phrase.end - 1].end;
    let (first, end) = segment(reader, at);
    let subject = reader.subject(at);
    let told = subject.map_or(verb.0, |subject| reader.pieces[subject.first].first);
    Some(Claim {
        speaker: phrase.speaker,
        relay: subject.map(|phrase| phrase.speaker),
        verb,
        told: (told, told_end),
        forward: (told_end, end),
        back: (first, told),
        cites: true,
    })
}

/// "Twelve die in bus crash - police": a headline that names its source behind a dash.
fn headline(reader: &Reader) -> Option<Claim> {
    let pieces = reader.pieces;
    let dash = (1..pieces.len()).rev().take(6).find(|&piece| matches!(pieces[piece].what, What::Dash))?;
    if reader.view.id(pieces[dash].first as usize) == kw::COLON {
        return None;
    }
    let phrase = reader.phrase_at(dash + 1).filter(|phrase| phrase.end == pieces.len())?;
    let (first, end) = (pieces[0].first, pieces[pieces.len() - 1].end);
    let verb = (pieces[dash].first, pieces[dash].end);
    reader.speaks(phrase.speaker).then_some(Claim {
        speaker: phrase.speaker,
        relay: None,
        verb,
        told: (verb.0, end),
        forward: (end, end),
        back: (first, verb.0),
        cites: false,
    })
}
