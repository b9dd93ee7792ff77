//! Claims: words of saying with their speaker, and what they reach.

use super::super::clause::{Piece, WINDOW, What};
use super::Claim;
use super::circumstances::{aside_end, circumstances, hearer};
use super::gap::{gapped, over_semicolons};
use super::headline::{headline, opening};
use super::owned::{figures, kept};
use super::speaker::{Phrase, Reader, Speaker};
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, Effect, ReportFrame, pos};
use crate::record::EntityKind;

/// Reads the claims of a sentence.
pub(super) fn read(reader: &Reader, claims: &mut Vec<Claim>) {
    let mut memory = reader.memory;
    let start = claims.len();
    for at in 0..reader.pieces.len() {
        let frame = match reader.pieces[at].what {
            What::Report(frame) => frame,
            What::Noun | What::Cue
                if reader.view.has(reader.token(at), Class::Report)
                    && reader.is(reader.token(at), ReportFrame::Figures) =>
            {
                ReportFrame::Figures
            }
            _ => continue,
        };
        let reader = Reader { memory, ..*reader };
        let claim = match frame {
            ReportFrame::Figures => figures(&reader, at),
            ReportFrame::Says | ReportFrame::Told | ReportFrame::Clause => said(&reader, at, &claims[start..]),
            ReportFrame::According => according(&reader, at, &claims[start..]),
            ReportFrame::Quotes => quoted(&reader, at),
            ReportFrame::Kept => kept(&reader, at),
            _ => None,
        };
        let Some(mut claim) = claim else { continue };
        claim.reported = frame == ReportFrame::According;
        claim.denies = denies(&reader, claim.verb.0);
        if !within_quote(&reader, at) {
            memory.heard(reader.view, reader.entities, claim.speaker);
        }
        // What was told of who speaks ends where the next words of saying begin.
        if let Some(before) = claims[start..].last_mut() {
            before.told.1 = before.told.1.min(claim.told.0).max(before.verb.1);
        }
        claims.push(claim);
        if frame == ReportFrame::Says {
            gapped(&reader, at, claims);
        }
    }
    over_semicolons(reader, &mut claims[start..]);
    if claims.len() == start
        && let Some(claim) = headline(reader).or_else(|| opening(reader))
    {
        claims.push(claim);
    }
}

/// Whether words of saying deny.
fn denies(reader: &Reader, verb: u32) -> bool {
    let longest = reader.view.longest(verb as usize, Class::Status);
    longest.is_some_and(|(_, row)| reader.view.lexicon.statuses[row] == Effect::Denied)
}

/// Whether the last quotation mark before words of saying opens.
fn within_quote(reader: &Reader, at: usize) -> bool {
    let mark = reader.pieces[at.saturating_sub(WINDOW)..at].iter().rfind(|piece| piece.what == What::Quote);
    mark.is_some_and(|mark| {
        let token = mark.first as usize;
        !reader.view.glued(token) && reader.view.glued(token + 1)
    })
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
    // "the country's ruling party".
    if matches!(previous, Some(What::Possessive)) {
        return None;
    }
    let set_off = matches!(previous, None | Some(What::Comma | What::Quote | What::Dash));
    // "told Reuters that": whoever is told does not tell. "told Chad to pay" is no saying.
    let tells = matches!(reader.pieces[at].what, What::Report(ReportFrame::Told));
    if tells && reader.pieces.get(hearer(reader, at)).is_some_and(|to| reader.view.is(to.first as usize, &[kw::TO])) {
        return None;
    }
    // "The UN, which has a camp there, put the number at 45".
    let puts = reader.is(reader.token(at), ReportFrame::Puts);
    if set_off
        && !tells
        && !puts
        && let Some(phrase) = reader.named_at(at + 1)
        && inverted(reader, phrase, at)
    {
        return Some(behind(reader, at, phrase));
    }
    let ing = reader.view.likely(reader.pieces[at].first as usize, pos::ING);
    // "UNICEF, after first reporting 12 deaths, has raised the count".
    let mut joint = at;
    while joint > 0
        && (matches!(reader.pieces[joint - 1].what, What::Adverb)
            || reader.view.is(reader.pieces[joint - 1].first as usize, &[kw::FIRST]))
    {
        joint -= 1;
    }
    if ing && joint > 0 && matches!(reader.pieces[joint - 1].what, What::Clause) {
        let claim = trails(reader, at, before)?;
        let comma = reader.pieces[at..].iter().take(WINDOW).find(|piece| matches!(piece.what, What::Comma));
        let stop = comma.map_or(claim.forward.1, |comma| comma.first);
        return Some(Claim { back: (claim.verb.0, claim.verb.0), forward: (claim.forward.0, stop), ..claim });
    }
    // "a morning briefing for lawmakers" is no saying.
    if ing
        && matches!(
            previous,
            Some(
                What::Noun | What::Modifier | What::Entity(_) | What::Preposition | What::Determiner | What::Possessive
            )
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
    let counted = |phrase: &Phrase| {
        counts
            && matches!(reader.pieces[phrase.first].what, What::Number(_))
            && matches!(phrase.speaker, Speaker::Words(..))
    };
    // "The firm promised 900 jobs" is its claim; "Ana Ruiz added 900 jobs" is none.
    let mere = matches!(reader.pieces[at].what, What::Report(ReportFrame::Clause))
        && matches!(reader.pieces.get(at + 1).map(|piece| piece.what), Some(What::Number(_)));
    let gives =
        |phrase: &Phrase| !mere || clausal_number(reader, at + 1) || reader.is_kind(phrase.speaker, EntityKind::Agency);
    if let Some(phrase) = reader.subject(at).filter(|phrase| can(phrase) && !counted(phrase) && gives(phrase)) {
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

/// Whether a number is the subject of a clause: "feared 12 had died".
fn clausal_number(reader: &Reader, number: usize) -> bool {
    matches!(reader.pieces.get(number + 1).map(|piece| piece.what), Some(What::Aux | What::Verb | What::Cue))
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
pub(super) fn segment(reader: &Reader, at: usize) -> (u32, u32) {
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
    let colon = colon.or_else(|| resumed(reader, phrase.end, at));
    let stop = colon.map_or(end, |piece| reader.pieces[piece].first.min(end));
    Claim { told: (verb.0, stop), forward: (stop, end), back: (first, verb.0), ..Claim::of(phrase.speaker, verb) }
}

/// Where a clause goes on behind whoever spoke: the "and" of "said Ana Ruiz, a nurse, and two more died on the way".
fn resumed(reader: &Reader, from: usize, at: usize) -> Option<usize> {
    let pieces = reader.pieces;
    let what = |piece: usize| pieces.get(piece).map(|piece| piece.what);
    // "What is known, says Oxfam, is that 12 people died", "Of the 12 passports, said Interpol, two were forged".
    let verb = |piece: &Piece| matches!(piece.what, What::Aux | What::Verb | What::Cue | What::Quote);
    let verbless = || !pieces[at.saturating_sub(WINDOW)..at].iter().any(verb);
    if matches!(what(from), Some(What::Comma)) && (matches!(what(from + 1), Some(What::Aux | What::Verb)) || verbless())
    {
        return Some(from);
    }
    // "The gang sent 90 boats, said Ana Ruiz, and had earned millions".
    if matches!(what(from), Some(What::Comma))
        && matches!(what(from + 1), Some(What::And | What::But))
        && matches!(what(from + 2), Some(What::Aux))
    {
        return Some(from);
    }
    let high = pieces.len().min(from + WINDOW);
    let and = (from..high).find(|&piece| {
        piece > 0
            && matches!(pieces[piece].what, What::And | What::But)
            && matches!(pieces[piece - 1].what, What::Comma)
    })?;
    let number = matches!(pieces.get(and + 1)?.what, What::Number(_));
    let mut clause =
        pieces[and + 1..high].iter().take_while(|piece| !matches!(piece.what, What::Comma | What::Semicolon));
    (number && clause.any(|piece| matches!(piece.what, What::Aux | What::Verb | What::Cue))).then_some(and)
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
    let aside_end = if set_off && !closed { aside_end(reader, phrase.first - 1, at) } else { None };
    let (after, closed) = (aside_end.unwrap_or(after), closed || aside_end.is_some());
    let told_end = reader.pieces[after - 1].end;
    // "His ransom, which Manila denies paying, came to …".
    let aside = phrase.first > 1
        && matches!(reader.pieces[phrase.first - 1].what, What::Relative)
        && matches!(reader.pieces[phrase.first - 2].what, What::Comma);
    let comma = |piece: &&Piece| matches!(piece.what, What::Comma);
    let end = match reader.pieces[after..].iter().take(WINDOW).find(comma) {
        Some(comma) if aside => comma.first.min(end),
        _ => end,
    };
    Claim {
        told: (subject, told_end),
        forward: (told_end, end),
        back: if set_off && closed { (first, subject) } else { (subject, subject) },
        ..Claim::of(phrase.speaker, (verb.first, verb.end))
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
    Claim { told: (verb.0, told), forward: (told, end), back: (verb.0, verb.0), ..Claim::of(speaker, verb) }
}

/// "according to the UN", "citing officials": the whole stretch, both ways. Citing a reason is no source: its subject says it.
fn according(reader: &Reader, at: usize, before: &[Claim]) -> Option<Claim> {
    let verb = (reader.pieces[at].first, reader.pieces[at].end);
    let cites = reader.view.can_be(verb.0 as usize, pos::ING) && !reader.view.is(verb.0 as usize, &[kw::ACCORDING]);
    let phrase = reader.named_at(at + 1).or_else(|| {
        // "according to lead author Ana Ruiz": a word before the name that can be a verb.
        let name = (at + 2..at + 5)
            .find(|&piece| matches!(reader.pieces.get(piece).map(|piece| piece.what), Some(What::Entity(_))))?;
        reader.named_at(name)
    });
    let speaks = phrase.is_some_and(|phrase| !cites || reader.speaks(phrase.speaker));
    if cites && !speaks {
        return trails(reader, at, before);
    }
    let phrase = phrase.filter(|_| speaks)?;
    // "data from 31 patients" is nobody's word.
    let counted = matches!(reader.pieces[phrase.first].what, What::Number(_));
    if counted && !cites && !reader.view.is(verb.0 as usize, &[kw::ACCORDING]) {
        return None;
    }
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
        relay,
        told: (verb.0, told_end),
        forward: (told_end, end),
        back: (first, verb.0),
        cites,
        ..Claim::of(phrase.speaker, verb)
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
        relay: subject.map(|phrase| phrase.speaker),
        told: (told, told_end),
        forward: (told_end, end),
        back: (first, told),
        cites: true,
        ..Claim::of(phrase.speaker, verb)
    })
}
