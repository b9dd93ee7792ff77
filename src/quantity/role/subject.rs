//! Subjects: what stands before a cue ("12 were killed", "soldiers killed in", "four civilians and a nurse died").

use super::super::chunk::{Voice, What};
use super::super::grammar::OWNER_SET;
use super::super::implicit;
use super::{Cue, Linker, REACH, Strength};
use crate::lexicon::sense::{ReportFrame, pos};
use crate::lexicon::{Connective, keyword as kw};

impl Linker<'_, '_, '_> {
    /// Rule *subject*: the number or person that stands before a cue, over what describes it and over asides, with
    /// those joined to it.
    pub(super) fn subject(&mut self, cue: Cue, start: usize, strength: Strength) -> bool {
        let found = self.subject_at(cue.at, start).or_else(|| self.antecedent(cue, start));
        let Some(at) = found else { return false };
        // "sailors who had been held were killed": what the relative clause says is told in passing.
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

    /// "Amal Haddad, 41, was driving home when she was shot", "Four prisoners said they had been tortured": whom the
    /// pronoun before a cue stands for, in its sentence; the pronoun itself where that names nobody.
    fn antecedent(&self, cue: Cue, start: usize) -> Option<usize> {
        if !matches!(cue.voice, Voice::Passive | Voice::Subject)
            || !self.first_role(cue.at).is_some_and(implicit::counts)
        {
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
        if !one && !self.view.is(token, &[kw::THEY]) {
            return None;
        }
        let before = (start..at).find(|&before| {
            let chunk = self.chunks[before];
            let fits = match chunk.what {
                What::People { count, .. } => (count == 1) == one,
                What::Number(index) => {
                    !one && !self.measured(index as usize)
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
                continue;
            }
            match chunk.what {
                What::Number(_) | What::People { .. } | What::Noun { .. } | What::Entity(_) => {
                    // "with nine people hurt in": what stands right before a participle is its subject all the same.
                    let adjacent = at + 1 == cue
                        && matches!(chunk.what, What::Number(_) | What::People { .. })
                        && (describes || !self.behind_of(at, start));
                    if !adjacent && self.within_preposition(at, start) {
                        continue;
                    }
                    // "The four who killed two officers were caught": the object of a relative clause is not the subject.
                    if at > start
                        && matches!(self.chunks[at - 1].what, What::Verb | What::Cue(Voice::Active | Voice::Bare))
                        && at + 1 < cue
                        && let Some(clause) = self.relative_clause(at - 1, start)
                    {
                        at = clause;
                        relative = true;
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
                    // "men thought to be smugglers were killed": a predicate is no subject.
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
                // "dozens killed and many more injured", "while others were hurt": those are not counted.
                What::Connective(Connective::More | Connective::Other)
                    if self.chunks[at + 1..cue].iter().all(|chunk| matches!(chunk.what, What::Aux))
                        && self.view.is(self.chunks[at].first as usize, &[kw::OTHERS, kw::MORE, kw::OTHER]) =>
                {
                    return None;
                }
                What::Connective(_) => {}
                What::Clause if self.is_relative(at) => {
                    if self.describes_another(at, start) {
                        return None;
                    }
                    relative = true;
                    // "the families of the two nurses who died": of those right before "who".
                    if let Some(before) = at.checked_sub(1).filter(|before| *before >= start)
                        && match self.chunks[before].what {
                            What::Number(index) => !self.measured(index as usize) && self.countable(index as usize),
                            What::People { .. } => true,
                            _ => false,
                        }
                        && !self.chunks[at..cue].iter().any(|chunk| matches!(chunk.what, What::Comma | What::Verb))
                    {
                        return Some(before);
                    }
                }
                // "12 wounded when a bomber struck": the subject of "struck" stands behind "when".
                What::Clause => return None,
                // "a plan to build": an infinitive is no verb of the sentence.
                What::Verb | What::Cue(Voice::Active)
                    if at > start && self.view.is(self.chunks[at - 1].first as usize, &[kw::TO]) => {}
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
                What::Cue(_) => {}
                What::Pronoun => return None,
                What::Break => return None,
            }
        }
        None
    }

    /// "who", "which", "that" behind a noun: a clause that describes it.
    pub(super) fn is_relative(&self, at: usize) -> bool {
        let token = self.chunks[at].first as usize;
        self.view.is(token, &[kw::WHO, kw::WHICH, kw::WHOM])
            || self.view.is(token, &[kw::THAT])
                && at > 0
                && matches!(self.chunks[at - 1].what, What::Number(_) | What::People { .. } | What::Noun { .. })
    }

    /// "15 hurt at a mill which was attacked", "ten shot by troops who fired": a relative clause about what stands right
    /// before it, which no figure counts.
    fn describes_another(&self, clause: usize, start: usize) -> bool {
        let thing = self.view.is(self.chunks[clause].first as usize, &[kw::WHICH]);
        let person = self.view.is(self.chunks[clause].first as usize, &[kw::WHO]);
        let before = (start..clause)
            .rev()
            .map(|at| (at, self.chunks[at]))
            .find(|(_, chunk)| !chunk.aside && !matches!(chunk.what, What::Comma | What::Close | What::Quote));
        let Some((at, chunk)) = before else { return false };
        match chunk.what {
            What::Noun { people: false } | What::Entity(_) if thing => self.within_preposition(at, start),
            What::Noun { people: true } if person => self.group_of(at, clause).is_none(),
            _ => false,
        }
    }

    /// The relative clause that a verb is in: its first chunk, within the sentence and before any other stop.
    pub(super) fn relative_clause(&self, verb: usize, start: usize) -> Option<usize> {
        let mut comma = false;
        for at in (start..verb).rev().take(REACH) {
            match self.chunks[at].what {
                // "The party, which has its seat in Ankara, named": the second comma closed the clause.
                What::Clause if comma && at > start && matches!(self.chunks[at - 1].what, What::Comma) => return None,
                What::Clause => return (self.is_relative(at) && at > start).then_some(at),
                What::Comma => comma = true,
                What::Break | What::Report(_) => return None,
                _ => {}
            }
        }
        None
    }

    /// "Two of the five injured died": the five are not the subject.
    fn behind_of(&self, at: usize, start: usize) -> bool {
        let first = |chunk: usize| self.chunks[chunk].first as usize;
        let mut before = (start..at).rev();
        let determiner = [kw::THE, kw::HIS, kw::HER, kw::THEIR];
        let found = before.next().filter(|&chunk| !self.view.is(first(chunk), &determiner)).or_else(|| before.next());
        found.is_some_and(|chunk| self.view.is(first(chunk), &[kw::OF]))
    }

    /// Whether a noun phrase hangs on a preposition: "Five civilians **in two villages** were killed". "of" after a
    /// headless number does not ("five of").
    pub(super) fn within_preposition(&self, at: usize, start: usize) -> bool {
        let named = matches!(self.chunks[at].what, What::Number(_) | What::People { .. });
        for before in (start..at).rev().take(5) {
            match self.chunks[before].what {
                What::Preposition => return true,
                // "from a rival regional party": one noun phrase, cut in two.
                What::People { entity: None, .. }
                    if !named
                        && before + 1 == at
                        && !self.view.likely(self.chunks[at].first as usize, pos::DETERMINER) => {}
                // "In Turkana 900 people": the preposition has its noun already.
                What::Noun { .. } | What::Entity(_) if named => return false,
                // "of India's ruling party", "in Kano city": one noun phrase.
                What::Noun { .. } | What::Entity(_) | What::Report(ReportFrame::Document) => {}
                What::Other
                    if self.view.glued(self.chunks[before].first as usize)
                        || !self.view.is_word(self.chunks[before].first as usize) => {}
                What::Other
                    if self.view.likely(self.chunks[before].first as usize, pos::DETERMINER | pos::ADJECTIVE) => {}
                _ => return false,
            }
        }
        false
    }

    /// "Zahra Noor, a teacher", "an elder and businessman": two ways of telling of one person.
    pub(super) fn same_person(&self, one: usize, other: usize) -> bool {
        let (What::People { entity: first, .. }, What::People { entity: second, .. }) =
            (self.chunks[one].what, self.chunks[other].what)
        else {
            return false;
        };
        let and =
            self.chunks[one + 1..other].iter().any(|chunk| matches!(chunk.what, What::Connective(Connective::And)));
        let token = self.chunks[other].first as usize;
        let bare = !self.view.likely(token, pos::DETERMINER)
            && !self
                .view
                .is(token, &[kw::HIS, kw::HER, kw::THEIR, kw::ITS, kw::ANOTHER, kw::ONE, kw::A, kw::AN, kw::THE]);
        if and { second.is_none() && bare } else { first.is_some() != second.is_some() }
    }

    /// "A mayor leading a convoy of trucks and his wife": whose wife she is.
    pub(super) fn owner_of(&self, at: usize, start: usize) -> Option<usize> {
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
    pub(super) fn joined_before(&self, at: usize, start: usize) -> Option<usize> {
        if let Some(owner) = self.owner_of(at, start) {
            return Some(owner);
        }
        let mut joint = at.checked_sub(1).filter(|joint| *joint >= start)?;
        let mut seen = false;
        while matches!(
            self.chunks[joint].what,
            What::Connective(Connective::And | Connective::Or | Connective::More) | What::Comma | What::Other
        ) {
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
        let other = joins && list_aside && !self.within_preposition(joint, start);
        (other && !self.same_person(joint, at)).then_some(joint)
    }

    /// Rule *bare*: a participle without an auxiliary. An object right behind it makes it active ("Gunmen killed five"),
    /// else what stands right before it is its subject ("23 others wounded", "soldiers killed in").
    pub(super) fn bare(&mut self, cue: Cue, start: usize, stop: usize) {
        let object = self.object_at(cue.at, stop).is_some();
        let subject = self.subject_before(cue.at, start);
        if object {
            self.object(cue, stop, Strength::Full);
        } else if self.has_uncounted_object(cue.at, stop) {
            // "Two bombers attacked the market": the verb is active, and nobody counted suffers.
        } else if subject {
            self.subject(cue, start, Strength::Bare);
        } else if !self.passive_opening(cue.at, start) {
            // "has reportedly killed", "were … and wounded": the subject of the verb before it.
            self.subject(cue, start, Strength::Bare);
        } else {
            self.inverted(cue, stop);
        }
    }

    /// Whether a noun phrase without a figure stands right behind a cue: "attacked the market", "killed Noor's uncle".
    fn has_uncounted_object(&self, cue: usize, stop: usize) -> bool {
        let after = |n: usize| self.chunks.get(cue + n).filter(|_| cue + n < stop).map(|chunk| chunk.what);
        match after(1) {
            Some(What::Noun { .. } | What::Entity(_) | What::People { .. }) => {
                let first = self.chunks[cue + 1].first as usize;
                // "23 wounded Karachi blast", "12 injured Locals said": headlines and typists leave things out.
                self.view.likely(first, pos::DETERMINER)
                    || OWNER_SET.has(self.view.id(first))
                    || matches!(after(1), Some(What::People { .. }))
                    || matches!(after(1), Some(What::Noun { people }) if !(people && self.view.capital(first)))
            }
            Some(What::Other) if self.view.likely(self.chunks[cue + 1].first as usize, pos::DETERMINER) => {
                matches!(after(2), Some(What::Noun { .. } | What::Entity(_)))
            }
            _ => false,
        }
    }

    /// Whether the clause opens with the participle: "Killed in the raid were five men".
    pub(super) fn passive_opening(&self, at: usize, start: usize) -> bool {
        at == start
    }

    /// Whether what stands right before a bare participle can be its subject.
    pub(super) fn subject_before(&self, at: usize, start: usize) -> bool {
        at.checked_sub(1).filter(|before| *before >= start).is_some_and(|before| {
            matches!(self.chunks[before].what, What::Number(_) | What::People { .. } | What::Noun { people: true })
        })
    }
}
