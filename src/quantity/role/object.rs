//! Objects: what stands behind a cue ("killed 21 people", "the 80 clerks it employs").

use super::super::chunk::{Voice, What};
use super::super::grammar::AUXILIARIES;
use super::{Cue, Linker, REACH, Strength};
use crate::lexicon::sense::{Class, VerbForm, pos};
use crate::lexicon::{Connective, keyword as kw};
use crate::record::Role;

impl Linker<'_, '_, '_> {
    /// Rule *object*: the number or person behind a cue, with those joined to it.
    pub(super) fn object(&mut self, cue: Cue, stop: usize, strength: Strength) -> bool {
        let Some(at) = self.object_at(cue.at, stop) else { return false };
        let cue_chunk = self.cue_chunk(cue.at);
        let (parted, other) = (self.parted(cue, at, stop).or_else(|| self.parted_behind(cue, at, stop)), self.only);
        self.only = parted.or(other);
        // "killed 4,000 cattle and two herders": what cannot be hit is passed over.
        let mut taken = self.take(at, cue_chunk, strength, "object").is_some();
        let mut at = at;
        while let Some(next) = self.joined_behind(at, stop) {
            taken |= self.take(next, cue_chunk, strength, "object, joined").is_some();
            self.go_with(at, next);
            at = next;
        }
        self.only = other;
        taken
    }

    /// "sent 300 troops and a dozen vehicles": what goes with soldiers is deployed as they are.
    fn go_with(&mut self, one: usize, next: usize) {
        let (Some(one), Some(next)) = (self.chunks[one].is_number(), self.chunks[next].is_number()) else { return };
        let vehicle = self
            .thing_of(next)
            .is_some_and(|row| self.view.lexicon.branch(row as usize).starts_with("thing/transport"));
        let cue = self.list[one].cue;
        if vehicle
            && self.list[one].role == Some(Role::Deployed)
            && self.list[next].role == Some(Role::Delivered)
            && self.list[next].cue == cue
        {
            self.list[next].role = Some(Role::Deployed);
        }
    }

    /// "burned 20 villagers alive", "took six seamen hostage": the row of a verb of which the rest stands behind its object.
    fn parted(&self, cue: Cue, object: usize, stop: usize) -> Option<usize> {
        let (verb, object) = (self.chunks[cue.at], self.chunks[object]);
        if verb.end != verb.first + 1 || !matches!(cue.voice, Voice::Active | Voice::Bare) {
            return None;
        }
        let last = self.chunks[stop - 1].end as usize;
        let ids = &self.view.words.ids;
        let rest = &ids[(object.end as usize).min(last)..last];
        self.view.lexicon.parted_cue(ids[verb.first as usize], rest).map(|(_, row)| row)
    }

    /// "took two men and a boy into custody": the rest behind the last of those joined.
    fn parted_behind(&self, cue: Cue, object: usize, stop: usize) -> Option<usize> {
        let next = self.joined_behind(object, stop)?;
        self.parted(cue, next, stop).or_else(|| self.parted_behind(cue, next, stop))
    }

    /// Rule *object pronoun*: "mistook three men for thieves and shot them dead": those told of last.
    pub(super) fn object_pronoun(&mut self, cue: Cue, start: usize, stop: usize) -> bool {
        let pronoun = cue.at + 1;
        let them = pronoun < stop
            && matches!(self.chunks[pronoun].what, What::Pronoun)
            && self.view.is(self.chunks[pronoun].first as usize, &[kw::THEM]);
        if !them {
            return false;
        }
        let before = (start..cue.at).rev().take(REACH).find(|&before| match self.chunks[before].what {
            What::Number(index) => {
                !self.measured(index as usize)
                    && self.countable(index as usize)
                    && self.thing_of(index as usize).is_none_or(|row| self.can_suffer(row))
            }
            _ => false,
        });
        let Some(before) = before else { return false };
        self.only = self.parted(cue, pronoun, stop);
        let taken = self.take(before, cue.at, Strength::Full, "object pronoun").is_some();
        self.only = None;
        taken
    }

    /// The cue itself where a rule goes on from the "of" behind it.
    pub(super) fn cue_chunk(&self, at: usize) -> usize {
        (at.saturating_sub(2)..=at).rev().find(|&at| matches!(self.chunks[at].what, What::Cue(_))).unwrap_or(at)
    }

    /// Chunk of the object of a cue.
    pub(super) fn object_at(&self, cue: usize, stop: usize) -> Option<usize> {
        for at in cue + 1..stop.min(cue + 7) {
            match self.chunks[at].what {
                What::Number(index) => return self.countable(index as usize).then_some(at),
                // "abducted Father Joseph Okeke": by his name.
                What::People { .. } if at + 1 < stop && self.titled(at, at + 1) => return Some(at + 1),
                // "before he shot himself, minister Ana Ruiz said".
                What::People { .. } if matches!(self.chunks[at - 1].what, What::Comma) && self.speaks(at, stop) => {
                    return None;
                }
                What::People { .. } => return Some(at),
                // "a family of seven".
                What::Noun { people: true } if self.group_of(at, stop).is_some() => return self.group_of(at, stop),
                // "killing themselves and five others".
                What::Pronoun
                    if matches!(
                        self.chunks.get(at + 1).map(|next| next.what),
                        Some(What::Connective(Connective::And) | What::Comma)
                    ) => {}
                What::Connective(Connective::And) | What::Comma
                    if matches!(self.chunks[at - 1].what, What::Pronoun) => {}
                What::Connective(Connective::More | Connective::Other) | What::Status(_) | What::Other => {}
                // "suffered cuts; nine were kept in": another clause.
                What::Break if self.view.id(self.chunks[at].first as usize) == kw::SEMICOLON => return None,
                What::Break => {}
                What::Report(_) if at == cue + 1 => {}
                // "the beating to death of".
                What::Preposition if at == cue + 1 && self.view.is(self.chunks[at].first as usize, &[kw::OF]) => {}
                // "killed former baseball star Ken Ruiz".
                What::Noun { people: false }
                    if at + 1 < stop && matches!(self.chunks[at + 1].what, What::People { entity: Some(_), .. }) =>
                {
                    return Some(at + 1);
                }
                What::Noun { people: false } if self.is_somebody(cue, at) => return Some(at),
                // "a TV and radio journalist".
                What::Noun { people: false }
                    if self.view.is(self.chunks[at].first as usize, &[kw::A, kw::AN])
                        && at + 2 < stop
                        && matches!(self.chunks[at + 1].what, What::Connective(Connective::And))
                        && matches!(self.chunks[at + 2].what, What::People { entity: None, .. })
                        && !self.view.likely(self.chunks[at + 2].first as usize, pos::DETERMINER) =>
                {
                    return Some(at + 2);
                }
                // "killed as many as 12" is a bound of the number; "killed by", "killed in" ends the search.
                What::Open if at == cue + 1 => {}
                // "had “neutralised” 17 militants".
                What::Quote if at == cue + 1 => {}
                // "might send a force of 300 soldiers": the verb says what becomes of them.
                What::Cue(Voice::Bare | Voice::Active)
                    if self.view.is(self.chunks[at].end as usize - 1, &[kw::OF])
                        && self
                            .chunks
                            .get(at + 1)
                            .filter(|_| at + 1 < stop)
                            .is_some_and(|next| next.is_number().is_some()) => {}
                What::Time(_) if matches!(self.chunks.get(at + 1).map(|next| next.what), Some(What::Number(_))) => {}
                _ => return None,
            }
        }
        None
    }

    /// "kill a fortune-teller": one that the lexicon lacks, behind a verb that is said of people alone.
    pub(super) fn is_somebody(&self, cue: usize, at: usize) -> bool {
        let chunk = self.chunks[at];
        let article = self.view.is(chunk.first as usize, &[kw::A, kw::AN]);
        // "a TV and radio journalist": the first half of one noun phrase.
        let halved = self.chunks.get(at + 1).is_some_and(|next| matches!(next.what, What::Connective(Connective::And)))
            && self.chunks.get(at + 2).is_some_and(|next| {
                matches!(next.what, What::People { entity: None, .. })
                    && !self.view.likely(next.first as usize, pos::DETERMINER)
            });
        if halved {
            return false;
        }
        let known = (chunk.first..chunk.end).any(|token| self.view.has(token as usize, Class::Thing));
        let said_of_people = matches!(self.chunks[cue].what, What::Cue(_))
            && self.rows(cue).all(|row| {
                let cue = &self.view.lexicon.cues[row];
                self.view.lexicon.cue_is_choosy(cue) && self.allows_people(cue)
            })
            && matches!(self.first_role(cue), Some(Role::Killed | Role::Kidnapped | Role::Detained));
        article && !known && said_of_people
    }

    /// "a barman": a single noun that the lexicon lacks, in a list of people.
    fn is_unknown_one(&self, at: usize, stop: usize) -> bool {
        let chunk = self.chunks[at];
        let article = self.view.is(chunk.first as usize, &[kw::A, kw::AN]);
        let known = (chunk.first..chunk.end).any(|token| self.view.has(token as usize, Class::Thing));
        let goes_on = self.chunks.get(at + 1).filter(|_| at + 2 < stop).is_some_and(|next| {
            matches!(next.what, What::Connective(Connective::And) | What::Comma)
                && matches!(self.chunks[at + 2].what, What::Number(_) | What::People { .. })
        });
        article && !known && goes_on && matches!(self.chunks[at - 1].what, What::Comma | What::Connective(_))
    }

    /// "a family of six", "a group of 12": the number that says how many they are.
    pub(super) fn group_of(&self, at: usize, stop: usize) -> Option<usize> {
        let number = at + 2;
        let of = number < stop && self.view.is(self.chunks[at + 1].first as usize, &[kw::OF]);
        let What::Number(index) = self.chunks.get(number).filter(|_| of)?.what else { return None };
        (!self.measured(index as usize)).then_some(number)
    }

    /// The chunk joined to an object, unless a verb of its own follows it.
    pub(super) fn joined_behind(&self, at: usize, stop: usize) -> Option<usize> {
        let mut next = at + 1;
        if next < stop && self.titled(at, next) {
            next += 1;
        }
        // "a policeman, Ahmed Noor, and two guards", "two men from Kano and a boy": over asides and prepositions.
        let (mut joint, mut and, mut over) = (false, false, false);
        while next < stop {
            // "a leader of the party (ANP) and his nephew".
            if !joint && matches!(self.chunks[next].what, What::Open) {
                let close = self.chunks[next..stop].iter().position(|chunk| matches!(chunk.what, What::Close))?;
                next += close + 1;
                continue;
            }
            match self.chunks[next].what {
                What::Connective(Connective::And | Connective::More | Connective::Other) => (joint, and) = (true, true),
                What::Comma => joint = true,
                // "killing 19 people and driving 300 from their homes": another verb.
                What::Other if joint && self.view.likely(self.chunks[next].first as usize, pos::ING) => return None,
                What::Other => {}
                What::Number(_) | What::People { .. } if joint => break,
                // "the owner, a barman and two dancers": one that the lexicon lacks.
                What::Noun { people: false } if joint && !over && self.is_unknown_one(next, stop) => break,
                // "a leader of the party and his nephew": over what describes the first.
                What::Preposition | What::Entity(_) | What::Noun { .. } if !joint => over |= true,
                What::People { .. } if !joint && self.within_preposition(next, at) => over |= true,
                _ => return None,
            }
            next += 1;
        }
        // "two people in Jebbe and Tel Manar": a name behind a phrase belongs to it.
        if over && matches!(self.chunks.get(next).map(|next| next.what), Some(What::People { entity: Some(_), .. })) {
            return None;
        }
        // "the head of a village near Uyo, Chief Okon": who that is.
        let bare = |at: usize| !self.view.likely(self.chunks[at].first as usize, pos::DETERMINER);
        if over && !and && next < stop && matches!(self.chunks[next].what, What::People { .. }) && bare(next) {
            return None;
        }
        if next >= stop || self.chunks[next].aside != self.chunks[at].aside {
            return None;
        }
        if let What::Number(index) = self.chunks[next].what
            && (self.measured(index as usize) && !self.is_load(index as usize) || !self.countable(index as usize))
        {
            return None;
        }
        let mut after = next + 1;
        while after < stop
            && matches!(self.chunks[after].what, What::Other | What::Connective(Connective::Other | Connective::More))
        {
            after += 1;
        }
        // "and ten members, including two ministers, are not standing": over what is set aside.
        if matches!(self.chunks.get(after).map(|chunk| chunk.what), Some(What::Comma))
            && self.chunks.get(after + 1).is_some_and(|aside| aside.aside)
        {
            let length = self.chunks[after + 1..stop].iter().position(|chunk| !chunk.aside);
            after = length.map_or(after, |length| after + 1 + length);
            after += usize::from(matches!(self.chunks.get(after).map(|chunk| chunk.what), Some(What::Comma)));
        }
        let own_verb = self.chunks.get(after).filter(|_| after < stop).is_some_and(|chunk| {
            matches!(
                chunk.what,
                What::Aux
                    | What::Cue(Voice::Passive | Voice::Subject | Voice::Bare | Voice::State | Voice::Active)
                    | What::Verb
                    | What::Report(_)
            ) || matches!(chunk.what, What::Status(_)) && AUXILIARIES.has(self.view.id(chunk.first as usize))
        }) || self.speaks(next, stop);
        if own_verb {
            return None;
        }
        // Over an apposition to what may follow it: "X, a reporter, and her driver".
        if self.same_person(at, next) { self.joined_behind(next, stop) } else { Some(next) }
    }

    /// Rule *relative object*: "the 80 clerks it employs", "60 houses that the storm damaged".
    pub(super) fn relative_object(&mut self, cue: Cue, start: usize) {
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

    /// "killing 12, police and medics said": those joined are the speakers.
    pub(super) fn speaks(&self, at: usize, stop: usize) -> bool {
        for chunk in &self.chunks[at + 1..stop.min(at + 9)] {
            match chunk.what {
                What::Report(_) => return true,
                What::Comma | What::Break | What::Number(_) | What::Clause | What::Cue(Voice::Passive) => return false,
                _ => {}
            }
        }
        false
    }

    /// Rule *inverted*: "Killed in the raid were five men".
    pub(super) fn inverted(&mut self, cue: Cue, stop: usize) {
        for at in cue.at + 1..stop.min(cue.at + 8) {
            match self.chunks[at].what {
                What::Aux => {
                    if self.object_at(at, stop).is_some() {
                        let mut target = self.object_at(at, stop).unwrap_or(at);
                        self.take(target, cue.at, Strength::Bare, "inverted");
                        while let Some(next) = self.joined_behind(target, stop) {
                            self.take(next, cue.at, Strength::Bare, "inverted, joined");
                            target = next;
                        }
                    }
                    return;
                }
                What::Preposition | What::Noun { .. } | What::Entity(_) | What::Other | What::Time(_) => {}
                _ => return,
            }
        }
    }

    pub(super) fn participle(&self, cue: Cue) -> bool {
        let chunk = self.chunks[cue.at];
        self.view
            .words
            .all(chunk.first as usize, Class::Cue)
            .any(|(end, row)| end == chunk.end as usize && self.view.lexicon.cues[row].form == VerbForm::Ing)
    }
}
