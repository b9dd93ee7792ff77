//! Participles without an auxiliary: "Gunmen killed five", "23 others wounded", "the girls it seized".

use super::super::chunk::What;
use super::super::grammar::OWNER_SET;
use super::{Cue, Linker, Strength};
use crate::lexicon::sense::pos;

impl Linker<'_, '_, '_> {
    /// Rule *bare*: a participle without an auxiliary. An object right behind it makes it active ("Gunmen killed five"),
    /// else what stands right before it is its subject ("23 others wounded", "soldiers killed in").
    pub(super) fn bare(&mut self, cue: Cue, start: usize, stop: usize) {
        let object = self.object_at(cue.at, stop).is_some();
        let subject = self.subject_before(cue.at, start);
        if object {
            self.object(cue, stop, Strength::Full);
        } else if self.has_uncounted_object(cue.at, stop) {
            // "Two bombers attacked the market": the verb is active, and nobody counted suffers.
        } else if let Some(number) = self.whom(cue.at, start) {
            self.take(number, cue.at, Strength::Bare, "relative object");
        } else if subject {
            self.subject(cue, start, Strength::Bare);
        } else if !self.passive_opening(cue.at, start) {
            // "has reportedly killed", "were … and wounded": the subject of the verb before it.
            self.subject(cue, start, Strength::Bare);
        } else {
            self.inverted(cue, stop);
        }
    }

    /// "80 clerks whom the paper dismissed", "60 houses that the storm damaged": the number before the relative clause
    /// that has a subject of its own.
    pub(super) fn whom(&self, at: usize, start: usize) -> Option<usize> {
        let subject = at.checked_sub(1).filter(|subject| *subject >= start + 2)?;
        let told = matches!(
            self.chunks[subject].what,
            What::Noun { .. } | What::Entity(_) | What::People { .. } | What::Pronoun
        );
        // "the 219 girls it seized".
        let contact = self.chunks[subject].what == What::Pronoun && self.chunks[subject - 1].is_number().is_some();
        let relative = self.chunks[subject - 1].what == What::Clause && self.is_relative(subject - 1);
        let at = subject - if contact { 1 } else { 2 };
        let number = self.chunks[at].is_number()?;
        (told && (relative || contact) && !self.measured(number)).then_some(at)
    }

    /// Whether a noun phrase without a figure stands right behind a cue: "attacked the market", "killed Noor's uncle".
    pub(super) fn has_uncounted_object(&self, cue: usize, stop: usize) -> bool {
        let after = |n: usize| self.chunks.get(cue + n).filter(|_| cue + n < stop).map(|chunk| chunk.what);
        let capital = self.view.capital(self.chunks[cue].first as usize);
        match after(1) {
            // "Two men on a motorbike killed Yoro Daha".
            Some(What::Entity(_)) if !capital => true,
            Some(What::Noun { .. } | What::Entity(_) | What::People { .. }) => {
                let first = self.chunks[cue + 1].first as usize;
                // "23 wounded Karachi blast", "12 injured Locals said": headlines and typists leave things out.
                self.view.likely(first, pos::DETERMINER)
                    || OWNER_SET.has(self.view.id(first))
                    || matches!(after(1), Some(What::People { .. }))
                    || matches!(after(1), Some(What::Noun { people }) if !(people && self.view.capital(first)))
            }
            // "Ana Ruiz shot a six-under 66".
            Some(What::Number(index)) => !self.countable(index as usize),
            Some(What::Other) if self.view.likely(self.chunks[cue + 1].first as usize, pos::DETERMINER) => {
                matches!(after(2), Some(What::Noun { .. } | What::Entity(_) | What::Number(_)))
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
