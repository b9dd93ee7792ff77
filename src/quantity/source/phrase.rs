//! The noun phrases of speakers: where they begin and end, and whom they name.

use super::super::clause::{Piece, What};
use super::super::grammar::OWNERS;
use super::speaker::{Phrase, Reader, Speaker};
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, ReportFrame, pos};
use crate::record::EntityKind;

impl Reader<'_, '_, '_> {
    /// Whether a piece can be part of a noun phrase.
    pub fn nominal(&self, at: usize) -> bool {
        matches!(
            self.what(at),
            Some(What::Entity(_) | What::Noun | What::Modifier | What::Determiner | What::Possessive | What::Number(_))
        )
    }

    /// The noun phrase that ends before `end`, with what "of", "for" and their kin add: "a spokesman for the army".
    pub fn phrase_before(&self, end: usize) -> Option<Phrase> {
        let mut first = self.run_before(end)?;
        // "The rebels who rule Sanaa say", "who hold": the verb may look like a noun.
        let verb = if first > 1 && matches!(self.pieces[first - 1].what, What::Verb | What::Cue) {
            first - 1
        } else if first + 1 < end && self.view.can_be(self.token(first), pos::VERB | pos::PAST) {
            first
        } else {
            0
        };
        if verb > 1 && matches!(self.pieces[verb - 1].what, What::Relative) && self.nominal(verb - 2) {
            return self.phrase_before(verb - 1);
        }
        let mut head_end = end;
        let mut hops = 0;
        // "scientists from the Wentworth Group and the Australia Institute".
        if first > 1
            && matches!(self.pieces[first - 1].what, What::And)
            && let Some(other) = self.run_before(first - 1)
            && other > 1
            && matches!(self.pieces[other - 1].what, What::Preposition)
            && self.nominal(other - 2)
        {
            first = other;
        }
        while first > 1 && hops < 4 && matches!(self.pieces[first - 1].what, What::Preposition) {
            // "a UNICEF report seen by Reuters".
            let seen = usize::from(self.is_participle_before(first - 1));
            let after = first - 1 - seen;
            if after == 0 || !self.nominal(after - 1) {
                break;
            }
            // "people were killed in Kano officials said" has no such chain: a time or a verb ends it.
            let Some(before) = self.run_before(after) else { break };
            if seen == 1
                && let Some(Speaker::Entity(index)) = self.resolve(before, after, after)
            {
                return Some(Phrase { speaker: Speaker::Entity(index), first: before, end });
            }
            (head_end, first) = (after, before);
            hops += 1;
        }
        // "witnesses and medics said": both, where they begin the clause.
        if first > 1
            && matches!(self.pieces[first - 1].what, What::And)
            && let Some(other) = self.run_before(first - 1)
            && (other == 0 || matches!(self.pieces[other - 1].what, What::Comma | What::Quote | What::Clause))
            && !(other..first).any(|piece| matches!(self.pieces[piece].what, What::Number(_)))
        {
            let one = self.resolve(other, first - 1, first - 1);
            let two = self.resolve(first, head_end, end);
            let speaker = match (one, two) {
                (Some(Speaker::Entity(index)), _) | (_, Some(Speaker::Entity(index))) => Speaker::Entity(index),
                _ => Speaker::Words(self.pieces[other].first, self.pieces[end - 1].end),
            };
            return Some(Phrase { speaker, first: other, end });
        }
        Some(Phrase { speaker: self.resolve(first, head_end, end)?, first, end })
    }

    /// Whether "by" stands behind a participle that tells of a noun: "seen by".
    fn is_participle_before(&self, by: usize) -> bool {
        by > 1
            && self.view.is(self.token(by), &[kw::BY])
            && matches!(self.pieces[by - 1].what, What::Verb)
            && self.view.can_be(self.token(by - 1), pos::PARTICIPLE)
            && self.nominal(by - 2)
    }

    /// Where the pieces of a noun phrase begin that stand together before `end`.
    pub fn run_before(&self, end: usize) -> Option<usize> {
        let mut first = end;
        while first > 0 && self.nominal(first - 1) {
            first -= 1;
            let article =
                matches!(self.pieces[first].what, What::Determiner) && !self.view.is(self.token(first), OWNERS);
            if article {
                break;
            }
        }
        (first < end).then_some(first)
    }

    /// The noun phrase that begins at `at`: "said harbour master Nils Aune", "according to the UN".
    pub fn phrase_at(&self, at: usize) -> Option<Phrase> {
        let mut head_end = at;
        while self.nominal(head_end)
            && !(head_end > at && self.takes(head_end))
            && !(head_end > at && matches!(self.pieces[head_end].what, What::Determiner))
            && !(head_end > at
                && matches!(self.pieces[head_end].what, What::Number(_))
                && matches!(self.pieces[head_end - 1].what, What::Entity(_)))
        {
            head_end += 1;
        }
        if head_end == at {
            return None;
        }
        let mut end = head_end;
        let mut hops = 0;
        while hops < 3 && matches!(self.what(end), Some(What::Preposition)) && self.nominal(end + 1) {
            end += 1;
            while self.nominal(end) {
                end += 1;
            }
            hops += 1;
        }
        Some(Phrase { speaker: self.resolve(at, head_end, end)?, first: at, end })
    }

    /// The same with the name that is set behind it: "said the head of the hospital, Ana Ruiz."
    pub fn named_at(&self, at: usize) -> Option<Phrase> {
        let phrase = self.phrase_at(at)?;
        let Speaker::Words(_, end) = phrase.speaker else { return Some(phrase) };
        let single = !self.view.likely(end as usize - 1, pos::PLURAL);
        if single
            && matches!(self.what(phrase.end), Some(What::Comma))
            && let Some(What::Entity(index)) = self.what(phrase.end + 1)
            && matches!(self.entities.list[index as usize].kind, EntityKind::Person | EntityKind::Agency)
            && matches!(
                self.what(phrase.end + 2),
                None | Some(What::Comma | What::Stop | What::Quote | What::Semicolon | What::Dash)
            )
        {
            return Some(Phrase { speaker: Speaker::Entity(index), end: phrase.end + 2, ..phrase });
        }
        Some(phrase)
    }

    /// Whether what could be a noun is a verb with its object: "figures from UNHCR show 400".
    fn takes(&self, at: usize) -> bool {
        self.view.can_be(self.token(at), pos::VERB | pos::THIRD)
            && matches!(self.what(at), Some(What::Noun | What::Modifier))
            && matches!(self.what(at + 1), Some(What::Number(_) | What::Relative | What::Determiner))
    }

    /// Who a noun phrase names: the name that is its head; else the agency within it or behind "of" and "for"; else
    /// whoever "the agency" and "the report" point back to; else its words.
    pub fn resolve(&self, first: usize, head_end: usize, end: usize) -> Option<Speaker> {
        let mut last = head_end.checked_sub(1)?;
        while last > first && matches!(self.pieces[last].what, What::Possessive | What::Modifier) {
            last -= 1;
        }
        // "a local chief": of words that can be adjectives the last is the noun.
        if matches!(self.pieces[last].what, What::Determiner) {
            last = head_end - 1;
        }
        if let What::Entity(index) = self.pieces[last].what {
            let kind = self.entities.list[index as usize].kind;
            if kind != EntityKind::Nationality {
                return Some(Speaker::Entity(index));
            }
        }
        let agency = |piece: &Piece| match piece.what {
            What::Entity(index) if self.entities.list[index as usize].kind == EntityKind::Agency => {
                Some(Speaker::Entity(index))
            }
            _ => None,
        };
        // "two UNICEF doctors".
        if let What::Number(_) = self.pieces[last].what {
            let within = |token: u32| {
                let index = self.entities.at(token as usize)? as u32;
                self.is_kind(Speaker::Entity(index), EntityKind::Agency).then_some(Speaker::Entity(index))
            };
            if let Some(found) = (self.pieces[last].first..self.pieces[last].end).find_map(within) {
                return Some(found);
            }
        }
        // "the Houthi-run television" is not theirs.
        let compound = |at: usize| {
            self.pieces
                .get(at + 1)
                .is_some_and(|next| next.what == What::Modifier && self.view.id(next.first as usize) == kw::HYPHEN)
        };
        if let Some(found) = (first..end).filter(|&at| !compound(at)).find_map(|at| agency(&self.pieces[at])) {
            return Some(found);
        }
        // "a study led by Ana Ruiz".
        if self.is(self.token(last), ReportFrame::Document) || self.is(self.token(last), ReportFrame::Figures) {
            let person = |piece: &Piece| match piece.what {
                What::Entity(index) if self.is_kind(Speaker::Entity(index), EntityKind::Person) => {
                    Some(Speaker::Entity(index))
                }
                _ => None,
            };
            if let Some(person) = self.pieces[head_end..end].iter().find_map(person) {
                return Some(person);
            }
        }
        if let Some(agency) = self.described(first, head_end) {
            return Some(Speaker::Entity(agency));
        }
        let start = self.pieces[first].first as usize;
        if !matches!(self.pieces[last].what, What::Noun | What::Entity(_) | What::Number(_) | What::Modifier) {
            return None;
        }
        // "the ombudsman's office" is that one.
        if self.view.is(start, &[kw::THE, kw::THIS, kw::ITS])
            && !self.pieces[first..last].iter().any(|piece| matches!(piece.what, What::Possessive))
            && let Some(known) = self.pointed(self.token(last))
        {
            return Some(known);
        }
        if let Some(known) = self.voiced(first, last) {
            return Some(known);
        }
        // "Its director", "its figures".
        if self.view.is(start, &[kw::ITS])
            && (self.people(self.token(last)) || self.view.has(self.token(last), Class::Report))
            && let Some(known) = self.it(first)
        {
            return Some(known);
        }
        let begin = if matches!(self.pieces[first].what, What::Determiner) { first + 1 } else { first };
        (begin <= last).then(|| Speaker::Words(self.pieces[begin].first, self.pieces[last].end))
    }
}
