//! Subjects: what stands before a cue ("12 were killed", "soldiers killed in", "four civilians and a nurse died").

use super::super::chunk::{Voice, What};
use super::super::noun;
use super::{Cue, Linker, REACH, Strength};
use crate::lexicon::sense::ReportFrame;
use crate::lexicon::{Connective, keyword as kw};
use crate::record::Role;

impl Linker<'_, '_, '_> {
    /// Rule *subject*: the number or person that stands before a cue, over what describes it and over asides, with
    /// those joined to it.
    pub(super) fn subject(&mut self, cue: Cue, start: usize, strength: Strength) -> bool {
        let found = self.subject_at(cue.at, start).or_else(|| self.antecedent(cue, start));
        let Some(found) = found else { return false };
        // "Samuel Kiplagat, a ranger, was killed": told by his name.
        let mut at = self.name_before(found, start).unwrap_or(found);
        // "sailors who had been held were killed": what the relative clause says is told in passing.
        let passing = self.relative_clause(cue.at, start).is_some_and(|clause| {
            !self.chunks[clause..cue.at].iter().any(|chunk| matches!(chunk.what, What::Cue(_) | What::Verb))
        });
        let strength = if passing { Strength::Bare } else { strength };
        if self.take(at, cue.at, strength, "subject").is_none() {
            return false;
        }
        // "four civilians, a nurse and two soldiers died".
        // "took 34 miners to hospital, five of them with burns": of which those before are the whole.
        let part = self.chunks[at].is_number().is_some_and(|index| {
            let quantity = &self.list[index];
            let them = self.view.is(quantity.number.1 as usize + 1, &[kw::THEM, kw::WHOM, kw::WHICH]);
            quantity.marks.partitive && them && at + 1 == cue.at
                || self.is_of_which(at, start)
                || self.is_behind_had(at, start)
        });
        let part = part || self.joins_an_object(at, start);
        while !part && let Some(next) = self.joined_before(at, start) {
            if self.take(next, cue.at, strength, "subject, joined").is_none() {
                break;
            }
            at = next;
        }
        self.along_with(cue, strength);
        true
    }

    /// "has 400 soldiers and 30 clerks, and **nine of them** were killed": those before are the object of another verb.
    fn joins_an_object(&self, at: usize, start: usize) -> bool {
        let mut first = at;
        while let Some(next) = self.joined_before(first, start) {
            first = next;
        }
        let verb = self.chunks[first].first as usize;
        first < at && verb > 0 && self.view.is(verb - 1, &[kw::HAS, kw::HAVE, kw::HAD])
    }

    /// "In Goma, which had 90 doctors, 40 have fled": whether a clause that tells how many there were stands before.
    fn is_behind_had(&self, at: usize, start: usize) -> bool {
        at >= start + 4
            && self.chunks[at - 1].what == What::Comma
            && self.chunks[at - 2].is_number().is_some()
            && self.chunks[at - 3].what == What::Aux
            && self.chunks[at - 4].what == What::Clause
    }

    /// "Amal Haddad, 41, was driving home when she was shot", "Four prisoners said they had been tortured": whom the
    /// pronoun before a cue stands for, in its sentence; the pronoun itself where that names nobody.
    fn antecedent(&self, cue: Cue, start: usize) -> Option<usize> {
        if !matches!(cue.voice, Voice::Passive | Voice::Subject) {
            return None;
        }
        let mut at = cue.at;
        loop {
            at = at.checked_sub(1).filter(|at| *at >= start)?;
            match self.chunks[at].what {
                What::Pronoun => break,
                What::Aux | What::Other | What::Time(_) | What::Status(_) => {}
                _ => return None,
            }
        }
        let token = self.chunks[at].first as usize;
        let one = self.view.is(token, &[kw::HE, kw::SHE]);
        let counted = self.first_role(cue.at).is_some_and(Role::counts_one);
        if !(one && counted || self.view.is(token, &[kw::THEY])) {
            return None;
        }
        let before = (start..at).find(|&before| {
            let chunk = self.chunks[before];
            let fits = match chunk.what {
                What::People { count, .. } => (count == 1) == one,
                What::Number(index) => {
                    !one && self.list[index as usize].role.is_none()
                        && !self.measured(index as usize)
                        && self.countable(index as usize)
                        && self.thing_of(index as usize).is_none_or(|row| self.can_suffer(row))
                }
                _ => false,
            };
            fits && !chunk.aside && !self.within_preposition(before, start)
        });
        match before {
            // Who is told of already is not told of anew.
            Some(before) if self.people.iter().any(|hit| hit.chunk == before as u32) => None,
            Some(before) => Some(before),
            None => one.then_some(at),
        }
    }

    /// "was killed on Monday along with eight others": those joined behind the cue by more than "and".
    pub(super) fn along_with(&mut self, cue: Cue, strength: Strength) {
        // Chunks of another sentence may stand next.
        let from = self.chunks[cue.at].first;
        let sentence = self.view.sentences.partition_point(|sentence| sentence.last <= from);
        let tokens = self.view.sentences[sentence].range();
        for at in cue.at + 1..self.chunks.len().min(cue.at + 10) {
            if !tokens.contains(&(self.chunks[at].first as usize)) {
                return;
            }
            match self.chunks[at].what {
                What::Connective(Connective::And) => {
                    let plain = self.view.is(self.chunks[at].first as usize, &[kw::AND, kw::AMPERSAND]);
                    let target = (at + 1..self.chunks.len().min(at + 3))
                        .find(|&next| matches!(self.chunks[next].what, What::Number(_) | What::People { .. }));
                    let mut next = target.filter(|_| !plain);
                    while let Some(target) = next {
                        self.take(target, cue.at, strength, "along with");
                        next = self.joined_behind(target, self.chunks.len());
                    }
                    return;
                }
                What::Time(_) | What::Other | What::Comma | What::Preposition | What::Noun { .. } | What::Entity(_) => {
                }
                _ => return,
            }
        }
    }

    /// Chunk of the subject of a cue at `cue`.
    pub(super) fn subject_at(&self, cue: usize, start: usize) -> Option<usize> {
        let mut cue_aside = self.chunks[cue].aside;
        let mut at = cue;
        let mut relative = false;
        // "Of the 18 people killed": a participle describes what stands before it, a verb is said of its subject.
        let describes = matches!(self.chunks[cue].what, What::Cue(Voice::Bare | Voice::State));
        let mut verbs = 0;
        for _ in 0..REACH {
            at = at.checked_sub(1).filter(|at| *at >= start)?;
            let chunk = self.chunks[at];
            // Out of the brackets that the cue stands in, other asides are none of its own.
            cue_aside &= chunk.aside;
            if chunk.aside && !cue_aside {
                // "188 drones, of which 76 were shot down": what stands behind "of which" is its subject.
                if chunk.is_number().is_some() && self.is_of_which(at, start) {
                    return Some(at);
                }
                continue;
            }
            match chunk.what {
                What::Number(_) | What::People { .. } | What::Noun { .. } | What::Entity(_) => {
                    // "with nine people hurt in": what stands right before a participle is its subject all the same.
                    let thought = self.chunks[at + 1..cue]
                        .iter()
                        .all(|chunk| matches!(chunk.what, What::Report(ReportFrame::Belief) | What::Status(_)));
                    let adjacent = thought
                        && matches!(chunk.what, What::Number(_) | What::People { .. })
                        && (describes || at + 1 < cue || !self.behind_of(at, start));
                    // "wounded in mortar shells fired into homes": the shells were fired.
                    if at + 1 == cue && self.fits_noun(at, cue) {
                        return None;
                    }
                    if !adjacent && self.within_preposition(at, start) {
                        continue;
                    }
                    // "The four who killed two officers were caught": the object of a relative clause is not the subject.
                    // "The firm, which has 300 staff, is based in".
                    if at > start
                        && (matches!(self.chunks[at - 1].what, What::Verb | What::Cue(Voice::Active | Voice::Bare))
                            || self.view.is(self.chunks[at - 1].first as usize, &[kw::HAS, kw::HAVE, kw::HAD]))
                        && at + 1 < cue
                        && let Some(clause) = self.relative_clause(at - 1, start)
                    {
                        at = clause;
                        relative = true;
                        continue;
                    }
                    // "suspected of aiding Ali Hassan": the object of a verb behind a preposition.
                    if !adjacent && self.object_of_phrase(at, start) {
                        continue;
                    }
                    if let What::Number(index) = chunk.what {
                        // "raised the count to 1,375, of whom one in eight lie in hospital": not all of them do.
                        if self.measured(index as usize) && self.is_of_which(at, start) {
                            return None;
                        }
                        if self.measured(index as usize)
                            || !self.countable(index as usize)
                            || self.corrected(chunk.first as usize)
                        {
                            continue;
                        }
                        // "Three men, a baker and his two sons, died".
                        if let Some(number) = self.spelled_by(at, cue, start) {
                            return Some(number);
                        }
                        return Some(at);
                    }
                    if matches!(chunk.what, What::People { .. } | What::Noun { people: true })
                        && let Some(number) = self.spelled_by(at, cue, start)
                    {
                        return Some(number);
                    }
                    if matches!(chunk.what, What::People { .. }) {
                        return Some(at);
                    }
                    // Uncounted people or a thing as the subject: nothing to count, unless it describes a number.
                    // "men thought to be smugglers were killed": a predicate is no subject.
                    if matches!(chunk.what, What::Noun { .. })
                        && at > start
                        && matches!(self.chunks[at - 1].what, What::Aux | What::Report(ReportFrame::Belief))
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
                // "dozens killed and many more injured", "while others were hurt": those are not counted.
                What::Connective(Connective::More | Connective::Other)
                    if self.chunks[at + 1..cue].iter().all(|chunk| matches!(chunk.what, What::Aux))
                        // "An imam who pleaded for the rest was stabbed".
                        && !(at > start && self.chunks[at - 1].what == What::Preposition)
                        && self
                            .view
                            .is(self.chunks[at].first as usize, &[kw::OTHERS, kw::MORE, kw::OTHER, kw::THE]) =>
                {
                    return None;
                }
                What::Connective(_) => {}
                // "wounded by guards who fired": the guards are told of.
                What::Clause if self.is_relative(at) && self.is_agent(at, start) => return None,
                What::Clause if self.is_relative(at) => {
                    if self.describes_another(at, cue, start) {
                        return None;
                    }
                    relative = true;
                    // "the families of the two nurses who died", "Of 420 pupils who fell ill": those right before "who".
                    if let Some(before) = at.checked_sub(1).filter(|before| *before >= start)
                        && match self.chunks[before].what {
                            What::Number(index) => !self.measured(index as usize) && self.countable(index as usize),
                            What::People { .. } => {
                                !self.chunks[at..cue].iter().any(|chunk| matches!(chunk.what, What::Comma | What::Verb))
                            }
                            _ => false,
                        }
                    {
                        return Some(before);
                    }
                }
                // "64 were reported as injured".
                What::Clause
                    if at + 1 == cue
                        && self.view.is(chunk.first as usize, &[kw::AS])
                        && at > start
                        && matches!(self.chunks[at - 1].what, What::Report(_) | What::Status(_)) => {}
                // "12 wounded when a bomber struck": the subject of "struck" stands behind "when".
                What::Clause => return None,
                // "a plan to build": an infinitive is no verb of the sentence.
                What::Verb | What::Cue(Voice::Active)
                    if at > start && self.view.is(self.chunks[at - 1].first as usize, &[kw::TO]) => {}
                // "Eight cars parked on a street lined with shops were destroyed": participles describe.
                What::Verb if self.describes_noun(at, cue, start) => {}
                What::Verb | What::Cue(Voice::Passive | Voice::Subject | Voice::Active) => {
                    // "A surgeon who worked for X and contributed to Y was shot": on to what "who" stands behind.
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
                // "23 hostages from a ship that pirates seized off Eyl in August were freed".
                What::Cue(Voice::Bare)
                    if at > start + 2
                        && self.view.is(self.chunks[at - 2].first as usize, &[kw::THAT, kw::WHICH, kw::WHOM])
                        && self.is_relative(at - 2)
                        && matches!(self.chunks[at - 1].what, What::Noun { people: true })
                        && self.chunks[at + 1..cue].iter().any(|chunk| chunk.what == What::Aux) =>
                {
                    at -= 2;
                    relative = true;
                }
                // "All 14 nuns the gunmen abducted were released".
                What::Cue(Voice::Bare)
                    if at > start + 1
                        && matches!(self.chunks[at - 2].what, What::Number(_))
                        && matches!(self.chunks[at - 1].what, What::Noun { people: true })
                        && self.chunks[at + 1].what == What::Aux =>
                {
                    at -= 1;
                    relative = true;
                }
                What::Cue(_) => {}
                // "All 22 children he held were set free".
                What::Pronoun
                    if at > start
                        && matches!(self.chunks[at - 1].what, What::Number(_) | What::People { .. })
                        && matches!(self.chunks[at + 1].what, What::Verb | What::Aux | What::Cue(_)) =>
                {
                    relative = true;
                }
                // "Four prisoners said they had been beaten".
                What::Pronoun if self.view.is(chunk.first as usize, &[kw::THEY]) => {
                    return self.speaker(at, start);
                }
                // "who sat between them".
                What::Pronoun if at > start && matches!(self.chunks[at - 1].what, What::Preposition) => {}
                // "suspected of having steered it".
                What::Pronoun
                    if at > start
                        && self.view.is(chunk.first as usize, &[kw::IT, kw::THEM])
                        && matches!(self.chunks[at - 1].what, What::Verb) => {}
                // "A driver who stopped them was killed": the object of a relative clause.
                What::Pronoun => {
                    at = self.object_of_relative(at, start)?;
                    relative = true;
                }
                What::Break => return None,
            }
        }
        None
    }

    /// Whether a noun without a figure is a thing that the cue is made for.
    fn fits_noun(&self, at: usize, cue: usize) -> bool {
        let chunk = self.chunks[at];
        if !matches!(chunk.what, What::Noun { people: false }) {
            return false;
        }
        let thing = (chunk.first..chunk.end)
            .find_map(|token| noun::thing(self.view, token as usize).filter(|(end, _)| *end == chunk.end as usize));
        thing.is_some_and(|(_, row)| {
            self.rows(cue).any(|cue| {
                let cue = &self.view.lexicon.cues[cue];
                cue.role.is_some() && self.view.lexicon.cue_is_choosy(cue) && self.fit(cue, Some(row as u32)).is_some()
            })
        })
    }

    /// The number that is the subject of words of saying before "they".
    fn speaker(&self, they: usize, start: usize) -> Option<usize> {
        let mut said = false;
        for at in (start..they).rev().take(6) {
            match self.chunks[at].what {
                What::Report(_) => said = true,
                What::Number(index) if said => return (!self.measured(index as usize)).then_some(at),
                What::Clause | What::Noun { .. } | What::Other | What::Entity(_) | What::Preposition if !said => {}
                _ => return None,
            }
        }
        None
    }
}
