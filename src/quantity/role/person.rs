//! Who is one person and who is another: names and what they are, and those joined before a cue.

use super::super::chunk::What;
use super::Linker;
use crate::lexicon::sense::{Class, pos};
use crate::lexicon::{Connective, keyword as kw};

impl Linker<'_, '_, '_> {
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
        // "Khalid Noor, his brother and": two.
        let owned = self.view.is(token, &[kw::HIS, kw::HER, kw::THEIR]);
        if and { second.is_none() && bare } else { first.is_some() != second.is_some() && !owned }
    }

    /// "A mayor leading a convoy of trucks and his wife": whose wife she is.
    pub(super) fn owner_of(&self, at: usize, start: usize) -> Option<usize> {
        let owned = self.view.is(self.chunks[at].first as usize, &[kw::HIS, kw::HER, kw::THEIR]);
        let joint = at.checked_sub(1).filter(|joint| *joint >= start)?;
        if !owned || self.chunks[joint].what != What::Connective(Connective::And) {
            return None;
        }
        // "Sakariya Mama and his wife": a name that no lexicon has.
        if let Some(name) = joint.checked_sub(1).filter(|name| *name >= start)
            && self.may_be_name(name)
            && !self.within_preposition(name, start)
        {
            return Some(name);
        }
        (start..joint).rev().take(12).find(|&before| {
            matches!(self.chunks[before].what, What::People { .. }) && !self.within_preposition(before, start)
        })
    }

    /// Whether a noun phrase is two or three words with capitals, none of them known.
    pub(super) fn may_be_name(&self, at: usize) -> bool {
        let chunk = self.chunks[at];
        let tokens = chunk.first as usize..chunk.end as usize;
        matches!(chunk.what, What::Noun { people: false })
            && (2..=3).contains(&tokens.len())
            && tokens.clone().all(|token| self.view.capital(token) && !self.view.has(token, Class::Thing))
            && tokens.clone().any(|token| self.view.info(token).pos == 0)
    }

    /// "bass player Juan Ruiz": a noun and the name right behind it.
    pub(super) fn titled(&self, noun: usize, name: usize) -> bool {
        matches!(self.chunks[noun].what, What::People { entity: None, definite: false, .. })
            && matches!(self.chunks[name].what, What::People { entity: Some(_), .. })
            && noun + 1 == name
    }

    /// The chunk joined to `at` by "and", a comma or the like before it.
    pub(super) fn joined_before(&self, at: usize, start: usize) -> Option<usize> {
        if let Some(owner) = self.owner_of(at, start) {
            return Some(owner);
        }
        let mut joint = at.checked_sub(1).filter(|joint| *joint >= start)?;
        // "bass player Juan Ruiz and accordion player Luis Mora": over the noun before the name.
        if self.titled(joint, at) {
            let noun = joint;
            joint = joint.checked_sub(1).filter(|joint| *joint >= start)?;
            // "activist and medic Hoda Khalil": one person.
            let before = joint.checked_sub(1).map(|before| self.chunks[before]);
            if before.is_some_and(|before| matches!(before.what, What::People { entity: None, .. }))
                && !self.view.likely(self.chunks[noun].first as usize, pos::DETERMINER | pos::PRONOUN)
            {
                return None;
            }
        }
        let mut seen = false;
        while matches!(
            self.chunks[joint].what,
            What::Connective(Connective::And | Connective::Or | Connective::More) | What::Comma | What::Other
        ) {
            seen |= !matches!(self.chunks[joint].what, What::Other);
            joint = joint.checked_sub(1).filter(|joint| *joint >= start)?;
        }
        // "The head of the council (DC) and a clerk": over what describes the first.
        if seen && matches!(self.chunks[joint].what, What::Close) {
            let open = (start..joint).rev().find(|&before| matches!(self.chunks[before].what, What::Open))?;
            joint = open.checked_sub(1).filter(|joint| *joint >= start)?;
        }
        while seen
            && matches!(
                self.chunks[joint].what,
                What::Noun { .. } | What::Entity(_) | What::Number(_) | What::People { .. }
            )
            && self.within_preposition(joint, start)
        {
            let phrase = (start..joint).rev().find(|&before| matches!(self.chunks[before].what, What::Preposition))?;
            joint = phrase.checked_sub(1).filter(|joint| *joint >= start)?;
        }
        let joins = seen && matches!(self.chunks[joint].what, What::Number(_) | What::People { .. });
        let list_aside = self.chunks[joint].aside == self.chunks[at].aside;
        // "17 of them for assault, and eight officers hurt": those of them are told of by themselves.
        let set = self.chunks[joint].is_number().is_some_and(|index| {
            let quantity = &self.list[index];
            quantity.marks.partitive && quantity.end > quantity.number.1 + 1
        });
        // "said Elaine Prado, a doctor, and two more died": who says it.
        let says = self
            .name_before(joint, start)
            .is_some_and(|name| name > start && matches!(self.chunks[name - 1].what, What::Report(_)));
        let other = joins && list_aside && !set && !says && !self.within_preposition(joint, start);
        if !other {
            return None;
        }
        // "Nadia Rahmani and her driver, Idris Wali, were": over what is told twice.
        if self.same_person(joint, at) { self.joined_before(joint, start) } else { Some(joint) }
    }

    /// The name that an apposition tells of.
    pub(super) fn name_before(&self, at: usize, start: usize) -> Option<usize> {
        let name = at.checked_sub(2).filter(|name| *name >= start)?;
        let comma = matches!(self.chunks[at - 1].what, What::Comma);
        let named = matches!(self.chunks[name].what, What::People { entity: Some(_), .. });
        let described = matches!(self.chunks[at].what, What::People { entity: None, count: 1, .. });
        (comma && named && described && self.same_person(name, at) && !self.within_preposition(name, start))
            .then_some(name)
    }
}
