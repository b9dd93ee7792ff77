//! Places that no preposition leads to: the subject of a verb that has or sees the counted, and the object of one that strikes.

use super::super::Quantity;
use super::super::clause::{WINDOW, What};
use super::lead::scene_at;
use super::own::Reader;
use crate::lexicon::sense::{Class, Scene, pos};
use crate::lexicon::{Sorts, View, keyword as kw};
use crate::record::Role;

/// Roles in which whoever is their subject has the people where they are: "Hong Kong treated 80 people".
fn at_home(role: Role) -> bool {
    matches!(
        role,
        Role::Detained
            | Role::Sentenced
            | Role::Hospitalized
            | Role::Infected
            | Role::Evacuated
            | Role::Displaced
            | Role::Homeless
            | Role::Missing
            | Role::Affected
            | Role::Rescued
            | Role::Stranded
            | Role::Released
    )
}

impl Reader<'_, '_, '_> {
    /// "Hong Kong treated 80 people", "Kenya recorded nine deaths", "a Kano court sentenced 12 men", "the Beirut blast
    /// killed 200": the place that stands in the subject before a piece. `object`: the quantity is the object there.
    pub(super) fn subject(&self, low: usize, object: bool, quantity: &Quantity) -> Option<u32> {
        let role = quantity.role?;
        // "nine deaths", "12 new cases": the cue is what is counted.
        let reported = low > 0 && matches!(self.pieces[low - 1].what, What::Report(_) | What::Aux);
        let noun = quantity
            .cue
            .is_some_and(|cue| cue.0 >= quantity.first && cue.1 <= quantity.end || reported && cue.0 == quantity.end);
        // "Manila has seen 12 killed", "Cebu province accounted for 141 of them".
        let seen = (low.saturating_sub(NEAR)..low + 1).any(|at| {
            matches!(self.pieces[at].what, What::Verb | What::Cue | What::Report(_) | What::Noun)
                && scene_at(self.text.view, self.pieces[at].first as usize, Scene::Subject)
        });
        // "Baku released 17 soldiers": a government, where the text tells of another place.
        let home = at_home(role) && (self.across || role != Role::Released);
        let fits = object && (noun || seen || home);
        let what = |at: usize| self.pieces.get(at).map(|piece| piece.what);
        for at in (0..low).rev().take(WINDOW) {
            match self.pieces[at].what {
                // "Congo, which has had 27,000 cases".
                What::Relative => return self.described(at).filter(|_| fits),
                What::Clause | What::Semicolon | What::Dash | What::Quote => return None,
                // "Greece, which the storm struck first, counted 17 dead".
                What::Comma => {
                    let opens = (0..at).rev().take(16).find(|&before| {
                        matches!(self.pieces[before].what, What::Relative | What::Comma | What::Number(_))
                    });
                    if fits
                        && at + 2 >= low.saturating_sub(1)
                        && let Some(place) = opens.and_then(|opens| self.described(opens))
                    {
                        return Some(place);
                    }
                }
                What::Entity(index) => {
                    let Some(place) = self.place(index) else { continue };
                    let end = self.text.entities.list[index as usize].end as usize;
                    match what(at + 1) {
                        Some(What::Noun | What::Cue) if names_event(self.text.view, end) => return Some(place),
                        // "Yemen's war", "Spain's worst floods".
                        Some(What::Possessive) if self.owns_event(end + 1) => {
                            return Some(place);
                        }
                        Some(What::Noun | What::Modifier)
                            if matches!(
                                role,
                                Role::Detained | Role::Sentenced | Role::Hospitalized | Role::Rescued | Role::Released
                            ) =>
                        {
                            return Some(place);
                        }
                        // "Equateur province has had 6,000 cases".
                        Some(What::Noun)
                            if fits
                                && self.begins(at)
                                && matches!(what(at + 2), Some(What::Aux | What::Verb | What::Report(_))) =>
                        {
                            return Some(place);
                        }
                        Some(What::Verb | What::Aux | What::Cue | What::Report(_) | What::Adverb)
                            if fits && self.begins(at) && (noun || seen || !self.another_acts(at + 1, low)) =>
                        {
                            return Some(place);
                        }
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// "Ghana's last fatal air **crash**": whether a noun phrase at a token ends in what befalls people.
    fn owns_event(&self, first: usize) -> bool {
        let view = self.text.view;
        for token in first..(first + OWNED).min(view.len()) {
            // "Bolivia's roads claim 1,400 lives a year".
            if (names_event(view, token) || is_site(view, token))
                && (!view.likely(token + 1, pos::NOUN | pos::PLURAL) || view.has(token + 1, Class::Report))
            {
                return true;
            }
            if !view.is_word(token) || !view.likely(token, pos::ADJECTIVE | pos::NOUN | pos::DETERMINER | pos::ADVERB) {
                return false;
            }
        }
        false
    }

    /// Whether somebody else is named between, who may be the one to act: "X urged Y to free".
    fn another_acts(&self, from: usize, to: usize) -> bool {
        let mut between = self.pieces[from..to.max(from)].iter();
        between.any(|piece| matches!(piece.what, What::Entity(_)))
    }

    /// The place that a relative clause at a piece describes: "X, which".
    fn described(&self, at: usize) -> Option<u32> {
        let which = matches!(self.pieces[at].what, What::Relative)
            && self.text.view.is(self.pieces[at].first as usize, &[kw::WHICH]);
        let comma = at.checked_sub(2).filter(|_| which && matches!(self.pieces[at - 1].what, What::Comma))?;
        match self.pieces[comma].what {
            What::Entity(index) => self.place(index),
            _ => None,
        }
    }

    /// Whether a clause begins with the entity at a piece.
    fn begins(&self, at: usize) -> bool {
        let before = (0..at)
            .rev()
            .map(|before| self.pieces[before].what)
            .find(|what| !matches!(what, What::Determiner | What::Modifier | What::Possessive));
        matches!(before, None | Some(What::Comma | What::And | What::But | What::Time(_) | What::Adverb | What::Stop))
    }

    /// "An earthquake hit Tibet, killing 120": the place that a verb before takes as its object.
    pub(super) fn hit(&self, low: usize, quantity: &Quantity) -> Option<u32> {
        if self.goes(quantity.role) {
            return None;
        }
        (1..low).rev().take(WINDOW).find_map(|at| self.hit_at(at))
    }

    /// The place that a verb directly before takes as its object, if nothing follows that makes it a person ("urged Iran
    /// to", "accused Peru of") or a word of description ("told Kabul officials").
    pub fn hit_at(&self, at: usize) -> Option<u32> {
        let What::Entity(index) = self.pieces[at].what else { return None };
        let place = self.place(index)?;
        let mut verb = at.checked_sub(1)?;
        if matches!(self.pieces[verb].what, What::Determiner) {
            verb = verb.checked_sub(1)?;
        }
        let takes = matches!(self.pieces[verb].what, What::Verb | What::Cue)
            && !scene_at(self.text.view, self.pieces[verb].first as usize, Scene::Apart)
            && self.text.view.likely(
                self.pieces[verb].first as usize,
                pos::PAST | pos::VERB | pos::THIRD | pos::ING | pos::PARTICIPLE,
            );
        let next = self.pieces.get(at + 1).copied();
        let person = next.is_some_and(|next| match next.what {
            What::Possessive | What::Noun | What::Modifier | What::Relative | What::Verb | What::Cue => true,
            What::Preposition => {
                self.text.view.is(next.first as usize, &[kw::OF, kw::FOR, kw::TO, kw::AGAINST, kw::WITH, kw::BY])
            }
            _ => false,
        });
        (takes && !person).then_some(place)
    }
}

/// How many words a noun phrase may have behind its owner.
const OWNED: usize = 5;

/// How far a verb may stand before what it takes, in pieces.
const NEAR: usize = 10;

/// Whether a noun at a token is where people come to harm.
pub(super) fn is_site(view: &View, token: usize) -> bool {
    view.has(token, Class::Thing)
        && view.words.all(token, Class::Thing).any(|(_, row)| view.lexicon.sorts(row).has(Sorts::SITE))
}

/// Whether a noun at a token names what befalls people: "blast", "floods", "air strikes".
pub(in crate::quantity) fn names_event(view: &View, token: usize) -> bool {
    view.has(token, Class::Thing)
        && view.longest(token, Class::Thing).is_some_and(|(_, row)| {
            let branch = view.lexicon.branch(row);
            branch.starts_with("event/violence") || branch.starts_with("event/harm")
        })
}
