//! Roles: which cue says what happened to which number.
//!
//! Each rule is about how a cue takes what it counts: before it ("12 were killed"), behind it ("killed 12"), within the
//! number phrase ("12 deaths", "62 missing pupils"), or by "of" ("the death of 12"). A cue with an auxiliary of its own
//! or an object is stronger than a bare participle ("12 soldiers sent to the front were killed").

mod apart;
mod aside;
mod having;
pub(super) mod leant;
mod noun;
mod object;
mod person;
mod split;
mod subject;

use super::chunk::{Chunk, Chunks, Hit, Voice, What};
use super::outline::Text;
use super::{Noun, Quantity, Unit, implicit};
use crate::lexicon::sense::{Class, CueWord, Frame};
use crate::lexicon::{Connective, View, keyword as kw};
use crate::number::Form;
use crate::record::{Role, UnitKind};
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
}

/// Everything the rules share while one text is linked.
struct Linker<'l, 's, 'a> {
    view: &'l View<'s, 'a>,
    chunks: &'l [Chunk],
    list: &'l mut Vec<Quantity>,
    strengths: &'l mut Vec<Strength>,
    /// What the cue at hand was linked to.
    touched: &'l mut Vec<usize>,
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

/// Whether a cue of a sentence can be said of one of the numbers in it, or of somebody told of without one.
pub(super) fn may_link(text: Text, numbers: &[Quantity], sentence: u32) -> bool {
    let lexicon = text.view.lexicon;
    let measured = |quantity: &Quantity| matches!(quantity.unit, Unit::Measure { .. });
    // "delivered 40 tonnes of rice".
    let load = |quantity: &Quantity| {
        matches!(quantity.unit, Unit::Measure { kind: UnitKind::Measure, .. })
            && text.view.is(quantity.end as usize, &[kw::OF])
    };
    let loads = numbers.iter().any(load)
        && text.all(sentence, Class::Cue).any(|token| {
            let mut cues = text.view.words.all(token, Class::Cue).map(|(_, row)| &lexicon.cues[row]);
            cues.any(|cue| cue.role == Some(Role::Delivered))
        });
    if loads {
        return true;
    }
    if numbers.iter().all(measured) {
        return text.may_hit(sentence, implicit::counts) || text.parts(sentence);
    }
    let takes = |token: usize, cue: &CueWord, role: Role| {
        numbers.iter().any(|quantity| match quantity.unit {
            Unit::Measure { .. } => false,
            Unit::Count(Noun { thing: Some(row), .. }) => {
                lexicon.cue_fit(cue, lexicon.things[row as usize].branch).is_some()
            }
            // What describes a noun that the lexicon lacks is said of it.
            Unit::Count(noun) => {
                !lexicon.cue_is_choosy(cue)
                    || strong(role)
                    || role == Role::Delivered && lexicon.cue_takes(cue, "thing")
                    || (noun.first as usize..noun.end as usize).contains(&token)
            }
            // "Five were intercepted": whatever was counted before.
            Unit::None => true,
            _ => lexicon.cue_allows_branch(cue, "person"),
        })
    };
    let counted = |token: usize| {
        let within = |noun: Noun| (noun.first as usize..noun.end as usize).contains(&token);
        numbers.iter().any(|quantity| matches!(quantity.unit, Unit::Count(noun) if within(noun)))
    };
    let mut hit = None;
    let mut hits = || *hit.get_or_insert_with(|| text.may_hit(sentence, implicit::counts));
    let linked = text.all(sentence, Class::Cue).any(|token| {
        text.view.words.all(token, Class::Cue).any(|(cue_end, row)| {
            let cue = &lexicon.cues[row];
            cue.role.is_some_and(|role| match cue.frame {
                Frame::Event | Frame::Taken => counted(token) || text.noun_hits(cue_end),
                Frame::Toll => true,
                _ => takes(token, cue, role) || implicit::counts(role) && hits(),
            })
        })
    });
    linked || text.parts(sentence)
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
    let Scratch { strengths, touched } = scratch;
    strengths.clear();
    strengths.resize(list.len(), Strength::Free);
    let mut linker = Linker {
        view: text.view,
        chunks: all,
        list,
        strengths,
        touched,
        people,
        begin: 0,
        only: None,
        undergone: false,
        trace,
    };
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
        let Chunks { list: all, people, scratch: Scratch { strengths, touched }, .. } = &mut *chunks;
        let mut linker = Linker {
            view: text.view,
            chunks: all,
            list,
            strengths,
            touched,
            people,
            begin: 0,
            only: None,
            undergone: false,
            trace,
        };
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
        for at in start..stop {
            if let What::Number(index) = self.chunks[at].what {
                self.within(index as usize);
            }
        }
        if parted {
            for at in start..stop {
                if matches!(self.chunks[at].what, What::Connective(Connective::Part)) {
                    self.among(at, start, stop);
                }
            }
        }
        let mut at = start;
        while at < stop {
            if let What::Cue(voice) = self.chunks[at].what {
                self.cue(Cue { at, voice }, start, stop);
            }
            at += 1;
        }
        for at in start..stop {
            if let What::Number(index) = self.chunks[at].what {
                self.spelled_out(at, index as usize, stop);
            }
        }
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
                if !self.subject(cue, start, Strength::Full) && self.participle(cue) {
                    self.object(cue, stop, Strength::Bare);
                }
            }
            Voice::Bare => {
                self.bare(cue, start, stop);
                self.among_number(cue, start, stop);
                self.one_among(cue, start);
            }
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
                    Some(understood) => self.role_for(cue, Some(understood), true)?,
                    None => self.role_for(cue, thing, self.is_thing_known(index))?,
                };
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
                let role = self.role_for_person(cue)?;
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

    /// "delivered 40 tonnes of rice": a measure of something is delivered as things are.
    fn take_load(&mut self, index: usize, cue: usize, strength: Strength) -> Option<Role> {
        let load = self.is_load(index);
        let delivered = self.rows(cue).any(|row| self.view.lexicon.cues[row].role == Some(Role::Delivered));
        (load && delivered).then(|| {
            let words = (self.chunks[cue].first, self.chunks[cue].end);
            self.set(index, Role::Delivered, words, strength);
            Role::Delivered
        })
    }

    /// "40 tonnes of rice".
    fn is_load(&self, index: usize) -> bool {
        let quantity = &self.list[index];
        matches!(quantity.unit, Unit::Measure { kind: UnitKind::Measure, .. })
            && self.view.is(quantity.end as usize, &[kw::OF])
    }

    fn set(&mut self, index: usize, role: Role, cue: (u32, u32), strength: Strength) {
        let held = self.strengths[index];
        // Who was wounded and then died, or was hacked to death, is dead.
        let before = self.list[index].role;
        let worse = matches!(before, Some(Role::Wounded | Role::Hospitalized | Role::Missing))
            && role == Role::Killed
            && strength >= Strength::Within;
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

    /// The counted thing of a number, over understood nouns.
    fn thing_of(&self, index: usize) -> Option<u32> {
        match self.list[index].unit {
            Unit::Count(noun) => noun.thing,
            _ => None,
        }
    }

    fn is_thing_known(&self, index: usize) -> bool {
        matches!(self.list[index].unit, Unit::Count(_))
    }

    /// The role of the reading of the cue that is made most closely for the thing.
    fn role_for(&self, at: usize, thing: Option<u32>, named: bool) -> Option<Role> {
        let mut best: Option<(usize, Role)> = None;
        // "cost 17 people their lives", but not "took 22 passengers".
        let takes = match self.chunks[at].what {
            What::Cue(Voice::Passive) => false,
            What::Cue(Voice::Active | Voice::Bare) => {
                (self.chunks[at].end as usize..self.view.len()).take(12).any(|token| {
                    self.view
                        .words
                        .all(token, Class::Cue)
                        .any(|(_, row)| self.view.lexicon.cues[row].frame == Frame::Taken)
                })
            }
            _ => true,
        };
        for row in self.meant(at) {
            let cue = self.view.lexicon.cues[row];
            // "passengers were taken off", "took six seamen": nobody's life, which is in no branch of things.
            if matches!(cue.frame, Frame::Takes | Frame::Suffers) && !takes {
                continue;
            }
            let Some(role) = cue.role.filter(|_| !self.undergone || cue.frame == Frame::Undergoes) else { continue };
            let fit = match thing {
                Some(_) => self.fit(&cue, thing),
                // A noun that the lexicon lacks: only cues that say the same of everything, or of people.
                None if named => {
                    let anybody = self.view.lexicon.cue_takes(&cue, "person") && self.strong_role(role);
                    let anything = self.view.lexicon.cue_takes(&cue, "thing") && role == Role::Delivered;
                    (!self.view.lexicon.cue_is_choosy(&cue) || anybody || anything).then_some(0)
                }
                // What is said of anybody goes before what is said of some.
                None if self.view.lexicon.cue_takes(&cue, "person") => Some(1),
                // "The army lost 12", but not "one taken from a duck".
                None => (self.allows_people(&cue) && role == Role::Killed).then_some(0),
            };
            // "21 were taken to Nyala": what is said of hostages alone.
            let fit = fit.filter(|&fit| {
                thing.is_some() || named || fit > 0 || !matches!(role, Role::Kidnapped | Role::Captured | Role::LaidOff)
            });
            if let Some(fit) = fit
                && best.is_none_or(|(known, _)| fit > known)
            {
                best = Some((fit, role));
            }
        }
        best.map(|(_, role)| role)
    }

    /// Roles that nearly always are of people, so that an unknown noun under them is one.
    fn strong_role(&self, role: Role) -> bool {
        strong(role)
    }

    /// Whether a counted thing is people, or stands for them ("bodies", "cases"): pigs are not killed as people are.
    fn can_suffer(&self, row: u32) -> bool {
        let thing = &self.view.lexicon.things[row as usize];
        let branch = &self.view.lexicon.branches[thing.branch as usize];
        branch.starts_with("person") || branch.starts_with("event/harm")
    }

    /// Whether a counted thing is people, dead or alive.
    fn can_suffer_or_lie(&self, row: u32) -> bool {
        let thing = &self.view.lexicon.things[row as usize];
        self.can_suffer(row) || self.view.lexicon.branches[thing.branch as usize].starts_with("thing/remains")
    }

    /// Whether a counted thing is gunmen, robbers or suspects.
    fn is_armed(&self, row: u32) -> bool {
        let branch = self.view.lexicon.things[row as usize].branch as usize;
        let branch = &self.view.lexicon.branches[branch];
        branch.starts_with("person/armed") || branch.starts_with("person/law") || branch.starts_with("person/captive")
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
        };
        (self.begin..at).rev().take(REACH).find(person).unwrap_or(at)
    }

    /// The role of the reading of the cue that is said of people, rather of all than of some.
    fn role_for_person(&self, at: usize) -> Option<Role> {
        let people = self.view.lexicon.people().map(|row| row as u32);
        let mut of_some = None;
        for row in self.meant(at) {
            let cue = self.view.lexicon.cues[row];
            let said = cue.frame != Frame::Takes && (!self.undergone || cue.frame == Frame::Undergoes);
            let Some(role) = cue.role.filter(|_| said && self.allows_people(&cue)) else { continue };
            if self.fit(&cue, people).is_some() {
                return Some(role);
            }
            of_some = of_some.or(Some(role));
        }
        of_some
    }

    /// Whether the cue can also be said of its subject.
    fn undergoes(&self, cue: Cue) -> bool {
        self.rows(cue.at).any(|row| self.view.lexicon.cues[row].frame == Frame::Undergoes)
    }

    fn first_role(&self, at: usize) -> Option<Role> {
        self.rows(at).find_map(|row| self.view.lexicon.cues[row].role)
    }

    /// The rows of a cue, or the only one that is meant.
    fn meant(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let rows = if self.only.is_some() { None } else { Some(self.rows(at)) };
        self.only.into_iter().chain(rows.into_iter().flatten())
    }

    fn rows(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let chunk = self.chunks[at];
        let end = chunk.end as usize;
        self.view
            .words
            .all(chunk.first as usize, Class::Cue)
            .filter(move |(cue_end, _)| *cue_end == end)
            .map(|(_, row)| row)
    }

    fn fit(&self, cue: &CueWord, thing: Option<u32>) -> Option<usize> {
        match thing {
            Some(row) => self.view.lexicon.cue_fit(cue, self.view.lexicon.things[row as usize].branch),
            None => Some(0),
        }
    }

    fn allows_people(&self, cue: &CueWord) -> bool {
        self.view.lexicon.cue_allows_branch(cue, "person")
    }

    /// Whether a number can be of people or things at all, and not a score, an ordinal or a rate.
    fn countable(&self, index: usize) -> bool {
        let quantity = &self.list[index];
        // "three times the official toll".
        let times = self.thing_of(index).is_some_and(|row| {
            let branch = self.view.lexicon.things[row as usize].branch as usize;
            self.view.lexicon.branches[branch].starts_with("measure")
        });
        !times
            && !matches!(quantity.form, Form::Score)
            && !matches!(quantity.unit, Unit::Measure { kind: UnitKind::Age, .. })
    }

    /// "shot 68 to lead by four": a round of golf.
    fn is_round(&self, cue: Chunk, index: usize) -> bool {
        let quantity = &self.list[index];
        cue.end == cue.first + 1
            && quantity.first == cue.end
            && self.view.is(cue.first as usize, &[kw::SHOT])
            && matches!(quantity.unit, Unit::None)
            && quantity.form == Form::Digits
            && quantity.value.is_some_and(|value| (55.0..90.0).contains(&value))
    }

    /// Whether a number measures: money, distance, time.
    fn measured(&self, index: usize) -> bool {
        matches!(self.list[index].unit, Unit::Measure { .. })
    }
}
