//! Roles: which cue says what happened to which number.
//!
//! Each rule is about how a cue takes what it counts: before it ("12 were killed"), behind it ("killed 12"), within the
//! number phrase ("12 deaths", "62 missing pupils"), or by "of" ("the death of 12"). A cue with an auxiliary of its own
//! or an object is stronger than a bare participle ("12 soldiers sent to the front were killed").

use super::chunk::{Chunk, Chunks, Voice, What};
use super::{Quantity, Unit};
use crate::entity::Entities;
use crate::lexicon::sense::{Class, CueWord, Frame};
use crate::lexicon::{Connective, View, keyword as kw};
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

/// Everything the rules share while one text is linked.
struct Linker<'l, 's, 'a> {
    view: &'l View<'s, 'a>,
    chunks: &'l [Chunk],
    list: &'l mut Vec<Quantity>,
    strengths: Vec<Strength>,
    /// People chunks with what a cue said of them, for implicit counts.
    people: &'l mut Vec<(u32, Role, (u32, u32))>,
    trace: &'l mut Trace,
}

/// Links every cue of the text. People who are hit but not counted are left in `chunks.people`.
pub(super) fn link(view: &View, _: &Entities, chunks: &mut Chunks, list: &mut Vec<Quantity>, trace: &mut Trace) {
    let Chunks { list: all, sentences, people } = chunks;
    people.clear();
    let strengths = vec![Strength::Free; list.len()];
    let mut linker = Linker { view, chunks: all, list, strengths, people, trace };
    for &(start, stop) in sentences.iter() {
        linker.sentence(start as usize, stop as usize);
    }
}

/// A cue of the sentence, with its chunk index.
#[derive(Clone, Copy)]
struct Cue {
    at: usize,
    voice: Voice,
}

impl Linker<'_, '_, '_> {
    fn sentence(&mut self, start: usize, stop: usize) {
        for at in start..stop {
            if let What::Number(index) = self.chunks[at].what {
                self.within(index as usize);
            }
        }
        for at in start..stop {
            if matches!(self.chunks[at].what, What::Connective(Connective::Part)) {
                self.among(at, stop);
            }
        }
        let mut at = start;
        while at < stop {
            if let What::Cue(voice) = self.chunks[at].what {
                self.cue(Cue { at, voice }, start, stop);
            }
            at += 1;
        }
        self.mark_apart(start, stop);
    }

    /// Marks figures that are told apart from those before: "in a separate attack", "but the rebels said", "when".
    fn mark_apart(&mut self, start: usize, stop: usize) {
        let (mut separate, mut rival) = (false, false);
        let mut linked = false;
        for at in start..stop {
            let first = self.chunks[at].first as usize;
            let apart = self.view.longest(first, Class::Connective).is_some_and(|(_, row)| {
                self.view.lexicon.connectives[row] == Connective::Separate
            });
            let also = self.view.is(first, &[kw::ALSO]) && at + 1 < stop && matches!(self.chunks[at + 1].what, What::Cue(_));
            separate |= apart || also;
            match self.chunks[at].what {
                What::Connective(Connective::But) | What::Report(_) => rival = linked,
                What::Number(index) => {
                    let subordinate = self.subordinate(at, start);
                    let quantity = &mut self.list[index as usize];
                    linked |= quantity.role.is_some();
                    quantity.marks.separate = separate;
                    quantity.marks.rival = rival;
                    quantity.marks.subordinate = subordinate;
                }
                _ => {}
            }
        }
    }

    /// Whether a figure stands in a clause that "when", "after" and their kin open.
    fn subordinate(&self, at: usize, start: usize) -> bool {
        for before in (start..at).rev().take(8) {
            match self.chunks[before].what {
                What::Clause => return !self.is_relative(before) && !self.view.is(self.chunks[before].first as usize, &[kw::WHILE]),
                What::Comma | What::Break | What::Connective(Connective::And | Connective::But) => return false,
                _ => {}
            }
        }
        false
    }

    fn cue(&mut self, cue: Cue, start: usize, stop: usize) {
        if let Some(role) = self.either(cue, start, stop) {
            self.casualty(cue, role, start, stop);
            return;
        }
        match cue.voice {
            Voice::Active => {
                if !self.object(cue, stop, Strength::Full) {
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
            Voice::Bare => self.bare(cue, start, stop),
            Voice::State => self.state(cue, start, stop),
            Voice::Event => self.event(cue, stop),
            Voice::Toll => self.toll(cue, start, stop),
            Voice::Takes => self.suffers(cue, start, stop),
        }
    }

    /// Rule *within*: the counted noun is itself a cue ("12 deaths", "six bodies") or a cue describes it ("62 missing
    /// pupils", "the 11 wounded").
    fn within(&mut self, index: usize) {
        let quantity = &self.list[index];
        let Unit::Count(noun) = quantity.unit else { return };
        let view = self.view;
        let (first, end) = (noun.first as usize, noun.end as usize);
        for token in first..end {
            let Some((cue_end, _)) = view.longest(token, Class::Cue) else { continue };
            let rows: Vec<usize> =
                view.words.all(token, Class::Cue).filter(|(end, _)| *end == cue_end).map(|(_, row)| row).collect();
            for row in rows {
                let cue = view.lexicon.cues[row];
                let Some(role) = cue.role else { return };
                let event = cue.frame == Frame::Event || cue.frame == Frame::Taken && super::chunk::taken(view, token);
                let counted = event && cue_end == end;
                let participle = matches!(
                    cue.form,
                    crate::lexicon::sense::VerbForm::Participle | crate::lexicon::sense::VerbForm::PastOrParticiple
                );
                let described = (cue.frame == Frame::State || cue.frame == Frame::Affects && participle)
                    && cue_end < end
                    && self.fit(&cue, noun.thing).is_some();
                if counted || described {
                    let (start, stop) = view.span(token, cue_end);
                    self.trace.note("within", start, stop, || format!("{role:?}"));
                    self.set(index, role, (token as u32, cue_end as u32), Strength::Within);
                    return;
                }
            }
        }
    }

    /// Rule *among*: "The dead included six civilians", "among the wounded were two children": a connective of parts that
    /// holds a state.
    fn among(&mut self, at: usize, stop: usize) {
        let chunk = self.chunks[at];
        let state = (chunk.first..chunk.end).find_map(|token| {
            let (_, row) = self.view.words.all(token as usize, Class::Cue).find(|(end, row)| {
                *end <= chunk.end as usize && self.view.lexicon.cues[*row].role.is_some()
            })?;
            self.view.lexicon.cues[row].role
        });
        let Some(role) = state else { return };
        for next in at + 1..stop {
            match self.chunks[next].what {
                What::Number(index) if !self.measured(index as usize) => {
                    self.set(index as usize, role, (chunk.first, chunk.end), Strength::Bare);
                }
                What::People { .. } => self.people.push((next as u32, role, (chunk.first, chunk.end))),
                What::Break | What::Clause | What::Verb | What::Cue(_) => return,
                _ => {}
            }
        }
    }

    /// Rule *either*: "killed or injured", "dead and wounded": two cues at one count are a casualty.
    fn either(&self, cue: Cue, start: usize, stop: usize) -> Option<usize> {
        let joint = self.chunks.get(cue.at + 1).filter(|_| cue.at + 2 < stop)?;
        let or = matches!(joint.what, What::Connective(Connective::Or | Connective::And));
        let slash = self.view.id(joint.first as usize) == kw::SLASH;
        if !or && !slash {
            return None;
        }
        let mut other = cue.at + 2;
        if matches!(self.chunks[other].what, What::Connective(Connective::Or)) {
            other += 1;
        }
        let What::Cue(voice) = self.chunks.get(other).filter(|_| other < stop)?.what else { return None };
        let pair = |a: Role, b: Role| matches!((a, b), (Role::Killed, Role::Wounded) | (Role::Wounded, Role::Killed));
        let one = self.first_role(cue.at)?;
        let two = self.first_role(other)?;
        let _ = (start, voice);
        // "killed 12 and wounded 5" has a number between; here the two stand together.
        pair(one, two).then_some(other)
    }

    fn casualty(&mut self, cue: Cue, other: usize, start: usize, stop: usize) {
        let before = self.snapshot();
        let joint = Cue { at: other, voice: match self.chunks[other].what {
            What::Cue(voice) => voice,
            _ => cue.voice,
        } };
        if matches!(cue.voice, Voice::Active) || matches!(cue.voice, Voice::Bare) && self.object_at(other, stop).is_some() {
            self.object(joint, stop, Strength::Full);
        } else {
            self.subject(Cue { at: cue.at, voice: Voice::Passive }, start, Strength::Full);
        }
        for index in 0..self.list.len() {
            let quantity = &mut self.list[index];
            if quantity.role != before[index].0 && matches!(quantity.role, Some(Role::Killed | Role::Wounded)) {
                quantity.role = Some(Role::Casualty);
            }
        }
        for person in &mut self.people[before.last().map_or(0, |last| last.1)..] {
            if matches!(person.1, Role::Killed | Role::Wounded) {
                person.1 = Role::Casualty;
            }
        }
    }

    fn snapshot(&self) -> Vec<(Option<Role>, usize)> {
        let people = self.people.len();
        let mut roles: Vec<_> = self.list.iter().map(|quantity| (quantity.role, people)).collect();
        if roles.is_empty() {
            roles.push((None, people));
        }
        roles
    }

    /// Rule *bare*: a participle without an auxiliary. An object right behind it makes it active ("Gunmen killed five"),
    /// else what stands right before it is its subject ("23 others wounded", "soldiers killed in").
    fn bare(&mut self, cue: Cue, start: usize, stop: usize) {
        let object = self.object_at(cue.at, stop).is_some();
        let subject = self.subject_before(cue.at, start);
        if object {
            self.object(cue, stop, Strength::Full);
        } else if subject {
            self.subject(cue, start, Strength::Bare);
        } else if !self.passive_opening(cue.at, start) {
            // "has reportedly killed", "were … and wounded": the subject of the verb before it.
            self.subject(cue, start, Strength::Bare);
        } else {
            self.inverted(cue, stop);
        }
    }

    /// Whether the clause opens with the participle: "Killed in the raid were five men".
    fn passive_opening(&self, at: usize, start: usize) -> bool {
        at == start
    }

    /// Whether what stands right before a bare participle can be its subject.
    fn subject_before(&self, at: usize, start: usize) -> bool {
        at.checked_sub(1).filter(|before| *before >= start).is_some_and(|before| {
            matches!(self.chunks[before].what, What::Number(_) | What::People { .. } | What::Noun { people: true })
        })
    }

    /// Rule *state*: "14 dead", "three hurt", "212 were known to be injured", "left 12 people, two of them children, dead".
    fn state(&mut self, cue: Cue, start: usize, stop: usize) {
        // "the dead numbered 19", "among the wounded were 5 children" are told otherwise.
        let before = cue.at.checked_sub(1).filter(|before| *before >= start).map(|before| self.chunks[before].what);
        let copula = self.copula(cue.at, start);
        match before {
            Some(What::Number(_) | What::People { .. }) => {
                self.subject(cue, start, Strength::Within);
            }
            _ if copula => {
                self.subject(cue, start, Strength::Full);
            }
            Some(What::Comma | What::Connective(_) | What::Cue(_) | What::Status(_) | What::Report(_)) => {
                self.subject(cue, start, Strength::Bare);
            }
            Some(What::Break | What::Other) | None if self.colon_list(cue.at, stop) => {
                self.object(cue, stop, Strength::Bare);
            }
            // "The dead included six civilians", "Among the wounded were 5 children".
            Some(What::Other | What::Connective(_)) | None if self.enumerates(cue.at, stop) => {
                self.object(Cue { at: cue.at + 1, ..cue }, stop, Strength::Bare);
            }
            _ => {}
        }
    }

    /// "The dead included", "the wounded were": a verb right behind the state, and a number behind that.
    fn enumerates(&self, at: usize, stop: usize) -> bool {
        let determined = self.chunks[at].first.checked_sub(1).is_some_and(|token| self.view.is(token as usize, &[kw::THE, kw::THOSE]));
        determined
            && at + 2 < stop
            && matches!(self.chunks[at + 1].what, What::Verb | What::Aux | What::Connective(Connective::Part))
            && matches!(self.chunks[at + 2].what, What::Number(_) | What::People { .. })
    }

    /// "dead: 6; injured: 12".
    fn colon_list(&self, at: usize, stop: usize) -> bool {
        at + 2 < stop
            && matches!(self.chunks[at + 1].what, What::Break | What::Open)
            && matches!(self.chunks[at + 2].what, What::Number(_))
    }

    /// Whether "be", "get", "feared", "reported" and the like stand right before a state.
    fn copula(&self, at: usize, start: usize) -> bool {
        let mut token = at;
        for _ in 0..4 {
            let Some(before) = token.checked_sub(1).filter(|before| *before >= start) else { return false };
            token = before;
            match self.chunks[token].what {
                What::Aux => return true,
                What::Other | What::Status(_) | What::Report(_) | What::Preposition | What::Verb => {}
                _ => return false,
            }
        }
        false
    }

    /// Rule *event*: "the deaths of 21 people", "the killing of a policeman", "the arrest of five".
    fn event(&mut self, cue: Cue, stop: usize) {
        let of = cue.at + 1;
        let is_of = of < stop && self.view.is(self.chunks[of].first as usize, &[kw::OF]);
        if is_of && of + 1 < stop {
            self.object(Cue { at: of, ..cue }, stop, Strength::Full);
        } else if of + 1 < stop && matches!(self.chunks[of].what, What::Break) && matches!(self.chunks[of + 1].what, What::Number(_)) {
            // "Deaths: 14".
            self.object(Cue { at: of, ..cue }, stop, Strength::Full);
        }
    }

    /// Rule *suffers*: "15 people sustained varying degrees of injuries": the subject of a verb before an event.
    fn suffers(&mut self, cue: Cue, start: usize, stop: usize) {
        let frame = self.rows(cue.at).into_iter().any(|row| self.view.lexicon.cues[row].frame == Frame::Suffers);
        let event = (cue.at + 1..stop.min(cue.at + 7)).find(|&at| matches!(self.chunks[at].what, What::Cue(Voice::Event)));
        let Some(event) = event.filter(|event| frame && self.first_role(*event) == self.first_role(cue.at)) else { return };
        let open = self.chunks[cue.at + 1..event]
            .iter()
            .all(|chunk| !matches!(chunk.what, What::Comma | What::Break | What::Clause | What::Verb | What::Aux));
        if open {
            self.subject(cue, start, Strength::Full);
        }
    }

    /// Rule *toll*: "a death toll of 45", "the toll rose to 45", "raised the number of dead from 38 to 45".
    fn toll(&mut self, cue: Cue, start: usize, stop: usize) {
        let role = self.first_role(cue.at);
        let Some(role) = role else { return };
        let mut fallback = None;
        for at in cue.at + 1..stop.min(cue.at + REACH) {
            match self.chunks[at].what {
                What::Number(index) if self.countable(index as usize) => {
                    let before = self.chunks[at].first.checked_sub(1).map(|token| self.view.id(token as usize));
                    let old = before == Some(kw::FROM);
                    if old || self.measured(index as usize) {
                        fallback = fallback.or(Some(index as usize).filter(|_| !self.measured(index as usize)));
                        continue;
                    }
                    self.found_toll(cue, index as usize, role);
                    // "lowered its count to 1,000 from 2,310".
                    let behind = (at + 2 < stop && self.view.is(self.chunks[at + 1].first as usize, &[kw::FROM]))
                        .then(|| self.chunks[at + 2].is_number())
                        .flatten();
                    if let Some(old) = fallback.or(behind) {
                        self.found_toll(cue, old, role);
                        self.list[old].marks.historical = true;
                        self.list[old].marks.toll = false;
                    }
                    return;
                }
                What::Break | What::Clause => break,
                What::Cue(Voice::Active | Voice::Passive) if fallback.is_none() => break,
                _ => {}
            }
        }
        if let Some(index) = fallback {
            self.found_toll(cue, index, role);
            return;
        }
        // "45, the highest death toll": what stands before.
        for at in (start..cue.at).rev().take(6) {
            match self.chunks[at].what {
                What::Number(index) if self.countable(index as usize) && !self.measured(index as usize) => {
                    self.found_toll(cue, index as usize, role);
                    return;
                }
                What::Cue(_) | What::Break => return,
                _ => {}
            }
        }
    }

    fn found_toll(&mut self, cue: Cue, index: usize, role: Role) {
        let chunk = self.chunks[cue.at];
        let (start, stop) = self.view.span(chunk.first as usize, chunk.end as usize);
        self.trace.note("toll", start, stop, || format!("{role:?}"));
        self.set(index, role, (chunk.first, chunk.end), Strength::Full);
        self.list[index].marks.toll = true;
    }

    /// Rule *subject*: the number or person that stands before a cue, over what describes it and over asides, with
    /// those joined to it.
    fn subject(&mut self, cue: Cue, start: usize, strength: Strength) -> bool {
        let Some(at) = self.subject_at(cue.at, start) else { return false };
        // "troops who had been detained were killed": what the relative clause says is told in passing.
        let passing = self.relative_clause(cue.at, start).is_some_and(|clause| {
            !self.chunks[clause..cue.at].iter().any(|chunk| matches!(chunk.what, What::Cue(_) | What::Verb))
        });
        let strength = if passing { Strength::Bare } else { strength };
        if self.take(at, cue.at, strength, "subject").is_none() {
            return false;
        }
        // "four civilians, a nurse and two soldiers died".
        let mut at = at;
        while let Some(next) = self.joined_before(at, start) {
            if self.take(next, cue.at, strength, "subject, joined").is_none() {
                break;
            }
            at = next;
        }
        self.along_with(cue, strength);
        true
    }

    /// "was killed on Monday along with eight others": those joined behind the cue by more than "and".
    fn along_with(&mut self, cue: Cue, strength: Strength) {
        for at in cue.at + 1..self.chunks.len().min(cue.at + 10) {
            match self.chunks[at].what {
                What::Connective(Connective::And) => {
                    let plain = self.view.is(self.chunks[at].first as usize, &[kw::AND, kw::AMPERSAND]);
                    let target = (at + 1..self.chunks.len().min(at + 3))
                        .find(|&next| matches!(self.chunks[next].what, What::Number(_) | What::People { .. }));
                    if let Some(target) = target.filter(|_| !plain) {
                        self.take(target, cue.at, strength, "along with");
                    }
                    return;
                }
                What::Time(_) | What::Other | What::Comma | What::Preposition | What::Noun { .. } | What::Entity(_) => {}
                _ => return,
            }
        }
    }

    /// Chunk of the subject of a cue at `cue`.
    fn subject_at(&self, cue: usize, start: usize) -> Option<usize> {
        let mut cue_aside = self.chunks[cue].aside;
        let mut at = cue;
        let mut relative = false;
        let mut verbs = 0;
        for _ in 0..REACH {
            at = at.checked_sub(1).filter(|at| *at >= start)?;
            let chunk = self.chunks[at];
            // Out of the brackets that the cue stands in, other asides are none of its own.
            cue_aside &= chunk.aside;
            if chunk.aside && !cue_aside {
                continue;
            }
            match chunk.what {
                What::Number(_) | What::People { .. } | What::Noun { .. } | What::Entity(_) => {
                    // "with six people killed in": what stands right before a participle is its subject all the same.
                    let adjacent = at + 1 == cue && matches!(chunk.what, What::Number(_) | What::People { .. });
                    if !adjacent && self.within_preposition(at, start) {
                        continue;
                    }
                    if let What::Number(index) = chunk.what {
                        if self.measured(index as usize) || !self.countable(index as usize) {
                            continue;
                        }
                        return Some(at);
                    }
                    if matches!(chunk.what, What::People { .. }) {
                        return Some(at);
                    }
                    // Uncounted people or a thing as the subject: nothing to count, unless it describes a number.
                    // "bandits suspected to be herdsmen were killed": a predicate is no subject.
                    if matches!(chunk.what, What::Noun { .. })
                        && at > start
                        && matches!(self.chunks[at - 1].what, What::Aux)
                    {
                        continue;
                    }
                    if matches!(chunk.what, What::Noun { people: true }) {
                        return self.group_of(at, cue);
                    }
                    if relative || matches!(chunk.what, What::Entity(_)) {
                        continue;
                    }
                    if at + 1 == cue || !matches!(chunk.what, What::Noun { .. }) {
                        return None;
                    }
                }
                What::Aux | What::Other | What::Time(_) | What::Comma | What::Preposition | What::Quote => {}
                What::Report(_) | What::Status(_) | What::Open | What::Close => {}
                What::Connective(_) => {}
                What::Clause if self.is_relative(at) => relative = true,
                // "12 wounded when a bomber struck": the subject of "struck" stands behind "when".
                What::Clause => return None,
                // "a plan to build": an infinitive is no verb of the sentence.
                What::Verb | What::Cue(Voice::Active)
                    if at > start && self.view.is(self.chunks[at - 1].first as usize, &[kw::TO]) => {}
                What::Verb | What::Cue(Voice::Passive | Voice::Subject | Voice::Active) => {
                    // "A journalist who worked for X and contributed to Y was shot": on to what "who" stands behind.
                    if let Some(clause) = self.relative_clause(at, start) {
                        at = clause;
                        relative = true;
                        continue;
                    }
                    verbs += 1;
                    if verbs > 1 {
                        return None;
                    }
                }
                What::Cue(_) => {}
                What::Pronoun => return None,
                What::Break => return None,
            }
        }
        None
    }

    /// "who", "which", "that" behind a noun: a clause that describes it.
    fn is_relative(&self, at: usize) -> bool {
        let token = self.chunks[at].first as usize;
        self.view.is(token, &[kw::WHO, kw::WHICH, kw::WHOM])
            || self.view.is(token, &[kw::THAT])
                && at > 0
                && matches!(self.chunks[at - 1].what, What::Number(_) | What::People { .. } | What::Noun { .. })
    }

    /// The relative clause that a verb is in: its first chunk, within the sentence and before any other stop.
    fn relative_clause(&self, verb: usize, start: usize) -> Option<usize> {
        for at in (start..verb).rev().take(REACH) {
            match self.chunks[at].what {
                What::Clause => return (self.is_relative(at) && at > start).then_some(at),
                What::Break | What::Report(_) => return None,
                _ => {}
            }
        }
        None
    }

    /// Whether a noun phrase hangs on a preposition: "Five civilians **in two villages** were killed". "of" after a
    /// headless number does not ("five of").
    fn within_preposition(&self, at: usize, start: usize) -> bool {
        let named = matches!(self.chunks[at].what, What::Number(_) | What::People { .. });
        for before in (start..at).rev().take(5) {
            match self.chunks[before].what {
                What::Preposition => return true,
                // "In Turkana 900 people": the preposition has its noun already.
                What::Noun { .. } | What::Entity(_) if named => return false,
                // "of India's ruling party", "in Kano city": one noun phrase.
                What::Noun { .. } | What::Entity(_) | What::Report(crate::lexicon::sense::ReportFrame::Document) => {}
                What::Other if self.view.glued(self.chunks[before].first as usize) || !self.view.is_word(self.chunks[before].first as usize) => {}
                What::Other if self.view.likely(self.chunks[before].first as usize, crate::lexicon::sense::pos::DETERMINER | crate::lexicon::sense::pos::ADJECTIVE) => {}
                _ => return false,
            }
        }
        false
    }

    /// "A tribal leader commanding a group of fighters and his wife": whose wife she is.
    fn owner_of(&self, at: usize, start: usize) -> Option<usize> {
        let owned = self.view.is(self.chunks[at].first as usize, &[kw::HIS, kw::HER, kw::THEIR]);
        let joint = at.checked_sub(1).filter(|joint| *joint >= start)?;
        if !owned || self.chunks[joint].what != What::Connective(Connective::And) {
            return None;
        }
        (start..joint).rev().take(12).find(|&before| {
            matches!(self.chunks[before].what, What::People { .. }) && !self.within_preposition(before, start)
        })
    }

    /// The chunk joined to `at` by "and", a comma or the like before it.
    fn joined_before(&self, at: usize, start: usize) -> Option<usize> {
        if let Some(owner) = self.owner_of(at, start) {
            return Some(owner);
        }
        let mut joint = at.checked_sub(1).filter(|joint| *joint >= start)?;
        let mut seen = false;
        while matches!(self.chunks[joint].what, What::Connective(Connective::And | Connective::Or | Connective::More) | What::Comma | What::Other) {
            seen |= !matches!(self.chunks[joint].what, What::Other);
            joint = joint.checked_sub(1).filter(|joint| *joint >= start)?;
        }
        // "The head of the council and a clerk": over what describes the first.
        while seen
            && matches!(self.chunks[joint].what, What::Noun { .. } | What::Entity(_) | What::Number(_))
            && self.within_preposition(joint, start)
        {
            joint = joint.checked_sub(2).filter(|joint| *joint >= start)?;
        }
        let joins = seen && matches!(self.chunks[joint].what, What::Number(_) | What::People { .. });
        let list_aside = self.chunks[joint].aside == self.chunks[at].aside;
        (joins && list_aside && !self.within_preposition(joint, start)).then_some(joint)
    }

    /// Rule *object*: the number or person behind a cue, with those joined to it.
    fn object(&mut self, cue: Cue, stop: usize, strength: Strength) -> bool {
        let Some(at) = self.object_at(cue.at, stop) else { return false };
        let cue_chunk = self.cue_chunk(cue.at);
        if self.take(at, cue_chunk, strength, "object").is_none() {
            return false;
        }
        let mut at = at;
        while let Some(next) = self.joined_behind(at, stop) {
            if self.take(next, cue_chunk, strength, "object, joined").is_none() {
                break;
            }
            at = next;
        }
        true
    }

    /// The cue itself where a rule goes on from the "of" behind it.
    fn cue_chunk(&self, at: usize) -> usize {
        if matches!(self.chunks[at].what, What::Cue(_)) { at } else { at.saturating_sub(1) }
    }

    /// Chunk of the object of a cue.
    fn object_at(&self, cue: usize, stop: usize) -> Option<usize> {
        for at in cue + 1..stop.min(cue + 7) {
            match self.chunks[at].what {
                What::Number(index) => return self.countable(index as usize).then_some(at),
                What::People { .. } => return Some(at),
                // "a family of seven".
                What::Noun { people: true } if self.group_of(at, stop).is_some() => return self.group_of(at, stop),
                // "killing themselves and five others".
                What::Pronoun if matches!(self.chunks.get(at + 1).map(|next| next.what), Some(What::Connective(Connective::And) | What::Comma)) => {}
                What::Connective(Connective::And) | What::Comma if matches!(self.chunks[at - 1].what, What::Pronoun) => {}
                What::Connective(Connective::More | Connective::Other) | What::Status(_) | What::Other | What::Break => {}
                What::Report(_) if at == cue + 1 => {}
                // "the hacking to death of".
                What::Preposition if at == cue + 1 && self.view.is(self.chunks[at].first as usize, &[kw::OF]) => {}
                What::Noun { people: false } if self.is_somebody(cue, at) => return Some(at),
                // "killed as many as 12" is a bound of the number; "killed by", "killed in" ends the search.
                What::Open if at == cue + 1 => {}
                What::Time(_) if matches!(self.chunks.get(at + 1).map(|next| next.what), Some(What::Number(_))) => {}
                _ => return None,
            }
        }
        None
    }

    /// "kill a fortune-teller": one that the lexicon lacks, behind a verb that is said of people alone.
    fn is_somebody(&self, cue: usize, at: usize) -> bool {
        let chunk = self.chunks[at];
        let article = self.view.is(chunk.first as usize, &[kw::A, kw::AN]);
        let known = (chunk.first..chunk.end).any(|token| self.view.has(token as usize, Class::Thing));
        let said_of_people = matches!(self.chunks[cue].what, What::Cue(_))
            && self.rows(cue).iter().all(|row| {
                let cue = &self.view.lexicon.cues[*row];
                self.view.lexicon.cue_is_choosy(cue) && self.allows_people(cue)
            })
            && matches!(self.first_role(cue), Some(Role::Killed | Role::Kidnapped | Role::Detained));
        article && !known && said_of_people
    }

    /// "a family of six", "a group of 12": the number that says how many they are.
    fn group_of(&self, at: usize, stop: usize) -> Option<usize> {
        let number = at + 2;
        let of = number < stop && self.view.is(self.chunks[at + 1].first as usize, &[kw::OF]);
        let What::Number(index) = self.chunks.get(number).filter(|_| of)?.what else { return None };
        (!self.measured(index as usize)).then_some(number)
    }

    /// The chunk joined to an object, unless a verb of its own follows it.
    fn joined_behind(&self, at: usize, stop: usize) -> Option<usize> {
        let mut next = at + 1;
        // "a policeman, Ahmed Noor, and two guards", "two men from Kano and a boy": over asides and prepositions.
        let mut joint = false;
        while next < stop {
            match self.chunks[next].what {
                What::Connective(Connective::And | Connective::More | Connective::Other) | What::Comma => joint = true,
                What::Other => {}
                What::Number(_) | What::People { .. } if joint => break,
                // "a leader of the party and his nephew": over what describes the first.
                What::Preposition | What::Entity(_) | What::Noun { .. } if !joint => {}
                _ => return None,
            }
            next += 1;
        }
        if next >= stop || self.chunks[next].aside != self.chunks[at].aside {
            return None;
        }
        if let What::Number(index) = self.chunks[next].what
            && (self.measured(index as usize) || !self.countable(index as usize))
        {
            return None;
        }
        let mut after = next + 1;
        while after < stop && matches!(self.chunks[after].what, What::Other | What::Connective(Connective::Other | Connective::More)) {
            after += 1;
        }
        let own_verb = self.chunks.get(after).filter(|_| after < stop).is_some_and(|chunk| {
            matches!(chunk.what, What::Aux | What::Cue(Voice::Passive | Voice::Subject | Voice::Bare | Voice::State | Voice::Active) | What::Verb | What::Report(_))
        }) || self.speaks(next, stop);
        (!own_verb).then_some(next)
    }

    /// Rule *relative object*: "the 14,300 workers it employs", "60 houses that the storm damaged".
    fn relative_object(&mut self, cue: Cue, start: usize) {
        for at in (start..cue.at).rev().take(4) {
            match self.chunks[at].what {
                What::Pronoun | What::Entity(_) | What::Noun { .. } | What::Aux | What::Other => {}
                What::Clause if self.is_relative(at) => {}
                What::Number(_) if at + 1 < cue.at => {
                    self.take(at, cue.at, Strength::Bare, "relative object");
                    return;
                }
                _ => return,
            }
        }
    }

    /// "killing 12, police and hospital officials said": those joined are the speakers.
    fn speaks(&self, at: usize, stop: usize) -> bool {
        for chunk in &self.chunks[at + 1..stop.min(at + 9)] {
            match chunk.what {
                What::Report(_) => return true,
                What::Comma | What::Break | What::Number(_) | What::Clause | What::Cue(_) => return false,
                _ => {}
            }
        }
        false
    }

    /// Rule *inverted*: "Killed in the raid were five men".
    fn inverted(&mut self, cue: Cue, stop: usize) {
        for at in cue.at + 1..stop.min(cue.at + 8) {
            match self.chunks[at].what {
                What::Aux => {
                    if self.object_at(at, stop).is_some() {
                        let target = self.object_at(at, stop).unwrap_or(at);
                        self.take(target, cue.at, Strength::Bare, "inverted");
                    }
                    return;
                }
                What::Preposition | What::Noun { .. } | What::Entity(_) | What::Other | What::Time(_) => {}
                _ => return,
            }
        }
    }

    fn participle(&self, cue: Cue) -> bool {
        let chunk = self.chunks[cue.at];
        self.view.words.all(chunk.first as usize, Class::Cue).any(|(end, row)| {
            end == chunk.end as usize && self.view.lexicon.cues[row].form == crate::lexicon::sense::VerbForm::Ing
        })
    }

    /// Gives the chunk at `at` the role of the cue. None where the cue cannot be said of it.
    fn take(&mut self, at: usize, cue: usize, strength: Strength, rule: &'static str) -> Option<Role> {
        let cue_chunk = self.chunks[cue];
        let words = (cue_chunk.first, cue_chunk.end);
        match self.chunks[at].what {
            What::Number(index) => {
                let index = index as usize;
                let thing = self.thing_of(index);
                let role = self.role_for(cue, thing, self.is_thing_known(index))?;
                if self.strong_role(role) && thing.is_some_and(|row| !self.can_suffer(row)) {
                    return None;
                }
                let (start, stop) = self.view.span(words.0 as usize, words.1 as usize);
                self.trace.note(rule, start, stop, || format!("{role:?}"));
                self.set(index, role, words, strength);
                Some(role)
            }
            What::People { .. } | What::Noun { people: false } => {
                let role = self.role_for_person(cue)?;
                self.people.push((at as u32, role, words));
                Some(role)
            }
            _ => None,
        }
    }

    fn set(&mut self, index: usize, role: Role, cue: (u32, u32), strength: Strength) {
        let held = self.strengths[index];
        // Who was wounded and then died, or was hacked to death, is dead.
        let worse = self.list[index].role == Some(Role::Wounded) && role == Role::Killed && strength >= Strength::Within;
        if !worse && (held == Strength::Full || held > strength || held == strength && held != Strength::Bare) {
            return;
        }
        self.strengths[index] = strength;
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
        for row in self.rows(at) {
            let cue = self.view.lexicon.cues[row];
            let Some(role) = cue.role else { continue };
            let fit = match thing {
                Some(_) => self.fit(&cue, thing),
                // A noun that the lexicon lacks: only cues that say the same of everything, or of people.
                None if named => (!self.view.lexicon.cue_is_choosy(&cue) || self.strong_role(role)).then_some(0),
                None => self.allows_people(&cue).then_some(0),
            };
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
        matches!(
            role,
            Role::Killed | Role::Wounded | Role::Casualty | Role::Detained | Role::Kidnapped | Role::Sentenced | Role::Hospitalized
        )
    }

    /// Whether a counted thing is people, or stands for them ("bodies", "cases"): pigs are not killed as people are.
    fn can_suffer(&self, row: u32) -> bool {
        let thing = &self.view.lexicon.things[row as usize];
        let branch = &self.view.lexicon.branches[thing.branch as usize];
        branch.starts_with("person") || branch.starts_with("event/harm")
    }

    fn role_for_person(&self, at: usize) -> Option<Role> {
        let rows = self.rows(at);
        rows.iter().map(|row| self.view.lexicon.cues[*row]).find(|cue| cue.role.is_some() && self.allows_people(cue)).and_then(|cue| cue.role)
    }

    fn first_role(&self, at: usize) -> Option<Role> {
        self.rows(at).iter().find_map(|row| self.view.lexicon.cues[*row].role)
    }

    fn rows(&self, at: usize) -> Vec<usize> {
        let chunk = self.chunks[at];
        let end = chunk.end as usize;
        self.view.words.all(chunk.first as usize, Class::Cue).filter(|(cue_end, _)| *cue_end == end).map(|(_, row)| row).collect()
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
        !matches!(quantity.form, crate::number::Form::Score) && !matches!(quantity.unit, Unit::Measure { kind: UnitKind::Age, .. })
    }

    /// Whether a number measures: money, distance, time.
    fn measured(&self, index: usize) -> bool {
        matches!(self.list[index].unit, Unit::Measure { .. })
    }
}
