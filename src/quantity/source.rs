//! Source: who says so.
//!
//! Words of saying make a *claim*: a speaker, and the stretch of the sentence that they speak. "Police said 12 had died"
//! reaches forward, "12 had died, police said" back. A figure belongs to the nearest claim that reaches it; inside a
//! quotation that goes on over sentences the speaker stays the same.

use std::cell::Cell;

use super::Quantity;
use super::clause::{Pieces, WINDOW, What};
use super::outline::Text;
use crate::entity::Entities;
use crate::lexicon::sense::{ReportFrame, pos};
use crate::lexicon::{View, keyword as kw};
use crate::trace::Trace;

mod quotes;
mod speaker;

use quotes::{Quote, Quotes};
use speaker::{FirstNamed, Memory, Phrase, Reader, Speaker};

/// What is said in a text, and by whom. Sentences are read when a rule first asks for them.
#[derive(Default)]
pub(super) struct Speech {
    claims: Vec<Claim>,
    /// Range in `claims` of each sentence; [`UNREAD`] where it is not read.
    sentences: Vec<(u32, u32)>,
    /// Who had spoken before each of the first sentences.
    memories: Vec<Memory>,
    quotes: Quotes,
    named: FirstNamed,
}

const UNREAD: (u32, u32) = (u32::MAX, u32::MAX);

/// Words of saying with their speaker.
#[derive(Clone, Copy, Debug)]
struct Claim {
    speaker: Speaker,
    /// Who passes it on: the X of "X, citing Y, reported".
    relay: Option<Speaker>,
    /// The tokens of the words of saying.
    verb: (u32, u32),
    /// The tokens that tell who says it, where and when they did.
    told: (u32, u32),
    /// The tokens that it reaches forward to.
    forward: (u32, u32),
    /// The tokens that it reaches back to.
    back: (u32, u32),
    /// "citing Y": goes before whoever cites.
    cites: bool,
}

/// The claims of one sentence.
#[derive(Clone, Copy)]
pub(super) struct Claims<'c>(&'c [Claim]);

impl Claims<'_> {
    /// Whether a token tells who says something, or where and when they say it, and not what happened.
    pub fn tells(&self, token: u32) -> bool {
        let end = self.0.partition_point(|claim| claim.told.0 <= token);
        self.0[..end].iter().rev().take(4).any(|claim| token < claim.told.1)
    }
}

impl Speech {
    /// The claims of a sentence that was read.
    pub fn of(&self, sentence: u32) -> Claims<'_> {
        let (start, stop) = self.sentences[sentence as usize];
        Claims(&self.claims[start as usize..stop as usize])
    }

    /// Reads the claims of a sentence, if that was not done.
    pub fn ready(&mut self, text: Text, pieces: &mut Pieces, list: &[Quantity], sentence: u32) -> Claims<'_> {
        if self.sentences[sentence as usize] == UNREAD {
            let start = self.claims.len();
            if text.says(sentence) || text.is_headline(sentence, list) {
                pieces.ready(text, list, sentence);
                let known = self.memories.get(sentence as usize).copied();
                if !self.read(text, pieces, sentence, known) {
                    self.claims.truncate(start);
                    self.hear(text, pieces, list, sentence);
                    return self.ready(text, pieces, list, sentence);
                }
            }
            self.sentences[sentence as usize] = (start as u32, self.claims.len() as u32);
        }
        self.of(sentence)
    }

    /// Reads the claims of a sentence; false if they hang on who spoke before, and that is not `known`.
    fn read(&mut self, text: Text, pieces: &Pieces, sentence: u32, known: Option<Memory>) -> bool {
        let asked = Cell::new(false);
        let memory = known.unwrap_or_default();
        let Text { view, entities, .. } = text;
        read(
            &Reader { view, entities, pieces: pieces.of(sentence), memory, asked: &asked, named: self.named },
            &mut self.claims,
        );
        known.is_some() || !asked.get()
    }

    /// Finds out who had spoken before a sentence.
    fn hear(&mut self, text: Text, pieces: &mut Pieces, list: &[Quantity], sentence: u32) {
        while self.memories.len() <= sentence as usize {
            let before = self.memories.len() as u32 - 1;
            let mut memory = self.memories[before as usize];
            if text.says(before) {
                // A dash says who speaks in a headline alone.
                let said = |claim: &&Claim| text.view.tokens[claim.verb.0 as usize].punct() == 0;
                for claim in self.ready(text, pieces, list, before).0.iter().filter(said) {
                    memory.heard(text.entities, claim.speaker);
                }
            }
            self.memories.push(memory);
        }
    }
}

/// Finds who says what, and links every figure to its source.
pub(super) fn link(text: Text, pieces: &mut Pieces, speech: &mut Speech, list: &mut [Quantity], trace: &mut Trace) {
    let Text { view, entities, .. } = text;
    speech.claims.clear();
    speech.sentences.clear();
    speech.sentences.resize(view.sentences.len(), UNREAD);
    speech.memories.clear();
    speech.memories.push(Memory::default());
    speech.quotes.clear();
    speech.named = FirstNamed::of(entities);
    if trace.is_on() {
        for sentence in 0..view.sentences.len() as u32 {
            for claim in speech.ready(text, pieces, list, sentence).0 {
                let (begin, end) = view.span(claim.verb.0 as usize, claim.verb.1 as usize);
                trace.note("source", begin, end, || words(view, entities, claim.speaker).to_owned());
            }
        }
    }
    for index in 0..list.len() {
        let quantity = &list[index];
        let (sentence, token) = (quantity.sentence, if quantity.implicit { quantity.first } else { quantity.number.0 });
        speech.ready(text, pieces, list, sentence);
        let quote = speech.quote(text, pieces, list, token);
        let Some((speaker, relay)) = source(speech.of(sentence), quote, token) else { continue };
        let quantity = &mut list[index];
        match speaker {
            Speaker::Entity(index) => quantity.source = Some(index),
            Speaker::Words(first, end) => quantity.source_words = Some((first, end)),
        }
        if quantity.source.is_some()
            && let Some(relay) = relay
        {
            quantity.source_words = Some(match relay {
                Speaker::Words(first, end) => (first, end),
                Speaker::Entity(index) => (entities.list[index as usize].first, entities.list[index as usize].end),
            });
        }
    }
}

fn words<'a>(view: &View<'_, 'a>, entities: &Entities, speaker: Speaker) -> &'a str {
    match speaker {
        Speaker::Entity(index) => {
            let named = &entities.list[index as usize];
            view.slice(named.first as usize, named.end as usize)
        }
        Speaker::Words(first, end) => view.slice(first as usize, end as usize),
    }
}

/// Who says what stands at a token: whoever is cited; else the nearest before; else the speaker of the quotation; else the
/// nearest behind.
fn source(claims: Claims, quote: Option<Quote>, token: u32) -> Option<(Speaker, Option<Speaker>)> {
    let claims = near(claims.0, token);
    let within = |range: (u32, u32)| range.0 <= token && token < range.1;
    if claims.iter().any(|claim| within(claim.told) && !within(claim.forward)) {
        return None;
    }
    let reaches = |claim: &&Claim| within(claim.forward) || within(claim.back);
    let found = |claim: &Claim| (claim.speaker, claim.relay);
    claims
        .iter()
        .find(|claim| claim.cites && reaches(claim))
        .map(found)
        .or_else(|| {
            let inside =
                |claim: &&Claim| quote.is_none_or(|quote| quote.speaker.is_none() || claim.verb.0 > quote.first);
            claims.iter().rev().filter(inside).find(|claim| within(claim.forward)).map(found)
        })
        .or_else(|| quote.and_then(|quote| quote.speaker).map(|speaker| (speaker, None)))
        .or_else(|| claims.iter().find(|claim| within(claim.back)).map(found))
}

/// The claims of a sentence whose words of saying stand within reach of a token.
fn near(claims: &[Claim], token: u32) -> &[Claim] {
    let reach = 2 * WINDOW as u32;
    let start = claims.partition_point(|claim| claim.verb.0 < token.saturating_sub(reach));
    let stop = claims.partition_point(|claim| claim.verb.0 <= token.saturating_add(reach));
    &claims[start..stop.max(start)]
}

/// Reads the claims of a sentence.
fn read(reader: &Reader, claims: &mut Vec<Claim>) {
    let mut memory = reader.memory;
    let start = claims.len();
    for at in 0..reader.pieces.len() {
        let What::Report(frame) = reader.pieces[at].what else { continue };
        let reader = Reader { memory, ..*reader };
        let claim = match frame {
            ReportFrame::Says | ReportFrame::Told => said(&reader, at, &claims[start..]),
            ReportFrame::According => according(&reader, at, &claims[start..]),
            ReportFrame::Quotes => quoted(&reader, at),
            ReportFrame::Belief | ReportFrame::Document => None,
        };
        let Some(claim) = claim else { continue };
        memory.heard(reader.entities, claim.speaker);
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
    if reader.passive(at) || at > 0 && reader.view.is(reader.pieces[at - 1].first as usize, &[kw::TO]) {
        return None;
    }
    let previous = at.checked_sub(1).map(|before| reader.pieces[before].what);
    let set_off = matches!(previous, None | Some(What::Comma | What::Quote | What::Dash));
    if set_off
        && let Some(phrase) = reader.phrase_at(at + 1)
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
    let phrase = reader.phrase_at(at + 1);
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
