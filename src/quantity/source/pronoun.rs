//! Whom "it", "he", "she" and "they" stand for.

use super::super::clause::{WINDOW, What};
use super::speaker::{Phrase, Reader, Speaker};
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::pos;
use crate::record::EntityKind;

impl Reader<'_, '_, '_> {
    /// "it said", "he told reporters", "they added".
    pub fn pronoun(&self, at: usize) -> Option<Phrase> {
        let token = self.token(at);
        let speaker = if self.view.is(token, &[kw::HE, kw::SHE]) {
            let own = self.told_of(at, EntityKind::Person);
            own.or_else(|| {
                // "Her lawyer said …. She said": not the lawyer.
                let known = self.memory().person.filter(|&person| !self.is_owned(person));
                self.later(known, self.lead(EntityKind::Person))
                    .or_else(|| self.person_before(token).map(Speaker::Entity))
            })?
        } else if self.view.is(token, &[kw::IT]) {
            self.it(at)?
        } else if self.view.is(token, &[kw::THEY]) {
            self.memory().last?
        } else {
            return None;
        };
        Some(Phrase { speaker, first: at, end: at + 1 })
    }

    /// Whether words for somebody begin with "her" or "his".
    fn is_owned(&self, speaker: Speaker) -> bool {
        matches!(speaker, Speaker::Words(first, _) if first > 0 && self.view.is(first as usize - 1, &[kw::HER, kw::HIS]))
    }

    /// Whom "it" and "its" at a piece stand for.
    pub fn it(&self, at: usize) -> Option<Speaker> {
        if let Some(own) = self.told_of(at, EntityKind::Agency) {
            return Some(own);
        }
        let agency = self.memory().agency.map(Speaker::Entity);
        let known = match self.memory().last {
            Some(Speaker::Entity(index)) if self.entities.list[index as usize].kind == EntityKind::Person => agency,
            Some(last) => Some(last),
            None => agency,
        };
        self.later(known, self.lead(EntityKind::Agency))
    }

    /// The one of two speakers that is named later.
    fn later(&self, one: Option<Speaker>, other: Option<u32>) -> Option<Speaker> {
        let Some(other) = other else { return one };
        let named = |speaker: Speaker| match speaker {
            Speaker::Entity(index) => self.entities.list[index as usize].first,
            Speaker::Words(first, _) => first,
        };
        let other = Speaker::Entity(other);
        one.filter(|&one| named(one) > named(other)).or(Some(other))
    }

    /// The subject of the sentence, if a pronoun behind it can point there: "Boeing will cut 780 jobs, it said".
    fn told_of(&self, at: usize, kind: EntityKind) -> Option<Speaker> {
        let opening = self.opening().filter(|&opening| opening < at)?;
        if !matches!(self.what(opening), Some(What::Entity(_) | What::Determiner | What::Modifier | What::Noun)) {
            return None;
        }
        let phrase = self.phrase_at(opening).filter(|phrase| phrase.end <= at)?;
        match phrase.speaker {
            Speaker::Entity(index) if self.entities.list[index as usize].kind == kind => Some(phrase.speaker),
            // "The miners' union, the UTM, denies this: 20 are missing, it says".
            Speaker::Words(..) if matches!(self.what(phrase.end), Some(What::Comma)) => {
                let determiner = matches!(self.what(phrase.end + 1), Some(What::Determiner));
                let name = phrase.end + 1 + usize::from(determiner);
                let Some(What::Entity(index)) = self.what(name) else { return None };
                let closed = name < at && matches!(self.what(name + 1), Some(What::Comma));
                (closed && self.entities.list[index as usize].kind == kind).then_some(Speaker::Entity(index))
            }
            _ => None,
        }
    }

    /// Whom the sentence before is about: the name that it begins with.
    pub fn lead(&self, kind: EntityKind) -> Option<u32> {
        let (view, list) = (self.view, &self.entities.list);
        let here = self.pieces.first()?.first;
        let own = view.sentences.partition_point(|sentence| sentence.last <= here);
        let before = view.sentences[own.checked_sub(1)?];
        let start = before.first as usize;
        if self.opens_with_owner(before.first) {
            return None;
        }
        // "On Monday, UNICEF".
        let start = if view.likely(start, pos::PREPOSITION) {
            let comma = (start..before.last as usize).find(|&token| view.tokens[token].punct() == b',')?;
            comma as u32 + 1
        } else {
            before.first
        };
        let at = list.partition_point(|named| named.first < start);
        let index = (at..list.len())
            .take_while(|&index| list[index].first < before.last)
            .find(|&index| list[index].kind == kind)?;
        let named = &list[index];
        // "Zambia's Ministry of Health", "the mayor, Paulo Nunda": nothing but what belongs to the name stands before it.
        let mut token = start;
        while token < named.first {
            if let Some(inner) = self.entities.at(token as usize) {
                token = list[inner].end;
                continue;
            }
            let at = token as usize;
            let parts = pos::VERB | pos::PAST | pos::THIRD | pos::PREPOSITION | pos::MODAL | pos::PRONOUN;
            if view.likely(at, parts) && !view.is(at, &[kw::OF]) {
                return None;
            }
            token += 1;
        }
        // "UNICEF trucks", "Boeing's debt": that is not what it is about.
        let next = named.end as usize;
        let other = kind == EntityKind::Agency && view.likely(next, pos::NOUN | pos::PLURAL)
            || view.is(next, &[kw::POSSESSIVE]);
        (!other).then_some(index as u32)
    }

    /// Whether the sentence of a token begins with "her" or "his": "Her rival, Ana Ruiz," is somebody else.
    fn opens_with_owner(&self, token: u32) -> bool {
        let sentences = self.view.sentences;
        let own = sentences.partition_point(|sentence| sentence.last <= token);
        sentences.get(own).is_some_and(|sentence| self.view.is(sentence.first as usize, &[kw::HER, kw::HIS]))
    }

    /// The nearest person named before a token.
    fn person_before(&self, token: usize) -> Option<u32> {
        let end = self.entities.list.partition_point(|named| (named.first as usize) < token);
        (end.saturating_sub(WINDOW)..end)
            .rev()
            .find(|&index| {
                let named = &self.entities.list[index];
                named.kind == EntityKind::Person && !self.opens_with_owner(named.first)
            })
            .map(|index| index as u32)
    }
}
