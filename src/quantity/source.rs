//! Source: who says so.
//!
//! Words of saying make a *claim*: a speaker, and the stretch of the sentence that they speak. "Police said 12 had died"
//! reaches forward, "12 had died, police said" back. A figure belongs to the nearest claim that reaches it; inside a
//! quotation that goes on over sentences the speaker stays the same.

use std::cell::Cell;

use super::Quantity;
use super::clause::{Pieces, WINDOW};
use super::outline::Text;
use crate::entity::Entities;
use crate::lexicon::{View, keyword as kw, types};
use crate::record::EntityKind;
use crate::trace::Trace;

mod circumstances;
mod claim;
mod gap;
mod headline;
mod memory;
mod owned;
mod phrase;
mod pointed;
mod pronoun;
mod quotes;
mod speaker;

use memory::{FirstNamed, Memory};
use quotes::{Quote, Quotes};
use speaker::{Reader, Speaker};

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
    /// "according to Y", "a report by Y".
    reported: bool,
    /// "denied", "dismissed".
    denies: bool,
}

impl Claim {
    /// A claim that reaches nothing yet.
    fn of(speaker: Speaker, verb: (u32, u32)) -> Self {
        Claim {
            speaker,
            relay: None,
            verb,
            told: verb,
            forward: (verb.1, verb.1),
            back: (verb.0, verb.0),
            cites: false,
            reported: false,
            denies: false,
        }
    }
}

/// The claims of one sentence.
#[derive(Clone, Copy)]
pub(super) struct Claims<'c>(&'c [Claim]);

impl Claims<'_> {
    /// Whether words of saying at a token stand between commas with all that tells of them, and the clause goes on behind:
    /// ", police said,", not ", police said, and".
    pub fn set_off(&self, view: &View, token: u32) -> bool {
        let comma = |at: u32| view.is(at as usize, &[kw::COMMA]);
        self.0.iter().find(|claim| claim.verb.0 == token).is_some_and(|claim| {
            let (first, end) = claim.told;
            first > 0 && comma(first - 1) && comma(end) && !view.is(end as usize + 1, &[kw::AND])
        })
    }

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
            if text.says(sentence) || text.is_headline(sentence, list) || text.opens_with_colon(sentence) {
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
        claim::read(
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
                    memory.heard(text.view, text.entities, claim.speaker);
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
        let Some((speaker, relay)) = source(text, speech.of(sentence), quote, token) else { continue };
        let quantity = &mut list[index];
        match speaker {
            Speaker::Entity(index) => quantity.source = Some(index),
            Speaker::Words(first, end) => quantity.source_words = Some((first, end)),
        }
        match (relay, quantity.source) {
            (Some(relay), Some(_)) => {
                quantity.source_words = Some(match relay {
                    Speaker::Words(first, end) => (first, end),
                    Speaker::Entity(index) => (entities.list[index as usize].first, entities.list[index as usize].end),
                });
            }
            // "Reuters reported, citing two officials": who has a name stands for those who have none.
            (Some(Speaker::Entity(relay)), None) => quantity.source = Some(relay),
            _ => {}
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
fn source(text: Text, claims: Claims, quote: Option<Quote>, token: u32) -> Option<(Speaker, Option<Speaker>)> {
    let claims = near(claims.0, token);
    let within = |range: (u32, u32)| range.0 <= token && token < range.1;
    // "UNICEF, which first reported 12 deaths, says": what stands with the speaker may be told too.
    let inner = |claim: &Claim| {
        claims.iter().any(|other| within(other.forward) && claim.told.0 <= other.verb.0 && other.verb.1 <= token)
    };
    if claims.iter().any(|claim| within(claim.told) && !within(claim.forward) && !inner(claim)) {
        return None;
    }
    let reaches = |claim: &&Claim| within(claim.forward) || within(claim.back);
    let found = |claim: &Claim| (claim.speaker, claim.relay);
    claims
        .iter()
        .find(|claim| claim.cites && reaches(claim))
        .map(found)
        .or_else(|| {
            // "My wife told me that …," he said: what is quoted is his, if he has a name and she has none.
            let named = matches!(quote.and_then(|quote| quote.speaker), Some(Speaker::Entity(_)));
            let inside = |claim: &&Claim| {
                quote.is_none_or(|quote| quote.speaker.is_none() || claim.verb.0 > quote.first)
                    && !(named && matches!(claim.speaker, Speaker::Words(..)))
            };
            let mut reaching = claims.iter().rev().filter(inside).filter(|claim| within(claim.forward));
            let nearest = reaching.next();
            // "dismissed a report by Delfi that seven drones had got through": who denies it is its source.
            let denier =
                nearest.filter(|claim| claim.reported).and_then(|_| reaching.next()).filter(|claim| claim.denies);
            // "Hospitals recorded 900 cases, UNICEF reported": who has a name stands for those who have none.
            let named = || {
                let told =
                    claims.iter().find(|claim| within(claim.back) && matches!(claim.speaker, Speaker::Entity(_)));
                let place = |index: u32| text.entities.list[index as usize].kind == EntityKind::Place;
                let media = |index: u32| {
                    let named = &text.entities.list[index as usize];
                    named.entry.map_or(named.subtype, |entry| text.view.lexicon.entry(entry).subtype) == types::MEDIA
                };
                // "Nepal has counted 397 tigers, the Department of National Parks said".
                if let (Some(Claim { speaker: Speaker::Entity(land), .. }), Some(told)) = (nearest, told)
                    && place(*land)
                    && !matches!(told.speaker, Speaker::Entity(index) if place(index) || media(index))
                {
                    return Some((told.speaker, None));
                }
                let nameless = nearest.filter(|claim| matches!(claim.speaker, Speaker::Words(..)))?;
                told.map(|told| (told.speaker, Some(nameless.speaker)))
            };
            denier.map(found).or_else(named).or_else(|| nearest.map(found))
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
