//! Chunks: each sentence cut into the few kinds of thing that the linking rules speak of.

mod apart;
mod aside;
mod cue;
mod notes;
mod people;
mod reach;
mod word;

pub(super) use apart::subordinate;
pub(super) use cue::taken;
pub(crate) use notes::notes;
pub(super) use reach::may_take;

use super::facts::Facts;
use super::grammar::AUXILIARIES;
use super::outline::Text;
use super::{Quantity, role};
use crate::entity::Entities;
use crate::lexicon::sense::{Class, Effect, ReportFrame, pos};
use crate::lexicon::{Connective, View};
use crate::record::{EntityKind, Role};
use crate::text::Kind;
use crate::time::Times;
use word::{CLAUSES, JOINING_OR_SAYING, joining_or_saying, punctuation, word};

/// A chunk of a sentence, as token range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Chunk {
    pub first: u32,
    /// Token after the last.
    pub end: u32,
    pub what: What,
    /// It stands in a part that "including" and its kin open, up to the comma that closes it.
    pub aside: bool,
}

/// Kinds of chunk.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum What {
    /// A number phrase: index in the quantities.
    Number(u32),
    /// Somebody told without a figure: how many, if that can be told, and whether the words point back.
    People {
        count: u8,
        definite: bool,
        entity: Option<u32>,
    },
    /// People or things in the plural, uncounted, or a thing in the singular.
    Noun {
        people: bool,
    },
    /// What happened to the counted.
    Cue(Voice),
    Connective(Connective),
    Report(ReportFrame),
    Status(Effect),
    Entity(u32),
    Time(u32),
    /// "was", "has", "will", "been".
    Aux,
    /// A finite verb that is no cue.
    Verb,
    /// "who", "that", "when", "after": a clause of its own begins.
    Clause,
    Preposition,
    Pronoun,
    Comma,
    /// ";", ":" and dashes.
    Break,
    Open,
    Close,
    Quote,
    /// Adverbs and whatever else.
    Other,
}

/// How a cue stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// "killed 21 people", "killing 9".
    Active,
    /// "were killed".
    Passive,
    /// A participle without a verb before it: "soldiers killed in", or active: the neighbours tell.
    Bare,
    /// A verb of which the subject is counted: "died".
    Subject,
    /// "dead", "missing".
    State,
    /// "deaths".
    Event,
    /// "the death toll".
    Toll,
    /// "claimed" before lives.
    Takes,
}

/// Somebody who is told without a figure and hit by a cue.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    pub chunk: u32,
    pub role: Role,
    /// The cue's tokens.
    pub cue: (u32, u32),
    /// The figure that this one is part of: "twelve people, including **a nurse**".
    pub whole: Option<u32>,
}

/// The chunks of a text, by sentence. Only sentences that rules ask for are cut.
#[derive(Default)]
pub(crate) struct Chunks {
    pub list: Vec<Chunk>,
    /// Range in `list` of each sentence; empty where it is not cut.
    pub sentences: Vec<(u32, u32)>,
    /// People who are told without a figure and hit by a cue.
    pub people: Vec<Hit>,
    /// How many quantities have a number in the text: those of people without a figure stand behind them.
    numbers: usize,
    /// The sentences that a word such as "including" parts, in order.
    pub parted: Vec<u32>,
    /// How many chunks were cut for cues to be linked.
    pub linked: u32,
    /// For linking cues.
    pub(super) scratch: role::Scratch,
}

/// Cuts every sentence of which a cue may be linked to a number, or to somebody not counted in figures; the others, from
/// which nothing can come, only where `all` are wanted.
pub(super) fn cut(text: Text, quantities: &[Quantity], all: bool, chunks: &mut Chunks) {
    chunks.numbers = quantities.len();
    let mut next = 0;
    for sentence in 0..text.view.sentences.len() as u32 {
        let start = chunks.list.len() as u32;
        let from = next;
        while quantities.get(next).is_some_and(|quantity| quantity.sentence == sentence) {
            next += 1;
        }
        let linked = match &quantities[from..next] {
            [] => text.may_hit(sentence, &[]),
            numbers => role::may_link(text, &quantities[..from], numbers, sentence),
        };
        if linked || all {
            chunks.cut(text, quantities, sentence, from);
        }
        chunks.sentences.push((start, chunks.list.len() as u32));
    }
    chunks.linked = chunks.list.len() as u32;
}

impl Chunks {
    /// Forgets the text before.
    pub fn clear(&mut self) {
        self.list.clear();
        self.sentences.clear();
        self.people.clear();
        self.parted.clear();
    }

    /// The range of a sentence's chunks, which are cut now if they were not.
    pub fn ready(&mut self, text: Text, quantities: &[Quantity], sentence: u32) -> (u32, u32) {
        let (start, stop) = self.sentences[sentence as usize];
        if start < stop {
            return (start, stop);
        }
        let start = self.list.len() as u32;
        let numbers = &quantities[..self.numbers];
        let next = numbers.partition_point(|quantity| quantity.sentence < sentence);
        self.cut(text, numbers, sentence, next);
        self.sentences[sentence as usize] = (start, self.list.len() as u32);
        self.sentences[sentence as usize]
    }

    /// Whether the cues of a sentence were linked.
    pub fn is_linked(&self, sentence: u32) -> bool {
        let (start, stop) = self.sentences[sentence as usize];
        start < stop && start < self.linked
    }

    /// Cuts a sentence; `next` is the first quantity in it.
    fn cut(&mut self, text: Text, quantities: &[Quantity], sentence: u32, mut next: usize) {
        let Text { view, entities, times, .. } = text;
        let start = self.list.len();
        let tokens = view.sentences[sentence as usize];
        let mut at = tokens.first as usize;
        let stop = tokens.last as usize;
        let facts = Facts::of(text, stop);
        let (mut parted, mut aside) = (false, false);
        let number_at = |next: usize| {
            let number = quantities.get(next);
            (number, number.map_or(usize::MAX, |number| number.first as usize))
        };
        let (mut number, mut first) = number_at(next);
        while at < stop {
            while first < at {
                next += 1;
                (number, first) = number_at(next);
            }
            let (end, what) = match number {
                Some(number) if first == at && number.sentence == sentence => {
                    ((number.end as usize).clamp(at + 1, stop), What::Number(next as u32))
                }
                _ => {
                    if first <= at + 2
                        && let Some((end, what)) = people::over_age(view, entities, times, number, at, stop)
                    {
                        self.list.push(Chunk { first: at as u32, end: end as u32, what, aside: false });
                        at = end;
                        continue;
                    }
                    let (end, what) = chunk(view, entities, times, &facts, at, stop);
                    let end = end.clamp(at + 1, stop);
                    // What a number phrase that starts later covers is not cut away from it.
                    (if first > at { end.min(first) } else { end }, what)
                }
            };
            parted |= matches!(what, What::Connective(Connective::Part));
            aside |= matches!(what, What::Open | What::Close | What::Break);
            self.list.push(Chunk { first: at as u32, end: end as u32, what, aside: false });
            at = end;
        }
        if parted {
            self.parted.push(sentence);
        }
        if parted || aside {
            aside::mark_asides(view, &mut self.list[start..]);
        }
    }
}

/// [`chunk`], where few are cut.
#[inline(never)]
fn chunk_at(view: &View, entities: &Entities, times: &Times, facts: &Facts, at: usize, stop: usize) -> (usize, What) {
    chunk(view, entities, times, facts, at, stop)
}

/// The chunk that starts at a token.
// In place in the loop that cuts sentences.
#[inline(always)]
fn chunk(view: &View, entities: &Entities, times: &Times, facts: &Facts, at: usize, stop: usize) -> (usize, What) {
    if !facts.is_free(at) {
        if let Some((end, time)) = facts.time(at) {
            return (end, What::Time(time));
        }
        if let Some((end, entity)) = facts.entity(at) {
            return named(view, entities, times, (at, end, entity), stop);
        }
    }
    let mask = facts.masks[at];
    if mask & Class::Cue.bit() != 0
        && let Some(found) = cue::cue(view, times, at)
    {
        return found;
    }
    let kind = facts.tokens[at].kind;
    if kind != Kind::Word {
        return (at + 1, if kind == Kind::Punct { punctuation(view, at) } else { What::Other });
    }
    if mask & JOINING_OR_SAYING != 0
        && let Some(found) = joining_or_saying(view, at, mask)
    {
        return found;
    }
    let id = facts.ids[at];
    if AUXILIARIES.has(id) || view.likely(at, pos::MODAL) {
        return (at + 1, What::Aux);
    }
    if CLAUSES.has(id) {
        return (at + 1, What::Clause);
    }
    if let Some(found) = people::people(view, entities, times, at, stop, false) {
        return found;
    }
    word(view, at)
}

/// The chunk of an entity, given as the token at hand, the token after it, and its index.
fn named(
    view: &View,
    entities: &Entities,
    times: &Times,
    (at, end, entity): (usize, usize, u32),
    stop: usize,
) -> (usize, What) {
    match entities.list[entity as usize].kind {
        EntityKind::Person => return (end, What::People { count: 1, definite: false, entity: Some(entity) }),
        // "Syrian civilians": the adjective belongs to the noun behind it.
        EntityKind::Nationality => {
            if let Some(found) = people::people(view, entities, times, at, stop, true) {
                return found;
            }
        }
        _ => {}
    }
    (end, What::Entity(entity))
}

impl Chunk {
    /// Whether this number phrase counts something that is measured and cannot be hurt or sent.
    pub fn is_number(&self) -> Option<usize> {
        match self.what {
            What::Number(index) => Some(index as usize),
            _ => None,
        }
    }
}
