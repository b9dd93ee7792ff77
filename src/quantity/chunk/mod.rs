//! Chunks: each sentence cut into the few kinds of thing that the linking rules speak of.

mod apart;
mod aside;
mod cue;
mod notes;
mod people;

pub(super) use apart::subordinate;
pub(super) use cue::taken;
pub(crate) use notes::notes;

use super::facts::{ByPart, Facts};
use super::grammar::{AUXILIARIES, OWNER_SET};
use super::outline::Text;
use super::{Quantity, noun, role};
use crate::entity::Entities;
use crate::lexicon::keyword::{self as kw, WordSet};
use crate::lexicon::sense::{Class, Effect, ReportFrame, pos};
use crate::lexicon::{Connective, View};
use crate::record::{EntityKind, Role};
use crate::text::Kind;
use crate::time::Times;

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
            [] => text.may_hit(sentence),
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

/// The chunk that starts at a token.
#[inline]
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

const JOINING_OR_SAYING: u32 = Class::Connective.bit() | Class::Status.bit() | Class::Report.bit();

/// A connective, words of saying or of status.
fn joining_or_saying(view: &View, at: usize, mask: u32) -> Option<(usize, What)> {
    if mask & Class::Connective.bit() != 0
        && let Some((end, row)) = view.longest(at, Class::Connective)
    {
        let kind = view.lexicon.connectives[row];
        // "and another from a nearby town were killed": one more.
        let closes = view.tokens.get(end).is_some_and(|token| matches!(token.punct(), b'.' | b',' | b';'));
        let alone = closes || view.likely(end, pos::PREPOSITION | pos::MODAL | pos::PAST) && !view.is(end, &[kw::OF]);
        if view.is(at, &[kw::ANOTHER]) && alone {
            return Some((end, What::People { count: 1, definite: false, entity: None }));
        }
        // "moved 340 migrants out of a camp", but "12 out of the 90".
        let counted = |token: usize| {
            view.has(token, Class::Number) || view.tokens.get(token).is_some_and(|token| token.kind == Kind::Number)
        };
        if kind == Connective::Part && view.is(at, &[kw::OUT]) && !(end..end + 3).any(counted) {
            return Some((end, What::Preposition));
        }
        if !(kind == Connective::More && noun::starts_noun(view, end)) {
            return Some((end, What::Connective(kind)));
        }
    }
    let said = mask & (Class::Status.bit() | Class::Report.bit()) != 0;
    let longest = |class: Class| if said { view.longest(at, class) } else { None };
    match (longest(Class::Status), longest(Class::Report)) {
        (Some((end, row)), report)
            if !matches!(view.lexicon.statuses[row], Effect::Plans | Effect::Demands)
                && report.is_none_or(|(report, _)| end >= report) =>
        {
            let effect = view.lexicon.statuses[row];
            if effect != Effect::None {
                return Some((end, What::Status(effect)));
            }
        }
        (_, Some((end, row))) if view.lexicon.reports[row].cuts(view.has(at, Class::Cue)) => {
            // "put the number of dead at": the cue within is cut by itself.
            let end = (at + 1..end).find(|&token| people::is_event(view, token)).unwrap_or(end);
            // "have admitted 4,460 patients": so is a verb before what it counts.
            let counts = end > at + 1
                && view.has(end - 1, Class::Cue)
                && (view.has(end, Class::Number)
                    || view.has(end, Class::Bound)
                    || view.tokens.get(end).is_some_and(|token| token.kind == Kind::Number));
            let end = end - usize::from(counts);
            return Some((end, What::Report(view.lexicon.reports[row])));
        }
        _ => {}
    }
    None
}

const CLAUSES: WordSet = WordSet::of(&[
    kw::WHO,
    kw::WHOM,
    kw::WHICH,
    kw::THAT,
    kw::WHEN,
    kw::WHERE,
    kw::WHILE,
    kw::AFTER,
    kw::BEFORE,
    kw::IF,
    kw::BECAUSE,
    kw::AS,
]);

fn word(view: &View, at: usize) -> (usize, What) {
    let likeliest = view.info(at).likeliest;
    let owner = OWNER_SET.has(view.id(at));
    let what = if owner && (noun::starts_noun(view, at + 1) || view.has(at + 1, Class::Number)) {
        What::Other
    } else if view.is(at, &[kw::HIM]) || view.is(at, &[kw::HER]) && !noun::starts_noun(view, at + 1) {
        What::People { count: 1, definite: true, entity: None }
    } else {
        match BY_PART.of_parts(likeliest) {
            What::Other if view.info(at).pos == 0 => What::Noun { people: false },
            what => what,
        }
    };
    (at + 1, what)
}

/// What a word is by its likeliest part of speech; of several the first holds.
static BY_PART: ByPart<What> = ByPart::of(
    &[
        (pos::PREPOSITION, What::Preposition),
        (pos::PRONOUN, What::Pronoun),
        (pos::VERB | pos::THIRD | pos::PAST | pos::PARTICIPLE, What::Verb),
        (pos::NOUN | pos::PLURAL, What::Noun { people: false }),
    ],
    What::Other,
);

fn punctuation(view: &View, at: usize) -> What {
    let hyphen = || view.id(at) == kw::HYPHEN && view.glued(at) && view.glued(at + 1);
    match view.tokens[at].punct() {
        b',' => What::Comma,
        b'-' if hyphen() => What::Other,
        b';' | b':' | b'-' => What::Break,
        b'(' | b'[' => What::Open,
        b')' | b']' => What::Close,
        b'"' => What::Quote,
        _ => What::Other,
    }
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
