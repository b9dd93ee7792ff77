//! Roles: which cue says what happened to which number.
//!
//! Each rule is about how a cue takes what it counts: before it ("12 were killed"), behind it ("killed 12"), within the
//! number phrase ("12 deaths", "62 missing pupils"), or by "of" ("the death of 12"). A cue with an auxiliary of its own
//! or an object is stronger than a bare participle ("12 soldiers sent to the front were killed").

mod apart;
mod apposed;
mod aside;
mod bare;
mod candidate;
mod clause;
mod doer;
mod having;
pub(super) mod leant;
mod noun;
mod object;
mod person;
mod reading;
mod split;
mod subject;
mod toll;

pub(super) use candidate::may_link;

use super::Quantity;
use super::chunk::{Chunk, Chunks, Hit, Voice, What};
use super::outline::Text;
use crate::lexicon::{Connective, View, keyword as kw};
use crate::record::Role;
use crate::trace::Trace;

/// How far a cue looks for its subject or object, in chunks.
const REACH: usize = 28;

/// How strongly a cue holds what it was linked to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    Free,
    Bare,
    Within,
    Full,
}

/// What is held while cues are linked. Reused between texts.
#[derive(Default)]
pub(super) struct Scratch {
    strengths: Vec<Strength>,
    touched: Vec<usize>,
    told: Vec<usize>,
}

/// Everything the rules share while one text is linked.
struct Linker<'l, 's, 'a> {
    view: &'l View<'s, 'a>,
    chunks: &'l [Chunk],
    list: &'l mut Vec<Quantity>,
    strengths: &'l mut Vec<Strength>,
    /// What the cue at hand was linked to.
    touched: &'l mut Vec<usize>,
    /// The chunks of the sentence at hand that are numbers or cues.
    told: &'l mut Vec<usize>,
    /// People chunks with what a cue said of them, for implicit counts.
    people: &'l mut Vec<Hit>,
    /// The first chunk of the sentence at hand.
    begin: usize,
    /// The only row of a cue that is meant, where something tells.
    only: Option<usize>,
    /// Only what is said of the subject of a verb is asked for: "blew up" of a bus, not of whom it hit.
    undergone: bool,
    trace: &'l mut Trace,
}

impl<'l, 's, 'a> Linker<'l, 's, 'a> {
    /// At no sentence yet; the strengths in `scratch` are those of the numbers.
    fn new(
        text: Text<'l, 's, 'a>,
        chunks: &'l [Chunk],
        list: &'l mut Vec<Quantity>,
        scratch: &'l mut Scratch,
        people: &'l mut Vec<Hit>,
        trace: &'l mut Trace,
    ) -> Self {
        let Scratch { strengths, touched, told } = scratch;
        let view = text.view;
        Linker { view, chunks, list, strengths, touched, told, people, begin: 0, only: None, undergone: false, trace }
    }
}

/// Links every cue of the sentences that are cut. People who are hit but not counted are left in `chunks.people`.
pub(super) fn link(text: Text, chunks: &mut Chunks, list: &mut Vec<Quantity>, trace: &mut Trace) {
    if chunks.list.is_empty() {
        split::link(text, list, trace);
        having::link(text, list, trace);
        return;
    }
    let Chunks { list: all, sentences, people, parted, scratch, .. } = chunks;
    let mut parted = parted.iter().copied().peekable();
    scratch.strengths.clear();
    scratch.strengths.resize(list.len(), Strength::Free);
    let mut linker = Linker::new(text, all, list, scratch, people, trace);
    for (sentence, &(start, stop)) in sentences.iter().enumerate() {
        if start < stop {
            let parted = parted.next_if_eq(&(sentence as u32)).is_some();
            linker.sentence(start as usize, stop as usize, parted);
            linker.mark_apart(text.outline.of(sentence), start as usize, stop as usize, true);
        }
    }
    split::link(text, list, trace);
    having::link(text, list, trace);
}

/// Marks what is told apart in the sentences that have no cue of their own, once figures have roles from elsewhere.
pub(super) fn mark_rest(text: Text, chunks: &mut Chunks, list: &mut Vec<Quantity>, trace: &mut Trace) {
    let mut last = None;
    for index in 0..list.len() {
        let quantity = &list[index];
        let sentence = quantity.sentence;
        if quantity.role.is_none() || quantity.implicit || last == Some(sentence) || chunks.is_linked(sentence) {
            continue;
        }
        last = Some(sentence);
        let (start, stop) = chunks.ready(text, list, sentence);
        let Chunks { list: all, people, scratch, .. } = &mut *chunks;
        let mut linker = Linker::new(text, all, list, scratch, people, trace);
        linker.mark_apart(text.held(sentence), start as usize, stop as usize, false);
    }
}

/// Roles that nearly always are of people.
fn strong(role: Role) -> bool {
    matches!(
        role,
        Role::Killed
            | Role::Wounded
            | Role::Casualty
            | Role::Detained
            | Role::Kidnapped
            | Role::Sentenced
            | Role::Hospitalized
    )
}

/// A cue of the sentence, with its chunk index.
#[derive(Clone, Copy)]
struct Cue {
    at: usize,
    voice: Voice,
}

impl Linker<'_, '_, '_> {
    fn sentence(&mut self, start: usize, stop: usize, parted: bool) {
        self.begin = start;
        // The numbers and the cues, in order: most chunks are none.
        let mut told = std::mem::take(self.told);
        told.clear();
        let is_told = |at: &usize| matches!(self.chunks[*at].what, What::Number(_) | What::Cue(_));
        told.extend((start..stop).filter(is_told));
        let number = |linker: &Self, at: usize| linker.chunks[at].is_number();
        for &at in &told {
            if let Some(index) = number(self, at) {
                self.within(index);
            }
        }
        if parted {
            for at in start..stop {
                if matches!(self.chunks[at].what, What::Connective(Connective::Part)) {
                    self.among(at, start, stop);
                }
            }
        }
        for &at in &told {
            if let What::Cue(voice) = self.chunks[at].what {
                self.cue(Cue { at, voice }, start, stop);
            }
        }
        for &at in &told {
            if let Some(index) = number(self, at) {
                self.spelled_out(at, index, stop);
            }
        }
        *self.told = told;
        if parted {
            self.parts_without_figure(start, stop);
        }
    }

    fn cue(&mut self, cue: Cue, start: usize, stop: usize) {
        self.touched.clear();
        if let Some(role) = self.either(cue, start, stop) {
            self.casualty(cue, role, start, stop);
            return;
        }
        match cue.voice {
            // "shot them dead".
            Voice::Active | Voice::Bare if self.object_pronoun(cue, start, stop) => {}
            Voice::Active => {
                // "could drown", "froze to death": verbs that take an object or none.
                let mut found = self.object(cue, stop, Strength::Full);
                if !found && self.undergoes(cue) {
                    self.undergone = true;
                    found = self.subject(cue, start, Strength::Full);
                    self.undergone = false;
                }
                if !found {
                    self.relative_object(cue, start);
                }
            }
            Voice::Passive => {
                let found = self.subject(cue, start, Strength::Full);
                if !found {
                    self.inverted(cue, stop);
                }
            }
            Voice::Subject => {
                // "Two men working at the site were killed": told in passing.
                let passing = self.participle(cue) && !self.copula(cue.at, start);
                let strength = if passing { Strength::Bare } else { Strength::Full };
                if !self.subject(cue, start, strength) && self.participle(cue) {
                    self.object(cue, stop, Strength::Bare);
                }
            }
            Voice::Bare if self.number_of(cue, start, stop) => {}
            Voice::Bare => {
                self.bare(cue, start, stop);
                self.among_number(cue, start, stop);
                self.one_among(cue, start);
            }
            Voice::State if self.dead_at(cue, stop) || self.number_of(cue, start, stop) => {}
            Voice::State => {
                self.state(cue, start, stop);
                self.one_among(cue, start);
            }
            Voice::Event => self.event(cue, stop),
            Voice::Toll => self.toll(cue, start, stop),
            Voice::Takes => self.suffers(cue, start, stop),
        }
    }

    /// Gives the chunk at `at` the role of the cue. None where the cue cannot be said of it.
    fn take(&mut self, at: usize, cue: usize, strength: Strength, rule: &'static str) -> Option<Role> {
        let cue_chunk = self.chunks[cue];
        let words = (cue_chunk.first, cue_chunk.end);
        match self.chunks[at].what {
            What::Number(index) => {
                let index = index as usize;
                // "cost 20 dollars", "takes 8 days": money and time suffer nothing.
                if self.is_round(cue_chunk, index) {
                    return None;
                }
                if self.measured(index) {
                    return self.take_load(index, cue, strength);
                }
                let thing = self.thing_of(index);
                let role = match self.thing_leant_on(index, cue) {
                    Some(understood) => self.role_for(cue, Some(understood), true, false)?,
                    None => self.role_for(cue, thing, self.is_thing_known(index), self.is_agent_noun(index))?,
                };
                // "a two-run shot", "a ten-race format": what describes a noun is hit by nothing.
                let compound = self.view.is(self.list[index].number.1 as usize, &[kw::HYPHEN])
                    && !thing.is_some_and(|row| self.can_suffer(row))
                    && matches!(cue_chunk, Chunk { what: What::Cue(Voice::Bare | Voice::Event), .. })
                    && self.list[index].end == cue_chunk.first;
                if compound
                    || self.is_share_of_thing(index)
                    || self.is_more_of_animals(index, role)
                    || self.is_more_gone(index, cue)
                {
                    return None;
                }
                // "seized 40 phones", "holds 39 seats": a noun that no lexicon has is nobody who can be led away.
                let named = thing.is_none() && self.is_thing_known(index);
                let role = self.by_doer(role, cue).filter(|_| !named || !self.is_grip(cue))?;
                if self.strong_role(role) && thing.is_some_and(|row| !self.can_suffer(row)) {
                    return None;
                }
                // "Four assailants fled": whoever runs from the police is not displaced.
                if role == Role::Displaced && thing.is_some_and(|row| self.is_armed(row)) {
                    return None;
                }
                self.told(rule, at, words, role);
                self.set(index, role, words, strength);
                Some(role)
            }
            What::People { .. } | What::Noun { people: false } | What::Pronoun => {
                let role = self.by_doer(self.role_for_person(cue, at)?, cue)?;
                let at = self.meant_by(at);
                self.told(rule, at, words, role);
                self.people.push(Hit { chunk: at as u32, role, cue: words, whole: None });
                Some(role)
            }
            _ => None,
        }
    }

    /// Notes which words gave what is told at a chunk its role, and by which rule.
    fn told(&mut self, rule: &'static str, at: usize, words: (u32, u32), role: Role) {
        let (view, chunk) = (self.view, self.chunks[at]);
        let (start, stop) = view.span(words.0 as usize, words.1 as usize);
        self.trace.note(rule, start, stop, || {
            format!("{role:?}: \"{}\"", view.slice(chunk.first as usize, chunk.end as usize))
        });
    }

    fn set(&mut self, index: usize, role: Role, cue: (u32, u32), strength: Strength) {
        let held = self.strengths[index];
        // Who was wounded and then died, or was hacked to death, is dead.
        let before = self.list[index].role;
        let worse = matches!(before, Some(Role::Wounded | Role::Hospitalized | Role::Missing))
            && role == Role::Killed
            && strength >= Strength::Within
            // "were rushed to a clinic": where somebody is brought says more than how.
            || matches!(before, Some(Role::Deployed | Role::Evacuated | Role::Rescued)) && self.is_goal(cue, role);
        if !worse && (held == Strength::Full || held > strength || held == strength && held != Strength::Bare) {
            let (start, stop) = self.view.span(cue.0 as usize, cue.1 as usize);
            let before = self.list[index].role;
            self.trace.note("kept", start, stop, || format!("{:?}, told more closely", before.unwrap_or(role)));
            return;
        }
        self.strengths[index] = strength;
        self.touched.push(index);
        self.list[index].role = Some(role);
        self.list[index].cue = Some(cue);
    }

    /// "to a clinic": where somebody is brought.
    fn is_goal(&self, cue: (u32, u32), role: Role) -> bool {
        role == Role::Hospitalized && self.view.is(cue.0 as usize, &[kw::TO, kw::INTO])
    }

    /// "dragged Omar Sy from his car and beat him to death": whom "him" stands for, in the sentence at hand.
    fn meant_by(&self, at: usize) -> usize {
        let token = self.chunks[at].first as usize;
        if !self.view.is(token, &[kw::HIM, kw::HER]) || self.chunks[at].end as usize != token + 1 {
            return at;
        }
        let person = |before: &usize| {
            let chunk = self.chunks[*before];
            matches!(chunk.what, What::People { count: 1, .. })
                && !self.view.is(chunk.first as usize, &[kw::HIM, kw::HER])
                // "a caretaker who rushed him": somebody else.
                && !self.view.is(chunk.end as usize, &[kw::WHO])
        };
        (self.begin..at).rev().take(REACH).find(person).unwrap_or(at)
    }
}
