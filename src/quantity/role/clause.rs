//! Relative clauses, phrases with a preposition and participles: what stands in them is no subject of the sentence.

use super::super::chunk::{Voice, What};
use super::super::grammar::OWNER_SET;
use super::{Linker, REACH};
use crate::lexicon::sense::{ReportFrame, pos};
use crate::lexicon::{Connective, keyword as kw};
use crate::record::Role;

impl Linker<'_, '_, '_> {
    /// Whether uncounted people by whom something was done stand before a relative clause.
    pub(super) fn is_agent(&self, clause: usize, start: usize) -> bool {
        clause >= start + 2
            && matches!(self.chunks[clause - 1].what, What::Noun { people: true })
            && self.view.is(self.chunks[clause - 2].first as usize, &[kw::BY])
    }

    /// Whether "of which" or "of whom" stands right before a chunk.
    pub(super) fn is_of_which(&self, at: usize, start: usize) -> bool {
        at > start
            && self.chunks[at - 1].what == What::Connective(Connective::Part)
            && self.view.is(self.chunks[at - 1].first as usize, &[kw::OF])
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
    pub(super) fn describes_another(&self, clause: usize, cue: usize, start: usize) -> bool {
        let thing = self.view.is(self.chunks[clause].first as usize, &[kw::WHICH]);
        let person = self.view.is(self.chunks[clause].first as usize, &[kw::WHO]);
        let before = (start..clause)
            .rev()
            .map(|at| (at, self.chunks[at]))
            .find(|(_, chunk)| !chunk.aside && !matches!(chunk.what, What::Comma | What::Close | What::Quote));
        let Some((at, chunk)) = before else { return false };
        match chunk.what {
            // No people are "which".
            What::Noun { people: false } | What::Entity(_) if thing => {
                self.within_preposition(at, start)
                    || self.first_role(cue).is_some_and(|role| self.strong_role(role) || role == Role::Assaulted)
            }
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
    pub(super) fn behind_of(&self, at: usize, start: usize) -> bool {
        let first = |chunk: usize| self.chunks[chunk].first as usize;
        let mut before = (start..at).rev();
        let determiner = [kw::THE, kw::HIS, kw::HER, kw::THEIR, kw::ITS];
        let found = before.next().filter(|&chunk| !self.view.is(first(chunk), &determiner)).or_else(|| before.next());
        found.is_some_and(|chunk| self.view.is(first(chunk), &[kw::OF]))
    }

    /// Whether a noun phrase hangs on a preposition: "Five civilians **in two villages** were killed". "of" after a
    /// headless number does not ("five of").
    pub(super) fn within_preposition(&self, at: usize, start: usize) -> bool {
        // "the son of the women's league chairwoman": the last words of a longer phrase.
        let tail = at > start
            && matches!(self.chunks[at].what, What::People { entity: None, .. })
            && matches!(self.chunks[at - 1].what, What::Noun { .. })
            && !self.view.likely(self.chunks[at].first as usize, pos::DETERMINER | pos::PRONOUN);
        let named = matches!(self.chunks[at].what, What::Number(_) | What::People { .. }) && !tail;
        let mut named = named;
        for before in (start..at).rev().take(5) {
            match self.chunks[before].what {
                // "Two of the town's four bridges", "430 of its 700 employees": over whose they are.
                What::Other if self.view.id(self.chunks[before].first as usize) == kw::POSSESSIVE => named = false,
                What::Pronoun if OWNER_SET.has(self.view.id(self.chunks[before].first as usize)) => {}
                // "In all 17 people have died".
                What::Preposition
                    if self.view.is(self.chunks[before].first as usize, &[kw::IN])
                        && self.view.is(self.chunks[before].end as usize, &[kw::ALL, kw::TOTAL]) =>
                {
                    return false;
                }
                What::Preposition => return true,
                // "from a rival regional party": one noun phrase, cut in two.
                What::People { entity: None, .. }
                    if !named
                        && before + 1 == at
                        && !self.view.likely(self.chunks[at].first as usize, pos::DETERMINER) => {}
                // "In Turkana 900 people": the preposition has its noun already.
                What::Noun { .. } | What::Entity(_) if named => return false,
                // "of India's ruling party", "in Kano city": one noun phrase.
                What::Noun { .. } | What::Entity(_) | What::Report(ReportFrame::Document | ReportFrame::Figures) => {}
                What::Other
                    if self.view.glued(self.chunks[before].first as usize)
                        || !self.view.is_word(self.chunks[before].first as usize) => {}
                What::Other
                    if self.view.likely(self.chunks[before].first as usize, pos::DETERMINER | pos::ADJECTIVE)
                        || OWNER_SET.has(self.view.id(self.chunks[before].first as usize)) => {}
                _ => return false,
            }
        }
        false
    }

    /// Whether a participle stands behind a noun and before a preposition, and the verb at `cue` has an auxiliary of its own.
    pub(super) fn describes_noun(&self, at: usize, cue: usize, start: usize) -> bool {
        let token = self.chunks[at].first as usize;
        let noun = at > start
            && matches!(self.chunks[at - 1].what, What::Noun { people: false } | What::Number(_))
            && self.view.can_be(token, pos::PARTICIPLE);
        let passive = cue > at + 1 && matches!(self.chunks[cue - 1].what, What::Aux);
        noun && passive && matches!(self.chunks[at + 1].what, What::Preposition)
    }

    /// The relative clause whose verb has this pronoun for its object.
    pub(super) fn object_of_relative(&self, at: usize, start: usize) -> Option<usize> {
        let object = self.view.is(self.chunks[at].first as usize, &[kw::THEM, kw::IT, kw::US]);
        let verb = at.checked_sub(1).filter(|verb| object && *verb >= start)?;
        let takes = matches!(self.chunks[verb].what, What::Cue(Voice::Active | Voice::Bare));
        self.relative_clause(verb, start).filter(|_| takes)
    }

    /// "of aiding Ali Hassan", "Two policemen guarding nurses were hurt": whether a verb in -ing stands before somebody, and
    /// a preposition or those whom it describes before that.
    pub(super) fn object_of_phrase(&self, at: usize, start: usize) -> bool {
        let taken = at > start + 1
            && matches!(self.chunks[at - 1].what, What::Verb | What::Other | What::Cue(Voice::Active))
            && self.view.can_be(self.chunks[at - 1].first as usize, pos::ING);
        taken
            && match self.chunks[at - 2].what {
                What::Preposition => matches!(self.chunks[at].what, What::People { .. }),
                What::Number(_) | What::People { .. } => {
                    matches!(self.chunks[at].what, What::People { .. } | What::Noun { people: true } | What::Number(_))
                        && matches!(self.chunks[at + 1].what, What::Aux)
                }
                _ => false,
            }
    }
}
