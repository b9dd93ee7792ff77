//! Places that are pointed to without their name: "in the city", "the country's last crash".

use super::super::clause::What;
use super::super::outline::Text;
use super::chain::{COUNTRY, Size, finest, rank, settlement};
use super::lead::{Lead, led};
use super::own::Reader;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, pos};
use crate::record::{EntityKind, Role};

impl Reader<'_, '_, '_> {
    /// "in the city", "across the country": the place of that size that the text named last.
    pub(super) fn definite(&self, at: usize, role: Option<Role>, least: Lead) -> Option<u32> {
        let view = self.text.view;
        let token = self.pieces[at].first as usize;
        if token < 3 || !view.has(token, Class::Thing) {
            return None;
        }
        // "in the same town".
        let article = if view.is(token - 1, &[kw::SAME]) { token - 2 } else { token - 1 };
        if !view.is(article, &[kw::THE, kw::THIS]) {
            return None;
        }
        let size = settlement(self.text, token).filter(|size| *size != Size::Other)?;
        let next = self.pieces.get(at + 1).map(|piece| piece.what);
        let named =
            matches!(next, Some(What::Noun | What::Entity(_) | What::Relative)) || view.is(token + 1, &[kw::OF]);
        // "the country's last crash, in June, killed ten".
        let owns = matches!(next, Some(What::Possessive)) && size != Size::Town && least <= Lead::Beside;
        if named || self.claims.tells(token as u32) || !owns && led(self.text, article, role) < least {
            return None;
        }
        self.antecedent(token, size)
    }

    /// "died there": the place that was named last, if nobody spoke there; not "there were".
    pub(super) fn there(&self, at: usize, role: Option<Role>) -> Option<u32> {
        let view = self.text.view;
        let token = self.pieces[at].first as usize;
        let next = self.pieces.get(at + 1).map(|piece| piece.what);
        // "two nurses there had died".
        let of_noun = at > 0 && matches!(self.pieces[at - 1].what, What::Number(_) | What::Noun);
        if !view.is(token, &[kw::THERE]) || at == 0 || !of_noun && matches!(next, Some(What::Aux | What::Verb)) {
            return None;
        }
        let list = &self.text.entities.list;
        let before = list.partition_point(|named| (named.end as usize) <= token);
        let from = self.pieces[0].first;
        let fits = |&index: &usize| {
            let first = list[index].first;
            // "60 officers from Fiji are there".
            let origin = first > from && view.is(first as usize - 1, &[kw::FROM]);
            let of_event = !self.claims.tells(first) && !self.is_beside(index as u32);
            list[index].kind == EntityKind::Place && of_event && !origin && !said_in(self.text, first as usize)
        };
        let mut named = (before.saturating_sub(LOOK_BACK)..before).rev().filter(fits);
        // "Britain keeps 900 soldiers there": not in Britain.
        let acts = |index: usize| (role == Some(Role::Deployed) || list[index].first >= from) && self.acts(index);
        let found = named.clone().find(|&index| !acts(index)).or_else(|| named.next());
        found.map(|index| finest(self.text, index as u32))
    }

    /// Whether a place is the subject of its clause and sends or keeps those who are counted.
    fn acts(&self, index: usize) -> bool {
        let view = self.text.view;
        let named = &self.text.entities.list[index];
        let (first, mut verb) = (named.first as usize, named.end as usize);
        if view.likely(verb, pos::ADVERB) {
            verb += 1;
        }
        let head = first == 0
            || matches!(view.tokens[first - 1].punct(), b'.' | b',' | b';')
            || view.is(first - 1, &[kw::AND, kw::BUT]);
        head && (view.verb_like(verb) || view.has(verb, Class::Cue) || view.is(verb, &[kw::HAS, kw::HAD, kw::HAVE]))
    }

    /// The place of a size that was named last before a token; the scene before all others, or the country that it is in.
    fn antecedent(&self, token: usize, size: Size) -> Option<u32> {
        let fits = |place: u32| match size {
            Size::Country => rank(self.text, place) == COUNTRY,
            Size::Region => rank(self.text, place) == COUNTRY + 1,
            Size::Town | Size::Other => rank(self.text, place) > COUNTRY + 1,
        };
        if let Some(scene) = self.scene.filter(|&scene| fits(scene)) {
            return Some(scene);
        }
        let list = &self.text.entities.list;
        let before = list.partition_point(|named| (named.end as usize) <= token);
        let here = self.scene.map(|scene| self.country(scene as usize)).filter(|_| size == Size::Country);
        (before.saturating_sub(LOOK_BACK)..before)
            .rev()
            .find(|&index| {
                list[index].kind == EntityKind::Place
                    && fits(index as u32)
                    && here.is_none_or(|here| here == 0 || here == self.country(index))
            })
            .map(|index| index as u32)
    }
}

/// How many entities back "the city" may point.
const LOOK_BACK: usize = 48;

/// "said in The Hague": where somebody spoke.
fn said_in(text: Text, place: usize) -> bool {
    place > 1
        && text.view.is(place - 1, &[kw::IN])
        && (place.saturating_sub(4)..place - 1).any(|token| text.view.has(token, Class::Report))
}
