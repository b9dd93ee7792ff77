//! Nouns and states as cues: "12 deaths", "a death toll of 45", "14 dead", "the dead included".

use super::super::chunk::{self, Hit, Voice, What};
use super::super::{Noun, Unit, noun};
use super::reading::{can_suffer, can_suffer_or_lie};
use super::{Cue, Linker, Strength, strong};
use crate::lexicon::sense::{Class, Frame, VerbForm, pos};
use crate::lexicon::{Connective, View, keyword as kw};
use crate::record::Role;

/// How far from "cases" the text may tell of an illness, in tokens.
const ILLNESS: usize = 300;

impl Linker<'_, '_, '_> {
    /// Rule *within*: the counted noun is itself a cue ("12 deaths", "six bodies") or a cue describes it ("62 missing
    /// pupils", "the 11 wounded").
    pub(super) fn within(&mut self, index: usize) {
        let Unit::Count(counted) = self.list[index].unit else { return };
        if let Some((role, first, end)) = told_within(self.view, counted) {
            let (start, stop) = self.view.span(first, end);
            self.trace.note("within", start, stop, || format!("{role:?}"));
            self.set(index, role, (first as u32, end as u32), Strength::Within);
        }
    }

    /// Rule *among*: "The dead included four cooks", "among the wounded were two children": a connective of parts that
    /// holds a state.
    pub(super) fn among(&mut self, at: usize, start: usize, stop: usize) {
        let chunk = self.chunks[at];
        let state = (chunk.first..chunk.end).find_map(|token| {
            let (_, row) = self
                .view
                .words
                .all(token as usize, Class::Cue)
                .find(|(end, row)| *end <= chunk.end as usize && self.view.lexicon.cues[*row].role.is_some())?;
            self.view.lexicon.cues[row].role
        });
        // "The dead, killed in six places, included a guard": the state opens the sentence.
        let opening = || {
            let set_off = self.view.is(self.chunks[start].first as usize, &[kw::THE])
                && at > start + 2
                && matches!(self.chunks[start + 1].what, What::Cue(Voice::State))
                && matches!(self.chunks[start + 2].what, What::Comma)
                && matches!(self.chunks[at - 1].what, What::Comma);
            set_off.then(|| self.first_role(start + 1)).flatten()
        };
        // "Among those detained were two nurses".
        let behind = || {
            let those = self.view.is(chunk.end as usize - 1, &[kw::THOSE]) && at + 2 < stop;
            let cue =
                those && matches!(self.chunks[at + 1].what, What::Cue(Voice::Bare | Voice::State | Voice::Subject));
            (cue && matches!(self.chunks[at + 2].what, What::Aux)).then(|| self.first_role(at + 1)).flatten()
        };
        let named = state.is_none() && behind().is_some();
        let state = state.or_else(behind);
        let Some(role) = state.or_else(opening).or_else(|| self.told_of_group(at, start)) else { return };
        // "Six tourists and a girl are among the dead".
        if at > start && matches!(self.chunks[at - 1].what, What::Aux) {
            let mut subject = self.subject_at(at, start);
            while let Some(found) = subject {
                match self.chunks[found].what {
                    What::Number(index) => self.set(index as usize, role, (chunk.first, chunk.end), Strength::Within),
                    _ => {
                        self.people.push(Hit { chunk: found as u32, role, cue: (chunk.first, chunk.end), whole: None })
                    }
                }
                subject = self.joined_before(found, start);
            }
            return;
        }
        for next in at + 1 + usize::from(named)..stop {
            match self.chunks[next].what {
                What::Number(index) if !self.measured(index as usize) => {
                    self.set(index as usize, role, (chunk.first, chunk.end), Strength::Bare);
                }
                What::People { .. } if !self.within_preposition(next, at) && !self.told_by_name(next, at) => {
                    self.people.push(Hit { chunk: next as u32, role, cue: (chunk.first, chunk.end), whole: None });
                }
                What::Break | What::Clause | What::Verb | What::Cue(_) => return,
                What::Report(frame) if frame.may_speak() => return,
                _ => {}
            }
        }
    }

    /// Rule *either*: "killed or injured", "dead and wounded": two cues at one count are a casualty.
    pub(super) fn either(&self, cue: Cue, start: usize, stop: usize) -> Option<usize> {
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
        // "swept to their deaths and injuring 30": a noun and a verb are no pair.
        if matches!(cue.voice, Voice::Event) != matches!(voice, Voice::Event) {
            return None;
        }
        let pair = |a: Role, b: Role| matches!((a, b), (Role::Killed, Role::Wounded) | (Role::Wounded, Role::Killed));
        let one = self.first_role(cue.at)?;
        let two = self.first_role(other)?;
        let _ = start;
        // "killed 12 and wounded 5" has a number between; here the two stand together. "hacking or beating to death" is
        // two ways to die.
        let last = self.chunks[other].end as usize - 1;
        let to_death = last > 0 && self.view.is(last - 1, &[kw::TO]) && two == Role::Killed;
        (pair(one, two) && !to_death).then_some(other)
    }

    pub(super) fn casualty(&mut self, cue: Cue, other: usize, start: usize, stop: usize) {
        let people = self.people.len();
        let joint = Cue {
            at: other,
            voice: match self.chunks[other].what {
                What::Cue(voice) => voice,
                _ => cue.voice,
            },
        };
        if matches!(cue.voice, Voice::Active)
            || matches!(cue.voice, Voice::Bare) && self.object_at(other, stop).is_some()
        {
            self.object(joint, stop, Strength::Full);
        } else {
            self.subject(Cue { at: cue.at, voice: Voice::Passive }, start, Strength::Full);
        }
        for index in self.touched.drain(..) {
            let role = &mut self.list[index].role;
            if matches!(role, Some(Role::Killed | Role::Wounded)) {
                *role = Some(Role::Casualty);
            }
        }
        for person in &mut self.people[people..] {
            if matches!(person.role, Role::Killed | Role::Wounded) {
                person.role = Role::Casualty;
            }
        }
    }

    /// Rule *state*: "14 dead", "three hurt", "90 were known to be hurt", "left 12 people, two of them children, dead".
    pub(super) fn state(&mut self, cue: Cue, start: usize, stop: usize) {
        // "the dead numbered 19", "among the wounded were 5 children" are told otherwise.
        let before = cue.at.checked_sub(1).filter(|before| *before >= start).map(|before| self.chunks[before].what);
        let copula = self.copula(cue.at, start);
        match before {
            // "Three died in the crash and another two in hospital": that is where.
            Some(What::Number(index))
                if self.list[index as usize].marks.more
                    && self.first_role(cue.at) == Some(Role::Hospitalized)
                    && self.list[index as usize].number.1 == self.chunks[cue.at].first
                    || matches!(self.list[index as usize].unit, Unit::None | Unit::People)
                        && self.list[index as usize].marks.more
                        && self.first_role(cue.at) == Some(Role::Hospitalized) => {}
            // "A force of 300 besieged Goma": a verb of theirs.
            Some(What::Number(_))
                if !copula
                    && self.view.can_be(self.chunks[cue.at].first as usize, pos::PAST)
                    && matches!(self.chunks.get(cue.at + 1).map(|next| next.what), Some(What::Entity(_))) => {}
            Some(What::Number(_) | What::People { .. }) => {
                self.subject(cue, start, Strength::Within);
            }
            // "Six tourists are among the dead".
            Some(What::Other) if self.among_the(cue.at, start) => {
                self.subject(cue, start, Strength::Within);
            }
            _ if copula => {
                self.subject(cue, start, Strength::Full);
            }
            // "The dead included four cooks", "Among the wounded were 5 children".
            Some(What::Other | What::Connective(_)) | None if self.enumerates(cue.at, stop) => {
                let verb = self.verb_of(cue.at, stop).unwrap_or(cue.at);
                self.object(Cue { at: verb, ..cue }, stop, Strength::Bare);
            }
            Some(What::Comma | What::Connective(_) | What::Cue(_) | What::Status(_) | What::Report(_)) => {
                self.subject(cue, start, Strength::Bare);
            }
            // "30 remain missing", "two lay dead".
            Some(What::Verb) if !self.goes_on(cue.at, stop) => {
                self.subject(cue, start, Strength::Bare);
            }
            Some(What::Break | What::Other) | None if self.colon_list(cue.at, stop) => {
                self.object(cue, stop, Strength::Bare);
            }
            _ => {}
        }
    }

    /// Whether a noun follows that a state may describe.
    fn goes_on(&self, at: usize, stop: usize) -> bool {
        at + 1 < stop
            && matches!(
                self.chunks[at + 1].what,
                What::Noun { .. } | What::People { .. } | What::Number(_) | What::Entity(_)
            )
    }

    /// "The dead included", "the wounded were": a verb right behind the state, and a number behind that.
    pub(super) fn enumerates(&self, at: usize, stop: usize) -> bool {
        let determined = self.chunks[at]
            .first
            .checked_sub(1)
            .is_some_and(|token| self.view.is(token as usize, &[kw::THE, kw::THOSE]));
        determined
            && self.verb_of(at, stop).is_some_and(|verb| {
                verb + 1 < stop && matches!(self.chunks[verb + 1].what, What::Number(_) | What::People { .. })
            })
    }

    /// The verb right behind "the dead", over an adverb: "the dead now number 73".
    fn verb_of(&self, at: usize, stop: usize) -> Option<usize> {
        let verb = (at + 1..stop).find(|&at| !matches!(self.chunks[at].what, What::Other))?;
        let chunk = self.chunks[verb];
        let verbal = matches!(chunk.what, What::Verb | What::Aux | What::Connective(Connective::Part))
            || self.view.is(chunk.first as usize, &[kw::NUMBER]);
        (verb <= at + 2 && verbal).then_some(verb)
    }

    /// Whether "are among the" stands before a state.
    fn among_the(&self, at: usize, start: usize) -> bool {
        let token = self.chunks[at].first as usize;
        at >= start + 2
            && self.view.is(token - 1, &[kw::THE, kw::THOSE])
            && token >= 3
            && self.view.is(token - 2, &[kw::AMONG])
            && self.view.is(token - 3, &[kw::ARE, kw::WERE, kw::WAS, kw::IS, kw::BE])
    }

    /// "dead: 6; injured: 12".
    pub(super) fn colon_list(&self, at: usize, stop: usize) -> bool {
        at + 2 < stop
            && matches!(self.chunks[at + 1].what, What::Break | What::Open)
            && self.view.id(self.chunks[at + 1].first as usize) != kw::SEMICOLON
            && matches!(self.chunks[at + 2].what, What::Number(_))
    }

    /// Whether "be", "get", "feared", "reported" and the like stand right before a state.
    pub(super) fn copula(&self, at: usize, start: usize) -> bool {
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
    pub(super) fn event(&mut self, cue: Cue, stop: usize) {
        let of = cue.at + 1;
        let is_of = of < stop && self.view.is(self.chunks[of].first as usize, &[kw::OF]);
        // "the strike by 3,600 doctors".
        if self.view.is(self.chunks[cue.at].end as usize - 1, &[kw::BY]) {
            self.object(cue, stop, Strength::Full);
        } else if is_of && of + 1 < stop {
            self.object(Cue { at: of, ..cue }, stop, Strength::Full);
        } else if of + 1 < stop
            && matches!(self.chunks[of].what, What::Break)
            && matches!(self.chunks[of + 1].what, What::Number(_))
        {
            // "Deaths: 14".
            self.object(Cue { at: of, ..cue }, stop, Strength::Full);
        }
    }

    /// Rule *suffers*: "Ten guests sustained various injuries": the subject of a verb before an event.
    pub(super) fn suffers(&mut self, cue: Cue, start: usize, stop: usize) {
        let frame = self.rows(cue.at).any(|row| self.view.lexicon.cues[row].frame == Frame::Suffers);
        let event =
            (cue.at + 1..stop.min(cue.at + 7)).find(|&at| matches!(self.chunks[at].what, What::Cue(Voice::Event)));
        let Some(event) = event.filter(|event| frame && self.first_role(*event) == self.first_role(cue.at)) else {
            return;
        };
        let open = self.chunks[cue.at + 1..event]
            .iter()
            .all(|chunk| !matches!(chunk.what, What::Comma | What::Break | What::Clause | What::Verb | What::Aux));
        if open {
            self.subject(cue, start, Strength::Full);
        }
    }
}

/// What a counted noun says of those counted by itself: the role, and the tokens that give it.
pub(super) fn told_within(view: &View, counted_noun: Noun) -> Option<(Role, usize, usize)> {
    let (first, end) = (counted_noun.first as usize, counted_noun.end as usize);
    if view.words.masks[first..end].iter().fold(0, |held, mask| held | mask) & Class::Cue.bit() == 0 {
        return None;
    }
    // "six burned bodies": the last word tells first.
    let last = end - 1;
    let events = view.words.all(last, Class::Cue).filter(|(cue_end, _)| *cue_end == end);
    let event = events.map(|(_, row)| view.lexicon.cues[row]).find(|cue| cue.frame == Frame::Event);
    // "two cases of theft".
    let idiom = event.is_some()
        && view.longest(last, Class::Cue).is_some_and(|(_, row)| view.lexicon.cues[row].frame == Frame::None);
    if idiom || event.is_some_and(|cue| cue.role == Some(Role::Infected)) && !is_of_illness(view, first, last) {
        return None;
    }
    if let Some(role) = event.and_then(|cue| cue.role)
        && !of_animals(view, first, last)
    {
        return Some((role, last, end));
    }
    for token in first..end {
        // "12 lives in": what goes on behind the phrase is no part of it.
        let inside = view.words.all(token, Class::Cue).filter(|(cue_end, _)| *cue_end <= end);
        let Some(cue_end) = inside.map(|(cue_end, _)| cue_end).max() else { continue };
        for (_, row) in view.words.all(token, Class::Cue).filter(|(end, _)| *end == cue_end) {
            let cue = view.lexicon.cues[row];
            let role = cue.role?;
            let event = cue.frame == Frame::Event || cue.frame == Frame::Taken && chunk::taken(view, token);
            let counted = event && cue_end == end;
            let participle = matches!(cue.form, VerbForm::Participle | VerbForm::PastOrParticiple);
            let thing = counted_noun.thing;
            let fits = |row: u32| view.lexicon.cue_fit(&cue, view.lexicon.things[row as usize].branch).is_some();
            let described = (cue.frame == Frame::State || cue.frame == Frame::Affects && participle)
                && cue_end < end
                // "25 charred bodies" are dead, not damaged.
                && !(role == Role::Damaged && thing.is_some_and(|row| can_suffer_or_lie(view, row)))
                && thing.is_none_or(fits)
                // "two dead batteries" are none.
                && (!strong(role) || thing.is_none_or(|row| can_suffer(view, row)));
            // "11 turtle deaths" are no deaths of people.
            if event && token > first && of_animals(view, first, token) {
                return None;
            }
            if counted || described {
                return Some((role, token, cue_end));
            }
        }
    }
    None
}

/// "suspected in 23 cases": cases are of an illness where they are told to be of something, or where the text tells of an
/// illness or of others who have it.
fn is_of_illness(view: &View, first: usize, last: usize) -> bool {
    if first < last || !view.is(last, &[kw::CASE, kw::CASES]) || view.is(last + 1, &[kw::OF]) {
        return true;
    }
    let near = last.saturating_sub(ILLNESS)..view.len().min(last + ILLNESS);
    near.filter(|&token| token != last && view.mask(token) & (Class::Cue.bit() | Class::Thing.bit()) != 0).any(
        |token| {
            let told = view.words.all(token, Class::Cue).any(|(end, row)| {
                let cue = &view.lexicon.cues[row];
                cue.role == Some(Role::Infected) && (cue.frame != Frame::Event || end > token + 1)
            });
            let illness = || {
                view.words.all(token, Class::Thing).any(|(_, row)| {
                    let branch = view.lexicon.branch(row);
                    branch.starts_with("event/harm/disease") || branch.starts_with("event/harm/outbreak")
                })
            };
            told || illness()
        },
    )
}

/// Whether a thing that cannot suffer as people do stands in a phrase: "cattle" in "30 cattle deaths".
fn of_animals(view: &View, first: usize, end: usize) -> bool {
    (first..end)
        .any(|token| noun::thing(view, token).is_some_and(|(_, row)| view.lexicon.branch(row).starts_with("animal")))
}
